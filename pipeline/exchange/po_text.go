package exchange

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// poWidth is how many columns of a string gettext writes on a line, its
// quotation marks aside.
const poWidth = 77

// poEscapes are the escapes of a PO string, as in C, by the letter of each.
var poEscapes = map[byte]byte{'n': '\n', 't': '\t', 'r': '\r', 'a': '\a', 'b': '\b', 'f': '\f', 'v': '\v', '"': '"', '\\': '\\', '\'': '\'', '?': '?'}

// poEscaper writes a text in a PO string.
var poEscaper = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`)

// poText gives a text as a PO file holds it: without control characters, and
// without line ends at its borders, which msgfmt compares.
func poText(text string) string {
	text = marked(text, plain)
	if rest, ok := strings.CutPrefix(text, "\n"); ok {
		text = mark('\n') + rest
	}
	if rest, ok := strings.CutSuffix(text, "\n"); ok {
		text = rest + mark('\n')
	}
	return text
}

// poLines writes a keyword and its string as gettext does: on one line where
// all of it fits, else from the next line on, with a line for each line of the
// text, and those wrapped unless the entry asks for the contrary.
func poLines(prefix, keyword, text string, wrap bool) []string {
	limit := poWidth - utf8.RuneCountInString(prefix)
	first := prefix + keyword + " "
	whole := poEscaper.Replace(text)
	single := strings.IndexByte(strings.TrimSuffix(text, "\n"), '\n') < 0
	if single && (!wrap || columns(first)+columns(whole) <= poWidth) {
		return []string{first + `"` + whole + `"`}
	}
	out := []string{first + `""`}
	for line := range strings.SplitAfterSeq(text, "\n") {
		line = poEscaper.Replace(line)
		for line != "" {
			n := len(line)
			if wrap {
				n = poBreak(line, limit)
			}
			out = append(out, prefix+`"`+line[:n]+`"`)
			line = line[n:]
		}
	}
	return out
}

// poBreak gives the length of the longest beginning of a line that fits, or of
// the shortest that there is.
func poBreak(line string, limit int) int {
	last, used := 0, 0
	var before rune
	for i, r := range line {
		if i > 0 && breaks(before, r) {
			if used > limit && last > 0 {
				return last
			}
			last = i
			if used > limit {
				return last
			}
		}
		used += runeColumns(r)
		before = r
	}
	if used > limit && last > 0 {
		return last
	}
	return len(line)
}

// breaks reports whether a line may end between two characters (UAX #14, its
// rules for spaces, hyphens and ideographs).
func breaks(before, after rune) bool {
	switch {
	case unicode.IsSpace(after):
		return false
	case before == ' ':
		return true
	case before == '-':
		return unicode.IsLetter(after)
	}
	return (wide(before) || wide(after)) && !unicode.In(after, unicode.Pe, unicode.Pf, unicode.Po) && !unicode.In(before, unicode.Ps, unicode.Pi)
}

func wide(r rune) bool {
	kind := width.LookupRune(r).Kind()
	return kind == width.EastAsianWide || kind == width.EastAsianFullwidth
}

// columns counts the columns of a terminal that a text takes.
func columns(text string) (n int) {
	for _, r := range text {
		n += runeColumns(r)
	}
	return n
}

func runeColumns(r rune) int {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case wide(r):
		return 2
	}
	return 1
}

// poString reads a string that begins with a quotation mark; end is what follows
// it.
func poString(line string) (text string, end int, ok bool) {
	var b strings.Builder
	for i := 1; i < len(line); i++ {
		switch c := line[i]; c {
		case '"':
			return b.String(), i + 1, utf8.ValidString(b.String())
		case '\\':
			char, n := poEscape(line[i+1:])
			if n == 0 {
				return "", 0, false
			}
			b.WriteByte(char)
			i += n
		default:
			b.WriteByte(c)
		}
	}
	return "", 0, false
}

// poEscape reads what follows a backslash: a letter, up to three octal digits,
// or x and two hexadecimal ones. The length 0 tells that it is none.
func poEscape(s string) (char byte, n int) {
	if s == "" {
		return 0, 0
	}
	if char, ok := poEscapes[s[0]]; ok {
		return char, 1
	}
	if s[0] == 'x' {
		value, digits := number(s[1:], 16, 2)
		return value, min(digits, 1) + digits
	}
	return number(s, 8, 3)
}

// number reads digits to a base, at most so many.
func number(s string, base, most int) (value byte, digits int) {
	for digits < min(len(s), most) {
		d := strings.IndexByte("0123456789abcdefABCDEF", s[digits])
		if d > 15 {
			d -= 6
		}
		if d < 0 || d >= base {
			break
		}
		value = value*byte(base) + byte(d)
		digits++
	}
	return value, digits
}
