package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"hexaglot/glossary"
)

// Terminology reports concepts of the source whose term the translation lacks,
// and terms in the translation that the glossary advises against. Where the
// glossary itself is not verified, the finding is a remark only. Months are left
// to the check of numbers, which knows all ways to write them.
var Terminology = Check{
	Name: "terminology", Doc: "terms that the glossary wants", IssueType: "terminology", Run: terminology,
}

func terminology(p Pair) []Finding {
	if p.Terms == nil {
		return nil
	}
	matcher := p.Terms.Matcher(p.To)
	target := matcher.Find(p.Target.Text)
	var out []Finding
	var seen []*glossary.Concept
	for _, m := range p.Terms.Matcher(p.From).Find(p.Source.Text) {
		wanted := m.Concept.Preferred(p.To)
		if wanted == nil || slices.Contains(seen, m.Concept) || p.fromLocale().Month(p.Source.Text[m.Start:m.End]) > 0 {
			continue
		}
		seen = append(seen, m.Concept)
		if !holds(matcher, target, p.Target.Text, readings(m)) {
			out = append(out, found("terminology", advice(wanted), "check-term-missing", "the glossary has {Wanted} for {Term}",
				"Term", p.Source.Text[m.Start:m.End], "Wanted", m.Concept.Label(p.To), "Concept", m.Concept.ID))
		}
	}
	return append(out, discouraged(p, target)...)
}

// readings gives the concepts that a match can mean.
func readings(m glossary.Match) []*glossary.Concept {
	out := []*glossary.Concept{m.Concept}
	for _, other := range m.Others {
		out = append(out, other.Concept)
	}
	return out
}

// holds reports whether one of the concepts was found in text, by itself or
// inside a longer term.
func holds(matcher *glossary.Matcher, matches []glossary.Match, text string, concepts []*glossary.Concept) bool {
	means := func(m glossary.Match) bool {
		return slices.ContainsFunc(readings(m), func(c *glossary.Concept) bool { return slices.Contains(concepts, c) })
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

func advice(t *glossary.Term) Severity {
	if t.Verified {
		return Warning
	}
	return Info
}

// discouraged reports the deprecated and superseded terms of the translation.
func discouraged(p Pair, matches []glossary.Match) []Finding {
	var out []Finding
	for _, m := range matches {
		if m.Term.Status != glossary.Deprecated && m.Term.Status != glossary.Superseded {
			continue
		}
		wanted := m.Concept.Label(p.To)
		if wanted == "" || strings.EqualFold(wanted, m.Term.Text) {
			continue
		}
		out = append(out, found("terminology", Warning, "check-term-discouraged", "the glossary advises against {Term}: it has {Wanted}",
			"Term", p.Target.Text[m.Start:m.End], "Wanted", wanted, "Concept", m.Concept.ID))
	}
	return out
}
