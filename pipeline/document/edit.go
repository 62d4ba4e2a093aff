package document

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Change replaces a stretch of the plain text of a content, in bytes at rune
// boundaries.
type Change struct {
	Start, End int
	New        string
}

// Splice returns c after changes of its text, which are in order and do not
// overlap. Codes keep their order and their places: one that stands inside a
// stretch that is replaced stands as far inside the new one, or at its end;
// what is put in where a pair opens comes before it.
func (c Content) Splice(changes []Change) Content {
	var b strings.Builder
	out := Content{Codes: slices.Grow([]Code(nil), len(c.Codes))}
	at, next := 0, 0
	for _, x := range changes {
		shift := b.Len() - at
		for next < len(c.Codes) && c.Codes[next].precedes(x) {
			out.Codes = append(out.Codes, c.Codes[next].at(c.Codes[next].Pos+shift))
			next++
		}
		b.WriteString(c.Text[at:x.Start])
		start := b.Len()
		b.WriteString(x.New)
		for next < len(c.Codes) && c.Codes[next].Pos <= x.End {
			out.Codes = append(out.Codes, c.Codes[next].at(start+inside(x, c.Codes[next].Pos)))
			next++
		}
		at = x.End
	}
	shift := b.Len() - at
	for _, code := range c.Codes[next:] {
		out.Codes = append(out.Codes, code.at(code.Pos+shift))
	}
	b.WriteString(c.Text[at:])
	out.Text = b.String()
	return out
}

// precedes reports whether a code stands before a change.
func (c Code) precedes(x Change) bool {
	return c.Pos < x.Start || c.Pos == x.Start && (x.Start < x.End || c.Kind != Open)
}

// at gives the code in another place.
func (c Code) at(pos int) Code {
	c.Pos = pos
	return c
}

// inside gives the place in x.New of a code at pos in the stretch it replaces.
func inside(x Change, pos int) int {
	if pos == x.End {
		return len(x.New)
	}
	n := min(pos-x.Start, len(x.New))
	for n > 0 && n < len(x.New) && !utf8.RuneStart(x.New[n]) {
		n--
	}
	return n
}

// object stands for a placeholder: the object replacement character.
const object = "\ufffc"

// Solid gives the text with a sign where each placeholder stands, so that what
// stands on its two sides is not taken for neighbours: a line end for a line
// break, U+FFFC for anything else. offset turns a place in it, in bytes, into
// one in c.Text.
func (c Content) Solid() (text string, offset func(int) int) {
	var b strings.Builder
	type sign struct{ end, width int } // in the solid text; the width of all until there
	var signs []sign
	at, width := 0, 0
	for _, code := range c.Codes {
		if code.Kind != Standalone || code.isEmptied() {
			continue
		}
		mark := object
		if code.Name == "br" {
			mark = "\n"
		}
		b.WriteString(c.Text[at:code.Pos] + mark)
		at = code.Pos
		width += len(mark)
		signs = append(signs, sign{b.Len(), width})
	}
	b.WriteString(c.Text[at:])
	return b.String(), func(pos int) int {
		gone := 0
		for _, s := range signs {
			if s.end > pos {
				break
			}
			gone = s.width
		}
		return pos - gone
	}
}
