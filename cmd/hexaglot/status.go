package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"github.com/urfave/cli/v2"
	"golang.org/x/text/language"

	"hexaglot/messages"
	"hexaglot/pipeline"
)

func statusCommand(t *tool) *cli.Command {
	return &cli.Command{
		Name:        "status",
		Usage:       t.say("status-usage"),
		ArgsUsage:   t.say("synopsis-files"),
		Description: "hexaglot status examples --json",
		Flags:       []cli.Flag{t.fromFlag(), t.toFlag(), t.acceptFlag(), t.jsonFlag()},
		Action:      t.status,
	}
}

func (t *tool) jsonFlag() cli.Flag {
	return &cli.BoolFlag{Name: "json", Usage: t.say("flag-json")}
}

// standing is how far one circular has come in one language. Words are those of
// the source.
type standing struct {
	Circular           string `json:"circular"`
	Language           string `json:"language"`
	Segments           int    `json:"segments"`
	Words              int    `json:"words"`
	TranslatedSegments int    `json:"translated_segments"`
	TranslatedWords    int    `json:"translated_words"`
	ToDoSegments       int    `json:"todo_segments"`
	ToDoWords          int    `json:"todo_words"`
	// Where the translated segments come from, where no translator typed them,
	// and what is offered for those to do, by the best similarity.
	Origins map[string]int `json:"origins"`
	Drafts  map[string]int `json:"drafts"`
}

func (t *tool) status(c *cli.Context) error {
	all, err := gather(t, c, func(p *project, s scope) ([]standing, error) {
		return collect(p.circulars, func(one circular) ([]standing, error) { return t.standings(p, one, s) })
	})
	if err != nil && len(all) == 0 {
		return err
	}
	if c.Bool("json") {
		return errors.Join(err, t.json(all))
	}
	t.statusTable(all)
	return err
}

// standings counts one circular's segments and words in each language.
func (t *tool) standings(p *project, c circular, s scope) ([]standing, error) {
	read, err := p.readCircular(c)
	if err != nil {
		return nil, err
	}
	var out []standing
	for _, lang := range p.languagesOf(c, s) {
		one, err := t.standing(p, read, lang)
		if err != nil {
			return nil, err
		}
		out = append(out, one)
	}
	return out, nil
}

func (t *tool) standing(p *project, read *reading, lang language.Tag) (standing, error) {
	shelf := p.shelf(read.Name)
	catalog, err := shelf.load(messages.Active, lang)
	if err != nil {
		return standing{}, err
	}
	waiting, err := shelf.load(messages.Translate, lang)
	if err != nil {
		return standing{}, err
	}
	from, err := t.provenanceOf(catalog, waiting, lang)
	if err != nil {
		return standing{}, err
	}
	texts := catalog.Accepted()
	st := standing{Circular: p.shown(read.Path), Language: lang.String(), Origins: map[string]int{}, Drafts: map[string]int{}}
	for _, s := range pipeline.Segments(read.doc) {
		words := pipeline.Words(s.Source.Text)
		st.Segments++
		st.Words += words
		if _, ok := texts[s.ID]; ok {
			st.TranslatedSegments++
			st.TranslatedWords += words
			countNamed(st.Origins, from.origin(s.ID))
		} else {
			countNamed(st.Drafts, from.band(s.ID))
		}
	}
	st.ToDoSegments = st.Segments - st.TranslatedSegments
	st.ToDoWords = st.Words - st.TranslatedWords
	return st, nil
}

func (t *tool) statusTable(all []standing) {
	var rows [][]string
	for _, s := range all {
		rows = append(rows, []string{
			s.Circular, s.Language, strconv.Itoa(s.Segments), strconv.Itoa(s.Words),
			strconv.Itoa(s.TranslatedSegments), strconv.Itoa(s.ToDoSegments), strconv.Itoa(s.ToDoWords), percent(s.TranslatedWords, s.Words),
			strconv.Itoa(s.Origins[fromMemory]), strconv.Itoa(s.Origins[byRule]), bandsText(s.Drafts),
		})
	}
	t.table([]string{
		t.say("column-circular"), t.say("column-language"), t.say("column-segments"), t.say("column-words"),
		t.say("column-translated"), t.say("column-todo"), t.say("column-todo-words"), t.say("column-percent"),
		t.say("column-from-memory"), t.say("column-filled"), t.say("column-offered"),
	}, rows)
}

// percent gives the whole percent of part in whole; it is 100 only when nothing
// is missing.
func percent(part, whole int) string {
	if whole == 0 {
		return "100%"
	}
	return fmt.Sprintf("%d%%", part*100/whole)
}

// json prints v as indented JSON.
func (t *tool) json(v any) error {
	e := json.NewEncoder(t.stdout)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
