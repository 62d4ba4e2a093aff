package pipeline_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"
	"pgregory.net/rapid"

	"hexaglot/glossary"
	"hexaglot/messages"
	"hexaglot/pipeline"
	"hexaglot/pipeline/document"
)

func ituBase(t *testing.T) *glossary.Termbase {
	t.Helper()
	base, err := glossary.ITU()
	if err != nil {
		t.Fatal(err)
	}
	return base
}

// letter gives the messages of a circular from their texts; one that begins
// with "# " is a heading. Their ids are the texts.
func letter(texts ...string) []messages.Source {
	var out []messages.Source
	for _, text := range texts {
		role := "paragraph"
		if strings.HasPrefix(text, "# ") {
			role = "heading"
		}
		out = append(out, messages.Source{ID: text, Description: role, Text: strings.TrimPrefix(text, "# ")})
	}
	return out
}

// Each concept is expanded where the circular introduces it, and takes the
// habit of the language elsewhere.
func TestTermsFollowTheMentions(t *testing.T) {
	introduced := letter("# Les PMA", "Aidons les PMA.", "Les pays les moins avancés (PMA) lisent.", "Un <b1>PMA</b1> écrit.", "Voici les pays les moins avancés.")
	used := letter("# Les PMA", "Aidons les PMA.", "Les PMA lisent.")
	for _, c := range []struct {
		src  []messages.Source
		lang string
		want []string
	}{
		{introduced, "en", []string{
			"PMA → LDCs", "PMA → LDCs", "pays les moins avancés → least developed countries (LDCs)", "PMA → LDC", "pays les moins avancés → least developed countries",
		}},
		{introduced, "ru", []string{
			"PMA → НРС", "PMA → НРС", "pays les moins avancés → наименее развитые страны (НРС)", "PMA → НРС", "pays les moins avancés → наименее развитые страны",
		}},
		{introduced, "es", []string{
			"PMA → PMA", "PMA → PMA", "pays les moins avancés → países menos adelantados (PMA)", "PMA → PMA", "pays les moins avancés → países menos adelantados",
		}},
		{introduced, "zh", []string{
			"PMA → 最不发达国家", "PMA → 最不发达国家", "pays les moins avancés → 最不发达国家（LDC）", "PMA → 最不发达国家", "pays les moins avancés → 最不发达国家",
		}},
		{introduced, "ar", []string{
			"PMA → أقل البلدان نمواً", "PMA → أقل البلدان نمواً", "pays les moins avancés → أقل البلدان نمواً (LDC)", "PMA → أقل البلدان نمواً", "pays les moins avancés → أقل البلدان نمواً",
		}},
		{used, "en", []string{"PMA → LDCs", "PMA → least developed countries (LDCs)", "PMA → LDCs"}},
		{letter("# Les PMA"), "en", []string{"PMA → least developed countries (LDCs)"}},
	} {
		terms := pipeline.FindTerms(ituBase(t), c.src, language.French)
		var got []string
		for _, m := range c.src {
			got = append(got, strings.Join(terms.Lines(m.ID, language.MustParse(c.lang)), "; "))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.lang, got, c.want)
		}
	}
}

// What is applied keeps every code, in its place among the words that stay.
func TestApplyTermsKeepsCodes(t *testing.T) {
	base := ituBase(t)
	src := document.ParseContent("Les <b1>PMA</b1> et les PEID")
	trg, diff := pipeline.ApplyTerms(base, src, document.ParseContent("The <b1>PMA</b1> and<br2/> PE<i3>I</i3>D, PEID"), language.French, language.English)
	if got, want := trg.String(), "The <b1>LDCs</b1> and<br2/> PE<i3>I</i3>D, SIDS"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if want := "The [-PMA-]{+LDCs+} and PEID, [-PEID-]{+SIDS+}"; diff != want {
		t.Errorf("got %q, want %q", diff, want)
	}
}

func TestApplyTermsLaws(t *testing.T) {
	base := ituBase(t)
	pieces := []string{"PMA", "les ", "<b1>", "</b1>", " a ", "PEID", "LDCs", " и ", "最不发达国家", "في ", "(", ")", "\"", "UIT", "<br2/>", "\u2028", "\r\n", "\ufeff"}
	rapid.Check(t, func(t *rapid.T) {
		src := document.Content{Text: "Les PMA, les PEID et l'UIT"}
		trg := document.ParseContent(strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 12).Draw(t, "target"), ""))
		to := rapid.SampledFrom([]language.Tag{language.English, language.Russian, language.Chinese, language.Arabic, language.Spanish}).Draw(t, "language")
		out, diff := pipeline.ApplyTerms(base, src, trg, language.French, to)
		if diff == "" && out.String() != trg.String() {
			t.Fatalf("%q became %q without a word", trg, out)
		}
		if len(out.Codes) != len(trg.Codes) {
			t.Fatalf("%q has not the codes of %q", out, trg)
		}
		for i, code := range out.Codes {
			if code.String() != trg.Codes[i].String() || code.Pos > len(out.Text) || i > 0 && code.Pos < out.Codes[i-1].Pos {
				t.Fatalf("%q has not the codes of %q", out, trg)
			}
		}
	})
}
