package main

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/exchange"
)

// locate finds the circular that a returned file belongs to: in the project
// around the file, else in the project around the working folder, else, for a
// circular without a project, beside the file or in a folder above it that is
// still below the working folder. The caller closes the project.
func locate(name, shown string, f exchange.File) (*project, group, error) {
	for _, near := range []string{name, configName} {
		dir, _ := home(near)
		if _, err := os.Stat(filepath.Join(dir, configName)); err != nil {
			continue
		}
		p, err := openOne(dir, "", scope{}, nil)
		if err != nil {
			return nil, group{}, err
		}
		if g, ok := p.circularOf(name, f); ok {
			return p, g, nil
		}
		p.close()
	}
	if p, g, ok := locateSingle(name, f); ok {
		return p, g, nil
	}
	return nil, group{}, fault.New(fault.Content, "import-no-circular", "the circular {Circular} is not here", "Circular", f.Name).At(shown, 0)
}

// circularOf gives the circulars of a project that share the catalogs that a
// returned file is for: by the path that it names, else by the file name, which
// tools that rewrite paths keep.
func (p *project) circularOf(name string, f exchange.File) (group, bool) {
	groups := p.groups()
	original := path.Base(strings.ReplaceAll(f.Name, `\`, "/"))
	stem, _, _ := strings.Cut(filepath.Base(name), "."+f.To.String()+".")
	for _, fits := range []func(circular) bool{
		func(c circular) bool { return c.Path == f.Name },
		func(c circular) bool { return path.Base(c.Path) == original },
		func(c circular) bool { return path.Base(c.Name) == stem },
	} {
		found := slices.DeleteFunc(slices.Clone(groups), func(g group) bool { return !slices.ContainsFunc(g.Circulars, fits) })
		if len(found) == 1 {
			return found[0], true
		}
	}
	return group{}, false
}

// locateSingle finds a circular that has no project.
func locateSingle(name string, f exchange.File) (*project, group, bool) {
	local := filepath.FromSlash(f.Name)
	if !filepath.IsLocal(local) {
		return nil, group{}, false
	}
	for _, dir := range append([]string{"."}, foldersAbove(name)...) {
		info, err := os.Lstat(filepath.Join(dir, local))
		if err != nil || !info.Mode().IsRegular() {
			continue
		}
		p, err := openOne(dir, filepath.ToSlash(local), scope{from: f.From}, nil)
		if err != nil {
			continue
		}
		if groups := p.groups(); len(groups) == 1 {
			return p, groups[0], true
		}
		p.close()
	}
	return nil, group{}, false
}

// foldersAbove lists the folder of a file and the two above it.
func foldersAbove(name string) []string {
	dir := filepath.Dir(name)
	return []string{dir, filepath.Join(dir, ".."), filepath.Join(dir, "..", "..")}
}
