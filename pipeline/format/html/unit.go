package html

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"hexaglot/pipeline/document"
)

// piece is a stretch of a unit: text, or a tag.
type piece struct {
	start, stop int
	text        bool
	idle        bool // a comment: no unit starts or ends with it
	lone        bool // a tag without a partner: neither
	tag         Tag
}

// flush makes a unit of the pieces gathered, if they hold text; without text,
// their attributes may still be translated.
func (x *extractor) flush() {
	markLone(x.pieces)
	pieces := x.trim(x.pieces)
	x.pieces = x.pieces[:0]
	if len(pieces) == 0 {
		return
	}
	if !x.hasText(pieces) {
		for _, p := range pieces {
			if !p.text {
				x.attributes(p.tag, p.start, p.stop)
			}
		}
		return
	}
	start, stop := x.edges(pieces)
	content, nested := x.content(pieces, start, stop)
	u := document.NewUnit(x.role(), x.lineOf(start), content)
	u.Notes = x.directives.TakeNotes()
	u.Encode = encode
	x.raw(start)
	x.chunks = append(x.chunks, document.Chunk{Raw: x.src[start:stop:stop], Unit: u})
	x.units = append(append(x.units, u), nested...)
	x.done = stop
}

// trim takes white space, comments and lone tags off both ends.
func (x *extractor) trim(pieces []piece) []piece {
	for len(pieces) > 0 && x.isIdle(pieces[0]) {
		pieces = pieces[1:]
	}
	for len(pieces) > 0 && x.isIdle(pieces[len(pieces)-1]) {
		pieces = pieces[:len(pieces)-1]
	}
	return pieces
}

func (x *extractor) isIdle(p piece) bool {
	return p.idle || p.text && x.isBlank(p) || !p.text && p.lone
}

// markLone marks the tags whose partner is in another block.
func markLone(pieces []piece) {
	tags, at := make([]Tag, 0, len(pieces)), make([]int, 0, len(pieces))
	for i, p := range pieces {
		if !p.text {
			tags, at = append(tags, p.tag), append(at, i)
		}
	}
	for i, partner := range Pair(tags) {
		pieces[at[i]].lone = partner < 0 && !tags[i].Alone
	}
}

func (x *extractor) isBlank(p piece) bool {
	for _, c := range x.src[p.start:p.stop] {
		if !isSpace(c) {
			return false
		}
	}
	return true
}

func (x *extractor) hasText(pieces []piece) bool {
	for _, p := range pieces {
		if p.text && len(bytes.TrimSpace([]byte(decode(x.src[p.start:p.stop])))) > 0 {
			return true
		}
	}
	return false
}

// edges gives where the unit starts and stops, white space aside.
func (x *extractor) edges(pieces []piece) (start, stop int) {
	start, stop = pieces[0].start, pieces[len(pieces)-1].stop
	for pieces[0].text && isSpace(x.src[start]) {
		start++
	}
	for pieces[len(pieces)-1].text && isSpace(x.src[stop-1]) {
		stop--
	}
	return start, stop
}

// content gives the content of a unit, and the units in its codes.
func (x *extractor) content(pieces []piece, start, stop int) (document.Content, []*document.Unit) {
	tags := make([]Tag, 0, len(pieces))
	pieces = merged(pieces)
	for _, p := range pieces {
		if !p.text {
			tags = append(tags, p.tag)
		}
	}
	b := contentBuilder{partner: Pair(tags), ids: make([]int, len(tags))}
	for _, p := range pieces {
		raw := x.src[max(start, p.start):min(stop, p.stop)]
		if p.text {
			b.text(raw)
			continue
		}
		b.tag(p.tag, raw[:len(raw):len(raw)], x.lineOf(p.start))
	}
	return document.Content{Text: string(b.buf), Codes: b.codes}, b.units
}

// merged makes one piece of the tags of an element that holds nothing.
func merged(pieces []piece) []piece {
	out := make([]piece, 0, len(pieces))
	for _, p := range pieces {
		if n := len(out); n > 0 && !p.text && p.tag.Closing && out[n-1].opens(p.tag.Name) {
			out[n-1].stop = p.stop
			out[n-1].tag.Alone = true
			continue
		}
		out = append(out, p)
	}
	return out
}

