package docx

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// A bidiChar is a character of a paragraph: where it begins and, after
// resolution, L or R.
type bidiChar struct {
	class bidi.Class
	at    int32
}

// A bidiSpan is a stretch of a paragraph of one direction; it begins where the
// span before it ends.
type bidiSpan struct {
	end int
	rtl bool
}

// A bidiText resolves the directions of paragraphs, one after another; it keeps
// its memory.
type bidiText struct {
	chars []bidiChar
	spans []bidiSpan
}

// resolve gives the spans of text, one paragraph in UTF-8, in an RTL paragraph by the Unicode Bidirectional Algorithm (UAX #9, rules W1 to L1
// at paragraph level 1): LTR where a character resolves to L, RTL elsewhere,
// numbers included, which Word orders within their rtl run.
//
// It departs from the algorithm where a paragraph says more than its
// characters do:
//
//   - a word of ASCII that holds a letter is Latin throughout, so that 42-A,
//     3GPP-2 and the last slash of a URL stay together, and so is a telephone
//     number with its country code;
//   - an Arabic comma with a space after it is RTL, even in a list of Latin words;
//   - text with Latin letters and no RTL letter is LTR as a whole;
//   - explicit formatting characters are neutral: rtl says what they would.
//
// The result is valid until the next call. Time is linear in len(text).
func (b *bidiText) resolve(text []byte) []bidiSpan {
	b.spans = b.spans[:0]
	seen := b.classify(text)
	if b.telephones(text) {
		seen |= classes(bidi.L)
	}
	switch {
	case seen&classes(bidi.L) == 0:
		b.spans = append(b.spans, bidiSpan{len(text), true})
	case seen&classes(bidi.R, bidi.AL) == 0:
		b.spans = append(b.spans, bidiSpan{len(text), false})
	default:
		b.latinWords(text)
		b.weak(seen)
		if seen&classes(bidi.ON) != 0 {
			b.brackets(text)
		}
		b.neutral()
		b.join(len(text))
	}
	return b.spans
}

// A classSet is a set of bidi classes.
type classSet uint32

func classes(list ...bidi.Class) (s classSet) {
	for _, c := range list {
		s |= 1 << c
	}
	return s
}

// classify fills in the classes and says which there are.
func (b *bidiText) classify(text []byte) (seen classSet) {
	b.chars = b.chars[:0]
	for i := 0; i < len(text); {
		p, n := bidi.Lookup(text[i:])
		class := p.Class()
		if bytes.HasPrefix(text[i:], []byte(arabicComma)) {
			class = bidi.AL
		}
		seen |= 1 << class
		b.chars = append(b.chars, bidiChar{class, int32(i)})
		i += max(n, 1)
	}
	return seen
}

// arabicComma is the comma of a sentence; without the space it can be a decimal
// separator.
const arabicComma = "\u060c "

// latinWords makes words of ASCII with a letter L; the brackets and quotation
// marks around them keep their class.
func (b *bidiText) latinWords(text []byte) {
	for i := 0; i < len(b.chars); {
		end := i
		for end < len(b.chars) && isWordByte(text[b.chars[end].at]) {
			end++
		}
		if end == i {
			i++
			continue
		}
		b.latinWord(text, i, end)
		i = end
	}
}

func isWordByte(c byte) bool {
	return c > ' ' && c < utf8.RuneSelf && c != '(' && c != ')' && c != '[' && c != ']' && c != '"' && c != '<' && c != '>'
}

func (b *bidiText) latinWord(text []byte, start, end int) {
	word := text[b.chars[start].at : int(b.chars[end-1].at)+1]
	first, last, url := edges(word)
	if first < 0 {
		return
	}
	if url {
		last = len(word) - 1
	}
	for last > 0 && isTrailing(word[last]) {
		last--
	}
	for i := start + first; i <= start+last; i++ {
		b.chars[i].class = bidi.L
	}
}

// edges gives the first and last letter or digit of a word, and whether it is
// an address; first is -1 for a word without a letter.
func edges(word []byte) (first, last int, url bool) {
	first, letter := -1, false
	for i, c := range word {
		isLetter := c|0x20 >= 'a' && c|0x20 <= 'z'
		if isLetter || c >= '0' && c <= '9' {
			if first < 0 {
				first = i
			}
			last = i
		}
		letter = letter || isLetter
		url = url || c == '@' || c == ':' && i+2 < len(word) && word[i+1] == '/' && word[i+2] == '/'
	}
	if !letter {
		first = -1
	}
	return first, last, url || first == 0 && len(word) > 4 && string(word[:4]) == "www."
}

func isTrailing(c byte) bool {
	switch c {
	case '.', ',', ';', ':', '!', '?', '\'':
		return true
	}
	return false
}

