package segment

import (
	"unicode"

	"golang.org/x/text/language"

	"hexaglot/pipeline/document"
)

// Unit cuts the one segment of a unit, as readers make it, into sentences and
// ignorables, by the laws of the package. It leaves a unit alone that is cut or
// translated already.
//
// White space and codes at the edges of a sentence are ignorable, and so is
// what holds nothing to translate: "—", "42", "[1]". A sentence never ends
// inside a pair of codes, unless the pair encloses whole sentences only and so
// stands outside them all. A line break
// (the placeholder "br") ends a sentence; a placeholder that stands for words
// (a, code, math, field) is a part of one.
func Unit(u *document.Unit, lang language.Tag) {
	if len(u.Segments) != 1 || u.Segments[0].State != document.Initial {
		return
	}
	c := newCutter(u.Segments[0].Source)
	whole := span{to: point{len(c.text), len(c.codes)}}
	c.cut(whole, lang, maxLevels)
	u.Segments = c.segments(whole.to)
}

// point is a place in a content: between two bytes of its text, and between
// two of its codes.
type point struct{ text, code int }

type span struct{ from, to point }

// cutter cuts a content into pieces.
type cutter struct {
	text   string
	codes  []document.Code
	pairs  []int  // for each code, the index of its other half, or -1
	depth  []int  // before each code, and after the last, the number of open pairs
	pieces []span // the sentences; what lies between is ignorable
}

func newCutter(c document.Content) *cutter {
	pairs := pair(c.Codes)
	return &cutter{text: c.Text, codes: c.Codes, pairs: pairs, depth: depths(pairs)}
}

// maxLevels bounds how deep a pair may be that is taken off a sentence, so that
// the time is linear in the content.
const maxLevels = 16

// cut notes the sentences of s. What encloses a sentence is taken off, and then
// what was inside it is cut in its turn.
func (c *cutter) cut(s span, lang language.Tag, levels int) {
	core, ok := c.core(s)
	if !ok {
		return
	}
	var cuts []point
	if levels == maxLevels || levels > 0 && c.enclosed(s, core) {
		cuts = c.cuts(core, lang)
	}
	if len(cuts) == 0 {
		c.sentence(core)
		return
	}
	from := core.from
	for _, to := range append(cuts, core.to) {
		c.cut(span{from, to}, lang, levels-1)
		from = to
	}
}

// enclosed reports whether a pair of s encloses its core.
func (c *cutter) enclosed(s, core span) bool {
	return c.depth[core.from.code] > c.depth[s.from.code]
}

// sentence notes s as a segment where it holds something to translate.
func (c *cutter) sentence(s span) {
	if translatable(c.text[s.from.text:s.to.text]) {
		c.pieces = append(c.pieces, s)
	}
}

// segments gives the pieces as segments, with the ignorables between them.
func (c *cutter) segments(end point) []*document.Segment {
	var out []*document.Segment
	var at point
	for _, p := range c.pieces {
		out = c.ignorable(out, span{at, p.from})
		out = append(out, &document.Segment{Source: c.content(p).Renumber()})
		at = p.to
	}
	if out = c.ignorable(out, span{at, end}); out == nil {
		out = append(out, &document.Segment{Ignorable: true})
	}
	return out
}

func (c *cutter) ignorable(out []*document.Segment, s span) []*document.Segment {
	if s.from == s.to {
		return out
	}
	return append(out, &document.Segment{Source: c.content(s), Ignorable: true})
}

func (c *cutter) content(s span) document.Content {
	out := document.Content{Text: c.text[s.from.text:s.to.text]}
	if s.from.code < s.to.code {
		out.Codes = append([]document.Code(nil), c.codes[s.from.code:s.to.code]...)
	}
	for i := range out.Codes {
		out.Codes[i].Pos -= s.from.text
	}
	return out
}

// translatable reports text that holds a letter, or a number of several parts,
// whose form a language has its own ways with: 3 000, 1,5, 06/09/2021, 8:30.
func translatable(text string) bool {
	var before, last rune
	for _, r := range text {
		switch {
		case unicode.IsLetter(r):
			return true
		case unicode.IsDigit(r) && unicode.IsDigit(before) && separates(last):
			return true
		}
		before, last = last, r
	}
	return false
}

// separates reports a mark between the parts of a number.
func separates(r rune) bool {
	switch r {
	case '.', ',', ':', '/', '-', '‑', '–', '−', '\'', '’', '·', '٫', '٬', '،', '：', '．', '，':
		return true
	}
	return unicode.IsSpace(r)
}
