package glossary

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// carriers are sentences without a term of their own, %s the place of one.
var carriers = map[language.Tag][]string{
	language.Arabic:  {"انظر %s أدناه.", "%s", "قيل «%s» هنا\nثم هناك", "(%s)"},
	language.Chinese: {"请参阅%s。", "%s", "（%s）", "其中“%s”一词"},
	language.English: {"See %s below.", "%s", "the \"%s\" here", "(%s),"},
	language.French:  {"Voir %s ci-dessous.", "%s", "Il s'agit de « %s »", "(%s),"},
	language.Russian: {"См. %s ниже.", "%s", "это «%s» здесь", "(%s),"},
	language.Spanish: {"Véase %s abajo.", "%s", "esto es \"%s\" aquí", "(%s),"},
}

// findsTerm checks that text, which holds the term at start, is found to do so.
func findsTerm(b *Termbase, lang language.Tag, c *Concept, text, term string, start int) error {
	for _, m := range b.Matcher(lang).Find(text) {
		inside := m.Start <= start && start+len(term) <= m.End && strings.Trim(text[m.Start:start]+text[start+len(term):m.End], "\"“”«»") == ""
		if inside && (m.Concept == c || hasConcept(m.Others, c)) {
			return nil
		}
	}
	return fmt.Errorf("%s: %s is not found in %q", lang, c.ID, text)
}

func hasConcept(candidates []Candidate, c *Concept) bool {
	for _, candidate := range candidates {
		if candidate.Concept == c {
			return true
		}
	}
	return false
}

// TestEveryTermIsFound: every term, and every listed form of it, is found in
// every carrier, as its concept or a homograph of it.
func TestEveryTermIsFound(t *testing.T) {
	b := ituBase(t)
	for _, c := range b.Concepts {
		for lang, terms := range c.Terms {
			for _, term := range terms {
				if term.Silent {
					continue
				}
				for _, spelling := range append([]string{term.Text}, term.Forms...) {
					for _, carrier := range carriers[lang] {
						start := strings.Index(carrier, "%s")
						if err := findsTerm(b, lang, c, fmt.Sprintf(carrier, spelling), core(spelling), start+strings.Index(spelling, core(spelling))); err != nil {
							t.Error(err)
						}
					}
				}
			}
		}
	}
}

// core is a term without the quotation marks around it.
func core(term string) string { return strings.Trim(term, "\"“”") }

// dress changes how a text is encoded, and nothing that a reader sees.
var dress = []func(string) string{
	func(s string) string { return s },
	norm.NFD.String,
	strings.NewReplacer(" ", "\u00a0").Replace,
	strings.NewReplacer(" ", "\u202f", "-", "\u2011").Replace,
	strings.NewReplacer(" ", "\r\n", "'", "’").Replace,
	strings.NewReplacer(" ", "\u2028").Replace,
	strings.NewReplacer(" ", " \u200f", "-", "\u2010").Replace,
	func(s string) string { return "\ufeff" + s },
	func(s string) string { return strings.ReplaceAll(s, "\"", "”") },
	between("\u200b"), between("\u00ad"), between("\u2060"),
}

// between puts a format character into the middle of a text; one of a single
// rune has no middle.
func between(mark string) func(string) string {
	return func(s string) string {
		runes := []rune(s)
		if len(runes) < 2 {
			return s
		}
		i := len(runes) / 2
		return string(runes[:i]) + mark + string(runes[i:])
	}
}

// TestEncodingMakesNoDifference: a term is found however it is encoded.
func TestEncodingMakesNoDifference(t *testing.T) {
	b := ituBase(t)
	rapid.Check(t, func(t *rapid.T) {
		c := rapid.SampledFrom(b.Concepts).Draw(t, "concept")
		lang := rapid.SampledFrom(six).Draw(t, "language")
		term := rapid.SampledFrom(c.In(lang)).Draw(t, "term")
		if term.Silent {
			return
		}
		text := core(rapid.SampledFrom(dress).Draw(t, "dress")(term.Text))
		text = strings.Trim(text, "\ufeff")
		carrier := rapid.SampledFrom(carriers[lang]).Draw(t, "carrier")
		if quoted(carrier) && quoted(term.Text) {
			return // whose quotation mark closes is not to be told
		}
		if err := findsTerm(b, lang, c, fmt.Sprintf(carrier, text), text, strings.Index(carrier, "%s")); err != nil {
			t.Fatal(err)
		}
	})
}

func quoted(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return gapOf[r] == quote })
}

// TestCapitalsMakeNoDifference: a full form is found in capitals.
func TestCapitalsMakeNoDifference(t *testing.T) {
	b := ituBase(t)
	rapid.Check(t, func(t *rapid.T) {
		c := rapid.SampledFrom(b.Concepts).Draw(t, "concept")
		lang := rapid.SampledFrom(six).Draw(t, "language")
		term := rapid.SampledFrom(c.In(lang)).Draw(t, "term")
		if term.Silent || term.Type == Abbreviation || term.Word {
			return
		}
		text := strings.ToUpper(core(term.Text))
		if err := findsTerm(b, lang, c, "— "+text, text, len("— ")); err != nil {
			t.Fatal(err)
		}
	})
}

// lawful checks the laws that every list of matches keeps.
func lawful(text string, matches []Match) error {
	end, starts := 0, map[int]bool{len(text): true}
	for i := range text {
		starts[i] = true
	}
	for _, m := range matches {
		switch {
		case m.Concept == nil || m.Term == nil:
			return fmt.Errorf("a match of nothing in %q", text)
		case m.Start < end || m.End <= m.Start || m.End > len(text):
			return fmt.Errorf("a match from %d to %d after %d in %q", m.Start, m.End, end, text)
		case !starts[m.Start] || !starts[m.End]:
			return fmt.Errorf("a match cuts a rune at %d or %d in %q", m.Start, m.End, text)
		}
		end = m.End
	}
	return nil
}

// FuzzFind: whatever the text, no panic, and matches stand in order, apart, on
// rune boundaries.
func FuzzFind(f *testing.F) {
	for _, seed := range []string{
		"والبلدان النامية غير الساحلية، بالاتحاد الدولي للاتصالات (ITU)",
		"最不发达国家（LDC）和内陆发展中国家，《2030年可持续发展议程》",
		"The LDCs' and Member States\u2019 ICT\u2011enabled e-waste\r\nRec. ITU-T E.119",
		"\ufeffLes États Membres de l'UIT,\u2028d’un PEID: \"Partner2Connect\"",
		"Государствам – Членам МСЭ, развивающихся стран, не имеющих выхода к морю",
		"los países menos adelantados (PMA) y los Estados Miembros de la UIT",
		"\xff\xfe[Original signé", "'’'s-s 's", "Partner2Connect@itu.int https://www.itu.int/ITU-D/",
	} {
		f.Add(seed)
	}
	b, err := ITU()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, lang := range six {
			if err := lawful(text, b.Matcher(lang).Find(text)); err != nil {
				t.Fatalf("%s: %v", lang, err)
			}
		}
	})
}
