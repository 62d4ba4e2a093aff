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
	b.hi[n] = m
	b.settle()
	return b
}

// point is a place between two items of each side.
type point struct{ i, j int }

func (b band) size() (n, m int) { return len(b.lo) - 1, b.hi[len(b.hi)-1] }

// touches reports whether a path comes to the border of the band that is not
// that of the whole.
func (b band) touches(path []stretch) bool {
	n, m := b.size()
	for _, st := range path {
		i, j := st.i, st.j
		if i > 0 && i < n && (j == b.lo[i] && j > 0 || j == b.hi[i] && j < m) {
			return true
		}
	}
	return false
}

// whole reports whether the band leaves nothing out.
func (b band) whole() bool {
	n, m := b.size()
	return b.lo[n] == 0 && b.hi[0] == m
}

func (b band) width(i int) int { return b.hi[i] - b.lo[i] + 1 }

func (b band) points() int {
	sum := 0
	for i := range b.lo {
		sum += b.width(i)
	}
	return sum
}

// around gives the band of the points that are at most half rows or columns
// from a path.
func around(path []stretch, n, m, half int) band {
	first, last := make([]int, n+1), make([]int, n+1) // columns of the path, by row
	for i := range last {
		first[i] = m
	}
	note := func(i, j int) { first[i], last[i] = min(first[i], j), max(last[i], j) }
	for _, st := range path {
		note(st.i, st.j)
		for i := st.i + 1; i < st.i+st.src(); i++ {
			note(i, st.j)
		}
	}
	note(n, m)
	b := band{make([]int, n+1), make([]int, n+1)}
	for i := range b.lo {
		b.lo[i] = max(0, min(first[max(0, i-half)], first[i]-half))
		b.hi[i] = min(m, max(last[min(n, i+half)], last[i]+half))
	}
	b.settle()
	return b
}

// settle makes the rows grow and overlap, from the beginning to the end.
func (b band) settle() {
	n := len(b.lo) - 1
	b.lo[0] = 0
	for i := 1; i <= n; i++ {
		b.lo[i] = max(min(b.lo[i], b.hi[i-1]), b.lo[i-1])
		b.hi[i] = max(b.hi[i], b.hi[i-1])
	}
}
