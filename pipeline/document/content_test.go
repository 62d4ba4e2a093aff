package document_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"hexaglot/pipeline/document"
)

// pieces are what random texts are made of: six scripts, and everything that
// could be mistaken for a code.
var pieces = []string{
	"Réunion ", "مرحبا ", "会议", "Совещание ", "reunión ", "<", ">", "/", `\`, `\\`, "<b1>", "</b1>", "<br2/>", "<empty/>", "<b01>", "{{", "}}",
	"<a", "1>", "&lt;", "\u202e", "\n", "b1", "<B1>", "<b1 >", "x",
}

func contents(t *rapid.T) document.Content {
	var c document.Content
	var text strings.Builder
	for range rapid.IntRange(0, 8).Draw(t, "pieces") {
		if rapid.Bool().Draw(t, "code") {
			c.Codes = append(c.Codes, document.Code{
				Kind: rapid.SampledFrom([]document.Kind{document.Open, document.Close, document.Standalone}).Draw(t, "kind"),
				Name: rapid.SampledFrom([]string{"b", "a", "sup", "br"}).Draw(t, "name"),
				ID:   rapid.IntRange(1, 12).Draw(t, "id"), Pos: text.Len(),
			})
		}
		text.WriteString(rapid.SampledFrom(pieces).Draw(t, "piece"))
	}
	c.Text = text.String()
	return c
}

func TestParseGivesBackWhatStringPrints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := contents(t)
		if diff := cmp.Diff(c, document.ParseContent(c.String())); diff != "" {
			t.Fatalf("%q: %s", c.String(), diff)
		}
	})
}

func FuzzParseContent(f *testing.F) {
	for _, seed := range []string{
		"", "La réunion se tiendra sous forme <b1>virtuelle</b1>.", "会议将以<b1>虚拟</b1>形式举行。", "الاجتماع <b1>افتراضي</b1>؟",
		"Совещание пройдет в <b1>виртуальной</b1> форме.\r\n", "\ufeffreunión <br1/>\u2028", `literal \<b1> and \\<b1>`, "<empty/>", "{{.X}} <a1", "<b1></b2><b1/></b1/>",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c := document.ParseContent(s)
		if diff := cmp.Diff(c, document.ParseContent(c.String())); diff != "" {
			t.Fatalf("%q gave %q: %s", s, c.String(), diff)
		}
		for _, code := range c.Codes {
			if code.Pos < 0 || code.Pos > len(c.Text) {
				t.Fatalf("%q: code at %d of %d bytes", s, code.Pos, len(c.Text))
			}
		}
	})
}

func TestBind(t *testing.T) {
	source := document.ParseContent("Le <b1>a</b1> et <i2>b</i2><br3/>")
	for _, c := range []struct{ target, want string }{
		{"<i2>B</i2> and the <b1>A</b1><br3/>", ""},
		{"<b1>A<i2>B</i2></b1><br3/>", ""},
		{"<empty/><b1></b1><i2></i2><br3/>", ""},
		{"<i2>B</i2> and the A<br3/>", "the translation has lost <b1>, </b1>"},
		{"<b1>A</b1><i2>B</i2><br3/><br4/>", "the translation has <br4/>, which the source has not"},
		{"<b1>A</b1><i2>B</i2><br3/><br3/>", "the translation has <br3/> more than once"},
		{"<b1>A<i2>B</b1></i2><br3/>", "the translation crosses </b1>"},
		{"</b1>A<b1><i2>B</i2><br3/>", "the translation crosses </b1>"},
	} {
		_, err := document.ParseContent(c.target).Bind(source)
		got := ""
		if err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%q: got %q, want %q", c.target, got, c.want)
		}
	}
}

func TestBindGivesTheSourcesData(t *testing.T) {
	source := document.Content{Text: "ici", Codes: []document.Code{
		{Kind: document.Open, Name: "a", ID: 1, Data: []document.Chunk{{Raw: []byte("[")}}},
		{Kind: document.Close, Name: "a", ID: 1, Pos: 3, Data: []document.Chunk{{Raw: []byte("](#)")}}},
	}}
	bound, err := document.ParseContent("please click <a1>here</a1>").Bind(source)
	if err != nil {
		t.Fatal(err)
	}
	if got := string(bound.Codes[0].Data[0].Raw) + string(bound.Codes[1].Data[0].Raw); got != "[](#)" {
		t.Errorf("got %q", got)
	}
}
