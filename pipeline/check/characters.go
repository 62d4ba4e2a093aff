package check

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Characters reports characters that no text should hold and that its source
// does not: control characters, U+FFFD, unassigned and private ones, those of no
// width, marks of direction without their end, and a word that mixes letters of
// scripts that look alike. МСЭ-T is two words, and each of them is right.
var Characters = Check{
	Name: "characters", Doc: "characters that nobody sees or should see, and mixed scripts within a word", IssueType: "characters", Severity: Error, Run: characters,
}

func characters(p Pair) []Finding {
	if plainASCII(p.Target.Text) {
		return nil
	}
	out := p.forbidden()
	out = append(out, p.directions()...)
	return append(out, p.mixed()...)
}

func plainASCII(text string) bool {
	for i := range len(text) {
		if c := text[i]; c >= 0x7f || c < ' ' && c != '\n' {
			return false
		}
	}
	return true
}

// class is a class of characters that a text should not hold.
type class struct {
	id, text string // of the message
	severity Severity
	holds    func(r rune) bool
}

var classes = []class{
	{"check-character-lost", "{Character} stands for a character that was lost", Error, func(r rune) bool { return r == utf8.RuneError }},
	{"check-character-control", "{Character} is a control character", Error, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }},
	{"check-character-private", "{Character} means nothing outside one font", Error, private},
	{"check-character-unassigned", "{Character} is no character of Unicode", Error, unassigned},
	{"check-character-unseen", "{Character} has no width: nobody sees it", Warning, unseenRune},
}

// forbidden gives a finding for each class of which the target has a character
// that the source has not.
func (p Pair) forbidden() []Finding {
	var out []Finding
	for _, c := range classes {
		at := strings.IndexFunc(p.Target.Text, func(r rune) bool { return c.holds(r) && !strings.ContainsRune(p.Source.Text, r) })
		if at < 0 || c.id == "check-character-unseen" && p.joins(at) {
			continue
		}
		r, size := utf8.DecodeRuneInString(p.Target.Text[at:])
		out = append(out, found("characters", c.severity, c.id, c.text, "Character", fmt.Sprintf("U+%04X", r)).at(Span{}, Span{at, at + size}))
	}
	return out
}

func private(r rune) bool {
	return r >= 0xe000 && r <= 0xf8ff || r >= 0xf0000 && r <= 0x10ffff
}

// unassigned reports whether Unicode gives r no meaning, which includes
// noncharacters. Its version is that of the Go release.
func unassigned(r rune) bool { return unicode.Is(unicode.Cn, r) && !private(r) }

// unseenRune reports whether r has no width and no effect that the six
// languages need: zero-width space, word joiner, byte order mark, tags,
// variation selectors aside. Marks of direction are looked at by themselves.
func unseenRune(r rune) bool {
	return r >= 0x200b && r <= 0x200d || r >= 0x2060 && r <= 0x2064 || r == 0xfeff || r == 0x180e || r == 0x034f ||
		r == 0x115f || r == 0x1160 || r == 0x3164 || r == 0xffa0 || r >= 0xe0000 && r <= 0xe007f
}

// joins reports whether the character at a place joins or divides two letters
// of the Arabic script, as U+200C and U+200D do.
func (p Pair) joins(at int) bool {
	r, size := utf8.DecodeRuneInString(p.Target.Text[at:])
	before, _ := utf8.DecodeLastRuneInString(p.Target.Text[:at])
	after, _ := utf8.DecodeRuneInString(p.Target.Text[at+size:])
	return (r == 0x200c || r == 0x200d) && (unicode.Is(unicode.Arabic, before) || unicode.Is(unicode.Arabic, after))
}

// directions reports marks of direction that are opened and not closed, or the
// other way round (UAX #9, section 2), and in a text from left to right those
// that nothing calls for.
func (p Pair) directions() []Finding {
	at := unbalanced(p.Target.Text)
	if at < 0 {
		return nil
	}
	r, size := utf8.DecodeRuneInString(p.Target.Text[at:])
	return []Finding{found("characters", Error, "check-direction", "{Character} turns the direction of the text and has no other half",
		"Character", fmt.Sprintf("U+%04X", r)).at(Span{}, Span{at, at + size})}
}

// unbalanced gives the place of the first mark of direction without its other
// half, -1 where there is none. A line end closes all.
func unbalanced(text string) int {
	type opened struct {
		at  int
		end rune
	}
	var open []opened
	for i, r := range text {
		switch {
		case r == '\u202a' || r == '\u202b' || r == '\u202d' || r == '\u202e':
			open = append(open, opened{i, '\u202c'})
		case r >= '\u2066' && r <= '\u2068':
			open = append(open, opened{i, '\u2069'})
		case r == '\u202c' || r == '\u2069':
			n := len(open) - 1
			if n < 0 || open[n].end != r {
				return i
			}
			open = open[:n]
		}
	}
	if len(open) > 0 {
		return open[0].at
	}
	return -1
}
