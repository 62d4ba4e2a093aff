package main

import (
	"fmt"

	"github.com/urfave/cli/v2"
	"golang.org/x/text/language"

	"hexaglot/glossary"
	"hexaglot/messages"
	"hexaglot/messages/fault"
	"hexaglot/pipeline"
	"hexaglot/pipeline/document"
)

func glossaryApplyCommand(t *tool) *cli.Command {
	return &cli.Command{
		Name:        "apply",
		Usage:       t.say("glossary-apply-usage"),
		ArgsUsage:   t.say("synopsis-files"),
		Description: "hexaglot glossary apply examples --to en",
		Flags: []cli.Flag{
			t.fromFlag(), t.toFlag(),
			&cli.BoolFlag{Name: "write", Usage: t.say("flag-apply-write")},
			t.jsonFlag(),
		},
		Action: t.glossaryApply,
	}
}

// replaced is a translation in which the glossary replaces something.
type replaced struct {
	File     string `json:"file"`
	Line     int    `json:"line"`
	Language string `json:"language"`
	ID       string `json:"id"`
	Before   string `json:"before"`
	After    string `json:"after"`

	diff string
}

// glossaryApply shows what the glossary would write differently in accepted
// translations, and writes it on demand.
func (t *tool) glossaryApply(c *cli.Context) error {
	write := c.Bool("write")
	all, err := gather(t, c, func(p *project, s scope) ([]replaced, error) {
		base, err := t.termbase(p)
		if err != nil {
			return nil, err
		}
		if write {
			release, err := p.lock()
			if err != nil {
				return nil, err
			}
			defer release()
		}
		return collect(p.groups(), func(g group) ([]replaced, error) { return t.applyGroup(p, g, s, base, write) })
	})
	if err != nil {
		return err
	}
	if c.Bool("json") {
		return t.json(all)
	}
	t.showReplaced(all, write)
	return nil
}

func (t *tool) showReplaced(all []replaced, written bool) {
	for _, r := range all {
		where := fault.New(fault.Content, "", "").At(r.File, r.Line).Where()
		fmt.Fprintf(t.stdout, "%s\n  %s: %s\n", visible(where), r.Language, visible(r.diff))
	}
	switch {
	case len(all) == 0:
		t.println(t.say("glossary-apply-none"))
	case written:
		t.println(t.say("glossary-apply-written", "Count", len(all)))
	default:
		t.println(t.say("glossary-apply-shown", "Count", len(all)))
	}
}

// applyGroup works on the catalogs of circulars that share them; the caller
// holds the lock if they are to be written.
func (t *tool) applyGroup(p *project, g group, s scope, base *glossary.Termbase, write bool) ([]replaced, error) {
	src, err := t.messagesOf(p, g)
	if err != nil {
		return nil, err
	}
	sources := make(map[string]document.Content, len(src))
	for _, m := range src {
		sources[m.ID] = document.ParseContent(m.Text)
	}
	var all []replaced
	work := func(shelf *shelf) (files []file, err error) {
		all, files, err = applyShelf(shelf, g.Lang, p.languagesOf(g.Circulars[0], s), sources, base)
		return files, err
	}
	if !write {
		_, err = work(p.shelf(g.Name))
		return all, err
	}
	err = p.revise(g.Name, work)
	return all, err
}

// applyShelf replaces in the catalogs of all languages and gives those that
// changed.
func applyShelf(shelf *shelf, from language.Tag, targets []language.Tag, sources map[string]document.Content, base *glossary.Termbase) (all []replaced, files []file, err error) {
	if err := shelf.survey(); err != nil {
		return nil, nil, err
	}
	for _, lang := range targets {
		for _, kind := range []messages.Kind{messages.Active, messages.Translate} {
			catalog, err := shelf.load(kind, lang)
			if err != nil {
				return nil, nil, err
			}
			more := applyCatalog(catalog, from, lang, sources, base)
			name := shelf.name(kind, lang)
			for i := range more {
				more[i].File = shelf.p.shown(name)
			}
			if len(more) > 0 {
				files = append(files, file{Name: name, Data: catalog.Encode()})
			}
			all = append(all, more...)
		}
	}
	return all, files, nil
}

// applyCatalog replaces in the messages of a catalog, which may be nil, that
// are filled and still in the circular.
func applyCatalog(catalog *messages.Catalog, from, lang language.Tag, sources map[string]document.Content, base *glossary.Termbase) []replaced {
	var out []replaced
	if catalog == nil {
		return nil
	}
	for _, m := range catalog.Messages {
		src, ok := sources[m.ID]
		if !ok || !m.Filled() {
			continue
		}
		now, diff := pipeline.ApplyTerms(base, src, document.ParseContent(m.Other), from, lang)
		if diff == "" {
			continue
		}
		before := m.Other
		m.Other = now.String()
		out = append(out, replaced{Line: m.Line, Language: lang.String(), ID: m.ID, Before: before, After: m.Other, diff: diff})
	}
	return out
}
