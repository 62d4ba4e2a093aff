package locale

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind is what a value is.
type Kind string

// The kinds of values.
const (
	KindDate       Kind = "date"      // and ranges of dates
	KindTime       Kind = "time"      // and ranges of times
	KindReference  Kind = "reference" // a numbered act: "Résolution 71 (Rév. Dubaï, 2018)"
	KindSymbol     Kind = "symbol"    // of a document: "BDT/DIR/105", "C18/35-F"
	KindMoney      Kind = "money"
	KindFrequency  Kind = "frequency" // and other quantities with a unit
	KindPercentage Kind = "percentage"
	KindOrdinal    Kind = "ordinal"
	KindNumber     Kind = "number"
)

// Value is a stretch of a text that is converted rather than translated.
type Value struct {
	Kind       Kind
	Start, End int    // in the text, in bytes
	Key        string // what it says, in no language: equal keys are equal values
	Certain    bool   // false where the text may be read in another way
	said       said
	capitals   bool // its words are in capitals
}

// said is what a value says, in no language.
type said interface {
	key() string
	// write gives the form that a language's texts have, and whether nothing
	// about it depends on the sentence around (a gender, a case).
	write(to *Locale) (text string, certain bool)
}

// reader recognises the values of one kind. read looks at the text from byte
// at on, where a word or a digit begins, and gives what is said there and where
// it ends; nil where there is no such value.
type reader struct {
	kind Kind
	read func(l *Locale, text string, at int) (what said, end int, certain bool)
}

// readers lists the kinds of values, those that hold others first.
func readers() []reader {
	return []reader{
		{KindDate, readDates},
		{KindTime, readTimes},
		{KindReference, readReference},
		{KindSymbol, readSymbol},
		{KindMoney, readMoney},
		{KindFrequency, readFrequency},
		{KindPercentage, readPercentage},
		{KindOrdinal, readOrdinal},
		{KindNumber, readNumber},
	}
}

// Values gives the values that text says, in order; they do not overlap.
func (l *Locale) Values(text string) []Value {
	all, may := readers(), valueBeginnings(l)
	var out []Value
	for at := 0; at < len(text); {
		if end := untouched(text, at); end > at {
			at = end
			continue
		}
		if l.mayBegin(text, at, may) {
			if v, ok := l.valueAt(all, text, at); ok {
				out = append(out, v)
				at = v.End
				continue
			}
		}
		at = l.next(text, at)
	}
	return out
}

func (l *Locale) valueAt(all []reader, text string, at int) (Value, bool) {
	if first, _ := utf8.DecodeRuneInString(text[at:]); blank(first) {
		return Value{}, false
	}
	for _, r := range all {
		if what, end, certain := r.read(l, text, at); what != nil && end > at {
			return Value{Kind: r.kind, Start: at, End: end, Key: what.key(), Certain: certain, said: what, capitals: l.inCapitals(r.kind, text[at:end])}, true
		}
	}
	return Value{}, false
}

// next gives the place after at where the next value may begin: behind the word
// that begins there, or behind one character where words are not separated or an
// Arabic particle is written together with the next.
func (l *Locale) next(text string, at int) int {
	r, size := utf8.DecodeRuneInString(text[at:])
	at += size
	if !unicode.IsLetter(r) || l.Unspaced && r >= 0x2e80 || proclitic(text, at-size, r) {
		return at
	}
	for at < len(text) {
		r, size = utf8.DecodeRuneInString(text[at:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) || l.Unspaced && r >= 0x2e80 {
			break
		}
		at += size
	}
	return at
}

// Write gives a value as the texts of l write it, and whether that is certain:
// nothing about it was guessed, or depends on the sentence around.
func (l *Locale) Write(v Value) (text string, certain bool) {
	text, certain = v.said.write(l)
	if v.capitals {
		text = strings.ToUpper(text)
	}
	return text, certain && v.Certain
}

// inCapitals reports whether a date or a reference is in capitals, as in a
// title. The languages without capitals have them in symbols only.
func (l *Locale) inCapitals(k Kind, text string) bool {
	if k != KindDate && k != KindReference || l.Unspaced || l.RightToLeft || strings.ContainsFunc(text, unicode.IsLower) {
		return false
	}
	return slices.ContainsFunc(strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }), func(word string) bool {
		return utf8.RuneCountInString(word) > 2 && strings.Trim(word, "IVXLCDM") != ""
	})
}
