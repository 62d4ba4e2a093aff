package locale

import "strings"

// amount is a sum of money; its key is its ISO 4217 code and the value:
// "CHF 1500", "USD 2500000".
type amount struct {
	numeral
	code  string
	style string // "code", or what the data file calls the form: "sign", "many"
}

func (a amount) key() string { return a.code + " " + a.value() }

// currencyForms holds the cells of currencies.txt by code and form, in the
// order of columns.
var currencyForms = func() map[string]map[string][]string {
	out := map[string]map[string][]string{}
	for _, row := range table(currencyData) {
		if out[row[0]] == nil {
			out[row[0]] = map[string][]string{}
		}
		out[row[0]][row[1]] = row[2:]
	}
	return out
}()

// moneyForm is a pattern with what it says.
type moneyForm struct {
	pattern
	code, style string
}

// moneyForms indexes the forms by what stands before the amount, then by what
// stands after it; codes stand on either side.
var moneyForms = perLocale(func(l *Locale) [2]*words[moneyForm] {
	out := [2]*words[moneyForm]{newWords[moneyForm](), newWords[moneyForm]()}
	for _, row := range table(currencyData) {
		code := row[0]
		for _, p := range patterns(row[2+l.column()] + "|0 " + code + "|" + code + " 0") {
			style := row[1]
			if p.before+p.after == code {
				style = "code"
			}
			m := moneyForm{p, code, style}
			if p.before != "" {
				out[0].add(p.before, m)
			} else {
				out[1].add(p.after, m)
			}
		}
	}
	return out
})

func readMoney(l *Locale, text string, at int) (said, int, bool) {
	if digit(text[at:]) >= 0 || strings.HasPrefix(text[at:], "-") {
		return l.moneyAfter(text, at)
	}
	if !l.opens(text, at) {
		return nil, 0, false
	}
	for _, m := range moneyForms(l)[0].at(text, at) {
		n, stop, certain := l.amountOf(text, skipBlank(text, m.end))
		if stop < 0 || wrongCase(m, text, at) {
			continue
		}
		if m.item.after != "" {
			if stop = wordsEnd(text, stop, m.item.after); stop < 0 {
				continue
			}
		}
		return amount{n, m.item.code, m.item.style}, stop, certain && !m.item.doubtful
	}
	return nil, 0, false
}

// wrongCase reports whether a code stands at text[at:] in other than capitals.
func wrongCase(m phrase[moneyForm], text string, at int) bool {
	return m.text == m.item.code && !strings.HasPrefix(text[at:], m.text)
}

// amountOf reads a number that may touch the sign or code before it.
func (l *Locale) amountOf(text string, at int) (numeral, int, bool) {
	if digit(text[at:]) < 0 {
		return numeral{}, -1, false
	}
	n, end, certain := l.numeralAt(text, at)
	if end < 0 || !l.endsAt(text, end) {
		return n, -1, false
	}
	return n, end, certain
}

func (l *Locale) moneyAfter(text string, at int) (said, int, bool) {
	n, end, certain := l.numeral(text, at)
	if end < 0 {
		return nil, 0, false
	}
	next := l.behindOf(text, skipBlank(text, end), n)
	for _, m := range moneyForms(l)[1].at(text, next) {
		if wrongCase(m, text, next) || !closes(text, m.end, m.text) || strings.HasPrefix(text[m.end:], "/") {
			continue
		}
		return amount{n, m.item.code, m.item.style}, m.end, certain && !m.item.doubtful
	}
	return nil, 0, false
}

// behindOf steps over what joins a scale word and a noun: millions de dollars.
func (l *Locale) behindOf(text string, at int, n numeral) int {
	for of := range split(l.Figures.Of) {
		if end := wordsEnd(text, at, of); n.zeros > 0 && of != "" && end > 0 {
			return end
		}
	}
	return at
}

func (a amount) write(to *Locale) (string, bool) {
	n := a.numeral
	n.grouped = len(n.whole) > 3
	n.bare = false
	text, certain := to.number(n)
	form := a.form(to)
	if form == "" {
		return a.withCode(to, text), certain && !to.RightToLeft
	}
	if name, ok := strings.CutPrefix(form, "0 "); ok && a.style != "sign" && digit(text[len(text)-1:]) < 0 {
		form = "0 " + to.joined(name) + name
	}
	return hard(strings.Replace(form, "0", text, 1)), certain && a.fixed(to)
}

// form gives the pattern for the amount; "" where the code is written.
func (a amount) form(to *Locale) string {
	style := a.style
	if style != "code" && style != "sign" {
		style = []string{"one", "few", "many"}[to.countForm(a.value())]
	}
	cells, ok := currencyForms[a.code][style]
	if !ok || first(cells[to.column()]) == "-" && style == "few" {
		cells, ok = currencyForms[a.code]["many"], style == "few"
	}
	if !ok || a.style == "code" {
		return ""
	}
	form := strings.TrimSuffix(first(cells[to.column()]), "?")
	if form == "-" {
		return ""
	}
	return form
}

// countForm gives 0, 1 or 2 for one, few and many.
func (l *Locale) countForm(number string) int {
	if l.Figures.Plural == nil {
		return 2
	}
	form := l.Figures.Plural(number)
	if form == 1 && !l.Figures.Declines {
		return 2
	}
	return form
}

// withCode puts the code on its side of the amount.
func (a amount) withCode(to *Locale, text string) string {
	if to.Figures.CodeFirst {
		return a.code + "\u00a0" + text
	}
	return text + "\u00a0" + a.code
}

// joined gives what stands between a scale word and a currency's name, elided
// before a vowel: millions de dollars, millions d'euros.
func (l *Locale) joined(name string) string {
	full, elided, _ := strings.Cut(l.Figures.Of, "|")
	if elided != "" && strings.IndexByte("aeiouyh", name[0]) >= 0 {
		return elided
	}
	return full
}

// fixed reports whether the form is the same whatever the sentence: a name that
// is declined is not.
func (a amount) fixed(to *Locale) bool {
	return !to.Figures.Declines || a.style == "sign" && !to.RightToLeft || to.RightToLeft && strings.HasSuffix(a.value(), "00")
}
