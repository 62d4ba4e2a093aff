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
