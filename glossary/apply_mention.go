package glossary

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// Introduction is a place where a text explains an abbreviation: the term
// written out, and the abbreviation beside it in brackets, or the other way
// round.
type Introduction struct {
	Concept *Concept
	Term    Match // written out
	Abbr    Match
}

// nearest is how far, in runes, the bracket of an introduction may reach before
// the abbreviation: "(hereinafter referred to as LDCs)".
const nearest = 32

// Introductions gives the introductions of text, in which matches were found,
// in order.
func Introductions(text string, matches []Match) []Introduction {
	var out []Introduction
	for i := 1; i < len(matches); i++ {
		a, b := matches[i-1], matches[i]
		c := meaning(a, b)
		if c == nil || short(a, c) == short(b, c) || !bracketed(text[a.End:b.Start]) {
			continue
		}
		if short(a, c) {
			a, b = b, a
		}
		out = append(out, Introduction{Concept: c, Term: a, Abbr: b})
	}
	return out
}

// meaning gives the concept that both matches can mean, or nil.
func meaning(a, b Match) *Concept {
	for _, x := range a.Concepts() {
		for _, y := range b.Concepts() {
			if x.ID == y.ID {
				return x
			}
		}
	}
	return nil
}

// Concepts gives what the match can mean, the best first.
func (m Match) Concepts() []*Concept {
	out := []*Concept{m.Concept}
	for _, o := range m.Others {
		out = append(out, o.Concept)
	}
	return out
}

// As gives the term of c that the match found, or nil.
func (m Match) As(c *Concept) *Term {
	if m.Concept.ID == c.ID {
		return m.Term
	}
	for _, o := range m.Others {
		if o.Concept.ID == c.ID {
			return o.Term
		}
	}
	return nil
}

// short reports whether the match, as c, is an abbreviation.
func short(m Match, c *Concept) bool { return m.As(c).Type == Abbreviation }

// bracketed reports whether what stands between a term and its abbreviation
// opens a bracket right behind the first.
func bracketed(between string) bool {
	between = strings.TrimLeft(between, " \u00a0\u202f\"”»’'")
	r, size := utf8.DecodeRuneInString(between)
	return (r == '(' || r == '（') && utf8.RuneCountInString(between) <= nearest && !strings.ContainsAny(between[size:], "()（）.。;；")
}

// InBrackets reports whether the match stands alone in brackets.
func (m Match) InBrackets(text string) bool {
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text[:m.Start], " \u00a0\"“«"))
	after, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[m.End:], " \u00a0\"”»"))
	return (before == '(' || before == '（') && (after == ')' || after == '）')
}

// Explained reports whether c has both a term written out and an abbreviation
// in lang, so that the one can be introduced by the other.
func (c *Concept) Explained(lang language.Tag) bool {
	full := c.Preferred(lang)
	return full != nil && full.Type != Abbreviation && c.best(lang, Abbreviation) != nil
}
