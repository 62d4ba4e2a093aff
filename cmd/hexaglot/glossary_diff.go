package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"hexaglot/glossary"
	"hexaglot/messages"
	"hexaglot/messages/fault"
)

func glossaryDiffCommand(t *tool) *cli.Command {
	return &cli.Command{
		Name:        "diff",
		Usage:       t.say("glossary-diff-usage"),
		ArgsUsage:   t.say("synopsis-diff"),
		Description: "hexaglot glossary diff itu terms.toml examples",
		Flags:       []cli.Flag{t.fromFlag(), t.toFlag(), t.jsonFlag()},
		Action:      t.glossaryDiff,
	}
}

// ituName stands for the embedded termbase on the command line.
const ituName = "itu"

// changed is a term that differs between two termbases.
type changed struct {
	Concept  string    `json:"concept"`
	Language string    `json:"language"`
	Before   *diffTerm `json:"before"`
	After    *diffTerm `json:"after"`
}

// diffTerm is a side of a change.
type diffTerm struct {
	Term   string `json:"term"`
	Type   string `json:"type"`
	Status string `json:"status"`
}

// touched is a segment of a circular that a change touches.
type touched struct {
	Concepts   []string `json:"concepts"`
	Circular   string   `json:"circular"`
	SourceLine int      `json:"source_line,omitempty"`
	Language   string   `json:"language"`
	File       string   `json:"file,omitempty"` // "" where there is no translation yet
	Line       int      `json:"line,omitempty"`
	ID         string   `json:"id"`
	Source     string   `json:"source"`
	Target     string   `json:"target"`
}

// glossaryDiff lists what differs between two termbases and which segments of
// the circulars that touches.
func (t *tool) glossaryDiff(c *cli.Context) error {
	s, err := scopeOf(c)
	if err != nil {
		return err
	}
	if c.NArg() < 2 {
		return fault.New(fault.Usage, "usage-diff", "diff takes two glossaries, and the projects or files to search")
	}
	old, err := readGlossary(c.Args().Get(0))
	if err != nil {
		return err
	}
	now, err := readGlossary(c.Args().Get(1))
	if err != nil {
		return err
	}
	changes := glossary.Diff(old, now)
	impact := glossary.NewImpact(old, now, changes)
	segments := []touched{}
	if args := c.Args().Slice()[2:]; len(args) > 0 {
		err = t.each(args, s, func(p *project) error {
			for _, circular := range p.circulars {
				more, err := p.touched(circular, s, impact)
				if err != nil {
					return err
				}
				segments = append(segments, more...)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	if c.Bool("json") {
		return t.json(map[string]any{"changes": changesOf(changes), "segments": segments})
	}
	t.showChanges(changesOf(changes))
	t.showTouched(segments)
	return nil
}

// readGlossary reads a termbase of any folder; "itu" is the embedded one.
func readGlossary(name string) (*glossary.Termbase, error) {
	if name == ituName {
		return glossary.ITU()
	}
	shown := filepath.ToSlash(name)
	f, err := os.Open(name)
	if err != nil {
		return nil, fault.New(fault.Input, "unreadable", "cannot be read").At(shown, 0).Wrap(err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, glossaryLimit+1))
	switch {
	case err != nil:
		return nil, fault.New(fault.Input, "unreadable", "cannot be read").At(shown, 0).Wrap(err)
	case len(data) > glossaryLimit:
		return nil, fault.New(fault.Input, "too-large", "is larger than {Limit} MiB", "Limit", glossaryLimit>>20).At(shown, 0)
	}
	return glossary.Parse(shown, data)
}

// touched gives the segments of a circular, in all its languages, that the
// changes touch.
func (p *project) touched(c circular, s scope, impact *glossary.Impact) ([]touched, error) {
	read, err := p.readCircular(c)
	if err != nil {
		return nil, err
	}
	var out []touched
	for _, lang := range p.languagesOf(c, s) {
		shelf := p.shelf(c.Name)
		catalog, err := shelf.load(messages.Active, lang)
		if err != nil {
			return nil, err
		}
		l := lookup{byID: catalog.ByID(), file: p.shown(shelf.name(messages.Active, lang)), lang: lang}
		seen := map[string]bool{}
		for _, x := range l.places(read, nil) {
			concepts := impact.Touched(x.Source.Text, x.Target.Text, read.Lang, lang)
			if len(concepts) == 0 || seen[x.ID] {
				continue
			}
			seen[x.ID] = true
			out = append(out, touched{
				Concepts: concepts, Circular: p.shown(read.Path), SourceLine: x.sourceLine, Language: lang.String(),
				File: fileOf(l, x), Line: x.line, ID: x.ID, Source: x.Source.String(), Target: x.target,
			})
		}
	}
	return out, nil
}

func fileOf(l lookup, x placed) string {
	if x.line == 0 {
		return ""
	}
	return l.file
}

func changesOf(all []glossary.Change) []changed {
	out := []changed{}
	side := func(term *glossary.Term) *diffTerm {
		if term == nil {
			return nil
		}
		return &diffTerm{term.Text, string(term.Type), string(term.Status)}
	}
	for _, c := range all {
		out = append(out, changed{Concept: c.Concept, Language: c.Lang.String(), Before: side(c.Before), After: side(c.After)})
	}
	return out
}

func (t *tool) showChanges(all []changed) {
	if len(all) == 0 {
		t.println(t.say("glossary-diff-none"))
		return
	}
	var rows [][]string
	for _, c := range all {
		rows = append(rows, []string{c.Concept, c.Language, c.Before.String(), c.After.String()})
	}
	t.table([]string{t.say("column-concept"), t.say("column-language"), t.say("column-before"), t.say("column-after")}, rows)
}

// String gives the term and what is special about it.
func (d *diffTerm) String() string {
	if d == nil {
		return "–"
	}
	var special []string
	if d.Type != string(glossary.FullForm) {
		special = append(special, d.Type)
	}
	if d.Status != string(glossary.Preferred) {
		special = append(special, d.Status)
	}
	if len(special) == 0 {
		return d.Term
	}
	return d.Term + " [" + strings.Join(special, ", ") + "]"
}

func (t *tool) showTouched(all []touched) {
	for _, x := range all {
		where := fault.New(fault.Content, "", "").At(x.Circular, x.SourceLine).Where()
		fmt.Fprintf(t.stdout, "\n%s: %s [%s]\n", visible(where), visible(excerpt(x.Source, 100)), strings.Join(x.Concepts, ", "))
		if x.Target != "" {
			where = fault.New(fault.Content, "", "").At(x.File, x.Line).Where()
			fmt.Fprintf(t.stdout, "  %s: %s: %s\n", visible(where), x.Language, visible(excerpt(x.Target, 100)))
		}
	}
	t.println("\n" + t.say("glossary-diff-touched", "Count", len(all)))
}
