package html

import (
	"html"
	"regexp"
)

// decode gives the text of raw with its character references resolved.
func decode(raw []byte) string { return html.UnescapeString(string(raw)) }

// lineEnds matches line ends with the white space around them.
var lineEnds = regexp.MustCompile(`[ \t\r\f]*\n[ \t\r\n\f]*`)

// value gives the text of an attribute, its line ends as spaces.
func value(raw []byte) string {
	return lineEnds.ReplaceAllString(decode(raw), " ")
}

// appendEscaped appends s as an attribute value between quotes, or as text
// where quote is 0. Only what would be read otherwise is escaped.
// https://html.spec.whatwg.org/multipage/syntax.html#character-references
func appendEscaped(dst []byte, s string, quote byte) []byte {
	for i := range len(s) {
		switch c := s[i]; {
		case c == '&' && i+1 < len(s) && (isLetter(s[i+1]) || s[i+1] == '#'):
			dst = append(dst, "&amp;"...)
		case c == '<':
			dst = append(dst, "&lt;"...)
		case c == '"' && quote == c:
			dst = append(dst, "&quot;"...)
		case c == '\'' && quote == c:
			dst = append(dst, "&#39;"...)
		case c == '\r':
			dst = append(dst, "&#13;"...)
		default:
			dst = append(dst, c)
		}
	}
	return dst
}

// appendText appends s as text of an element: white space that a browser would
// collapse or trim is written as a character reference. atStart and atEnd say
// that nothing of the unit stands before or after.
func appendText(dst []byte, s string, atStart, atEnd bool) []byte {
	s = lineEnds.ReplaceAllString(s, "\n")
	plain := 0
	for i := range len(s) {
		if !isSpace(s[i]) {
			continue
		}
		alone := i == 0 || !isSpace(s[i-1])
		edge := i == 0 && atStart || i == len(s)-1 && atEnd
		if alone && !edge && (s[i] == ' ' || s[i] == '\n') {
			continue
		}
		dst = appendEscaped(dst, s[plain:i], 0)
		if s[i] != '\n' {
			dst = append(dst, spaceReferences[s[i]]...)
		}
		plain = i + 1
	}
	return appendEscaped(dst, s[plain:], 0)
}

var spaceReferences = map[byte]string{' ': "&#32;", '\t': "&#9;", '\r': "&#13;", '\f': "&#12;"}
