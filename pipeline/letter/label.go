package letter

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// maxLabel bounds a label, in bytes.
const maxLabel = 80

// labelled is a label and what it names; before ends where rest begins.
type labelled struct {
	hits         []hit
	before, rest string
}

// label gives the label that text begins with. It has a colon; one of a
// reference or a contact may lack it before a code or a number.
func (f *Furniture) label(text string, lang language.Tag) (labelled, bool) {
	if head, rest, ok := cutColon(text); ok {
		if hits := f.find(fold(head), lang, true); len(hits) > 0 {
			return labelled{hits, text[:len(text)-len(rest)], rest}, true
		}
	}
	if head, rest, ok := cutNumber(text); ok {
		hits := having(f.find(fold(head), lang, true), func(r Role) bool { return r == Reference || r == Contact })
		return labelled{hits, head, rest}, len(hits) > 0
	}
	return labelled{}, false
}

// cutColon cuts text behind its first colon and the spaces that follow.
func cutColon(text string) (head, rest string, ok bool) {
	i := strings.IndexAny(text[:min(len(text), maxLabel)], ":：")
	if i < 0 || !utf8.RuneStart(text[i]) {
		return "", "", false
	}
	_, size := utf8.DecodeRuneInString(text[i:])
	rest = text[i+size:]
	if strings.HasPrefix(rest, "//") {
		return "", "", false
	}
	return text[:i], strings.TrimLeftFunc(rest, unicode.IsSpace), true
}

// cutNumber cuts text before its second word where that is a code.
func cutNumber(text string) (head, rest string, ok bool) {
	i := strings.IndexFunc(text, unicode.IsSpace)
	if i < 0 || i > maxLabel {
		return "", "", false
	}
	rest = strings.TrimLeftFunc(text[i:], unicode.IsSpace)
	word, _, _ := strings.Cut(rest, " ")
	return text[:len(text)-len(rest)], rest, code(word)
}

// code reports a word that is written alike in all languages: digits, capitals
// of the Latin alphabet, and what joins them, with a digit among them.
func code(word string) bool {
	digit := false
	for _, r := range word {
		switch {
		case r >= '0' && r <= '9':
			digit = true
		case r >= 'A' && r <= 'Z', strings.ContainsRune("/.-+()–‑", r):
		default:
			return false
		}
	}
	return digit
}

// relabel writes the label of text in another language, and gives what it then
// puts behind what it names.
func (l labelled) relabel(to language.Tag) (before, after string, certain, ok bool) {
	number := l.rest != "" && strings.Trim(l.rest, "0123456789") == ""
	w, certain, ok := write(l.hits, to, func(w Wording) bool {
		_, _, takes := w.parts()
		return number || !takes
	})
	if !ok {
		return "", "", false, false
	}
	before, after, takes := w.parts()
	if last, _ := utf8.DecodeLastRuneInString(before); !takes && l.rest != "" && last < 0x2e80 {
		before += " "
	}
	return before, after, certain, true
}

// unmeasured gives what a label names without the word that counts it.
func (l labelled) unmeasured(from language.Tag) labelled {
	for _, h := range l.hits {
		for _, w := range h.entry.Wordings[from] {
			if _, after, takes := w.parts(); takes {
				l.rest = strings.TrimSuffix(l.rest, after)
			}
		}
	}
	return l
}
