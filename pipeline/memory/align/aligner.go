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

// paths is the ways through a stream of both documents.
type paths struct{ units, segments []stretch }

// aligner is the alignment of a pair at work.
type aligner struct {
	marks    *marks
	src, trg *side
	recall   []float64 // by mark: how often a translation keeps it
	lengths  lengths
	before   []paths // of each stream, in the pass before
}

func newAligner(p *Pair, base *glossary.Termbase) *aligner {
	a := &aligner{marks: &marks{ids: map[string]int32{}}}
	apart := hasNotes(p.Src) && hasNotes(p.Trg)
	a.src = newSide(p.Src, apart, newCollector(a.marks, p.From, base))
	a.trg = newSide(p.Trg, apart, newCollector(a.marks, p.To, base))
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
	return a.restore(a.move(beads))
}

// pass aligns the units, cuts the documents where their path surely passes, and
// aligns the segments between the cuts.
func (a *aligner) pass() []Bead {
	units := newWeigher(a.src.units, a.trg.units, a.marks, a.recall, newLengths(a.src.units, a.trg.units).like(a.lengths))
	segments := newWeigher(a.src.segments, a.trg.segments, a.marks, a.recall, a.lengths)
	var beads []Bead
	streams := a.streams(units)
	begun := a.before != nil
	if !begun {
		a.before = make([]paths, len(streams))
	}
	for k, w := range streams {
		path, part := &a.before[k], a.part(segments, w)
		path.units = route(w, path.units)
		may := func(point) bool { return true }
		if begun && !same(w, part) {
			path.segments = route(part, path.segments)
			may = part.may(path.segments)
		}
		for _, z := range a.zones(w, path.units, may) {
			beads = append(beads, z.align(segments)...)
		}
	}
	return beads
}

// streams gives the parts of both documents that are aligned by themselves: the
// body, and the notes.
func (a *aligner) streams(w *weigher) []window {
	mid := point{a.src.body, a.trg.body}
	end := point{len(a.src.units), len(a.trg.units)}
	if mid == end {
		return []window{{w, point{}, end}}
	}
	return []window{{w, point{}, mid}, {w, mid, end}}
}

// zone is a part of both documents that is aligned by itself: the segments
// from one point to another.
type zone struct {
	from, to point
	prob     float64 // that both points are passed
	moved    bool    // it has changed places with another
}

// firm is the probability from which a point is held to be passed.
const firm = 0.98

// zones cuts the segments where the path of the units surely passes.
func (a *aligner) zones(w window, path []stretch, may func(point) bool) []zone {
	var out []zone
	at := func(i, j int) point { return point{startOf(a.src, w.from.i+i), startOf(a.trg, w.from.j+j)} }
	z := zone{from: at(0, 0), prob: 1}
	cut := func(to point, prob float64) {
		if z.to = to; z.from != z.to {
			z.prob *= prob
			out = append(out, z)
		}
		z = zone{from: to, prob: prob}
	}
	for _, st := range path {
		if st.enter >= firm && may(at(st.i, st.j)) {
			cut(at(st.i, st.j), st.enter)
		}
		if st.kind == crossed && st.prob >= firm {
			out = append(out,
				zone{at(st.i, st.j+1), at(st.i+1, st.j+2), st.prob, true},
				zone{at(st.i+1, st.j), at(st.i+2, st.j+1), st.prob, true})
			z = zone{from: at(st.i+2, st.j+2), prob: st.prob}
		}
	}
	cut(at(w.size()), 1)
	return out
}

// part gives the segments of a part of the units.
func (a *aligner) part(segments *weigher, w window) window {
	return window{
		segments,
		point{startOf(a.src, w.from.i), startOf(a.trg, w.from.j)},
		point{startOf(a.src, w.to.i), startOf(a.trg, w.to.j)},
	}
}

// same reports whether two windows have as many items: each unit is a segment.
func same(units, segments window) bool {
	n, m := units.size()
	x, y := segments.size()
	return n == x && m == y
}

// may tells of points whether a path of the window may pass them.
func (w window) may(path []stretch) func(point) bool {
	passed := map[point]bool{}
	for _, st := range path {
		if st.enter >= thinkable {
			passed[point{w.from.i + st.i, w.from.j + st.j}] = true
		}
	}
	return func(p point) bool { return passed[p] }
}

// thinkable is the probability that the path of the segments alone must give a
// point, for the documents to be cut there: the paragraphs of two versions may
// be grouped differently.
const thinkable = 0.02

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
		beads = append(beads, z.beads(w, st)...)
	}
	return beads
}

// beads gives the beads that a stretch of the path is.
func (z zone) beads(w *weigher, st stretch) []Bead {
	sure := func(st stretch) int { return percent(st.prob * z.prob * w.belief(st)) }
	switch st.kind {
	case apart:
		return []Bead{
			{Src: []int{st.i}, Confidence: percent(st.prob * z.prob), Moved: z.moved},
			{Trg: []int{st.j}, Confidence: percent(st.prob * z.prob), Moved: z.moved},
		}
	case crossed:
		one := stretch{kind: oneToOne, i: st.i, j: st.j + 1, prob: st.prob}
		two := stretch{kind: oneToOne, i: st.i + 1, j: st.j, prob: st.prob}
		return []Bead{
			{Src: []int{one.i}, Trg: []int{one.j}, Confidence: sure(one), Moved: true},
			{Src: []int{two.i}, Trg: []int{two.j}, Confidence: sure(two), Moved: true},
		}
	}
	return []Bead{{Src: series(st.i, st.src()), Trg: series(st.j, st.trg()), Confidence: sure(st), Moved: z.moved}}
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
	return Bead{Src: series(z.from.i, n), Trg: series(z.from.j, m), Confidence: percent(z.prob * loneBelief), Moved: z.moved}, true
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
	if !weighed(st.kind) {
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
