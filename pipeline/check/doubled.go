package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Doubled reports a word that stands twice in a row. Names (Bora Bora), what
// the language itself doubles (nous nous, had had), and what the source doubles
// are right. Chinese doubles words as it pleases: only a stretch of three
// characters or more is told.
var Doubled = Check{
	Name: "doubled", Doc: "a word that stands twice in a row", IssueType: "duplication", Severity: Warning, Run: doubled,
}

// doubles are the words that a language writes twice in a row.
var doubles = map[string][]string{
	"ar": {"شيئا", "شيئاً", "فردا", "فرداً", "يوما", "يوماً", "جنبا", "جنباً", "رويدا", "رويداً", "بابا", "باباً", "واحدا", "واحداً", "كلا", "صفا", "صفاً", "دكا", "دكاً"},
	"en": {"had", "that", "so", "very", "bye", "no", "her", "do", "is"},
	"es": {"ya", "muy", "bla", "no", "poco", "casi", "luego"},
	"fr": {"nous", "vous", "si", "très", "faire", "non", "bla", "cher", "chers"},
	"ru": {"чуть", "еле", "да", "нет", "очень", "вот", "только", "едва", "так", "его", "ее", "их"},
}

func doubled(p Pair) []Finding {
	text, offset := p.Target.Solid()
	base, _ := p.To.Base()
	start, end := doubledStretch(text)
	if p.toLocale().Unspaced {
		start, end = doubledHan(text)
	}
	if end == 0 {
		return nil
	}
	word := text[start:end]
	if slices.Contains(doubles[base.String()], strings.ToLower(word)) || p.doublesToo(word) {
		return nil
	}
	return []Finding{found("doubled", Warning, "check-doubled", "{Word} stands twice in a row", "Word", word).at(Span{}, Span{offset(start), offset(end)})}
}

// doublesToo reports whether the source has a doubled word as well.
func (p Pair) doublesToo(word string) bool {
	source, _ := p.Source.Solid()
	if _, end := doubledStretch(source); end > 0 {
		return true
	}
	return strings.Contains(p.Source.Text, word+word)
}

// doubledStretch gives the first word that stands again behind white space, in
// bytes; 0, 0 where there is none. Words that all begin with a capital are
// names, and numbers may be equal.
func doubledStretch(text string) (start, end int) {
	var last string
	lastStart, at := 0, 0
	for at < len(text) {
		from, to := nextWord(text, at)
		if from == len(text) {
			break
		}
		word := text[from:to]
		gap := text[at:from]
		if last != "" && blankOnly(gap) && strings.EqualFold(word, last) && !named2(last, word) && wholeWord(text, to) {
			return lastStart, lastStart + len(last)
		}
		last, lastStart, at = word, from, to
		if !wholeBefore(text, from) {
			last = ""
		}
	}
	return 0, 0
}

// nextWord gives the next run of letters and marks from at on; len(text) where
// there is none.
func nextWord(text string, at int) (from, to int) {
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if unicode.IsLetter(r) {
			break
		}
		at += size
	}
	to = at
	for to < len(text) {
		r, size := utf8.DecodeRuneInString(text[to:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && r != tatweel {
			break
		}
		to += size
	}
	return at, to
}

const tatweel = '\u0640'

func blankOnly(gap string) bool {
	return gap != "" && strings.Trim(gap, " \u00a0\u202f\t") == ""
}

// named2 reports whether both words begin with a capital, as names do.
func named2(a, b string) bool {
	x, _ := utf8.DecodeRuneInString(a)
	y, _ := utf8.DecodeRuneInString(b)
	return unicode.IsUpper(x) && unicode.IsUpper(y) || utf8.RuneCountInString(a) == 1 && unicode.IsUpper(y)
}

// joints tie a word to another: it is part of a longer one.
const joints = "-‐‑'’ʼ.@_/&"

// wholeWord reports whether a word that ends at a place is not part of a longer
// one; the stop of a sentence may follow.
func wholeWord(text string, end int) bool {
	r, size := utf8.DecodeRuneInString(text[end:])
	if !strings.ContainsRune(joints, r) || size == 0 {
		return true
	}
	next, _ := utf8.DecodeRuneInString(text[end+size:])
	return !unicode.IsLetter(next) && !unicode.IsDigit(next)
}

func wholeBefore(text string, start int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:start])
	return start == 0 || !strings.ContainsRune(joints, r)
}

// doubledHan gives the first stretch of three Chinese characters or more that
// stands twice in a row.
func doubledHan(text string) (start, end int) {
	const least, most = 3, 12
	runes := []rune(text)
	for i := range runes {
		for n := least; n <= most && i+2*n <= len(runes); n++ {
			if slices.Equal(runes[i:i+n], runes[i+n:i+2*n]) && allHan(runes[i:i+n]) {
				start = len(string(runes[:i]))
				return start, start + len(string(runes[i:i+n]))
			}
		}
	}
	return 0, 0
}

func allHan(runes []rune) bool {
	return !slices.ContainsFunc(runes, func(r rune) bool { return !unicode.Is(unicode.Han, r) })
}
