package locale

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Scale is a word that multiplies the number before it: "million", 万.
type Scale struct {
	Zeros int    // of the power of ten that it stands for
	Words string // variants, divided by "|"
}

// scale gives the power of ten of the word that after begins with, and the
// bytes up to the word's end; size is 0 where there is none.
func (l *Locale) scale(after string) (zeros, size int) {
	word := strings.TrimLeft(after, " \u00a0\u202f")
	blank := len(after) - len(word)
	for _, s := range l.Scales {
		for variant := range split(s.Words) {
			n := len(variant)
			if len(word) >= n && strings.EqualFold(word[:n], variant) && (l.Unspaced || !letter(word[n:])) {
				return s.Zeros, blank + n
			}
		}
	}
	return 0, 0
}

// letter reports whether s begins with a letter or a mark on one.
func letter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsMark(r)
}

// shift multiplies a value by a power of ten.
func shift(value string, zeros int) string {
	whole, fraction, _ := strings.Cut(value, ".")
	moved := min(zeros, len(fraction))
	out := whole + fraction[:moved] + strings.Repeat("0", zeros-moved)
	if rest := fraction[moved:]; rest != "" {
		out += "." + rest
	}
	return out
}
