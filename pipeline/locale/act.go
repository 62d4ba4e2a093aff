package locale

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// act is one row of acts.txt: what a reference may name.
type act struct {
	key, numbers string
	cells        []string // in the order of columns
}

var acts = func() []act {
	var out []act
	for _, row := range table(actData) {
		out = append(out, act{row[0], row[1], row[2:]})
	}
	return out
}()

// form gives the pattern that a language writes.
func (a act) form(l *Locale) pattern { return patterns(first(a.cells[l.column()]))[0] }

// several gives the pattern for a number of acts: the dual for two, where the
// language has one, or the plural.
func (a act) several(l *Locale, n int) pattern {
	all := patterns(a.cells[l.column()])
	for _, dual := range []bool{true, false} {
		i := slices.IndexFunc(all, func(p pattern) bool { return p.plural && p.dual == dual })
		if i >= 0 && (n == 2 || !dual) {
			return all[i]
		}
	}
	return a.form(l)
}

// actForm is a pattern with the row that it belongs to.
type actForm struct {
	pattern
	act int
}

// actForms indexes the forms by what stands before the number; those that begin
// with it stand under what follows it.
var actForms = perLocale(func(l *Locale) [2]*words[actForm] {
	out := [2]*words[actForm]{newWords[actForm](), newWords[actForm]()}
	for i, a := range acts {
		for _, p := range patterns(a.cells[l.column()]) {
			if p.before != "" {
				out[0].add(p.before, actForm{p, i})
			} else {
				out[1].add(p.after, actForm{p, i})
			}
		}
	}
	return out
})

// designation reads the number of an act at text[at:]; end is -1 where there is
// none of its kind.
func (l *Locale) designation(text string, at int, numbers string) (d designation, end int, certain bool) {
	switch numbers {
	case "standard":
		d.sector, at = sectorAt(text, at)
		d.text, end = standardCode(text, at)
		return d, end, true
	case "symbol":
		return l.symbolDesignation(text, at)
	case "revised":
		d.sector, at = sectorAt(text, at)
	case "letters":
		if d.text, end = letters(text, at); end > 0 {
			return d, end, true
		}
	}
	d.text, end = actNumber(text, at)
	return d, end, true
}

// designation is the number of an act, in no language.
type designation struct {
	sector string // letter of the ITU's Sector: "T", "R", "D"
	symbol        // "71", "5.441", "1/1", "30B", "E.119", "C18/35"
}

func (l *Locale) symbolDesignation(text string, at int) (designation, int, bool) {
	if at == len(text) {
		return designation{}, -1, false
	}
	if s, end, certain := l.symbolAt(text, at); end > 0 {
		return designation{symbol: s}, end, certain
	}
	number, end := actNumber(text, at)
	if end < 0 || !strings.HasPrefix(text[end:], "-") || end+1 >= len(text) {
		return designation{symbol: symbol{text: number}}, end, true
	}
	if !languageLetter(text[end+1]) || !l.endsAt(text, end+2) {
		return designation{symbol: symbol{text: number}}, end, true
	}
	s, certain := l.lettered(number + text[end:end+2])
	return designation{symbol: s}, end + 2, certain
}

// actNumber reads 71, 5.441, 1/1, 40-4, 30B, in digits of any script.
func actNumber(text string, at int) (number string, end int) {
	number, end = digitRun(window(text, at), 0)
	if number == "" {
		return "", -1
	}
	end += at
	for len(number) < numeralBytes/2 {
		r, size := utf8.DecodeRuneInString(text[end:])
		if !strings.ContainsRune("./-\u2011", r) || size == 0 {
			break
		}
		digits, n := digitRun(window(text, end+size), 0)
		if digits == "" {
			break
		}
		number += string(plainHyphen(r)) + digits
		end += size + n
	}
	return ending(number, text, end)
}

// ending adds the letter or Latin numeral that an inserted article has: 30B,
// 22 bis.
func ending(number, text string, end int) (string, int) {
	r, size := utf8.DecodeRuneInString(text[end:])
	after, _ := utf8.DecodeRuneInString(text[end+size:])
	if r >= 'A' && r <= 'Z' && (!wordRune(after) || han(after)) {
		return number + string(r), end + size
	}
	next := skipBlank(text, end)
	for _, word := range []string{"bis", "ter", "quater"} {
		if stop := wordsEnd(text, next, word); stop > 0 && next > end {
			if after, _ := utf8.DecodeRuneInString(text[stop:]); !wordRune(after) {
				return number + " " + word, stop
			}
		}
	}
	if wordRune(r) && !han(r) {
		return "", -1
	}
	return number, end
}

// letters reads a capital or a Roman numeral that stands alone: A, IV.
func letters(text string, at int) (string, int) {
	end := at
	for end < len(text) && text[end] >= 'A' && text[end] <= 'Z' && end-at < 6 {
		end++
	}
	after, _ := utf8.DecodeRuneInString(text[end:])
	token := text[at:end]
	if token == "" || len(token) > 1 && romanValue(token) == 0 || wordRune(after) && !han(after) || strings.ContainsRune("'’-.&/", after) && !sentenceEnd(text, end) {
		return "", -1
	}
	return token, end
}

// sentenceEnd reports whether the point at text[at] ends a sentence rather than
// an initial or a code.
func sentenceEnd(text string, at int) bool {
	return strings.HasPrefix(text[at:], ".") && (at+1 == len(text) || text[at+1] == '\n')
}

// sectorAt reads "ITU-T ", "UIT-R ", "МСЭ-Т " (in Cyrillic or Latin letters).
func sectorAt(text string, at int) (letter string, end int) {
	for _, union := range []string{"ITU-", "UIT-", "МСЭ-"} {
		stop := wordsEnd(text, at, union)
		if stop < 0 {
			continue
		}
		r, size := utf8.DecodeRuneInString(text[stop:])
		if r == 'Т' {
			r = 'T'
		}
		after, _ := utf8.DecodeRuneInString(text[stop+size:])
		if strings.ContainsRune("TRD", r) && (!wordRune(after) || han(after)) {
			return string(r), skipBlank(text, stop+size)
		}
	}
	return "", at
}

// sectorName writes the name of a Sector: МСЭ-Т, with a Cyrillic T as most of
// the ITU's Russian texts have it.
func (l *Locale) sectorName(letter string) string {
	if letter == "T" && l.Tag == russian.Tag {
		letter = "Т"
	}
	return l.Figures.Union + letter
}

// standardCode reads the number of a Recommendation of the ITU: E.119,
// P.1546-6, G.984.1.
func standardCode(text string, at int) (string, int) {
	end := at
	for end < len(text) && text[end] >= 'A' && text[end] <= 'Z' && end-at < 4 {
		end++
	}
	if end == at || end-at > 3 || !strings.HasPrefix(text[end:], ".") {
		return "", -1
	}
	number, stop := actNumber(text, end+1)
	if stop < 0 {
		return "", -1
	}
	return text[at:end] + "." + number, stop
}
