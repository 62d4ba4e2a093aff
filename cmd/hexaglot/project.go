package main

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/urfave/cli/v2"
	"golang.org/x/text/language"

	"hexaglot/messages/fault"
	"hexaglot/messages/ui"
	"hexaglot/pipeline"
	"hexaglot/pipeline/format"
)

// project is a folder and its circulars. Everything in it is reached through
// an os.Root, which follows no path and no link out of it.
type project struct {
	config
	dir       string // as the user named it
	single    bool   // files without a hexaglot.toml
	options   pipeline.Options
	root      *os.Root
	circulars []circular
	names     map[string]circular // the first circular of a name, and of a name with an extension
}

// circular is one source file of a project.
type circular struct {
	Name string       // what its catalogs' folder is called: path without language and extension
	Path string       // slash-separated, below the project
	Ext  string       // ".md"
	Lang language.Tag // of the source
}

// shown gives a path below the project as the user would type it.
func (p *project) shown(name string) string {
	return filepath.ToSlash(filepath.Join(p.dir, filepath.FromSlash(name)))
}

func (p *project) close() { p.root.Close() }

// scope is what the common options of a command choose.
type scope struct {
	from language.Tag   // of a file whose name does not say
	to   []language.Tag // nil: every language of the project
	all  bool           // --to all, not only the languages that there are catalogs in

	acceptChanges bool // in Word files
}

// scopeOf reads --from and --to.
func scopeOf(c *cli.Context) (scope, error) {
	var s scope
	if from := c.String("from"); from != "" {
		tag, ok := ui.Parse(from)
		if !ok {
			return s, unknownLanguage(from)
		}
		s.from = tag
	}
	s.acceptChanges = c.Bool("accept-changes")
	to, err := languages(c.StringSlice("to"), nil)
	s.to, s.all = to, to == nil && c.IsSet("to")
	return s, err
}

// open gives the projects of a command's arguments: folders, or files; files of
// one folder come together.
func open(args []string, s scope) ([]*project, error) {
	var out []*project
	for _, arg := range args {
		info, err := os.Stat(arg)
		if err != nil {
			closeAll(out)
			return nil, fault.New(fault.Input, "unreadable", "cannot be read").At(arg, 0).Wrap(err)
		}
		dir, only := arg, ""
		if !info.IsDir() {
			dir, only = home(arg)
		}
		p, err := openOne(dir, only, s, out)
		if err != nil {
			closeAll(out)
			return nil, err
		}
		if p != nil {
			out = append(out, p)
		}
	}
	return out, nil
}

func closeAll(projects []*project) {
	for _, p := range projects {
		p.close()
	}
}

// home gives the project that a file belongs to: the nearest folder above it
// with a hexaglot.toml, else its own folder; and its path below.
func home(file string) (dir, only string) {
	own := filepath.Dir(file)
	absolute, err := filepath.Abs(file)
	if err != nil {
		return own, filepath.Base(file)
	}
	for up, name := own, filepath.Base(absolute); ; {
		if _, err := os.Stat(filepath.Join(up, configName)); err == nil {
			return up, filepath.ToSlash(name)
		}
		parent := filepath.Join(up, "..")
		here, err := filepath.Abs(up)
		if err != nil || filepath.Dir(here) == here {
			return own, filepath.Base(file)
		}
		up, name = parent, filepath.Join(filepath.Base(here), name)
	}
}

