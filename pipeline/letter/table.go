package letter

import (
	"bytes"
	"cmp"
	_ "embed"
	"sync"

	"github.com/pelletier/go-toml/v2"
	"golang.org/x/text/language"
)

//go:embed letter.toml
var table []byte

//go:embed cities.toml
var cities []byte

// Row is an entry as TOML files have it: a role, and the wordings of each
// language, the one to write first.
type Row struct {
	Role Role     `toml:"role"`
	Ar   []string `toml:"ar"`
	Zh   []string `toml:"zh"`
	En   []string `toml:"en"`
	Fr   []string `toml:"fr"`
	Ru   []string `toml:"ru"`
	Es   []string `toml:"es"`
}

// sheet is a file of the table.
type sheet struct {
	Line    Row   `toml:"line"`
	Label   []Row `toml:"label"`
	Formula []Row `toml:"formula"`
	City    []Row `toml:"city"`
}

// each gives the wordings of each language of the row.
func (r Row) each() map[language.Tag][]string {
	return map[language.Tag][]string{
		language.Arabic: r.Ar, language.Chinese: r.Zh, language.English: r.En,
		language.French: r.Fr, language.Russian: r.Ru, language.Spanish: r.Es,
	}
}

// entry gives the row as an entry; read gives a wording from its text.
func (r Row) entry(label bool, read func(string) Wording) Entry {
	e := Entry{Role: r.Role, Label: label, Wordings: map[language.Tag][]Wording{}}
	for lang, texts := range r.each() {
		for _, text := range texts {
			e.Wordings[lang] = append(e.Wordings[lang], read(text))
		}
	}
	return e
}

var readITU = sync.OnceValues(func() (*Furniture, error) { return parse(table, cities) })

// ITU gives the table of the letters of the ITU, parsed at the first call and
// shared by all.
func ITU() (*Furniture, error) { return readITU() }

// parse reads the files of a table; the error is that of the TOML.
func parse(files ...[]byte) (*Furniture, error) {
	f := &Furniture{}
	var entries []Entry
	for _, data := range files {
		var s sheet
		if err := toml.NewDecoder(bytes.NewReader(data)).DisallowUnknownFields().Decode(&s); err != nil {
			return nil, err
		}
		for _, r := range s.Label {
			entries = append(entries, r.entry(true, parseWording))
		}
		for _, r := range s.Formula {
			entries = append(entries, r.entry(false, parseWording))
		}
		for _, r := range s.City {
			r.Role = City
			entries = append(entries, r.entry(false, parseWording))
		}
		if s.Line.En != nil {
			f.lines = s.Line.each()
		}
	}
	for _, e := range entries {
		if err := cmp.Or(e.Role.check(), e.check()); err != nil {
			return nil, err
		}
	}
	f.layers = []*layer{newLayer(entries)}
	return f, nil
}
