package text

import (
	"bytes"
	"regexp"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"

	"hexaglot/messages/fault"
)

// maxLine bounds a line, in bytes.
const maxLine = 16 << 20

// line is a line of the source. Its offsets are into the source, its widths in
// columns.
type line struct {
	number  int
	kind    lineKind
	start   int    // where it begins
	end     int    // where its end begins: "\r\n"
	cells   []cell // its words, between runs of white space
	indent  int    // the width of its indentation, before a list marker
	content int    // the width before its first cell, list marker included
	width   int
	item    bool // it begins with a list marker
	bare    bool // its words would be a list marker or a directive, if more followed
	inset   bool // it is indented with ideographic spaces, as Chinese paragraphs begin
	ending  ending
	broken  bool // it ends with two spaces
}

type cell struct{ start, end int }

type lineKind uint8

const (
	blank lineKind = iota
	words
	rule
	directive
)

// ending is what a line ends with.
type ending uint8

const (
	plain     ending = iota // \n, \r\n, \r
	hard                    // U+2028, U+0085: a line end on purpose
	paragraph               // form feed, vertical tab, U+2029
)

// split gives the lines of src. The fault is line-too-long.
func split(src []byte) ([]line, error) {
	lines := make([]line, 0, breaks(src)+1)
	at := len(src) - len(bytes.TrimPrefix(src, []byte("\ufeff")))
	for at < len(src) {
		end, next, kind := lineEnd(src, at)
		l := line{start: at, end: end, ending: kind}
		if end-at > maxLine {
			return nil, fault.New(fault.Input, "line-too-long", "a line is longer than {Limit} bytes", "Limit", maxLine).At("", 1+breaks(src[:at]))
		}
		l.read(src)
		lines = append(lines, l)
		at = next
	}
	number(src, lines)
	return lines, nil
}

// number gives the lines their numbers, by the line ends that editors count.
func number(src []byte, lines []line) {
	n, at := 1, 0
	for i := range lines {
		n += breaks(src[at:lines[i].start])
		at = lines[i].start
		lines[i].number = n
	}
}

// breaks counts \n, \r\n and \r.
func breaks(b []byte) int {
	return bytes.Count(b, []byte("\n")) + bytes.Count(b, []byte("\r")) - bytes.Count(b, []byte("\r\n"))
}

// lineEnd gives the end of the line at from, and where the next one begins.
func lineEnd(src []byte, from int) (end, next int, kind ending) {
	for at := from; at < len(src); at++ {
		switch src[at] {
		case '\n':
			return at, at + 1, plain
		case '\r':
			if bytes.HasPrefix(src[at:], []byte("\r\n")) {
				return at, at + 2, plain
			}
			return at, at + 1, plain
		case '\v', '\f':
			return at, at + 1, paragraph
		case 0xC2, 0xE2:
			switch r, size := utf8.DecodeRune(src[at:]); r {
			case '\u0085', '\u2028':
				return at, at + size, hard
			case '\u2029':
				return at, at + size, paragraph
			}
		}
	}
	return len(src), len(src), plain
}

// read finds the cells of the line, and what it is.
func (l *line) read(src []byte) {
	text := src[l.start:l.end]
	trimmed := bytes.TrimSpace(text)
	switch {
	case len(trimmed) == 0:
		return
	case isDirective(trimmed):
		l.kind = directive
		return
	case isRule(trimmed):
		l.kind = rule
		return
	}
	l.kind = words
	at := l.start + len(text) - len(bytes.TrimLeftFunc(text, unicode.IsSpace))
	last := l.end - (len(text) - len(bytes.TrimRightFunc(text, unicode.IsSpace)))
	indent := src[l.start:at]
	l.inset = bytes.Contains(indent, []byte("\u3000"))
	l.indent = columns(indent)
	for n := marker(src[at:last]); n > 0; n = marker(src[at:last]) {
		l.item = true
		at += n
	}
	l.content = columns(src[l.start:at])
	l.width = columns(src[l.start:last])
	l.broken = l.end-last > 1
	l.cells = cells(src, at, last)
	l.bare = isMarker(src[at:last]) || directiveStart.Match(src[at:last])
}

// directiveStart matches the start of what asks something of the reader.
var directiveStart = regexp.MustCompile(`^<!--\s*hexaglot:`)

func isDirective(text []byte) bool {
	return directiveStart.Match(text) && bytes.Index(text, []byte("-->")) == len(text)-len("-->")
}

// isRule reports a line that only draws: three marks at least.
func isRule(text []byte) bool {
	marks := 0
	for _, b := range text {
		switch b {
		case '-', '=', '_', '*', '~', '#', '+', '|':
			marks++
		case ' ', '\t':
		default:
			return false
		}
	}
	return marks > 2
}

// isUnderline reports a rule that makes a heading of the line above.
func isUnderline(text []byte) bool {
	text = bytes.TrimSpace(text)
	return len(bytes.Trim(text, "=")) == 0 || len(bytes.Trim(text, "-")) == 0
}

// cells gives the stretches of words between from and to.
func cells(src []byte, from, to int) []cell {
	var out []cell
	for at := from; at < to; {
		size := gap(src[at:to])
		if size == 0 || isSentenceGap(src[from:at], src[at:to], size) {
			at += max(size, 1)
			continue
		}
		out = append(out, cell{from, at})
		at += size
		from = at
	}
	return append(out, cell{from, to})
}

// gap gives the length of the white space at the start of text where it
// separates columns: a tab, or two spaces or more. Otherwise it is 0.
func gap(text []byte) int {
	if b := text[0]; b != ' ' && b != '\t' && b != 0xE3 {
		return 0
	}
	rest := bytes.TrimLeft(text, " \t\u3000")
	space := text[:len(text)-len(rest)]
	if utf8.RuneCount(space) > 1 || bytes.Contains(space, []byte("\t")) {
		return len(space)
	}
	return 0
}

// isSentenceGap reports the two spaces that typists put between sentences.
func isSentenceGap(before, after []byte, size int) bool {
	if size != 2 || after[0] != ' ' || len(before) == 0 || bytes.IndexByte([]byte(".!?"), before[len(before)-1]) < 0 {
		return false
	}
	r, _ := utf8.DecodeRune(after[size:])
	return unicode.IsUpper(r)
}

// tab is the distance of tab stops.
const tab = 8

// columns gives the width of text as a terminal shows it (UAX #11): marks take
// none, wide characters two.
func columns(text []byte) int {
	n := 0
	for len(text) > 0 {
		if b := text[0]; b < utf8.RuneSelf {
			text = text[1:]
			if b == '\t' {
				n += tab - n%tab
			} else if b >= ' ' {
				n++
			}
			continue
		}
		r, size := utf8.DecodeRune(text)
		text = text[size:]
		n += runeColumns(r)
	}
	return n
}

func runeColumns(r rune) int {
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}
