package main

import (
	"errors"
	"strconv"

	"github.com/urfave/cli/v2"
	"golang.org/x/text/language"

	"hexaglot/glossary"
	"hexaglot/messages"
	"hexaglot/pipeline"
	"hexaglot/pipeline/memory"
)

func extractCommand(t *tool) *cli.Command {
	return &cli.Command{
		Name:        "extract",
		Usage:       t.say("extract-usage"),
		ArgsUsage:   t.say("synopsis-files"),
		Description: "hexaglot extract letter.fr.md --to en,es",
		Flags:       []cli.Flag{t.fromFlag(), t.toFlag(), t.acceptFlag()},
		Action:      t.extract,
	}
}

func (t *tool) fromFlag() cli.Flag {
	return &cli.StringFlag{Name: "from", Usage: t.say("flag-from")}
}

func (t *tool) toFlag() cli.Flag {
	return &cli.StringSliceFlag{Name: "to", Usage: t.say("flag-to")}
}

// extract creates or updates the catalogs of the circulars.
func (t *tool) extract(c *cli.Context) error {
	s, err := scopeOf(c)
	if err != nil {
		return err
	}
	return t.each(files(c), s, func(p *project) (problem error) {
		base, err := t.termbase(p)
		if err != nil {
			return err
		}
		release, err := p.lock()
		if err != nil {
			return err
		}
		defer release()
		store, err := p.openMemory(memory.Read)
		if err != nil {
			return err
		}
		defer closeMemory(store, &problem)
		bar := t.progress(t.say("extract-progress"), len(p.groups()))
		defer bar.stop()
		rows, err := collect(p.groups(), func(g group) ([][]string, error) {
			defer bar.step()
			return t.extractGroup(p, g, s, base, store)
		})
		bar.stop()
		if err != nil && len(rows) == 0 {
			return err
		}
		t.table([]string{
			t.say("column-circular"), t.say("column-language"), t.say("column-new"), t.say("column-changed"), t.say("column-moved"),
			t.say("column-filled"), t.say("column-restored"), t.say("column-removed"), t.say("column-done"), t.say("column-todo"),
		}, rows)
		t.nextStep(p, rows)
		return err
	})
}

// nextStep says what to do after an extract.
func (t *tool) nextStep(p *project, rows [][]string) {
	for _, row := range rows {
		if row[len(row)-1] != "0" {
			t.println(t.say("extract-next", "Folder", p.shown(p.Catalogs)))
			return
		}
	}
	t.println(t.say("extract-complete"))
}

// extractGroup updates the catalogs of circulars that share them, and gives a
// row of what happened for each language.
func (t *tool) extractGroup(p *project, g group, s scope, base *glossary.Termbase, store *memory.Store) ([][]string, error) {
	named, err := p.readGroup(g)
	if err != nil {
		return nil, err
	}
	src, err := t.catalogOf(named, g)
	if err != nil {
		return nil, err
	}
	advisor := t.newAdvisor(p, g, store, base, pipeline.FindTerms(base, src, g.Lang), contextsOf(named))
	var rows [][]string
	err = p.revise(g.Name, func(shelf *shelf) (files []file, err error) {
		rows, files, err = t.update(shelf, g, p.languagesOf(g.Circulars[0], s), src, advisor)
		return files, errors.Join(err, advisor.err)
	})
	return rows, err
}

// update gives the new files of all languages of a group.
func (t *tool) update(shelf *shelf, g group, targets []language.Tag, src []messages.Source, advisor *advisor) (rows [][]string, files []file, err error) {
	if err := shelf.survey(); err != nil {
		return nil, nil, err
	}
	old, err := shelf.files(g.Lang)
	if err != nil {
		return nil, nil, err
	}
	plan := messages.NewPlan(g.Lang, src, old)
	for _, lang := range targets {
		old, err := shelf.files(lang)
		if err != nil {
			return nil, nil, err
		}
		options, err := t.options(g, lang, advisor)
		if err != nil {
			return nil, nil, err
		}
		next, report := plan.Target(lang, old, options)
		files = append(files, shelf.put(lang, next)...)
		rows = append(rows, row(g.Name, lang, report))
	}
	voice, err := t.voice(g.Lang)
	if err != nil {
		return nil, nil, err
	}
	next, _ := plan.Source(voice.sourceHeads(g))
	return rows, append(files, shelf.put(g.Lang, next)...), nil
}

func row(name string, lang language.Tag, r messages.Report) []string {
	out := []string{name, lang.String()}
	for _, ids := range [][]string{r.New, r.Changed, r.Moved, r.Filled, r.Restored, r.Removed, r.Done, r.ToDo} {
		out = append(out, strconv.Itoa(len(ids)))
	}
	return out
}

// options says how the catalogs of a target language are updated: what stands
// in them is told in that language, for its translators.
func (t *tool) options(g group, lang language.Tag, advisor *advisor) (messages.Options, error) {
	voice, err := t.voice(lang)
	if err != nil {
		return messages.Options{}, err
	}
	return messages.Options{
		Heads:    voice.heads(g),
		Previous: voice.say("origin-previous"),
		Advise: func(m *messages.Source, before *messages.Before) messages.Advice {
			return advisor.advise(voice, m, before, lang)
		},
	}, nil
}

// heads gives the texts at the top of the catalogs.
func (t *tool) heads(g group) messages.Heads {
	name := g.Circulars[0].Path
	return messages.Heads{
		Active:    t.say("head-active", "Circular", name),
		Translate: t.say("head-translate", "Circular", name),
		Attic:     t.say("head-attic", "Circular", name),
	}
}

// sourceHeads gives the texts at the top of the catalogs of the source language.
func (t *tool) sourceHeads(g group) messages.Heads {
	heads := t.heads(g)
	heads.Active = t.say("head-source", "Circular", g.Circulars[0].Path)
	return heads
}

// voice is a tool that speaks another language.
func (t *tool) voice(lang language.Tag) (*tool, error) {
	speaker, err := speakerOf(lang)
	if err != nil {
		return nil, err
	}
	return &tool{speaker: speaker, stdout: t.stdout, stderr: t.stderr, getenv: t.getenv}, nil
}
