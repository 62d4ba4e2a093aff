package main

import (
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"
	"golang.org/x/text/language"

	"hexaglot/glossary"
	"hexaglot/messages"
	"hexaglot/messages/fault"
	"hexaglot/messages/ui"
	"hexaglot/pipeline"
	"hexaglot/pipeline/memory"
)

func memoryMatchCommand(t *tool) *cli.Command {
	return &cli.Command{
		Name:        "match",
		Usage:       t.say("memory-match-usage"),
		ArgsUsage:   t.say("synopsis-text"),
		Description: `hexaglot memory match "La réunion se tiendra à Genève." --from fr --to en`,
		Flags: []cli.Flag{
			t.fromFlag(), t.toFlag(),
			&cli.StringFlag{Name: "circular", Usage: t.say("flag-memory-circular")},
			t.jsonFlag(),
		},
		Action: t.memoryMatch,
	}
}

// matched is a match as JSON shows it. Start and End are bytes of the segment's
// text without its codes, for a fragment.
type matched struct {
	Kind        string `json:"kind"`
	Rule        string `json:"rule,omitempty"`
	Language    string `json:"language"`
	Similarity  int    `json:"similarity"`
	Source      string `json:"source"`
	Translation string `json:"translation"`
	Diff        string `json:"diff,omitempty"`
	Origin      string `json:"origin"`
	OriginKind  string `json:"origin_kind,omitempty"`
	Project     string `json:"project,omitempty"`
	Status      string `json:"status,omitempty"`
	Who         string `json:"who,omitempty"`
	When        string `json:"when,omitempty"`
	Start       int    `json:"start,omitempty"`
	End         int    `json:"end,omitempty"`
	Certain     bool   `json:"certain"`
}

// memoryMatch shows what the ladder finds for one segment.
func (t *tool) memoryMatch(c *cli.Context) error {
	all, err := askMemory(c, func(s scope, text string, p *project, store *memory.Store) ([]matched, error) {
		text = strings.TrimSuffix(text, "\n")
		known, err := t.shelved(p, c.String("circular"), text, &s)
		if err != nil {
			return nil, err
		}
		s.fill(p)
		base, err := t.termbase(p)
		if err != nil {
			return nil, err
		}
		return t.matches(p, store, base, s, text, known)
	})
	return answer(t, c, all, err, t.showMatches)
}

// fill gives the languages that a project has where none were asked for.
func (s *scope) fill(p *project) {
	if s.from == language.Und {
		s.from = p.source
	}
	if s.to != nil {
		return
	}
	for _, tag := range append([]language.Tag{p.source}, ui.Languages...) {
		if tag != s.from && (s.all || containsTag(p.targets, tag) || tag == p.source) && !containsTag(s.to, tag) {
			s.to = append(s.to, tag)
		}
	}
}

func containsTag(all []language.Tag, tag language.Tag) bool {
	for _, one := range all {
		if one == tag {
			return true
		}
	}
	return false
}

// matches asks the ladder for every language.
func (t *tool) matches(p *project, store *memory.Store, base *glossary.Termbase, s scope, text string, known shelved) ([]matched, error) {
	out := []matched{}
	look := store.Look(p.query(s.from, text))
	look.Contexts = known.contexts
	for _, to := range s.to {
		look.To = to
		look.Own, look.Previous = known.own(to), known.previous(to)
		help(look, pipeline.Filler{From: s.from, To: to, Furniture: p.letter, Glossary: base}, &messages.Source{Text: text})
		found, err := look.Match()
		if err != nil {
			return nil, err
		}
		for _, m := range found {
			out = append(out, shownMatch(m, text, to))
		}
	}
	return out, nil
}

// query gives a query with the settings of the project.
func (p *project) query(from language.Tag, text string) memory.Query {
	return memory.Query{From: from, Text: text, Threshold: p.Memory.Threshold, Most: p.Memory.Most}
}

// help lets a look-up ask what the rules make of a message, and what the names in
// it are.
func help(look *memory.Look, filler pipeline.Filler, m *messages.Source) {
	look.Name = filler.Name
	look.Term = func() []memory.Match {
		var out []memory.Match
		for _, f := range filler.Fill(m, nil) {
			out = append(out, memory.Match{Similarity: 100, Rule: f.Rule, Source: m.Text, Translation: memory.Translation{Lang: filler.To, Text: f.Text}})
		}
		return out
	}
}

func shownMatch(m memory.Match, text string, to language.Tag) matched {
	out := matched{
		Kind: m.Kind, Rule: m.Rule, Certain: m.Certain, Language: to.String(), Similarity: m.Similarity, Source: m.Source, Translation: m.Text,
		Origin: m.Origin.Name, OriginKind: string(m.Origin.Kind), Project: m.Origin.Project,
		Status: string(m.Status), Who: m.Who, Start: m.Start, End: m.End,
	}
	if !m.When.IsZero() {
		out.When = m.When.Format(time.RFC3339)
	}
	if m.Source != text && m.End == 0 {
		out.Diff = messages.WordDiff(m.Source, text)
	}
	return out
}

func (t *tool) showMatches(all []matched) {
	if len(all) == 0 {
		t.println(t.say("memory-nothing"))
		return
	}
	var rows [][]string
	for _, m := range all {
		source := m.Source
		if m.Diff != "" {
			source = m.Diff
		}
		rows = append(rows, []string{t.say("match-" + m.Kind), strconv.Itoa(m.Similarity) + "%", m.Language, m.Translation, t.originName(m), source})
	}
	t.table([]string{t.say("column-kind"), t.say("column-similarity"), t.say("column-language"), t.say("column-translation"), t.say("column-origin"), t.say("column-source")}, rows)
}

// originName gives the origin of a match, or the rule that made it.
func (t *tool) originName(m matched) string {
	if m.Rule != "" {
		return t.say("origin-" + m.Rule)
	}
	return m.Origin
}

// unread says that a command does not take so many arguments.
func unread(c *cli.Context, most int) error {
	if c.NArg() > most {
		return fault.New(fault.Usage, "usage-too-many", "{Argument} is one argument too many", "Argument", c.Args().Get(most))
	}
	return nil
}
