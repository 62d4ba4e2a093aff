package locale

import (
	"slices"
	"strings"
	"unicode"
)

// anyDash are hyphen, en dash, em dash, horizontal bar and minus sign; the
// no-break hyphen is part of a word.
const anyDash = "-–—―−"

// dashRun is a dash, or several typed for one, with the spaces around it.
type dashRun struct {
	from, to     int // the dashes
	left, right  int // what stands beside them, spaces aside
	spaced, bare bool
	double       bool
}

// dashAt gives the run of dashes that begins at i.
func (l *line) dashAt(i int) dashRun {
	end := i
	for l.is(end, anyDash) {
		end++
	}
	d := dashRun{from: i, to: end, left: l.before(i), right: l.behind(end)}
	d.spaced = d.left < i-1 && d.right > end
	d.bare = d.left == i-1 && d.right == end
	d.double = end-i == 2
	return d
}

// wordDashes sets the dash between words.
func wordDashes(loc *Locale, l *line) []change {
	t := loc.Typography
	if t.Dash == "" {
		return nil
	}
	var out []change
	for i := 0; i < len(l.cells); i++ {
		if !l.is(i, anyDash) {
			continue
		}
		d := l.dashAt(i)
		i = d.to - 1
		if d.left < 0 || d.right >= len(l.cells) || d.to-d.from > 2 {
			continue
		}
		if t.Wide {
			out = append(out, l.wideDash(t, d)...)
		} else {
			out = append(out, l.dash(t, d)...)
		}
	}
	return out
}

// dash gives the change of one dash, in a language that spaces it.
func (l *line) dash(t Typography, d dashRun) []change {
	mark := strings.Trim(t.Dash, " ")
	r, left, right := l.at(d.from), l.at(d.left), l.at(d.right)
	words := sideOfDash(left) && sideOfDash(right) && (!digitRune(left) || !digitRune(right))
	single := d.to-d.from == 1
	if r == '−' && l.has(func(r rune) bool { return r == '=' }) {
		return nil
	}
	switch {
	case d.spaced && words:
		if r == '-' && single && digitRune(right) {
			return nil
		}
		return []change{{d.from, d.to, mark}}
	case t.Arabic && single && d.bare && strings.ContainsRune("–−", r) && (digitRune(left) || unicode.IsLetter(left)):
		return []change{{d.from, d.to, mark}}
	case r == '−' && single && d.bare && mark == "–" && digitRune(left) && digitRune(right):
		return []change{{d.from, d.to, mark}}
	case d.bare && words && (d.double && r == '-' && unicode.IsLetter(right) && l.letterBefore(d.from) || single && r == '—' && !t.Raya):
		return []change{{d.from, d.to, t.Dash}}
	}
	return nil
}

// sideOfDash reports whether r can stand beside a dash between words.
func sideOfDash(r rune) bool {
	return wordy(r) || digitRune(r) || r == anObject || strings.ContainsRune(`"'“”«»()[]%.!?…`, r)
}

// wideDash gives the change of one dash in Chinese: the dash of two characters
// needs no spaces; a single one without spaces joins.
func (l *line) wideDash(t Typography, d dashRun) []change {
	left, right := l.at(d.left), l.at(d.right)
	beside := (han(left) || wide(left) || left == '”') && (han(right) || wide(right) || right == '“')
	r := l.at(d.from)
	switch {
	case !beside || r == '-' && !d.double && !d.spaced:
		return nil
	case d.spaced, d.double:
		return []change{{d.left + 1, d.right, t.Dash}}
	}
	return nil
}

// rangeDashes sets the dash between two days, of one month or of two.
func rangeDashes(loc *Locale, l *line) []change {
	t := loc.Typography
	var out []change
	for i := range l.cells {
		if !l.is(i, anyDash) || l.is(i-1, anyDash) {
			continue
		}
		d := l.dashAt(i)
		if d.to-d.from != 1 || d.bare == d.spaced {
			continue
		}
		switch {
		case t.DayRange != "" && l.dayBefore(d.left) && l.dayOfMonth(loc, d.right):
			out = append(out, change{d.left + 1, d.right, t.DayRange})
		case t.MonthRange != "" && loc.month(l.wordBefore(d.left+1)) && l.dayOfMonth(loc, d.right):
			out = append(out, change{d.left + 1, d.right, t.MonthRange})
		case t.DayRange == "-" && d.bare && l.at(i) == '–' && digitRune(l.at(d.left)) && l.hourFrom(d.right):
			out = append(out, change{i, i + 1, "-"})
		}
	}
	return out
}

// dayBefore reports whether a number of one or two digits ends at i.
func (l *line) dayBefore(i int) bool {
	n := 0
	for ascii(l.at(i)) {
		i--
		n++
	}
	return n > 0 && n < 3 && !strings.ContainsRune(".,:/-–+−", l.at(i)) && !unicode.IsLetter(l.at(i)) || n > 0 && n < 3 && han(l.at(i))
}

// dayOfMonth reports whether a day and the name of its month begin at i: "16
// November", "16 de noviembre", "16日".
func (l *line) dayOfMonth(loc *Locale, i int) bool {
	start := i
	for ascii(l.at(i)) {
		i++
	}
	if i == start || i > start+2 {
		return false
	}
	if loc.Typography.Wide {
		return l.at(i) == '日' || l.at(i) == '月'
	}
	next := l.behind(i)
	if next == i {
		return false
	}
	word := l.wordFrom(next)
	if string(word) == "de" {
		word = l.wordFrom(l.behind(next + 2))
	}
	return loc.month(word)
}

// hourFrom reports whether a time such as "11 h 30" begins at i.
func (l *line) hourFrom(i int) bool {
	for ascii(l.at(i)) {
		i++
	}
	i = l.behind(i)
	return l.at(i) == 'h' && !wordy(l.at(i+1))
}

// month reports whether a word is the name of a month.
func (l *Locale) month(word []rune) bool {
	if len(word) < 3 {
		return false
	}
	lower := strings.ToLower(string(word))
	return slices.ContainsFunc(l.Months, func(names string) bool {
		for name := range split(names) {
			if first, _, _ := strings.Cut(strings.TrimRight(name, "."), " "); first == lower {
				return true
			}
		}
		return false
	})
}
