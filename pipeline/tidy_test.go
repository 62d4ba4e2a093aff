package pipeline_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
	"pgregory.net/rapid"

	"hexaglot/pipeline"
	"hexaglot/pipeline/document"
	"hexaglot/pipeline/locale"
)

func TestTidy(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"fr", "« <b1>mot</b1> » :", `"<b1>mot</b1>":`},
		{"fr", "<b1>« mot »</b1>", `<b1>"mot"</b1>`},
		{"fr", "«<b1> mot</b1> »", `"<b1>mot</b1>"`},
		{"en", "first,<b1>second</b1>", "first, <b1>second</b1>"},
		{"en", "<b1>first</b1>,second", "<b1>first</b1>, second"},
		{"en", "a <b1> bold</b1> word", "a <b1>bold</b1> word"},
		{"en", "word <fn1/> word", "word <fn1/> word"},
		{"en", "word<fn1/> , word", "word<fn1/>, word"},
		{"en", "word  <fn1/>  word", "word <fn1/> word"},
		{"en", "word <br1/> word", "word <br1/> word"},
		{"en", `“literal \<b1>” ...`, `"literal \<b1>" …`},
		{"en", `“literal \<b1>” <b1>x</b1>`, `"literal \<b1>" <b1>x</b1>`},
		{"en", "<empty/>", "<empty/>"},
		{"zh", "<b1>世界</b1> (<a2>EST</a2>) ,好", "<b1>世界</b1>（<a2>EST</a2>），好"},
		{"zh", "世界 <fn1/> 大会", "世界 <fn1/> 大会"},
		{"ar", "<b1>نص</b1>, <i2>نص</i2>?", "<b1>نص</b1>، <i2>نص</i2>؟"},
		{"ru", "«<b1>А</b1>» − Б", `"<b1>А</b1>" – Б`},
		{"es", "¿ <b1>Qué</b1> ?", "¿<b1>Qué</b1>?"},
	} {
		got, _ := pipeline.Tidy(document.ParseContent(c.text), language.MustParse(c.lang))
		if got.String() != c.want {
			t.Errorf("%s: %q became %q, want %q", c.lang, c.text, got.String(), c.want)
		}
	}
}

// Every code is kept, in order and at a place between two characters; the
// edits are those of the text; and a second time there are none.
func TestTidyKeepsCodes(t *testing.T) {
	pieces := []string{
		"mot", "слово", "كلمة", "词", " ", " ", ",", "، ", "，", "«", "»", "“", "”", `"`, "’", "...", " - ", "--", "(", ")", "6–15 juin", "ـ", "٣", "<b1>", "</b1>", "<fn2/>", "<br3/>", `\<b1>`, "<empty/>", "\n",
	}
	rapid.Check(t, func(t *rapid.T) {
		c := document.ParseContent(strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 14).Draw(t, "pieces"), ""))
		lang := rapid.SampledFrom(locale.All()).Draw(t, "locale").Tag
		got, edits := pipeline.Tidy(c, lang)
		if want := locale.Apply(c.Text, edits); got.Text != want {
			t.Fatalf("%q became %q, not %q", c, got.Text, want)
		}
		if diff := cmp.Diff(names(c), names(got)); diff != "" {
			t.Fatalf("%q: %s", c, diff)
		}
		if diff := cmp.Diff(got, document.ParseContent(got.String())); diff != "" {
			t.Fatalf("%q became %q: %s", c, got, diff)
		}
		if _, again := pipeline.Tidy(got, lang); len(again) > 0 {
			t.Fatalf("%q became %q, which needs %+v", c, got, again)
		}
	})
}

func names(c document.Content) []string {
	out := []string{}
	for _, code := range c.Codes {
		out = append(out, code.String())
	}
	return out
}
