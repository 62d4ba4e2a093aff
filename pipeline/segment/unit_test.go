package segment

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
	"pgregory.net/rapid"

	"hexaglot/pipeline/document"
)

// TestUnit reads testdata/units.txt.
func TestUnit(t *testing.T) {
	data, err := os.ReadFile("testdata/units.txt")
	if err != nil {
		t.Fatal(err)
	}
	cases := 0
	for i, line := range strings.Split(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cases++
		source, want, _ := strings.Cut(line, " => ")
		unescape := strings.NewReplacer(`\n`, "\n", `\u2029`, "\u2029", `\u2028`, "\u2028", "_", " ")
		u := document.NewUnit("paragraph", 1, document.ParseContent(unescape.Replace(source)))
		Unit(u, language.French)
		if got := show(u); got != unescape.Replace(want) {
			t.Errorf("units.txt:%d: %s\n got %s\nwant %s", i+1, source, got, unescape.Replace(want))
		}
	}
	if cases < 50 {
		t.Errorf("%d cases", cases)
	}
}

// show prints segments as [text] and ignorables as {text}.
func show(u *document.Unit) string {
	var b strings.Builder
	for _, s := range u.Segments {
		form := "[%s]"
		if s.Ignorable {
			form = "{%s}"
		}
		fmt.Fprintf(&b, form, s.Source)
	}
	return b.String()
}

func TestUnitLeavesAlone(t *testing.T) {
	cut := &document.Unit{Segments: []*document.Segment{{Source: document.Content{Text: "A. B."}}, {Ignorable: true}}}
	Unit(cut, language.French)
	if len(cut.Segments) != 2 {
		t.Errorf("a unit that is cut is cut again: %s", show(cut))
	}
	done := document.NewUnit("paragraph", 1, document.Content{Text: "Un. Deux."})
	done.Segments[0].State = document.Translated
	Unit(done, language.French)
	if len(done.Segments) != 1 {
		t.Errorf("a translated unit is cut: %s", show(done))
	}
	empty := &document.Unit{}
	Unit(empty, language.French)
	if len(empty.Segments) != 0 {
		t.Errorf("a unit without segments gets some: %s", show(empty))
	}
}

func TestUnitKeepsCodes(t *testing.T) {
	c := document.ParseContent("Un. <a7/> et <b9>deux</b9>.")
	c.Codes[0].Data = []document.Chunk{{Raw: []byte("x")}}
	c.Codes[0].Disp = "https://www.itu.int"
	u := document.NewUnit("paragraph", 1, c)
	Unit(u, language.French)
	got := u.Segments[2].Source.Codes
	want := []document.Code{
		{Kind: document.Standalone, Name: "a", ID: 1, Data: c.Codes[0].Data, Disp: "https://www.itu.int"},
		{Kind: document.Open, Name: "b", ID: 2, Pos: 4},
		{Kind: document.Close, Name: "b", ID: 2, Pos: 8},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if c.Codes[0].ID != 7 {
		t.Error("the reader's codes are changed")
	}
}

// contentOf draws balanced contents in six scripts.
func contentOf() *rapid.Generator[document.Content] {
	return rapid.Custom(func(t *rapid.T) document.Content {
		var c document.Content
		var open []document.Code
		for id := 1; id <= rapid.IntRange(0, 10).Draw(t, "codes"); id++ {
			c.Text += textPiece().Draw(t, "text")
			code := document.Code{ID: id, Pos: len(c.Text)}
			switch kind := rapid.IntRange(0, 2).Draw(t, "kind"); {
			case kind == 0:
				code.Name = rapid.SampledFrom([]string{"b", "i", "sup", "a"}).Draw(t, "name")
				open = append(open, code)
			case kind == 1 && len(open) > 0:
				code.Name, code.ID, code.Kind = open[len(open)-1].Name, open[len(open)-1].ID, document.Close
				open = open[:len(open)-1]
			default:
				code.Name, code.Kind = rapid.SampledFrom([]string{"br", "img", "fn", "a", "code", "field"}).Draw(t, "name"), document.Standalone
			}
			c.Codes = append(c.Codes, code)
		}
		c.Text += textPiece().Draw(t, "text")
		for i := len(open) - 1; i >= 0; i-- {
			c.Codes = append(c.Codes, document.Code{Kind: document.Close, Name: open[i].Name, ID: open[i].ID, Pos: len(c.Text)})
		}
		return c
	})
}

func textPiece() *rapid.Generator[string] {
	return rapid.SampledFrom([]string{"", "", " ", ". ", ".", "Le texte", "Fin. ", "M. Dupont", "art. 5", "Союз. ", " г. ", "会议。", "他说", "وقد. ", " 42 ", "1", "3 000", "? ", "\n", "\u2029", "the end", "«", "»", "—"})
}

func TestUnitLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkUnit(t, contentOf().Draw(t, "content"), langOf().Draw(t, "lang")) })
}

