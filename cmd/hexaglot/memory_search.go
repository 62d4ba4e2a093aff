package main

import (
	"time"

	"github.com/urfave/cli/v2"
	"golang.org/x/text/language"

	"hexaglot/pipeline/memory"
)

func memorySearchCommand(t *tool) *cli.Command {
	return &cli.Command{
		Name:        "search",
		Usage:       t.say("memory-search-usage"),
		ArgsUsage:   t.say("synopsis-text"),
		Description: `hexaglot memory search "commission d'études" --to en`,
		Flags:       []cli.Flag{t.fromFlag(), t.toFlag(), t.jsonFlag()},
		Action:      t.memorySearch,
	}
}

// mostFound is how many entries a search shows.
const mostFound = 50

// occurrence is an entry in which the words of a search stand.
type occurrence struct {
	Language     string     `json:"language"`
	Source       string     `json:"source"`
	Origin       string     `json:"origin"`
	OriginKind   string     `json:"origin_kind"`
	Project      string     `json:"project,omitempty"`
	Translations []rendered `json:"translations"`
}

// rendered is a translation with who made it and when.
type rendered struct {
	Language string `json:"language"`
	Text     string `json:"text"`
	Status   string `json:"status"`
	Who      string `json:"who,omitempty"`
	When     string `json:"when,omitempty"`
}

// memorySearch shows where words stand, in the source or the translations.
func (t *tool) memorySearch(c *cli.Context) error {
	all, err := askMemory(c, func(s scope, text string, _ *project, store *memory.Store) ([]occurrence, error) {
		if store == nil {
			return nil, nil
		}
		found, err := concordance(store, text, s)
		var all []occurrence
		for _, e := range found {
			all = append(all, occurrenceOf(e, s.to))
		}
		return all, err
	})
	return answer(t, c, all, err, t.showOccurrences)
}

// concordance searches for every target language that was asked for.
func concordance(store *memory.Store, text string, s scope) ([]memory.Entry, error) {
	to := s.to
	if len(to) == 0 {
		to = []language.Tag{language.Und}
	}
	var out []memory.Entry
	seen := map[int64]bool{}
	for _, lang := range to {
		found, err := store.Search(text, s.from, lang, mostFound)
		if err != nil {
			return nil, err
		}
		for _, e := range found {
			if !seen[e.ID] && len(out) < mostFound {
				seen[e.ID] = true
				out = append(out, e)
			}
		}
	}
	return out, nil
}

func occurrenceOf(e memory.Entry, to []language.Tag) occurrence {
	out := occurrence{
		Language: e.Lang.String(), Source: e.Text, Origin: e.Origin.Name, OriginKind: string(e.Origin.Kind),
		Project: e.Origin.Project, Translations: []rendered{},
	}
	for _, x := range e.Translations {
		if len(to) > 0 && !anySame(to, x.Lang) {
			continue
		}
		one := rendered{Language: x.Lang.String(), Text: x.Text, Status: string(x.Status), Who: x.Who}
		if !x.When.IsZero() {
			one.When = x.When.Format(time.RFC3339)
		}
		out.Translations = append(out.Translations, one)
	}
	return out
}

func anySame(all []language.Tag, tag language.Tag) bool {
	for _, one := range all {
		if memory.Same(one, tag) {
			return true
		}
	}
	return false
}

func (t *tool) showOccurrences(all []occurrence) {
	if len(all) == 0 {
		t.println(t.say("memory-nothing"))
		return
	}
	var rows [][]string
	for _, o := range all {
		rows = append(rows, []string{o.Language, o.Source, o.Origin})
		for _, x := range o.Translations {
			rows = append(rows, []string{x.Language, x.Text, ""})
		}
	}
	t.table([]string{t.say("column-language"), t.say("column-text"), t.say("column-origin")}, rows)
}
