package align

import "math"

// beside is how many points to each side of a path other paths are weighed
// against it.
const beside = 8

// lattice holds the sums over all paths of a band, as logarithms: to each point,
// and from it to the end.
type lattice struct {
	band              band
	forward, backward [][]float64
}

// judge gives the beads of a path their probabilities among all paths of the
// band (forward-backward).
func judge(w window, b band, path []stretch) {
	l := lattice{band: b, forward: table(b), backward: table(b)}
	n, m := b.size()
	l.forward[0][0], l.backward[n][m-b.lo[n]] = 0, 0
	var cells cells
	for i := range n + 1 {
		w.row(i, b, &cells)
		l.ahead(i, &cells)
	}
	all := l.forward[n][m-b.lo[n]]
	p := len(path) - 1
	for i := n; i >= 0; i-- {
		w.row(i, b, &cells)
		l.behind(i, &cells)
		for ; p >= 0 && path[p].i == i; p-- {
			st := &path[p]
			from := l.forward[i][st.j-b.lo[i]]
			to := i + st.src()
			st.prob = math.Exp(from + cells.at(st.kind, st.j) + l.backward[to][st.j+st.trg()-b.lo[to]] - all)
			st.enter = math.Exp(from + l.backward[i][st.j-b.lo[i]] - all)
		}
	}
}

// ahead takes all steps from the points of row i.
func (l *lattice) ahead(i int, cells *cells) {
	for k := range cells {
		c, to := &cells[k], i+steps[k].src
		for x, score := range c.scores {
			y := c.from + x + steps[k].trg - l.band.lo[to]
			l.forward[to][y] = logSum(l.forward[to][y], l.forward[i][c.from+x-l.band.lo[i]]+score)
		}
	}
}

// behind sums what can follow the points of row i; the steps that stay in the
// row come last, from its end.
func (l *lattice) behind(i int, cells *cells) {
	for k := len(cells) - 1; k >= 0; k-- {
		c, to := &cells[k], i+steps[k].src
		for x := len(c.scores) - 1; x >= 0; x-- {
			at := &l.backward[i][c.from+x-l.band.lo[i]]
			*at = logSum(*at, c.scores[x]+l.backward[to][c.from+x+steps[k].trg-l.band.lo[to]])
		}
	}
}

// table gives the band's points, none of them reached.
func table(b band) [][]float64 {
	all := emptied(nil, b.points())
	out := make([][]float64, len(b.lo))
	for i := range out {
		out[i], all = all[:b.width(i)], all[b.width(i):]
	}
	return out
}

// logSum gives the logarithm of the sum of two numbers given by theirs.
func logSum(a, b float64) float64 {
	if a < b {
		a, b = b, a
	}
	if d := (a - b) * perUnit; d < float64(len(excess)-1) {
		k := int(d)
		return a + excess[k] + (d-float64(k))*(excess[k+1]-excess[k])
	}
	return a
}

// perUnit is how many entries excess has for a nat.
const perUnit = 64

// excess is log(1+exp(-d)), for d from 0 in steps of 1/perUnit: that function is
// smooth, and to interpolate errs by less than one in 10⁵.
var excess = func() (out [20*perUnit + 2]float64) {
	for i := range out {
		out[i] = math.Log1p(math.Exp(-float64(i) / perUnit))
	}
	return out
}()
