package glossary

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"golang.org/x/text/language"
	"pgregory.net/rapid"

	"hexaglot/messages/fault"
)

// equal compares termbases by what they say, not by where they were read.
var equal = cmp.Options{
	cmpopts.IgnoreUnexported(Termbase{}),
	cmpopts.IgnoreFields(Concept{}, "File", "Line"),
	cmpopts.IgnoreFields(Term{}, "File", "Line"),
	cmpopts.EquateEmpty(),
	cmp.Comparer(func(a, b language.Tag) bool { return a == b }),
}

// TestEncodeITU: the embedded file comes out byte for byte.
func TestEncodeITU(t *testing.T) {
	if diff := cmp.Diff(string(itu), string(ituBase(t).Encode())); diff != "" {
		t.Error(diff)
	}
}

// TestEncodeLaw: Parse gives back what Encode wrote, and Encode writes that the
// same way.
func TestEncodeLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := anyBase(t)
		data := b.Encode()
		back, err := Parse("x.toml", data)
		if err != nil {
			t.Fatalf("%v\n%s", err, data)
		}
		if diff := cmp.Diff(b, back, equal); diff != "" {
			t.Fatal(diff)
		}
		if diff := cmp.Diff(string(data), string(back.Encode())); diff != "" {
			t.Fatal(diff)
		}
	})
}

// anyText draws a text with what is hard to write down.
func anyText(t *rapid.T, name string, least int) string {
	pieces := rapid.SliceOfN(rapid.SampledFrom([]string{
		"a", "é", "ы", "ق", "国", "'", `"`, `\`, "=", "#", " ", "\t", "\n", "\r\n", "\u2028", "\x00", "\x7f", "\ufeff", "']", `"""`, "😀",
	}), least, 6).Draw(t, name)
	out := ""
	for _, p := range pieces {
		out += p
	}
	return out
}

func anyBase(t *rapid.T) *Termbase {
	ids := rapid.SliceOfNDistinct(rapid.StringMatching(`[a-zé_. "#]{1,4}`), 0, 4, rapid.ID).Draw(t, "ids")
	var concepts []*Concept
	for _, id := range ids {
		c := &Concept{ID: id, Subject: anyText(t, "subject", 0), POS: anyText(t, "pos", 0), Definition: anyText(t, "definition", 0), Note: anyText(t, "note", 0)}
		c.Terms = map[language.Tag][]*Term{}
		for _, lang := range rapid.SliceOfDistinct(rapid.SampledFrom(append([]language.Tag{language.German, language.Japanese}, six...)), func(l language.Tag) string { return l.String() }).Draw(t, "languages") {
			for range rapid.IntRange(1, 3).Draw(t, "terms") {
				c.Terms[lang] = append(c.Terms[lang], anyTerm(t))
			}
		}
		concepts = append(concepts, c)
	}
	b, err := New(concepts)
	if err != nil {
		t.Fatal(err)
	}
	b.Head = rapid.SampledFrom([]string{"", "# one", "# one\n#\n# two", "#\n\n# three"}).Draw(t, "head")
	return b
}

func anyTerm(t *rapid.T) *Term {
	texts := func(name string) []string {
		var out []string
		for range rapid.IntRange(0, 2).Draw(t, name) {
			out = append(out, anyText(t, name, 1))
		}
		return out
	}
	return &Term{
		Text:   anyText(t, "term", 1),
		Type:   rapid.SampledFrom([]Type{FullForm, Abbreviation, ShortForm}).Draw(t, "type"),
		Status: rapid.SampledFrom([]Status{Preferred, Admitted, Superseded, Deprecated}).Draw(t, "status"),
		POS:    anyText(t, "pos", 0),
		Gender: rapid.SampledFrom([]string{"", "masculine", "feminine", "neuter"}).Draw(t, "gender"),
		Number: rapid.SampledFrom([]string{"", "singular", "plural"}).Draw(t, "number"),
		Note:   anyText(t, "note", 0), Source: anyText(t, "source", 0),
		Verified: rapid.Bool().Draw(t, "verified"), Forms: texts("forms"), Except: texts("except"),
		Insert: rapid.IntRange(0, maxInsert).Draw(t, "insert"),
		Exact:  rapid.Bool().Draw(t, "exact"), Capital: rapid.Bool().Draw(t, "capital"),
		Word: rapid.Bool().Draw(t, "word"), Silent: rapid.Bool().Draw(t, "silent"),
	}
}

// TestNew: what Parse refuses cannot be put together either.
func TestNew(t *testing.T) {
	term := map[language.Tag][]*Term{language.French: {{Text: "x"}}}
	for _, c := range []struct {
		id       string
		concepts []*Concept
	}{
		{"glossary-id", []*Concept{{File: "x.csv", Line: 3}}},
		{"glossary-id-twice", []*Concept{{ID: "a", Terms: term}, {ID: "a", File: "x.csv", Line: 3}}},
		{"glossary-term", []*Concept{{ID: "a", Terms: map[language.Tag][]*Term{language.French: {{}}}, File: "x.csv", Line: 3}}},
	} {
		_, err := New(c.concepts)
		if e := faultOf(t, err); e.ID != c.id || e.Where() != "x.csv:3" {
			t.Errorf("%s at %s, want %s", e.ID, e.Where(), c.id)
		}
	}
}

func faultOf(t *testing.T, err error) *fault.Error {
	t.Helper()
	var e *fault.Error
	if !errors.As(err, &e) {
		t.Fatalf("%v is no fault", err)
	}
	return e
}
