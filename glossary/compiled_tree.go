package glossary

// tree holds the spellings of the terms of one language, word by word. The
// children of a node stand together, a hash table of their own, and a node is
// its place among all; 0 is the root. So a step costs one look-up, whatever the
// number of terms.
type tree struct {
	labels numbers // of the nodes
	nodes  numbers // two numbers each: where its spellings and its children begin; those of the next are the ends
	bytes  string  // designations
	frames rows
	words  rows // as the terms write them
}

// The label of a node is the word that leads to it, whether no term goes on, and
// the most foreign words that a term through it allows. 0 is no node.
const (
	labelWord   = 1<<28 - 1
	labelLeaf   = 1 << 28
	labelInsert = 29 // two bits from here
)

func openTree(data string) tree {
	c := cursor(data)
	return tree{
		labels: numbers(c.chunk()), nodes: numbers(c.chunk()), bytes: c.chunk(),
		frames: c.rows(), words: c.rows(),
	}
}

// step gives the node that a word leads to, and its label.
func (t *tree) step(node, word uint32) (next, label uint32, ok bool) {
	from, to := t.nodes.at(int(2*node+1)), t.nodes.at(int(2*node+3))
	n := int(to) - int(from)
	if n <= 0 || int(to) > t.labels.len() {
		return 0, 0, false
	}
	for i, probes := slot(spread(word), n), 0; probes < n; probes++ {
		label = t.labels.at(int(from) + i)
		if label == 0 {
			return 0, 0, false
		}
		if label&labelWord == word {
			return from + uint32(i), label, true
		}
		if i++; i == n {
			i = 0
		}
	}
	return 0, 0, false
}

// spread hashes a word.
func spread(word uint32) uint64 { return uint64(word) * golden }

// spellings gives the designations that end at a node.
func (t *tree) spellings(node uint32) cursor {
	from, to := t.nodes.at(int(2*node)), t.nodes.at(int(2*node+2))
	if from > to || uint64(to) > uint64(len(t.bytes)) {
		return ""
	}
	return cursor(t.bytes[from:to])
}

// designation is one spelling of a term: its text, a form of it, or an
// exception.
type designation struct {
	concept, term int // their places in the termbase and in the concept's language
	traits
	words      []int  // in tree.words
	gaps       string // what may stand before each word, two bytes each
	head, tail string // what stands before the first word and after the last
}

// gap gives what may stand before the word k.
func (d *designation) gap(k int) gap { return gap(d.gaps[2*k]) | gap(d.gaps[2*k+1])<<8 }

// read takes the next designation, of n words, off the spellings of a node.
func (t *tree) read(c *cursor, n int, d *designation) {
	d.concept, d.term, d.traits = c.number(), c.number(), traits(c.number())
	frame := cursor(t.frames.at(c.number()))
	d.words = d.words[:0]
	for range n {
		d.words = append(d.words, c.number())
	}
	d.gaps, d.head = frame.take(2*n), frame.text()
	d.tail = string(frame)
	if len(d.gaps) < 2*n {
		d.traits |= exception
	}
}
