package check_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"hexaglot/pipeline/check"
	"hexaglot/pipeline/document"
)

func TestWhole(t *testing.T) {
	data, err := os.ReadFile("testdata/whole.txt")
	if err != nil {
		t.Fatal(err)
	}
	shown := map[string]bool{}
	for i, line := range strings.Split(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, " | ")
		var got []string
		for _, r := range check.RunAll(placedPairs(cells)) {
			got = append(got, fmt.Sprintf("%d:%s", r.Pair, r.Message.ID))
			shown[r.Check] = true
		}
		if want := strings.Fields(strings.TrimPrefix(cells[4], "-")); !slices.Equal(got, want) {
			t.Errorf("whole.txt:%d: got %v, want %v", i+1, got, want)
		}
	}
	for _, c := range []check.Check{check.Repetitions, check.Collisions} {
		if !shown[c.Name] {
			t.Errorf("no circular shows what the check %s finds", c.Name)
		}
	}
}

func placedPairs(cells []string) []check.Placed {
	src, trg := strings.Split(cells[2], " ¶ "), strings.Split(cells[3], " ¶ ")
	var out []check.Placed
	for k := range src {
		out = append(out, check.Placed{ID: fmt.Sprint(k), Role: "paragraph", Pair: check.Pair{
			From: language.MustParse(cells[0]), To: language.MustParse(cells[1]),
			Source: document.ParseContent(src[k]), Target: document.ParseContent(trg[k]),
		}})
	}
	return out
}

// What Examine gives does not depend on how often it is asked, and each message
// is told of once.
func TestExamineIsSettled(t *testing.T) {
	pairs := pairsOf(t, good(t), language.French, language.English)
	pairs = append(pairs, pairs...)
	first, second := check.Examine(pairs), check.Examine(pairs)
	if fmt.Sprint(first) != fmt.Sprint(second) {
		t.Error("two examinations differ")
	}
	for _, r := range first {
		if r.Pair >= len(pairs)/2 {
			t.Errorf("%s was told twice", r.Message)
		}
	}
}

func TestSuppress(t *testing.T) {
	finding := check.Finding{Check: "numbers", Severity: check.Error}
	for _, c := range []struct{ comment, reason, added string }{
		{"# check: numbers – as in the annex", "as in the annex", ""},
		{"# check: numbers - as in the annex", "as in the annex", ""},
		{"# check: numbers — as in the annex", "as in the annex", ""},
		{"#check: numbers: as in the annex", "as in the annex", ""},
		{"# check: same-again, numbers – a reason", "a reason", "check-suppression-unknown"},
		{"# check: dates, numbers – a reason", "a reason", "check-suppression-unused"},
		{"# check: numbers", "", "check-suppression-reason"},
		{"# check: numbers –", "", "check-suppression-reason"},
		{"# check: numbers –  ", "", "check-suppression-reason"},
		{"# check the numbers – please", "", ""},
		{"# numbers", "", ""},
	} {
		out := check.Suppress([]check.Finding{finding}, []string{c.comment})
		added := ""
		for _, f := range out[1:] {
			added += f.Message.ID
		}
		if out[0].Justification != c.reason || added != c.added {
			t.Errorf("%q: got %q and %q, want %q and %q", c.comment, out[0].Justification, added, c.reason, c.added)
		}
	}
}

func TestSettings(t *testing.T) {
	s := check.Settings{}
	for name, severity := range map[string]string{"numbers": "info", "dates": "off", "source": "error"} {
		if err := s.Set(name, severity); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		check    string
		severity check.Severity
		want     string
	}{
		{"numbers", check.Error, "info true"},
		{"dates", check.Error, "info false"},
		{"source", check.Info, "error true"},
		{"times", check.Error, "error true"},
	} {
		f, stands := s.Apply(check.Finding{Check: c.check, Severity: c.severity})
		if got := fmt.Sprint(f.Severity, stands); got != c.want {
			t.Errorf("%s: got %s, want %s", c.check, got, c.want)
		}
	}
	if s.Set("number", "off") == nil || s.Set("numbers", "fatal") == nil {
		t.Error("an unknown name was taken")
	}
}
