package check

import (
	"strings"

	"hexaglot/glossary"
)

// Consistency reports a term of a translation where the circular has another
// one for the same term of the source: both may be written, but not side by
// side. The one that stands more often is kept; among equals, the first.
var Consistency = Check{
	Name: "consistency", Doc: "different terms for one concept in the same circular", IssueType: "inconsistency", Severity: Warning, RunAll: consistency,
}

// chosen is a term of the source and what the translation calls it, in their
// places.
type chosen struct {
	concept        *glossary.Concept
	src, trg       *glossary.Term
	pair           int
	source, target Span
}

// named is a term by its concept and its words.
type named struct{ concept, text string }

func (x chosen) wanted() named { return named{x.concept.ID, x.src.Text} }

func consistency(pairs []Placed) []Remark {
	var all []chosen
	for i, p := range pairs {
		if p.Terms != nil && !p.Target.Blank() && !p.Target.Emptied() {
			all = append(all, choices(p, i)...)
		}
	}
	best := favourites(all)
	var out []Remark
	for _, x := range all {
		other := best[x.wanted()]
		if alike(other, x.trg) {
			continue
		}
		out = append(out, Remark{Pair: x.pair, Finding: found("consistency", advice(x.concept, other), "check-term-inconsistent", "the circular has {Other} elsewhere for {Term}",
			"Term", pairs[x.pair].Source.Text[x.source.Start:x.source.End], "Other", other.Text, "Concept", x.concept.ID).at(x.source, x.target)})
	}
	return out
}

// favourites gives the term that stands most often for each term of the source,
// the first among equals.
func favourites(all []chosen) map[named]*glossary.Term {
	type choice struct{ src, trg named }
	count := map[choice]int{}
	of := func(x chosen) choice { return choice{x.wanted(), named{x.concept.ID, x.trg.Text}} }
	for _, x := range all {
		count[of(x)]++
	}
	best, most := map[named]*glossary.Term{}, map[named]int{}
	for _, x := range all {
		if n := count[of(x)]; n > most[x.wanted()] {
			best[x.wanted()], most[x.wanted()] = x.trg, n
		}
	}
	return best
}

// choices pairs the terms of a source with those of its translation, where only
// one of either side is the concept's, and both are of one type: a short form
// or an abbreviation stands beside a full form, not in its place.
func choices(p Placed, pair int) []chosen {
	source, target := p.sourceTerms(), p.targetTerms()
	var out []chosen
	for _, m := range source {
		trg, ok := only(target, m.Concept)
		if src, alone := only(source, m.Concept); !ok || !alone || len(m.Others) > 0 || !trg.Term.Usable() || src.Term.Type != trg.Term.Type {
			continue
		}
		out = append(out, chosen{m.Concept, m.Term, trg.Term, pair, span(m), span(trg)})
	}
	return out
}

// only gives the match of a concept, if there is exactly one.
func only(matches []glossary.Match, c *glossary.Concept) (out glossary.Match, ok bool) {
	for _, m := range matches {
		if m.Concept.ID != c.ID {
			continue
		}
		if ok {
			return m, false
		}
		out, ok = m, true
	}
	return out, ok
}

// alike reports whether two terms differ in case and number only.
func alike(a, b *glossary.Term) bool {
	fold := func(t *glossary.Term) string {
		return strings.TrimSuffix(strings.ToLower(strings.Join(strings.Fields(strings.ReplaceAll(t.Text, "-", " ")), " ")), "s")
	}
	return fold(a) == fold(b)
}
