package glossary

import (
	"cmp"
	"slices"

	"golang.org/x/text/language"

	"hexaglot/messages/fault"
)

// Severity is how much a finding in a termbase matters.
type Severity int

const (
	// Info is a remark: nothing need change.
	Info Severity = iota
	// Warning is worth a look.
	Warning
	// Error is certainly wrong.
	Error
)

// String gives the severity's name in English: "error".
func (s Severity) String() string { return [...]string{"info", "warning", "error"}[s] }

// Finding is a remark on a concept, on its terms in one language, or on one
// term.
type Finding struct {
	Rule     string       // the name of the rule
	Severity Severity     // of the rule
	Concept  string       // its id
	Lang     language.Tag // Und: all languages
	Term     string       // its text, or ""
	Message  *fault.Error // what was found, with the place where it was read
}

// Rule is one kind of remark on a termbase.
type Rule struct {
	Name     string // kebab-case
	Doc      string // one line in English
	Severity Severity

	run func(l *linter)
}

// Rules lists the rules that Lint applies.
func Rules() []Rule {
	return []Rule{
		duplicateConcept, duplicateTerm, missingLanguage, noPreferred, deprecatedOnly, abbreviationAlone,
		sharedAbbreviation, abbreviationElsewhere, homograph, unverified, controlCharacter, edgeSpace, mixedScript,
	}
}

// Lint looks a termbase over. languages are those that every concept should
// have. The findings stand in the order of the concepts, then of the rules.
func Lint(b *Termbase, languages []language.Tag) []Finding {
	l := &linter{base: b, languages: languages, place: map[string]int{}}
	for c := range b.All() {
		l.place[c.ID] = len(l.place)
	}
	for _, l.rule = range Rules() {
		l.rule.run(l)
	}
	slices.SortStableFunc(l.findings, func(a, b Finding) int {
		return cmp.Compare(l.place[a.Concept], l.place[b.Concept])
	})
	return l.findings
}

// linter gathers findings; rule is the one at work.
type linter struct {
	base      *Termbase
	languages []language.Tag
	place     map[string]int // of a concept, by its id
	rule      Rule
	findings  []Finding
}

// site is a term in its place; term is nil for a whole language, lang Und for a
// whole concept.
type site struct {
	concept *Concept
	lang    language.Tag
	term    *Term
}

// each calls f for the terms of the termbase, in order.
func (l *linter) each(f func(s site)) {
	l.eachLanguage(func(s site) {
		for _, t := range s.concept.Terms[s.lang] {
			f(site{s.concept, s.lang, t})
		}
	})
}

// eachLanguage calls f for each language of each concept, in order.
func (l *linter) eachLanguage(f func(s site)) {
	for c := range l.base.All() {
		for _, lang := range c.Languages() {
			if len(c.Terms[lang]) > 0 {
				f(site{concept: c, lang: lang})
			}
		}
	}
}

// report adds a finding at s.
func (l *linter) report(s site, message *fault.Error) {
	f := Finding{Rule: l.rule.Name, Severity: l.rule.Severity, Concept: s.concept.ID, Lang: s.lang}
	if s.term != nil {
		f.Term = s.term.Text
		message = message.At(s.term.File, s.term.Line)
	}
	f.Message = message.At(s.concept.File, s.concept.Line)
	l.findings = append(l.findings, f)
}
