package check

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"hexaglot/glossary"
)

// Abbreviations reports an abbreviation of the source language that was left in
// the translation although the target language has its own: PMA for LDCs.
var Abbreviations = Check{
	Name: "abbreviations", Doc: "abbreviations of the source language left in the translation", IssueType: "terminology", Severity: Error, Run: abbreviations,
}

// shortest is the length, in runes, below which an abbreviation that the
// source does not hold is too common to be called foreign.
const shortest = 3

func abbreviations(p Pair) []Finding {
	if p.Terms == nil || !capitalRun(p.Target.Text) {
		return nil
	}
	source := p.sourceTerms()
	own := p.targetTerms()
	var out []Finding
	var seen []string
	for _, m := range p.foreignTerms() {
		text := p.Target.Text[m.Start:m.End]
		if m.Term.Type != glossary.Abbreviation || slices.Contains(seen, text) || covered(own, m) {
			continue
		}
		expected := slices.ContainsFunc(source, func(s glossary.Match) bool { return s.Concept == m.Concept })
		if p.shares(m, text) || !expected && utf8.RuneCountInString(text) < shortest {
			continue
		}
		seen = append(seen, text)
		if wanted := abbreviationOrTerm(m.Concept, p); wanted != "" {
			out = append(out, found("abbreviations", Error, "check-abbreviation-foreign", "{Term} is the source's abbreviation: the glossary has {Wanted}",
				"Term", text, "Wanted", wanted, "Concept", m.Concept.ID).at(sourceOf(m.Concept, source), span(m)))
		}
	}
	return out
}

// capitalRun reports whether a text has two capitals in a row, as every
// abbreviation of an institution has.
func capitalRun(text string) bool {
	before := false
	for _, r := range text {
		capital := unicode.IsUpper(r)
		if capital && before {
			return true
		}
		before = capital
	}
	return false
}

// covered reports whether a term of the target language stands there too.
func covered(own []glossary.Match, m glossary.Match) bool {
	return slices.ContainsFunc(own, func(o glossary.Match) bool { return o.Start <= m.Start && m.End <= o.End })
}

// shares reports whether the target language writes one of the readings of the
// match as text.
func (p Pair) shares(m glossary.Match, text string) bool {
	return slices.ContainsFunc(m.Concepts(), func(c *glossary.Concept) bool {
		return slices.ContainsFunc(c.In(p.To), func(t *glossary.Term) bool {
			return t.Text == text && (t.Status == glossary.Preferred || t.Status == glossary.Admitted)
		})
	})
}

func abbreviationOrTerm(c *glossary.Concept, p Pair) string {
	if a := c.Abbreviation(p.To); a != nil {
		return a.Text
	}
	if t := c.Preferred(p.To); t != nil {
		return t.Text
	}
	return ""
}
