package parity

import (
	"cmp"
	"math"
	"slices"

	"hexaglot/pipeline/locale"
)

// link is where the units of a pivot stand in another version, by their places
// in a stream: -1 for those that it lacks.
type link struct {
	to    []int
	moved []bool // stands elsewhere than its neighbours do
	free  []int  // places of the version that nothing corresponds to
}

// Weights of what speaks for two units being one, and against.
const (
	sameKind   = 2.0
	agreement  = 4.0
	conflict   = 2.0
	likeLength = 1.0
	sameCell   = 1.0
	gap        = -0.5
	// Moved units must be much alike, for their place does not speak for them.
	alike = 3.0
)

// reach bounds how far from the diagonal counterparts are looked for, in units.
const reach = 400

// pairer aligns a stream of two versions.
type pairer struct {
	a, b   *version
	as, bs []int   // their units
	ratio  float64 // of lengths
}

func newPairer(a, b *version, stream string) *pairer {
	p := &pairer{a: a, b: b, as: a.stream(stream), bs: b.stream(stream)}
	p.ratio = ratio(lengths(b, p.bs), lengths(a, p.as))
	return p
}

func lengths(v *version, at []int) float64 {
	sum := 1.0
	for _, i := range at {
		sum += v.units[i].length
	}
	return sum
}

func ratio(b, a float64) float64 { return min(4, max(0.2, b/a)) }

// inTable says how much the places of two cells speak for them.
func inTable(x, y cell) float64 {
	switch {
	case x.table == 0 || y.table == 0:
		return 0
	case x.column != y.column:
		return -sameCell
	case x.row == y.row:
		return 2 * sameCell
	}
	return sameCell
}

// score says how much speaks for two units being one.
func (p *pairer) score(i, j int) float64 {
	x, y := &p.a.units[p.as[i]], &p.b.units[p.bs[j]]
	s := -sameKind / 2
	if x.feature == y.feature {
		s = sameKind
	}
	off := math.Abs(math.Log((y.length + 3) / ((x.length + 3) * p.ratio)))
	s += likeLength * max(-2, 1-2*off)
	s += inTable(x.cell, y.cell)
	common, all := shared(x, y)
	switch {
	case all == 0:
	case common > 0:
		s += agreement * float64(common) / float64(all)
	case len(x.facts) > 0 && len(y.facts) > 0:
		s -= conflict
	default:
		s -= conflict / 2
	}
	return s
}

// shared counts the facts that two units have in common, and all of both.
func shared(x, y *unit) (common, all int) {
	same := 0 // said without being read alike
	for _, f := range x.facts {
		if y.has(f) {
			common++
		} else if y.saysClock(f, locale.DigitRuns(f.key)) {
			same++
		}
	}
	for _, f := range y.facts {
		if !x.has(f) && x.saysClock(f, locale.DigitRuns(f.key)) {
			same++
		}
	}
	return common + same, len(x.facts) + len(y.facts) - common
}

// align finds the path of the highest score, and looks out of order for what it
// leaves over.
func (p *pairer) align() link {
	l := link{to: make([]int, len(p.as)), moved: make([]bool, len(p.as))}
	taken := make([]bool, len(p.bs))
	for i, j := range p.path() {
		if l.to[i] = j; j >= 0 {
			taken[j] = true
		}
	}
	for j := range taken {
		if !taken[j] {
			l.free = append(l.free, j)
		}
	}
	p.move(&l)
	p.settle(&l)
	return l
}

// path gives the place in b of each unit of a, or -1: the alignment of Needleman
// and Wunsch in a band around the diagonal.
func (p *pairer) path() []int {
	n, m := len(p.as), len(p.bs)
	half := reach + max(n-m, m-n)
	width := 2*half + 1
	const fromAbove, fromLeft, fromBoth = 1, 2, 3
	steps := make([][]uint8, n+1)
	before, row := newRow(width), newRow(width)
	for i := range n + 1 {
		steps[i] = make([]uint8, min(width, m+half+1))
		for j := max(0, i-half); j <= min(m, i+half); j++ {
			k := j - i + half
			best, step := math.Inf(-1), uint8(0)
			if i == 0 && j == 0 {
				best = 0
			}
			take := func(score float64, s uint8) {
				if score > best {
					best, step = score, s
				}
			}
			if i > 0 && j > 0 {
				take(before[k]+p.score(i-1, j-1), fromBoth)
			}
			if i > 0 && k+1 < width {
				take(before[k+1]+gap, fromAbove)
			}
			if j > 0 && k > 0 {
				take(row[k-1]+gap, fromLeft)
			}
			row[k] = best
			if k < len(steps[i]) {
				steps[i][k] = step
			}
		}
		before, row = row, before
	}
	out := slices.Repeat([]int{-1}, n)
	for i, j := n, m; i > 0 || j > 0; {
		switch steps[i][j-i+half] {
		case fromBoth:
			i, j = i-1, j-1
			out[i] = j
		case fromAbove:
			i--
		default:
			j--
		}
	}
	return out
}

func newRow(width int) []float64 { return slices.Repeat([]float64{math.Inf(-1)}, width) }

// settle pairs what is left over in the same place on both sides: it says
// something else there, which the comparison of what it says will tell.
func (p *pairer) settle(l *link) {
	for i, to := range l.to {
		if to >= 0 {
			continue
		}
		k := slices.IndexFunc(l.free, func(j int) bool {
			g := l.gapOf(j)
			return (g == i || g == i+1) && p.a.units[p.as[i]].feature == p.b.units[p.bs[j]].feature
		})
		if k >= 0 {
			l.to[i] = l.free[k]
			l.free = slices.Delete(l.free, k, k+1)
		}
	}
}

// most bounds the pairs that are looked at out of order.
const most = 1 << 20

// move pairs what the path left over where it is much alike, the most alike
// first.
func (p *pairer) move(l *link) {
	for _, c := range p.candidates(l) {
		at := slices.Index(l.free, c.j)
		if l.to[c.i] >= 0 || at < 0 {
			continue
		}
		l.to[c.i], l.moved[c.i] = c.j, true
		l.free = slices.Delete(l.free, at, at+1)
	}
}

// candidate is two units that may be one out of order.
type candidate struct {
	i, j  int
	score float64
}

func (p *pairer) candidates(l *link) []candidate {
	var out []candidate
	looked := 0
	for i, to := range l.to {
		if to >= 0 {
			continue
		}
		for _, j := range l.free {
			if looked++; looked > most {
				break
			}
			if s := p.score(i, j); s > alike && p.convincing(i, j) {
				out = append(out, candidate{i, j, s})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b candidate) int { return cmp.Compare(b.score, a.score) })
	return out
}

// convincing reports whether two units out of order share half of what they
// say, or are of one length and near each other where they say nothing.
func (p *pairer) convincing(i, j int) bool {
	x, y := &p.a.units[p.as[i]], &p.b.units[p.bs[j]]
	common, all := shared(x, y)
	if all > 0 {
		return 2*common >= all
	}
	return x.feature == y.feature && max(i-j, j-i) <= 3
}
