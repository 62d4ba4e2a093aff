package glossary

import (
	"strings"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// grammar is the sheet of one language: what the matcher holds to be forms of
// one word, and letters that it holds to be equal.
type grammar struct {
	lang language.Tag

	// paradigms has one paradigm a line: a role, endings, and after a colon
	// words that show it. A "-" is the empty ending. Endings after a bar are
	// never those of a dictionary form, so a term of one word does not have
	// them. Roles: noun; adj, for terms of several words only.
	paradigms string
	minStem   int // runes that stand before an ending at least

	// irregular has the forms of one word a line that no paradigm relates; each
	// takes the endings of its own paradigms besides.
	irregular string

	fold       func(rune) rune     // the letter without its accent, in lower case
	variants   func(string) []form // the words that a folded word can stand for, beside itself; nil for none
	bare       func(string) string // a folded word of a term as the stem table holds it; nil for as it is
	abbr       func(string) string // an abbreviation with look-alike letters unified; nil for as it is
	possessive bool                // 's belongs to the word before it
	compounds  bool                // a term of several words takes a tail: "climate change-related"
	plural     bool                // an abbreviation takes a small s
}

// form is a reading of a word without its proclitics.
type form struct {
	word string
	lead bool // a proclitic is cut off: the first word of a term only
}

// grammars lists the six languages; others are matched word by word.
func grammars() []*grammar {
	return []*grammar{&arabic, &chinese, &english, &french, &russian, &spanish}
}

func grammarOf(lang language.Tag) *grammar {
	for _, g := range grammars() {
		if g.lang == base(lang) {
			return g
		}
	}
	return &grammar{lang: base(lang), fold: foldLatin}
}

// set is a set of paradigms, a bit each. Bit 0 is the word as it stands.
type set [2]uint64

var identity = set{1}

func (s *set) add(bit int)     { s[bit/64] |= 1 << (bit % 64) }
func (s set) meets(o set) bool { return s[0]&o[0]|s[1]&o[1] != 0 }
func (s set) and(o set) set    { return set{s[0] & o[0], s[1] & o[1]} }
func (s set) or(o set) set     { return set{s[0] | o[0], s[1] | o[1]} }
func (s set) empty() bool      { return s == set{} }

// ending is one ending with the paradigms that have it.
type ending struct {
	accented string // as the sheet writes it
	all      set    // the paradigms that have it
	citation set    // those of nouns in which a dictionary form has it
}

// endings holds the endings of a language by their folded letters.
type endings struct {
	of      map[string][]ending
	longest int // runes
}

// compile reads the paradigms of the sheet.
func (g *grammar) compile() endings {
	out := endings{of: map[string][]ending{"": {{all: identity, citation: identity}}}}
	bit := 0
	for line := range strings.Lines(g.paradigms) {
		rule, _, _ := strings.Cut(line, ":")
		fields := strings.Fields(rule)
		if len(fields) == 0 {
			continue
		}
		bit++
		citation := fields[0] == "noun"
		for _, e := range fields[1:] {
			if e == "|" {
				citation = false
				continue
			}
			out.add(strings.TrimPrefix(e, "-"), bit, citation, g.fold)
		}
	}
	return out
}

// kin reads the irregular words of the sheet.
func (g *grammar) kin() map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(g.irregular) {
		forms := strings.Fields(line)
		for _, form := range forms {
			folded := strings.Map(g.fold, form)
			out[folded] = append(out[folded], forms...)
		}
	}
	return out
}

func (e *endings) add(accented string, bit int, citation bool, fold func(rune) rune) {
	folded := strings.Map(fold, accented)
	list := e.of[folded]
	i := 0
	for i < len(list) && list[i].accented != accented {
		i++
	}
	if i == len(list) {
		list = append(list, ending{accented: accented})
	}
	list[i].all.add(bit)
	if citation {
		list[i].citation.add(bit)
	}
	e.of[folded] = list
	e.longest = max(e.longest, len([]rune(folded)))
}

// foldLatin takes the accent off a Latin letter.
func foldLatin(r rune) rune {
	if r < 'À' || r > 'ɏ' && r < 'Ḁ' || r > 'ỿ' || !unicode.Is(unicode.Latin, r) {
		return r
	}
	var buf [4]byte
	d := norm.NFD.Properties(append(buf[:0], string(r)...)).Decomposition()
	if len(d) == 0 {
		return r
	}
	return rune(d[0])
}
