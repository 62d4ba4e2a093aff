package locale

import (
	"strings"
	"unicode"
)

// fieldTexts gives the text of a field: its letter and how many times the letter
// stands; known is false where the value does not say it.
type fieldTexts func(letter byte, width int) (text string, known bool)

// spell writes a pattern. Brackets are dropped where a field in them is not
// known; from the place where a field of the clock stands again, ends[1] speaks.
func spell(pattern string, ends ...fieldTexts) string {
	w := writer{pattern: pattern, ends: ends}
	text, _ := w.group()
	return text
}

type writer struct {
	pattern string
	ends    []fieldTexts
	seen    string
}

// group writes up to the bracket that ends the group, and reports whether all
// its fields are known.
func (w *writer) group() (string, bool) {
	var b strings.Builder
	known := true
	for w.pattern != "" {
		c := w.pattern[0]
		switch {
		case c == ']':
			w.pattern = w.pattern[1:]
			return b.String(), known
		case c == '[':
			w.pattern = w.pattern[1:]
			if inner, ok := w.group(); ok {
				b.WriteString(inner)
			}
		case c == '\'':
			text, rest, _ := strings.Cut(w.pattern[1:], "'")
			b.WriteString(text)
			w.pattern = rest
		case c < 0x80 && unicode.IsLetter(rune(c)):
			text, ok := w.field()
			known = known && ok
			b.WriteString(text)
		default:
			b.WriteByte(c)
			w.pattern = w.pattern[1:]
		}
	}
	return b.String(), known
}

// field writes the run of letters at the place.
func (w *writer) field() (string, bool) {
	c := w.pattern[0]
	rest := strings.TrimLeft(w.pattern, string(c))
	width := len(w.pattern) - len(rest)
	w.pattern = rest
	if len(w.ends) > 1 && strings.IndexByte(w.seen, c) >= 0 {
		w.ends, w.seen = w.ends[1:], ""
	}
	w.seen += string(c)
	return w.ends[0](c, width)
}
