package main

import (
	"errors"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/urfave/cli/v2"
	"golang.org/x/sync/errgroup"
	"golang.org/x/text/language"

	"hexaglot/messages"
	"hexaglot/messages/fault"
	"hexaglot/pipeline"
)

func buildCommand(t *tool) *cli.Command {
	return &cli.Command{
		Name:        "build",
		Usage:       t.say("build-usage"),
		ArgsUsage:   t.say("synopsis-files"),
		Description: "hexaglot build examples --to ar,en",
		Flags: []cli.Flag{
			t.fromFlag(),
			t.toFlag(),
			&cli.StringFlag{Name: "out", Usage: t.say("flag-out")},
			&cli.BoolFlag{Name: "allow-untranslated", Usage: t.say("flag-allow-untranslated")},
			t.acceptFlag(),
			&cli.BoolFlag{Name: "pseudo", Usage: t.say("flag-pseudo")},
		},
		Action: t.build,
	}
}

// builder is what the building of one project needs to know.
type builder struct {
	*tool
	p      *project
	out    *project // where the versions go
	prefix string   // the folder below out
	s      scope
	every  bool // the source language too
	allow  bool
	pseudo bool
	fresh  *harvest // for the memory
}

func (t *tool) build(c *cli.Context) error {
	s, all, err := buildScope(c)
	if err != nil {
		return err
	}
	return t.each(files(c), s, func(p *project) error {
		p.options.Bare = true
		b := &builder{tool: t, p: p, s: s, every: all, allow: c.Bool("allow-untranslated"), pseudo: c.Bool("pseudo"), fresh: t.newHarvest(p)}
		closeOut, err := b.openOut(c.String("out"))
		if err != nil {
			return err
		}
		defer closeOut()
		return b.run()
	})
}

// buildScope reads the options; all says that every language is built.
func buildScope(c *cli.Context) (s scope, all bool, err error) {
	s, err = scopeOf(c)
	return s, s.to == nil, err
}

// openOut opens the folder that the versions go to: the project's own, or the
// one that the user named, which may be anywhere.
func (b *builder) openOut(dir string) (closeOut func(), err error) {
	if dir == "" {
		b.out, b.prefix = b.p, path.Clean(b.p.Out)
		return func() {}, nil
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fault.New(fault.Input, "unwritable", "cannot be written").At(dir, 0).Wrap(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fault.New(fault.Input, "unwritable", "cannot be written").At(dir, 0).Wrap(err)
	}
	b.out = &project{dir: dir, root: root}
	return b.out.close, nil
}

// run builds all circulars, several at once, and tells what came of it in their
// order.
func (b *builder) run() error {
	written := make([][]string, len(b.p.circulars))
	problems := make([]error, len(b.p.circulars))
	bar := b.progress(b.say("build-progress"), len(b.p.circulars))
	defer bar.stop()
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0) * 2)
	for i, c := range b.p.circulars {
		g.Go(func() error {
			written[i], problems[i] = b.circular(c)
			bar.step()
			return nil
		})
	}
	_ = g.Wait() // no step returns an error: each circular keeps its own
	bar.stop()
	for _, names := range written {
		for _, name := range names {
			b.println(visible(name))
		}
	}
	b.remember()
	return errors.Join(problems...)
}

// remember puts the accepted translations into the memory. The versions are
// there by now: a memory that cannot take them is no reason to fail.
func (b *builder) remember() {
	if b.pseudo {
		return
	}
	if _, err := b.fresh.store(b.p); err != nil {
		b.warning(err)
	}
}

// languages gives the languages in which a circular is built, its own among
// them where all are.
func (b *builder) languages(c circular) []language.Tag {
	if b.every {
		return append([]language.Tag{c.Lang}, b.p.languagesOf(c, b.s)...)
	}
	return b.s.to
}

// circular builds one circular; a language that is not complete is left out,
// and told.
func (b *builder) circular(c circular) (written []string, err error) {
	read, err := b.p.readCircular(c)
	if err != nil {
		return nil, err
	}
	var problems []error
	crop := b.fresh.sow(c, read.doc)
	defer b.fresh.take(crop)
	for _, lang := range b.languages(c) {
		data, err := b.version(read, lang, crop)
		if err == nil {
			name := path.Join(b.prefix, c.Name+"."+lang.String()+c.Ext)
			if !b.itself(c, name) {
				err = b.out.writeAtomic(name, data)
			}
			if err == nil {
				written = append(written, b.out.shown(name))
			}
		}
		problems = append(problems, err)
	}
	return written, errors.Join(problems...)
}

// itself reports whether a version would be written over its own circular.
func (b *builder) itself(c circular, name string) bool {
	src, err := b.p.root.Stat(filepath.FromSlash(c.Path))
	if err != nil {
		return false
	}
	out, err := b.out.root.Stat(filepath.FromSlash(name))
	return err == nil && os.SameFile(src, out)
}

// version gives the circular in one language.
func (b *builder) version(read *reading, lang language.Tag, crop *crop) ([]byte, error) {
	if lang == read.Lang {
		return read.src, nil
	}
	if b.pseudo {
		pipeline.Pseudo(read.doc, lang)
		return pipeline.Write(read.Path, read.doc, lang)
	}
	shelf := b.p.shelf(read.Name)
	catalog, err := shelf.load(messages.Active, lang)
	if err != nil {
		return nil, err
	}
	accepted := catalog.Accepted()
	problems := pipeline.Merge(read.doc, lang, func(id string) (string, bool) {
		text, ok := accepted[id]
		return text, ok
	})
	crop.grow(read.doc, lang, accepted)
	if err := b.refuse(read, lang, problems); err != nil {
		return nil, err
	}
	return pipeline.Write(read.Path, read.doc, lang)
}

// refuse gives the problems that keep a version from being written.
func (b *builder) refuse(read *reading, lang language.Tag, problems []pipeline.Problem) error {
	var out []error
	for _, problem := range problems {
		if problem.Cause == nil && b.allow {
			continue
		}
		out = append(out, b.p.problem(read.circular, lang, b.languageName(lang), problem))
	}
	if len(out) == 0 {
		return nil
	}
	return errors.Join(append(out, b.summary(read, lang, len(out)))...)
}

func (b *builder) summary(read *reading, lang language.Tag, n int) error {
	return fault.New(fault.Content, "not-built", "the {Language} version was not written: {Count} segments are missing or broken",
		"Language", b.languageName(lang), "Lang", lang.String(), "Count", n).At(b.p.shown(read.Path), 0)
}

// languageName gives the name of a language in the user's language.
func (t *tool) languageName(lang language.Tag) string {
	base, _ := lang.Base()
	return t.say("language-" + strings.ToLower(base.String()))
}
