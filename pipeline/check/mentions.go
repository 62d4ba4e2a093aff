package check

import (
	"strings"

	"golang.org/x/text/language"

	"hexaglot/glossary"
)

// Mentions reports abbreviations of a translation that are never introduced,
// introduced twice or introduced after they were used, where the source does
// not do the same. Headings and titles may use an abbreviation before the text
// introduces it, and may repeat an introduction; so may what stands in
// quotation marks.
var Mentions = Check{
	Name: "mentions", Doc: "abbreviations never introduced, introduced twice or too late", IssueType: "terminology", Severity: Warning, RunAll: mentions,
}

// Headline reports whether a unit of that role stands outside the running text.
func Headline(role string) bool {
	for _, word := range []string{"heading", "title", "subject", "caption", "image", "link"} {
		if strings.Contains(role, word) {
			return true
		}
	}
	return false
}

// story is what one side of a circular does with the abbreviation of a concept.
type story struct {
	introductions []event
	brackets      int // where the abbreviation stands in brackets
	uses          []event
}

// event is a place in the circular.
type event struct {
	pair int
	span Span
}

// before reports whether e comes before o in the circular.
func (e event) before(o event) bool {
	return e.pair < o.pair || e.pair == o.pair && e.span.Start < o.span.Start
}

func mentions(pairs []Placed) []Remark {
	var out []Remark
	src, order := stories(pairs, false)
	trg, more := stories(pairs, true)
	for _, c := range union(order, more) {
		s, t := src[c.ID], trg[c.ID]
		if s == nil {
			s = &story{}
		}
		if t == nil || !c.Explained(pairs[0].To) {
			continue
		}
		out = append(out, unexplained(pairs, c, s, t)...)
		out = append(out, twice(pairs, c, s, t)...)
		out = append(out, late(pairs, c, s, t)...)
	}
	return out
}

// stories gives what one side does with each concept, and the concepts in the
// order in which they come.
func stories(pairs []Placed, target bool) (map[string]*story, []*glossary.Concept) {
	out := map[string]*story{}
	var order []*glossary.Concept
	of := func(c *glossary.Concept) *story {
		if out[c.ID] == nil {
			out[c.ID] = &story{}
			order = append(order, c)
		}
		return out[c.ID]
	}
	for i, p := range pairs {
		if p.Terms == nil || p.Target.Blank() || p.Target.Emptied() || Headline(p.Role) {
			continue
		}
		if target {
			tell(p.Target.Text, i, p.targetTerms(), of)
		} else {
			tell(p.Source.Text, i, p.sourceTerms(), of)
		}
	}
	return out, order
}

// tell adds the mentions of one text.
func tell(text string, pair int, matches []glossary.Match, of func(*glossary.Concept) *story) {
	introducing := map[int]bool{}
	for _, x := range glossary.Introductions(text, matches) {
		s := of(x.Concept)
		s.introductions = append(s.introductions, event{pair, Span{min(x.Term.Start, x.Abbr.Start), max(x.Term.End, x.Abbr.End)}})
		introducing[x.Abbr.Start] = true
	}
	for _, m := range matches {
		if m.Term.Type != glossary.Abbreviation || introducing[m.Start] || len(m.Others) > 0 || glossary.Quoted(text, m.Start, m.End) {
			continue
		}
		if aside(text, m) {
			of(m.Concept).brackets++
			continue
		}
		s := of(m.Concept)
		s.uses = append(s.uses, event{pair, span(m)})
	}
}

// aside reports whether a match stands in brackets, where it explains the words
// before.
func aside(text string, m glossary.Match) bool {
	before, after := text[:m.Start], text[m.End:]
	return strings.LastIndexAny(before, "(（") > strings.LastIndexAny(before, ")）") && strings.ContainsAny(after, ")）")
}

// unexplained reports an abbreviation that the source introduces and the
// translation only uses; the place is that of the source's introduction.
func unexplained(pairs []Placed, c *glossary.Concept, src, trg *story) []Remark {
	if len(src.introductions) == 0 || len(trg.introductions)+trg.brackets > 0 || len(trg.uses) == 0 {
		return nil
	}
	at, use := src.introductions[0], trg.uses[0]
	var place Span
	for _, e := range trg.uses {
		if e.pair == at.pair {
			place = e.span
			break
		}
	}
	return remark(at.pair, found("mentions", needed(pairs[0].From), "check-abbreviation-unexplained", "{Term} is used, but introduced nowhere: write {Wanted} here",
		"Term", use.text(pairs), "Wanted", c.Label(pairs[0].To), "Concept", c.ID).at(at.span, place))
}

// needed says how much an introduction in the source matters: languages that
// put the term itself wherever others abridge it introduce more than is needed.
func needed(from language.Tag) Severity {
	if glossary.RepeatsTerms(from) {
		return Info
	}
	return Warning
}

// twice reports introductions of the translation beyond the first and beyond
// those of the source.
func twice(pairs []Placed, c *glossary.Concept, src, trg *story) []Remark {
	var out []Remark
	for _, e := range trg.introductions[min(len(trg.introductions), max(1, len(src.introductions)+src.brackets)):] {
		first := trg.introductions[0]
		if repeats(src.introductions, e.pair) {
			continue
		}
		out = append(out, remark(e.pair, found("mentions", Warning, "check-abbreviation-twice", "{Term} was introduced before, by {First}",
			"Term", e.text(pairs), "First", first.text(pairs), "Concept", c.ID).at(sourceIn(pairs[e.pair], c), e.span))...)
	}
	return out
}

// late reports an abbreviation of the translation that is introduced after it
// was used, while the source introduces it first.
func late(pairs []Placed, c *glossary.Concept, src, trg *story) []Remark {
	if len(trg.introductions) == 0 || len(trg.uses) == 0 || trg.brackets > 0 || !trg.uses[0].before(trg.introductions[0]) {
		return nil
	}
	if len(src.introductions) == 0 || len(src.uses) > 0 && src.uses[0].before(src.introductions[0]) {
		return nil
	}
	use := trg.uses[0]
	return remark(use.pair, found("mentions", needed(pairs[0].From), "check-abbreviation-late", "{Term} is used before it is introduced: write {Wanted} here",
		"Term", use.text(pairs), "Wanted", c.Label(pairs[0].To), "Concept", c.ID).at(sourceIn(pairs[use.pair], c), use.span))
}

func remark(pair int, f Finding) []Remark { return []Remark{{Pair: pair, Finding: f}} }

// text gives the words of the target at e.
func (e event) text(pairs []Placed) string {
	return pairs[e.pair].Target.Text[e.span.Start:e.span.End]
}

// repeats reports whether the pair introduces the concept in its source too.
func repeats(introductions []event, pair int) bool {
	for i, e := range introductions {
		if i > 0 && e.pair == pair {
			return true
		}
	}
	return false
}

// sourceIn gives the place of a concept in the source of a pair, if it is
// there.
func sourceIn(p Placed, c *glossary.Concept) Span {
	return sourceOf(c, p.sourceTerms())
}

// union gives the concepts of both lists, in their order.
func union(a, b []*glossary.Concept) []*glossary.Concept {
	out := append([]*glossary.Concept{}, a...)
	seen := map[string]bool{}
	for _, c := range a {
		seen[c.ID] = true
	}
	for _, c := range b {
		if !seen[c.ID] {
			out = append(out, c)
		}
	}
	return out
}
