package letter

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold gives what two wordings share that are the same to a reader: the letters
// and digits, in lower case, without accents, vowel marks, kashida, spaces and
// punctuation, of one width.
func fold(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for _, r := range norm.NFKD.String(text) {
		if !unicode.IsLetter(r) && !unicode.IsNumber(r) || r == kashida {
			continue
		}
		b.WriteRune(alike(unicode.ToLower(r)))
	}
	return strings.ReplaceAll(b.String(), "мсэt", "мсэт")
}

const kashida = 'ـ'

// alike gives one letter for those that writers of Arabic interchange at the
// end of a word.
func alike(r rune) rune {
	switch r {
	case 'ى':
		return 'ي'
	case 'ة':
		return 'ه'
	}
	return r
}
