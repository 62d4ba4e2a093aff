package locale_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"pgregory.net/rapid"

	"hexaglot/pipeline/locale"
)

// cellText gives a cell of a table: ⍽ stands for a no-break space, ␣ for a
// space at its edge.
var cellText = strings.NewReplacer("⍽", "\u00a0", "␣", " ", "⏎", "\n")

func tidied(lang, text string) string {
	return locale.Apply(text, locale.Find(language.MustParse(lang)).Tidy(text))
}

func TestTypography(t *testing.T) {
	covered := map[string]bool{}
	for _, row := range rows(t, "typography.txt", 3, 150) {
		lang, text, want := row[0], cellText.Replace(row[1]), cellText.Replace(row[2])
		if got := tidied(lang, text); got != want {
			t.Errorf("%s: %q:\n got %q\nwant %q", lang, text, got, want)
		}
		for _, e := range locale.Find(language.MustParse(lang)).Tidy(text) {
			covered[e.Rule] = true
		}
	}
	for _, id := range locale.TypographyRules() {
		if !covered[id] {
			t.Errorf("no row shows the rule %s", id)
		}
	}
}

// What stays in every language, alone and in a sentence.
func TestTypographyStays(t *testing.T) {
	for _, row := range rows(t, "typography_stays.txt", 2, 60) {
		text := cellText.Replace(row[1])
		for _, l := range locale.All() {
			lang := l.Tag.String()
			if row[0] != "all" && !slices.Contains(strings.Fields(row[0]), lang) {
				continue
			}
			if got := tidied(lang, text); got != text {
				t.Errorf("%s: %q became %q", lang, text, got)
			}
		}
	}
}

func TestUnpaired(t *testing.T) {
	for _, row := range rows(t, "unpaired.txt", 3, 20) {
		var got []string
		for _, at := range locale.Find(language.MustParse(row[0])).Unpaired(row[1]) {
			got = append(got, string([]rune(row[1][at:])[0]))
		}
		if want := strings.TrimPrefix(row[2], "-"); strings.Join(got, " ") != want {
			t.Errorf("%s: %q: got %v, want %q", row[0], row[1], got, want)
		}
	}
}

// letters gives the letters of a text but the kashida.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) && r != '\u0640' {
			return r
		}
		return -1
	}, text)
}

// keepsTheLaws fails where Tidy breaks one of the laws it states.
func keepsTheLaws(t interface{ Fatalf(string, ...any) }, l *locale.Locale, text string) {
	edits := l.Tidy(text)
	end := 0
	for _, e := range edits {
		if e.Start < end || e.End < e.Start || e.End > len(text) || e.Rule == "" || text[e.Start:e.End] == e.New {
			t.Fatalf("%s: %q: %+v", l.Tag, text, edits)
		}
		if !utf8.RuneStart(append([]byte(text), 0)[e.Start]) || !utf8.RuneStart(append([]byte(text), 0)[e.End]) {
			t.Fatalf("%s: %q: %+v cuts a character", l.Tag, text, e)
		}
		end = e.End
	}
	after := locale.Apply(text, edits)
	if again := l.Tidy(after); len(again) > 0 {
		t.Fatalf("%s: %q became %q, which needs %+v", l.Tag, text, after, again)
	}
	if letters(after) != letters(text) {
		t.Fatalf("%s: %q became %q: other letters", l.Tag, text, after)
	}
	if a, b := strings.Join(locale.DigitRuns(after), ""), strings.Join(locale.DigitRuns(text), ""); a != b {
		t.Fatalf("%s: %q became %q: digits %s, not %s", l.Tag, text, after, a, b)
	}
	if n := utf8.RuneCountInString(text); utf8.RuneCountInString(after) > 2*n+4 {
		t.Fatalf("%s: %q became %q: too long", l.Tag, text, after)
	}
	if strings.Count(after, "\ufffc") != strings.Count(text, "\ufffc") || strings.Count(after, "\n") != strings.Count(text, "\n") {
		t.Fatalf("%s: %q became %q: lost a sign", l.Tag, text, after)
	}
}

