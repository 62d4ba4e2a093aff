package fuzzy

// pattern is a text prepared for comparison with many others: for each of its
// signs, the places where it stands, 64 a word. The algorithm is that of
// G. Myers, "A fast bit-vector algorithm for approximate string matching based
// on dynamic programming" (J. ACM 46, 1999), in blocks, for whole texts, and
// within the band that a distance allows (E. Ukkonen, 1985).
type pattern struct {
	signs  []sign
	blocks int
	slots  []slot // a hash table of signs
	shift  uint
	places []uint64 // blocks words a sign; the first are zero, for no sign
	rows   []row    // scratch, one a block
}

type slot struct {
	sign  sign
	index uint32 // of places, in signs; 0 where the slot is free
}

// row is the state of a block: which differences from one place to the next
// are +1 and -1, and the distance at its last place.
type row struct {
	plus, minus uint64
	score       int
}

func newPattern(signs []sign) *pattern {
	p := &pattern{signs: signs, blocks: (len(signs) + 63) / 64, shift: 32 - 4}
	for 1<<(32-p.shift) < 2*len(signs) {
		p.shift--
	}
	p.slots = make([]slot, 1<<(32-p.shift))
	p.places = make([]uint64, p.blocks, p.blocks*(1+min(len(signs), 64)))
	p.rows = make([]row, p.blocks)
	for i, s := range signs {
		p.places[p.index(s)*p.blocks+i/64] |= 1 << (i % 64)
	}
	return p
}

// index gives the place of a sign in places, a new one if need be.
func (p *pattern) index(s sign) int {
	at := p.find(s)
	if p.slots[at].index == 0 {
		p.slots[at] = slot{s, uint32(len(p.places) / p.blocks)}
		p.places = append(p.places, make([]uint64, p.blocks)...)
	}
	return int(p.slots[at].index)
}

// find gives the slot of a sign, or the free one where it would be.
func (p *pattern) find(s sign) uint32 {
	at := uint32(s) * 0x9e3779b9 >> p.shift
	for p.slots[at].index != 0 && p.slots[at].sign != s {
		at = (at + 1) & uint32(len(p.slots)-1)
	}
	return at
}

// distance gives how many signs must be put in, taken out or changed to make
// the pattern into text; most+1 if more than most.
func (p *pattern) distance(text []sign, most int) int {
	m, n := len(p.signs), len(text)
	most = min(most, max(m, n))
	if max(m-n, n-m) > most {
		return most + 1
	}
	if m == 0 || n == 0 {
		return max(m, n)
	}
	above, below := (most+m-n)/2, (most+n-m)/2 // rows of the band beside the column's own
	last := min(p.blocks-1, above/64)
	for b := range last + 1 {
		p.rows[b] = row{^uint64(0), 0, p.height(b)}
	}
	for j, s := range text {
		if next := min(p.blocks-1, (j+above)/64); next > last {
			p.rows[next] = row{^uint64(0), 0, p.rows[last].score + p.height(next) - p.height(last)}
			last = next
		}
		p.column(s, max(j-below, 0)/64, last)
		if last == p.blocks-1 && p.rows[last].score-(n-1-j) > most {
			return most + 1
		}
	}
	return min(p.rows[p.blocks-1].score, most+1)
}

// height gives the number of signs up to the end of a block.
func (p *pattern) height(block int) int { return min(64*(block+1), len(p.signs)) }

// column compares one sign of the text with the blocks from first to last.
func (p *pattern) column(s sign, first, last int) {
	at := int(p.slots[p.find(s)].index) * p.blocks
	places := p.places[at : at+p.blocks]
	plusIn, minusIn := uint64(1), uint64(0)
	for b := first; b <= last; b++ {
		r := &p.rows[b]
		end := uint(63)
		if b == p.blocks-1 {
			end = uint(len(p.signs)-1) % 64
		}
		equal := places[b]
		xv := equal | r.minus
		equal |= minusIn
		xh := (((equal & r.plus) + r.plus) ^ r.plus) | equal
		plus, minus := r.minus|^(xh|r.plus), r.plus&xh
		plusOut, minusOut := plus>>end&1, minus>>end&1
		r.score += int(plusOut) - int(minusOut)
		plus, minus = plus<<1|plusIn, minus<<1|minusIn
		r.plus, r.minus = minus|^(xv|plus), plus&xv
		plusIn, minusIn = plusOut, minusOut
	}
}
