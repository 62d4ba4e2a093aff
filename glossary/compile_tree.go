package glossary

import (
	"encoding/binary"
	"strings"

	"golang.org/x/text/language"
)

// planting is the tree of terms while it grows.
type planting struct {
	lex    *lexicon
	nodes  []node // a node stands behind the one that leads to it
	edges  map[[2]int32]int32
	frames *pool
	words  *pool
}

// node is a place in the tree of terms.
type node struct {
	parent, word int32
	insert       int    // the most foreign words that a term through here allows
	grows        bool   // a term goes on
	spellings    []byte // the designations that end here
}

// compileMatcher writes what openMatcher reads.
func compileMatcher(concepts []*Concept, lang language.Tag) []byte {
	p := planting{
		lex: newLexicon(grammarOf(lang)), nodes: make([]node, 1), edges: map[[2]int32]int32{},
		frames: newPool(), words: newPool(),
	}
	for i, c := range concepts {
		for k, t := range c.Terms[lang] {
			if !t.Silent {
				p.addTerm(t, designation{concept: i, term: k, traits: traitsOf(t)})
			}
		}
	}
	return appendChunk(appendChunk(nil, p.lex.compile()), p.compile())
}

func (p *planting) addTerm(t *Term, d designation) {
	p.add(t, d, t.Text)
	for _, form := range t.Forms {
		p.add(t, d, form)
	}
	d.traits |= exception
	for _, phrase := range t.Except {
		p.add(t, d, phrase)
	}
}

// add lays one spelling into the tree.
func (p *planting) add(t *Term, d designation, text string) {
	words := p.lex.g.scan(text)
	if len(words) == 0 {
		return
	}
	kind := inflectionOf(t, len(words))
	at := int32(0)
	var gaps, list []byte
	for _, w := range words {
		gaps = binary.LittleEndian.AppendUint16(gaps, uint16(allowed(w.before)))
		list = binary.AppendUvarint(list, uint64(p.words.place(w.cased)))
		at = p.child(at, p.lex.intern(w, kind))
		p.nodes[at].insert = max(p.nodes[at].insert, d.insert())
	}
	head, tail := text[:words[0].start], strings.TrimSpace(text[words[len(words)-1].end:])
	frame := string(appendText(gaps, head)) + tail
	spelling := &p.nodes[at].spellings
	for _, n := range []int{d.concept, d.term, int(d.traits), int(p.frames.place(frame))} {
		*spelling = binary.AppendUvarint(*spelling, uint64(n))
	}
	*spelling = append(*spelling, list...)
}

func (p *planting) child(at, word int32) int32 {
	e := [2]int32{at, word}
	next, ok := p.edges[e]
	if !ok {
		next = int32(len(p.nodes))
		p.nodes = append(p.nodes, node{parent: at, word: word})
		p.nodes[at].grows = true
		p.edges[e] = next
	}
	return next
}

// compile writes what openTree reads.
func (p *planting) compile() []byte {
	var labels, nodes, spellings []byte
	order, children := p.lay()
	for place, n := range order {
		nodes = appendNumbers(nodes, uint32(len(spellings)), children[place])
		if n == free {
			labels = appendNumbers(labels, 0)
			continue
		}
		labels = appendNumbers(labels, p.nodes[n].label())
		spellings = append(spellings, p.nodes[n].spellings...)
	}
	nodes = appendNumbers(nodes, uint32(len(spellings)), uint32(len(order)))
	out := appendChunk(appendChunk(appendChunk(nil, labels), nodes), spellings)
	return appendRows(appendRows(out, p.frames.list), p.words.list)
}

// free is a place without a node.
const free = -1

// lay gives the nodes their places, level by level, and for each place that
// where its children begin.
func (p *planting) lay() (order []int32, children []uint32) {
	of := p.families()
	order = []int32{0}
	for at := 0; at < len(order); at++ {
		children = append(children, uint32(len(order)))
		if n := order[at]; n != free {
			order = append(order, p.table(of[n])...)
		}
	}
	return order, children
}

// families gives the children of every node.
func (p *planting) families() [][]int32 {
	counts := make([]int, len(p.nodes))
	for _, n := range p.nodes[1:] {
		counts[n.parent]++
	}
	all, of := make([]int32, len(p.nodes)), make([][]int32, len(p.nodes))
	for n, count := range counts {
		of[n], all = all[:0:count], all[count:]
	}
	for i, n := range p.nodes[1:] {
		of[n.parent] = append(of[n.parent], int32(i+1))
	}
	return of
}

// fullTable is the number of nodes up to which a hash table has no free place.
const fullTable = 4

// table lays nodes into a hash table; of a larger one a third stays free.
func (p *planting) table(nodes []int32) []int32 {
	size := len(nodes)
	if size > fullTable {
		size += size / 2
	}
	out := make([]int32, size)
	for i := range out {
		out[i] = free
	}
	for _, n := range nodes {
		i := slot(spread(uint32(p.nodes[n].word)), size)
		for out[i] != free {
			if i++; i == size {
				i = 0
			}
		}
		out[i] = n
	}
	return out
}

func (n *node) label() uint32 {
	label := uint32(n.word) | uint32(n.insert)<<labelInsert
	if !n.grows {
		label |= labelLeaf
	}
	return label
}

// inflectionOf says how the words of a spelling of n words inflect.
func inflectionOf(t *Term, n int) inflection {
	switch {
	case t.Type == Abbreviation:
		return letterByLetter
	case t.Exact:
		return invariable
	case n == 1:
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
