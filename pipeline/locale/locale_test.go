package locale_test

import (
	"os"
	"strings"
	"testing"

	"golang.org/x/text/language"
	"pgregory.net/rapid"

	"hexaglot/pipeline/locale"
)

// rows reads a table of the testdata folder: cells divided by " | ".
func rows(t *testing.T, name string, cells, floor int) [][]string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for line := range strings.SplitSeq(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		row := strings.Split(line, " | ")
		if len(row) != cells {
			t.Fatalf("%s: %q has %d cells, want %d", name, line, len(row), cells)
		}
		out = append(out, row)
	}
	if len(out) < floor {
		t.Fatalf("%s has %d rows only", name, len(out))
	}
	return out
}

func TestNumbers(t *testing.T) {
	for _, row := range rows(t, "numbers.txt", 3, 25) {
		var got []string
		for _, n := range locale.Find(language.MustParse(row[0])).Numbers(row[1]) {
			got = append(got, n.Value)
		}
		if strings.Join(got, " ") != row[2] {
			t.Errorf("%s: %q: got %v, want %s", row[0], row[1], got, row[2])
		}
	}
}

func TestSpelledNumbers(t *testing.T) {
	for _, row := range rows(t, "spelled.txt", 4, 20) {
		if got := locale.Find(language.MustParse(row[0])).Spells(row[1], row[2]); got != (row[3] == "yes") {
			t.Errorf("%s: %q says %s: got %v, want %s", row[0], row[1], row[2], got, row[3])
		}
	}
}

func TestDirection(t *testing.T) {
	for tag, want := range map[string]bool{"ar": true, "ar-EG": true, "fa": true, "he": true, "fr": false, "zh-Hans": false, "ru": false, "az-Arab": true} {
		if got := locale.RightToLeft(language.MustParse(tag)); got != want {
			t.Errorf("%s: got %v", tag, got)
		}
	}
}

// Every number lies in the text in order, and its bytes are whole runes.
func TestNumbersLieInTheText(t *testing.T) {
	alphabet := []rune("0123456789٠٣９,.:  \u202f٬年月h-a%")
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom(alphabet)).Draw(t, "text")
		l := rapid.SampledFrom(locale.All()).Draw(t, "locale")
		end := 0
		for _, n := range l.Numbers(text) {
			if n.Start < end || n.End <= n.Start || n.End > len(text) || n.Value == "" {
				t.Fatalf("%q: %+v", text, n)
			}
			end = n.End
		}
	})
}