// checkUnit checks the laws of the package documentation.
func checkUnit(t failer, c document.Content, lang language.Tag) {
	u := document.NewUnit("paragraph", 1, c)
	Unit(u, lang)
	want, got := c.Renumber(), u.Source().Renumber()
	if want.String() != got.String() {
		t.Fatalf("%s\n is joined as %s\n%s", want, got, show(u))
	}
	for i, s := range u.Segments {
		if s.Ignorable {
			if i > 0 && u.Segments[i-1].Ignorable {
				t.Fatalf("two ignorables in a row: %s", show(u))
			}
			continue
		}
		checkSegment(t, s.Source, lang)
	}
	before := show(u)
	if Unit(u, lang); show(u) != before {
		t.Fatalf("%s is cut again: %s", before, show(u))
	}
}

func checkSegment(t failer, c document.Content, lang language.Tag) {
	for i, other := range pair(c.Codes) {
		if other < 0 && c.Codes[i].Kind != document.Standalone {
			t.Fatalf("%s is not balanced", c)
		}
		if c.Codes[i].ID > len(c.Codes) {
			t.Fatalf("%s is not numbered", c)
		}
	}
	if len(c.Codes) == 0 {
		if strings.TrimSpace(c.Text) != c.Text {
			t.Fatalf("white space at the edges of %q", c.Text)
		}
		if len(Breaks(c.Text, lang)) != 1 {
			t.Fatalf("%q is more than a sentence", c.Text)
		}
	}
	shown := c.String()
	first, _ := utf8.DecodeRuneInString(shown)
	last, _ := utf8.DecodeLastRuneInString(shown)
	if shown == "" || unicode.IsSpace(first) || unicode.IsSpace(last) || !translatable(c.Text) {
		t.Fatalf("%q is a segment", shown)
	}
}

func FuzzUnit(f *testing.F) {
	for _, s := range []string{
		"<b1>Fin. Suite.</b1> Et <br2/>puis.", "\ufeff会议。<img1/>“好”。", "وقد. <a1/> ثم.\r\n", "Союз в 2021 г. <i1>Он</i1> решил.",
		"EE. UU.<fn1/> El fin.\u2028No.", "One.<sup1>2</sup1> Two.\u2029Three.", "<b1> a</b1> b <i2>c </i2>", "<b1><i2>x</b1></i2>",
	} {
		f.Add(s, "fr")
	}
	f.Fuzz(func(t *testing.T, s, name string) {
		c := document.ParseContent(s)
		for i, other := range pair(c.Codes) {
			c.Codes[i].ID = min(i, max(other, 0)) + 1
			if other < 0 {
				c.Codes[i].Kind, c.Codes[i].ID = document.Standalone, i+1
			} else {
				c.Codes[i].ID = min(i, other) + 1
			}
		}
		checkUnit(t, c, language.Make(name))
	})
}
