package locale

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// numeral is a number as a text writes it, in no language.
type numeral struct {
	sign    string // as written: "", "-", "−"
	whole   string // ASCII digits, without grouping
	decimal string // as written: "50" in 2,50
	zeros   int    // of the scale word: 9 in "1,58 milliard"
	grouped bool
	bare    bool // the source's texts group no such number, so it may need to be
}

// numeralBytes bounds a numeral and the words that are looked at around it, in bytes.
const numeralBytes = 64

// value is the number in canonical form: "-1580000000", "2.5".
func (n numeral) value() string {
	v := trimZeros(shift(decimal(n.whole, n.decimal), n.zeros))
	if whole, fraction, ok := strings.Cut(v, "."); ok {
		v = decimal(whole, strings.TrimRight(fraction, "0"))
	}
	if n.sign == "" || v == "0" {
		return v
	}
	return "-" + v
}

// numeral reads the number that begins at text[at:], its sign and scale word
// with it; end is -1 where there is none. Codes with a leading zero are none.
// It is certain where its separators are those of the language's own texts.
func (l *Locale) numeral(text string, at int) (n numeral, end int, certain bool) {
	if _, digits := sign(text, at); digit(text[digits:]) < 0 || !l.opens(text, at) {
		return n, -1, false
	}
	return l.numeralAt(text, at)
}

// numeralAt is numeral whatever stands before it.
func (l *Locale) numeralAt(text string, at int) (n numeral, end int, certain bool) {
	n.sign, at = sign(text, at)
	if digit(text[at:]) < 0 {
		return n, -1, false
	}
	f := l.figure(window(text, at), 0)
	end = at + f.end
	n.whole, n.decimal = f.whole, f.fraction
	if f.end >= numeralBytes || len(f.whole) > 1 && f.whole[0] == '0' || decimals(text, end) {
		return n, -1, false
	}
	groups := len(f.seps)
	if n.decimal != "" {
		groups--
	}
	n.grouped = groups > 0
	n.bare = l.Figures.Bare && !n.grouped
	certain = l.houseStyle(f)
	n.zeros, end = l.scaleWord(text, end)
	if l.Unspaced && n.zeros > 0 {
		n, end = l.compound(n, text, end)
	}
	return n, end, certain
}

// window is the stretch of text in which a numeral must end.
func window(text string, at int) string {
	if len(text)-at <= numeralBytes {
		return text[at:]
	}
	end := at + numeralBytes
	for !utf8.RuneStart(text[end]) {
		end--
	}
	return text[at:end]
}

// sign reads a hyphen or minus that touches the digits after it.
func sign(text string, at int) (sign string, end int) {
	r, size := utf8.DecodeRuneInString(text[at:])
	if r == '-' || r == '−' || r == '\u2011' {
		return text[at : at+size], at + size
	}
	return "", at
}

// decimals reports whether a separator and more digits follow, which the
// language does not read as the same number: 3.1.1, 10,20.
func decimals(text string, end int) bool {
	r, size := utf8.DecodeRuneInString(text[end:])
	return strings.ContainsRune(".,'٫٬", r) && digit(text[end+size:]) >= 0
}

// houseStyle reports whether f is written with the separators of l's own texts,
// so that it can be read in one way only.
func (l *Locale) houseStyle(f figure) bool {
	usual, _ := utf8.DecodeRuneInString(l.Decimal)
	for i, sep := range f.seps {
		isDecimal := f.fraction != "" && i == len(f.seps)-1
		switch {
		case isDecimal && sep != usual && sep != '٫' && len(f.fraction) == 3,
			!isDecimal && !blank(sep) && !strings.ContainsRune(l.Figures.House, sep):
			return false
		}
	}
	return true
}

// scaleWord gives the power of ten of the word at text[end:], and where it ends,
// with the point of an abbreviation inside a sentence (тыс. человек).
func (l *Locale) scaleWord(text string, end int) (zeros, after int) {
	zeros, size := l.scale(window(text, end))
	end += size
	if size > 0 && strings.HasPrefix(text[end:], ".") && continued(text, end+1) {
		end++
	}
	return zeros, end
}

// continued reports whether a sentence goes on at text[at:].
func continued(text string, at int) bool {
	next := skipBlank(text, at)
	r, _ := utf8.DecodeRuneInString(text[next:])
	return next > at && unicode.IsLower(r)
}

// compound adds a smaller number that follows without a blank: 1亿5000万.
func (l *Locale) compound(n numeral, text string, end int) (numeral, int) {
	if n.decimal != "" || digit(text[end:]) < 0 {
		return n, end
	}
	f := l.figure(window(text, end), 0)
	zeros, after := l.scaleWord(text, end+f.end)
	if zeros >= n.zeros || f.fraction != "" || len(f.whole) > n.zeros-zeros {
		return n, end
	}
	n.whole += strings.Repeat("0", n.zeros-zeros-len(f.whole)) + f.whole
	n.zeros = zeros
	n.grouped = zeros == 0
	return n, after
}
