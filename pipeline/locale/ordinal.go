package locale

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ordinal is a rank; its key is "#76".
type ordinal struct {
	n       int
	style   ordinalStyle
	capital bool // it begins a sentence, or a title
}

// ordinalStyle is how a rank is written.
type ordinalStyle int

const (
	inDigits ordinalStyle = iota // 76e
	inWords                      // sixième
	inRoman                      // XXIe
)

// highest is the greatest rank that is read: sessions, meetings, centuries.
const highest = 999

func (o ordinal) key() string { return "#" + strconv.Itoa(o.n) }

func readOrdinal(l *Locale, text string, at int) (said, int, bool) {
	if o, end := l.spelledOrdinal(text, at); end > 0 {
		first, _ := utf8.DecodeRuneInString(text[at:])
		o.capital = unicode.IsUpper(first)
		return o, end, l.Unspaced || o.n > ambiguous
	}
	for _, read := range []func(*Locale, string, int) (int, int){digitOrdinal, romanOrdinal} {
		if n, end := read(l, text, at); end > 0 && n >= 1 && n <= highest {
			return ordinal{n: n, style: styleAt(text, at)}, end, true
		}
	}
	return nil, 0, false
}

// ambiguous is the highest rank whose word may be an adverb, a second, a third
// part, a quarter or a fifth.
const ambiguous = 5

// styleAt tells Roman numerals from digits by their first character.
func styleAt(text string, at int) ordinalStyle {
	if strings.IndexByte("IVX", text[at]) >= 0 {
		return inRoman
	}
	return inDigits
}

// spelledOrdinals indexes the words for 1 to 12, and those that the sheet has
// for higher ranks.
var spelledOrdinals = perLocale(func(l *Locale) *words[int] {
	out := newWords[int]()
	for i, cell := range l.Figures.Spelled {
		for word := range split(cell) {
			out.add(word, i+1)
		}
	}
	for word, n := range l.Ordinals {
		out.add(word, n)
	}
	return out
})

func (l *Locale) spelledOrdinal(text string, at int) (ordinal, int) {
	if l.Unspaced {
		return hanOrdinal(text, at)
	}
	if !l.opens(text, at) {
		return ordinal{}, -1
	}
	for _, word := range spelledOrdinals(l).at(text, at) {
		if closes(text, word.end, word.text) && !strings.HasPrefix(text[word.end:], "-") {
			return ordinal{n: word.item, style: inWords}, word.end
		}
	}
	return ordinal{}, -1
}

// hanOrdinal reads 第七十六.
func hanOrdinal(text string, at int) (ordinal, int) {
	if !strings.HasPrefix(text[at:], "第") {
		return ordinal{}, -1
	}
	start := at + len("第")
	whole, _, end := hanNumber(text, start)
	n, err := strconv.Atoi(whole)
	if end == start || err != nil || n < 1 || n > highest {
		return ordinal{}, -1
	}
	return ordinal{n: n, style: inWords}, end
}

// digitOrdinal reads 76ème, 76th, 76-я, 76.ª, 第76, الـ76.
func digitOrdinal(l *Locale, text string, at int) (n, end int) {
	before := l.ordinalPrefix(text, at)
	if digit(text[before:]) < 0 || !l.opens(text, at) {
		return 0, -1
	}
	if before > at {
		digits, end := digitRun(window(text, before), 0)
		n, err := strconv.Atoi(digits)
		if err != nil || digits[0] == '0' || !l.endsAt(text, before+end) {
			return 0, -1
		}
		return n, before + end
	}
	digits, size := digitRun(window(text, at), 0)
	n, err := strconv.Atoi(digits)
	if err != nil || digits[0] == '0' {
		return 0, -1
	}
	return n, l.suffix(text, at+size)
}

// ordinalPrefix gives the place behind what makes an ordinal of the digits
// after it: 第 and the Arabic article.
func (l *Locale) ordinalPrefix(text string, at int) int {
	for _, prefix := range []string{"第", "الـ", "ال"} {
		if rest, ok := strings.CutPrefix(text[at:], prefix); ok && (prefix == "第") == l.Unspaced {
			next := at + len(prefix)
			if digit(rest) < 0 {
				next = skipBlank(text, next)
			}
			if digit(text[next:]) >= 0 {
				return next
			}
		}
	}
	return at
}

var ordinalSuffixes = perLocale(func(l *Locale) *words[struct{}] { return phrases(l.Figures.Suffixes) })

// suffix gives the end of the ending of an ordinal at text[at:], raised as in
// 76^{ème} or not; -1 where there is none.
func (l *Locale) suffix(text string, at int) int {
	start := at
	raised := strings.HasPrefix(text[at:], "^{")
	if raised {
		start += len("^{")
	}
	for _, s := range ordinalSuffixes(l).at(text, start) {
		end := s.end
		if end == start {
			continue
		}
		if raised && strings.HasPrefix(text[end:], "}") {
			end++
		}
		if r, _ := utf8.DecodeRuneInString(text[end:]); !wordRune(r) {
			return end
		}
	}
	return -1
}

// romanOrdinal reads XXIe, and a century's bare numeral beside its noun:
// siglo XXI, XXI век.
func romanOrdinal(l *Locale, text string, at int) (n, end int) {
	end = at
	for end < len(text) && end-at < len("XXXVIII") && strings.IndexByte("IVX", text[end]) >= 0 {
		end++
	}
	n = romanValue(text[at:end])
	if n == 0 || !l.opens(text, at) {
		return 0, -1
	}
	if stop := l.suffix(text, end); stop > 0 && l.Tag == french.Tag {
		return n, stop
	}
	if l.century(text, at, end) {
		return n, end
	}
	return 0, -1
}

// century reports whether the noun of a century stands beside text[start:end].
func (l *Locale) century(text string, start, end int) bool {
	for noun := range split(l.Figures.Century) {
		before := strings.TrimRight(text[max(0, start-len(noun)-2):start], " \u00a0")
		if noun != "" && (strings.HasSuffix(before, noun) || wordsEnd(text, skipBlank(text, end), noun) > 0) {
			return true
		}
	}
	return false
}

// romanValue gives the value of a Roman numeral below 40; 0 for none.
func romanValue(s string) int {
	for n := 1; n < 40 && s != ""; n++ {
		if romanNumeral(n) == s {
			return n
		}
	}
	return 0
}

func (o ordinal) write(to *Locale) (string, bool) {
	switch {
	case o.style == inRoman && to.Figures.Century != "":
		return romanNumeral(o.n), false
	case o.style == inRoman && to.Tag == french.Tag:
		text, certain := frenchOrdinal(o.n)
		return romanNumeral(o.n) + strings.TrimLeft(text, "0123456789"), certain
	case o.style == inWords && o.n <= len(to.Figures.Spelled):
		text := first(to.Figures.Spelled[o.n-1])
		if o.capital {
			text = capitalized(text)
		}
		return text, to.Figures.Neutral && o.n > 1 || to.Unspaced || to.Tag == english.Tag
	}
	text, certain := to.Figures.Ordinal(o.n)
	return text, certain && o.style != inRoman || certain && to.Tag == english.Tag
}
