package glossary

import (
	"slices"

	"hexaglot/messages/fault"
)

var missingLanguage = Rule{"missing-language", "a concept without a term in a language", Warning, func(l *linter) {
	for c := range l.base.All() {
		for _, lang := range l.languages {
			if len(c.In(lang)) == 0 {
				l.report(site{concept: c, lang: base(lang)}, fault.New(fault.Content, "lint-missing-language", "{Concept} has no term ({Language})", "Concept", c.ID, "Language", base(lang).String()))
			}
		}
	}
}}

var noPreferred = Rule{"no-preferred", "terms of which none is preferred", Warning, func(l *linter) {
	l.eachLanguage(func(s site) {
		if usable(s, nil) && !usable(s, isPreferred) {
			l.report(s, fault.New(fault.Content, "lint-no-preferred", "{Concept} has no preferred term ({Language})", "Concept", s.concept.ID, "Language", s.lang.String()))
		}
	})
}}

var deprecatedOnly = Rule{"deprecated-only", "terms of which none may be written", Error, func(l *linter) {
	l.eachLanguage(func(s site) {
		if !usable(s, nil) {
			l.report(s, fault.New(fault.Content, "lint-deprecated-only", "{Concept} has only deprecated or superseded terms ({Language})", "Concept", s.concept.ID, "Language", s.lang.String()))
		}
	})
}}

var abbreviationAlone = Rule{"abbreviation-alone", "an abbreviation without a full form", Warning, func(l *linter) {
	l.each(func(s site) {
		if s.term.Type == Abbreviation && s.term.Usable() && !usable(s, isSpelledOut) {
			l.report(s, fault.New(fault.Content, "lint-abbreviation-alone", "the abbreviation {Term} has no full form ({Language})", "Term", s.term.Text, "Language", s.lang.String()))
		}
	})
}}

var unverified = Rule{"unverified", "a term to write that no authority's text confirms", Info, func(l *linter) {
	l.each(func(s site) {
		if s.term.Usable() && !s.term.Verified {
			l.report(s, fault.New(fault.Content, "lint-unverified", "no source confirms {Term}", "Term", s.term.Text))
		}
	})
}}

// usable reports whether the language of s has a usable term of a kind.
func usable(s site, kind func(*Term) bool) bool {
	return slices.ContainsFunc(s.concept.Terms[s.lang], func(t *Term) bool { return t.Usable() && (kind == nil || kind(t)) })
}

func isPreferred(t *Term) bool { return t.Status == Preferred }

func isSpelledOut(t *Term) bool { return t.Type != Abbreviation }