// openOne opens the project of dir, or adds the file to one that is open.
func openOne(dir, only string, s scope, before []*project) (*project, error) {
	for _, p := range before {
		if p.dir == dir && only != "" {
			return nil, p.add(only, s)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fault.New(fault.Input, "unreadable", "cannot be read").At(dir, 0).Wrap(err)
	}
	p := &project{dir: dir, root: root}
	if err := p.load(only, s); err != nil {
		root.Close()
		return nil, err
	}
	return p, nil
}

func (p *project) load(only string, s scope) error {
	if only != "" {
		if err := p.known(only); err != nil {
			return err
		}
	}
	data, err := p.read(configName, configLimit)
	switch {
	case err == nil:
		if p.config, err = parseConfig(p.shown(configName), data); err != nil {
			return err
		}
	case !errors.Is(err, fs.ErrNotExist):
		return err
	case only == "":
		return fault.New(fault.Usage, "no-project", "the folder has no hexaglot.toml").At(p.dir, 0)
	default:
		source := s.from
		if _, _, lang := splitName(only); lang != language.Und {
			source = lang
		}
		if source == language.Und {
			return fault.New(fault.Usage, "language-unsaid", "the name does not say its language, as letter.fr.md does").At(p.shown(only), 0)
		}
		p.config, p.single = defaults(source), true
	}
	p.options = pipeline.Options{Word: p.Word.options(s.acceptChanges), Letter: p.letter}
	if only != "" {
		return p.add(only, s)
	}
	return p.find()
}

// find lists the circulars that the project's patterns name, sorted. A name
// that begins with a dot is some program's own file, unless a pattern spells it.
func (p *project) find() error {
	var paths []string
	for _, pattern := range p.Circulars {
		found, err := doublestar.Glob(p.root.FS(), path.Clean(pattern), doublestar.WithFilesOnly(), doublestar.WithNoFollow(), doublestar.WithNoHidden())
		if err != nil {
			return fault.New(fault.Input, "unreadable", "cannot be read").At(p.dir, 0).Wrap(err)
		}
		paths = append(paths, found...)
	}
	slices.Sort(paths)
	for _, name := range slices.Compact(paths) {
		if p.ours(name) {
			continue
		}
		if err := p.add(name, scope{}); err != nil {
			return err
		}
	}
	if len(p.circulars) == 0 {
		return fault.New(fault.Usage, "no-circulars", "no file fits the patterns {Patterns}", "Patterns", p.Circulars).At(p.shown(configName), 0)
	}
	return nil
}

// ours reports whether a file lies in the folders that the program writes.
func (p *project) ours(name string) bool {
	for _, dir := range []string{p.Catalogs, p.Out} {
		if strings.HasPrefix(name, path.Clean(dir)+"/") {
			return true
		}
	}
	return false
}

// known refuses a file whose name tells of no format.
func (p *project) known(name string) error {
	if _, ok := format.Find(pipeline.Formats(), name); ok {
		return nil
	}
	return fault.New(fault.Input, "format-unknown", "no format is known for this name; known are {Extensions}",
		"Extensions", extensions()).At(p.shown(name), 0)
}

func (p *project) add(name string, s scope) error {
	if err := p.known(name); err != nil {
		return err
	}
	c := circular{Path: name}
	c.Name, c.Ext, c.Lang = splitName(name)
	if c.Lang == language.Und {
		if c.Lang = s.from; c.Lang == language.Und {
			c.Lang = p.source
		}
	}
	return p.claim(c)
}

// claim takes a circular in, once. It refuses one whose catalogs or versions
// would be the files of another: letter.en.md beside letter.fr.md, and
// letter.md beside it where that is French, too.
func (p *project) claim(c circular) error {
	if p.names == nil {
		p.names = map[string]circular{}
	}
	file := c.Name + "\x00" + c.Ext
	other, clash := p.names[file]
	if clash && other.Path == c.Path {
		return nil
	}
	if first, ok := p.names[c.Name]; !ok {
		p.names[c.Name] = c
	} else if first.Lang != c.Lang {
		other, clash = first, true
	}
	if clash {
		return fault.New(fault.Usage, "circulars-clash", "its catalogs or versions would be the same files as those of {Other}",
			"Other", p.shown(other.Path)).At(p.shown(c.Path), 0)
	}
	p.names[file] = c
	p.circulars = append(p.circulars, c)
	return nil
}

// splitName cuts "a/letter.fr.md" into "a/letter", ".md" and fr; the language
// is Und where the name does not say it.
func splitName(name string) (stem, ext string, lang language.Tag) {
	for _, e := range extensions() {
		if len(name) > len(e) && strings.EqualFold(name[len(name)-len(e):], e) {
			ext = name[len(name)-len(e):]
			break
		}
	}
	stem = strings.TrimSuffix(name, ext)
	token := path.Ext(stem)
	if len(token) > 2 {
		if tag, ok := ui.Parse(token[1:]); ok && len(stem) > len(token) {
			return strings.TrimSuffix(stem, token), ext, tag
		}
	}
	return stem, ext, language.Und
}

// extensions lists the extensions of all formats.
func extensions() []string {
	var out []string
	for _, f := range pipeline.Formats() {
		out = append(out, f.Extensions...)
	}
	return out
}

// languagesOf gives the languages that a circular is translated into: those
// asked for, those of the project, or, for a single file, those that it has
// catalogs in.
func (p *project) languagesOf(c circular, s scope) []language.Tag {
	candidates := s.to
	if candidates == nil && p.single && !s.all {
		candidates = p.shelf(c.Name).languages()
	}
	if len(candidates) == 0 {
		candidates = append([]language.Tag{p.source}, p.targets...)
	}
	var out []language.Tag
	for _, tag := range candidates {
		if tag != c.Lang && !slices.Contains(out, tag) {
			out = append(out, tag)
		}
	}
	return out
}

// group is the circulars that share their catalogs, having one name: a letter
// as Markdown and as a Word file.
type group struct {
	Name      string
	Lang      language.Tag
	Circulars []circular
}

// groups gathers the circulars by name, in order.
func (p *project) groups() []group {
	var out []group
	at := map[string]int{}
	for _, c := range p.circulars {
		key := c.Name + "." + c.Lang.String()
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key] = i
			out = append(out, group{Name: c.Name, Lang: c.Lang})
		}
		out[i].Circulars = append(out[i].Circulars, c)
	}
	return out
}
