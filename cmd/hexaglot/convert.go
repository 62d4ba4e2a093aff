package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urfave/cli/v2"
	"golang.org/x/text/language"

	"hexaglot/messages/fault"
	"hexaglot/messages/ui"
	"hexaglot/pipeline/letter"
)

func convertCommand(t *tool) *cli.Command {
	return &cli.Command{
		Name:        "convert",
		Usage:       t.say("convert-usage"),
		ArgsUsage:   t.say("synopsis-convert"),
		Description: `hexaglot convert --from fr --to ru "Genève, le 6 septembre 2021"`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "from", Usage: t.say("flag-convert-from")},
			&cli.StringSliceFlag{Name: "to", Usage: t.say("flag-convert-to")},
			t.jsonFlag(),
		},
		Action: t.convert,
	}
}

// conversion is a text in another language.
type conversion struct {
	From   string  `json:"from"`
	To     string  `json:"to"`
	Source string  `json:"source"`
	Target string  `json:"target"`
	Pieces []piece `json:"pieces"`
}

// piece is a stretch of a text: converted by a rule, or left as it is.
type piece struct {
	Source    string `json:"source"`
	Target    string `json:"target"`
	Rule      string `json:"rule,omitempty"`
	Furniture bool   `json:"furniture,omitempty"`
	Certain   bool   `json:"certain"`
}

// convert shows the furniture and the values of a text in other languages.
func (t *tool) convert(c *cli.Context) error {
	from, to, err := directions(c)
	if err != nil {
		return err
	}
	text, err := convertible(c)
	if err != nil {
		return err
	}
	furniture, err := furnitureHere()
	if err != nil {
		return err
	}
	all := make([]conversion, len(to))
	for i, lang := range to {
		all[i] = convert(furniture, text, from, lang)
	}
	if c.Bool("json") {
		return t.json(all)
	}
	for _, one := range all {
		t.showConversion(one, len(all) > 1)
	}
	return nil
}

// directions reads --from and --to, which both must be there.
func directions(c *cli.Context) (from language.Tag, to []language.Tag, err error) {
	s, err := scopeOf(c)
	if err != nil {
		return from, nil, err
	}
	if s.from == language.Und {
		return from, nil, fault.New(fault.Usage, "convert-no-from", "the language of the text is not said")
	}
	if s.to == nil && !s.all {
		return from, nil, fault.New(fault.Usage, "convert-no-to", "the language to convert to is not said")
	}
	if s.all {
		return s.from, without(ui.Languages, s.from), nil
	}
	if to = without(s.to, s.from); len(to) < len(s.to) {
		return from, nil, fault.New(fault.Usage, "convert-same", "the text is in {Language} already", "Language", s.from.String())
	}
	return s.from, to, nil
}

// without gives the languages whose base is not that of lang.
func without(all []language.Tag, lang language.Tag) []language.Tag {
	var out []language.Tag
	base, _ := lang.Base()
	for _, tag := range all {
		if b, _ := tag.Base(); b != base {
			out = append(out, tag)
		}
	}
	return out
}

// convertible gives the text of the arguments, or of standard input where there
// are none.
func convertible(c *cli.Context) (string, error) {
	text := strings.Join(c.Args().Slice(), "\n")
	if c.NArg() == 0 || text == "-" {
		data, err := io.ReadAll(io.LimitReader(os.Stdin, textLimit+1))
		if err != nil {
			return "", fault.New(fault.Input, "unreadable", "cannot be read").At("-", 0).Wrap(err)
		}
		text = string(data)
	}
	switch {
	case strings.TrimSpace(text) == "":
		return "", fault.New(fault.Usage, "convert-empty", "there is no text to convert")
	case len(text) > textLimit:
		return "", fault.New(fault.Input, "convert-long", "the text has more than {Limit} MiB", "Limit", textLimit>>20)
	case !utf8.ValidString(text):
		return "", fault.New(fault.Input, "not-utf8", "is not UTF-8 text").At("-", 0)
	}
	return strings.TrimRight(text, "\r\n"), nil
}

// furnitureHere gives the furniture of the project in the working directory, or
// that of the ITU where there is none.
func furnitureHere() (*letter.Furniture, error) {
	root, err := os.OpenRoot(".")
	if err != nil {
		return letter.ITU()
	}
	p := &project{dir: ".", root: root}
	defer p.close()
	data, err := p.read(configName, configLimit)
	if errors.Is(err, fs.ErrNotExist) {
		return letter.ITU()
	}
	if err != nil {
		return nil, err
	}
	p.config, err = parseConfig(p.shown(configName), data)
	return p.letter, err
}

func convert(f *letter.Furniture, text string, from, to language.Tag) conversion {
	out := conversion{From: from.String(), To: to.String(), Source: text, Pieces: []piece{}}
	for _, p := range f.Convert(text, from, to) {
		out.Target += p.Target
		if p.Rule != "" || strings.TrimSpace(p.Source) != "" {
			out.Pieces = append(out.Pieces, piece(p))
		}
	}
	return out
}

// showConversion prints the text, and a row for each of its pieces.
func (t *tool) showConversion(c conversion, several bool) {
	for line := range strings.SplitSeq(c.Target, "\n") {
		if several {
			t.println(t.say("convert-line", "Language", c.To, "Text", line))
			continue
		}
		t.println(visible(line))
	}
	t.println("")
	var rows [][]string
	for _, p := range c.Pieces {
		if p.told() {
			rows = append(rows, t.pieceRow(p))
		}
	}
	t.table([]string{t.say("column-what"), t.say("column-from"), t.say("column-to"), t.say("column-rule"), t.say("column-certain")}, rows)
}

// told reports a piece that is worth a row: not mere punctuation, nor the word
// that a language counts with.
func (p piece) told() bool {
	if p.Rule != "" {
		return strings.TrimSpace(p.Source) != "" && strings.TrimSpace(p.Target) != ""
	}
	return strings.ContainsFunc(p.Source, worded)
}

// worded reports what makes a text worth a row: more than punctuation.
func worded(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

func (t *tool) pieceRow(p piece) []string {
	src, trg := strings.TrimSpace(p.Source), strings.TrimSpace(p.Target)
	if p.Rule == "" {
		return []string{t.say("what-text"), excerpt(src, maxCell), "", t.say("rule-left"), ""}
	}
	rule, certain := t.say("rule-value"), t.say("certain-no")
	if p.Furniture {
		rule = t.say("rule-letter")
	}
	if p.Certain {
		certain = t.say("certain-yes")
	}
	return []string{t.say("what-" + strings.ReplaceAll(p.Rule, " ", "-")), excerpt(src, maxCell), excerpt(trg, maxCell), rule, certain}
}

// maxCell bounds what a cell of the table shows, in runes.
const maxCell = 60
