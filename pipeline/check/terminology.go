package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"hexaglot/glossary"
	"hexaglot/pipeline/document"
)

// Terminology reports concepts of the source whose term the translation lacks,
// and terms in the translation that the glossary advises against. Where the
// glossary itself is not verified, or the concept is one of ordinary language,
// the finding is a remark only. Months are left
// to the check of numbers, which knows all ways to write them.
var Terminology = Check{
	Name: "terminology", Doc: "terms that the glossary wants", IssueType: "terminology", Severity: Warning, Run: terminology,
}

func terminology(p Pair) []Finding {
	if p.Terms == nil {
		return nil
	}
	matcher := p.Terms.Matcher(p.To)
	source, target := p.sourceTerms(), p.targetTerms()
	var out []Finding
	var seen []*glossary.Concept
	for _, m := range source {
		wanted := m.Concept.Preferred(p.To)
		if wanted == nil || slices.Contains(seen, m.Concept) || p.fromLocale().Month(p.Source.Text[m.Start:m.End]) > 0 {
			continue
		}
		seen = append(seen, m.Concept)
		if !holds(matcher, target, p.Target.Text, m.Concepts()) {
			severity := advice(m.Concept, wanted)
			if p.nearly(m.Concepts()) {
				severity = Info
			}
			out = append(out, found("terminology", severity, "check-term-missing", "the glossary has {Wanted} for {Term}",
				"Term", p.Source.Text[m.Start:m.End], "Wanted", m.Concept.Label(p.To), "Concept", m.Concept.ID).at(span(m), Span{}))
		}
	}
	return append(out, discouraged(p, source, target)...)
}

// nearly reports whether the target has two thirds of the words of a term of one
// of the concepts, in whatever form: transférer des technologies.
func (p Pair) nearly(concepts []*glossary.Concept) bool {
	text := strings.ToLower(p.Target.Text)
	for _, c := range concepts {
		for _, t := range c.In(p.To) {
			stems := pieces(Placed{Pair: Pair{Source: document.Content{Text: t.Text}, From: p.To}})
			has := 0
			for _, s := range stems {
				if strings.Contains(text, s) {
					has++
				}
			}
			if len(stems) > 1 && 3*has >= 2*len(stems) {
				return true
			}
		}
	}
	return false
}

// holds reports whether one of the concepts was found in text, by itself or
// inside a longer term.
func holds(matcher *glossary.Matcher, matches []glossary.Match, text string, concepts []*glossary.Concept) bool {
	means := func(m glossary.Match) bool {
		return slices.ContainsFunc(m.Concepts(), func(c *glossary.Concept) bool { return slices.Contains(concepts, c) })
	}
	if slices.ContainsFunc(matches, means) {
		return true
	}
	for _, m := range matches {
		if slices.ContainsFunc(inside(matcher, text[m.Start:m.End]), means) {
			return true
		}
	}
	return false
}

// inside gives the terms that a longer term holds, at its beginning or its end.
func inside(matcher *glossary.Matcher, term string) []glossary.Match {
	var out []glossary.Match
	for i := range term {
		if i == 0 {
			continue
		}
		if before, _ := utf8.DecodeLastRuneInString(term[:i]); notLetter(before) || before >= 0x2e80 {
			out = append(out, matcher.Find(term[i:])...)
			out = append(out, matcher.Find(term[:i])...)
		}
	}
	return out
}

// advice says how much a missing term matters: a warning, but a remark where
// the glossary itself is not verified, or the concept is one of ordinary
// language, which a translator may put in other words.
func advice(c *glossary.Concept, wanted *glossary.Term) Severity {
	if !wanted.Verified || ordinary(c) {
		return Info
	}
	return Warning
}

// ordinary reports whether a concept is one of ordinary language: a common noun
// ("report"), an adjective, a label, or what every agency speaks of ("gender
// equality").
func ordinary(c *glossary.Concept) bool {
	return slices.Contains([]string{"noun", "adjective", "label"}, c.POS) || c.Subject == "cross-cutting"
}

// discouraged reports the deprecated and superseded terms of the translation.
func discouraged(p Pair, source, target []glossary.Match) []Finding {
	var out []Finding
	for _, m := range target {
		if m.Term.Status != glossary.Deprecated && m.Term.Status != glossary.Superseded {
			continue
		}
		wanted := m.Concept.Label(p.To)
		if wanted == "" || strings.EqualFold(wanted, m.Term.Text) {
			continue
		}
		out = append(out, found("terminology", Warning, "check-term-discouraged", "the glossary advises against {Term}: it has {Wanted}",
			"Term", p.Target.Text[m.Start:m.End], "Wanted", wanted, "Concept", m.Concept.ID).at(sourceOf(m.Concept, source), span(m)))
	}
	return out
}

// sourceOf gives the place of a concept among the matches of the source, if it
// is there.
func sourceOf(c *glossary.Concept, source []glossary.Match) Span {
	for _, m := range source {
		if m.As(c) != nil {
			return span(m)
		}
	}
	return Span{}
}
