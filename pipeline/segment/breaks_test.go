package segment

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"
	"golang.org/x/text/language"
	"pgregory.net/rapid"
)

// minCases is the floor of cases that every language's table holds.
const minCases = 60

// TestBreaks reads testdata/<lang>.txt.
func TestBreaks(t *testing.T) {
	for name := range languages {
		t.Run(name, func(t *testing.T) {
			cases := readCases(t, name)
			if len(cases) < minCases {
				t.Errorf("%d cases, want %d at least", len(cases), minCases)
			}
			for _, c := range cases {
				text := strings.Join(c.sentences, "")
				if got := split(text, language.Make(name)); !slices.Equal(got, c.sentences) {
					t.Errorf("%s.txt:%d:\n got %s\nwant %s", name, c.line, strings.Join(got, "|"), strings.Join(c.sentences, "|"))
				}
			}
		})
	}
}

type breakCase struct {
	line      int
	sentences []string
}

func readCases(t testing.TB, name string) []breakCase {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	var cases []breakCase
	for i, line := range strings.Split(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		line = strings.NewReplacer(" | ", " |", `\n`, "\n", `\u200f`, "\u200f").Replace(line)
		cases = append(cases, breakCase{i + 1, strings.Split(line, "|")})
	}
	return cases
}

func split(text string, lang language.Tag) []string {
	var out []string
	from := 0
	for _, to := range Breaks(text, lang) {
		out = append(out, text[from:to])
		from = to
	}
	return out
}

func TestBreaksEdges(t *testing.T) {
	for text, want := range map[string][]string{
		"":                nil,
		" \n\n ":          {" \n\n "},
		".":               {"."},
		"...":             {"..."},
		"A\u2029B":        {"A\u2029", "B"},
		"A\u2028B":        {"A\u2028B"},
		"A\r\nB":          {"A\r\nB"},
		"A\r\n\r\nB":      {"A\r\n\r\n", "B"},
		"A\rB\r\rC":       {"A\rB\r\r", "C"},
		"A\n \t\nB":       {"A\n \t\n", "B"},
		"\ufeffOne. Two.": {"\ufeffOne. ", "Two."},
		"One.\u00a0Two.":  {"One.\u00a0", "Two."},
		"\xff\xfe. A.":    {"\xff\xfe. ", "A."},
		"One.  \t Two. ":  {"One.  \t ", "Two. "},
		"नमस्ते। धन्यवाद।": {"नमस्ते। ", "धन्यवाद।"},
		"M.\n\nDupont":            {"M.\n\n", "Dupont"},
		"Fin. » Suite.":           {"Fin. » ", "Suite."},
		"C\u0327a. E\u0301. Roux": {"C\u0327a. ", "E\u0301. Roux"},
	} {
		if got := split(text, language.French); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// textOf draws texts in six scripts, full of what boundaries are made of.
func textOf() *rapid.Generator[string] {
	return rapid.Map(rapid.SliceOfN(rapid.SampledFrom(strings.Split(
		"a|b|le|Le|M|Dupont|art|5|3,5|12|IV|A|p|U.S|Союз|в|В|г|т|д|и|会议|举行|的|他说|د|أحمد|وقد|٣|the|The|etc|e|www.itu.int|x@itu.int|"+
			".|.|.|.|. |. |. |. |?|! |…|...|。|。|？|！|，|؟ |،|, |: |; | - | – |\"|\"|«|»|« | »|(|)|[|]|[1]|¹|“|”|（|）|《|》|'|’|*|¿|¡| | | | |\u00a0|\u202f|\t|\n|\r\n|\n\n|\u2028|\u2029|\u200f|\u0301|\ufeff|\xff",
		"|")), 0, 24), func(words []string) string { return strings.Join(words, "") })
}

func langOf() *rapid.Generator[language.Tag] {
	return rapid.SampledFrom([]language.Tag{language.Arabic, language.Chinese, language.English, language.French, language.Russian, language.Spanish, language.Portuguese})
}

func TestBreaksLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkBreaks(t, textOf().Draw(t, "text"), langOf().Draw(t, "lang")) })
}

type failer interface {
	Fatalf(format string, args ...any)
}

// checkBreaks checks that the breaks rise to the end of the text, stand at
// rune boundaries, and that each sentence is one sentence by itself.
func checkBreaks(t failer, text string, lang language.Tag) {
	from := 0
	for _, to := range Breaks(text, lang) {
		if to <= from || to > len(text) || to < len(text) && utf8.ValidString(text) && !utf8.RuneStart(text[to]) {
			t.Fatalf("break at %d after %d in %q", to, from, text)
		}
		sentence := text[from:to]
		if again := Breaks(sentence, lang); len(again) != 1 {
			t.Fatalf("%q of %q has breaks %v", sentence, text, again)
		}
		from = to
	}
	if from != len(text) {
		t.Fatalf("last break at %d of %d in %q", from, len(text), text)
	}
}

func FuzzBreaks(f *testing.F) {
	for name := range languages {
		for _, c := range readCases(f, name) {
			f.Add(strings.Join(c.sentences, ""), name)
		}
	}
	f.Add("\ufeffA.\r\nB.\u2028C.\u2029D.", "fr")
	f.Fuzz(func(t *testing.T, text, name string) { checkBreaks(t, text, language.Make(name)) })
}

// TestBreaksHostile feeds long texts that would take hours if looking ahead or
// back were not bounded.
func TestBreaksHostile(t *testing.T) {
	const n = 1 << 16
	for _, unit := range []string{"(", " ", ". ", "M. ", "\"", "。\"，", "?)", "…", "«. ", "\n", "a.", "é", "\u200f.", "12. ", "A. "} {
		for _, start := range []string{"", strings.Repeat("( ", n), "\n" + strings.Repeat("M. ", n), "."} {
			text := start + strings.Repeat(unit, n)
			if breaks := Breaks(text, language.French); breaks[len(breaks)-1] != len(text) {
				t.Errorf("%.10q %q: last break", start, unit)
			}
		}
	}
}

// TestBreaksAgreeWithStandard holds the tables against the bare standard: most
// of their breaks are breaks of UAX #29 too.
func TestBreaksAgreeWithStandard(t *testing.T) {
	for name := range languages {
		agree, all := 0, 0
		for _, c := range readCases(t, name) {
			standard := map[int]bool{}
			for tokens := sentences.FromString(strings.Join(c.sentences, "")); tokens.Next(); {
				standard[tokens.End()] = true
			}
			at := 0
			for _, s := range c.sentences {
				at += len(s)
				all++
				if standard[at] {
					agree++
				}
			}
		}
		if agree*100 < all*80 {
			t.Errorf("%s: UAX #29 has %d of %d breaks", name, agree, all)
		}
	}
}
