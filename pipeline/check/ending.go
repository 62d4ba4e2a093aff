package check

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Ending reports a translation that does not end with the mark that its source
// ends with, each in the language's own form: . 。 : ： ; ； ؛ ? ？ ؟ ! ！.
// The stop of an abbreviation is none, and the comma and the colon of a
// salutation stand for each other.
var Ending = Check{
	Name: "ending", Doc: "final punctuation that differs", IssueType: "typographical", Severity: Warning, Run: ending,
}

// mark is the kind of a final punctuation mark.
type mark rune

const (
	noMark      mark = 0
	stop        mark = '.'
	colon       mark = ':'
	semicolon   mark = ';'
	question    mark = '?'
	exclamation mark = '!'
	ellipsis    mark = '…'
	comma       mark = ','
)

// marks gives the kind of each mark, in all six languages.
var marks = map[rune]mark{
	'.': stop, '。': stop, '．': stop, '｡': stop, '۔': stop, ':': colon, '：': colon, ';': semicolon, '；': semicolon, '؛': semicolon,
	'?': question, '？': question, '؟': question, '!': exclamation, '！': exclamation, '…': ellipsis,
	',': comma, '，': comma, '،': comma, '、': comma,
}

// closers may stand behind the mark that ends a text.
const closers = ")]}）】］》」』\"”»’'›\u200e\u200f\u061c\u2069\u202c"

func ending(p Pair) []Finding {
	src, trg := endOf(p.Source.Text), endOf(p.Target.Text)
	if src.mark == trg.mark || p.endsAlike(src, trg) {
		return nil
	}
	severity := Warning
	if src.mark == comma || trg.mark == comma || src.mark == ellipsis || trg.mark == ellipsis {
		severity = Info
	}
	place := Span{trg.start, trg.end}
	switch {
	case trg.mark == noMark:
		return []Finding{found("ending", severity, "check-ending-missing", "the source ends with {Mark}, the translation does not", "Mark", src.text).at(Span{src.start, src.end}, place)}
	case src.mark == noMark:
		return []Finding{found("ending", severity, "check-ending-extra", "the translation ends with {Mark}, the source does not", "Mark", trg.text).at(Span{}, place)}
	}
	return []Finding{found("ending", severity, "check-ending-other", "the translation ends with {Mark}, the source with {Source}", "Mark", trg.text, "Source", src.text).at(Span{src.start, src.end}, place)}
}

// end is how a text ends.
type end struct {
	mark       mark
	text       string // the mark as it is written
	start, end int
	abbreviated,
	brief bool // a line of a letter rather than a sentence
}

func endOf(text string) end {
	at := len(strings.TrimRightFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(closers, r) }))
	r, size := utf8.DecodeLastRuneInString(text[:at])
	kind, ok := marks[r]
	e := end{start: at, end: at, brief: utf8.RuneCountInString(text) <= briefly}
	if !ok {
		return e
	}
	if strings.HasSuffix(text[:at], "...") {
		kind, size = ellipsis, 3
	}
	e.mark, e.text, e.start = kind, text[at-size:at], at-size
	e.abbreviated = kind == stop && abbreviated(text[:e.start])
	return e
}

// briefly is the length, in characters, of a line such as a salutation.
const briefly = 90

// endsAlike reports whether two ends that differ are right all the same.
func (p Pair) endsAlike(src, trg end) bool {
	switch {
	case src.mark == noMark:
		return trg.abbreviated
	case trg.mark == noMark:
		return src.abbreviated
	}
	letter := func(m mark) bool { return m == comma || m == colon || m == exclamation || m == stop }
	return src.brief && trg.brief && (src.mark == comma || trg.mark == comma) && letter(src.mark) && letter(trg.mark)
}

// abbreviated reports whether the word before a stop is an abbreviation: it has
// a stop inside, it is one letter, or it is a known one.
func abbreviated(text string) bool {
	word := text[strings.LastIndexFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("(（[«\"“", r) })+1:]
	if strings.ContainsRune(word, '.') || utf8.RuneCountInString(word) == 1 && !unicode.IsDigit([]rune(word)[0]) && !unicode.Is(unicode.Han, []rune(word)[0]) {
		return true
	}
	return abbreviations6[strings.ToLower(word)]
}

// abbreviations6 are the abbreviations that end lines in letters of the six
// languages.
var abbreviations6 = setOf("etc гг др пр руб долл мин час сек стр рис см тел доб inc ltd corp jr sr no tel ext art fig min max approx st ed eds vol ref réf tél cf p.ej ej ud uds sra dr dra núm pág págs av av nº " +
	"jan feb mar apr jun jul aug sep sept oct nov dec janv févr avr juil déc ene abr ago dic янв февр апр авг сент окт нояб дек mr mrs")

func setOf(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}
