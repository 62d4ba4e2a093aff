package main

import (
	"fmt"
	"unicode/utf8"

	"github.com/urfave/cli/v2"

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
	all, err := amendAll(t, c, []messages.Kind{messages.Active}, func(*project) (amend[tidied], error) { return tidyMessage, nil })
	if err != nil {
		return err
	}
	if c.Bool("json") {
		return t.json(all)
	}
	t.showTidied(all, c.Bool("write"))
	return nil
}

func tidyMessage(x amendable) (string, tidied, bool) {
	m := x.message
	c := document.ParseContent(m.Other)
	now, edits := pipeline.Tidy(c, x.to)
	after := now.String()
	return after, tidied{
		File: x.file, Line: m.Line, Language: x.to.String(), ID: m.ID,
		Before: m.Other, After: after, Changes: retouches(c.Text, edits),
	}, len(edits) > 0
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
