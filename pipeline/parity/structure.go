package parity

import (
	"slices"
	"strings"
)

// structure tells the units that versions lack, or have elsewhere, or as
// something else.
func (c *comparison) structure() {
	for at := 0; at < len(c.rows); {
		at += c.presence(at)
	}
	for at, r := range c.rows {
		c.order(at)
		c.kind(at)
		for v, unit := range r.at {
			if unit >= 0 {
				c.report.Counts[v][c.all[v].units[unit].feature]++
			}
		}
	}
}

// presence tells the units that versions lack from one row on, and gives how
// many rows that are: neighbours with the same vote are told as one.
func (c *comparison) presence(at int) int {
	have, lack := c.rows[at].present()
	verdict, odd, others, differ := vote(have, lack)
	if !differ {
		return 1
	}
	n := 1
	for at+n < len(c.rows) && c.follows(at, at+n) {
		n++
	}
	if c.tableTold(at, odd, others) || c.imageTold(at, odd) {
		return n
	}
	c.tell(Finding{Feature: c.rows[at].feature, Verdict: verdict, Odd: odd, Others: others, Units: n, Places: c.places(at)})
	return n
}

// follows reports whether a row below has the same feature and the same vote.
func (c *comparison) follows(at, below int) bool {
	a, b := c.rows[at], c.rows[below]
	if a.feature != b.feature {
		return false
	}
	haveA, lackA := a.present()
	haveB, lackB := b.present()
	return slices.Equal(haveA, haveB) && slices.Equal(lackA, lackB)
}

// tableTold reports whether the row belongs to tables whose size was told for
// all the odd versions.
func (c *comparison) tableTold(at int, odd, others []int) bool {
	r := c.rows[at]
	t := 0
	for _, v := range slices.Concat(others, odd) {
		if unit := r.at[v]; unit >= 0 {
			t = c.all[v].units[unit].cell.table
			break
		}
	}
	return t > 0 && !slices.ContainsFunc(odd, func(v int) bool { return !c.resized[[2]int{v, t}] })
}

// imageTold reports whether the row describes an image, and the number of images
// was told for all the odd versions.
func (c *comparison) imageTold(at int, odd []int) bool {
	for v, unit := range c.rows[at].at {
		if unit >= 0 {
			return strings.HasPrefix(c.all[v].units[unit].role, "image ") && !slices.ContainsFunc(odd, func(o int) bool { return !c.imageless[o] })
		}
	}
	return false
}

// order tells the versions in which a unit stands elsewhere. Lists that each
// language sorts by its own alphabet are in order everywhere.
func (c *comparison) order(at int) {
	r := c.rows[at]
	var odd, others []int
	for v, unit := range r.at {
		switch {
		case unit < 0:
		case r.moved[v] && !c.sorted(v, unit):
			odd = append(odd, v)
		default:
			others = append(others, v)
		}
	}
	if len(odd) > 0 && len(others) > 0 {
		verdict := Moved
		c.tell(Finding{Feature: r.feature, Verdict: verdict, Odd: odd, Others: others, Units: 1, Places: c.places(at)})
	}
}

// sorted reports whether the list that an item belongs to is in alphabetical
// order.
func (c *comparison) sorted(v, unit int) bool {
	one := c.all[v]
	from, to := unit, unit
	for from > 0 && one.units[from-1].feature == one.units[unit].feature && one.units[unit].feature == ListItem {
		from--
	}
	for to+1 < len(one.units) && one.units[to+1].feature == one.units[unit].feature && one.units[unit].feature == ListItem {
		to++
	}
	return to-from >= 2 && one.inOrder(from, to)
}

// kind tells the versions in which a unit is something else: a paragraph that
// is a heading elsewhere. Formats tell kinds apart in their own ways.
func (c *comparison) kind(at int) {
	r := c.rows[at]
	kinds := map[int]Feature{}
	have, _ := r.present()
	for _, v := range have {
		kinds[v] = c.all[v].units[r.at[v]].feature
	}
	value, odd, others, ok := majority(kinds, have)
	for _, v := range odd {
		alike := slices.ContainsFunc(others, func(o int) bool { return c.all[o].Format == c.all[v].Format })
		if ok && alike {
			c.tell(Finding{Feature: value, Verdict: Kind, Odd: []int{v}, Others: others, Value: string(value), Own: string(kinds[v]), Units: 1, Places: c.places(at)})
		}
	}
}
