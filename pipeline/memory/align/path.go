package align

import "math"

// step is a kind of bead: how many items of each side, and how usual it is.
type step struct {
	src, trg int
	prior    float64
}

// steps lists the kinds of beads with their probabilities: Gale and Church
// 1993, table 5; those of one item and three, which they leave out, are held to
// be a tenth as usual as two and two. Those without an item of the source come
// first.
var steps = []step{
	{0, 1, 0.0099 / 2},
	{1, 0, 0.0099 / 2},
	{1, 1, 0.89},
	{1, 2, 0.089 / 2},
	{1, 3, 0.0011 / 2},
	{2, 1, 0.089 / 2},
	{2, 2, 0.011},
	{3, 1, 0.0011 / 2},
}

// longest is the most items of one side that a bead has.
const longest = 3

// temper takes back some of the certainty that comes of treating marks as
// independent, which they are not: scores are multiplied by it.
const temper = 0.6

// scorer gives the score of beads: begin names the items of the source, score
// those of the target.
type scorer interface {
	begin(i, n int)
	score(j, n int) float64
}

// stretch is a bead of a path: the items from Src and Trg on, and its probability.
type stretch struct {
	step
	i, j  int
	prob  float64 // of the bead
	enter float64 // of the point where it begins
}

var impossible = math.Inf(-1)

// lattice is the search for the best path through a band.
type lattice struct {
	scorer  scorer
	band    band
	forward [][]float64 // log of the sum over all paths to a point
	best    [][]float64
	back    [][]uint8
	scores  [][]float64 // of one row: by step, by column
	priors  []float64
}

// search gives the best path through the band, and whether it touched the
// band's edge; a path that did is judged only if it is the last.
func search(s scorer, b band, last bool) (path []stretch, touched bool) {
	l := &lattice{scorer: s, band: b}
	for _, st := range steps {
		l.priors = append(l.priors, temper*math.Log(st.prior))
		l.scores = append(l.scores, make([]float64, b.widest()))
	}
	l.ahead()
	path, touched = l.trace()
	if !touched || last {
		l.judge(path)
	}
	return path, touched
}

// row scores all beads that begin with item i of the source.
func (l *lattice) row(i int) {
	n, m := l.band.size()
	lo, hi := l.band.lo[i], l.band.hi[i]
	begun := -1
	for k, st := range steps {
		for j := lo; j <= hi; j++ {
			at := &l.scores[k][j-lo]
			if i+st.src > n || j+st.trg > m || !l.band.holds(i+st.src, j+st.trg) {
				*at = impossible
				continue
			}
			*at = l.priors[k]
			if st.src == 0 || st.trg == 0 {
				continue
			}
			if begun != st.src {
				l.scorer.begin(i, st.src)
				begun = st.src
			}
			*at += temper * l.scorer.score(j, st.trg)
		}
	}
}

// ahead fills the lattice from its beginning.
func (l *lattice) ahead() {
	n, _ := l.band.size()
	l.forward, l.best, l.back = l.table(), l.table(), make([][]uint8, n+1)
	for i := range l.back {
		l.back[i] = make([]uint8, len(l.best[i]))
	}
	l.forward[0][0], l.best[0][0] = 0, 0
	for i := 0; i <= n; i++ {
		l.row(i)
		lo := l.band.lo[i]
		for k, st := range steps {
			for x, score := range l.scores[k][:len(l.best[i])] {
				if score != impossible && l.best[i][x] != impossible {
					l.relax(i, x, i+st.src, lo+x+st.trg, k, score)
				}
			}
		}
	}
}

// relax takes the step k from the point of row i and place x to (i2, j2).
func (l *lattice) relax(i, x, i2, j2, k int, score float64) {
	y := j2 - l.band.lo[i2]
	l.forward[i2][y] = logSum(l.forward[i2][y], l.forward[i][x]+score)
	if reached := l.best[i][x] + score; reached > l.best[i2][y] {
		l.best[i2][y], l.back[i2][y] = reached, uint8(k)
	}
}

// table gives the band's points, none of them reached.
func (l *lattice) table() [][]float64 {
	out := make([][]float64, len(l.band.lo))
	for i := range out {
		out[i] = make([]float64, l.band.hi[i]-l.band.lo[i]+1)
		for x := range out[i] {
			out[i][x] = impossible
		}
	}
	return out
}

// trace follows the best path back from the end.
func (l *lattice) trace() (path []stretch, touched bool) {
	i, j := l.band.size()
	for i > 0 || j > 0 {
		touched = touched || l.band.edge(i, j)
		st := steps[l.back[i][j-l.band.lo[i]]]
		i, j = i-st.src, j-st.trg
		path = append(path, stretch{step: st, i: i, j: j})
	}
	for a, b := 0, len(path)-1; a < b; a, b = a+1, b-1 {
		path[a], path[b] = path[b], path[a]
	}
	return path, touched
}

// judge gives the beads of the path their probabilities among all paths.
func (l *lattice) judge(path []stretch) {
	n, m := l.band.size()
	backward := l.table()
	backward[n][m-l.band.lo[n]] = 0
	all := l.forward[n][m-l.band.lo[n]]
	p := len(path) - 1
	for i := n; i >= 0; i-- {
		l.row(i)
		lo := l.band.lo[i]
		for x := len(backward[i]) - 1; x >= 0; x-- {
			for k, st := range steps {
				if score := l.scores[k][x]; score != impossible {
					after := backward[i+st.src][lo+x+st.trg-l.band.lo[i+st.src]]
					backward[i][x] = logSum(backward[i][x], score+after)
				}
			}
		}
		for ; p >= 0 && path[p].i == i; p-- {
			st := &path[p]
			x := st.j - lo
			after := backward[i+st.src][st.j+st.trg-l.band.lo[i+st.src]]
			st.prob = math.Exp(l.forward[i][x] + l.scores[st.index()][x] + after - all)
			st.enter = math.Exp(l.forward[i][x] + backward[i][x] - all)
		}
	}
}

// index gives the place of a step in steps.
func (s step) index() int {
	for k, st := range steps {
		if st == s {
			return k
		}
	}
	return 0
}

func logSum(a, b float64) float64 {
	if a < b {
		a, b = b, a
	}
	if b == impossible || a-b > 40 {
		return a
	}
	return a + math.Log1p(math.Exp(b-a))
}
