package align

// band is the points of the lattice that are searched: in row i, those from
// lo[i] to hi[i]. Both grow from row to row, and neighbouring rows overlap.
type band struct{ lo, hi []int }

// narrow is how many points to each side of its middle a band begins with; it
// holds whole any document of a hundred segments.
const narrow = 50

// mostPoints bounds the memory of a search.
const mostPoints = 64 << 20

// newBand gives the band of that half width around a line from the beginning
// to the end through the pins.
func newBand(n, m, half int, pins []point) band {
	b := band{make([]int, n+1), make([]int, n+1)}
	pins = append(pins, point{n, m})
	from, k := point{0, 0}, 0
	for i := 0; i <= n; i++ {
		for i > pins[k].i {
			from = pins[k]
			k++
		}
		to := pins[k]
		mid := to.j
		if to.i > from.i {
			mid = from.j + (to.j-from.j)*(i-from.i)/(to.i-from.i)
		}
		b.lo[i], b.hi[i] = max(0, mid-half), min(m, mid+half)
	}
	b.lo[0], b.hi[n] = 0, m
	for i := 1; i <= n; i++ {
		b.lo[i] = max(min(b.lo[i], b.hi[i-1]), b.lo[i-1])
		b.hi[i] = max(b.hi[i], b.hi[i-1])
	}
	return b
}

// point is a place between two items of each side.
type point struct{ i, j int }

func (b band) size() (n, m int) { return len(b.lo) - 1, b.hi[len(b.hi)-1] }

func (b band) holds(i, j int) bool { return b.lo[i] <= j && j <= b.hi[i] }

// edge reports whether a point is at the border of the band, but not at that of
// the whole.
func (b band) edge(i, j int) bool {
	n, m := b.size()
	return i > 0 && i < n && (j == b.lo[i] && j > 0 || j == b.hi[i] && j < m)
}

// whole reports whether the band leaves nothing out.
func (b band) whole() bool {
	n, m := b.size()
	return b.lo[n] == 0 && b.hi[0] == m
}

func (b band) widest() int {
	most := 0
	for i := range b.lo {
		most = max(most, b.hi[i]-b.lo[i]+1)
	}
	return most
}

func (b band) points() int {
	sum := 0
	for i := range b.lo {
		sum += b.hi[i] - b.lo[i] + 1
	}
	return sum
}

// route finds the best path of two lists of items, in a band that widens until
// the path keeps clear of its edge.
func route(w *weigher, pins []point) []stretch {
	n, m := len(w.src), len(w.trg)
	for half := narrow; ; half *= 2 {
		b := newBand(n, m, half, pins)
		last := b.whole() || 2*b.points() > mostPoints
		if path, touched := search(w, b, last); !touched || last {
			return path
		}
	}
}
