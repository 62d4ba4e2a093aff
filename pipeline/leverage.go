package pipeline

import (
	"strings"

	"golang.org/x/text/language"

	"hexaglot/glossary"
	"hexaglot/messages"
)

// WholeTerm gives the translation of a message that is nothing but one term of
// the glossary, with its first letter as the source has it; ok is false where
// it is none.
func WholeTerm(base *glossary.Termbase, m *messages.Source, from, to language.Tag) (text string, ok bool) {
	matches := base.Matcher(from).Find(m.Text)
	if len(matches) != 1 || matches[0].Start != 0 || matches[0].End != len(m.Text) {
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
	return sameInitial(wanted.Text, m.Text), true
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
