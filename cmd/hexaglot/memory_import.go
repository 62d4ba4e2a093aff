package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"

	"github.com/urfave/cli/v2"
	"golang.org/x/text/language"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/document"
	"hexaglot/pipeline/memory"
	"hexaglot/pipeline/memory/tmx"
)

func memoryImportCommand(t *tool) *cli.Command {
	return &cli.Command{
		Name:        "import",
		Usage:       t.say("memory-import-usage"),
		ArgsUsage:   t.say("synopsis-tmx-files"),
		Description: "hexaglot memory import unterm.tmx",
		Action:      t.memoryImport,
	}
}

// importMemory is how many bytes of memory an import tries to do with, beside
// those of the database.
const importMemory = 96 << 20

// memoryImport takes the units of TMX files into the memory: all of all files,
// or, where one has a problem, none.
func (t *tool) memoryImport(c *cli.Context) error {
	if c.NArg() == 0 {
		return fault.New(fault.Usage, "import-no-file", "there is no file to import")
	}
	debug.SetMemoryLimit(importMemory)
	return withMemory(memory.Write, func(p *project, s *memory.Store) error {
		i := &importing{names: c.Args().Slice(), preferred: p.source}
		report, err := s.Fill(i.entries, nil)
		if len(i.problems) > 0 {
			return errors.Join(append(i.problems, fault.New(fault.Input, "memory-not-imported", "nothing was imported"))...)
		}
		if err != nil {
			return err
		}
		t.added(report)
		return nil
	})
}

// importing reads TMX files one after the other.
type importing struct {
	names     []string
	preferred language.Tag
	problems  []error
}

// entries gives the entries of all files; after the first problem it reads on
// to find the others, and gives no more entries.
func (i *importing) entries(yield func(memory.Entry, error) bool) {
	for _, name := range i.names {
		f, err := openRegular(name)
		if err != nil {
			i.problems = append(i.problems, err)
			continue
		}
		more := i.file(f, name, yield)
		f.Close()
		if !more {
			return
		}
	}
	if len(i.problems) > 0 {
		yield(memory.Entry{}, i.problems[0])
	}
}

func (i *importing) file(r io.Reader, name string, yield func(memory.Entry, error) bool) bool {
	for u, err := range tmx.Read(r, filepath.ToSlash(name), i.preferred) {
		if err != nil {
			i.problems = append(i.problems, err)
		}
		if len(i.problems) == 0 && !yield(entryOf(u, filepath.Base(name)), nil) {
			return false
		}
	}
	return true
}

// openRegular opens a file that the user named.
func openRegular(name string) (*os.File, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fault.New(fault.Input, "unreadable", "cannot be read").At(filepath.ToSlash(name), 0).Wrap(err)
	}
	info, err := f.Stat()
	switch {
	case err != nil:
	case info.IsDir():
		err = fault.New(fault.Input, "is-folder", "is a folder, not a file").At(filepath.ToSlash(name), 0)
	case !info.Mode().IsRegular():
		err = fault.New(fault.Input, "not-regular", "is not a regular file").At(filepath.ToSlash(name), 0)
	default:
		return f, nil
	}
	f.Close()
	return nil, err
}

// The properties in which TMX files of ours say what TMX has no attribute for.
const (
	propKind    = "x-origin-kind"
	propOrigin  = "x-origin"
	propProject = "x-project"
	propContext = "x-context"
	propStatus  = "x-status"
)

// entryOf gives the entry of a unit of the file name. What a memory of hexaglot
// has exported keeps its origin.
func entryOf(u tmx.Unit, name string) memory.Entry {
	e := memory.Entry{
		Lang: u.Source, Text: u.Variants[0].Content.String(),
		Origin: memory.Origin{Kind: memory.Import, Name: name, Project: u.Prop(propProject)},
	}
	if origin := u.Prop(propOrigin); origin != "" {
		e.Origin.Name = origin
		if u.Prop(propKind) == string(memory.Circular) {
			e.Origin.Kind = memory.Circular
		}
	}
	for _, p := range u.Props {
		if n, err := strconv.ParseUint(p.Text, 16, 64); err == nil && p.Type == propContext {
			e.Contexts = append(e.Contexts, memory.Context(n))
		}
	}
	for _, v := range u.Variants[1:] {
		e.Translations = append(e.Translations, memory.Translation{
			Lang: v.Lang, Text: v.Content.String(), Status: statusOf(v.Prop(propStatus)), Who: v.Who, When: v.When,
		})
	}
	return e
}

func statusOf(name string) memory.Status {
	switch s := memory.Status(name); s {
	case memory.Reviewed, memory.Human, memory.Machine:
		return s
	}
	return memory.Imported
}

// entryUnit gives the unit of an entry with its translations into the languages
// that are wanted, nil for all; ok is false where it has none.
func entryUnit(e memory.Entry, to []language.Tag) (u tmx.Unit, ok bool) {
	u = tmx.Unit{
		Source: e.Lang, Variants: []tmx.Variant{{Lang: e.Lang, Content: document.ParseContent(e.Text)}},
		Props: []tmx.Prop{{Type: propOrigin, Text: e.Origin.Name}, {Type: propKind, Text: string(e.Origin.Kind)}},
	}
	if e.Origin.Project != "" {
		u.Props = append(u.Props, tmx.Prop{Type: propProject, Text: e.Origin.Project})
	}
	for _, c := range e.Contexts {
		u.Props = append(u.Props, tmx.Prop{Type: propContext, Text: strconv.FormatUint(uint64(c), 16)})
	}
	for _, x := range e.Translations {
		if to != nil && !anySame(to, x.Lang) {
			continue
		}
		u.Variants = append(u.Variants, tmx.Variant{
			Lang: x.Lang, Content: document.ParseContent(x.Text), When: x.When, Who: x.Who,
			Props: []tmx.Prop{{Type: propStatus, Text: string(x.Status)}},
		})
	}
	return u, len(u.Variants) > 1
}
