package letter

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"hexaglot/pipeline/locale"
)

// Bounds of furniture, in runes.
const (
	maxDateLine = 120
	maxFormula  = 300
	maxRest     = 200
	maxSubject  = 600
)

// Role gives what a whole line or paragraph is for, by its text alone; ok is
// false for running text.
func (f *Furniture) Role(text string, lang language.Tag) (role Role, ok bool) {
	text = bare(text)
	if text == "" || utf8.RuneCountInString(text) > maxSubject+maxLabel {
		return "", false
	}
	if hits := f.formula(text, lang); len(hits) > 0 {
		return hits[0].entry.Role, true
	}
	if d, ok := dateLine(f, text, lang); ok && len(d.city) > 0 {
		return PlaceAndDate, true
	}
	if l, ok := f.label(text, lang); ok {
		return f.named(l, lang)
	}
	if _, _, ok := f.signatory(text, lang); ok {
		return Signature, true
	}
	return "", false
}

// formula gives the entries that text is a wording of; a city is none.
func (f *Furniture) formula(text string, lang language.Tag) []hit {
	if utf8.RuneCountInString(text) > maxFormula {
		return nil
	}
	return having(f.find(fold(text), lang, false), func(r Role) bool { return r != City })
}

// named gives the role of a label whose rest is what such a label names.
func (f *Furniture) named(l labelled, lang language.Tag) (Role, bool) {
	role, limit := l.hits[0].entry.Role, maxRest
	if role == Subject {
		limit = maxSubject
	}
	if utf8.RuneCountInString(l.rest) > limit || sentence(l.rest) {
		return "", false
	}
	if role == PlaceAndDate && l.rest != "" {
		_, ok := dateLine(f, l.rest, lang)
		return role, ok
	}
	return role, true
}

// signatory cuts a name that is known from the title behind it.
func (f *Furniture) signatory(text string, lang language.Tag) (name, title string, ok bool) {
	if utf8.RuneCountInString(text) > maxFormula {
		return "", "", false
	}
	is := func(s string, role Role) bool {
		return len(having(f.formula(s, lang), func(r Role) bool { return r == role })) > 0
	}
	unspaced := locale.Find(lang).Unspaced
	tries := 0
	for i, r := range text {
		if !unicode.IsSpace(r) && !unspaced {
			continue
		}
		if tries++; tries > longestName {
			break
		}
		name, title = strings.TrimRight(text[:i], ", "), strings.TrimSpace(text[i:])
		if is(name, Signature) && is(title, Title) {
			return text[:i], text[i:], true
		}
	}
	return "", "", false
}

// longestName bounds the words of a signatory's name, in Chinese its characters.
const longestName = 16

// bare gives text without the spaces around it and the mark of a list before it.
func bare(text string) string {
	_, core, _ := shell(text)
	return core
}

// shell cuts text into what stands before furniture, the furniture, and the
// spaces behind.
func shell(text string) (head, core, tail string) {
	core = strings.TrimLeftFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("-–—−‑•·*▪◦\u200e\u200f\ufeff", r)
	})
	head = text[:len(text)-len(core)]
	tail = core[len(strings.TrimRight(strings.TrimRightFunc(core, unicode.IsSpace), "*")):]
	return head, core[:len(core)-len(tail)], tail
}

// sentence reports text that ends as a sentence does: with a full stop behind a
// word that is no abbreviation, or behind several words.
func sentence(text string) bool {
	last, size := utf8.DecodeLastRuneInString(text)
	switch last {
	case '!', '?', '؟', '？', '！':
		return true
	case '。':
		return utf8.RuneCountInString(text) > 12
	case '.':
		words := strings.Fields(text[:len(text)-size])
		return len(words) > 4 && utf8.RuneCountInString(words[len(words)-1]) > 3
	}
	return false
}
