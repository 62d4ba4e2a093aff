package align

import (
	"math"

	"hexaglot/glossary"
)

// passes is how often the documents are aligned: by lengths and marks first,
// then with the words that were found to keep company.
const passes = 3

// trusted is the confidence, in percent, of beads that something is learned from.
const trusted = 80

// aligner is the alignment of a pair at work.
type aligner struct {
	marks    *marks
	src, trg *side
	recall   []float64 // by mark: how often a translation keeps it
	lengths  lengths
	path     []stretch // of the units, in the pass before
}

func newAligner(p *Pair, base *glossary.Termbase) *aligner {
	a := &aligner{marks: &marks{ids: map[string]int32{}}}
	a.src = newSide(p.Src, newCollector(a.marks, p.From, base))
	a.trg = newSide(p.Trg, newCollector(a.marks, p.To, base))
	a.lengths = newLengths(a.src.segments, a.trg.segments)
	a.estimate(nil)
	return a
}

// align gives the beads of all segments.
func (a *aligner) align() []Bead {
	beads := a.pass()
	for range passes - 1 {
		a.learn(beads)
		beads = a.pass()
	}
	return a.move(beads)
}

// pass aligns the units, cuts the documents where their path surely passes, and
// aligns the segments between the cuts.
func (a *aligner) pass() []Bead {
	units := newWeigher(a.src.units, a.trg.units, a.marks, a.recall, newLengths(a.src.units, a.trg.units).like(a.lengths))
	a.path = route(units.all(), a.path)
	segments := newWeigher(a.src.segments, a.trg.segments, a.marks, a.recall, a.lengths)
	var beads []Bead
	for _, z := range zones(a.path, a.src, a.trg) {
		beads = append(beads, z.align(segments)...)
	}
	return beads
}

// zone is a part of both documents that is aligned by itself: the segments
// from one point to another.
type zone struct {
	from, to point
	prob     float64 // that both points are passed
}

// firm is the probability from which a point is held to be passed.
const firm = 0.98

// zones cuts the segments where the path of the units surely passes.
func zones(path []stretch, src, trg *side) []zone {
	var out []zone
	z := zone{prob: 1}
	for _, st := range path[min(1, len(path)):] {
		if st.enter < firm {
			continue
		}
		z.to = point{startOf(src, st.i), startOf(trg, st.j)}
		out = append(out, zone{z.from, z.to, z.prob * st.enter})
		z = zone{from: z.to, prob: st.enter}
	}
	z.to = point{len(src.segments), len(trg.segments)}
	return append(out, z)
}

// startOf gives the first segment of a unit.
func startOf(s *side, unit int) int {
	if unit == len(s.units) {
		return len(s.segments)
	}
	return s.units[unit].first
}

// align gives the beads of the zone.
func (z zone) align(w *weigher) []Bead {
	in := window{w, z.from, z.to}
	if b, ok := z.lone(in); ok {
		return []Bead{b}
	}
	var beads []Bead
	for _, st := range route(in, nil) {
		st.i, st.j = z.from.i+st.i, z.from.j+st.j
		beads = append(beads, Bead{
			Src: series(st.i, st.src()), Trg: series(st.j, st.trg()),
			Confidence: percent(st.prob * z.prob * w.belief(st)),
		})
	}
	return beads
}

// lone gives the zone as one bead where a single sentence of one side is as long
// as all the sentences of the other: clauses that one language divides by
// commas and the other by full stops.
func (z zone) lone(w window) (Bead, bool) {
	n, m := w.size()
	if min(n, m) != 1 || max(n, m) <= longest {
		return Bead{}, false
	}
	src, trg := w.items()
	s, t := total(src), total(trg)/w.lengths.ratio
	if max(s, t) > asLong*min(s, t) {
		return Bead{}, false
	}
	return Bead{Src: series(z.from.i, n), Trg: series(z.from.j, m), Confidence: percent(z.prob * loneBelief)}, true
}

// How much longer one side of a lone bead may be, and what is believed of it.
const (
	asLong     = 1.3
	loneBelief = 0.85
)

// doubt is what speaks against two sides that stand where they should, as odds:
// one text in eight or so of those whose marks and lengths tell nothing was put
// in the place of another.
const doubt = 0.15

// belief gives the probability that the sides of a bead belong together by
// their own marks and lengths, whatever stands around them.
func (w *weigher) belief(st stretch) float64 {
	if st.src() == 0 || st.trg() == 0 {
		return 1
	}
	return 1 / (1 + doubt*math.Exp(-w.bead(st)))
}

func series(from, n int) []int {
	var out []int
	for i := range n {
		out = append(out, from+i)
	}
	return out
}

func percent(p float64) int { return int(math.Floor(100*min(p, 1) + 1e-9)) }
