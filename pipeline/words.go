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
