package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Spelling reports words that the dictionary of the language does not have. It
// needs a Speller. Terms of the glossary, names (words with a capital), words
// of the source, and words in another script are not asked about.
var Spelling = Check{
	Name: "spelling", Doc: "words that a dictionary does not have (hunspell, with --spelling)", IssueType: "misspelling", Severity: Warning, Run: spelling,
}

func spelling(p Pair) []Finding {
	if p.Speller == nil || p.toLocale().Unspaced {
		return nil
	}
	wrong := p.Speller(p.words())
	if len(wrong) == 0 {
		return nil
	}
	f := found("spelling", Warning, "check-spelling", "the dictionary does not have {Words}", "Words", wrong)
	if at := strings.Index(p.Target.Text, wrong[0]); at >= 0 {
		f = f.at(Span{}, Span{at, at + len(wrong[0])})
	}
	return []Finding{f}
}

// words gives the words of the target that are to be in a dictionary, each once.
func (p Pair) words() []string {
	text := p.plain(p.withoutTerms(), p.targetAddresses())
	script := scriptOf(p.To)
	var out []string
	for at := 0; at < len(text); {
		from, to := nextWord(text, at)
		word := strings.ReplaceAll(text[from:to], string(tatweel), "")
		at = max(to, from+1)
		if !spellable(word, text, from, to) || strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(script, r) }) ||
			slices.Contains(out, word) || strings.Contains(p.Source.Text, word) {
			continue
		}
		out = append(out, word)
	}
	return out
}

// spellable reports whether a word is one of prose: in lower case, of three
// letters at least, and no part of a symbol.
func spellable(word, text string, from, to int) bool {
	first, _ := utf8.DecodeRuneInString(word)
	if utf8.RuneCountInString(word) < 3 || unicode.IsUpper(first) || strings.ContainsFunc(word, unicode.IsUpper) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	after, _ := utf8.DecodeRuneInString(text[to:])
	return !strings.ContainsRune("_/@\\0123456789", before) && !strings.ContainsRune("_/@\\0123456789", after)
}

// withoutTerms blanks the terms of the glossary in the target.
func (p Pair) withoutTerms() string {
	text := p.Target.Text
	if p.Terms == nil {
		return text
	}
	b := []byte(text)
	for _, m := range p.targetTerms() {
		for i := m.Start; i < m.End; i++ {
			b[i] = ' '
		}
	}
	return string(b)
}
