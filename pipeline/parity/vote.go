package parity

// vote decides between the versions that have something and those that lack it:
// the fewer are named. Where they are as many, those that have it are named
// first, without blame.
func vote(have, lack []int) (verdict Verdict, odd, others []int, differ bool) {
	switch {
	case len(have) == 0 || len(lack) == 0:
		return "", nil, nil, false
	case len(have) > len(lack):
		return Lacks, lack, have, true
	case len(have) < len(lack):
		return Extra, have, lack, true
	default:
		return Differ, have, lack, true
	}
}

// majority gives the value that more than half of the versions have, those that
// have another, and whether there is such a value.
func majority[T comparable](values map[int]T, versions []int) (value T, odd, others []int, ok bool) {
	votes := map[T]int{}
	for _, v := range versions {
		votes[values[v]]++
	}
	for _, v := range versions {
		if 2*votes[values[v]] > len(versions) {
			value, ok = values[v], true
		}
	}
	if !ok {
		return value, nil, nil, false
	}
	for _, v := range versions {
		if values[v] == value {
			others = append(others, v)
		} else {
			odd = append(odd, v)
		}
	}
	return value, odd, others, true
}
