package locale

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// closings gives, for each quotation mark that opens, those that close it.
var closings = map[rune]string{
	'«': "»", '‹': "›", '“': `”"`, '„': `“”"`, '‟': "”", '‘': "’", '‚': "‘’", '「': "」", '『': "』",
	'"': `"”`, '＂': "＂", '”': "“", '\'': "'",
}

// quoteMarks are all quotation marks.
const quoteMarks = "«»‹›“”„‟‘’‚「」『』\"＂"

// quotePair is a pair of quotation marks, by the indexes of their cells.
type quotePair struct{ open, close, depth int }

// quotes sets quotation marks as the house has them: the outer marks around the
// inner ones, without spaces inside marks that show their side.
func quotes(loc *Locale, l *line) []change {
	t := loc.Typography
	if t.Outer[0] == "" || t.Wide && !l.has(han) {
		return nil
	}
	var out []change
	pairs, _ := l.quotePairs(loc)
	for _, p := range pairs {
		marks := t.Outer
		if p.depth%2 == 1 {
			marks = t.Inner
		}
		from, to := p.open+1, p.close
		if l.at(p.open) != l.at(p.close) {
			from, to = l.behind(from), l.before(to)+1
		}
		if from >= to {
			continue
		}
		out = append(out, change{p.open, from, marks[0]}, change{to, p.close + 1, marks[1]})
	}
	slices.SortFunc(out, func(a, b change) int { return cmp.Compare(a.from, b.from) })
	return out
}

// quotePairs gives the pairs of quotation marks, and the marks without another
// half.
func (l *line) quotePairs(loc *Locale) (pairs []quotePair, single []int) {
	var open []int
	singles := l.evenSingles()
	for i := range l.cells {
		if !l.is(i, quoteMarks) && !l.wideSingle(loc, i) || l.apostrophe(i) || !singles && l.is(i, "‘’‚") {
			continue
		}
		if k := l.closes(loc, open, i); k >= 0 {
			pairs = append(pairs, quotePair{open: open[k], close: i})
			single = append(single, open[k+1:]...)
			open = open[:k]
		} else if l.opens(loc, i) {
			open = append(open, i)
		} else {
			single = append(single, i)
		}
	}
	single = append(single, open...)
	slices.Sort(single)
	nest(pairs)
	return pairs, single
}

// nest gives each pair its depth.
func nest(pairs []quotePair) {
	slices.SortFunc(pairs, func(a, b quotePair) int { return cmp.Compare(a.open, b.open) })
	var around []int
	for i, p := range pairs {
		for len(around) > 0 && around[len(around)-1] < p.open {
			around = around[:len(around)-1]
		}
		pairs[i].depth = len(around)
		around = append(around, p.close)
	}
}

// evenSingles reports whether single quotation marks can be told from
// apostrophes: as many of them close as open.
func (l *line) evenSingles() bool {
	n := 0
	for i, c := range l.cells {
		switch {
		case c.r == '‘' || c.r == '‚':
			n++
		case c.r == '’' && !l.apostrophe(i):
			n--
		}
	}
	return n == 0
}

// apostrophe reports whether the mark at i stands between letters, or before a
// year's last digits.
func (l *line) apostrophe(i int) bool {
	if l.at(i) != '’' {
		return false
	}
	next := l.at(i + 1)
	return l.letterBefore(i) && unicode.IsLetter(next) && !han(next) && !han(l.at(i-1))
}

// wideSingle reports whether a straight single mark stands beside a Chinese
// character, where it is no apostrophe.
func (l *line) wideSingle(loc *Locale, i int) bool {
	return loc.Typography.Wide && l.is(i, "'") && (han(l.at(i-1)) || han(l.at(i+1)))
}

// closes gives the index in open of the mark that the one at i closes, or -1.
func (l *line) closes(loc *Locale, open []int, i int) int {
	r := l.at(i)
	if r == '"' && !l.mayClose(loc, i) {
		return -1
	}
	const deepest = 32
	for k := len(open) - 1; k >= max(0, len(open)-deepest); k-- {
		if strings.ContainsRune(closings[l.at(open[k])], r) && open[k] < i-1 {
			return k
		}
	}
	return -1
}

// mayClose reports whether a straight mark can stand behind what it closes:
// directly behind something.
func (l *line) mayClose(loc *Locale, i int) bool {
	return !blankOrEnd(l.at(i-1)) && !strings.ContainsRune("([{", l.at(i-1)) || loc.Typography.Wide && i > 0
}

// opens reports whether the mark at i can stand before what it opens.
func (l *line) opens(loc *Locale, i int) bool {
	r, before, next := l.at(i), l.at(i-1), l.at(i+1)
	switch r {
	case '”':
		return loc.Typography.Arabic && (blankOrEnd(before) || before == '(') && !blankOrEnd(next)
	case '"':
		return !blankOrEnd(next) && (loc.Typography.Wide || !digitRune(before)) && !strings.ContainsRune(",.;:!?)]}", next)
	}
	return closings[r] != ""
}

// Unpaired gives the places, in bytes, of the quotation marks and brackets of
// text that have no other half. A bracket behind the number of an item and an
// inch mark need none.
func (l *Locale) Unpaired(text string) []int {
	work := newLine(text)
	work.protect()
	_, single := work.quotePairs(l)
	_, loose := work.brackets()
	var out []int
	for _, i := range append(single, loose...) {
		if !work.standsAlone(i) {
			out = append(out, work.cells[i].start)
		}
	}
	slices.Sort(out)
	return out
}

// standsAlone reports whether the mark at i needs no other half.
func (l *line) standsAlone(i int) bool {
	switch l.at(i) {
	case '’', '‘':
		return true
	case '"', '”', '“':
		return digitRune(l.at(i - 1))
	case '(':
		return i == 0 && digitRune(l.at(1))
	case ')', '）':
		return l.listed(i)
	}
	return false
}

// listed reports whether a bracket belongs to the number of an item within a
// text: "a)", "12)", "iv)", behind a space.
func (l *line) listed(i int) bool {
	start := i
	for start > 0 && start > i-5 && !blankOrEnd(l.at(start-1)) {
		start--
	}
	number := string(l.runes(start, i))
	return i == start+1 || i > start && i < start+5 && (strings.Trim(number, "0123456789") == "" || strings.Trim(number, "ivx") == "")
}

// brackets gives the pairs of brackets and the brackets without another half.
func (l *line) brackets() (pairs []quotePair, single []int) {
	const opening, closing = "([{（［｛", ")]}）］｝"
	partner := map[rune]string{')': "(（", '）': "(（", ']': "[［", '］': "[［", '}': "{｛", '｝': "{｛"}
	var open []int
	for i := range l.cells {
		switch {
		case l.is(i, opening):
			open = append(open, i)
		case l.is(i, closing):
			k := len(open) - 1
			if k < 0 || !strings.ContainsRune(partner[l.at(i)], l.at(open[k])) {
				single = append(single, i)
				continue
			}
			pairs = append(pairs, quotePair{open: open[k], close: i})
			open = open[:k]
		}
	}
	return pairs, append(single, open...)
}
