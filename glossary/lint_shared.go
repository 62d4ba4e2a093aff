package glossary

import (
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"hexaglot/messages/fault"
)

// sharedToBeOne is how many languages have the same full form for two concepts
// that are probably one.
const sharedToBeOne = 2

var duplicateConcept = Rule{"duplicate-concept", "two concepts with the same terms", Warning, func(l *linter) {
	common := map[[2]*Concept]int{}
	var pairs [][2]*Concept
	for _, sites := range l.sameWords(func(t *Term) bool { return t.Type == FullForm && isPreferred(t) }) {
		for i, s := range sites {
			for _, first := range sites[:min(i, sharers)] {
				pair := [2]*Concept{first.concept, s.concept}
				if common[pair]++; common[pair] == sharedToBeOne {
					pairs = append(pairs, pair)
				}
			}
		}
	}
	for _, pair := range pairs {
		l.report(site{concept: pair[1]}, fault.New(fault.Content, "lint-duplicate-concept", "{Concept} has the same terms as {Other} in several languages", "Concept", pair[1].ID, "Other", pair[0].ID))
	}
}}

var duplicateTerm = Rule{"duplicate-term", "a term that stands twice", Error, func(l *linter) {
	l.eachLanguage(func(s site) {
		seen := map[string]bool{}
		for _, t := range s.concept.Terms[s.lang] {
			if key := spelling(t); seen[key] {
				l.report(site{s.concept, s.lang, t}, fault.New(fault.Content, "lint-duplicate-term", "{Term} stands twice in {Concept}", "Term", t.Text, "Concept", s.concept.ID))
			} else {
				seen[key] = true
			}
		}
	})
}}

var sharedAbbreviation = Rule{"shared-abbreviation", "an abbreviation of two concepts", Warning, func(l *linter) {
	for _, sites := range l.sameWords(isAbbreviation) {
		for _, s := range sites {
			l.report(s, fault.New(fault.Content, "lint-shared-abbreviation", "{Term} abbreviates {Others}, too", "Term", s.term.Text, "Others", others(sites, s)))
		}
	}
}}

var abbreviationElsewhere = Rule{"abbreviation-elsewhere", "an abbreviation of another concept in another language", Info, func(l *linter) {
	groups := l.grouped(isAbbreviation, func(site) language.Tag { return language.Und })
	for _, sites := range groups {
		langs := languagesOf(sites)
		for _, s := range sites {
			if ids := elsewhere(sites, s, langs); len(ids) > 0 {
				l.report(s, fault.New(fault.Content, "lint-abbreviation-elsewhere", "{Term} abbreviates {Others} in another language", "Term", s.term.Text, "Others", ids))
			}
		}
	}
}}

var homograph = Rule{"homograph", "a term of two concepts", Info, func(l *linter) {
	for _, sites := range l.sameWords(isSpelledOut) {
		for _, s := range sites {
			l.report(s, fault.New(fault.Content, "lint-homograph", "{Term} names {Others}, too", "Term", s.term.Text, "Others", others(sites, s)))
		}
	}
}}

func isAbbreviation(t *Term) bool { return t.Type == Abbreviation }

// sharers bounds the concepts that a finding names, compared those that are
// looked at for it.
const (
	sharers  = 8
	compared = 1000
)

// sameWords gives the usable terms of a kind that two concepts or more have in
// one language, one a concept, in the order of the first of them.
func (l *linter) sameWords(kind func(*Term) bool) [][]site {
	return l.grouped(kind, func(s site) language.Tag { return s.lang })
}

// grouped gives the usable terms of a kind that have the same words and the
// same key, one a concept and language, where there are two or more.
func (l *linter) grouped(kind func(*Term) bool, keyOf func(site) language.Tag) [][]site {
	type key struct {
		lang  language.Tag
		words string
	}
	at := map[key]int{}
	var groups [][]site
	l.each(func(s site) {
		if !s.term.Usable() || !kind(s.term) {
			return
		}
		k := key{keyOf(s), spelling(s.term)}
		i, ok := at[k]
		if !ok {
			i = len(groups)
			at[k] = i
			groups = append(groups, nil)
		}
		if n := len(groups[i]); n == 0 || groups[i][n-1].concept != s.concept || groups[i][n-1].lang != s.lang {
			groups[i] = append(groups[i], s)
		}
	})
	return slices.DeleteFunc(groups, func(g []site) bool { return len(g) < 2 })
}

// spelling gives a term as it is compared: an abbreviation letter by letter, other
// terms without regard to capitals.
func spelling(t *Term) string {
	text := strings.Join(strings.Fields(norm.NFC.String(t.Text)), " ")
	if t.Type == Abbreviation {
		return text
	}
	return strings.ToLower(text)
}

// others lists the concepts of the other terms.
func others(sites []site, s site) []string {
	var ids []string
	for _, o := range sites[:min(len(sites), compared)] {
		if o.concept != s.concept && len(ids) < sharers {
			ids = append(ids, o.concept.ID)
		}
	}
	return ids
}

// elsewhere lists the concepts that have the words of s in another language
// only; langs are the languages in which a concept has them.
func elsewhere(sites []site, s site, langs map[*Concept][]language.Tag) []string {
	var ids []string
	for _, o := range sites[:min(len(sites), compared)] {
		if len(ids) < sharers && !slices.Contains(langs[o.concept], s.lang) && !slices.Contains(ids, o.concept.ID) {
			ids = append(ids, o.concept.ID)
		}
	}
	return ids
}

func languagesOf(sites []site) map[*Concept][]language.Tag {
	langs := map[*Concept][]language.Tag{}
	for _, s := range sites {
		langs[s.concept] = append(langs[s.concept], s.lang)
	}
	return langs
}
