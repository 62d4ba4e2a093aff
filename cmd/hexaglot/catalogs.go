package main

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"hexaglot/messages"
	"hexaglot/messages/fault"
	"hexaglot/messages/ui"
)

// kinds are the catalogs of one language.
var kinds = []messages.Kind{messages.Active, messages.Translate, messages.Attic}

// shelf is the folder of the catalogs of one circular, and what was read of it.
type shelf struct {
	p    *project
	dir  string            // slash-separated, below the project
	seen map[string][]byte // by name below the project; nil: there was no such file
}

func (p *project) shelf(name string) *shelf {
	return &shelf{p: p, dir: path.Join(path.Clean(p.Catalogs), name), seen: map[string][]byte{}}
}

func (s *shelf) name(kind messages.Kind, lang language.Tag) string {
	return path.Join(s.dir, messages.FileName(kind, lang))
}

// load reads one catalog; nil where there is no such file.
func (s *shelf) load(kind messages.Kind, lang language.Tag) (*messages.Catalog, error) {
	name := s.name(kind, lang)
	data, err := s.p.readIfAny(name, catalogLimit)
	if err != nil {
		return nil, err
	}
	s.seen[name] = data
	if data == nil {
		return nil, nil
	}
	return messages.Read(s.p.shown(name), data, lang)
}

// files reads the catalogs of one language.
func (s *shelf) files(lang language.Tag) (f messages.Files, err error) {
	for _, kind := range kinds {
		c, err := s.load(kind, lang)
		if err != nil {
			return f, err
		}
		switch kind {
		case messages.Active:
			f.Active = c
		case messages.Translate:
			f.Translate = c
		case messages.Attic:
			f.Attic = c
		}
	}
	return f, nil
}

// put gives the files to write for the catalogs of one language: those whose
// bytes are new, and those that are not needed any more.
func (s *shelf) put(lang language.Tag, f messages.Files) []file {
	var out []file
	for i, c := range []*messages.Catalog{f.Active, f.Translate, f.Attic} {
		name := s.name(kinds[i], lang)
		next := file{Name: name}
		if !c.Empty() {
			next.Data = c.Encode()
		}
		if before := s.seen[name]; before == nil && next.Data == nil || before != nil && bytes.Equal(before, next.Data) {
			continue
		}
		out = append(out, next)
	}
	return out
}

// untouched reports whether the files are still as they were read.
func (s *shelf) untouched() (bool, error) {
	for name, before := range s.seen {
		now, err := s.p.readIfAny(name, catalogLimit)
		if err != nil {
			return false, err
		}
		if (now == nil) != (before == nil) || !bytes.Equal(now, before) {
			return false, nil
		}
	}
	return true, nil
}

// languages lists the languages that have catalogs here.
func (s *shelf) languages() []language.Tag {
	entries, _ := fs.ReadDir(s.p.root.FS(), s.dir)
	var out []language.Tag
	for _, tag := range ui.Languages {
		if slices.ContainsFunc(entries, func(e fs.DirEntry) bool {
			kind, lang, err := messages.ParseName(e.Name())
			return err == nil && lang == tag && kind != messages.Attic
		}) {
			out = append(out, tag)
		}
	}
	return out
}

// survey refuses catalogs whose names tell of no language of the program: what
// a translator typed there would never be read.
func (s *shelf) survey() error {
	entries, err := fs.ReadDir(s.p.root.FS(), s.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return s.p.unreadable(s.dir, err)
	}
	for _, entry := range entries {
		if entry.IsDir() || !strings.HasSuffix(entry.Name(), ".toml") || strings.HasPrefix(entry.Name(), ".") {
			continue
		}
		shown := s.p.shown(path.Join(s.dir, entry.Name()))
		_, lang, err := messages.ParseName(entry.Name())
		if err != nil {
			var f *fault.Error
			if errors.As(err, &f) {
				f = f.At(shown, 0)
				f.File = shown
				return f
			}
			return err
		}
		if _, ok := ui.Parse(lang.String()); !ok {
			return fault.At(unknownLanguage(lang.String()), filepath.ToSlash(shown), 0)
		}
	}
	return nil
}