// telephones makes "+41 22 730 5111" L and says whether there are any.
func (b *bidiText) telephones(text []byte) (found bool) {
	if bytes.IndexByte(text, '+') < 0 {
		return false
	}
	for i := 0; i+1 < len(b.chars); i++ {
		if text[b.chars[i].at] != '+' || !isDigit(text[b.chars[i+1].at]) {
			continue
		}
		last, j := i+1, i+1
		for ; j < len(b.chars) && isPhone(text[b.chars[j].at:]); j++ {
			if isDigit(text[b.chars[j].at]) {
				last = j
			}
		}
		for ; i <= last; i++ {
			b.chars[i].class = bidi.L
		}
		i, found = j-1, true
	}
	return found
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isPhone(text []byte) bool {
	switch r, _ := utf8.DecodeRune(text); r {
	case ' ', '-', '.', '(', ')', '\u00a0', '\u202f', '\u2011':
		return true
	default:
		return isDigit(text[0])
	}
}

// weak applies W1 to W7; explicit formatting and boundary neutrals go with the
// character before them, as marks do. Text without weak classes is left alone.
func (b *bidiText) weak(seen classSet) {
	if seen&^classes(bidi.L, bidi.R, bidi.AL, bidi.WS, bidi.S, bidi.B, bidi.ON, bidi.CS, bidi.ES) == 0 {
		return
	}
	before, strong := bidi.R, bidi.R
	for i := range b.chars {
		c := &b.chars[i]
		switch c.class {
		case bidi.NSM, bidi.BN:
			c.class = before
		case bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO, bidi.PDF, bidi.LRI, bidi.RLI, bidi.FSI, bidi.PDI:
			c.class = bidi.ON
		case bidi.L, bidi.R, bidi.AL:
			strong = c.class
		case bidi.EN:
			if strong == bidi.AL {
				c.class = bidi.AN
			}
		}
		before = c.class
	}
	b.separators()
	b.terminators()
	b.numbers()
}

// separators applies W4: one separator between two numbers is of their class.
func (b *bidiText) separators() {
	for i := 1; i+1 < len(b.chars); i++ {
		c, prev, next := b.chars[i].class, b.chars[i-1].class, b.chars[i+1].class
		if prev != next {
			continue
		}
		if (c == bidi.ES || c == bidi.CS) && prev == bidi.EN || c == bidi.CS && prev == bidi.AN {
			b.chars[i].class = prev
		}
	}
}

// terminators applies W5: terminators beside European numbers are numbers.
func (b *bidiText) terminators() {
	for i := 0; i < len(b.chars); {
		end := b.stretch(i, bidi.ET)
		if end == i {
			i++
			continue
		}
		if i > 0 && b.chars[i-1].class == bidi.EN || end < len(b.chars) && b.chars[end].class == bidi.EN {
			b.fill(i, end, bidi.EN)
		}
		i = end
	}
}

// numbers applies W7, and W6 by leaving what is left to the neutral rules:
// European numbers after Latin text are Latin.
func (b *bidiText) numbers() {
	strong := bidi.R
	for i := range b.chars {
		switch c := &b.chars[i]; c.class {
		case bidi.L:
			strong = bidi.L
		case bidi.R, bidi.AL:
			c.class, strong = bidi.R, bidi.R
		case bidi.EN:
			if strong == bidi.L {
				c.class = bidi.L
			}
		}
	}
}

// stretch gives the end of the characters of that class from i on.
func (b *bidiText) stretch(i int, class bidi.Class) int {
	for i < len(b.chars) && b.chars[i].class == class {
		i++
	}
	return i
}

func (b *bidiText) fill(start, end int, class bidi.Class) {
	for i := start; i < end; i++ {
		b.chars[i].class = class
	}
}

// direction gives L or R for a strong class or number, and ON for neutrals.
func direction(c bidi.Class) bidi.Class {
	switch c {
	case bidi.L:
		return bidi.L
	case bidi.R, bidi.AL, bidi.EN, bidi.AN:
		return bidi.R
	}
	return bidi.ON
}

// neutral applies N1 and N2: neutrals between Latin text are Latin, all others
// take the direction of the paragraph.
func (b *bidiText) neutral() {
	before := bidi.R
	for i := 0; i < len(b.chars); {
		if d := direction(b.chars[i].class); d != bidi.ON {
			b.chars[i].class, before = d, d
			i++
			continue
		}
		end := i
		for end < len(b.chars) && direction(b.chars[end].class) == bidi.ON {
			end++
		}
		d := bidi.R
		if before == bidi.L && end < len(b.chars) && b.chars[end].class == bidi.L {
			d = bidi.L
		}
		b.settle(i, end, d)
		i = end
	}
}

// settle gives neutrals their direction; tabs, and the spaces before them, take
// that of the paragraph (L1).
func (b *bidiText) settle(start, end int, d bidi.Class) {
	tab := false
	for i := end - 1; i >= start; i-- {
		c := &b.chars[i]
		tab = c.class == bidi.S || tab && c.class == bidi.WS
		if c.class = d; tab {
			c.class = bidi.R
		}
	}
}

func (b *bidiText) join(size int) {
	for i, c := range b.chars {
		rtl := c.class != bidi.L
		if i > 0 && rtl == b.spans[len(b.spans)-1].rtl {
			continue
		}
		if i > 0 {
			b.spans[len(b.spans)-1].end = int(c.at)
		}
		b.spans = append(b.spans, bidiSpan{size, rtl})
	}
}
