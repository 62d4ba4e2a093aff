package glossary

import (
	"fmt"
	"testing"

	"golang.org/x/text/language"
	"pgregory.net/rapid"
)

func parsed(t *testing.T, name, text string) *Termbase {
	t.Helper()
	b, err := Parse(name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

const projectTerms = `
[[concept]]
id = "ldc"
note = "ours"
  [[concept.en]]
  term = "poorest countries"
  [[concept.en]]
  term = "LDCs"
  type = "abbreviation"
  status = "deprecated"

[[concept]]
id = "panel"
  [[concept.en]]
  term = "panel"
  [[concept.fr]]
  term = "table ronde"
`

func TestMergeLetsTheLaterWin(t *testing.T) {
	itu := ituBase(t)
	merged, conflicts := Merge(itu, parsed(t, "ours.toml", projectTerms))
	ldc := merged.Concept("ldc")
	if ldc.Note != "ours" || ldc.Subject != itu.Concept("ldc").Subject {
		t.Errorf("the fields are %q and %q", ldc.Note, ldc.Subject)
	}
	if got := ldc.Label(language.English); got != "poorest countries" {
		t.Errorf("the label is %q", got)
	}
	if got := ldc.Label(language.French); got != "pays les moins avancés (PMA)" {
		t.Errorf("what the later does not speak of is %q", got)
	}
	if merged.Concept("panel") == nil || len(merged.Concepts) != len(itu.Concepts)+1 {
		t.Errorf("%d concepts", len(merged.Concepts))
	}
	var got []string
	for _, c := range conflicts {
		got = append(got, fmt.Sprintf("%s %s %s:%t %s:%d", c.Concept, c.Lang, c.Before.Text, c.Before.File == "itu.toml" && c.Before.Line > 0, c.After.File, c.After.Line))
	}
	if want := "[ldc en least developed countries:true ours.toml:5 ldc en LDCs:true ours.toml:7]"; fmt.Sprint(got) != want {
		t.Errorf("the conflicts are %v, want %v", got, want)
	}
	if itu.Concept("ldc").Label(language.English) != "least developed countries (LDCs)" {
		t.Error("merging changed the earlier termbase")
	}
	if m := merged.Matcher(language.French).Find("une table ronde pour les PMA"); len(m) != 2 {
		t.Errorf("%d finds, want 2", len(m))
	}
}

// TestMergeLaws: merged with itself or with nothing, a termbase finds and says
// what it did.
func TestMergeLaws(t *testing.T) {
	itu := ituBase(t)
	for _, others := range [][]*Termbase{{itu, itu}, {itu, {}}, {{}, itu}, {itu}} {
		merged, conflicts := Merge(others...)
		if len(conflicts) != 0 || len(merged.Concepts) != len(itu.Concepts) {
			t.Fatalf("%d conflicts, %d concepts", len(conflicts), len(merged.Concepts))
		}
		rapid.Check(t, func(t *rapid.T) {
			c := rapid.SampledFrom(itu.Concepts).Draw(t, "concept")
			lang := rapid.SampledFrom(six).Draw(t, "language")
			if got, want := merged.Concept(c.ID).Label(lang), c.Label(lang); got != want {
				t.Fatalf("%s: %q, want %q", c.ID, got, want)
			}
		})
	}
	if empty, _ := Merge(); len(empty.Matcher(language.French).Find("PMA")) != 0 {
		t.Error("nothing finds something")
	}
}