// pieces are what random texts are made of.
var pieces = []string{
	"mot", "слово", "كلمة", "词", "Word", "A", " ", " ", "\u00a0", "\u202f", ",", ".", ";", ":", "!", "?", "،", "؛", "؟", "，", "。", "：", "（", "）", "(", ")", "[", "]",
	"«", "»", "“", "”", "„", "‘", "’", "'", `"`, "‹", "›", "「", "」", "-", "–", "—", "−", "\u2011", "...", "…", "1", "2021", "٣", "３", "%", "٪", "٬", "٫", "ـ", "é", "e\u0301",
	"juin", "8 h 30", "г.", "№", "https://itu.int/a,b", "a@b.int", "BDT/DIR/105", "letter.fr.md", "8:30", "\ufffc", "\n", "/", "`x`", "{{.N}}", "résolution 5", "¿", "\u200f", "😀",
}

func TestTypographyKeepsItsLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 14).Draw(t, "pieces"), "")
		keepsTheLaws(t, rapid.SampledFrom(locale.All()).Draw(t, "locale"), text)
	})
}

// What is protected comes out as it went in, wherever it stands.
func TestTypographyKeepsAddresses(t *testing.T) {
	kept := []string{"https://www.itu.int/en/a--b?x=1,2", "a.b@itu.int", "BDT/DIR/105", "C18/35-F", "letter.fr.md", "`a , b`", "{{ .Name }}", "v1.2.3", "8:30", "--write"}
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom(kept).Draw(t, "kept")
		l := rapid.SampledFrom(locale.All()).Draw(t, "locale")
		lead := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 5).Draw(t, "before"), "")
		tail := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 5).Draw(t, "after"), "")
		text := lead + " " + word + " " + tail
		// A backtick or a brace more would make something else of it.
		if strings.ContainsAny(lead+tail, "`{") {
			t.Skip()
		}
		if after := locale.Apply(text, l.Tidy(text)); !strings.Contains(after, word) {
			t.Fatalf("%s: %q became %q", l.Tag, text, after)
		}
	})
}

func FuzzTidy(f *testing.F) {
	for _, seed := range []string{
		"« Bonjour » : l’UIT , 3 000 personnes à 8 h 30–11 h 30 !", "“The ‘Road’” -- 6-15 June ... 37 %", "«На пути „в Аддис“» − 14−23 сентября 2016 г. № 5",
		"¿ Qué ? «hola»—adiós", "اجتماع , «نص» ٢٫٩ ـ تمهيـد (ITU)؟", "世界 (EST) , 2021 年. \"你好\"...——「引」", "\ufeff\u2028\r\n\u202e<b1>", "a\xffb", "((\"'’‘“”", "",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, l := range locale.All() {
			if !utf8.ValidString(text) {
				if l.Tidy(text) != nil {
					t.Fatalf("%q is no text", text)
				}
				continue
			}
			keepsTheLaws(t, l, text)
		}
	})
}

// Breaches are the edits of Tidy that a reader could see.
func TestBreachesAreTheVisibleEdits(t *testing.T) {
	pieces := []string{"mot", "слово", "كلمة", "词", " ", "  ", ",", " ,", ".", "...", "\"", "«", "»", "(", ")", "-", " - ", "–", "3 000", "20", "%", "’", "٣", "，", "\u00a0", "№", "8 h 30"}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 10).Draw(t, "pieces"), "")
		l := rapid.SampledFrom(locale.All()).Draw(t, "language")
		want := slices.DeleteFunc(l.Tidy(text), func(e locale.Edit) bool { return e.Rule == "no-break-space" })
		if got := l.Breaches(text); !slices.Equal(got, want) {
			t.Fatalf("%v: %q: got %v, want %v", l.Tag, text, got, want)
		}
	})
}
