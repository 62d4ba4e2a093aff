package locale

import (
	"strings"
	"unicode/utf8"
)

// quantity is one number or a range of two with a unit.
//
// Its key is "2.4 GHz", or "694/790 MHz" for a range, lower end first as in
// ISO 8601 intervals; the units are those of the SI and the ITU in Latin letters.
type quantity struct {
	from, to numeral
	ranged   bool
	worded   bool // "694 to 790 MHz" rather than a dash
	unit     int  // row of the data file
}

// unit is one row of units.txt.
type unit struct {
	symbol string
	cells  []string
}

var units = func() []unit {
	var out []unit
	for _, row := range table(unitData) {
		out = append(out, unit{row[0], row[1:]})
	}
	return out
}()

func (u unit) variants(l *Locale) string {
	cell := u.cells[l.column()]
	if first(cell) == "=" {
		return u.symbol + cell[1:]
	}
	return cell
}

var unitWords = perLocale(func(l *Locale) *words[int] {
	out := newWords[int]()
	for i, u := range units {
		for variant := range split(u.variants(l)) {
			out.add(variant, i)
		}
	}
	return out
})

// unitAt reads the unit at text[at:], whose case counts.
func (l *Locale) unitAt(text string, at int) (row, end int) {
	for _, u := range unitWords(l).at(text, at) {
		if strings.HasPrefix(text[at:], u.text) && l.unitEnds(text, at+len(u.text)) {
			return u.item, at + len(u.text)
		}
	}
	return 0, -1
}

// unitEnds reports whether no letter, digit or further unit follows: not km in
// km/h, nor m in m², nor dB in dB(W/m²).
func (l *Locale) unitEnds(text string, end int) bool {
	next, size := utf8.DecodeRuneInString(text[end:])
	if next == '/' || next == '·' {
		after, _ := utf8.DecodeRuneInString(text[end+size:])
		return !wordRune(after)
	}
	return !strings.ContainsRune("²³(", next) && (!wordRune(next) || han(next)) || size == 0
}

func readFrequency(l *Locale, text string, at int) (said, int, bool) {
	if l.Figures.UnitFirst {
		if q, end, certain := l.unitBefore(text, at); end > 0 {
			return q, end, certain
		}
	}
	q, end, certain := l.span(text, at)
	if end < 0 {
		return nil, 0, false
	}
	row, stop := l.unitAt(text, skipBlank(text, end))
	if stop < 0 {
		return nil, 0, false
	}
	q.unit = row
	return l.ascending(q), stop, certain
}

// unitBefore reads "MHz 790-694".
func (l *Locale) unitBefore(text string, at int) (q quantity, end int, certain bool) {
	if r, _ := utf8.DecodeRuneInString(text[at:]); !wordRune(r) && r != '°' || !l.opens(text, at) {
		return q, -1, false
	}
	row, end := l.unitAt(text, at)
	if end < 0 || skipBlank(text, end) == end {
		return q, -1, false
	}
	q, end, certain = l.span(text, skipBlank(text, end))
	if end < 0 || !l.endsAt(text, end) {
		return q, -1, false
	}
	q.unit = row
	return l.ascending(q), end, certain
}

// ascending puts the lower end first, where the language's texts put it last.
func (l *Locale) ascending(q quantity) quantity {
	if l.Figures.UnitFirst && q.ranged && less(q.to, q.from) {
		q.from, q.to = q.to, q.from
	}
	return q
}

// span reads a number, or two with a dash or the words of a range between.
func (l *Locale) span(text string, at int) (q quantity, end int, certain bool) {
	q.from, end, certain = l.numeral(text, at)
	if end < 0 {
		return q, -1, false
	}
	next, worded := l.between(text, end)
	if next < 0 {
		return q, end, certain
	}
	f := l.figure(window(text, next), 0)
	if f.whole == "" || f.end >= numeralBytes || decimals(text, next+f.end) {
		return q, end, certain
	}
	q.ranged, q.worded = true, worded
	q.to = numeral{whole: f.whole, decimal: f.fraction, grouped: len(f.seps) > 0}
	return q, next + f.end, certain && l.houseStyle(f)
}

// between gives the place behind the dash or words that join two numbers; -1
// where none stand at text[at:].
func (l *Locale) between(text string, at int) (end int, worded bool) {
	start := skipBlank(text, at)
	if r, size := utf8.DecodeRuneInString(text[start:]); strings.ContainsRune("-–—−‑~～至", r) && size > 0 {
		end = skipBlank(text, start+size)
		return digitAt(text, end), r == '至'
	}
	for word := range split(l.Figures.To) {
		if end := wordsEnd(text, start, word); end > 0 && word != "" && (start > at || l.Unspaced) {
			return digitAt(text, skipBlank(text, end)), true
		}
	}
	return -1, false
}

// digitAt gives at where a digit stands there, and -1 elsewhere.
func digitAt(text string, at int) int {
	if digit(text[at:]) < 0 {
		return -1
	}
	return at
}

func (q quantity) key() string {
	value := q.from.value()
	if q.ranged {
		value += "/" + q.to.value()
	}
	return value + " " + units[q.unit].symbol
}

func (q quantity) write(to *Locale) (string, bool) {
	unit := first(units[q.unit].variants(to))
	if to.Figures.UnitFirst {
		text, certain := to.span2(q, q.to, q.from)
		return unit + "\u00a0" + text, certain
	}
	text, certain := to.span2(q, q.from, q.to)
	return text + "\u00a0" + unit, certain
}

// span2 writes the numbers of q in the order given.
func (l *Locale) span2(q quantity, a, b numeral) (string, bool) {
	if !q.ranged {
		return l.measure(q.from)
	}
	left, sure := l.measure(a)
	right, certain := l.measure(b)
	if q.worded && l.Figures.To != "" && !l.Figures.UnitFirst {
		return left + " " + first(l.Figures.To) + " " + right, sure && certain && !l.Figures.Declines
	}
	return left + l.Figures.Range + right, sure && certain
}

// measure writes a number that is none but a measure: no year, no code.
func (l *Locale) measure(n numeral) (string, bool) {
	if n.zeros > 0 || n.grouped || !n.bare || len(n.whole) < 5 {
		n.bare = false
		text, _ := l.number(n)
		return text, true
	}
	n.grouped, n.bare = true, false
	return l.number(n)
}

// less compares two numbers without sign.
func less(a, b numeral) bool {
	x, xf, _ := strings.Cut(strings.TrimPrefix(a.value(), "-"), ".")
	y, yf, _ := strings.Cut(strings.TrimPrefix(b.value(), "-"), ".")
	if len(x) != len(y) {
		return len(x) < len(y)
	}
	return x+"."+xf < y+"."+yf
}
