package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hexaglot/pipeline/locale"
)

// settled reports whether a text plainly needs no tidying that a reader would
// see: words, single spaces, and punctuation that clings to the word before it.
// It may be false of a tidy text; of an untidy one it never is true. It spares
// most texts the rules of typography.
func settled(text string, l *locale.Locale) bool {
	if !utf8.ValidString(text) || strings.ContainsAny(text[:min(len(text), 8)], ").°º") {
		return false
	}
	s := setting{l: l}
	for i, r := range text {
		if r == utf8.RuneError {
			return false
		}
		next, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
		if !s.allows(r, next) {
			return false
		}
		s.before = r
	}
	return s.open == 0
}

// setting is the state of a walk over a text.
type setting struct {
	l      *locale.Locale
	before rune // 0 at the beginning
	open   rune // the bracket that is open
}

const (
	tightLatin  = ",.;:?!"
	tightArabic = "،.؛:؟!"
	wideMarks   = "，。；：？！、"
)

// allows reports whether r may stand between what was before and next.
func (s *setting) allows(r, next rune) bool {
	switch {
	case r == tatweel:
		return false
	case s.l.Unspaced:
		return s.allowsWide(r)
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return r < 0x2e80
	case r >= '0' && r <= '9':
		return true
	case r == ' ' || r == '\u00a0':
		return s.before != ' ' && s.before != '\u00a0' && s.before != '(' && (unicode.IsLetter(next) || unicode.IsDigit(next) || next == '(' || next == 0)
	case r == '(' || r == ')':
		return s.bracket(r, next)
	case strings.ContainsRune(s.tight(), r):
		return s.afterWord(r) && (next == ' ' || next == 0)
	case r == '-' || r == '/' || r == '\'' && !s.l.RightToLeft:
		return unicode.IsLetter(s.before) && unicode.IsLetter(next)
	}
	return false
}

// afterWord reports whether what stands before a mark is a word, a number or a
// bracket that closed.
func (s *setting) afterWord(mark rune) bool {
	return unicode.IsLetter(s.before) || unicode.IsMark(s.before) || s.before == ')' || mark != ':' && unicode.IsDigit(s.before)
}

func (s *setting) tight() string {
	if s.l.RightToLeft {
		return tightArabic
	}
	return tightLatin
}

// bracket follows round brackets, one at a time.
func (s *setting) bracket(r, next rune) bool {
	if r == '(' {
		ok := s.open == 0 && s.before == ' ' && unicode.IsLetter(next)
		s.open = r
		return ok
	}
	ok := s.open == '(' && (unicode.IsLetter(s.before) || unicode.IsMark(s.before)) && (next == ' ' || next == 0 || strings.ContainsRune(s.tight(), next))
	s.open = 0
	return ok
}

// allowsWide is allows for Chinese: no spaces, and marks as wide as characters.
func (s *setting) allowsWide(r rune) bool {
	switch {
	case unicode.Is(unicode.Han, r) || r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)):
		return true
	case strings.ContainsRune(wideMarks, r):
		return unicode.Is(unicode.Han, s.before)
	case r == '（' && s.open == 0:
		s.open = r
		return true
	case r == '）' && s.open == '（' && s.before != '（':
		s.open = 0
		return true
	}
	return false
}
