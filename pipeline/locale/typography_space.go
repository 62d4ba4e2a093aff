package locale

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// spacesBefore drops the spaces before marks that none stand before.
func spacesBefore(loc *Locale, l *line) []change {
	t := loc.Typography
	if t.Tight == "" {
		return nil
	}
	return l.each(t.Tight, func(i int) (change, bool) {
		left := l.before(i)
		if left < 0 || left == i-1 || l.at(left) == '\n' || l.at(left) == '.' && l.at(i) == '.' {
			return change{}, false
		}
		return change{left + 1, i, ""}, l.endsWord(i)
	})
}

// endsWord reports whether the mark at i belongs to what stands before it, and
// is not the beginning of a name such as ".NET".
func (l *line) endsWord(i int) bool {
	next := l.at(i + 1)
	switch l.at(i) {
	case ',', ';', '،', '؛':
		return !digitRune(next)
	case '.':
		return blankOrEnd(next) || strings.ContainsRune(`)]}"'»”`, next)
	}
	return !digitRune(next) && !wordy(next) && !strings.ContainsRune("=-:/", next)
}

// spacesInside drops the spaces inside brackets that hold anything else, and
// behind marks that begin a sentence.
func spacesInside(loc *Locale, l *line) []change {
	out := l.each(loc.Typography.Leading, func(i int) (change, bool) {
		return change{i + 1, l.behind(i + 1), ""}, l.behind(i+1) < len(l.cells)
	})
	pairs, _ := l.brackets()
	for _, p := range pairs {
		from, to := l.behind(p.open+1), l.before(p.close)+1
		if from >= to {
			continue
		}
		if from > p.open+1 {
			out = append(out, change{p.open + 1, from, ""})
		}
		if to < p.close {
			out = append(out, change{to, p.close, ""})
		}
	}
	slices.SortFunc(out, func(a, b change) int { return cmp.Compare(a.from, b.from) })
	return out
}

// spacesAfter puts the space between two words behind the comma, the semicolon
// or the full stop that divides them.
func spacesAfter(loc *Locale, l *line) []change {
	if loc.Typography.Wide {
		return nil
	}
	return l.each(",;.،؛", func(i int) (change, bool) {
		before, next := l.wordBefore(i), l.wordFrom(i+1)
		if len(before) < 2 || len(next) < 2 {
			return change{}, false
		}
		return change{i + 1, i + 1, " "}, l.at(i) != '.' || sentences(before, next)
	})
}

// sentences reports whether one word ends a sentence and another begins one:
// not the parts of a name such as "Node.js".
func sentences(before, next []rune) bool {
	if arabicLetter(before[0]) && arabicLetter(next[0]) {
		return true
	}
	for _, r := range before {
		if unicode.IsUpper(r) {
			return false
		}
	}
	return unicode.IsUpper(next[0]) && unicode.IsLower(next[1])
}

// doubleSpaces leaves one of several spaces between words; one that does not
// break is kept. The number of an item may have more behind it.
func doubleSpaces(_ *Locale, l *line) []change {
	label := l.label()
	var out []change
	for i := 0; i < len(l.cells); i++ {
		if !space(l.at(i)) {
			continue
		}
		end := l.behind(i)
		if end > i+1 && i > 0 && end < len(l.cells) && i != label && l.at(i-1) != '\n' && l.at(end) != '\n' {
			out = append(out, change{i, end, firm(l.runes(i, end))})
		}
		i = end
	}
	return out
}

// firm gives the space that stands for several.
func firm(run []rune) string {
	for _, r := range run {
		if r != ' ' {
			return string(r)
		}
	}
	return " "
}

// percents joins a number and its percent sign.
func percents(loc *Locale, l *line) []change {
	if !loc.Typography.JoinPercent {
		return nil
	}
	return l.each("%％", func(i int) (change, bool) {
		left := l.before(i)
		if !digitRune(l.at(left)) || wordy(l.at(i+1)) && !han(l.at(i+1)) {
			return change{}, false
		}
		return change{left + 1, i + 1, "%"}, true
	})
}

// listNumbers sets the number of an item with which a text begins, (1) or (a),
// with one bracket, where no other follows that it may be named with.
func listNumbers(loc *Locale, l *line) []change {
	if !loc.Typography.Labels || !l.is(0, "(") {
		return nil
	}
	end := 1
	for ascii(l.at(end)) {
		end++
	}
	if end == 1 && unicode.IsLower(l.at(1)) {
		end = 2
	}
	if end == 1 || end > 3 || !l.is(end, ")") || !space(l.at(end+1)) || l.named(end+1) {
		return nil
	}
	return []change{{0, 1, ""}}
}

// named reports whether another number of an item stands from i on.
func (l *line) named(i int) bool {
	for ; i < len(l.cells); i++ {
		if l.at(i) == '(' && (l.at(i+2) == ')' || l.at(i+3) == ')') {
			return true
		}
	}
	return false
}
