package fuzzy

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"hexaglot/pipeline/document"
)

// sign is what the comparison counts. The upper bits say of what: a letter is
// its code point; a word, a number and a code are hashes.
type sign uint32

const (
	wordSign   sign = 1 << 31
	numberSign sign = 1 << 30
	codeSign   sign = 1 << 29
	markSign   sign = 1 << 28
	aloneSign  sign = 1 << 27 // a letter that is a word of its own
	signKinds       = wordSign | numberSign | codeSign | markSign | aloneSign
	signHash   sign = 1<<27 - 1
)

// worded reports whether a sign is part of the wording: a letter or a word.
func (s sign) worded() bool { return s&(numberSign|codeSign|markSign) == 0 }

// FNV-1a, over code points.
const (
	seed  uint32 = 2166136261
	prime uint32 = 16777619
)

// speller writes a content in signs.
type speller struct {
	out    []sign
	hash   uint32 // of the word or number that is being read
	within class  // letter or digit while in one, else silent
	joint  rune   // a separator after a digit, not yet written; or 0
}

// spell appends the signs of c to out.
func spell(out []sign, c document.Content) []sign {
	if knotted(c.Text) {
		c = c.MapText(norm.NFKC.String)
	}
	s := speller{out: out}
	at := 0
	for i := range c.Codes {
		code := &c.Codes[i]
		to := min(max(code.Pos, at), len(c.Text))
		s.text(c.Text[at:to])
		s.out = append(s.out, codeSign|sign(hashCode(code))&signHash)
		at = to
	}
	s.text(c.Text[at:])
	s.end()
	return s.out
}

// knotted reports whether a text has to be composed.
func knotted(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return knottedFrom(text[i:])
		}
	}
	return false
}

func knottedFrom(text string) bool {
	for _, c := range text {
		if c >= utf8.RuneSelf && fold(c).knotted {
			return true
		}
	}
	return false
}

func (s *speller) text(text string) {
	for _, c := range text {
		f := fold(c)
		switch f.class {
		case letter:
			s.enter(letter)
			s.out = append(s.out, sign(f.char))
			s.hash = (s.hash ^ uint32(f.char)) * prime
		case digit:
			s.number(f.char)
		case mark:
			s.mark(f.char)
		case unspaced:
			s.end()
			s.out = append(s.out, aloneSign|sign(f.char))
		case space:
			s.end()
		}
	}
}

// enter begins a word or a number, unless it has begun.
func (s *speller) enter(c class) {
	if s.within != c {
		s.end()
		s.within, s.hash = c, seed
	}
}

func (s *speller) number(c rune) {
	s.enter(digit)
	if s.joint != 0 {
		s.hash = (s.hash ^ uint32(s.joint)) * prime
		s.joint = 0
	}
	s.hash = (s.hash ^ uint32(c)) * prime
}

// mark writes punctuation; a separator after a digit waits for what follows.
func (s *speller) mark(c rune) {
	if s.within == digit && s.joint == 0 && (c == '.' || c == ',' || c == ':' || c == '/') {
		s.joint = c
		return
	}
	s.end()
	s.out = append(s.out, markSign|sign(c))
}

// end closes the word or number that is being read.
func (s *speller) end() {
	switch s.within {
	case letter:
		s.out = append(s.out, wordSign|sign(spread(s.hash))&signHash)
	case digit:
		s.out = append(s.out, numberSign|sign(spread(s.hash))&signHash)
		if s.joint != 0 {
			s.out = append(s.out, markSign|sign(s.joint))
			s.joint = 0
		}
	}
	s.within = silent
}

func hashCode(c *document.Code) uint32 {
	h := (seed ^ uint32(c.Kind)) * prime
	for i := range len(c.Name) {
		h = (h ^ uint32(c.Name[i])) * prime
	}
	return spread(h)
}

// spread is the finalizer of MurmurHash3 (A. Appleby, public domain): each bit
// of h moves half of the others.
func spread(h uint32) uint32 {
	h = (h ^ h>>16) * 0x85ebca6b
	h = (h ^ h>>13) * 0xc2b2ae35
	return h ^ h>>16
}
