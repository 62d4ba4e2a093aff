package locale

import "strings"

// plainNumber is a number that counts something the text names beside it.
//
// Its key is the value with ASCII digits, "." before decimals and no grouping:
// "3000", "-5", "1580000000".
type plainNumber struct{ numeral }

func readNumber(l *Locale, text string, at int) (said, int, bool) {
	n, end, certain := l.numeral(text, at)
	if end < 0 || !l.endsAt(text, end) || n.decimal != "" && versioned(text, at) {
		return nil, 0, false
	}
	return plainNumber{n}, end, certain && (!l.heading(n) || !whole(text, at, end))
}

// heading reports whether n, where it is the whole text, may be the number of a
// heading: 3.1 in a language whose decimals follow a point.
func (l *Locale) heading(n numeral) bool {
	return n.decimal != "" && len(n.whole) < 3 && n.zeros == 0 && n.sign == "" && strings.HasPrefix(l.Decimal, ".")
}

// whole reports whether nothing but a few blanks stands around text[start:end].
func whole(text string, start, end int) bool {
	return start < numeralBytes && len(text)-end < numeralBytes && strings.TrimSpace(text[:start]) == "" && strings.TrimSpace(text[end:]) == ""
}

func (p plainNumber) key() string { return p.value() }

func (p plainNumber) write(to *Locale) (string, bool) { return to.number(p.numeral) }
