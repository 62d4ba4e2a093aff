package locale

import "strings"

// percentage is a share of a hundred; its key is "37%".
type percentage struct {
	numeral
	worded bool // "per cent" rather than "%"
}

func (p percentage) key() string { return p.value() + "%" }

func readPercentage(l *Locale, text string, at int) (said, int, bool) {
	for _, before := range percentWords(l).at(text, at) {
		if before.item.before != "" {
			if n, stop := l.percentNumeral(text, skipBlank(text, before.end)); stop > 0 {
				return percentage{n, len(before.text) > 2}, stop, true
			}
		}
	}
	n, end, certain := l.numeral(text, at)
	if end < 0 {
		return nil, 0, false
	}
	stop := skipBlank(text, end)
	for _, after := range percentWords(l).at(text, stop) {
		if after.item.before == "" && closes(text, after.end, after.text) {
			return percentage{n, len(after.text) > len("٪")+1}, after.end, certain
		}
	}
	return nil, 0, false
}

// percentWords indexes what stands before or after the number.
var percentWords = perLocale(func(l *Locale) *words[pattern] {
	out := newWords[pattern]()
	for _, p := range patterns("0%|0％|0٪|" + l.Figures.PerCents) {
		out.add(p.before+p.after, p)
	}
	return out
})

// percentNumeral reads the number after 百分之, in digits or in characters.
func (l *Locale) percentNumeral(text string, at int) (numeral, int) {
	if whole, fraction, end := hanNumber(text, at); end > at && l.Unspaced {
		return numeral{whole: whole, decimal: fraction}, end
	}
	if digit(text[at:]) < 0 {
		return numeral{}, -1
	}
	f := l.figure(window(text, at), 0)
	return numeral{whole: f.whole, decimal: f.fraction}, at + f.end
}

func (p percentage) write(to *Locale) (string, bool) {
	text, certain := to.number(p.numeral)
	if !p.worded || to.Figures.PerCent == "" {
		return hard(strings.Replace(to.Figures.Percent, "0", text, 1)), certain
	}
	words := to.form(to.Figures.PerCent, p.value())
	return text + "\u00a0" + hard(words), certain && !strings.Contains(to.Figures.PerCent, "|")
}
