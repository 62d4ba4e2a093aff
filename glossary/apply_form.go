package glossary

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// Later gives what lang writes for the concept once it was introduced: what an
// abbreviation stood for is abbreviated in English, French, Russian and
// Spanish, while Arabic and Chinese repeat the term; a term that was written
// out stays so. "" where lang has no term.
//
// abbreviated says how the text to translate has it, and singular whether it
// speaks of one: English then leaves the plural s of an abbreviation.
func (c *Concept) Later(lang language.Tag, abbreviated, singular bool) string {
	term := c.Preferred(lang)
	if abbreviated && !RepeatsTerms(lang) {
		if a := c.Abbreviation(lang); a != nil {
			term = a
		}
	}
	if term == nil {
		return ""
	}
	return term.number(lang, singular)
}

// RepeatsTerms reports whether lang writes a term out at every mention, as
// Arabic and Chinese do, and not its abbreviation.
func RepeatsTerms(lang language.Tag) bool {
	return base(lang) == language.Arabic || base(lang) == language.Chinese
}

// number gives the text of a term; in English, an abbreviation without its
// plural s where one is meant.
func (t *Term) number(lang language.Tag, singular bool) string {
	if !singular || t.Type != Abbreviation || !grammarOf(lang).plural {
		return t.Text
	}
	rest, ok := strings.CutSuffix(t.Text, "s")
	if last, _ := utf8.DecodeLastRuneInString(rest); !ok || !unicode.IsUpper(last) {
		return t.Text
	}
	return rest
}

// ones are the words before a noun that say that one thing is meant.
var ones = map[language.Tag][]string{
	language.English: {"a", "an", "one", "each", "every", "another", "this", "that", "any"},
	language.French:  {"un", "une", "chaque", "du", "au", "le", "la", "l", "ce", "cet", "cette"},
	language.Spanish: {"un", "una", "cada", "del", "al", "el", "la", "este", "esta"},
}

// Singular reports whether the words of a match in text speak of one thing: by
// the word before ("un PMA"), or by an English abbreviation without its plural
// s. Where nothing tells, they do not.
func (m Match) Singular(text string, lang language.Tag) bool {
	if m.Term.Type == Abbreviation && m.Term.number(lang, true) != m.Term.Text {
		return text[m.Start:m.End] == m.Term.number(lang, true)
	}
	before := strings.FieldsFunc(text[:m.Start], func(r rune) bool { return !unicode.IsLetter(r) })
	if len(before) == 0 || strings.ContainsAny(text[strings.LastIndex(text[:m.Start], before[len(before)-1]):m.Start], ".,;:!?()") {
		return false
	}
	return slices.Contains(ones[base(lang)], strings.ToLower(before[len(before)-1]))
}
