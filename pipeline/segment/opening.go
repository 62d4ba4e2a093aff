package segment

import (
	"unicode"
	"unicode/utf8"
)

// opening is how a sentence begins: with white space and opening marks.
type opening struct {
	end     int // where its first word begins
	bracket bool
}

// opening reads the opening of the present sentence once.
func (s *scanner) opening() opening {
	if s.lead.end > 0 {
		return s.lead
	}
	s.lead.end = s.start
	for s.lead.end < len(s.text) {
		r, width := utf8.DecodeRuneInString(s.text[s.lead.end:])
		if !isOpener(r) && !unicode.IsSpace(r) {
			break
		}
		s.lead.bracket = s.lead.bracket || unicode.Is(unicode.Ps, r)
		s.lead.end += width
	}
	return s.lead
}

// first reports whether nothing but the opening stands before at.
func (s *scanner) first(at int) bool { return at <= s.opening().end }
