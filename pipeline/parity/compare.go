package parity

import (
	"cmp"
	"fmt"
	"slices"

	"hexaglot/glossary"
)

// Compare compares the versions of one circular, each in its own language. The
// glossary gives the terms that are compared; it may be nil.
func Compare(versions []Version, base *glossary.Termbase) *Report {
	c := &comparison{report: &Report{}, resized: map[[2]int]bool{}, imageless: map[int]bool{}}
	for _, v := range versions {
		c.all = append(c.all, newVersion(v, base))
		c.report.Counts = append(c.report.Counts, Counts{})
	}
	c.rows = layout(c.all)
	c.tables()
	c.images()
	c.structure()
	for _, r := range c.rows {
		c.facts(r)
		c.names(r)
	}
	c.terms()
	slices.SortStableFunc(c.report.Findings, func(a, b Finding) int {
		return cmp.Compare(slices.Index(Features(), a.Feature), slices.Index(Features(), b.Feature))
	})
	return c.report
}

// comparison is the work on one set of versions.
type comparison struct {
	all       []*version
	rows      []*row
	report    *Report
	resized   map[[2]int]bool // tables whose size was told, by version and table
	missed    []Finding       // terms that one version lacks in a row
	imageless map[int]bool    // versions whose number of images was told
}

func (c *comparison) tell(f Finding) { c.report.Findings = append(c.report.Findings, f) }

// every lists all versions.
func (c *comparison) every() []int {
	out := make([]int, len(c.all))
	for v := range out {
		out[v] = v
	}
	return out
}

// place gives where a unit of a version stands.
func (c *comparison) place(v, unit int) Place {
	u := &c.all[v].units[unit]
	return Place{Version: v, Feature: u.feature, Number: u.number, Line: u.line, Table: u.cell.table, Row: u.cell.row, Column: u.cell.column, Text: u.text}
}

// places gives where a row stands in each version; for one that lacks it, the
// unit before.
func (c *comparison) places(at int) []Place {
	var out []Place
	for v := range c.all {
		if unit := c.rows[at].at[v]; unit >= 0 {
			out = append(out, c.place(v, unit))
		} else if before := c.before(at, v); before >= 0 && c.rows[at].asked[v] {
			p := c.place(v, before)
			p.After = true
			out = append(out, p)
		}
	}
	return out
}

// before gives the unit of a version in the nearest row above, or -1.
func (c *comparison) before(at, v int) int {
	for i := at - 1; i >= 0; i-- {
		if unit := c.rows[i].at[v]; unit >= 0 && !c.rows[i].moved[v] {
			return unit
		}
	}
	return -1
}

// tables compares the number of tables, then the size of each.
func (c *comparison) tables() {
	numbers := map[int]int{}
	most := 0
	for v, one := range c.all {
		numbers[v] = len(one.tables)
		c.report.Counts[v][Table] = len(one.tables)
		most = max(most, len(one.tables))
	}
	if value, odd, others, ok := majority(numbers, c.every()); ok && len(odd) > 0 {
		for _, v := range odd {
			c.tell(Finding{Feature: Table, Verdict: Count, Odd: []int{v}, Others: others, Value: fmt.Sprint(value), Own: fmt.Sprint(numbers[v]), Places: c.alone(v, others[0])})
		}
		return
	}
	for t := range most {
		c.size(t)
	}
}

// size compares the size of one table, counted from 0.
func (c *comparison) size(t int) {
	sizes := map[int]table{}
	var versions []int
	for v, one := range c.all {
		if t < len(one.tables) {
			sizes[v], versions = one.tables[t], append(versions, v)
		}
	}
	value, odd, others, ok := majority(sizes, versions)
	if !ok {
		return
	}
	for _, v := range odd {
		if c.all[v].Format != c.all[others[0]].Format && value.columns != sizes[v].columns {
			continue // joined cells are not counted alike
		}
		c.resized[[2]int{v, t + 1}] = true
		c.tell(Finding{
			Feature: Table, Verdict: Size, Odd: []int{v}, Others: others, Value: value.String(), Own: sizes[v].String(),
			Places: append(c.gone(v, t+1, others[0]), Place{Version: v, Feature: Table, Table: t + 1}),
		})
	}
}

// String gives rows × columns.
func (t table) String() string { return fmt.Sprintf("%d × %d", t.rows, t.columns) }

// gone gives the place in another version of the first cell of a table that a
// version lacks.
func (c *comparison) gone(v, t, other int) []Place {
	for _, r := range c.rows {
		if unit := r.at[other]; r.at[v] < 0 && unit >= 0 && c.all[other].units[unit].cell.table == t {
			return []Place{c.place(other, unit)}
		}
	}
	return nil
}

// alone gives the places of the tables that one of two versions has for itself,
// and notes that they were told.
func (c *comparison) alone(v, other int) []Place {
	var out []Place
	for _, pair := range [][2]int{{v, other}, {other, v}} {
		for t := range c.all[pair[0]].tables {
			if first, none := c.unmatched(pair[0], pair[1], t+1); none {
				c.resized[[2]int{v, t + 1}] = true
				out = append(out, first)
			}
		}
	}
	return out
}

// unmatched reports whether no cell of a table of one version corresponds to a
// unit of another, and gives its first cell.
func (c *comparison) unmatched(v, other, t int) (first Place, none bool) {
	for _, r := range c.rows {
		unit := r.at[v]
		if unit < 0 || c.all[v].units[unit].cell.table != t {
			continue
		}
		if r.at[other] >= 0 {
			return first, false
		}
		if !none {
			first, none = c.place(v, unit), true
		}
	}
	return first, none
}

// images compares the number of images of versions in one format.
func (c *comparison) images() {
	numbers := map[int]int{}
	formats := map[string][]int{}
	for v, one := range c.all {
		numbers[v] = one.images
		c.report.Counts[v][Image] = one.images
		formats[one.Format] = append(formats[one.Format], v)
	}
	for _, v := range c.every() {
		alike := formats[c.all[v].Format]
		value, odd, others, ok := majority(numbers, alike)
		switch {
		case ok && slices.Contains(odd, v):
			c.imageless[v] = true
			c.tell(Finding{Feature: Image, Verdict: Count, Odd: []int{v}, Others: others, Value: fmt.Sprint(value), Own: fmt.Sprint(numbers[v])})
		case !ok && alike[0] == v:
			c.tell(Finding{Feature: Image, Verdict: Differ, Odd: []int{v}, Others: alike[1:], Own: fmt.Sprint(numbers[v])})
		}
	}
}
