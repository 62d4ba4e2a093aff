package locale

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Spells reports whether text says the number with words: the cardinals and
// ordinals up to twelve, the month of that number, the ordinals of Ordinals,
// and numerals in characters where the language has them (七十六).
func (l *Locale) Spells(text, value string) bool {
	n, err := strconv.Atoi(value)
	if err != nil || n < 0 {
		return false
	}
	lower := strings.ToLower(text)
	if n < len(l.Cardinals) && l.hasAny(lower, l.Cardinals[n]) {
		return true
	}
	if n >= 1 && n <= len(l.Months) && l.hasAny(lower, l.Months[n-1]) {
		return true
	}
	if l.roman(text, n) {
		return true
	}
	for word, m := range l.Ordinals {
		if m == n && l.has(lower, word) {
			return true
		}
	}
	return l.Unspaced && strings.Contains(lower, hanNumeral(n))
}

// Month gives the number of the month that word names, from 1; 0 for none.
func (l *Locale) Month(word string) int {
	lower := strings.ToLower(word)
	for i, cell := range l.Months {
		for name := range split(cell) {
			if name == lower {
				return i + 1
			}
		}
	}
	return 0
}

// MonthsIn gives the months that text names, from 1, in order.
func (l *Locale) MonthsIn(text string) []int {
	lower := strings.ToLower(text)
	var out []int
	for i, names := range l.Months {
		if l.hasAny(lower, names) {
			out = append(out, i+1)
		}
	}
	return out
}

func (l *Locale) hasAny(text, cell string) bool {
	for word := range split(cell) {
		if l.has(text, word) {
			return true
		}
	}
	return false
}

// has reports whether word stands in text as a word of its own.
func (l *Locale) has(text, word string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], word)
		if i < 0 {
			return false
		}
		start, end := at+i, at+i+len(word)
		if l.Unspaced || bounded(text, start, end) {
			return true
		}
		at = end
	}
}

// bounded reports whether no letter touches text[start:end]; the Arabic
// particles that are written together with a word (و ف ب ل ك) may.
func bounded(text string, start, end int) bool {
	before, size := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	if unicode.IsLetter(after) {
		return false
	}
	if strings.ContainsRune("وفبلك", before) {
		before, _ = utf8.DecodeLastRuneInString(text[:start-size])
	}
	return !unicode.IsLetter(before)
}

// roman reports whether text has n as a Roman numeral of two letters at least,
// to which the ending of an ordinal may be tied: XXIe, XXI.
func (l *Locale) roman(text string, n int) bool {
	numeral := romanNumeral(n)
	for at := 0; len(numeral) > 1; {
		i := strings.Index(text[at:], numeral)
		if i < 0 {
			break
		}
		start, end := at+i, at+i+len(numeral)
		before, _ := utf8.DecodeLastRuneInString(text[:start])
		after, _ := utf8.DecodeRuneInString(text[end:])
		if !unicode.IsLetter(before) && !unicode.IsUpper(after) {
			return true
		}
		at = end
	}
	return false
}

// romanNumeral writes 1 to 3999 as a Roman numeral.
func romanNumeral(n int) string {
	if n < 1 || n > 3999 {
		return ""
	}
	var b strings.Builder
	values := []int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
	for i, letters := range []string{"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"} {
		for ; n >= values[i]; n -= values[i] {
			b.WriteString(letters)
		}
	}
	return b.String()
}

// AfterNoon reports whether text counts hours from noon: p.m., 下午.
func (l *Locale) AfterNoon(text string) bool {
	lower := strings.ToLower(text)
	return slices.ContainsFunc(afternoon, func(mark string) bool { return strings.Contains(lower, mark) })
}

// afternoon are the marks of hours after noon in the six languages.
var afternoon = []string{"p.m.", "p. m.", " pm", "de la tarde", "de l'après-midi", "du soir", "de la noche", "下午", "晚上", "مساء", "بعد الظهر", " дня", "вечера"}

// hanNumeral writes 0 to 9999 in Chinese characters.
func hanNumeral(n int) string {
	const digits = "零一二三四五六七八九"
	if n >= 10000 {
		return strconv.Itoa(n)
	}
	han := []rune(digits)
	if n < 10 {
		return string(han[n])
	}
	var b strings.Builder
	gap := false
	for i, unit := range []string{"千", "百", "十", ""} {
		pow := [4]int{1000, 100, 10, 1}[i]
		d := n / pow % 10
		if d == 0 {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteRune(han[0])
			gap = false
		}
		if b.Len() > 0 || pow != 10 || d != 1 {
			b.WriteRune(han[d])
		}
		b.WriteString(unit)
	}
	return b.String()
}