// opens reports whether the piece is a start tag of the name.
func (p piece) opens(name string) bool {
	return !p.text && p.tag.Name == name && !p.tag.Closing && !p.tag.Alone
}

type contentBuilder struct {
	partner []int
	ids     []int
	seen    int // tags
	last    int // the highest number of a code
	buf     []byte
	codes   []document.Code
	units   []*document.Unit
}

// tag appends the code of a tag.
func (b *contentBuilder) tag(t Tag, raw []byte, line int) {
	i := b.seen
	b.seen++
	code := document.Code{Kind: document.Standalone, Name: t.CodeName(), Pos: len(b.buf), Disp: t.Disp(raw)}
	if j := b.partner[i]; j > i {
		code.Kind = document.Open
	} else if j >= 0 {
		code.Kind = document.Close
		code.ID = b.ids[j]
		code.Disp = b.codes[j].Disp
	}
	if code.ID == 0 {
		b.last++
		code.ID = b.last
	}
	b.ids[i] = code.ID
	data, units := t.Chunks(raw, line)
	code.Data = data
	b.codes = append(b.codes, code)
	b.units = append(b.units, units...)
}

// text appends text with its white space collapsed: to one space, or to
// nothing where a line end stands between two characters written without spaces.
func (b *contentBuilder) text(raw []byte) {
	for len(raw) > 0 {
		n := 0
		for n < len(raw) && !isSpace(raw[n]) {
			n++
		}
		b.buf = append(b.buf, decode(raw[:n])...)
		raw = raw[n:]
		if n = skipSpace(raw, 0); n > 0 {
			b.space(raw[:n], raw[n:])
			raw = raw[n:]
		}
	}
}

func (b *contentBuilder) space(space, next []byte) {
	before, _ := utf8.DecodeLastRune(b.buf)
	after, _ := utf8.DecodeRune(next)
	if bytes.IndexByte(space, '\n') >= 0 && Wide(before) && Wide(after) {
		return
	}
	b.buf = append(b.buf, ' ')
}

// Wide reports whether r is written without spaces around it: Han, kana, and
// full-width forms and punctuation.
func Wide(r rune) bool {
	return r >= 0x2E80 && (unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) ||
		r >= 0x3001 && r <= 0x303F || r >= 0xFF01 && r <= 0xFFEF)
}

// formatting lists the codes that mean nothing around nothing: an empty pair
// of them is not written.
var formatting = words("b strong i em u s del ins sup sub small mark")

// encode gives the bytes of a content as text of an element.
func encode(c document.Content) []byte {
	var out []byte
	at := 0
	empty := EmptyPairs(c.Codes)
	for i, code := range c.Codes {
		out = appendText(out, c.Text[at:code.Pos], i == 0, false)
		at = code.Pos
		if !empty[i] {
			out = document.AppendChunks(out, code.Data)
		}
	}
	return appendText(out, c.Text[at:], len(c.Codes) == 0, true)
}

// EmptyPairs tells which codes are of formatting around nothing: no text, and
// no code but such pairs. A translator leaves a superscript out in this way.
func EmptyPairs(codes []document.Code) []bool {
	empty := make([]bool, len(codes))
	var open []int
	solid := make([]bool, len(codes)+1) // by the index of the start, plus 1
	parent := func() int {
		if len(open) == 0 {
			return 0
		}
		return open[len(open)-1] + 1
	}
	for i, code := range codes {
		switch {
		case code.Kind == document.Open:
			open = append(open, i)
		case code.Kind == document.Close && len(open) > 0:
			start := open[len(open)-1]
			open = open[:len(open)-1]
			hollow := formatting[code.Name] && codes[start].Pos == code.Pos && !solid[start+1]
			empty[i], empty[start] = hollow, hollow
			solid[parent()] = solid[parent()] || !hollow
		default:
			solid[parent()] = true
		}
	}
	return empty
}
