package main

import (
	"fmt"
	"strings"

	"github.com/fatih/color"
	"github.com/urfave/cli/v2"
	"golang.org/x/text/language"

	"hexaglot/glossary"
	"hexaglot/messages/ui"
)

func glossaryLintCommand(t *tool) *cli.Command {
	return &cli.Command{
		Name:        "lint",
		Usage:       t.say("glossary-lint-usage"),
		ArgsUsage:   t.say("synopsis-termbases"),
		Description: "hexaglot glossary lint terms.toml --to en,fr",
		Flags: []cli.Flag{
			&cli.StringSliceFlag{Name: "to", Usage: t.say("flag-lint-to")},
			t.jsonFlag(),
		},
		Action: t.glossaryLint,
	}
}

// remark is a finding in a termbase, as JSON has it.
type remark struct {
	Rule     string `json:"rule"`
	Severity string `json:"severity"`
	Concept  string `json:"concept"`
	Language string `json:"language,omitempty"`
	Term     string `json:"term,omitempty"`
	File     string `json:"file,omitempty"`
	Line     int    `json:"line,omitempty"`
	Message  string `json:"message"`
}

// glossaryLint tells what is wrong with a termbase: that of the files, or that
// of the project.
func (t *tool) glossaryLint(c *cli.Context) error {
	langs, err := languages(c.StringSlice("to"), ui.Languages)
	if err != nil {
		return err
	}
	if langs == nil {
		langs = ui.Languages
	}
	b, err := t.termbaseOf(c)
	if err != nil {
		return err
	}
	findings := glossary.Lint(b, langs)
	if c.Bool("json") {
		err = t.json(t.remarks(findings))
	} else {
		t.showLint(findings)
	}
	if err == nil && countLint(findings, glossary.Error) > 0 {
		return exit(1)
	}
	return err
}

func (t *tool) remarks(findings []glossary.Finding) []remark {
	out := []remark{}
	for _, f := range findings {
		r := remark{
			Rule: f.Rule, Severity: f.Severity.String(), Concept: f.Concept, Term: f.Term,
			File: f.Message.File, Line: f.Message.Line, Message: t.what(f.Message),
		}
		if f.Lang != language.Und {
			r.Language = f.Lang.String()
		}
		out = append(out, r)
	}
	return out
}

// lintColours are the colours of severities on a terminal.
var lintColours = map[glossary.Severity]color.Attribute{glossary.Error: red, glossary.Warning: amber, glossary.Info: faint}

func (t *tool) showLint(findings []glossary.Finding) {
	for _, f := range findings {
		place := f.Message.Where()
		if place == "" {
			place = f.Concept
		}
		word := paint(t.stdout, t.getenv, lintColours[f.Severity], t.say("severity-"+f.Severity.String()))
		fmt.Fprintf(t.stdout, "%s: %s: %s [%s]\n", visible(place), word, t.what(f.Message), f.Rule)
	}
	t.println(strings.Join([]string{
		t.say("check-errors", "Count", countLint(findings, glossary.Error)),
		t.say("check-warnings", "Count", countLint(findings, glossary.Warning)),
		t.say("check-infos", "Count", countLint(findings, glossary.Info)),
	}, t.say("list-separator")))
}

func countLint(findings []glossary.Finding, severity glossary.Severity) (n int) {
	for _, f := range findings {
		if f.Severity == severity {
			n++
		}
	}
	return n
}
