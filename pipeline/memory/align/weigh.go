package align

import "math"

// weight is what a mark adds to the score of a bead, in nats.
type weight struct {
	both, src, trg float64 // both sides have it, the source alone, the target alone
}

// weigher scores beads of two lists of items.
type weigher struct {
	src, trg []item
	weights  [longest + 1][longest + 1][]weight // by the items of either side, by mark
	begun    int                                // how many items of the source
	ids      []int32                            // their marks
	lengths  lengths
	noted    *stamps              // marks of the span of the source
	counted  *stamps              // marks of the span of the target
	lost     [longest + 1]float64 // what the marks cost if the target has none, by its items
	length   float64
	crossing float64
}

// stamps is a set of marks that is emptied at once.
type stamps struct {
	of  []int32
	now int32
}

func (s *stamps) clear() { s.now++ }

func (s *stamps) has(id int32) bool { return s.of[id] == s.now }

// add reports whether the mark is new to the set.
func (s *stamps) add(id int32) bool {
	if s.has(id) {
		return false
	}
	s.of[id] = s.now
	return true
}

// newWeigher weighs each mark by how often it stands in each list, and by how
// often it is kept in translation.
func newWeigher(src, trg []item, m *marks, recall []float64, l lengths) *weigher {
	marks := len(recall)
	w := &weigher{src: src, trg: trg, lengths: l}
	w.noted, w.counted = &stamps{of: make([]int32, marks)}, &stamps{of: make([]int32, marks)}
	inSrc, inTrg := frequencies(src, marks), frequencies(trg, marks)
	for _, st := range steps {
		if st.src == 0 || st.trg == 0 {
			continue
		}
		weights := make([]weight, marks)
		for id, r := range recall {
			if inSrc[id] > 0 && inTrg[id] > 0 {
				unseen := 1.0
				if m.kinds[id].says() {
					unseen = background
				}
				n := [2]float64{float64(len(src)) + unseen, float64(len(trg)) + unseen}
				weights[id] = weigh(among(inSrc[id]/n[0], st.src), among(inTrg[id]/n[1], st.trg), r)
			}
		}
		w.weights[st.src][st.trg] = weights
	}
	return w
}

// background is how many texts without a mark a document is held to stand
// among: a number that one of five items has is not therefore in a fifth of all
// texts.
const background = 20

// among gives the probability that at least one of n items has a mark that one
// has with probability p.
func among(p float64, n int) float64 { return 1 - math.Pow(1-p, float64(n)) }

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

// begin turns to the n items of the source from i on.
func (w *weigher) begin(i, n int) {
	w.noted.clear()
	w.begun, w.length, w.crossing = n, 0, 0
	w.ids = w.ids[:0]
	for k, it := range w.src[i : i+n] {
		w.length += it.length
		if it.unitEnd && k < n-1 {
			w.crossing += joined
		}
		for _, id := range it.marks {
			if w.noted.add(id) {
				w.ids = append(w.ids, id)
			}
		}
	}
	for trg := 1; trg <= longest; trg++ {
		w.lost[trg] = 0
		if weights := w.weights[n][trg]; weights != nil {
			for _, id := range w.ids {
				w.lost[trg] += weights[id].src
			}
		}
	}
}

// joined is what it costs to take sentences of two units together.
var joined = math.Log(0.1)

// score gives the score of the items begun with n items of the target from j on.
func (w *weigher) score(j, n int) float64 {
	w.counted.clear()
	weights := w.weights[w.begun][n]
	sum, length := w.lost[n]+w.crossing, 0.0
	for k, it := range w.trg[j : j+n] {
		length += it.length
		if it.unitEnd && k < n-1 {
			sum += joined
		}
		for _, id := range it.marks {
			switch {
			case !w.counted.add(id):
			case w.noted.has(id):
				sum += weights[id].both - weights[id].src
			default:
				sum += weights[id].trg
			}
		}
	}
	return sum + w.lengths.score(w.length, length, n)
}
