package check_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"hexaglot/messages"
	"hexaglot/pipeline/check"
	"hexaglot/pipeline/document"
)

// text is a text in the six languages, by tag.
type text map[string]string

// goals gives the official texts of the Sustainable Development Goals.
func goals(t testing.TB) []text {
	t.Helper()
	var all map[string]text
	if err := json.Unmarshal(corpus(t, "parallel/sdg/sdg-six.json"), &all); err != nil {
		t.Fatal(err)
	}
	var out []text
	for _, key := range slices.Sorted(maps.Keys(all)) {
		all[key]["key"] = key
		out = append(out, all[key])
	}
	return out
}

// departing gives the official texts that do say something else, by key and
// language.
func departing(t testing.TB) map[string]bool {
	t.Helper()
	data, err := os.ReadFile("testdata/goals.txt")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]bool{}
	for _, line := range strings.Split(string(data), "\n") {
		cells := strings.Split(line, " | ")
		if strings.HasPrefix(line, "#") || len(cells) != 3 {
			continue
		}
		for lang := range strings.FieldsSeq(cells[1]) {
			out[cells[0]+" "+lang] = true
		}
	}
	return out
}

// good gives the sentences of testdata/good.txt.
func good(t testing.TB) []text {
	t.Helper()
	data, err := os.ReadFile("testdata/good.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []text
	for i, line := range strings.Split(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, " | ")
		if len(cells) != 6 {
			t.Fatalf("good.txt:%d: %d cells", i+1, len(cells))
		}
		x := text{}
		for k, lang := range []string{"ar", "zh", "en", "fr", "ru", "es"} {
			x[lang] = cells[k]
		}
		out = append(out, x)
	}
	return out
}

// example gives the finished circular of the project to try.
func example(t testing.TB) []text {
	t.Helper()
	catalogs := map[string]map[string]string{}
	var order []string
	for _, lang := range six {
		data, err := os.ReadFile(filepath.Join("..", "..", "examples", "messages", "bdt-dir-105", "active."+lang.String()+".toml"))
		if err != nil {
			t.Fatal(err)
		}
		c, err := messages.Read("active.toml", data, lang)
		if err != nil {
			t.Fatal(err)
		}
		catalogs[lang.String()] = c.Accepted()
		for _, m := range c.Messages {
			if lang == language.French {
				order = append(order, m.ID)
			}
		}
	}
	var out []text
	for _, id := range order {
		x := text{}
		for lang, c := range catalogs {
			x[lang] = c[id]
		}
		out = append(out, x)
	}
	return out
}

// pairsOf gives the texts as pairs of two languages.
func pairsOf(t testing.TB, texts []text, from, to language.Tag) []check.Placed {
	t.Helper()
	base := termbase(t)
	var out []check.Placed
	for i, x := range texts {
		src, trg := x[from.String()], x[to.String()]
		if src == "" || trg == "" {
			continue
		}
		id := x["key"]
		if id == "" {
			id = fmt.Sprint(i)
		}
		out = append(out, check.Placed{ID: id, Role: "paragraph", Pair: check.Pair{
			Source: document.ParseContent(src), Target: document.ParseContent(trg), From: from, To: to, Terms: base,
		}})
	}
	return out
}

// stored is what is wrong with the texts themselves, as they are stored: two
// spaces, or one before a comma or a full stop, or at an end.
var stored = regexp.MustCompile(`\S[ \x{a0}]{2,}\S|\S[ \x{a0}][,،.]|^\s|\s$`)

// rightly reports whether a warning tells of what is wrong in the stored texts
// themselves: what departs from the other languages, two translations of one
// text, two terms for one concept. Chinese punctuation was made half width where
// they were stored.
func rightly(p check.Placed, f check.Finding, departing map[string]bool) bool {
	switch f.Check {
	case "whitespace", "margins":
		return stored.MatchString(p.Target.Text) || f.Check == "margins" && stored.MatchString(p.Source.Text)
	case "repetitions", "consistency":
		return true
	}
	return f.Message.ID == "typography-full-width" || departing[p.ID+" "+p.From.String()] || departing[p.ID+" "+p.To.String()]
}

// silence is the most segments of right translations, in percent, that may be
// warned of.
const silence = 2.0

// TestSilence: hardly a right translation is warned of, in any pair of
// languages. The example was written in French: no version of it is a
// translation into French.
func TestSilence(t *testing.T) {
	for _, c := range []struct {
		name  string
		texts func(testing.TB) []text
		least int
	}{{"goals", goals, 400}, {"good", good, 20}, {"example", example, 30}} {
		t.Run(c.name, func(t *testing.T) {
			texts := c.texts(t)
			kinds := map[string]map[string]int{}
			known := departing(t)
			for _, from := range six {
				for _, to := range six {
					if from != to && (c.name != "example" || to != language.French) {
						quiet(t, pairsOf(t, texts, from, to), c.least, kinds, known)
					}
				}
			}
			table(t, kinds)
		})
	}
}

// quiet holds that hardly a pair is warned of wrongly, and counts the warnings
// by check and pair of languages.
func quiet(t *testing.T, pairs []check.Placed, least int, kinds map[string]map[string]int, known map[string]bool) {
	t.Helper()
	if len(pairs) < least {
		t.Fatalf("only %d pairs", len(pairs))
	}
	direction := pairs[0].From.String() + "-" + pairs[0].To.String()
	warned := map[int]bool{}
	for _, r := range check.Examine(pairs) {
		if r.Severity == check.Info || rightly(pairs[r.Pair], r.Finding, known) {
			continue
		}
		warned[r.Pair] = true
		if kinds[r.Check] == nil {
			kinds[r.Check] = map[string]int{}
		}
		kinds[r.Check][direction]++
		if os.Getenv("SHOW") == r.Check || os.Getenv("SHOW") == "all" {
			t.Logf("%s: %s: %s\n  %s\n  %s", direction, r.Check, r.Message, pairs[r.Pair].Source, pairs[r.Pair].Target)
		}
	}
	share := 100 * float64(len(warned)) / float64(len(pairs))
	t.Logf("%s: %d of %d segments (%.1f %%) are warned of", direction, len(warned), len(pairs), share)
	if share > silence {
		t.Errorf("%s: %.1f %% of the segments are warned of", direction, share)
	}
}

// table prints counts by kind and pair of languages.
func table(t *testing.T, kinds map[string]map[string]int) {
	t.Helper()
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		sum := 0
		for _, n := range kinds[kind] {
			sum += n
		}
		t.Logf("%-14s %5d %v", kind, sum, kinds[kind])
	}
}
