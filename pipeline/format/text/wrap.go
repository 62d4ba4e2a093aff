package text

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// full is the least width of a line that can be full, in columns.
const full = 40

// continues reports whether next goes on with the unit whose first line is
// first and whose last is last; longest is the width of the longest line of the
// paragraph.
func continues(src []byte, first, last, next *line, longest int) bool {
	if last.broken || !mayContinue(first, last, next) {
		return false
	}
	return hangs(first, next) || last.width >= full && last.width+joint(src, last, next)+firstWord(src, next) > longest
}

// mayContinue reports whether the layout, widths aside, lets next continue the
// unit.
func mayContinue(first, last, next *line) bool {
	switch {
	case first.bare, last.ending != plain, next.kind != words, next.item, next.inset:
		return false
	case len(last.cells) > 1, len(next.cells) > 1:
		return false
	case first.item:
		return hangs(first, next) || next.indent == first.indent
	case first == last:
		return next.indent <= first.indent
	}
	return next.indent == last.indent
}

// hangs reports a line that is indented deeper than the marker of its item.
func hangs(first, next *line) bool { return first.item && next.indent > first.indent }

// firstWord gives the width of the first word of l; in Chinese and Japanese a
// line may end after any character.
func firstWord(src []byte, l *line) int {
	text := src[l.cells[0].start:l.cells[0].end]
	if r, size := utf8.DecodeRune(text); isHan(r) {
		return columns(text[:size])
	}
	if i := bytes.IndexFunc(text, unicode.IsSpace); i >= 0 {
		text = text[:i]
	}
	return columns(text)
}

// joint gives the width of what a soft line end reads as.
func joint(src []byte, last, next *line) int { return len(joined(src, last, next)) }

// joined gives what a soft line end reads as: a space, or nothing between Han
// characters and after the hyphen of a word.
func joined(src []byte, last, next *line) string {
	before := src[:last.cells[len(last.cells)-1].end]
	l, r := lastRune(before), firstRune(src[next.cells[0].start:])
	switch {
	case isHan(l) && isHan(r):
		return ""
	case (l == '-' || l == '‐' || l == '\u00ad') && unicode.IsLower(r) && unicode.IsLetter(lastRune(bytes.TrimSuffix(before, []byte(string(l))))):
		return ""
	}
	return " "
}

// isHan reports a character of a script without spaces, or its punctuation.
func isHan(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFF60
}

func firstRune(b []byte) rune {
	r, _ := utf8.DecodeRune(b)
	return r
}

func lastRune(b []byte) rune {
	r, _ := utf8.DecodeLastRune(b)
	return r
}
