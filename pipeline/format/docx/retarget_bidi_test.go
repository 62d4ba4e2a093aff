package docx

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/bidi"
	"pgregory.net/rapid"
)

// spelled shows the spans of a text: Latin ones in ⟨ ⟩.
func spelled(text string) string {
	var r bidiText
	var b strings.Builder
	start := 0
	for _, s := range r.resolve([]byte(text)) {
		if s.rtl {
			b.WriteString(text[start:s.end])
		} else {
			b.WriteString("⟨" + text[start:s.end] + "⟩")
		}
		start = s.end
	}
	return b.String()
}

func TestResolve(t *testing.T) {
	for _, want := range []string{
		"",
		"نص",
		"⟨BDT/DIR/105⟩",
		"⟨Geneva, 6 September 2021.⟩",
		"1)",
		"– 2021 –",
		"نص ⟨ITU-T E.119⟩ نص",
		"نص ⟨ITU⟩، ⟨UN⟩",
		"نص 2،5",
		"نص (⟨ITU⟩)",
		"(⟨ITU⟩) نص",
		"⟨ITU (UN)⟩ نص",
		"نص ⟨ITU (UN) [x] (y)⟩ نص",
		"نص ⟨ITU⟩ (نص ⟨x⟩) نص",
		"نص ⟨ITU⟩ (⟨x⟩ نص) نص",
		"نص (⟨a⟩) (⟨b⟩) نص",
		"نص (⟨a [b]⟩ نص) نص",
		"نص \"⟨Connect 2030⟩\" نص",
		"نص 20 ⟨COVID-19⟩ نص",
		"⟨COVID-19⟩ نص",
		"نص ⟨C18/35-C⟩.",
		"نص 37% و-5",
		"من 1,5 إلى 2.5",
		"نص ⟨https://itu.int/a_b?c=(d)⟩",
		"نص ⟨www.itu.int/⟩ نص",
		"نص ⟨a@b.int⟩؛",
		"نص ⟨+41 22 730-51-11⟩ نص",
		"نص (⟨+41 22 730⟩",
		"نص ⟨U.S.A⟩. نص",
		"نص 2(ج) نص",
		"نص\t⟨ITU⟩\t⟨UN⟩ \tنص",
		"نص ⟨it's⟩ 'نص'",
		"نُصّ ⟨e\u0301t\u00e9⟩ نُص",
		"نص ⟨R\u00e9sum\u00e9, \u00e9t\u00e9⟩ نص",
		"نص \u2067⟨ITU⟩\u2069 نص",
		"نص ⟨МСЭ-Т Женева⟩ نص",
	} {
		text := strings.NewReplacer("⟨", "", "⟩", "").Replace(want)
		if diff := cmp.Diff(want, spelled(text)); diff != "" {
			t.Errorf("%s", diff)
		}
	}
}

// TestResolveOracle holds that text without brackets, ASCII words, tabs and explicit
// formatting is resolved as golang.org/x/text does: LTR are the stretches of
// even level that hold a Latin letter.
func TestResolveOracle(t *testing.T) {
	alphabet := []rune("ابجשדé€жЖ、٣٤ ؛ 12345,,.:+-%–\u00a0\u0301\u064e")
	rapid.Check(t, func(t *rapid.T) {
		text := string(rapid.SliceOfN(rapid.SampledFrom(alphabet), 1, 30).Draw(t, "text")) + "ا"
		if strings.Contains(text, "+") {
			text = strings.ReplaceAll(text, "+", "-")
		}
		var own bidiText
		for _, s := range oracle(t, text) {
			if got := spanAt(own.resolve([]byte(text)), s.at); got != s.rtl {
				t.Fatalf("%q at %d: rtl %v, want %v", text, s.at, got, s.rtl)
			}
		}
	})
}

type oracleChar struct {
	at  int
	rtl bool
}

// oracle gives the direction of the strong letters and of the neutrals of text;
// numbers of an even level are RTL unless Latin letters are beside them.
func oracle(t *rapid.T, text string) []oracleChar {
	var p bidi.Paragraph
	if _, err := p.SetString(text, bidi.DefaultDirection(bidi.RightToLeft)); err != nil {
		t.Fatal(err)
	}
	o, err := p.Order()
	if err != nil {
		t.Fatal(err)
	}
	var chars []oracleChar
	at := 0
	for i := range o.NumRuns() {
		run := o.Run(i)
		s := run.String()
		numbers := strings.ContainsAny(s, "0123456789٣٤")
		if run.Direction() == bidi.RightToLeft || !numbers {
			for k := range s {
				chars = append(chars, oracleChar{at + k, run.Direction() == bidi.RightToLeft})
			}
		}
		at += len(s)
	}
	return chars
}

func spanAt(spans []bidiSpan, at int) bool {
	for _, s := range spans {
		if at < s.end {
			return s.rtl
		}
	}
	return true
}
