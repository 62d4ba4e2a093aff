package align

import (
	"cmp"
	"slices"
)

// restore numbers the segments as the documents have them, and puts the beads
// into the order of the source; what stands in another order there is moved.
func (a *aligner) restore(beads []Bead) []Bead {
	if slices.IsSorted(a.src.order) && slices.IsSorted(a.trg.order) {
		return beads
	}
	var out, alone []Bead
	for _, b := range beads {
		b.Src, b.Trg = numbered(b.Src, a.src.order), numbered(b.Trg, a.trg.order)
		if len(b.Src) > 0 {
			out = append(out, b)
		} else {
			alone = append(alone, b)
		}
	}
	slices.SortStableFunc(out, func(a, b Bead) int { return cmp.Compare(a.Src[0], b.Src[0]) })
	slices.SortStableFunc(alone, func(a, b Bead) int { return cmp.Compare(a.Trg[0], b.Trg[0]) })
	markMoved(out)
	return woven(out, alone)
}

func numbered(at, order []int) []int {
	var out []int
	for _, i := range at {
		out = append(out, order[i])
	}
	return out
}

// markMoved marks the beads that are not in the longest series whose sides both
// grow.
func markMoved(beads []Bead) {
	var points []point
	for _, b := range beads {
		if len(b.Trg) > 0 && !b.Moved {
			points = append(points, point{b.Src[0], b.Trg[0]})
		}
	}
	kept := map[point]bool{}
	for _, p := range growing(points) {
		kept[p] = true
	}
	for i, b := range beads {
		beads[i].Moved = b.Moved || len(b.Trg) > 0 && !kept[point{b.Src[0], b.Trg[0]}]
	}
}

// woven puts what the target has alone before the first bead that stands
// after it there; what a bead reaches over, as text does over a note, is moved.
func woven(beads, alone []Bead) []Bead {
	var out []Bead
	for _, b := range beads {
		for len(alone) > 0 && len(b.Trg) > 0 && !b.Moved && alone[0].Trg[0] < b.Trg[0] {
			out, alone = append(out, alone[0]), alone[1:]
		}
		out = append(out, b)
	}
	out = append(out, alone...)
	last := -1
	for i, b := range out {
		if len(b.Trg) == 0 || b.Moved {
			continue
		}
		if b.Trg[0] < last {
			out[i].Moved = true
			continue
		}
		last = b.Trg[len(b.Trg)-1]
	}
	return out
}
