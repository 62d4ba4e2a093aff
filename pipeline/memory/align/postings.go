package align

import "slices"

// postings tells for each mark in which items it stands.
type postings struct {
	start []int32 // by mark: its first place in items
	items []int32
}

func newPostings(items []item, marks int) postings {
	p := postings{start: make([]int32, marks+1)}
	for _, it := range items {
		for _, id := range it.marks {
			p.start[id+1]++
		}
	}
	for id := range marks {
		p.start[id+1] += p.start[id]
	}
	p.items = make([]int32, p.start[marks])
	next := slices.Clone(p.start)
	for i, it := range items {
		for _, id := range it.marks {
			p.items[next[id]] = int32(i)
			next[id]++
		}
	}
	return p
}

// of lists the items that have the mark.
func (p postings) of(id int32) []int32 { return p.items[p.start[id]:p.start[id+1]] }

// add adds a gain to the scores of all spans of n items that hold the mark;
// scores are those of the spans from one on.
func (p postings) add(id int32, n, from int, gain float64, scores []float64) {
	list := p.of(id)
	k, _ := slices.BinarySearch(list, int32(from))
	done := from // the spans before this one are done
	for _, at := range list[k:] {
		first := max(int(at)-n+1, done)
		if first >= from+len(scores) {
			return
		}
		done = min(int(at)+1, from+len(scores))
		for j := first; j < done; j++ {
			scores[j-from] += gain
		}
	}
}

// stamps is a set of marks that is emptied at once.
type stamps struct {
	of  []int32
	now int32
}

func (s *stamps) clear() { s.now++ }

// add reports whether the mark is new to the set.
func (s *stamps) add(id int32) bool {
	if s.of[id] == s.now {
		return false
	}
	s.of[id] = s.now
	return true
}
