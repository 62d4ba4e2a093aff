package fuzzy

import (
	"strings"
	"sync/atomic"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// class is what a character is to the comparison.
type class uint8

const (
	silent   class = iota // no sign: direction marks, vowel marks, kashida, controls
	space                 // ends a word
	letter                // part of a word
	unspaced              // a letter of a script without spaces: a word of its own
	digit
	mark // punctuation and symbols
)

// folded is a character in its normal form. One that is joined to the character
// before it, or that becomes several, has knotted set: its text is composed
// first (Unicode Standard Annex #15, NFKC).
type folded struct {
	char    rune
	class   class
	knotted bool
}

// scripts are those that put no spaces between words.
var scripts = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo,
	unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan,
}

// tashkil are the Arabic vowel marks and the kashida. The marks of hamza and
// madda are letters.
var tashkil = &unicode.RangeTable{R16: []unicode.Range16{
	{Lo: 0x0610, Hi: 0x061A, Stride: 1},
	{Lo: 0x0640, Hi: 0x0640, Stride: 1},
	{Lo: 0x064B, Hi: 0x0652, Stride: 1},
	{Lo: 0x0656, Hi: 0x065F, Stride: 1},
	{Lo: 0x0670, Hi: 0x0670, Stride: 1},
	{Lo: 0x06D6, Hi: 0x06DC, Stride: 1},
	{Lo: 0x06DF, Hi: 0x06E4, Stride: 1},
	{Lo: 0x06E7, Hi: 0x06E8, Stride: 1},
	{Lo: 0x06EA, Hi: 0x06ED, Stride: 1},
}}

// plain replaces quotation marks and hyphens by those of a keyboard.
var plain = strings.NewReplacer("‘", "'", "’", "'", "‚", "'", "‛", "'", "ʼ", "'",
	"“", `"`, "”", `"`, "„", `"`, "‟", `"`, "‐", "-", "‑", "-", "−", "-")

// rows hold the normal forms of 256 characters each; one is made when it is
// first asked for.
var rows [256]atomic.Pointer[[256]folded]

func fold(c rune) folded {
	if uint32(c) > 0xFFFF {
		return newFolded(c)
	}
	row := rows[c>>8].Load()
	if row == nil {
		row = newRow(c &^ 0xFF)
		rows[c>>8].Store(row)
	}
	return row[c&0xFF]
}

func newRow(first rune) *[256]folded {
	row := new([256]folded)
	for i := range row {
		row[i] = newFolded(first + rune(i))
	}
	return row
}

func newFolded(c rune) folded {
	if isSilent(c) {
		return folded{char: c}
	}
	text := string(c)
	out := []rune(plain.Replace(norm.NFKC.String(text)))
	if unicode.IsSpace(c) {
		return folded{char: ' ', class: space}
	}
	if len(out) != 1 || !norm.NFKC.PropertiesString(text).BoundaryBefore() {
		return folded{char: lower(c), class: classOf(c), knotted: true}
	}
	f := folded{char: lower(out[0]), class: classOf(out[0])}
	if f.class == digit {
		f.char = '0' + value(f.char)
	}
	return f
}

// isSilent reports whether a character leaves no trace in the comparison.
func isSilent(c rune) bool {
	return unicode.Is(tashkil, c) || unicode.Is(unicode.Variation_Selector, c) ||
		unicode.In(c, unicode.Cf, unicode.Cc) && !unicode.IsSpace(c)
}

func classOf(c rune) class {
	switch {
	case isSilent(c):
		return silent
	case unicode.IsSpace(c):
		return space
	case unicode.IsDigit(c):
		return digit
	case unicode.In(c, scripts...):
		return unspaced
	case unicode.IsLetter(c) || unicode.IsMark(c):
		return letter
	default:
		return mark
	}
}

// lower takes the case off a letter; the final sigma is a sigma.
func lower(c rune) rune { return unicode.ToLower(unicode.ToUpper(c)) }

// value gives the value of a decimal digit of any script: they stand in tens,
// from zero to nine.
func value(c rune) rune {
	n := rune(0)
	for n < 9 && unicode.IsDigit(c-n-1) {
		n++
	}
	return n
}
