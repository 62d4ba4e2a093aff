package glossary

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
)

// TestLint: every table of testdata/lint has the findings that its comment
// names, and no other; every rule is shown.
func TestLint(t *testing.T) {
	files, err := filepath.Glob("testdata/lint/*.toml")
	if err != nil || len(files) < 3 {
		t.Fatalf("%d files (%v)", len(files), err)
	}
	shown := map[string]bool{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		b, err := Parse(file, data)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range Lint(b, []language.Tag{language.English, language.French}) {
			shown[f.Rule] = true
			got = append(got, fmt.Sprintf("%s %s", f.Message.Where(), f.Rule))
			if f.Message.Error() == "" || strings.Contains(f.Message.Error(), "{") {
				t.Errorf("%s: %s", f.Rule, f.Message.Error())
			}
		}
		if diff := cmp.Diff(expected(file, string(data)), sorted(got)); diff != "" {
			t.Error(diff)
		}
	}
	for _, r := range Rules() {
		if !shown[r.Name] || r.Doc == "" {
			t.Errorf("no case shows the rule %s", r.Name)
		}
	}
}

// expected reads the comments behind the tables.
func expected(file, data string) []string {
	var out []string
	for i, line := range strings.Split(data, "\n") {
		table, comment, ok := strings.Cut(line, "#")
		if !ok || !strings.Contains(table, "[[") {
			continue
		}
		for _, rule := range strings.Fields(comment) {
			out = append(out, fmt.Sprintf("%s:%d %s", file, i+1, rule))
		}
	}
	return sorted(out)
}

func sorted(list []string) []string {
	slices.Sort(list)
	return list
}

// TestLintITU: the embedded termbase has no error.
func TestLintITU(t *testing.T) {
	count := map[string]int{}
	for _, f := range Lint(ituBase(t), six) {
		count[f.Rule]++
		if f.Severity == Error {
			t.Errorf("%v [%s]", f.Message, f.Rule)
		}
		if f.Message.Line == 0 {
			t.Errorf("%v has no line", f.Message)
		}
	}
	if count["shared-abbreviation"] == 0 || count["missing-language"] > 0 {
		t.Errorf("%v", count)
	}
	t.Log(count)
}

// BenchmarkLint looks the embedded termbase over; the ratio is to parsing it.
func BenchmarkLint(b *testing.B) {
	base := ituBase(b)
	for b.Loop() {
		Lint(base, six)
	}
	b.ReportMetric(float64(b.Elapsed())/float64(b.N)/float64(reference(func() { _, _ = Parse("itu.toml", itu) })), "x-parse")
}
