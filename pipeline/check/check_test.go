package check_test

import (
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"hexaglot/glossary"
	"hexaglot/pipeline/check"
	"hexaglot/pipeline/document"
)

func termbase(t testing.TB) *glossary.Termbase {
	t.Helper()
	base, err := glossary.ITU()
	if err != nil {
		t.Fatal(err)
	}
	return base
}

func TestPairs(t *testing.T) {
	data, err := os.ReadFile("testdata/pairs.txt")
	if err != nil {
		t.Fatal(err)
	}
	base, n := termbase(t), 0
	covered := map[string]bool{}
	for i, line := range strings.Split(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, " | ")
		if len(cells) != 5 {
			t.Fatalf("pairs.txt:%d: %d cells", i+1, len(cells))
		}
		n++
		var got []string
		for _, f := range check.Run(check.Pair{
			From: language.MustParse(cells[0]), To: language.MustParse(cells[1]),
			Source: document.ParseContent(unescaped(cells[2])), Target: document.ParseContent(unescaped(cells[3])), Terms: base, Speller: lacksZZ,
		}) {
			got = append(got, f.Check+":"+f.Message.ID)
			covered[f.Check] = true
		}
		if want := strings.TrimPrefix(cells[4], "-"); strings.Join(got, " ") != want {
			t.Errorf("pairs.txt:%d: %q: got %v, want %q", i+1, cells[3], got, want)
		}
	}
	if n < 150 {
		t.Fatalf("only %d pairs", n)
	}
	for _, c := range check.All() {
		if c.Run != nil && !covered[c.Name] {
			t.Errorf("no pair shows what the check %s finds", c.Name)
		}
	}
}

func TestQueries(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"fr", "Veillez agréer, Madame, Monsieur, l'expression de ma haute considération.", "query-slip Veuillez agréer"},
		{"fr", "Veuillez agréer, Madame, l'expression de ma haute considération.", ""},
		{"fr", "Nous veillons à la qualité.", ""},
		{"fr", "Veillez à fermer la porte.", ""},
		{"fr", "Le 20 septembre, de 8 h 30 à 11 h 30 EST.", "query-zone EDT"},
		{"fr", "Le 20 janvier, de 8 h 30 à 11 h 30 EST.", ""},
		{"en", "on 4 July at 10:00 CET", "query-zone CEST"},
		{"en", "on 4 July at 10:00 CEST", ""},
		{"fr", "L'Est de l'Europe en juillet", ""},
	} {
		got := ""
		for _, q := range check.Queries(c.text, language.MustParse(c.lang)) {
			got = q.ID
			for _, name := range []string{"Instead", "Summer"} {
				if v, ok := q.Args[name].(string); ok {
					got += " " + v
				}
			}
		}
		if got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// escape is a character that a table spells, for nobody would see it.
var escape = regexp.MustCompile(`\\u([0-9a-f]{4})`)

func unescaped(cell string) string {
	return escape.ReplaceAllStringFunc(cell, func(s string) string {
		n, err := strconv.ParseUint(s[2:], 16, 16)
		if err != nil {
			return s
		}
		return string(rune(n))
	})
}

// lacksZZ is a dictionary without the words that have "zz".
func lacksZZ(words []string) []string {
	return slices.DeleteFunc(slices.Clone(words), func(w string) bool { return !strings.Contains(w, "zz") })
}
