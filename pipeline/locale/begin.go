package locale

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// beginning is how a word begins: its first letters, folded, four at most, of
// 16 bits each.
type beginning uint64

// beginnings are those of the words that a value may begin with, and the
// characters of languages that are written without spaces.
type beginnings struct {
	words map[beginning]bool
	runes map[rune]bool
}

var valueBeginnings = perLocale(func(l *Locale) beginnings {
	out := beginnings{map[beginning]bool{}, map[rune]bool{}}
	lex := l.lexicon()
	for word := range lex.names {
		out.add(word)
	}
	for _, words := range []map[string]bool{lex.opens, lex.clocks, lex.pairs} {
		for word := range words {
			out.add(word)
		}
	}
	actForms(l)[0].each(out.add)
	moneyForms(l)[0].each(out.add)
	spelledOrdinals(l).each(out.add)
	if l.Figures.UnitFirst {
		unitWords(l).each(out.add)
	}
	percentWords(l).each(out.add)
	for _, word := range []string{"ال", "ITU", "UIT", "МСЭ"} {
		out.add(word)
	}
	return out
})

func (b beginnings) add(phrase string) {
	if r, _ := utf8.DecodeRuneInString(phrase); r >= 0x2e80 {
		b.runes[folded(r)] = true
	}
	b.words[beginningOf(phrase)] = true
}

// beginningOf gives the beginning of the word at the start of text.
func beginningOf(text string) beginning {
	var out beginning
	letters := 0
	for i, r := range text {
		if i > numeralBytes || letters == 4 {
			break
		}
		lower, ok := foldRune(r)
		if !ok {
			continue
		}
		if !unicode.IsLetter(lower) {
			break
		}
		out = out<<16 | beginning(folded(lower)&0xffff)
		letters++
	}
	return out
}

// mayBegin reports at little cost whether a value may begin at text[at:].
func (l *Locale) mayBegin(text string, at int, b beginnings) bool {
	r, size := utf8.DecodeRuneInString(text[at:])
	switch {
	case blank(r) || strings.ContainsRune(".,;:!?()\"'«»“”’،؛؟。，、；：（）\n", r):
		return false
	case !unicode.IsLetter(r):
		return true
	case l.Unspaced && r >= 0x2e80:
		return hanValue(r) >= 0 || b.runes[r] || strings.ContainsRune("第从自由上下中晚早凌傍百千万亿两廿卅", r)
	}
	next, _ := utf8.DecodeRuneInString(text[at+size:])
	if r <= 'Z' && (strings.ContainsRune("IVX", r) || !unicode.IsLower(next)) {
		return true
	}
	return b.words[beginningOf(text[at:])]
}
