package locale

import (
	"strings"
	"unicode"
)

// wideMarks gives the full-width form of a mark.
var wideMarks = map[rune]string{',': "，", ';': "；", ':': "：", '?': "？", '!': "！", '.': "。"}

// fullWidth sets the punctuation of Chinese as wide as its characters. In a
// Latin stretch, and between digits, the marks stay.
func fullWidth(loc *Locale, l *line) []change {
	if !loc.Typography.Wide || !l.has(han) {
		return nil
	}
	return l.each(",;:?!.", func(i int) (change, bool) {
		before, next := l.at(l.before(i)), l.at(l.behind(i+1))
		return change{l.before(i) + 1, i + 1, wideMarks[l.at(i)]}, l.before(i) >= 0 && widens(l.at(i), before, next, l.at(i+1))
	})
}

// widens reports whether a mark between two characters belongs to Chinese text;
// after is what follows it directly.
func widens(mark, before, next, after rune) bool {
	left, right := inChinese(before), inChinese(next)
	switch mark {
	case ',', ';':
		return left || right && (before == '%' || !unicode.IsPunct(before))
	case ':':
		return left || right && unicode.IsLetter(before)
	case '.':
		// Between two characters it may stand for the dot in a foreign name.
		return left && (blankOrEnd(after) || strings.ContainsRune("”’）》", after))
	}
	return left && mark != after
}

// inChinese reports whether r is a Chinese character or punctuation beside one.
func inChinese(r rune) bool {
	return han(r) || wide(r) || r == '“' || r == '”' || r == '’' || r == '‘'
}

// fullWidthBrackets sets the brackets in Chinese text: those beside or around
// Chinese characters.
func fullWidthBrackets(loc *Locale, l *line) []change {
	if !loc.Typography.Wide || !l.has(han) {
		return nil
	}
	fresh := make(map[int]string)
	pairs, _ := l.brackets()
	for _, p := range pairs {
		if strings.ContainsRune("(（", l.at(p.open)) && l.widensPair(p) {
			fresh[p.open], fresh[p.close] = "（", "）"
		}
	}
	return l.each("()", func(i int) (change, bool) {
		return change{i, i + 1, fresh[i]}, fresh[i] != ""
	})
}

func (l *line) widensPair(p quotePair) bool {
	inside := l.runes(p.open+1, p.close)
	if len(inside) == 0 {
		return false
	}
	for _, r := range inside {
		if han(r) {
			return true
		}
	}
	if l.at(p.open) != l.at(p.close)-1 { // one of the two is wide already
		return true
	}
	before, next := l.at(l.before(p.open)), l.at(l.behind(p.close+1))
	// f(x), word(s)
	formula := unicode.IsLetter(l.at(p.open-1)) && !han(l.at(p.open-1)) && len(inside) < 3 && unicode.IsLower(inside[0])
	// 08:30 (EST), but not +41 (22) 730
	label := ascii(before) && !ascii(next) && unicode.IsLetter(inside[0])
	return !formula && (label || inChinese(before) || inChinese(next))
}

// hanSpacing drops the spaces between Chinese and Latin letters or digits, and
// beside full-width punctuation. The number of an item keeps its space, and so
// does an address.
func hanSpacing(loc *Locale, l *line) []change {
	if !loc.Typography.Wide {
		return nil
	}
	label := l.label()
	var out []change
	for i := 0; i < len(l.cells); i++ {
		if !space(l.at(i)) {
			continue
		}
		end := l.behind(i)
		if i > label && i > 0 && end < len(l.cells) && l.joins(i-1, end) {
			out = append(out, change{i, end, ""})
		}
		i = end
	}
	return out
}

// joins reports whether no space stands between the cells a and b.
func (l *line) joins(a, b int) bool {
	if l.cells[a].guard == addressed || l.cells[b].guard == addressed {
		return false
	}
	x, y := l.cells[a].r, l.cells[b].r
	if x == '\n' || y == '\n' || x == anObject || y == anObject {
		return false
	}
	return wide(x) || wide(y) || han(x) && narrow(y) || narrow(x) && han(y)
}

// narrow reports whether r is a letter or digit of a script that is written
// with spaces.
func narrow(r rune) bool {
	return r == '%' || ascii(r) || unicode.IsLetter(r) && !han(r)
}

// label gives the index behind the number of an item with which a text begins:
// "1", "12.", "a)"; -1 where it begins with none.
func (l *line) label() int {
	i := 0
	for ascii(l.at(i)) {
		i++
	}
	if i == 0 && unicode.IsLetter(l.at(0)) && !han(l.at(0)) && strings.ContainsRune(".)", l.at(1)) {
		i = 1
	}
	if i == 0 || i > 3 {
		return -1
	}
	if strings.ContainsRune(".)", l.at(i)) {
		i++
	}
	if !space(l.at(i)) {
		return -1
	}
	return i
}
