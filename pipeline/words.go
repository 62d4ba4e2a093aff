package pipeline

import (
	"strings"
	"unicode"

	"github.com/clipperhouse/uax29/v2/words"
)

// Words counts the words of a text as Unicode Standard Annex 29 divides them:
// each ideograph is one, and so is each word between ideographs.
func Words(text string) int {
	n := 0
	for tokens := words.FromString(text); tokens.Next(); {
		if strings.ContainsFunc(tokens.Value(), counts) {
			n++
		}
	}
	return n
}

func counts(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// Characters counts the characters of a text as a translation service is paid
// by them: Unicode code points but white space.
func Characters(text string) int {
	n := 0
	for _, r := range text {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}
