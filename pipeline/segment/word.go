package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// wordStart gives the start of the word that ends at end; it is end where
// there is none, or one too long to be an abbreviation.
func wordStart(text string, start, end int) int {
	from := end
	script := other
	for from > start {
		if isASCIILetter(text[from-1]) && script <= latin && end-from < maxWord {
			script = latin
			from--
			continue
		}
		r, width := utf8.DecodeLastRuneInString(text[start:from])
		if !isWordRune(r) || !script.joins(r) {
			break
		}
		if from -= width; end-from > maxWord {
			return end
		}
	}
	return from
}

func isASCIILetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

// scriptClass is a group of scripts whose letters make words together.
type scriptClass uint8

const (
	other scriptClass = iota
	latin             // and Cyrillic: МСЭ-D
	arabic
)

// joins reports whether r belongs to a word of the class, which it settles
// when it is the first letter to do so. Han never makes one.
func (c *scriptClass) joins(r rune) bool {
	var class scriptClass
	switch {
	case !unicode.IsLetter(r):
		return true
	case r < 0x0530:
		class = latin
	case unicode.Is(unicode.Arabic, r):
		class = arabic
	case isHan(r):
		return false
	}
	if *c == other {
		*c = class
	}
	return *c == class
}

func isWordRune(r rune) bool {
	if r < 0x80 {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune(".-'/&", r)
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r) || strings.ContainsRune("’‑°ºª", r)
}
