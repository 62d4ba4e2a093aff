package align

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
		moved := st.kind == crossed && st.prob >= firm
		if moved || st.enter >= firm && may(at(st.i, st.j)) {
			cut(at(st.i, st.j), st.enter)
		}
		if moved {
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
