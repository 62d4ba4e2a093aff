package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// following is what stands after a possible end of a sentence.
type following struct {
	first   rune   // the first character, opening marks aside
	word    string // the letters from there on
	lower   bool   // a small letter that goes on with the sentence
	numeric bool   // a number, or what numbers are given as: IV, A, E.119
	dotted  bool   // a full stop directly after the word
}

// maxOpeners bounds the opening marks before a word, in runes.
const maxOpeners = 8

func (s *scanner) following(from int) following {
	rest := s.text[skipOpeners(s.text, from):]
	n := following{word: letters(rest)}
	n.first, _ = utf8.DecodeRuneInString(rest)
	after := rest[len(n.word):]
	n.dotted = strings.HasPrefix(after, ".")
	n.lower = unicode.IsLower(n.first) && !isEnumerator(n.word, after) && !isCamel(n.word)
	n.numeric = isNumeric(n, after)
	return n
}

// skipOpeners gives the end of the opening marks and the white space at from,
// within their paragraph.
func skipOpeners(text string, from int) int {
	for range maxOpeners {
		end, paragraph := space(text, from)
		r, width := utf8.DecodeRuneInString(text[end:])
		if paragraph || !isOpener(r) {
			break
		}
		from = end + width
	}
	end, paragraph := space(text, from)
	if paragraph {
		return from
	}
	return end
}

// maxWord bounds the words that rules are about, in bytes.
const maxWord = 48

// letters gives the letters and marks at the start of text.
func letters(text string) string {
	for i, r := range text {
		if i >= maxWord || !unicode.IsLetter(r) && !unicode.IsMark(r) {
			return text[:i]
		}
	}
	return text
}

// isEnumerator reports "b) …": a point of a list.
func isEnumerator(word, after string) bool {
	return utf8.RuneCountInString(word) == 1 && strings.HasPrefix(after, ") ")
}

// isCamel reports "eHealth": a name that begins with a small letter.
func isCamel(word string) bool {
	_, width := utf8.DecodeRuneInString(word)
	r, _ := utf8.DecodeRuneInString(word[width:])
	return unicode.IsUpper(r)
}

func isNumeric(n following, after string) bool {
	switch {
	case unicode.IsNumber(n.first), strings.ContainsRune("+#§№°\ufffc", n.first):
		return true
	case n.word == "":
		return false
	case isRoman(n.word), utf8.RuneCountInString(n.word) == 1 && unicode.IsUpper(n.first):
		return true
	}
	return hasDigit(after)
}

// hasDigit reports a digit in the rest of a word: E.119, UIT-T/8, Rev1.
func hasDigit(after string) bool {
	for i, r := range after {
		switch {
		case unicode.IsDigit(r):
			return true
		case i >= maxWord, !unicode.IsLetter(r) && !strings.ContainsRune(".-/‑", r):
			return false
		}
	}
	return false
}

// isRoman reports a number in capital Roman letters, up to the eighties.
func isRoman(word string) bool {
	return word != "" && len(word) <= 7 && strings.Trim(word, "IVXL") == ""
}
