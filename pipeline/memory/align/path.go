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
var steps = [...]step{
	{0, 1, 0.0099 / 2},
	{1, 0, 0.0099 / 2},
	{1, 1, 0.89},
	{1, 2, 0.089 / 2},
	{1, 3, 0.0011 / 2},
	{2, 1, 0.089 / 2},
	{2, 2, 0.011},
	{3, 1, 0.0011 / 2},
	{1, 1, 0.0011 / 2},
	{2, 2, 0.0011 / 2},
}

// The places in steps of kinds that are not like the others: oneToOne is the
// usual bead; apart is two items that stand in one place and have nothing to do
// with one another, crossed is two pairs that have changed places; both are held
// to be as usual as one and three.
const (
	oneToOne = 2
	apart    = 8
	crossed  = 9
)

// weighed reports whether the kind k of beads has two sides that are weighed
// together.
func weighed(k int) bool { return steps[k].src > 0 && steps[k].trg > 0 && k != apart && k != crossed }

// longest is the most items of one side that a bead has.
const longest = 3

// temper takes back some of the certainty that comes of treating marks as
// independent, which they are not: scores are multiplied by it.
const temper = 0.6

// stretch is a bead of a path: the items from i and j on, and its probability.
type stretch struct {
	kind  int // its place in steps
	i, j  int
	prob  float64 // of the bead
	enter float64 // of the point where it begins
}

func (s stretch) src() int { return steps[s.kind].src }
func (s stretch) trg() int { return steps[s.kind].trg }

var impossible = math.Inf(-1)

// route finds the best path through a window, in a band that widens until the
// path keeps clear of its edge, and says how probable it is.
func route(w window, path []stretch) []stretch {
	n, m := w.size()
	for half := narrow; ; half *= 2 {
		var b band
		if path == nil {
			b = newBand(n, m, half, w.pins())
		} else {
			b = around(path, n, m, half/2)
		}
		found := best(w, b)
		if b.whole() || 2*b.points() > mostPoints || !b.touches(found) {
			judge(w, around(found, n, m, beside), found)
			return found
		}
	}
}

// front is the best sums to the points of the rows that beads can end in.
type front [longest + 1][]float64

// best gives the path with the best sum of scores through the band.
func best(w window, b band) []stretch {
	n, _ := b.size()
	back := make([][]uint8, n+1)
	var sums front
	reach := func(i int) {
		if i <= n {
			back[i] = make([]uint8, b.width(i))
			sums[i%len(sums)] = emptied(sums[i%len(sums)], b.width(i))
		}
	}
	for i := range longest {
		reach(i)
	}
	sums[0][0] = 0
	var cells cells
	for i := range n + 1 {
		reach(i + longest)
		w.row(i, b, &cells)
		for k := range cells {
			c := &cells[k]
			to := i + steps[k].src
			for x, score := range c.scores {
				from := sums[i%len(sums)][c.from+x-b.lo[i]]
				y := c.from + x + steps[k].trg - b.lo[min(to, n)]
				if sum := from + score; sum > sums[to%len(sums)][y] {
					sums[to%len(sums)][y], back[to][y] = sum, uint8(k)
				}
			}
		}
	}
	return trace(b, back)
}

// emptied gives a row of n points, none of them reached.
func emptied(row []float64, n int) []float64 {
	if cap(row) < n {
		row = make([]float64, n)
	}
	row = row[:n]
	for i := range row {
		row[i] = impossible
	}
	return row
}

// trace follows the best path back from the end.
func trace(b band, back [][]uint8) []stretch {
	var path []stretch
	i, j := b.size()
	for i > 0 || j > 0 {
		st := stretch{kind: int(back[i][j-b.lo[i]])}
		i, j = i-st.src(), j-st.trg()
		st.i, st.j = i, j
		path = append(path, st)
	}
	for x, y := 0, len(path)-1; x < y; x, y = x+1, y-1 {
		path[x], path[y] = path[y], path[x]
	}
	return path
}
