package glossary

import (
	"os"
	"strings"
	"testing"

	"golang.org/x/text/language"
)

// rewrite carries the replacements out.
func rewrite(trg string, all []Replacement) string {
	for i := len(all) - 1; i >= 0; i-- {
		trg = trg[:all[i].Start] + all[i].Text + trg[all[i].End:]
	}
	return trg
}

// cells reads a table: cells divided by " | ", lines that begin with # aside.
func cells(t testing.TB, name string, width int) [][]string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for i, line := range strings.Split(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		row := strings.Split(line, " | ")
		if len(row) != width {
			t.Fatalf("%s:%d: %d cells, want %d", name, i+1, len(row), width)
		}
		out = append(out, row)
	}
	return out
}

// TestReplacements: the table holds, and what was replaced needs no
// replacement any more.
func TestReplacements(t *testing.T) {
	b := ituBase(t)
	rows := cells(t, "testdata/apply.txt", 5)
	if len(rows) < 20 {
		t.Fatalf("only %d rows", len(rows))
	}
	for _, row := range rows {
		from, to, src, trg, want := language.MustParse(row[0]), language.MustParse(row[1]), row[2], row[3], row[4]
		if want == "=" {
			want = trg
		}
		got := rewrite(trg, b.Replacements(src, trg, from, to))
		if got != want {
			t.Errorf("%s: %q gives %q, want %q", to, trg, got, want)
		}
		if again := b.Replacements(src, got, from, to); len(again) != 0 {
			t.Errorf("%s: %q is replaced again: %v", to, got, rewrite(got, again))
		}
	}
}

func TestLater(t *testing.T) {
	b := ituBase(t)
	for _, c := range []struct {
		concept, lang         string
		abbreviated, singular bool
		want                  string
	}{
		{"ldc", "en", true, false, "LDCs"},
		{"ldc", "en", true, true, "LDC"},
		{"ldc", "en", false, true, "least developed countries"},
		{"ldc", "fr", true, true, "PMA"},
		{"ldc", "ru", true, false, "НРС"},
		{"ldc", "es", true, false, "PMA"},
		{"ldc", "zh", true, false, "最不发达国家"},
		{"ldc", "ar", true, false, "أقل البلدان نمواً"},
		{"sids", "en", true, true, "SIDS"},
		{"ldc", "de", true, true, ""},
	} {
		if got := b.Concept(c.concept).Later(language.MustParse(c.lang), c.abbreviated, c.singular); got != c.want {
			t.Errorf("%s in %s: %q, want %q", c.concept, c.lang, got, c.want)
		}
	}
}

func TestIntroductions(t *testing.T) {
	b := ituBase(t)
	for _, c := range []struct{ lang, text, want string }{
		{"fr", "les pays les moins avancés (PMA) et l'UIT", "PMA"},
		{"en", "least developed countries (hereinafter LDCs) and ITU", "LDCs"},
		{"en", "LDCs (least developed countries)", "LDCs"},
		{"en", "least developed countries, LDCs and others", ""},
		{"en", "least developed countries (see below). LDCs", ""},
		{"ru", "наименее развитых странах (далее – НРС)", "НРС"},
		{"zh", "最不发达国家（以下简称LDC）", "LDC"},
		{"ar", "أقل البلدان نمواً (LDC)", "LDC"},
		{"es", "los países menos adelantados (PMA)", "PMA"},
	} {
		lang := language.MustParse(c.lang)
		got := ""
		for _, x := range Introductions(c.text, b.Matcher(lang).Find(c.text)) {
			got += c.text[x.Abbr.Start:x.Abbr.End]
		}
		if got != c.want {
			t.Errorf("%q introduces %q, want %q", c.text, got, c.want)
		}
	}
}
