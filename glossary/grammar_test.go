package glossary

import (
	"strings"
	"testing"
)

// TestParadigms: the words that a paradigm shows are forms of one another.
func TestParadigms(t *testing.T) {
	for _, g := range grammars() {
		shown := 0
		for line := range strings.Lines(g.paradigms) {
			rule, words, ok := strings.Cut(line, ":")
			if forms := strings.Fields(words); ok && len(forms) > 1 {
				shown++
				testForms(t, g, rule, forms)
			}
		}
		if g.paradigms != "" && shown < 3 {
			t.Errorf("%s shows %d paradigms", g.lang, shown)
		}
		for line := range strings.Lines(g.irregular) {
			if forms := strings.Fields(line); len(forms) > 0 {
				testForms(t, g, "irregular", forms)
			}
		}
	}
}

func testForms(t *testing.T, g *grammar, rule string, forms []string) {
	t.Helper()
	first := forms[0]
	for _, form := range forms[1:] {
		if !related(g, first, form) {
			t.Errorf("%s: %s: %s and %s are not related", g.lang, rule, first, form)
		}
	}
}

// related reports whether a text's word can be the term's, both as one word of
// several.
func related(g *grammar, term, text string) bool {
	x := newLexicon(g)
	id := x.intern(g.scan(term)[0], onePart)
	d := openDictionary(g, x.endings, string(x.compile()))
	for _, r := range d.readings(g.scan(text)[0], nil) {
		if r.id == id {
			return true
		}
	}
	return false
}

// TestUnrelated: words of one stem that are not forms of one word, which a
// stemmer would put together.
func TestUnrelated(t *testing.T) {
	for _, line := range []string{
		"en communication community", "en nation national", "en member membership", "en develop development", "en state statement", "en innovation innovative",
		"fr communication communauté", "fr commission commis", "fr nation national", "fr développement développer", "fr régional région",
		"fr international nationaliser", "fr annexe annexé", "fr télécommunication télécommunicant", "fr innovation innover", "fr rapport rapporteur",
		"es nación nacional", "es informe informé", "es comunicación comunidad", "es desarrollo desarrollar", "es inversión invertir", "es alianza aliar",
		"ru развитые развитие", "ru страны странный", "ru связь связать", "ru член членство", "ru союз союзный", "ru отчет отчетность", "ru орган организация",
		"ar الاجتماع الاجتماعية", "ar التوصية التوصيل", "ar تقرير قرار", "ar رئيس رئيسي", "ar الابتكار مبتكر",
	} {
		f := strings.Fields(line)
		for _, g := range grammars() {
			if g.lang.String() == f[0] && related(g, f[1], f[2]) {
				t.Errorf("%s: %s finds %s", g.lang, f[1], f[2])
			}
		}
	}
}
