package locale

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// scan is a place in a text that is read in a language. It is copied to try a
// reading and to go back. Every step reads a bounded stretch, so that trying
// all readings at all places is linear in the text.
type scan struct {
	*lexicon
	l    *Locale
	text string
	at   int
}

// longestWord bounds the bytes of a word of the calendar.
const longestWord = 48

func (l *Locale) scanAt(text string, at int) scan {
	return scan{lexicon: l.lexicon(), l: l, text: text, at: at}
}

// peek gives the character at the place, 0 at the end.
func (s *scan) peek() rune {
	if s.at >= len(s.text) {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(s.text[s.at:])
	return r
}

// skip steps over the character at the place.
func (s *scan) skip() {
	_, size := utf8.DecodeRuneInString(s.text[s.at:])
	s.at += size
}

// accept steps over the next character if it is one of set.
func (s *scan) accept(set string) bool {
	r := s.peek()
	if r == 0 || r == utf8.RuneError || !strings.ContainsRune(set, r) {
		return false
	}
	s.skip()
	return true
}

// blank steps over up to four spaces and marks of direction and reports
// whether there was one.
func (s *scan) blank() bool {
	start := s.at
	for range 4 {
		if r := s.peek(); !unicode.IsSpace(r) && !directional(r) {
			break
		}
		s.skip()
	}
	return s.at > start
}

// directional reports whether r is a mark of Unicode's bidirectional algorithm
// (UAX #9, section 2), which nobody sees.
func directional(r rune) bool {
	return r == '\u200e' || r == '\u200f' || r == '\u061c' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// digits reads a whole number of least to most digits.
func (s *scan) digits(least, most int) (n int, ok bool) {
	t := *s
	count := 0
	for ; count <= most; count++ {
		d := digit(t.text[t.at:])
		if d < 0 {
			break
		}
		n = 10*n + d
		t.skip()
	}
	if count < least || count > most {
		return 0, false
	}
	*s = t
	return n, true
}

// word reads the letters at the place, folded into buf, which lookups in a map
// take without copying.
func (s *scan) word(buf *[longestWord]byte) ([]byte, bool) {
	t := *s
	word := buf[:0]
	if !unicode.IsLetter(s.peek()) {
		return nil, false
	}
	for len(word) <= longestWord-utf8.UTFMax {
		r := t.peek()
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			*s = t
			return word, len(word) > 0
		}
		if folded, ok := foldRune(r); ok {
			word = utf8.AppendRune(word, folded)
		}
		t.skip()
		if t.at-s.at > 2*longestWord {
			break
		}
	}
	return nil, false
}

// oneOf steps over the first of the words that stands at the place and is not
// part of a longer one.
func (s *scan) oneOf(words []string) bool {
	for _, word := range words {
		t := *s
		if t.over(word) && t.bounded(word) {
			*s = t
			return true
		}
	}
	return false
}

// over steps over the characters that fold to word.
func (s *scan) over(word string) bool {
	bound := s.at + 2*longestWord
	for s.at < bound {
		r := s.peek()
		folded, ok := foldRune(r)
		want, size := utf8.DecodeRuneInString(word)
		switch {
		case word == "" && (ok || r == 0 || directional(r)):
			return true
		case ok && (folded != want || r == 0):
			return false
		case ok:
			word = word[size:]
		}
		s.skip()
	}
	return false
}

// bounded reports whether the word before the place is not part of a longer one.
func (s *scan) bounded(word string) bool {
	last, _ := utf8.DecodeLastRuneInString(word)
	return s.l.Unspaced || !unicode.IsLetter(last) || !letter(s.text[s.at:])
}

// behind gives the folded text before the place, up to the space there and as
// far back as a word reaches.
func (s *scan) behind() string {
	start := max(0, s.at-longestWord)
	for start < s.at && !utf8.RuneStart(s.text[start]) {
		start++
	}
	return strings.TrimRight(lowered(s.text[start:s.at]), " ")
}

// ends reports whether what was read ends here: no letter or digit touches it.
func (s *scan) ends() bool {
	r := s.peek()
	if prev, _ := utf8.DecodeLastRuneInString(s.text[:s.at]); s.l.Unspaced && (r >= 0x2e80 || prev >= 0x2e80) {
		return true
	}
	return !unicode.IsLetter(r) && !unicode.IsMark(r) && digit(s.text[s.at:]) < 0
}

// begins reports whether a value may begin here: it is not the rest of a word,
// a number, a symbol or an address.
func (s *scan) begins() bool {
	prev, size := utf8.DecodeLastRuneInString(s.text[:s.at])
	before, _ := utf8.DecodeLastRuneInString(s.text[:s.at-size])
	switch {
	case prev == ':' && before == ':':
		return false
	case unicode.IsDigit(prev) || prev == '_' || prev == '#' || prev == '@' || prev == '\\':
		return false
	case unicode.IsLetter(prev) || unicode.IsMark(prev):
		return prev >= 0x2e80 && s.l.Unspaced || strings.ContainsRune("وفبلكـ", prev) && !unicode.IsDigit(before)
	case strings.ContainsRune("/.-\u2011", prev):
		return !unicode.IsLetter(before) && !unicode.IsDigit(before)
	case strings.ContainsRune(":,،+–—−‑~～", prev):
		return !unicode.IsDigit(before)
	}
	return true
}

// lowered gives text in lower case, with plain spaces and apostrophes, and without
// the marks and kashidas that Arabic words may be written with.
func lowered(text string) string {
	return strings.Map(func(r rune) rune {
		if folded, ok := foldRune(r); ok {
			return folded
		}
		return -1
	}, text)
}

func foldRune(r rune) (rune, bool) {
	switch {
	case r < 0x80:
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r, true
	case r == '\u0640', r >= '\u064b' && r <= '\u0652', directional(r):
		return 0, false
	case r == 'أ', r == 'إ', r == 'آ':
		return 'ا', true
	case r == '’', r == 'ʼ':
		return '\'', true
	case unicode.IsSpace(r):
		return ' ', true
	}
	return unicode.ToLower(r), true
}
