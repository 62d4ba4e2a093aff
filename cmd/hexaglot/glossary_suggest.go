package main

import (
	"slices"
	"strconv"

	"github.com/urfave/cli/v2"
	"golang.org/x/text/language"

	"hexaglot/glossary"
	"hexaglot/messages/ui"
	"hexaglot/pipeline/document"
)

func glossarySuggestCommand(t *tool) *cli.Command {
	return &cli.Command{
		Name:        "suggest",
		Usage:       t.say("glossary-suggest-usage"),
		ArgsUsage:   t.say("synopsis-files"),
		Description: "hexaglot glossary suggest examples --to en",
		Flags:       []cli.Flag{t.fromFlag(), t.toFlag(), t.jsonFlag()},
		Action:      t.glossarySuggest,
	}
}

// suggestion is a candidate term with its counts and examples.
type suggestion struct {
	Term         string                `json:"term"`
	Abbreviation string                `json:"abbreviation,omitempty"`
	Language     string                `json:"language"`
	Count        int                   `json:"count"`
	Score        float64               `json:"score"`
	Examples     []example             `json:"examples"`
	Translations map[string]equivalent `json:"translations"`
}

// example is a text in which a candidate stands.
type example struct {
	Where string `json:"where"`
	Text  string `json:"text"`
}

// equivalent is a candidate of another language for the same concept.
type equivalent struct {
	Term         string  `json:"term"`
	Abbreviation string  `json:"abbreviation,omitempty"`
	Share        float64 `json:"share"` // of the texts that hold both, 0 to 1
}

// maxExamples is how many examples a candidate shows; maxRows how many
// candidates a table has.
const (
	maxExamples = 3
	maxRows     = 50
)

// corpus is the texts of one source language, and their translations.
type corpus struct {
	lang         language.Tag
	texts, where []string
	translations map[language.Tag][]string
}

func (t *tool) glossarySuggest(c *cli.Context) error {
	s, err := scopeOf(c)
	if err != nil {
		return err
	}
	out := []suggestion{}
	err = t.each(files(c), s, func(p *project) error {
		base, err := t.termbase(p)
		if err != nil {
			return err
		}
		for _, lang := range ui.Languages {
			corpus, err := t.corpus(p, lang, s)
			if err != nil {
				return err
			}
			out = append(out, corpus.suggestions(base)...)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if c.Bool("json") {
		return t.json(out)
	}
	t.showSuggestions(out, s.to)
	return nil
}

// corpus gathers the segments of the circulars in one language, with their
// accepted translations into the languages asked for.
func (t *tool) corpus(p *project, lang language.Tag, s scope) (*corpus, error) {
	out := &corpus{lang: lang, translations: map[language.Tag][]string{}}
	for _, g := range p.groups() {
		if g.Lang != lang {
			continue
		}
		src, err := t.messagesOf(p, g)
		if err != nil {
			return nil, err
		}
		for _, tag := range s.to {
			catalog, err := p.accepted(g.Name, tag)
			if err != nil {
				return nil, err
			}
			accepted := catalog.Accepted()
			for _, m := range src {
				out.translations[tag] = append(out.translations[tag], document.ParseContent(accepted[m.ID]).Text)
			}
		}
		for _, m := range src {
			out.texts = append(out.texts, document.ParseContent(m.Text).Text)
			out.where = append(out.where, p.shown(slices.Concat(m.Where, []string{g.Name})[0]))
		}
	}
	return out, nil
}

// suggestions gives the candidates of a corpus, with their equivalents.
func (c *corpus) suggestions(base *glossary.Termbase) []suggestion {
	candidates := glossary.Suggest(base, c.lang, c.texts)
	out := make([]suggestion, len(candidates))
	for i, x := range candidates {
		out[i] = suggestion{
			Term: x.Text, Abbreviation: x.Abbr, Language: c.lang.String(), Count: x.Count, Score: x.Score,
			Translations: map[string]equivalent{},
		}
		for _, k := range x.Texts[:min(len(x.Texts), maxExamples)] {
			out[i].Examples = append(out[i].Examples, example{c.where[k], c.texts[k]})
		}
	}
	for tag, texts := range c.translations {
		others := glossary.Suggest(nil, tag, texts)
		for _, a := range glossary.Align(candidates, others) {
			out[a.Src].Translations[tag.String()] = equivalent{others[a.Trg].Text, others[a.Trg].Abbr, a.Dice}
		}
	}
	return out
}

func (t *tool) showSuggestions(all []suggestion, to []language.Tag) {
	if len(all) == 0 {
		t.println(t.say("glossary-suggest-none"))
		return
	}
	header := []string{t.say("column-count"), t.say("column-term")}
	for _, tag := range to {
		header = append(header, tag.String())
	}
	header = append(header, t.say("column-example"))
	var rows [][]string
	for _, x := range all[:min(len(all), maxRows)] {
		row := []string{strconv.Itoa(x.Count), withAbbreviation(x.Term, x.Abbreviation)}
		for _, tag := range to {
			e := x.Translations[tag.String()]
			row = append(row, withAbbreviation(e.Term, e.Abbreviation))
		}
		rows = append(rows, append(row, x.Examples[0].Where))
	}
	t.table(header, rows)
	if len(all) > maxRows {
		t.println(t.say("glossary-suggest-more", "Count", len(all)-maxRows))
	}
}

func withAbbreviation(term, abbr string) string {
	if abbr == "" {
		return term
	}
	return term + " (" + abbr + ")"
}
