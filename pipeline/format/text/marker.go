package text

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// marker gives the length of the list marker at the start of text, with the
// white space after it: "- ", "• ", "1) ", "2.3. ", "iv) ", "(a) ". It is 0
// where there is none.
func marker(text []byte) int {
	n := mark(text)
	rest := bytes.TrimLeftFunc(text[n:], unicode.IsSpace)
	if n == 0 || len(rest) == 0 || len(rest) == len(text)-n {
		return 0
	}
	return len(text) - len(rest)
}

// isMarker reports that text is a list marker and nothing else.
func isMarker(text []byte) bool { return mark(text) == len(text) }

// mark gives the length of the marker itself, whatever follows.
func mark(text []byte) int {
	if n := bullet(text); n > 0 {
		return n
	}
	return ordinal(text)
}

func bullet(text []byte) int {
	r, size := utf8.DecodeRune(text)
	if strings.ContainsRune("-*•–—‣◦▪●·", r) {
		return size
	}
	return 0
}

// ordinal gives the length of a number with its mark.
func ordinal(text []byte) int {
	at := 0
	if text[0] == '(' {
		at = 1
	}
	n := numeral(text[at:])
	if n == 0 {
		return 0
	}
	end := at + n
	mark, _ := utf8.DecodeRune(text[end:])
	digits := unicode.IsDigit(lastRune(text[:end]))
	switch {
	case mark == ')', at == 0 && mark == '.' && digits:
		return end + 1
	}
	return 0
}

// maxDigits bounds the digits of a number in a list: 2021. is a year.
const maxDigits = 3

// numeral gives the length of 2, 2.3, a, iv or IV at the start of text.
func numeral(text []byte) int {
	if n := digits(text); n > 0 {
		for n < len(text) && text[n] == '.' {
			more := digits(text[n+1:])
			if more == 0 {
				break
			}
			n += 1 + more
		}
		return n
	}
	for _, roman := range []string{"ivx", "IVX"} {
		if n := len(text) - len(bytes.TrimLeft(text, roman)); n > 1 && n < 6 {
			return n
		}
	}
	if r, size := utf8.DecodeRune(text); unicode.IsLetter(r) {
		return size
	}
	return 0
}

func digits(text []byte) int {
	n, count := 0, 0
	for n < len(text) {
		r, size := utf8.DecodeRune(text[n:])
		if !unicode.IsDigit(r) {
			break
		}
		n += size
		count++
	}
	if count > maxDigits {
		return 0
	}
	return n
}
