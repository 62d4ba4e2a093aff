package check

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// Run gives the findings of every check on a pair. A pair whose target is not
// there yet, or was left empty on purpose, is only checked for that.
func Run(p Pair) []Finding {
	if p.Target.Blank() {
		return Empty.Run(p)
	}
	if p.Target.Emptied() {
		return Codes.Run(p)
	}
	p = p.prepared()
	var out []Finding
	for _, c := range all {
		if c.Run != nil {
			out = append(out, c.Run(p)...)
		}
	}
	return out
}

// RunAll gives the remarks of the checks that see a circular as a whole: all
// pairs of one language in document order, repetitions included. A pair without
// a translation says nothing.
func RunAll(pairs []Placed) []Remark {
	var out []Remark
	for _, c := range all {
		if c.RunAll != nil {
			out = append(out, c.RunAll(pairs)...)
		}
	}
	return out
}

// Examine gives the remarks of every check on a circular, in the order of its
// pairs and of the checks. The pairs of one message are looked at once. It
// works on as many pairs at a time as there are processors.
func Examine(pairs []Placed) []Remark {
	pairs = slices.Clone(pairs)
	found := make([][]Finding, len(pairs))
	first := firsts(pairs)
	parallel(len(pairs), func(i int) {
		pairs[i].Pair = pairs[i].prepared()
		if first[i] {
			found[i] = Run(pairs[i].Pair)
		}
	})
	for _, r := range RunAll(pairs) {
		found[r.Pair] = append(found[r.Pair], r.Finding)
	}
	var out []Remark
	for i, findings := range found {
		for _, f := range findings {
			out = append(out, Remark{i, f})
		}
	}
	return out
}

// firsts tells which pairs are the first of their message.
func firsts(pairs []Placed) []bool {
	out := make([]bool, len(pairs))
	seen := make(map[string]bool, len(pairs))
	for i, p := range pairs {
		out[i] = p.ID == "" || !seen[p.ID]
		seen[p.ID] = true
	}
	return out
}

// parallel calls work for 0 to n-1, on all processors.
func parallel(n int, work func(i int)) {
	const batch = 64
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n/batch+1) {
		group.Go(func() {
			for {
				end := int(next.Add(batch))
				for i := end - batch; i < min(end, n); i++ {
					work(i)
				}
				if end >= n {
					return
				}
			}
		})
	}
	group.Wait()
}
