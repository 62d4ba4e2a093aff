package align

import (
	"cmp"
	"math"
	"slices"
)

// reach is how many beads away a counterpart is looked for out of order.
const reach = 60

// convincing is the probability, among all counterparts within reach and none,
// from which two segments are held to correspond wherever they stand.
const convincing = 0.8

// firmly is the score of a pair in its place that is not looked at again.
const firmly = 7

// move looks out of order for the counterparts of what the path has left over
// or has paired against the evidence: list items that each language sorts by
// its own alphabet, paragraphs that changed places.
func (a *aligner) move(beads []Bead) []Bead {
	w := newWeigher(a.src.segments, a.trg.segments, a.marks, a.recall, a.lengths)
	m := &mover{weigher: w, beads: beads, sorted: a.src.sorted}
	m.gather()
	for _, c := range m.candidates() {
		m.bind(c)
	}
	m.doubt()
	return m.put()
}

// mover rearranges the beads of a path.
type mover struct {
	*weigher
	beads  []Bead
	src    []loose // segments of the source whose bead is weak
	trg    []loose
	sorted []bool      // by segments of the source: an item of a list, a cell of a table
	bound  map[int]int // segments of the target by those of the source
	taken  map[int]bool
	prob   map[int]float64
}

// loose is a segment whose bead does not hold it firmly.
type loose struct {
	at, bead int
	held     float64 // the score of its bead
}

// candidate is two segments that may correspond.
type candidate struct {
	src, trg loose
	score    float64
	prob     float64
}

// gather lists the segments of beads with one side, and of single pairs.
func (m *mover) gather() {
	m.bound, m.taken, m.prob = map[int]int{}, map[int]bool{}, map[int]float64{}
	for k, b := range m.beads {
		switch {
		case len(b.Src) == 1 && len(b.Trg) == 1:
			held := m.pair(b.Src[0], b.Trg[0])
			if held < firmly {
				m.src = append(m.src, loose{b.Src[0], k, held})
				m.trg = append(m.trg, loose{b.Trg[0], k, held})
			}
		case len(b.Trg) == 0:
			m.src = append(m.src, loose{b.Src[0], k, 0})
		case len(b.Src) == 0:
			m.trg = append(m.trg, loose{b.Trg[0], k, 0})
		}
	}
}

// candidates gives the pairs within reach that convince, and fit better than
// what the path gives either of them; the best first.
func (m *mover) candidates() []candidate {
	var out []candidate
	from, to := 0, 0
	for _, s := range m.src {
		for from < len(m.trg) && m.trg[from].bead < s.bead-reach {
			from++
		}
		for to < len(m.trg) && m.trg[to].bead <= s.bead+reach {
			to++
		}
		out = append(out, m.rank(s, m.trg[from:to])...)
	}
	slices.SortStableFunc(out, func(a, b candidate) int { return cmp.Compare(b.score, a.score) })
	return out
}

// rank compares a segment with all that it might correspond to.
func (m *mover) rank(s loose, all []loose) []candidate {
	scores, sum := make([]float64, len(all)), m.stays(s)
	for k, t := range all {
		scores[k] = m.pair(s.at, t.at)
		sum += math.Exp(scores[k])
	}
	var out []candidate
	for k, t := range all {
		prob := math.Exp(scores[k]) / sum
		if t.bead != s.bead && prob >= convincing && scores[k] > max(s.held, t.held) {
			out = append(out, candidate{s, t, scores[k], prob})
		}
	}
	return out
}

// stays gives the odds that a segment is nowhere else: nobody sorts paragraphs,
// but lists and tables follow each language's alphabet.
func (m *mover) stays(s loose) float64 {
	if m.sorted[s.at] {
		return 1
	}
	return 200
}

// bind takes a pair out of the order, if neither is taken.
func (m *mover) bind(c candidate) {
	if _, ok := m.bound[c.src.at]; ok || m.taken[c.trg.at] {
		return
	}
	m.bound[c.src.at], m.taken[c.trg.at] = c.trg.at, true
	m.prob[c.src.at] = c.prob
}

// doubt lowers the confidence of the weak pairs of one kind of unit between
// which others were moved: their order proves nothing.
func (m *mover) doubt() {
	for k, b := range m.beads {
		if len(b.Src) != 1 || len(b.Trg) != 1 || !m.unsettled(k) {
			continue
		}
		if held := m.pair(b.Src[0], b.Trg[0]); held < firmly {
			m.beads[k].Confidence = min(b.Confidence, percent(likely(held, 2*near)))
		}
	}
}

// unsettled reports whether a bead next to k was moved.
func (m *mover) unsettled(k int) bool {
	for _, b := range m.beads[max(0, k-near):min(len(m.beads), k+near+1)] {
		for _, i := range b.Src {
			if _, ok := m.bound[i]; ok {
				return true
			}
		}
	}
	return false
}

// near is how many beads around a moved one are in doubt.
const near = 8

// likely gives the probability that two segments correspond, of n that might.
func likely(score float64, n int) float64 { return 1 / (1 + float64(n)*math.Exp(-score)) }

// put gives the beads with what was moved taken out of them.
func (m *mover) put() []Bead {
	var out []Bead
	for _, b := range m.beads {
		if len(b.Src) > 1 || len(b.Trg) > 1 {
			out = append(out, b)
			continue
		}
		out = append(out, m.parts(b)...)
	}
	return out
}

// parts gives what becomes of a bead of at most one segment a side.
func (m *mover) parts(b Bead) []Bead {
	var out []Bead
	src, trg := b.Src, b.Trg
	if len(src) == 1 {
		if to, ok := m.bound[src[0]]; ok {
			out = append(out, Bead{Src: src, Trg: []int{to}, Confidence: percent(m.prob[src[0]]), Moved: true})
			src = nil
		}
	}
	if len(trg) == 1 && m.taken[trg[0]] {
		trg = nil
	}
	if len(src)+len(trg) > 0 {
		if len(src) != len(b.Src) || len(trg) != len(b.Trg) {
			b.Confidence = min(b.Confidence, Sure-1)
		}
		out = append(out, Bead{Src: src, Trg: trg, Confidence: b.Confidence, Moved: b.Moved})
	}
	return out
}
