package check

import (
	"strings"
	"unicode"
)

// Same reports a translation that repeats its source. Names, codes, symbols
// and terms that are the same in both languages are no finding.
var Same = Check{
	Name: "same", Doc: "the translation repeats the source", IssueType: "untranslated", Severity: Warning, Run: same,
}

func same(p Pair) []Finding {
	if !strings.EqualFold(strings.TrimSpace(p.Source.Text), strings.TrimSpace(p.Target.Text)) || !p.translatable() {
		return nil
	}
	return []Finding{found("same", Warning, "check-same", "the translation repeats the source")}
}

// translatable reports whether the source has a word that its translation
// would hardly share: one in lower case that no term of both languages covers.
func (p Pair) translatable() bool {
	text := p.Source.Text
	if p.Terms != nil {
		text = p.withoutSharedTerms(text)
	}
	for _, word := range strings.FieldsFunc(text, notLetter) {
		runes := []rune(word)
		if len(runes) > 2 && !unicode.IsUpper(runes[0]) {
			return true
		}
	}
	return false
}

// withoutSharedTerms blanks the terms that the target language writes alike.
func (p Pair) withoutSharedTerms(text string) string {
	var b strings.Builder
	at := 0
	for _, m := range p.Terms.Matcher(p.From).Find(text) {
		if !p.shares(m, text[m.Start:m.End]) {
			continue
		}
		b.WriteString(text[at:m.Start] + " ")
		at = m.End
	}
	return b.String() + text[at:]
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }
