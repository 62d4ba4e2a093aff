package align

import (
	"cmp"
	"slices"
)

// lessons bounds how many beads words are learned from, and so the memory of it.
const lessons = 4000

// learn estimates from beads that are rather sure how long translations are and
// which kinds of marks they keep, and links words that keep company in them.
func (a *aligner) learn(beads []Bead) {
	var sure []Bead
	for _, b := range beads {
		if b.Confidence >= trusted && len(b.Src) > 0 && len(b.Trg) > 0 {
			sure = append(sure, b)
		}
	}
	a.lengths = a.lengths.refine(a.src.segments, a.trg.segments, sure)
	a.forget()
	a.estimate(sure)
	if n := (len(sure) + lessons - 1) / lessons; n > 1 {
		var some []Bead
		for i := 0; i < len(sure); i += n {
			some = append(some, sure[i])
		}
		sure = some
	}
	a.link(sure)
	for len(a.recall) < len(a.marks.kinds) {
		a.recall = append(a.recall, recalls[learned])
	}
}

// priorCases is how many cases what is known of a kind of marks counts for, when
// what its marks do is counted.
const priorCases = 10

// estimate counts how often each mark is kept: what is usual for its kind stands
// in for cases that were not seen.
func (a *aligner) estimate(sure []Bead) {
	kept, all := a.kept(sure)
	var keptOf, allOf [kinds]float64
	for id, k := range a.marks.kinds {
		keptOf[k], allOf[k] = keptOf[k]+kept[id], allOf[k]+all[id]
	}
	a.recall = make([]float64, len(a.marks.kinds))
	for id, k := range a.marks.kinds {
		usual := (keptOf[k] + priorCases*recalls[k]) / (allOf[k] + priorCases)
		a.recall[id] = (kept[id] + priorCases*usual) / (all[id] + priorCases)
	}
}

// kept counts for each mark in how many beads the source has it, and in how
// many of them the target has it too; marks that the target never has are not
// counted.
func (a *aligner) kept(sure []Bead) (kept, all []float64) {
	n := len(a.marks.kinds)
	kept, all = make([]float64, n), make([]float64, n)
	known := frequencies(a.trg.segments, n)
	for _, b := range sure {
		there := marksOf(a.trg.segments, b.Trg)
		for _, id := range marksOf(a.src.segments, b.Src) {
			if known[id] == 0 {
				continue
			}
			all[id]++
			if _, ok := slices.BinarySearch(there, id); ok {
				kept[id]++
			}
		}
	}
	return kept, all
}

func marksOf(items []item, at []int) (out []int32) {
	for _, i := range at {
		out = union(out, items[i].marks)
	}
	return out
}

func wordsOf(items []item, at []int) (out []int32) {
	for _, i := range at {
		out = union(out, items[i].words)
	}
	return out
}

// link is a word of the source and one of the target that keep company.
type link struct {
	src, trg int32
	together int
	dice     float64
}

// Least company that makes a link: in how many beads, and what share of all in
// which either word stands (Dice's coefficient).
const (
	leastTogether = 2
	leastDice     = 0.5
)

// link pairs words, the closest first and each once, and marks the segments
// that hold them.
func (a *aligner) link(sure []Bead) {
	links := companions(a.src.segments, a.trg.segments, sure, len(a.src.words), len(a.trg.words))
	bySrc, byTrg := map[int32]int32{}, map[int32]int32{}
	for _, l := range links {
		if _, taken := bySrc[l.src]; taken {
			continue
		}
		if _, taken := byTrg[l.trg]; taken {
			continue
		}
		id := int32(len(a.marks.kinds))
		a.marks.kinds = append(a.marks.kinds, learned)
		bySrc[l.src], byTrg[l.trg] = id, id
	}
	a.src.mark(bySrc)
	a.trg.mark(byTrg)
}

// companions lists the words that stand in beads together, the closest first.
func companions(src, trg []item, sure []Bead, srcWords, trgWords int) []link {
	of := func(items []item, side func(Bead) []int) (beads []item) {
		for _, b := range sure {
			beads = append(beads, item{marks: wordsOf(items, side(b))})
		}
		return beads
	}
	there := of(trg, func(b Bead) []int { return b.Trg })
	inSrc := newPostings(of(src, func(b Bead) []int { return b.Src }), srcWords)
	inTrg := frequencies(there, trgWords)
	together := make([]int, trgWords)
	var out []link
	for s := range int32(srcWords) {
		beads := inSrc.of(s)
		if len(beads) < leastTogether {
			continue
		}
		for _, b := range beads {
			for _, t := range there[b].marks {
				together[t]++
			}
		}
		for _, b := range beads {
			for _, t := range there[b].marks {
				n := together[t]
				together[t] = 0
				if dice := 2 * float64(n) / (float64(len(beads)) + inTrg[t]); n >= leastTogether && dice >= leastDice {
					out = append(out, link{s, t, n, dice})
				}
			}
		}
	}
	slices.SortFunc(out, link.compare)
	return out
}

// compare orders links: by Dice's coefficient with one meeting taken off, which
// may be chance, then by their numbers, so that the order is always the same.
func (l link) compare(o link) int {
	x, y := l.dice*(1-1/float64(l.together)), o.dice*(1-1/float64(o.together))
	return cmp.Or(cmp.Compare(y, x), cmp.Compare(l.src, o.src), cmp.Compare(l.trg, o.trg))
}

// forget takes back what was learned in an earlier pass.
func (a *aligner) forget() {
	n := len(a.marks.kinds)
	for n > 0 && a.marks.kinds[n-1] == learned {
		n--
	}
	a.marks.kinds = a.marks.kinds[:n]
	for _, s := range []*side{a.src, a.trg} {
		for i := range s.segments {
			marks := s.segments[i].marks
			for len(marks) > 0 && int(marks[len(marks)-1]) >= n {
				marks = marks[:len(marks)-1]
			}
			s.segments[i].marks = marks
		}
	}
}

// mark gives the segments the marks of their words.
func (s *side) mark(ids map[int32]int32) {
	for i := range s.segments {
		var more []int32
		for _, w := range s.segments[i].words {
			if id, ok := ids[w]; ok {
				more = append(more, id)
			}
		}
		s.segments[i].marks = union(s.segments[i].marks, more)
	}
	s.units = gather(s.segments)
}
