package fuzzy

import "io"

// growth is how many times larger a segment is at least than all newer ones
// together, once what is due is merged.
const growth = 3

// Due says which segments to merge: those from place first on, in the order in
// which they were written, given the number of entries of each. Merged into one
// they leave few segments, and no entry is written again more often than the
// logarithm of their number. It is len(sizes) where nothing is due. A segment
// is never merged beyond Most entries.
func Due(sizes []int) (first int) {
	first = len(sizes)
	sum := 0
	for i := len(sizes) - 1; i >= 0; i-- {
		if sum > 0 && sum+sizes[i] <= Most && sizes[i] < growth*sum {
			first = i
		}
		sum += sizes[i]
		if sum > Most {
			break
		}
	}
	return first
}

// Merge writes the entries of segments that keep accepts, all where it is nil,
// as one segment. Errors are those of Open, and of w.
func Merge(w io.Writer, segments []*Segment, keep func(id int64) bool) error {
	var b Builder
	for _, s := range segments {
		if err := s.Each(func(e Entry) bool {
			if keep == nil || keep(e.ID) {
				b.Add(e.ID, e.Content)
			}
			return true
		}); err != nil {
			return err
		}
	}
	return b.Write(w)
}
