package align

import "math"

// window is a part of both lists that is searched by itself; its points are
// counted from its beginning.
type window struct {
	*weigher
	from, to point
}

func (w window) size() (n, m int) { return w.to.i - w.from.i, w.to.j - w.from.j }

// items gives what the window holds of either side.
func (w window) items() (src, trg []item) {
	return w.src[w.from.i:w.to.i], w.trg[w.from.j:w.to.j]
}

// priors is what the kinds of beads add to their scores.
var priors = func() (out [len(steps)]float64) {
	for k, st := range steps {
		out[k] = temper * math.Log(st.prior)
	}
	return out
}()

// row scores all beads of the band that begin with item i of the source.
func (w window) row(i int, b band, cells *cells) {
	n, _ := b.size()
	for k, st := range steps {
		c := &cells[k]
		c.scores = c.scores[:0]
		if i+st.src > n {
			continue
		}
		c.from = max(b.lo[i], b.lo[i+st.src]-st.trg)
		after := min(b.hi[i], b.hi[i+st.src]-st.trg) + 1
		if after <= c.from {
			continue
		}
		c.scores = zeros(c.scores, after-c.from)
		switch {
		case weighed(k):
			w.weigher.row(k, w.from.i+i, w.from.j+c.from, c.scores)
		case k == crossed:
			w.cross(w.from.i+i, w.from.j+c.from, c.scores)
		}
		for x := range c.scores {
			c.scores[x] = temper*c.scores[x] + priors[k]
		}
	}
}

func zeros(row []float64, n int) []float64 {
	if cap(row) < n {
		return make([]float64, n)
	}
	row = row[:n]
	clear(row)
	return row
}

// at gives the score of the bead of kind k that begins with the item j.
func (c *cells) at(k, j int) float64 { return c[k].scores[j-c[k].from] }
