package parity

import (
	"slices"
	"strings"
)

// names compares the names of a row: words in Latin letters that most versions
// write alike. A version is named where it has a slip of one, or where it alone
// lacks a coined name.
func (c *comparison) names(r *row) {
	have, _ := r.present()
	if len(have) < 3 {
		return
	}
	at := slices.Index(c.rows, r)
	var told []string
	for _, pick := range []func(*unit) []string{pairsOf, wordsOf} {
		for _, name := range c.allNames(r, have, pick) {
			f, ok := c.name(r, have, name, pick)
			if !ok || slices.ContainsFunc(told, func(own string) bool { return strings.Contains(own, f.Own) || strings.Contains(own, name) }) {
				continue
			}
			told = append(told, f.Own+name)
			f.Places = c.places(at)
			c.tell(f)
		}
	}
}

func pairsOf(u *unit) []string { return u.pairs }

func wordsOf(u *unit) []string { return u.words }

func (c *comparison) allNames(r *row, have []int, pick func(*unit) []string) []string {
	var out []string
	for _, v := range have {
		for _, name := range pick(&c.all[v].units[r.at[v]]) {
			if !slices.Contains(out, name) {
				out = append(out, name)
			}
		}
	}
	return out
}

// name compares one name.
func (c *comparison) name(r *row, versions []int, name string, pick func(*unit) []string) (Finding, bool) {
	var have, lack []int
	var known []string
	for _, v := range versions {
		names := pick(&c.all[v].units[r.at[v]])
		if slices.Contains(names, name) {
			have = append(have, v)
			known = append(known, names...)
		} else {
			lack = append(lack, v)
		}
	}
	if len(have) < 2 {
		return Finding{}, false
	}
	for _, v := range lack {
		own := misspelt(name, pick(&c.all[v].units[r.at[v]]), known)
		if own != "" && c.fixed(r, name, len(have), pick) {
			return Finding{Feature: Name, Verdict: Instead, Odd: []int{v}, Others: have, Value: name, Own: own}, true
		}
	}
	if coined(name) && len(lack) == 1 && len(have) >= 3 {
		return Finding{Feature: Name, Verdict: Lacks, Odd: lack, Others: have, Value: name}, true
	}
	return Finding{}, false
}

// fixed reports whether languages write a name alike: it is coined, or most of
// those that have Latin letters there have it.
func (c *comparison) fixed(r *row, name string, have int, pick func(*unit) []string) bool {
	if coined(name) {
		return true
	}
	if !strings.ContainsAny(name, " -") && have < 3 {
		return false // languages share many a word
	}
	voters := 0
	for v, at := range r.at {
		if at >= 0 && len(pick(&c.all[v].units[at])) > 0 {
			voters++
		}
	}
	return 2*have > voters
}
