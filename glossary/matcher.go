package glossary

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// maxInsert bounds the foreign words that a term may allow.
const maxInsert = 3

// Matcher finds the terms of one language. It is safe for concurrent use.
type Matcher struct {
	g     *grammar
	lex   *lexicon
	nodes []node
	edges map[edge]int32
}

// node is a place in the tree of terms: the terms that end here.
type node struct {
	entries []*designation
	insert  int  // the most foreign words that a term through here allows
	leaf    bool // no term goes on
}

// edge leads from a node by a word of the lexicon.
type edge struct{ node, word int32 }

// designation is one spelling of a term: its text, a form of it, or an
// exception.
type designation struct {
	concept    *Concept
	term       *Term
	exception  bool
	order      int // in the file
	words      []word
	gaps       []gap // what may stand before each word
	head, tail string
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
	m := newMatcher(b.Concepts, lang)
	b.matchers[lang] = m
	return m
}

func newMatcher(concepts []*Concept, lang language.Tag) *Matcher {
	g := grammarOf(lang)
	m := &Matcher{g: g, lex: newLexicon(g), nodes: []node{{leaf: true}}, edges: map[edge]int32{}}
	order := 0
	for _, c := range concepts {
		for _, t := range c.Terms[lang] {
			order++
			if !t.Silent {
				m.addTerm(c, t, order)
			}
		}
	}
	return m
}

func (m *Matcher) addTerm(c *Concept, t *Term, order int) {
	m.add(&designation{concept: c, term: t, order: order}, t.Text)
	for _, form := range t.Forms {
		m.add(&designation{concept: c, term: t, order: order}, form)
	}
	for _, phrase := range t.Except {
		m.add(&designation{concept: c, term: t, order: order, exception: true}, phrase)
	}
}

// add lays one spelling into the tree.
func (m *Matcher) add(d *designation, text string) {
	d.words = m.g.scan(text)
	if len(d.words) == 0 {
		return
	}
	d.gaps = make([]gap, len(d.words))
	at := int32(0)
	for i, w := range d.words {
		d.gaps[i] = allowed(w.before)
		at = m.child(at, m.lex.intern(w, d.inflection()))
		m.nodes[at].insert = max(m.nodes[at].insert, d.term.Insert)
	}
	first, last := d.words[0], d.words[len(d.words)-1]
	d.head, d.tail = text[:first.start], strings.TrimSpace(text[last.end:])
	m.nodes[at].entries = append(m.nodes[at].entries, d)
}

func (m *Matcher) child(at, word int32) int32 {
	e := edge{at, word}
	next, ok := m.edges[e]
	if !ok {
		next = int32(len(m.nodes))
		m.nodes = append(m.nodes, node{leaf: true})
		m.nodes[at].leaf = false
		m.edges[e] = next
	}
	return next
}

// inflection says how the words of the spelling inflect.
func (d *designation) inflection() inflection {
	switch {
	case d.term.Type == Abbreviation:
		return letterByLetter
	case d.term.Exact:
		return invariable
	case len(d.words) == 1:
		return alone
	}
	return onePart
}

// allowed widens the gap of a term to those that a text may have in its place.
func allowed(g gap) gap {
	switch {
	case g&(hyphen|dash) != 0:
		g |= hyphen | dash
	case g&space != 0:
		g |= hyphen
	}
	if g&slash != 0 {
		g |= dash
	}
	return g | space | quote
}

// bound reports whether the words from i to j stand free: no hyphen ties them
// to a neighbour, except as "ICT-enabled", "non-ITU" and "PP-18" do.
func (m *Matcher) bound(words []word, i, j int, d *designation) bool {
	name := d.term.Type == Abbreviation || d.term.POS == "proper noun"
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
	return next.before != joint || d.term.Type != Abbreviation
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
	_, ok := m.lex.exact[m.lex.abbreviation(w.cased)]
	return ok && utf8.RuneCountInString(w.cased) > 1
}
