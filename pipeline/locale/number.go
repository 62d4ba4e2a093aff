package locale

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// split ranges over the variants of a data cell.
func split(cell string) iter.Seq[string] { return strings.SplitSeq(cell, "|") }

// Number is a number found in a text.
type Number struct {
	Value string // canonical: ASCII digits, "." before decimals, no leading zeros, no grouping
	Start int    // byte offset
	End   int    // byte offset, exclusive
}

// Numbers gives the numbers of text by value: digits of any script are read,
// grouping is dropped, the decimal separator of the language becomes a point,
// a word such as "million" or 万 multiplies
// the number before it, and the parts of a time or a range are numbers of their own (8 h 30 and
// 08:30 both give 8 and 30; 0830 before "hours" too).
func (l *Locale) Numbers(text string) []Number {
	var out []Number
	for i := 0; i < len(text); {
		if digit(text[i:]) < 0 {
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
			continue
		}
		n, end := l.scan(text, i)
		if zeros, size := l.scale(text[end:]); size > 0 {
			end += size
			n.Value, n.End = trimZeros(shift(n.Value, zeros)), end
			out = append(out, n)
		} else {
			out = append(out, clock(n, text[end:])...)
		}
		i = end
	}
	return out
}

// clock splits the four digits of "0830" into hours and minutes.
func clock(n Number, after string) []Number {
	digits := n.Value
	spoken := strings.HasPrefix(strings.TrimLeft(after, " \u00a0"), "hours")
	if len(digits) == 4 && (digits[0] == '0' || spoken) {
		mid := n.Start + (n.End-n.Start)/2
		return []Number{{trimZeros(digits[:2]), n.Start, mid}, {trimZeros(digits[2:]), mid, n.End}}
	}
	n.Value = trimZeros(digits)
	return []Number{n}
}

// digit gives the value of the decimal digit that s begins with, or -1.
func digit(s string) int {
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case r < 0x80 || !unicode.Is(unicode.Nd, r):
		return -1
	}
	// Unicode 16.0, section 4.6: decimal digits stand in contiguous runs of ten.
	zero := r
	for unicode.Is(unicode.Nd, zero-1) && r-zero < 9 {
		zero--
	}
	return int(r - zero)
}

// scan reads the number that starts at i.
func (l *Locale) scan(text string, i int) (Number, int) {
	f := l.figure(text, i)
	return Number{Value: f.value(), Start: i, End: f.end}, f.end
}

// figure is a number as it is written with digits.
type figure struct {
	whole, fraction string // ASCII digits; grouping dropped
	seps            []rune // between the groups of digits, the decimal one included
	end             int    // in the text, in bytes
}

// value drops the zeros that end the decimals.
func (f figure) value() string { return decimal(f.whole, strings.TrimRight(f.fraction, "0")) }

func decimal(whole, fraction string) string {
	if fraction == "" {
		return whole
	}
	return whole + "." + fraction
}

func (l *Locale) figure(text string, i int) figure {
	var groups []string
	var f figure
	for {
		var digits string
		digits, f.end = digitRun(text, i)
		groups = append(groups, digits)
		sep, size := utf8.DecodeRuneInString(text[f.end:])
		if size == 0 || digit(text[f.end+size:]) < 0 || !strings.ContainsRune(l.Decimal+l.Group, sep) {
			break
		}
		if !l.continues(groups, f.seps, sep, text[f.end+size:]) {
			break
		}
		f.seps = append(f.seps, sep)
		i = f.end + size
	}
	f.whole, f.fraction = l.parts(groups, f.seps)
	return f
}

// continues reports whether the digits after sep belong to the same number: a
// group of exactly three, or decimals after a decimal separator.
func (l *Locale) continues(groups []string, seps []rune, sep rune, after string) bool {
	next, _ := digitRun(after, 0)
	decimal := strings.ContainsRune(l.Decimal, sep)
	grouping := strings.ContainsRune(l.Group, sep) && len(next) == 3 && len(groups[0]) <= 3 &&
		!slices.ContainsFunc(seps, func(r rune) bool { return r != sep })
	return grouping || decimal && !slices.Contains(seps, sep)
}

// parts joins the groups: the last separator is decimal when the language says
// so and it stands once, and the group after it is not one of three that the
// same separator groups. Three zeros alone are thousands in any language: 3,000.
func (l *Locale) parts(groups []string, seps []rune) (whole, fraction string) {
	n := len(seps)
	if n == 0 {
		return groups[0], ""
	}
	last := seps[n-1]
	thousands := n == 1 && groups[1] == "000" && len(groups[0]) <= 3 && groups[0][0] != '0'
	group := strings.ContainsRune(l.Group, last) && len(groups[n]) == 3
	if strings.ContainsRune(l.Decimal, last) && !thousands && (!group || strings.HasPrefix(l.Decimal, string(last))) {
		return strings.Join(groups[:n], ""), groups[n]
	}
	return strings.Join(groups, ""), ""
}

// DigitRuns gives the runs of digits of text as they stand, in ASCII.
func DigitRuns(text string) []string {
	var out []string
	for i := 0; i < len(text); {
		digits, end := digitRun(text, i)
		if digits == "" {
			_, size := utf8.DecodeRuneInString(text[i:])
			end = i + size
		} else {
			out = append(out, digits)
		}
		i = end
	}
	return out
}

func digitRun(text string, i int) (digits string, end int) {
	var b strings.Builder
	for i < len(text) {
		d := digit(text[i:])
		if d < 0 {
			break
		}
		b.WriteByte(byte('0' + d))
		_, size := utf8.DecodeRuneInString(text[i:])
		i += size
	}
	return b.String(), i
}

func trimZeros(s string) string {
	trimmed := strings.TrimLeft(s, "0")
	if trimmed == "" || trimmed[0] == '.' {
		return "0" + trimmed
	}
	return trimmed
}
