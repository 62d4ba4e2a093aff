package locale

import (
	"slices"
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

// word reads the letters at the place, folded.
func (s *scan) word() (string, bool) {
	t := *s
	for t.at-s.at <= longestWord {
		r := t.peek()
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		t.skip()
	}
	if t.at == s.at || t.at-s.at > longestWord {
		return "", false
	}
	word := fold(s.text[s.at:t.at])
	*s = t
	return word, true
}

// oneOf steps over the first of the words that stands at the place and is not
// part of a longer one.
func (s *scan) oneOf(words []string) bool {
	if len(words) == 0 || s.at >= len(s.text) {
		return false
	}
	ahead := fold(s.text[s.at:s.within(longestWord)])
	i := slices.IndexFunc(words, func(w string) bool { return strings.HasPrefix(ahead, w) && s.bounded(w, ahead) })
	if i < 0 {
		return false
	}
	s.over(words[i])
	return true
}

// within gives the place at most size bytes ahead, where a character begins.
func (s *scan) within(size int) int {
	end := min(s.at+size, len(s.text))
	for end < len(s.text) && !utf8.RuneStart(s.text[end]) {
		end--
	}
	return end
}

func (s *scan) bounded(word, ahead string) bool {
	last, _ := utf8.DecodeLastRuneInString(word)
	return s.l.Unspaced || !unicode.IsLetter(last) || len(ahead) == len(word) || !letter(ahead[len(word):])
}

// over steps over as many characters as fold to word.
func (s *scan) over(word string) {
	start := s.at
	for s.at < len(s.text) && len(fold(s.text[start:s.at])) < len(word) {
		s.skip()
	}
	for unicode.IsMark(s.peek()) || s.peek() == '\u0640' {
		s.skip()
	}
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

// fold gives text in lower case, with plain spaces and apostrophes, and without
// the marks and kashidas that Arabic words may be written with.
func fold(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r < 0x80:
			return unicode.ToLower(r)
		case r == '\u0640', r >= '\u064b' && r <= '\u0652', directional(r):
			return -1
		case r == 'أ', r == 'إ', r == 'آ':
			return 'ا'
		case r == '’', r == 'ʼ':
			return '\''
		case unicode.IsSpace(r):
			return ' '
		}
		return unicode.ToLower(r)
	}, text)
}
