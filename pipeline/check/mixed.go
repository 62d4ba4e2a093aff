package check

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mixed reports the first word whose letters are of two scripts that look
// alike, and a single letter of the wrong one between two words.
func (p Pair) mixed() []Finding {
	text := p.Target.Text
	cyrillic := scriptOf(p.To) == unicode.Cyrillic
	if !cyrillic && !strings.ContainsFunc(text, func(r rune) bool { return r >= 0x370 && r <= 0x52f }) {
		return nil
	}
	for at := 0; at < len(text); {
		from, to := nextWord(text, at)
		word := text[from:to]
		if mixesScripts(word) && !strings.Contains(p.Source.Text, word) || cyrillic && stray(text, from, to) {
			return []Finding{found("characters", Warning, "check-mixed-scripts", "{Word} has letters of two scripts that look alike: {Letter}",
				"Word", word, "Letter", odd(word, cyrillic)).at(Span{}, Span{from, to})}
		}
		at = max(to, from+1)
	}
	return nil
}

// mixesScripts reports whether a word has letters of two of the scripts Latin,
// Cyrillic and Greek. The sign µ is no letter of Greek.
func mixesScripts(word string) bool {
	var latin, cyrillic, greek bool
	for _, r := range word {
		latin = latin || unicode.Is(unicode.Latin, r)
		cyrillic = cyrillic || unicode.Is(unicode.Cyrillic, r)
		greek = greek || unicode.Is(unicode.Greek, r)
	}
	return latin && cyrillic || latin && greek || cyrillic && greek
}

// stray reports whether a Russian text has a Latin letter where it has a word
// of one letter: а, с, о, у, к between two Cyrillic words.
func stray(text string, from, to int) bool {
	if to-from != 1 || strings.IndexByte("acoykACOYK", text[from]) < 0 {
		return false
	}
	rest := strings.TrimLeft(text[to:], " \u00a0")
	before := strings.TrimRight(text[:from], " \u00a0")
	next, _ := utf8.DecodeRuneInString(rest)
	last, _ := utf8.DecodeLastRuneInString(before)
	spaced := len(rest) < len(text)-to && (from == 0 || len(before) < from)
	return spaced && unicode.Is(unicode.Cyrillic, next) && unicode.IsLower(next) && (before == "" || unicode.Is(unicode.Cyrillic, last) || last == ',')
}

// odd gives the letters of the rarer script in a word, "U+0430 а"; of a tie, the
// Latin ones in a Russian text.
func odd(word string, russian bool) string {
	var latin, other []rune
	for _, r := range word {
		if unicode.Is(unicode.Latin, r) {
			latin = append(latin, r)
		} else if unicode.IsLetter(r) {
			other = append(other, r)
		}
	}
	if len(latin) < len(other) || len(latin) == len(other) && russian {
		return string(latin)
	}
	return string(other)
}
