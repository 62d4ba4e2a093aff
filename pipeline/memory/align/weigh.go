package align

import "math"

// weight is what a mark adds to the score of a bead, in nats.
type weight struct {
	both, src, trg float64 // both sides have it, the source alone, the target alone
}

// weigher scores beads of two lists of items.
type weigher struct {
	src, trg []item
	lengths  lengths
	weights  [len(steps)][]weight  // by the kind of bead, by mark
	alone    [len(steps)][]float64 // by the kind of bead, by the first item of the target: its marks, if the source has none
	chance   [longest + 1][]float64
	sum      []float64 // the lengths of the target's items before each
	at       postings  // where the marks stand in the target
	noted    *stamps
	ids      []int32   // marks of the span of the source
	other    []float64 // scores at work
}

// newWeigher weighs each mark by how often it stands in each list, and by how
// often it is kept in translation.
func newWeigher(src, trg []item, m *marks, recall []float64, l lengths) *weigher {
	w := &weigher{src: src, trg: trg, lengths: l, noted: &stamps{of: make([]int32, len(recall))}}
	w.weighMarks(m, recall)
	w.at = newPostings(trg, len(recall))
	w.sum = make([]float64, len(trg)+1)
	for j, it := range trg {
		w.sum[j+1] = w.sum[j] + it.length
	}
	for n := 1; n <= longest; n++ {
		w.chance[n] = make([]float64, max(0, len(trg)-n+1))
		for j := range w.chance[n] {
			w.chance[n][j] = l.chance(w.sum[j+n]-w.sum[j], n)
		}
	}
	for k, st := range steps {
		if weighed(k) {
			w.alone[k] = w.weighTargets(k, st.trg)
		}
	}
	return w
}

func (w *weigher) weighMarks(m *marks, recall []float64) {
	inSrc, inTrg := frequencies(w.src, len(recall)), frequencies(w.trg, len(recall))
	for k, st := range steps {
		if !weighed(k) {
			continue
		}
		w.weights[k] = make([]weight, len(recall))
		for id, r := range recall {
			if inSrc[id] > 0 && inTrg[id] > 0 {
				unseen := 1.0
				if m.kinds[id].says() {
					unseen = background
				}
				ps, pt := inSrc[id]/(float64(len(w.src))+unseen), inTrg[id]/(float64(len(w.trg))+unseen)
				w.weights[k][id] = weigh(among(ps, st.src), among(pt, st.trg), r)
			}
		}
	}
}

// weighTargets gives for each span of n items what its marks score where the
// source has none of them.
func (w *weigher) weighTargets(k, n int) []float64 {
	out := make([]float64, max(0, len(w.trg)-n+1))
	for j := range out {
		w.noted.clear()
		for _, it := range w.trg[j : j+n] {
			for _, id := range it.marks {
				if w.noted.add(id) {
					out[j] += w.weights[k][id].trg
				}
			}
		}
		out[j] += crossing(w.trg[j : j+n])
	}
	return out
}

// background is how many texts without a mark a document is held to stand
// among: a number that one of five items has is not therefore in a fifth of all
// texts.
const background = 20

// among gives the probability that at least one of n items has a mark that one
// has with probability p.
func among(p float64, n int) float64 {
	none := 1.0
	for range n {
		none *= 1 - p
	}
	return 1 - none
}

// frequencies counts the items that have each mark.
func frequencies(items []item, marks int) []float64 {
	out := make([]float64, marks)
	for _, it := range items {
		for _, id := range it.marks {
			out[id]++
		}
	}
	return out
}

// weigh gives the log likelihood ratios of a mark that a share ps of the
// source's items has and pt of the target's, and that a translation keeps with
// the probability r.
func weigh(ps, pt, r float64) weight {
	r = min(r, 0.99, pt/ps)
	if r <= pt {
		return weight{}
	}
	chance := max(pt/50, (pt-ps*r)/(1-ps)) // of being in the target though not in the source
	return weight{math.Log(r / pt), math.Log((1 - r) / (1 - pt)), math.Log(min(chance/pt, 1))}
}

// joined is what it costs to take sentences of two units together.
var joined = math.Log(0.01)

// crossing gives what it costs that items are of several units.
func crossing(items []item) (cost float64) {
	for _, it := range items[:len(items)-1] {
		if it.unitEnd {
			cost += joined
		}
	}
	return cost
}

// cells holds the scores of the beads that begin with one item of the source:
// for each kind, those of the columns from one on.
type cells [len(steps)]struct {
	from   int
	scores []float64
}

// row scores the beads of kind k that begin with the item i of the source and
// with the items of the target from one on, and adds them.
func (w *weigher) row(k, i, from int, scores []float64) {
	src, trg := steps[k].src, steps[k].trg
	span := w.src[i : i+src]
	length, base := total(span), crossing(span)
	w.note(span)
	for _, id := range w.ids {
		base += w.weights[k][id].src
	}
	for x := range scores {
		j := from + x
		scores[x] = base + w.alone[k][j] + w.lengths.score(length, w.sum[j+trg]-w.sum[j], w.chance[trg][j])
	}
	for _, id := range w.ids {
		mark := w.weights[k][id]
		if gain := mark.both - mark.src - mark.trg; gain != 0 {
			w.at.add(id, trg, from, gain, scores)
		}
	}
}

// cross scores the beads in which the item i goes with the second item of the
// target, and the next one with the first.
func (w *weigher) cross(i, from int, scores []float64) {
	w.row(oneToOne, i, from+1, scores)
	w.other = zeros(w.other, len(scores))
	w.row(oneToOne, i+1, from, w.other)
	for x, score := range w.other {
		scores[x] += score
	}
}

// note lists the marks of items.
func (w *weigher) note(span []item) {
	w.noted.clear()
	w.ids = w.ids[:0]
	for _, it := range span {
		for _, id := range it.marks {
			if w.noted.add(id) {
				w.ids = append(w.ids, id)
			}
		}
	}
}

// pair gives the score of one item of each side.
func (w *weigher) pair(i, j int) float64 { return w.bead(stretch{kind: oneToOne, i: i, j: j}) }

// bead gives the score of one bead with two sides.
func (w *weigher) bead(st stretch) float64 {
	var score [1]float64
	w.row(st.kind, st.i, st.j, score[:])
	return score[0]
}
