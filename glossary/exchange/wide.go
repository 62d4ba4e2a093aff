package exchange

import (
	"strings"

	"golang.org/x/text/language"

	"hexaglot/glossary"
)

// wideLayout knows a table with one row a concept by its columns for languages:
// "fr_term" or "fr", "fr_abbr", and properties of both, such as "fr_source".
func wideLayout(header []string) (layout, bool) {
	l := layout{at: map[string]int{}, columns: len(header)}
	groups := map[language.Tag]map[string]int{}
	var langs []language.Tag
	for i, h := range header {
		lang, property, ok := languageColumn(columnName(h))
		if !ok {
			l.set(columnName(h), i)
			continue
		}
		if groups[lang] == nil {
			groups[lang] = map[string]int{}
			langs = append(langs, lang)
		}
		groups[lang][property] = i
	}
	for _, lang := range langs {
		l.terms = append(l.terms, designations(lang, groups[lang])...)
	}
	return l, len(l.terms) > 0
}

// set notes a column that speaks of the whole concept.
func (l layout) set(name string, i int) {
	switch name {
	case "pos":
		name = "concept_pos"
	case "note":
		name = "concept_note"
	}
	if _, taken := l.at[name]; !taken {
		l.at[name] = i
	}
}

// languageColumn cuts "fr_term" and "term_fr" into their language and property;
// a language alone stands for its terms.
func languageColumn(name string) (lang language.Tag, property string, ok bool) {
	if name == "id" || name == "pos" {
		return language.Und, "", false
	}
	for property := range wideProperties {
		for _, tag := range []string{strings.TrimSuffix(name, "_"+property), strings.TrimPrefix(name, property+"_")} {
			if lang, ok := languageOf(tag); ok && tag != name {
				return lang, wideProperties[property], true
			}
		}
	}
	lang, ok = languageOf(name)
	return lang, "term", ok
}

// wideProperties are the properties that a language can have a column for, by
// the names that columns have.
var wideProperties = func() map[string]string {
	names := map[string]string{"abbr": "abbr"}
	for _, c := range termColumns {
		names[c.name] = c.name
	}
	for alias, name := range aliases {
		if _, ok := names[name]; ok {
			names[alias] = name
		}
	}
	return names
}()

// designations gives the terms that a language's columns hold: the term, and
// its abbreviation, which has the same source.
func designations(lang language.Tag, at map[string]int) []designation {
	var out []designation
	if _, ok := at["term"]; ok {
		out = append(out, designation{lang, glossary.FullForm, at})
	}
	i, ok := at["abbr"]
	if !ok {
		return out
	}
	abbr := map[string]int{"term": i}
	for _, shared := range []string{"source", "verified"} {
		if i, ok := at[shared]; ok {
			abbr[shared] = i
		}
	}
	return append(out, designation{lang, glossary.Abbreviation, abbr})
}

// addVariants adds the terms of one cell, which " / " divides: the first is
// preferred, the others are admitted. What the concept has already is not added
// again.
func addVariants(e entry) {
	for i, variant := range strings.Split(e.term.Text, " / ") {
		term := *e.term
		if term.Text = strings.TrimSpace(variant); term.Text == "" || hasTerm(e, term.Text) {
			continue
		}
		if i > 0 && term.Status == glossary.Preferred {
			term.Status = glossary.Admitted
		}
		e.concept.Terms[e.lang] = append(e.concept.Terms[e.lang], &term)
	}
}

func hasTerm(e entry, text string) bool {
	for _, t := range e.concept.Terms[e.lang] {
		if t.Text == text {
			return true
		}
	}
	return false
}
