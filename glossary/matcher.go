package glossary

import (
	"unicode/utf8"

	"golang.org/x/text/language"
)

// maxInsert bounds the foreign words that a term may allow.
const maxInsert = 3

// Matcher finds the terms of one language. It is safe for concurrent use.
type Matcher struct {
	dictionary
	lang    language.Tag
	tree    tree
	concept func(int) *Concept // by its place in the termbase; nil for no such place
}

// Matcher gives the matcher of lang's base language, built at the first call.
func (b *Termbase) Matcher(lang language.Tag) *Matcher {
	lang = base(lang)
	b.mu.Lock()
	defer b.mu.Unlock()
	if m := b.matchers[lang]; m != nil {
		return m
	}
	if b.matchers == nil {
		b.matchers = map[language.Tag]*Matcher{}
	}
	m := b.open.matcher(lang)
	if m == nil {
		m = newMatcher(b.Concepts, lang)
	}
	b.matchers[lang] = m
	return m
}

// newMatcher compiles the terms of one language and opens them.
func newMatcher(concepts []*Concept, lang language.Tag) *Matcher {
	return openMatcher(lang, string(compileMatcher(concepts, lang)), func(i int) *Concept {
		if uint(i) >= uint(len(concepts)) {
			return nil
		}
		return concepts[i]
	})
}

// openMatcher reads what compileMatcher wrote.
func openMatcher(lang language.Tag, data string, concept func(int) *Concept) *Matcher {
	c := cursor(data)
	g := grammarOf(lang)
	return &Matcher{
		dictionary: openDictionary(g, g.compile(), c.chunk()),
		tree:       openTree(c.chunk()),
		lang:       lang, concept: concept,
	}
}

// traits are what the matcher must know of a spelling; above them stands how
// many foreign words it allows.
type traits uint16

const (
	exception    traits = 1 << iota // a phrase in which these words are not the term
	abbreviation                    // of type Abbreviation
	properNoun
	capital        // Term.Capital
	ordinary       // Term.Word
	rankBits   = 5 // Term.rank takes the three bits from here
	insertBits = 8 // Term.Insert, those from here
	rankMask   = 1<<3 - 1
)

func (t traits) has(trait traits) bool { return t&trait != 0 }
func (t traits) rank() int             { return int(t>>rankBits) & rankMask }
func (t traits) insert() int           { return int(t >> insertBits) }

// traitsOf gathers the traits of a term.
func traitsOf(t *Term) traits {
	out := traits(t.rank())<<rankBits | traits(min(max(t.Insert, 0), maxInsert))<<insertBits
	out.set(abbreviation, t.Type == Abbreviation)
	out.set(properNoun, t.POS == "proper noun")
	out.set(capital, t.Capital)
	out.set(ordinary, t.Word)
	return out
}

func (t *traits) set(trait traits, holds bool) {
	if holds {
		*t |= trait
	}
}

// bound reports whether the words from i to j stand free: no hyphen ties them
// to a neighbour, except as "ICT-enabled", "non-ITU" and "PP-18" do.
func (m *Matcher) bound(words []word, i, j int, d *designation) bool {
	name := d.has(abbreviation | properNoun)
	if tied := words[i].before&^quote == hyphen && i > 0; tied && (!name || !m.prefix(words[i-1])) {
		return false
	}
	if j+1 == len(words) || d.tail != "" {
		return true
	}
	next := words[j+1]
	switch first, _ := utf8.DecodeRuneInString(next.cased); {
	case first >= '0' && first <= '9':
		return next.before != stop
	case next.before&^quote == hyphen:
		compound := name || m.g.compounds && i < j
		return scriptOf(first) == ideographic || compound && m.suffix(next)
	}
	return next.before != joint || !d.has(abbreviation)
}

// prefix reports whether w can be written before a name with a hyphen: "non",
// "Non", or an abbreviation of its own.
func (m *Matcher) prefix(w word) bool {
	return isTail(w.lower, w.cased, 1) || m.abbreviates(w)
}

// suffix reports whether w can be written after a name with a hyphen: "based",
// or an abbreviation of its own.
func (m *Matcher) suffix(w word) bool {
	return isTail(w.lower, w.cased, 0) || m.abbreviates(w)
}

// isTail reports whether a word of two letters at least is in lower case from
// its rune n on.
func isTail(lower, cased string, n int) bool {
	for range n {
		_, size := utf8.DecodeRuneInString(cased)
		cased = cased[size:]
		_, size = utf8.DecodeRuneInString(lower)
		lower = lower[size:]
	}
	return utf8.RuneCountInString(cased) > 1-n && cased == lower
}

func (m *Matcher) abbreviates(w word) bool {
	_, ok := m.abbreviation(w.cased)
	return ok && utf8.RuneCountInString(w.cased) > 1
}
