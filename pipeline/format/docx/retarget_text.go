package docx

import (
	"bytes"
	"unicode"

	"golang.org/x/text/unicode/bidi"
)

// A storyText is the text of one paragraph, gathered from its runs; it keeps
// its memory from one paragraph to the next.
type storyText struct {
	text   []byte
	runs   []int32    // the runs of the paragraph, those of inner paragraphs aside
	pieces []textSpan // the texts of its runs, in order
	floats []int32    // drawings that are aligned left or right
	bidi   bidiText
}

// A textSpan is the place of one w:t in the paragraph's text.
type textSpan struct {
	run, elem  int32
	start, end int
}

func (t *storyText) reset() {
	t.text, t.runs, t.pieces, t.floats = t.text[:0], t.runs[:0], t.pieces[:0], t.floats[:0]
}

// gather collects the runs, texts and drawings of paragraph p.
func (c *conversion) gather(p int32) {
	c.text.reset()
	for e := c.nodes[p].first; e != 0 && c.nodes[e].start < c.nodes[p].stop; {
		switch c.nodes[e].name {
		case wP, wPPr, wRPr:
			e = c.after(e)
			continue
		case wR:
			c.gatherRun(e)
		case wpAnchor, other:
			if c.aligned(e) {
				c.text.floats = append(c.text.floats, e)
			}
		}
		e = c.following(e)
	}
}

// Characters that stand in the text for what is not text: a space where a line
// or tab breaks it, an object in every other place (UAX #9, 4.3).
const (
	breakSign  = "\u2028"
	tabSign    = "\t"
	hyphenSign = "\u2011"
	objectSign = "\ufffc"
)

func (c *conversion) gatherRun(run int32) {
	t := &c.text
	t.runs = append(t.runs, run)
	for e := range c.children(run) {
		start := len(t.text)
		switch c.nodes[e].name {
		case wT:
			t.text = appendText(t.text, c.inner(e))
			t.pieces = append(t.pieces, textSpan{run, e, start, len(t.text)})
		case wTab, wPtab:
			t.text = append(t.text, tabSign...)
		case wBr, wCr:
			t.text = append(t.text, breakSign...)
		case wNoBreakHyphen:
			t.text = append(t.text, hyphenSign...)
		case wSym, wDrawing, wPict, wObject, wRuby, wFootnoteReference, wEndnoteReference, mcAlternateContent:
			t.text = append(t.text, objectSign...)
		}
	}
}

// textKind says in which script the text of a run is where that does not depend
// on its paragraph: Han if any of it is, RTL if no letter or number is of
// another direction, and LTR otherwise.
func textKind(text []byte) runText {
	switch {
	case len(text) == 0:
		return textNone
	case bytes.ContainsFunc(text, isEastAsian):
		return textHan
	case rtlOnly(text):
		return textRTL
	}
	return textLTR
}

func rtlOnly(text []byte) (rtl bool) {
	for len(text) > 0 {
		p, n := bidi.Lookup(text)
		switch p.Class() {
		case bidi.L, bidi.EN:
			return false
		case bidi.R, bidi.AL:
			rtl = true
		}
		text = text[max(n, 1):]
	}
	return rtl
}

// isEastAsian reports whether r is an ideograph, a kana, a hangul or a sign of
// full width.
func isEastAsian(r rune) bool {
	if r < 0x1100 {
		return false
	}
	return r >= 0x3000 && r <= 0x30FF || r >= 0xFF00 && r <= 0xFFEF ||
		unicode.In(r, unicode.Han, unicode.Hangul, unicode.Bopomofo)
}
