package glossary

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"hexaglot/messages/fault"
)

var controlCharacter = Rule{"control-character", "a character that nobody sees", Error, func(l *linter) {
	l.each(func(s site) {
		for _, text := range spellings(s.term) {
			if i := strings.IndexFunc(text, unseen); i >= 0 {
				r := []rune(text[i:])[0]
				l.report(s, fault.New(fault.Content, "lint-control-character", "{Term} holds the invisible character {Character}", "Term", text, "Character", fmt.Sprintf("U+%04X", r)))
			}
		}
	})
}}

var edgeSpace = Rule{"edge-space", "a space at an edge of a term, or two in a row", Error, func(l *linter) {
	l.each(func(s site) {
		for _, text := range spellings(s.term) {
			if strings.TrimSpace(text) != text || strings.Contains(text, "  ") {
				l.report(s, fault.New(fault.Content, "lint-edge-space", "{Term} has a space too many", "Term", "“"+text+"”"))
			}
		}
	})
}}

var mixedScript = Rule{"mixed-script", "a word with letters of two alphabets that look alike", Error, func(l *linter) {
	l.each(func(s site) {
		for _, text := range spellings(s.term) {
			if word := mixedWord(text, s.lang); word != "" {
				l.report(s, fault.New(fault.Content, "lint-mixed-script", "{Word} has letters of another alphabet that only look right", "Word", word))
			}
		}
	})
}}

// spellings lists all that a term is found by.
func spellings(t *Term) []string {
	return append(append([]string{t.Text}, t.Forms...), t.Except...)
}

// unseen reports whether nobody sees r: control and format characters, and the
// sign for what could not be read. The joiners of Arabic are letters' forms.
func unseen(r rune) bool {
	return unicode.IsControl(r) || r == '\ufffd' || r == '\u2028' || r == '\u2029' ||
		unicode.Is(unicode.Cf, r) && r != '\u200c' && r != '\u200d'
}

// lookAlike are the letters of the Latin and the Cyrillic alphabet that cannot
// be told apart (Unicode Technical Standard 39, confusables).
var lookAlike = map[*unicode.RangeTable]string{
	unicode.Latin:    "aceiopsxyjABCEHIJKMOPSTXY",
	unicode.Cyrillic: "асеіорѕхујАВСЕНІЈКМОРЅТХУ",
}

// mixedWord gives the first word that has Latin and Cyrillic or Greek letters,
// or that is written in look-alikes of the wrong alphabet: Cyrillic in English.
func mixedWord(text string, lang language.Tag) string {
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		latin, cyrillic, greek := writes(word, unicode.Latin), writes(word, unicode.Cyrillic), writes(word, unicode.Greek)
		switch {
		case latin && cyrillic, latin && greek, cyrillic && greek:
			return word
		case cyrillic && !writtenIn(lang, "Cyrl") && looksLike(word, unicode.Cyrillic):
			return word
		}
	}
	return ""
}

func writes(word string, script *unicode.RangeTable) bool {
	return strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(script, r) })
}

func looksLike(word string, script *unicode.RangeTable) bool {
	return strings.Trim(word, lookAlike[script]) == ""
}

func writtenIn(lang language.Tag, script string) bool {
	s, _ := lang.Script()
	return s.String() == script
}
