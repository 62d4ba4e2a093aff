package markdown

import (
	"bytes"
	"fmt"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"

	"hexaglot/pipeline/document"
)

// marking is how emphasis is written.
type marking uint8

const (
	preferred   marking = iota // with the source's own marks
	alternating                // with * and _ in turn, so that no two marks meet
	tags                       // with tags of HTML
)

// markWithTags writes emphasis as tags.
func markWithTags(list []token) {
	for i := range list {
		t := &list[i]
		if t.char == 0 && !superMark(t) {
			continue
		}
		slash := ""
		if t.code.Kind == document.Close {
			slash = "/"
		}
		t.char = 0
		t.raw = fmt.Appendf(nil, "<%s%s>", slash, t.code.Name)
	}
}

// superMark reports whether t is a brace of a superscript.
func superMark(t *token) bool {
	return t.code != nil && len(t.raw) > 0 && (t.raw[len(t.raw)-1] == '{' || string(t.raw) == "}")
}

// markWith chooses the characters of emphasis marks, and has the characters next
// to them written as references where the marks would not be seen as such.
// https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run
func markWith(list []token, m marking) {
	for i := range list {
		if t := &list[i]; t.char != 0 && t.code.Kind == document.Open {
			t.choose(list, i, m)
		}
	}
	for i := 0; i < len(list); i++ {
		if list[i].char == 0 {
			continue
		}
		stop := i + 1
		for stop < len(list) && list[stop].char == list[i].char {
			stop++
		}
		flank(list, i, stop)
		i = stop - 1
	}
}

// choose sets the character of the pair that opens at i.
func (t *token) choose(list []token, i int, m marking) {
	if t.char == '~' {
		return
	}
	char := t.char
	if m == preferred && char == '_' && (!sees(list, i, i+1, '_') || !sees(list, t.twin, t.twin+1, '_')) {
		char = '*'
	}
	if m == alternating {
		char = '*'
		if around := neighbour(list, i); around == '*' {
			char = '_'
		}
	}
	t.set(char)
	list[t.twin].set(char)
}

// neighbour gives the mark that stands directly before the pair that opens at
// i, or directly around it at its end.
func neighbour(list []token, i int) byte {
	if i > 0 && list[i-1].char != 0 {
		return list[i-1].char
	}
	if end := list[i].twin + 1; end < len(list) && list[end].char != 0 && list[end].twin < i {
		return list[end].char
	}
	return 0
}

func (t *token) set(char byte) {
	t.char = char
	t.raw = bytes.Repeat([]byte{char}, len(t.raw))
}

// flank has neighbours of the marks from start to stop written as references
// until the marks can open and close what they should.
func flank(list []token, start, stop int) {
	apart(list, start, stop)
	for range 3 {
		before, after := runeBefore(list, start), runeAfter(list, stop)
		opens, closes := needs(list[start:stop])
		d := scan(list, start, stop, list[start].char)
		switch {
		case opens && !d.CanOpen && unicode.IsSpace(after), closes && !d.CanClose && !unicode.IsSpace(before):
			referTo(list, stop, true)
		case opens && !d.CanOpen, closes && !d.CanClose:
			referTo(list, start-1, false)
		default:
			return
		}
	}
}

// apart has the tildes next to marks of tildes written as references: escaped
// or not, they would count as marks.
func apart(list []token, start, stop int) {
	if list[start].char != '~' {
		return
	}
	if runeBefore(list, start) == '~' {
		referTo(list, start-1, false)
	}
	if runeAfter(list, stop) == '~' {
		referTo(list, stop, true)
	}
}

// referTo has an edge of the text at i written as a reference.
func referTo(list []token, i int, first bool) {
	if i < 0 || i >= len(list) || list[i].code != nil {
		return
	}
	if first {
		list[i].first = true
	} else {
		list[i].last = true
	}
}

// needs reports whether some of the marks open a pair, and some close one.
func needs(run []token) (opens, closes bool) {
	for _, t := range run {
		opens = opens || t.code.Kind == document.Open
		closes = closes || t.code.Kind == document.Close
	}
	return opens, closes
}

// sees reports whether the marks from start to stop, written with char, are
// seen as what they should be.
func sees(list []token, start, stop int, char byte) bool {
	opens, closes := needs(list[start:stop])
	d := scan(list, start, stop, char)
	return (!opens || d.CanOpen) && (!closes || d.CanClose)
}

// scan has the parser look at the marks from start to stop.
func scan(list []token, start, stop int, char byte) *parser.Delimiter {
	line := utf8.AppendRune([]byte{char}, runeAfter(list, stop))
	return parser.ScanDelimiter(line, runeBefore(list, start), 1, anyMark{})
}

// anyMark takes every character for a mark.
type anyMark struct{}

// IsDelimiter implements parser.DelimiterProcessor.
func (anyMark) IsDelimiter(byte) bool { return true }

// CanOpenCloser implements parser.DelimiterProcessor.
func (anyMark) CanOpenCloser(_, _ *parser.Delimiter) bool { return true }

// OnMatch implements parser.DelimiterProcessor.
func (anyMark) OnMatch(int) ast.Node { return nil }

// runeBefore gives the character that is written before the token at i.
func runeBefore(list []token, i int) rune {
	if i == 0 {
		return '\n'
	}
	t := list[i-1]
	if t.code == nil {
		if t.last {
			return ';'
		}
		r, _ := utf8.DecodeLastRuneInString(t.text)
		return r
	}
	r, _ := utf8.DecodeLastRune(t.raw)
	return r
}

// runeAfter gives the character that is written from the token at i on.
func runeAfter(list []token, i int) rune {
	if i >= len(list) {
		return '\n'
	}
	t := list[i]
	if t.code == nil {
		if t.first {
			return '&'
		}
		r, _ := utf8.DecodeRuneInString(t.text)
		return r
	}
	r, _ := utf8.DecodeRune(t.raw)
	return r
}
