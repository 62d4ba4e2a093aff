package parity

import (
	"slices"
	"strconv"
)

// facts compares what the versions of a row say.
func (c *comparison) facts(r *row) {
	have, _ := r.present()
	if len(have) < 2 {
		return
	}
	var told []Finding
	for _, f := range c.union(r, have) {
		if one, ok := c.fact(r, have, f); ok {
			told = append(told, one)
		}
	}
	for _, f := range sure(replaced(told)) {
		f.Places = c.places(slices.Index(c.rows, r))
		if f.Feature == Term {
			c.missed = append(c.missed, f)
			continue
		}
		c.tell(f)
	}
}

// union lists the facts of a row, each once, in the order of the versions.
func (c *comparison) union(r *row, have []int) []fact {
	var out []fact
	for _, v := range have {
		for _, f := range c.all[v].units[r.at[v]].facts {
			if !slices.ContainsFunc(out, func(g fact) bool { return g.feature == f.feature && g.key == f.key }) {
				out = append(out, f)
			}
		}
	}
	return out
}

// fact compares one fact, and counts it for the versions that say it.
func (c *comparison) fact(r *row, versions []int, f fact) (Finding, bool) {
	have, lack, read := c.ballot(r, versions, f, true)
	if len(lack) == 0 && 2*read < len(versions) {
		return Finding{}, false // most read it otherwise, and are counted there
	}
	for _, v := range have {
		c.report.Counts[v][f.feature]++
	}
	if f.feature == Term && !sureTerm(have, lack) {
		return Finding{}, false
	}
	verdict, odd, others, differ := vote(have, lack)
	return Finding{Feature: f.feature, Verdict: verdict, Odd: odd, Others: others, Value: c.value(f, odd)}, differ
}

// ballot gives the versions that have a fact or say it in another way, those
// that lack it, and how many it was read in. A version with a stray fact of its
// own in the same place is not taken at its word.
func (c *comparison) ballot(r *row, versions []int, f fact, strays bool) (have, lack []int, read int) {
	for _, v := range versions {
		u := &c.all[v].units[r.at[v]]
		switch {
		case u.has(f):
			have = append(have, v)
			read++
		case u.says(c.all[v].locale, f) && (!strays || !c.strays(r, versions, v, f.feature)):
			have = append(have, v)
		default:
			lack = append(lack, v)
		}
	}
	return have, lack, read
}

// strays reports whether a version has a fact of the feature that most others
// do not say in any way.
func (c *comparison) strays(r *row, versions []int, v int, feature Feature) bool {
	return feature != Term && slices.ContainsFunc(c.all[v].units[r.at[v]].facts, func(g fact) bool {
		if g.feature != feature {
			return false
		}
		have, lack, _ := c.ballot(r, versions, g, false)
		return len(lack) > len(have)
	})
}

// value gives the fact for a reader: a term in the language of the version that
// lacks it.
func (c *comparison) value(f fact, odd []int) string {
	if f.concept != nil && len(odd) > 0 {
		if t := f.concept.Preferred(c.all[odd[0]].lang); t != nil {
			return t.Text
		}
	}
	return f.shown
}

// sureTerm reports whether one version alone lacks a term that at least four
// others have: languages say with other words what a term says.
func sureTerm(have, lack []int) bool { return len(lack) == 1 && len(have) >= 4 }

// terms tells the terms that a version lacks in one place, and has in all others
// where it should.
func (c *comparison) terms() {
	for _, f := range c.missed {
		v, times := f.Odd[0], 0
		for _, g := range c.missed {
			if g.Value == f.Value && g.Odd[0] == v {
				times++
			}
		}
		if times == 1 && c.uses(v, f.Value) >= 2 {
			c.tell(f)
		}
	}
}

// uses counts the units of a version that have a term of a concept whose
// preferred term is given.
func (c *comparison) uses(v int, preferred string) int {
	n := 0
	for i := range c.all[v].units {
		for _, f := range c.all[v].units[i].facts {
			if f.feature == Term && c.value(f, []int{v}) == preferred {
				n++
			}
		}
	}
	return n
}

// replaced makes one finding of two where the same version lacks one value and
// has another of the same feature.
func replaced(all []Finding) []Finding {
	var out []Finding
	used := make([]bool, len(all))
	for i, f := range all {
		if used[i] {
			continue
		}
		k := slices.IndexFunc(all, func(g Finding) bool { return opposite(f, g) })
		if k < i+1 || used[k] {
			out = append(out, f)
			continue
		}
		used[k] = true
		lacks, extra := f, all[k]
		if lacks.Verdict == Extra {
			lacks, extra = extra, lacks
		}
		lacks.Verdict, lacks.Own = Instead, extra.Value
		out = append(out, lacks)
	}
	return out
}

func opposite(f, g Finding) bool {
	pair := f.Verdict == Lacks && g.Verdict == Extra || f.Verdict == Extra && g.Verdict == Lacks
	return pair && family(f.Feature) == family(g.Feature) && slices.Equal(f.Odd, g.Odd)
}

// family gives the features that stand for each other where a value is misread.
func family(f Feature) Feature {
	if f == Time || f == Date {
		return Number
	}
	return f
}

// sure leaves out what may be said with words: small numbers that stand for
// nothing else, and terms that a version lacks because a value in them differs.
func sure(all []Finding) []Finding {
	return slices.DeleteFunc(slices.Clone(all), func(f Finding) bool {
		if f.Feature == Number && f.Verdict != Instead && small(f.Value) {
			return true
		}
		return f.Feature == Term && slices.ContainsFunc(all, func(g Finding) bool { return g.Feature != Term && slices.Equal(f.Odd, g.Odd) })
	})
}

// spelled is the number up to which languages like to write numbers as words,
// each in its own way.
const spelled = 20

func small(value string) bool {
	n, err := strconv.Atoi(value)
	return err == nil && n <= spelled
}
