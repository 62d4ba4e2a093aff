package check_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"hexaglot/pipeline/check"
	"hexaglot/pipeline/document"
)

// circular is a line of testdata/terms_<lang>.txt.
type circular struct {
	line  int
	pairs []check.Placed
	want  []string
}

func readCirculars(t *testing.T, lang language.Tag) []circular {
	t.Helper()
	name := "testdata/terms_" + lang.String() + ".txt"
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var out []circular
	for i, line := range strings.Split(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, " | ")
		src, trg := strings.Split(cells[1], " ¶ "), strings.Split(cells[2], " ¶ ")
		if len(cells) != 4 || len(src) != len(trg) {
			t.Fatalf("%s:%d: %d cells, %d and %d segments", name, i+1, len(cells), len(src), len(trg))
		}
		c := circular{line: i + 1, want: strings.Fields(strings.TrimPrefix(cells[3], "-"))}
		for k := range src {
			c.pairs = append(c.pairs, pair(t, cells[0], lang, src[k], trg[k]))
		}
		out = append(out, c)
	}
	return out
}

func pair(t *testing.T, from string, to language.Tag, src, trg string) check.Placed {
	t.Helper()
	role := "paragraph"
	if strings.HasPrefix(src, "# ") {
		role = "heading"
	}
	return check.Placed{Role: role, Pair: check.Pair{
		Source: document.ParseContent(strings.TrimPrefix(src, "# ")), Target: document.ParseContent(strings.TrimPrefix(trg, "# ")),
		From: language.MustParse(from), To: to, Terms: termbase(t),
	}}
}

// findings gives the ids of what is found wrong with the terms of a circular.
func (c circular) findings() []string {
	var out []string
	for _, p := range c.pairs {
		for _, f := range append(check.Terminology.Run(p.Pair), check.Abbreviations.Run(p.Pair)...) {
			out = append(out, f.Message.ID)
		}
	}
	for _, r := range append(check.Mentions.RunAll(c.pairs), check.Consistency.RunAll(c.pairs)...) {
		out = append(out, r.Message.ID)
	}
	return out
}

// The least precision and recall of the checks on terms in a language.
func least(lang language.Tag) (precision, recall float64) {
	if lang == language.Arabic {
		return 0.95, 0.90
	}
	return 0.97, 0.95
}

// TestTerms compares the findings with the labels of testdata/terms_<lang>.txt,
// and logs precision and recall.
func TestTerms(t *testing.T) {
	shown := map[string]bool{}
	for _, lang := range six {
		t.Run(lang.String(), func(t *testing.T) {
			circulars := readCirculars(t, lang)
			if len(circulars) < 50 {
				t.Fatalf("%d circulars, want 50", len(circulars))
			}
			var right, found, wanted int
			for _, c := range circulars {
				got := c.findings()
				if !slices.Equal(got, c.want) {
					t.Logf("terms_%s.txt:%d: got %v, want %v", lang, c.line, got, c.want)
				}
				for _, r := range check.RunAll(c.pairs) {
					shown[r.Check] = true
				}
				right, found, wanted = right+common(got, c.want), found+len(got), wanted+len(c.want)
			}
			precision, recall := float64(right)/float64(found), float64(right)/float64(wanted)
			t.Logf("%d circulars, %d findings: precision %.3f, recall %.3f", len(circulars), wanted, precision, recall)
			if p, r := least(lang); precision < p || recall < r {
				t.Errorf("precision %.3f, want %.2f; recall %.3f, want %.2f", precision, p, recall, r)
			}
		})
	}
	for _, c := range []check.Check{check.Mentions, check.Consistency} {
		if !shown[c.Name] {
			t.Errorf("no circular shows what the check %s finds", c.Name)
		}
	}
}

// common counts the labels that were found.
func common(got, want []string) int {
	rest := slices.Clone(want)
	n := 0
	for _, id := range got {
		if i := slices.Index(rest, id); i >= 0 {
			rest = slices.Delete(rest, i, i+1)
			n++
		}
	}
	return n
}

// TestPlaces: a finding on a term names its places in source and target.
func TestPlaces(t *testing.T) {
	c := circular{pairs: []check.Placed{
		pair(t, "fr", language.English, "Les pays les moins avancés (PMA) y sont.", "PMA are there."),
		pair(t, "fr", language.English, "Les PMA et l'UIT", "The LDCs and UIT"),
	}}
	var got []string
	note := func(pair int, f check.Finding) {
		p := c.pairs[pair]
		got = append(got, f.Check+": "+p.Source.Text[f.Source.Start:f.Source.End]+" > "+p.Target.Text[f.Target.Start:f.Target.End])
	}
	for i, p := range c.pairs {
		for _, f := range append(check.Terminology.Run(p.Pair), check.Abbreviations.Run(p.Pair)...) {
			note(i, f)
		}
	}
	for _, r := range check.RunAll(c.pairs) {
		note(r.Pair, r.Finding)
	}
	want := []string{
		"terminology: pays les moins avancés > ", "abbreviations: pays les moins avancés > PMA",
		"terminology: UIT > ", "abbreviations: UIT > UIT", "mentions: pays les moins avancés (PMA > ",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
