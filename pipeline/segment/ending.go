package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ends reports whether the sentence ends at e.
func (s *scanner) ends(e ending) bool {
	if e.next == len(s.text) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(s.text[e.next:])
	if isTerminator(r) || isContinuer(r) || s.bracketed(e) {
		return false
	}
	n := s.following(e.next)
	switch e.kind {
	case wide:
		return s.wideEnds(e)
	case question:
		return s.separated(e, r) && !n.lower && !s.holdsTitle(e)
	case ellipsis:
		return s.ellipsisEnds(e, n)
	default:
		return s.fullStopEnds(e, n)
	}
}

// bracketed reports terminators that stand for themselves: (?), […], and an
// ellipsis that begins the sentence or a quotation in it.
func (s *scanner) bracketed(e ending) bool {
	r, _ := utf8.DecodeLastRuneInString(s.text[s.start:e.from])
	if e.kind == ellipsis && (s.first(e.from) || r == ':' || r == '：' || unicode.Is(unicode.Pi, r)) {
		return true
	}
	return unicode.Is(unicode.Ps, r)
}

// separated reports whether what follows e may begin a sentence although no
// white space stands between.
func (s *scanner) separated(e ending, next rune) bool {
	return e.next > e.closed || isHan(next) || isSentenceOpener(next) || unicode.Is(unicode.Pi, next)
}

func (s *scanner) wideEnds(e ending) bool {
	if strings.HasPrefix(s.text[e.from:], "。") {
		return true
	}
	return !s.holdsTitle(e) && !s.aside(e) && (e.closed == e.to || !s.goesOn(e.next))
}

// holdsTitle reports a question or exclamation that is the title of a work:
// 《谁来付费？》一书.
func (s *scanner) holdsTitle(e ending) bool {
	r, _ := utf8.DecodeRuneInString(s.text[e.to:])
	return r == '》' || r == '〉'
}

// aside reports a question or exclamation in brackets within a sentence, which
// GB/T 15834-2011, 4.9, allows: 他（真的吗？）同意了.
func (s *scanner) aside(e ending) bool {
	last, _ := utf8.DecodeLastRuneInString(s.text[:e.closed])
	return (last == '）' || last == ')') && !s.opening().bracket
}

// goesOn reports whether the text at from begins with a continuation of the
// language's rules.
func (s *scanner) goesOn(from int) bool {
	for _, c := range s.rules.continuations {
		if strings.HasPrefix(s.text[from:], c) {
			return true
		}
	}
	return false
}

func (s *scanner) ellipsisEnds(e ending, n following) bool {
	if e.next == e.closed {
		return isHan(n.first) && utf8.RuneCountInString(s.text[e.from:e.to]) > 1 && !s.goesOn(e.next)
	}
	return !n.lower && !unicode.IsDigit(n.first) && !s.goesOn(e.next)
}

func (s *scanner) fullStopEnds(e ending, n following) bool {
	if e.next == e.closed {
		before, _ := utf8.DecodeLastRuneInString(s.text[:e.from])
		return isHan(before) && unicode.IsUpper(n.first)
	}
	if n.lower {
		return false
	}
	x := s.exception(e.from)
	if e.closed > e.to {
		x = x.afterCloser()
	}
	switch x {
	case never:
		return false
	case beforeNumber:
		return !n.numeric
	case beforeName:
		return s.rules.starts(n)
	default:
		return true
	}
}
