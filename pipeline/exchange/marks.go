package exchange

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// markPattern matches what marked writes for a character.
var markPattern = regexp.MustCompile(`<U\+([0-9A-F]{4,6})>`)

// marked writes each character that a format cannot hold the way Unicode names
// it, "<U+000D>"; text that reads as such a name gets one for its first sign, so
// that unmarked(marked(s)) is s for any text.
func marked(text string, holds func(rune) bool) string {
	var b strings.Builder
	for i, r := range text {
		if !holds(r) || r == '<' && strings.HasPrefix(text[i:], "<U+") {
			b.WriteString(mark(r))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// mark names a character: "<U+000D>".
func mark(r rune) string { return fmt.Sprintf("<U+%04X>", r) }

// unmarked reads what marked writes.
func unmarked(text string) string {
	if !strings.Contains(text, "<U+") {
		return text
	}
	return markPattern.ReplaceAllStringFunc(text, func(mark string) string {
		n, err := strconv.ParseUint(mark[3:len(mark)-1], 16, 32)
		if err != nil || n > unicode.MaxRune || 0xd800 <= n && n <= 0xdfff {
			return mark
		}
		return string(rune(n))
	})
}

// plain reports whether a character goes unharmed through plain text tools:
// neither a control character, white space of the line aside, nor a break of
// lines or a byte order mark, nor a noncharacter (The Unicode Standard, 23.7).
func plain(r rune) bool {
	switch {
	case r == '\n', r == '\t':
		return true
	case unicode.IsControl(r), r == '\u2028', r == '\u2029', r == '\uFEFF':
		return false
	}
	return r&0xfffe != 0xfffe && (r < 0xfdd0 || r > 0xfdef)
}
