package main

import (
	"io"
	"os"
	"strings"

	"github.com/urfave/cli/v2"
	"golang.org/x/text/language"

	"hexaglot/glossary"
	"hexaglot/messages/fault"
	"hexaglot/messages/ui"
)

// glossaryCommands lists the commands below glossary in the order in which help
// shows them.
var glossaryCommands = []func(*tool) *cli.Command{
	glossaryFindCommand,
	glossaryImportCommand,
	glossaryExportCommand,
	glossaryLintCommand,
	glossaryApplyCommand,
	glossaryDiffCommand,
	glossarySuggestCommand,
}

func glossaryCommand(t *tool) *cli.Command {
	c := &cli.Command{
		Name:        "glossary",
		Usage:       t.say("glossary-usage"),
		ArgsUsage:   t.say("synopsis-glossary"),
		Description: `hexaglot glossary find "Les PMA et les PEID" --from fr --to en`,
	}
	for _, command := range glossaryCommands {
		c.Subcommands = append(c.Subcommands, command(t))
	}
	return c
}

func glossaryFindCommand(t *tool) *cli.Command {
	return &cli.Command{
		Name:        "find",
		Usage:       t.say("glossary-find-usage"),
		ArgsUsage:   t.say("synopsis-text"),
		Description: `hexaglot glossary find "Les PMA et les PEID" --from fr --to en`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "from", Value: "fr", Usage: t.say("flag-find-from")},
			t.toFlag(),
			t.jsonFlag(),
		},
		Action: t.glossaryFind,
	}
}

// found is a concept found in a text; Start and End are byte offsets.
type found struct {
	Concept      string            `json:"concept"`
	Term         string            `json:"term"`
	Start        int               `json:"start"`
	End          int               `json:"end"`
	Text         string            `json:"text"`
	Type         string            `json:"type"`
	Status       string            `json:"status"`
	Verified     bool              `json:"verified"`
	Translations map[string]string `json:"translations"`
}

// textLimit is how much text the glossary is searched for in one call, in bytes.
const textLimit = 16 << 20

func (t *tool) glossaryFind(c *cli.Context) error {
	s, err := scopeOf(c)
	if err != nil {
		return err
	}
	text, err := textOf(c)
	if err != nil {
		return err
	}
	base, err := t.termbaseHere()
	if err != nil {
		return err
	}
	to := s.to
	if to == nil {
		for _, tag := range ui.Languages {
			if tag != s.from {
				to = append(to, tag)
			}
		}
	}
	finds := find(base, text, s.from, to)
	if c.Bool("json") {
		return t.json(finds)
	}
	t.showFinds(finds, to)
	return nil
}

// textOf gives the text of the arguments, or of standard input for "-".
func textOf(c *cli.Context) (string, error) {
	switch {
	case c.NArg() == 0:
		return "", fault.New(fault.Usage, "usage-no-text", "there is no text to search")
	case c.NArg() == 1 && c.Args().First() == "-":
		data, err := io.ReadAll(io.LimitReader(os.Stdin, textLimit))
		if err != nil {
			return "", fault.New(fault.Input, "unreadable", "cannot be read").At("-", 0).Wrap(err)
		}
		return string(data), nil
	default:
		return strings.Join(c.Args().Slice(), " "), nil
	}
}

func find(base *glossary.Termbase, text string, from language.Tag, to []language.Tag) []found {
	out := []found{}
	for _, m := range base.Matcher(from).Find(text) {
		f := found{
			Concept: m.Concept.ID, Term: m.Term.Text, Start: m.Start, End: m.End, Text: text[m.Start:m.End],
			Type: string(m.Term.Type), Status: string(m.Term.Status), Verified: m.Term.Verified, Translations: map[string]string{},
		}
		for _, tag := range to {
			if label := m.Concept.Label(tag); label != "" {
				f.Translations[tag.String()] = label
			}
		}
		out = append(out, f)
	}
	return out
}

func (t *tool) showFinds(finds []found, to []language.Tag) {
	if len(finds) == 0 {
		t.println(t.say("glossary-none"))
		return
	}
	header := []string{t.say("column-text"), t.say("column-concept")}
	for _, tag := range to {
		header = append(header, tag.String())
	}
	var rows [][]string
	for _, f := range finds {
		row := []string{f.Text, f.Concept}
		for _, tag := range to {
			row = append(row, f.Translations[tag.String()])
		}
		rows = append(rows, row)
	}
	t.table(header, rows)
}
