package main

import (
	"fmt"
	"unicode/utf8"

	"github.com/urfave/cli/v2"
	"golang.org/x/text/language"

	"hexaglot/messages"
	"hexaglot/messages/fault"
	"hexaglot/pipeline"
	"hexaglot/pipeline/document"
	"hexaglot/pipeline/locale"
)

func tidyCommand(t *tool) *cli.Command {
	return &cli.Command{
		Name:        "tidy",
		Usage:       t.say("tidy-usage"),
		ArgsUsage:   t.say("synopsis-files"),
		Description: "hexaglot tidy examples --to fr,zh",
		Flags: []cli.Flag{
			t.fromFlag(), t.toFlag(), t.acceptFlag(),
			&cli.BoolFlag{Name: "write", Usage: t.say("flag-tidy-write")},
			t.jsonFlag(),
		},
		Action: t.tidy,
	}
}

// tidied is a translation that house typography changes.
type tidied struct {
	File     string    `json:"file"`
	Line     int       `json:"line"`
	Language string    `json:"language"`
	ID       string    `json:"id"`
	Before   string    `json:"before"`
	After    string    `json:"after"`
	Changes  []retouch `json:"changes"`
}

// retouch is one change of typography.
type retouch struct {
	Rule   string `json:"rule"`
	Before string `json:"before"`
	After  string `json:"after"`

	lead, tail string // what stands around it
}

// tidy shows what house typography would change in accepted translations, and
// writes it on demand.
func (t *tool) tidy(c *cli.Context) error {
	write := c.Bool("write")
	all, err := gather(t, c, func(p *project, s scope) ([]tidied, error) {
		if write {
			release, err := p.lock()
			if err != nil {
				return nil, err
			}
			defer release()
		}
		return collect(p.groups(), func(g group) ([]tidied, error) { return t.tidyGroup(p, g, s, write) })
	})
	if err != nil {
		return err
	}
	if c.Bool("json") {
		return t.json(all)
	}
	t.showTidied(all, write)
	return nil
}

// tidyGroup works on the catalogs of circulars that share them; the caller
// holds the lock if they are to be written.
func (t *tool) tidyGroup(p *project, g group, s scope, write bool) ([]tidied, error) {
	src, err := t.messagesOf(p, g)
	if err != nil {
		return nil, err
	}
	known := make(map[string]bool, len(src))
	for _, m := range src {
		known[m.ID] = true
	}
	var all []tidied
	work := func(shelf *shelf) (files []file, err error) {
		all, files, err = tidyShelf(shelf, p.languagesOf(g.Circulars[0], s), known)
		return files, err
	}
	if !write {
		_, err = work(p.shelf(g.Name))
		return all, err
	}
	err = p.revise(g.Name, work)
	return all, err
}

// tidyShelf tidies the accepted translations of all languages and gives the
// catalogs that changed.
func tidyShelf(shelf *shelf, targets []language.Tag, known map[string]bool) (all []tidied, files []file, err error) {
	if err := shelf.survey(); err != nil {
		return nil, nil, err
	}
	for _, lang := range targets {
		catalog, err := shelf.load(messages.Active, lang)
		if err != nil {
			return nil, nil, err
		}
		name := shelf.name(messages.Active, lang)
		more := tidyCatalog(catalog, shelf.p.shown(name), lang, known)
		if len(more) > 0 {
			files = append(files, file{Name: name, Data: catalog.Encode()})
		}
		all = append(all, more...)
	}
	return all, files, nil
}

// tidyCatalog tidies the messages of a catalog, which may be nil, that are
// filled and still in the circular.
func tidyCatalog(catalog *messages.Catalog, shown string, lang language.Tag, known map[string]bool) []tidied {
	if catalog == nil {
		return nil
	}
	var out []tidied
	for _, m := range catalog.Messages {
		if !known[m.ID] || !m.Filled() {
			continue
		}
		c := document.ParseContent(m.Other)
		now, edits := pipeline.Tidy(c, lang)
		if len(edits) == 0 {
			continue
		}
		before := m.Other
		m.Other = now.String()
		out = append(out, tidied{
			File: shown, Line: m.Line, Language: lang.String(), ID: m.ID,
			Before: before, After: m.Other, Changes: retouches(c.Text, edits),
		})
	}
	return out
}

// retouches gives the edits of a text with what stands around them.
func retouches(text string, edits []locale.Edit) []retouch {
	var out []retouch
	for _, e := range edits {
		lead, tail := around(text, e.Start, e.End)
		out = append(out, retouch{Rule: e.Rule, Before: text[e.Start:e.End], After: e.New, lead: lead, tail: tail})
	}
	return out
}

// around gives at most eight characters on each side of a stretch, with a sign
// where there are more.
func around(text string, start, end int) (lead, tail string) {
	from, to := start, end
	for range 8 {
		_, size := utf8.DecodeLastRuneInString(text[:from])
		from -= size
		_, size = utf8.DecodeRuneInString(text[to:])
		to += size
	}
	lead, tail = text[from:start], text[end:to]
	if from > 0 {
		lead = "…" + lead
	}
	if to < len(text) {
		tail += "…"
	}
	return lead, tail
}

// shown gives a stretch in its surroundings, with visible spaces.
func (r retouch) shown(stretch string) string {
	return r.lead + "[" + locale.VisibleSpaces(stretch) + "]" + r.tail
}

func (t *tool) showTidied(all []tidied, written bool) {
	count := 0
	for _, x := range all {
		count += len(x.Changes)
		where := fault.New(fault.Content, "", "").At(x.File, x.Line).Where()
		fmt.Fprintln(t.stdout, visible(where))
		for _, r := range x.Changes {
			t.println("  " + t.say("typography-"+r.Rule, "Before", r.shown(r.Before), "After", r.shown(r.After)))
		}
	}
	switch {
	case len(all) == 0:
		t.println(t.say("tidy-none"))
	case written:
		t.println(t.say("tidy-written", "Count", len(all), "Changes", count))
	default:
		t.println(t.say("tidy-shown", "Count", len(all), "Changes", count))
	}
}
