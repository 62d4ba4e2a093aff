package check

import (
	"strings"
	"unicode"

	"golang.org/x/text/language"
)

// Language reports text that was left in the source's language, or in another
// than the translation's: no letter of the language's script, a word in a
// script that neither it nor the source's Latin names have, or the small words
// of another language and none of its own.
var Language = Check{
	Name: "language", Doc: "text in another language than the translation's", IssueType: "untranslated", Severity: Warning, Run: inLanguage,
}

// scripts are the scripts of the six languages; the others are Latin.
var scripts = map[string]*unicode.RangeTable{"ar": unicode.Arabic, "ru": unicode.Cyrillic, "zh": unicode.Han}

func scriptOf(tag language.Tag) *unicode.RangeTable {
	base, _ := tag.Base()
	if s := scripts[base.String()]; s != nil {
		return s
	}
	return unicode.Latin
}

func inLanguage(p Pair) []Finding {
	own, source := scriptOf(p.To), scriptOf(p.From)
	text := p.Target.Text
	if own != source && !hasScript(text, own) && hasScript(p.Source.Text, source) && p.proseIn(text) {
		return []Finding{found("language", Warning, "check-language-script", "the translation has no letter of its language's script")}
	}
	if start, end := p.foreignWord(own, source); end > start {
		return []Finding{found("language", Warning, "check-language-word", "{Word} is not in the script of the language", "Word", text[start:end]).at(Span{}, Span{start, end})}
	}
	if p.saysIn(p.From) {
		return []Finding{found("language", Warning, "check-language-words", "this seems to be in the source's language")}
	}
	return nil
}

func hasScript(text string, script *unicode.RangeTable) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(script, r) })
}

// proseIn reports whether a text has two words in lower case in a row, as names
// and symbols have not.
func (p Pair) proseIn(text string) bool {
	n := 0
	for _, word := range strings.Fields(p.plain(text, p.targetAddresses())) {
		word = strings.TrimFunc(word, notLetter)
		if len(word) > 1 && strings.ToLower(word) == word {
			if n++; n == 2 {
				return true
			}
			continue
		}
		n = 0
	}
	return false
}

// foreignWord gives the first stretch of the target in a script, other than
// Latin, that is not its own, unless the source quotes it in a third language.
func (p Pair) foreignWord(own, source *unicode.RangeTable) (start, end int) {
	text := p.Target.Text
	for _, script := range []*unicode.RangeTable{unicode.Arabic, unicode.Cyrillic, unicode.Han} {
		if script == own {
			continue
		}
		start = strings.IndexFunc(text, func(r rune) bool { return unicode.Is(script, r) && unicode.IsLetter(r) })
		if start < 0 || script != source && hasScript(p.Source.Text, script) {
			continue
		}
		end = start + strings.IndexFunc(text[start:]+" ", func(r rune) bool { return !unicode.Is(script, r) })
		if quotesName(text, start) {
			continue
		}
		return start, end
	}
	return 0, 0
}

// quotesName reports whether what begins at a place stands in brackets, as the
// original name beside a translated one does.
func quotesName(text string, at int) bool {
	return strings.LastIndexAny(text[:at], "(（") > strings.LastIndexAny(text[:at], ")）")
}

// small are words that nearly every sentence of a language has, and no other of
// the four that are written with Latin or Cyrillic letters.
var small = map[string]map[string]bool{
	"en": setOf("the of and to in is are for with by that this which from be will at it its was were has have been their as or an"),
	"es": setOf("el los las del y que para por con una su sus se como más al o lo está son fue ser entre sobre"),
	"fr": setOf("le les des du et que pour par dans une sur est aux avec ce cette ces sont été être au qui pas ou son ses leur"),
	"ru": setOf("и в на с по для что к из о от не при или также до как его их за под"),
}

// saysIn reports whether the target has three small words of a language at
// least, and none of its own.
func (p Pair) saysIn(other language.Tag) bool {
	from, _ := other.Base()
	to, _ := p.To.Base()
	theirs, own := small[from.String()], small[to.String()]
	if theirs == nil || own == nil {
		return false
	}
	n := 0
	for _, word := range strings.FieldsFunc(strings.ToLower(p.Target.Text), notLetter) {
		switch {
		case own[word] && !theirs[word]:
			return false
		case theirs[word] && !own[word]:
			n++
		}
	}
	return n >= 3
}
