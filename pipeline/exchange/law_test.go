package exchange

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
	"pgregory.net/rapid"

	"hexaglot/pipeline/document"
)

// scripts are texts of which random contents are made.
var scripts = []string{
	"bureau", "l’Union «ici»", "Бюро № 5", "办公室。", "مكتب التنمية", "office & co", "año",
	" ", "  ", "\n", "\t", "\r", "\r\n", "<", "<b1>", "]]>", "&amp;", `"`, "'", "{{.Name}}", `\`,
	"\x01", "\x1f", "\u0085", "\uFFFE", "\u2028", "\u202E", "\uFEFF", "😀",
}

var codeNames = []string{"a", "b", "i", "br", "sup", "s", "segment", "cp", "empty"}

// genContent draws a content with well-nested codes, numbered from 1.
func genContent(t *rapid.T) document.Content {
	c := document.Content{}
	text := func() {
		c.Text += strings.Join(rapid.SliceOfN(rapid.SampledFrom(scripts), 0, 3).Draw(t, "text"), "")
	}
	var open []document.Code
	number := 0
	text()
	for range rapid.IntRange(0, 6).Draw(t, "codes") {
		switch kind := rapid.IntRange(0, 2).Draw(t, "kind"); {
		case kind == 2 && len(open) > 0:
			code := open[len(open)-1]
			open = open[:len(open)-1]
			code.Kind, code.Pos = document.Close, len(c.Text)
			c.Codes = append(c.Codes, code)
		case kind == 1:
			number++
			code := document.Code{Kind: document.Open, Name: rapid.SampledFrom(codeNames).Draw(t, "name"), ID: number, Pos: len(c.Text)}
			open = append(open, code)
			c.Codes = append(c.Codes, code)
		default:
			number++
			c.Codes = append(c.Codes, document.Code{Kind: document.Standalone, Name: rapid.SampledFrom(codeNames).Draw(t, "name"), ID: number, Pos: len(c.Text)})
		}
		text()
	}
	for len(open) > 0 && rapid.IntRange(0, 9).Draw(t, "closed") > 0 {
		code := open[len(open)-1]
		open = open[:len(open)-1]
		code.Kind, code.Pos = document.Close, len(c.Text)
		c.Codes = append(c.Codes, code)
	}
	return c
}

// genTarget draws a target with the codes of a source around other texts.
func genTarget(t *rapid.T, source document.Content) document.Content {
	if rapid.IntRange(0, 9).Draw(t, "emptied") == 0 && len(source.Codes) == 0 {
		return document.ParseContent(document.EmptiedMark)
	}
	var c document.Content
	for _, code := range source.Codes {
		c.Text += rapid.SampledFrom(scripts).Draw(t, "before")
		code.Pos = len(c.Text)
		c.Codes = append(c.Codes, code)
	}
	c.Text += strings.Join(rapid.SliceOfN(rapid.SampledFrom(scripts), 0, 3).Draw(t, "text"), "")
	return c
}

func genFile(t *rapid.T) File {
	f := File{
		Name: rapid.SampledFrom([]string{"letter.fr.md", "a b/«x» & y.docx"}).Draw(t, "name"),
		From: language.French, To: rapid.SampledFrom([]language.Tag{language.Arabic, language.Chinese, language.Russian}).Draw(t, "to"),
	}
	for _, name := range []string{"one-00000001", "two-00000002", "deux.été-3"}[:rapid.IntRange(1, 3).Draw(t, "units")] {
		u := Unit{
			ID: name, Description: "table cell", Source: genContent(t),
			Notes: []string{"note & «so»\nmore"}, Where: []string{"letter.fr.md:12", "letter.fr.md:14"},
			Matches: []Match{{"x <b1>y</b1>", "glossary", 90}, {"z\x01", "previous", 0}},
			Terms:   []Term{{"PMA", "LDC", true}, {"UIT", "МСЭ", false}},
		}
		if rapid.Bool().Draw(t, "translated") {
			u.Target = genTarget(t, u.Source)
			u.State = State(rapid.IntRange(0, 3).Draw(t, "state"))
			if u.Target.Blank() {
				u.State = Initial
			}
			if u.State == Initial && u.Target.String() == u.Source.String() {
				u.Target = document.Content{}
			}
		}
		f.Units = append(f.Units, u)
	}
	return f
}

// plainUnit is what every format gives back of a unit.
type plainUnit struct {
	ID, Source, Target, State, Description string
	Notes, Where                           []string
	Base                                   string
}

func plainUnits(units []Unit, written bool) []plainUnit {
	var out []plainUnit
	for _, u := range units {
		p := plainUnit{u.ID, u.Source.String(), u.Target.String(), u.State.String(), u.Description, u.Notes, u.Where, u.Base}
		if written {
			p.Base = Checksum(u.accepted())
			if u.Target.Blank() {
				p.Target = ""
			}
		}
		out = append(out, p)
	}
	return out
}

// TestWriteRead holds law 1, and law 2 for a file that is not changed.
func TestWriteRead(t *testing.T) {
	for _, format := range readable() {
		t.Run(format.Name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				f := genFile(t)
				var first, second bytes.Buffer
				if err := format.Write(&first, f); err != nil {
					t.Fatal(err)
				}
				back, err := format.Read("x", first.Bytes())
				if err != nil {
					t.Fatalf("%v\n%s", err, first.String())
				}
				if back[0].Name != f.Name || back[0].From != f.From || back[0].To != f.To {
					t.Fatalf("%+v became %+v", f, back[0])
				}
				if diff := cmp.Diff(plainUnits(f.Units, true), plainUnits(back[0].Units, false)); diff != "" {
					t.Fatalf("%s\n%s", diff, first.String())
				}
				if err := format.Write(&second, back...); err != nil {
					t.Fatal(err)
				}
				if first.String() != second.String() {
					t.Fatalf("not byte for byte:\n%s\n%s", first.String(), second.String())
				}
			})
		})
	}
}

// readable lists the formats that come back.
func readable() []Format {
	return slices.DeleteFunc(Formats(), func(f Format) bool { return f.Read == nil })
}
