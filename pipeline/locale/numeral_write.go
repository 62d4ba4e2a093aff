package locale

import "strings"

// number writes n as l's texts do, and reports whether nothing about it was
// guessed. Digits are Western in every language (Arabic: Recommendation ITU-T
// E.119); blanks are no-break spaces (U+00A0).
func (l *Locale) number(n numeral) (text string, certain bool) {
	if n.zeros > 0 {
		return l.scaledNumber(n)
	}
	certain = true
	if n.bare && len(n.whole) > 3 {
		n.grouped = !n.year()
		certain = n.year() || len(n.whole) <= l.Figures.Whole
	}
	if len(n.whole) > 4 && !n.grouped {
		certain = false
	}
	return n.sign + l.digits(n.whole, n.decimal, n.grouped), certain
}

// year reports whether the number may be one: nobody groups 2030.
func (n numeral) year() bool {
	return n.decimal == "" && len(n.whole) == 4 && n.whole >= "1800" && n.whole < "2200"
}

// digits joins the whole part, grouped or not, and the decimals.
func (l *Locale) digits(whole, fraction string, group bool) string {
	if group && len(whole) > max(3, l.Figures.Whole) {
		whole = grouped(whole, l.Figures.Group)
	}
	if fraction == "" {
		return whole
	}
	for point := range l.Decimal {
		if point > 0 {
			return whole + l.Decimal[:point] + fraction
		}
	}
	return whole + l.Decimal + fraction
}

// grouped puts sep between groups of three digits, from the right.
func grouped(whole, sep string) string {
	var b strings.Builder
	for i, d := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(sep)
		}
		b.WriteRune(d)
	}
	return b.String()
}

// scaledNumber writes a number with the scale word that leaves a whole part:
// 1.58 billion, 15.8亿, 1580 millones. Without such a word it is in digits.
func (l *Locale) scaledNumber(n numeral) (text string, certain bool) {
	value := strings.TrimPrefix(n.value(), "-")
	whole, fraction, _ := strings.Cut(value, ".")
	for _, s := range l.Figures.Scales {
		if len(whole) <= s.Zeros {
			continue
		}
		cut := len(whole) - s.Zeros
		w, f := whole[:cut], strings.TrimRight(whole[cut:]+fraction, "0")
		mantissa := decimal(w, f)
		space := "\u00a0"
		if l.Figures.Tight {
			space = ""
		}
		word := l.form(s.Words, mantissa)
		return n.sign + l.digits(w, f, len(w) > 4) + space + hard(word), !l.counted(mantissa)
	}
	return n.sign + l.digits(whole, fraction, true), true
}

// counted reports whether a scale word after the number would take a form that
// depends on the sentence: an Arabic one after 1 to 10.
func (l *Locale) counted(mantissa string) bool {
	return l.RightToLeft && !strings.Contains(mantissa, ".") && len(mantissa) < 3 && (len(mantissa) == 1 || mantissa == "10")
}
