package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

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

// glossaryApply shows what the glossary would write differently in
// translations, and writes it on demand.
func (t *tool) glossaryApply(c *cli.Context) error {
	all, err := amendAll(t, c, []messages.Kind{messages.Active, messages.Translate}, func(p *project) (amend[replaced], error) {
		base, err := t.termbase(p)
		return applyTerms(base), err
	})
	if err != nil {
		return err
	}
	if c.Bool("json") {
		return t.json(all)
	}
	t.showReplaced(all, c.Bool("write"))
	return nil
}

// applyTerms replaces what the glossary forbids.
func applyTerms(base *glossary.Termbase) amend[replaced] {
	return func(x amendable) (string, replaced, bool) {
		m := x.message
		now, diff := pipeline.ApplyTerms(base, x.source, document.ParseContent(m.Other), x.from, x.to)
		after := now.String()
		return after, replaced{File: x.file, Line: m.Line, Language: x.to.String(), ID: m.ID, Before: m.Other, After: after, diff: diff}, diff != ""
	}
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
