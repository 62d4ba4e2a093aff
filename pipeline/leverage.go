package pipeline

import (
	"strings"

	"golang.org/x/text/language"

	"hexaglot/glossary"
)

// WholeTerm gives the translation of a text that is nothing but one term of
// the glossary, with its first letter as the source has it; ok is false where
// it is none.
func WholeTerm(base *glossary.Termbase, text string, from, to language.Tag) (translation string, ok bool) {
	matches := base.Matcher(from).Find(text)
	if len(matches) != 1 || matches[0].Start != 0 || matches[0].End != len(text) {
		return "", false
	}
	wanted := matches[0].Concept.Preferred(to)
	if matches[0].Term.Type == glossary.Abbreviation {
		if a := matches[0].Concept.Abbreviation(to); a != nil {
			wanted = a
		}
	}
	if wanted == nil {
		return "", false
	}
	return sameInitial(wanted.Text, text), true
}

// sameInitial gives text a capital where model begins with one.
func sameInitial(text, model string) string {
	first := []rune(model)[0]
	if string(first) == strings.ToLower(string(first)) {
		return text
	}
	runes := []rune(text)
	return strings.ToUpper(string(runes[0])) + string(runes[1:])
}
