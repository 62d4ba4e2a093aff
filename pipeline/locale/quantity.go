package locale

import "strings"

// plainNumber is a number that counts something the text names beside it.
//
// Its key is the value with ASCII digits, "." before decimals and no grouping:
// "3000", "-5", "1580000000".
type plainNumber struct {
	numeral
	alone bool // it is the whole text: "3.1" may be a heading's number
}

func readNumber(l *Locale, text string, at int) (said, int, bool) {
	n, end, certain := l.numeral(text, at)
	if end < 0 || !l.ends(text, end) {
		return nil, 0, false
	}
	p := plainNumber{n, whole(text, at, end)}
	return p, end, certain && (!p.alone || n.decimal == "" || n.zeros > 0)
}

// whole reports whether nothing but blanks stands around text[start:end].
func whole(text string, start, end int) bool {
	return strings.TrimSpace(text[:start]) == "" && strings.TrimSpace(text[end:]) == ""
}

func (p plainNumber) key() string { return p.value() }

func (p plainNumber) write(to *Locale) (string, bool) { return to.number(p.numeral) }
