package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"hexaglot/pipeline/document"
)

// What a sentence sees of the placeholders that it does not read past.
const (
	word      = "\ufffc" // one that stands for words
	paragraph = "\u2029" // a line break
)

// seen gives what the boundaries see of code.
func seen(code document.Code) string {
	switch {
	case stands(code):
		return word
	case isLineBreak(code):
		return paragraph
	}
	return ""
}

// cuts gives the places inside s at which a sentence ends, outside its pairs.
func (c *cutter) cuts(s span, lang language.Tag) []point {
	breaks := Breaks(c.visible(s), lang)
	var cuts []point
	at := s.from.code
	added := -s.from.text
	for _, b := range breaks[:len(breaks)-1] {
		for at < s.to.code && c.before(at, b-added) {
			added += len(seen(c.codes[at]))
			at++
		}
		if cut, ok := c.outside(s, point{b - added, at}); ok {
			cuts = append(cuts, cut)
		}
	}
	return cuts
}

// before reports whether the code at i belongs to the left of a break that
// stands at text, counted without what the code shows. At the break itself a
// close and a placeholder do, an open does not.
func (c *cutter) before(i, text int) bool {
	code := c.codes[i]
	if shown := len(seen(code)); shown > 0 {
		return code.Pos+shown <= text
	}
	return code.Pos < text || code.Pos == text && code.Kind != document.Open
}

// outside moves p back over codes and white space to a place outside the pairs
// of s.
func (c *cutter) outside(s span, p point) (point, bool) {
	for c.depth[p.code] != c.depth[s.from.code] {
		i := p.code - 1
		if i < s.from.code || stands(c.codes[i]) || strings.TrimSpace(c.text[c.codes[i].Pos:p.text]) != "" {
			return p, false
		}
		p = point{c.codes[i].Pos, i}
	}
	return p, true
}

// visible gives the text of s as the boundaries see it: with its placeholders,
// and with note numbers as closing marks.
func (c *cutter) visible(s span) string {
	var b strings.Builder
	at := s.from.text
	for i := s.from.code; i < s.to.code; i++ {
		code := c.codes[i]
		shown := seen(code)
		end := code.Pos
		if c.isNote(s, i) {
			shown = strings.Repeat(")", c.codes[c.pairs[i]].Pos-code.Pos)
			end = c.codes[c.pairs[i]].Pos
		}
		if shown != "" {
			b.WriteString(c.text[at:code.Pos])
			b.WriteString(shown)
			at = end
		}
	}
	if at == s.from.text && b.Len() == 0 {
		return c.text[at:s.to.text]
	}
	b.WriteString(c.text[at:s.to.text])
	return b.String()
}

// isNote reports a raised number directly after a terminator, its own digits
// aside: the mark of a note, not a part of a number.
func (c *cutter) isNote(s span, i int) bool {
	code, other := c.codes[i], c.pairs[i]
	if code.Name != "sup" || other != i+1 || code.Pos == s.from.text {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(c.text[s.from.text:code.Pos])
	digits := c.text[code.Pos:c.codes[other].Pos]
	return (isTerminator(before) || isCloser(before)) && digits != "" && strings.TrimFunc(digits, unicode.IsDigit) == ""
}
