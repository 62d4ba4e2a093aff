package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// Breaks gives the byte offsets at which the sentences of text end, in order;
// the last is len(text). White space belongs to the sentence before it. An
// empty text has no sentences. The time is linear in len(text), whatever the
// text, which need not be valid UTF-8.
func Breaks(text string, lang language.Tag) []int {
	s := scanner{text: text, rules: rulesOf(lang)}
	for s.at < len(text) {
		s.step()
	}
	if s.start < len(text) {
		s.cut(len(text))
	}
	return s.breaks
}

// scanner walks a text from one possible boundary to the next.
type scanner struct {
	text    string
	rules   *rules
	start   int // where the present sentence begins
	at      int // how far the text is read
	lead    opening
	quotes  int // straight double quotation marks between start and counted
	counted int
	breaks  []int
	key     key
}

func (s *scanner) step() {
	for s.at < len(s.text) && !stops[s.text[s.at]] {
		s.at++
	}
	if s.at == len(s.text) {
		return
	}
	r, width := utf8.DecodeRuneInString(s.text[s.at:])
	switch {
	case isLineEnd(r):
		var paragraph bool
		if s.at, paragraph = space(s.text, s.at); paragraph {
			s.cut(s.at)
		}
	case isTerminator(r):
		e := s.ending()
		s.at = e.next
		if e.paragraph || s.ends(e) {
			s.cut(e.next)
		}
	default:
		s.at += width
	}
}

func (s *scanner) cut(at int) {
	s.breaks = append(s.breaks, at)
	s.start, s.counted, s.quotes, s.lead = at, at, 0, opening{}
}

// space gives the end of the white space at from, and whether it ends a
// paragraph: U+2029, or two line ends.
func space(text string, from int) (end int, paragraph bool) {
	lines := 0
	for end = from; end < len(text); {
		r, width := utf8.DecodeRuneInString(text[end:])
		if !unicode.IsSpace(r) {
			break
		}
		if r == '\u2029' {
			lines = 2
		} else if isLineEnd(r) && !strings.HasPrefix(text[end:], "\r\n") {
			lines++
		}
		end += width
	}
	return end, lines > 1
}

// ending is the end of what may be a sentence: terminators, closing marks,
// white space. All are byte offsets.
type ending struct {
	from      int  // the first terminator
	to        int  // after the terminators
	closed    int  // after the closing marks
	next      int  // after the white space
	paragraph bool // the white space ends a paragraph
	kind      endingKind
}

type endingKind uint8

const (
	fullStop endingKind = iota
	ellipsis
	question // or exclamation
	wide     // 。！？
)

func (s *scanner) ending() ending {
	e := ending{from: s.at}
	e.to, e.kind = terminators(s.text, s.at)
	e.closed = s.closers(e.to)
	e.next, e.paragraph = space(s.text, e.closed)
	for !e.paragraph && e.next < len(s.text) {
		r, width := utf8.DecodeRuneInString(s.text[e.next:])
		if !isLateCloser(r) {
			break
		}
		e.closed = s.closers(e.next + width)
		e.next, e.paragraph = space(s.text, e.closed)
	}
	return e
}

// terminators gives the end and the kind of the terminators at from.
func terminators(text string, from int) (end int, kind endingKind) {
	count := 0
	for end = from; end < len(text); count++ {
		r, width := utf8.DecodeRuneInString(text[end:])
		if !isTerminator(r) {
			break
		}
		switch {
		case isWide(r):
			kind = wide
		case isEllipsis(r), isFullStop(r) && count > 0:
			kind = max(kind, ellipsis)
		case !isFullStop(r):
			kind = max(kind, question)
		}
		end += width
	}
	return end, kind
}

// closers gives the end of the marks at from that belong to the sentence
// before them.
func (s *scanner) closers(from int) int {
	at := from
	for at < len(s.text) {
		r, width := utf8.DecodeRuneInString(s.text[at:])
		end := at + width
		switch {
		case r == '"' && s.openQuote(at), unicode.Is(unicode.Pi, r) && !s.spaceAt(end):
			return at
		case r == '[':
			if end = noteMark(s.text, at); end == at {
				return at
			}
		case !isCloser(r) && !isInvisible(r) && !unicode.Is(unicode.Pi, r):
			return at
		}
		at = end
	}
	return at
}

// openQuote reports whether the straight quotation mark at opens a quotation:
// those before it in the sentence are in pairs, and a word follows directly.
func (s *scanner) openQuote(at int) bool {
	if s.spaceAt(at + 1) {
		return false
	}
	s.quotes += strings.Count(s.text[s.counted:at], `"`)
	s.counted = at
	return s.quotes%2 == 0
}

func (s *scanner) spaceAt(at int) bool {
	r, _ := utf8.DecodeRuneInString(s.text[at:])
	return at == len(s.text) || unicode.IsSpace(r)
}

// noteMark gives the end of a note mark such as [12] at from, or from.
func noteMark(text string, from int) int {
	end := from + 1
	for end < len(text) && end < from+5 && text[end] >= '0' && text[end] <= '9' {
		end++
	}
	if end == from+1 || end == len(text) || text[end] != ']' {
		return from
	}
	return end + 1
}
