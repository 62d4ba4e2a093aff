package check_test

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"golang.org/x/text/language"

	"hexaglot/pipeline/check"
	"hexaglot/pipeline/document"
)

// corpus gives a file of the shared corpus; the test is skipped where there is
// none.
func corpus(t *testing.T, name string) []byte {
	t.Helper()
	dir, err := filepath.Abs(".")
	for err == nil {
		if _, missing := os.Stat(filepath.Join(dir, "go.mod")); missing == nil {
			break
		}
		if filepath.Dir(dir) == dir {
			err = os.ErrNotExist
		}
		dir = filepath.Dir(dir)
	}
	data, err := os.ReadFile(filepath.Join(dir, "..", "shared", "corpus", filepath.FromSlash(name)))
	if err != nil {
		t.Skip("the corpus is not here: ", err)
	}
	return data
}

// wrongly is the most warnings on terms that official translations may get, in
// percent of their segments. The texts were written in English: two others are
// translations of the same text, not of each other, and may differ more.
func wrongly(from language.Tag) float64 {
	if from == language.English {
		return 2
	}
	return 3
}

// TestOfficialTranslations: in the official texts of the Sustainable
// Development Goals hardly a segment is warned of, whatever the pair of
// languages: the translations are right.
func TestOfficialTranslations(t *testing.T) {
	var all map[string]map[string]string
	if err := json.Unmarshal(corpus(t, "parallel/sdg/sdg-six.json"), &all); err != nil {
		t.Fatal(err)
	}
	base := termbase(t)
	for _, from := range six {
		for _, to := range six {
			if from == to {
				continue
			}
			var pairs []check.Placed
			for _, key := range slices.Sorted(maps.Keys(all)) {
				src, trg := all[key][from.String()], all[key][to.String()]
				if src != "" && trg != "" {
					pairs = append(pairs, check.Placed{Role: "paragraph", Pair: check.Pair{
						Source: document.Content{Text: src}, Target: document.Content{Text: trg}, From: from, To: to, Terms: base,
					}})
				}
			}
			if len(pairs) < 400 {
				t.Fatalf("%s to %s: only %d pairs", from, to, len(pairs))
			}
			warned := map[int]bool{}
			for i, f := range terminology(pairs) {
				for _, x := range f {
					t.Logf("%s to %s: %s [%v]\n  %s\n  %s", from, to, x.Message, x.Message.Args["Concept"], pairs[i].Source.Text, pairs[i].Target.Text)
					warned[i] = true
				}
			}
			if share := 100 * float64(len(warned)) / float64(len(pairs)); share > wrongly(from) {
				t.Errorf("%s to %s: %d of %d segments (%.1f %%) are warned of", from, to, len(warned), len(pairs), share)
			} else {
				t.Logf("%s to %s: %d of %d segments (%.1f %%)", from, to, len(warned), len(pairs), share)
			}
		}
	}
}

// terminology gives the warnings on terms, by pair.
func terminology(pairs []check.Placed) map[int][]check.Finding {
	out := map[int][]check.Finding{}
	add := func(i int, f check.Finding) {
		if f.Severity > check.Info {
			out[i] = append(out[i], f)
		}
	}
	for i, p := range pairs {
		for _, f := range append(check.Terminology.Run(p.Pair), check.Abbreviations.Run(p.Pair)...) {
			add(i, f)
		}
	}
	for _, r := range check.RunAll(pairs) {
		add(r.Pair, r.Finding)
	}
	return out
}
