package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/fatih/color"
	"github.com/urfave/cli/v2"
	"golang.org/x/text/language"

	"hexaglot/glossary"
	"hexaglot/messages"
	"hexaglot/messages/fault"
	"hexaglot/pipeline/check"
	"hexaglot/pipeline/document"
)

func checkCommand(t *tool) *cli.Command {
	return &cli.Command{
		Name:        "check",
		Usage:       t.say("check-usage"),
		ArgsUsage:   t.say("synopsis-files"),
		Description: "hexaglot check examples --to ru",
		Flags:       []cli.Flag{t.fromFlag(), t.toFlag(), t.acceptFlag(), t.jsonFlag()},
		Action:      t.check,
	}
}

// finding is a remark on one message, with its places.
type finding struct {
	Check      string `json:"check"`
	Severity   string `json:"severity"`
	IssueType  string `json:"issue_type"`
	Circular   string `json:"circular"`
	SourceLine int    `json:"source_line,omitempty"`
	Language   string `json:"language"`
	File       string `json:"file"`
	Line       int    `json:"line,omitempty"`
	ID         string `json:"id"`
	Source     string `json:"source"`
	Target     string `json:"target"`
	Message    string `json:"message"`

	// Where in source and target, in bytes; nil where no place is meant.
	SourceStart *int `json:"source_start,omitempty"`
	SourceEnd   *int `json:"source_end,omitempty"`
	TargetStart *int `json:"target_start,omitempty"`
	TargetEnd   *int `json:"target_end,omitempty"`

	severity check.Severity
}

func (t *tool) check(c *cli.Context) error {
	all, err := gather(t, c, func(p *project, s scope) ([]finding, error) {
		base, err := t.termbase(p)
		if err != nil {
			return nil, err
		}
		return collect(p.circulars, func(one circular) ([]finding, error) { return t.checkCircular(p, one, s, base) })
	})
	if err != nil && len(all) == 0 {
		return err
	}
	all = once(all)
	if c.Bool("json") {
		err = errors.Join(err, t.json(all))
	} else {
		t.showFindings(all)
	}
	if err == nil && count(all, check.Error) > 0 {
		return exit(1)
	}
	return err
}

// checkCircular checks the accepted translations of one circular.
func (t *tool) checkCircular(p *project, c circular, s scope, base *glossary.Termbase) ([]finding, error) {
	read, err := p.readCircular(c)
	if err != nil {
		return nil, err
	}
	out := t.sourceFindings(p, read)
	for _, lang := range p.languagesOf(c, s) {
		shelf := p.shelf(c.Name)
		if err := shelf.survey(); err != nil {
			return nil, err
		}
		catalog, err := shelf.load(messages.Active, lang)
		if err != nil {
			return nil, err
		}
		l := lookup{byID: catalog.ByID(), file: p.shown(shelf.name(messages.Active, lang)), lang: lang}
		out = append(out, t.languageFindings(p, read, l, base)...)
	}
	return out, nil
}

// lookup is the catalog of one language, and its place.
type lookup struct {
	byID map[string]*messages.Message
	file string
	lang language.Tag
}

// placed is a segment of a circular with its translation.
type placed struct {
	check.Placed
	id, target string
	sourceLine int
	line       int      // of the message
	conflicts  []string // what else it was translated with
}

// places gives every segment of a circular, in document order.
func (l lookup) places(read *reading, base *glossary.Termbase) []placed {
	var out []placed
	for _, u := range read.doc.Units {
		for _, s := range u.Segments {
			if s.Ignorable {
				continue
			}
			m := l.byID[s.ID]
			if m == nil {
				m = &messages.Message{ID: s.ID}
			}
			pair := check.Pair{Source: s.Source, Target: document.ParseContent(m.Other), From: read.Lang, To: l.lang, Terms: base}
			out = append(out, placed{check.Placed{Pair: pair, Role: u.Role}, s.ID, m.Other, u.Line, m.Line, m.Conflicts()})
		}
	}
	return out
}

// languageFindings checks each message once, and the circular as a whole.
func (t *tool) languageFindings(p *project, read *reading, l lookup, base *glossary.Termbase) []finding {
	places := l.places(read, base)
	remarks := wholeFindings(places)
	var out []finding
	seen := map[string]bool{}
	for i, x := range places {
		found := remarks[i]
		if !seen[x.id] {
			found = slices.Concat(check.Run(x.Pair), undecided(x), found)
		}
		seen[x.id] = true
		for _, f := range found {
			out = append(out, t.finding(p, read, l, x, f))
		}
	}
	return out
}

// undecided gives a finding for each text that a merge of two versions kept
// beside the translation.
func undecided(x placed) []check.Finding {
	var out []check.Finding
	for _, text := range x.conflicts {
		what := fault.New(fault.Content, "check-conflict", "it was translated in two ways, and nobody has decided: {Text}", "Text", text)
		out = append(out, check.Finding{Check: "conflict", Severity: check.Error, Message: what})
	}
	return out
}

