// Package locale holds what is converted rather than translated: one data
// sheet a language, and the small engines that read them.
//
// A sheet is plain data with the authority's address in its comment; what no
// source confirms is marked "unverified". Adding a language is one file and one
// line in All. What has six cells rather than six pages (acts, places,
// conferences, currencies, units) stands in data/*.txt, which a linguist edits.
//
// A text's values are read in one language and written in another: Values, then
// Write. Equal keys are equal values, and what is written is read with the same
// key; what depends on the sentence around it (a gender, a case), or may be read
// in two ways, is not certain. It is a leaf.
package locale

import "golang.org/x/text/language"

// Locale is the data sheet of one language.
type Locale struct {
	Tag         language.Tag
	Endonym     string   // the language's own name
	RightToLeft bool     // the direction of its script
	Decimal     string   // decimal separators, the usual one first
	Group       string   // thousands separators that its texts use
	Months      []string // twelve patterns a month is written with, separated by "|", lower case
	Cardinals   []string // the number words from 0 to 12, variants separated by "|", lower case
	Ordinals    map[string]int
	Scales      []Scale  // the longest words first
	Articles    []string // that do not count where a list is sorted
	Alike       []string // letters, each followed by the one that it is taken for where a list is sorted
	Unspaced    bool     // words are not separated by spaces
	Typography  Typography
	Calendar    Calendar
	Figures     Figures // numbers and what is numbered
}

// All lists the six languages in the United Nations' order of protocol
// (English alphabetical).
func All() []*Locale {
	return []*Locale{&arabic, &chinese, &english, &french, &russian, &spanish}
}

// Find gives the sheet of tag's base language; English stands in for a
// language without one.
func Find(tag language.Tag) *Locale {
	base, _ := tag.Base()
	for _, l := range All() {
		if b, _ := l.Tag.Base(); b == base {
			return l
		}
	}
	return &english
}

// RightToLeft reports whether tag's script runs from right to left.
func RightToLeft(tag language.Tag) bool {
	script, _ := tag.Script()
	switch script.String() {
	case "Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg":
		return true
	}
	return false
}
