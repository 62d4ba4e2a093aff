package main

import (
	"errors"
	"slices"

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
		Flags: []cli.Flag{
			t.fromFlag(), t.toFlag(), t.acceptFlag(),
			&cli.StringFlag{Name: "format", Usage: t.say("flag-format", "Formats", reportNames())},
			t.jsonFlag(),
			&cli.BoolFlag{Name: "spelling", Usage: t.say("flag-spelling")},
		},
		Action: t.check,
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

	Suppressed    bool   `json:"suppressed,omitempty"`
	Justification string `json:"justification,omitempty"`

	severity check.Severity
	region   region
}

func (t *tool) check(c *cli.Context) error {
	report, err := reportOf(c)
	if err != nil {
		return err
	}
	spell := speller{t: t, wanted: c.Bool("spelling")}
	defer spell.close()
	all, err := gather(t, c, func(p *project, s scope) ([]finding, error) {
		base, err := t.termbase(p)
		if err != nil {
			return nil, err
		}
		return collect(p.circulars, func(one circular) ([]finding, error) { return t.checkCircular(p, one, s, base, &spell) })
	})
	if err != nil && len(all) == 0 {
		return err
	}
	all = once(all)
	err = errors.Join(err, report.print(t, all))
	if err == nil && count(all, check.Error) > 0 {
		return exit(1)
	}
	return err
}

// checkCircular checks the accepted translations of one circular.
func (t *tool) checkCircular(p *project, c circular, s scope, base *glossary.Termbase, spell *speller) ([]finding, error) {
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
		name := shelf.name(messages.Active, lang)
		l := lookup{byID: catalog.ByID(), file: p.shown(name), lang: lang, lines: newLines(shelf.seen[name]), spell: spell.of(lang)}
		out = append(out, t.languageFindings(p, read, l, base)...)
	}
	return out, nil
}

// lookup is the catalog of one language, and its place.
type lookup struct {
	byID  map[string]*messages.Message
	file  string
	lang  language.Tag
	lines lines
	spell check.Speller // nil: no spelling is checked
}

// placed is a segment of a circular with its translation.
type placed struct {
	check.Placed
	target     string
	sourceLine int
	line       int      // of the message
	conflicts  []string // what else it was translated with
	comments   []string // of the translator
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
			pair := check.Pair{Source: s.Source, Target: document.ParseContent(m.Other), From: read.Lang, To: l.lang, Terms: base, Speller: l.spell}
			out = append(out, placed{check.Placed{Pair: pair, ID: s.ID, Role: u.Role}, m.Other, u.Line, m.Line, m.Conflicts(), m.Comments})
		}
	}
	return out
}

// languageFindings checks each message once, and the circular as a whole.
func (t *tool) languageFindings(p *project, read *reading, l lookup, base *glossary.Termbase) []finding {
	places := l.places(read, base)
	remarks := remarksOn(places)
	var out []finding
	for _, i := range firsts(places) {
		x := places[i]
		for _, f := range check.Suppress(append(undecided(x), remarks[x.ID]...), x.comments) {
			if f, stands := p.severities.Apply(f); stands {
				out = append(out, t.finding(p, read, l, x, f))
			}
		}
	}
	return out
}

// firsts gives the index of the first place of each message.
func firsts(places []placed) []int {
	var out []int
	seen := map[string]bool{}
	for i, x := range places {
		if !seen[x.ID] {
			out = append(out, i)
		}
		seen[x.ID] = true
	}
	return out
}

// undecided gives a finding for each text that a merge of two versions kept
// beside the translation.
func undecided(x placed) []check.Finding {
	var out []check.Finding
	for _, text := range x.conflicts {
		what := fault.New(fault.Content, "check-conflict", "it was translated in two ways, and nobody has decided: {Text}", "Text", text)
		out = append(out, check.Finding{Check: check.Conflict.Name, Severity: check.Error, Message: what})
	}
	return out
}

// remarksOn gives the findings of all checks on a circular, by message.
func remarksOn(places []placed) map[string][]check.Finding {
	pairs := make([]check.Placed, len(places))
	for i, x := range places {
		pairs[i] = x.Placed
	}
	out := map[string][]check.Finding{}
	for _, r := range check.Examine(pairs) {
		out[pairs[r.Pair].ID] = append(out[pairs[r.Pair].ID], r.Finding)
	}
	return out
}

func (t *tool) finding(p *project, read *reading, l lookup, x placed, f check.Finding) finding {
	out := finding{
		Check: f.Check, Severity: f.Severity.String(), IssueType: issueType(f.Check), severity: f.Severity,
		Circular: p.shown(read.Path), SourceLine: x.sourceLine, Language: l.lang.String(), File: l.file, Line: x.line, ID: x.ID,
		Source: x.Source.String(), Target: x.target, Message: t.what(f.Message),
		Suppressed: f.Justification != "", Justification: f.Justification,
	}
	out.region = l.lines.region(x.line, x.target, f.Target, x.Target)
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
				f, stands := p.severities.Apply(check.Finding{Check: check.Source.Name, Severity: check.Info, Message: q})
				if !stands {
					continue
				}
				out = append(out, finding{
					Check: f.Check, Severity: f.Severity.String(), IssueType: check.Source.IssueType, severity: f.Severity,
					Circular: p.shown(read.Path), SourceLine: u.Line, Language: read.Lang.String(), File: p.shown(read.Path), Line: u.Line, ID: s.ID,
					Source: s.Source.String(), Message: t.what(q),
				})
			}
		}
	}
	return out
}

func issueType(name string) string {
	c, ok := check.Find(name)
	if !ok {
		return "other"
	}
	return c.IssueType
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

// count gives how many findings of a severity are not suppressed.
func count(all []finding, severity check.Severity) int {
	n := 0
	for _, f := range all {
		if f.severity == severity && !f.Suppressed {
			n++
		}
	}
	return n
}