// wholeFindings gives the findings of the checks that see the whole circular,
// by the index of their segment.
func wholeFindings(places []placed) map[int][]check.Finding {
	pairs := make([]check.Placed, len(places))
	for i, x := range places {
		pairs[i] = x.Placed
	}
	out := map[int][]check.Finding{}
	for _, r := range check.RunAll(pairs) {
		out[r.Pair] = append(out[r.Pair], r.Finding)
	}
	return out
}

func (t *tool) finding(p *project, read *reading, l lookup, x placed, f check.Finding) finding {
	out := finding{
		Check: f.Check, Severity: f.Severity.String(), IssueType: issueType(f.Check), severity: f.Severity,
		Circular: p.shown(read.Path), SourceLine: x.sourceLine, Language: l.lang.String(), File: l.file, Line: x.line, ID: x.id,
		Source: x.Source.String(), Target: x.target, Message: t.what(f.Message),
	}
	out.SourceStart, out.SourceEnd = shownSpan(x.Source, f.Source)
	out.TargetStart, out.TargetEnd = shownSpan(x.Target, f.Target)
	return out
}

// shownSpan gives a stretch of the plain text of c as byte offsets into what
// c.String gives; nil for none.
func shownSpan(c document.Content, s check.Span) (start, end *int) {
	if s.End == 0 {
		return nil, nil
	}
	from, to := shownOffset(c, s.Start, true), shownOffset(c, s.End, false)
	return &from, &to
}

// shownOffset gives an offset into the plain text of c as one into c.String;
// codes that stand there come before it, or behind it.
func shownOffset(c document.Content, at int, behind bool) int {
	n := 0
	for n < len(c.Codes) && (c.Codes[n].Pos < at || behind && c.Codes[n].Pos == at) {
		n++
	}
	return len(document.Content{Text: c.Text[:at], Codes: c.Codes[:n]}.String())
}

// sourceFindings gives the remarks on the circular itself.
func (t *tool) sourceFindings(p *project, read *reading) []finding {
	var out []finding
	for _, u := range read.doc.Units {
		for _, s := range u.Segments {
			for _, q := range check.Queries(s.Source.Text, read.Lang) {
				out = append(out, finding{
					Check: "source", Severity: check.Info.String(), IssueType: "other", severity: check.Info,
					Circular: p.shown(read.Path), SourceLine: u.Line, Language: read.Lang.String(), File: p.shown(read.Path), Line: u.Line, ID: s.ID,
					Source: s.Source.String(), Message: t.what(q),
				})
			}
		}
	}
	return out
}

func issueType(name string) string {
	for _, c := range check.All() {
		if c.Name == name {
			return c.IssueType
		}
	}
	return "other"
}

// once drops what was found before on the same line: circulars of one name
// share their messages.
func once(all []finding) []finding {
	type key struct {
		file, id, check, message string
		line                     int
	}
	seen := map[key]bool{}
	return slices.DeleteFunc(all, func(f finding) bool {
		k := key{f.File, f.ID, f.Check, f.Message, f.Line}
		known := seen[k]
		seen[k] = true
		return known
	})
}

func count(all []finding, severity check.Severity) int {
	n := 0
	for _, f := range all {
		if f.severity == severity {
			n++
		}
	}
	return n
}

// severityColours are the colours of severities on a terminal.
var severityColours = map[check.Severity]color.Attribute{check.Error: red, check.Warning: amber, check.Info: faint}

func (t *tool) showFindings(all []finding) {
	for _, f := range all {
		where := fault.New(fault.Content, "", "").At(f.File, f.Line).Where()
		word := paint(t.stdout, t.getenv, severityColours[f.severity], t.say("severity-"+f.Severity))
		fmt.Fprintf(t.stdout, "%s: %s: %s [%s]\n", visible(where), word, f.Message, f.Check)
		fmt.Fprintf(t.stdout, "  %s: %s\n", sourceTag(f), visible(excerpt(f.Source, 100)))
		if strings.TrimSpace(f.Target) != "" {
			fmt.Fprintf(t.stdout, "  %s: %s\n", f.Language, visible(excerpt(f.Target, 100)))
		}
	}
	t.println(strings.Join([]string{
		t.say("check-errors", "Count", count(all, check.Error)),
		t.say("check-warnings", "Count", count(all, check.Warning)),
		t.say("check-infos", "Count", count(all, check.Info)),
	}, ", "))
}

// sourceTag names the place of the source: its file and line.
func sourceTag(f finding) string {
	return visible(fault.New(fault.Content, "", "").At(f.Circular, f.SourceLine).Where())
}
