package glossary

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/language"
	"pgregory.net/rapid"
)

const oldTerms = `
[[concept]]
id = "ldc"
  [[concept.en]]
  term = "least developed countries"
  [[concept.en]]
  term = "LDCs"
  type = "abbreviation"
  [[concept.fr]]
  term = "PMA"
  type = "abbreviation"
[[concept]]
id = "panel"
  [[concept.fr]]
  term = "table ronde"
`

const newTerms = `
[[concept]]
id = "ldc"
  [[concept.en]]
  term = "poorest countries"
  note = "new"
  [[concept.en]]
  term = "LDCs"
  type = "abbreviation"
  status = "deprecated"
  [[concept.fr]]
  term = "PMA"
  type = "abbreviation"
  note = "a note is no change"
[[concept]]
id = "fair"
  [[concept.fr]]
  term = "foire"
`

func shown(changes []Change) string {
	text := func(t *Term) string {
		if t == nil {
			return "-"
		}
		return t.Text + "/" + string(t.Status)
	}
	var out []string
	for _, c := range changes {
		out = append(out, fmt.Sprintf("%s %s %s > %s", c.Concept, c.Lang, text(c.Before), text(c.After)))
	}
	return strings.Join(out, "; ")
}

func TestDiff(t *testing.T) {
	old, now := parsed(t, "old", oldTerms), parsed(t, "new", newTerms)
	changes := Diff(old, now)
	want := "ldc en LDCs/preferred > LDCs/deprecated; ldc en least developed countries/preferred > poorest countries/preferred; " +
		"fair fr - > foire/preferred; panel fr table ronde/preferred > -"
	if got := shown(changes); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	impact := NewImpact(old, now, changes)
	for _, c := range []struct{ src, trg, from, to, want string }{
		{"Les PMA", "The LDCs", "fr", "en", "[ldc]"},
		{"Les PMA", "", "fr", "en", "[ldc]"},
		{"Les PMA", "НРС", "fr", "ru", "[]"},
		{"Une table ronde", "Круглый стол", "fr", "ru", "[panel]"},
		{"Une foire et une table ronde", "A fair", "fr-CH", "en", "[panel fair]"},
		{"Le reste", "The poorest countries", "fr", "en", "[ldc]"},
		{"Un fruit", "A fruit", "fr", "en", "[]"},
	} {
		got := fmt.Sprint(impact.Touched(c.src, c.trg, language.MustParse(c.from), language.MustParse(c.to)))
		if got != c.want {
			t.Errorf("%q, %q: %s, want %s", c.src, c.trg, got, c.want)
		}
	}
}

// TestDiffLaws: a termbase does not differ from itself, and backwards a diff is
// the same with its sides changed.
func TestDiffLaws(t *testing.T) {
	itu := ituBase(t)
	if got := Diff(itu, itu); len(got) != 0 {
		t.Errorf("%d changes of nothing", len(got))
	}
	rapid.Check(t, func(t *rapid.T) {
		half := func(label string) *Termbase {
			b := &Termbase{byID: map[string]*Concept{}}
			for _, c := range rapid.SliceOfNDistinct(rapid.SampledFrom(itu.Concepts), 0, 5, func(c *Concept) string { return c.ID }).Draw(t, label) {
				b.Concepts, b.byID[c.ID] = append(b.Concepts, c), c
			}
			return b
		}
		a, b := half("a"), half("b")
		there, back := Diff(a, b), Diff(b, a)
		count := map[string]int{}
		for _, c := range there {
			count[shown([]Change{c})]++
		}
		for _, c := range back {
			c.Before, c.After = c.After, c.Before
			count[shown([]Change{c})]--
		}
		for c, n := range count {
			if n != 0 {
				t.Fatalf("%s: %d times more one way", c, n)
			}
		}
	})
}
