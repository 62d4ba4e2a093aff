package align

import "sort"

// votes is how many marks that stand once in each document must agree on a
// pair of items before the band is led through it.
const votes = 2

// pins gives points that the path is likely to pass: pairs of items that have
// several marks which stand nowhere else, in the longest series in which both
// sides grow.
func (w window) pins() []point {
	src, trg := w.items()
	if len(src) <= narrow && len(trg) <= narrow {
		return nil
	}
	at := only(src, len(w.noted.of))
	count := map[point]int{}
	for j, it := range onlyMarks(trg, len(w.noted.of)) {
		for _, id := range it {
			if i := at[id]; i >= 0 {
				count[point{i, j}]++
			}
		}
	}
	var found []point
	for p, n := range count {
		if n >= votes {
			found = append(found, p)
		}
	}
	sort.Slice(found, func(x, y int) bool {
		if found[x].i != found[y].i {
			return found[x].i < found[y].i
		}
		return found[x].j > found[y].j
	})
	return growing(found)
}

// only gives for each mark the one item that has it; -1 where none or several do.
func only(items []item, marks int) []int {
	at := make([]int, marks)
	for id := range at {
		at[id] = -1
	}
	for i, it := range items {
		for _, id := range it.marks {
			if at[id] == -1 {
				at[id] = i
			} else {
				at[id] = -2
			}
		}
	}
	return at
}

// onlyMarks gives for each item the marks that no other item has.
func onlyMarks(items []item, marks int) [][]int32 {
	at := only(items, marks)
	out := make([][]int32, len(items))
	for i, it := range items {
		for _, id := range it.marks {
			if at[id] == i {
				out[i] = append(out[i], id)
			}
		}
	}
	return out
}

// growing gives the longest series of points in which i and j both grow
// (patience sorting); the points are sorted by i, and by falling j.
func growing(points []point) []point {
	var tops []int // by length less one: the series of that length that ends lowest
	before := make([]int, len(points))
	for k, p := range points {
		n := sort.Search(len(tops), func(x int) bool { return points[tops[x]].j >= p.j })
		before[k] = -1
		if n > 0 {
			before[k] = tops[n-1]
		}
		if n == len(tops) {
			tops = append(tops, k)
		} else {
			tops[n] = k
		}
	}
	if len(tops) == 0 {
		return nil
	}
	out := make([]point, len(tops))
	for n, k := len(tops)-1, tops[len(tops)-1]; n >= 0; n, k = n-1, before[k] {
		out[n] = points[k]
	}
	return out
}
