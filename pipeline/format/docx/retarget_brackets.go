package docx

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// pairingDepth is the number of open brackets that UAX #9, BD16, follows; text
// with more nesting is resolved without pairs from there on.
const pairingDepth = 63

// A bracketPair is an opening bracket and, once found, its closing one.
type bracketPair struct {
	open, close int // indexes of characters; close is 0 until it is found
	closing     rune
	latin, rtl  bool // what it encloses
}

// brackets applies N0: a pair that encloses RTL text is RTL; one that encloses
// Latin text alone is Latin after Latin text and RTL elsewhere.
func (b *bidiText) brackets(text []byte) {
	next := b.pairs(text)
	before := bidi.R
	for i := range b.chars {
		for len(next) > 0 && next[0].open == i {
			b.pair(next[0], before)
			next = next[1:]
		}
		if d := direction(b.chars[i].class); d != bidi.ON {
			before = d
		}
	}
}

func (b *bidiText) pair(p bracketPair, before bidi.Class) {
	d := bidi.R
	switch {
	case p.close == 0 || !p.latin && !p.rtl:
		return
	case !p.rtl && before == bidi.L:
		d = bidi.L
	}
	b.chars[p.open].class, b.chars[p.close].class = d, d
}

// pairs finds the brackets that close (BD16), in the order of their opening,
// among those that do not.
func (b *bidiText) pairs(text []byte) []bracketPair {
	var pairs []bracketPair
	var open []int // indexes of pairs
	for i, c := range b.chars {
		if d := direction(c.class); d != bidi.ON {
			if n := len(open); n > 0 {
				enclose(&pairs[open[n-1]], d == bidi.L, d == bidi.R)
			}
			continue
		}
		at := text[c.at:]
		switch p, n := bidi.Lookup(at); {
		case p.IsOpeningBracket() && len(open) == pairingDepth:
			return pairs
		case p.IsOpeningBracket():
			closing, _ := utf8.DecodeRuneInString(bidi.ReverseString(string(at[:n])))
			open = append(open, len(pairs))
			pairs = append(pairs, bracketPair{open: i, closing: closing})
		case p.IsBracket():
			r, _ := utf8.DecodeRune(at)
			open = closeBracket(pairs, open, i, r)
		}
	}
	return pairs
}

func enclose(p *bracketPair, latin, rtl bool) {
	p.latin, p.rtl = p.latin || latin, p.rtl || rtl
}

// closeBracket closes the innermost pair that waits for r and drops those open
// inside it; what a pair encloses, the pair around it encloses too.
func closeBracket(pairs []bracketPair, open []int, i int, r rune) []int {
	k := len(open) - 1
	for k >= 0 && pairs[open[k]].closing != r {
		k--
	}
	if k < 0 {
		return open
	}
	for n := len(open) - 1; n > 0 && n >= k; n-- {
		inner := pairs[open[n]]
		enclose(&pairs[open[n-1]], inner.latin, inner.rtl)
	}
	pairs[open[k]].close = i
	return open[:k]
}
