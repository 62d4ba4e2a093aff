package parity

import "slices"

// row is what corresponds in all versions.
type row struct {
	feature Feature
	at      []int  // by version: its unit, or -1
	moved   []bool // by version: it stands elsewhere
	asked   []bool // by version: its format can hold such a unit
}

// present lists the versions that have the row, and those that lack it.
func (r *row) present() (have, lack []int) {
	for v, at := range r.at {
		switch {
		case at >= 0:
			have = append(have, v)
		case r.asked[v]:
			lack = append(lack, v)
		}
	}
	return have, lack
}

// layout lays the units of all versions side by side.
func layout(all []*version) []*row {
	pivot := pivotOf(all)
	var out []*row
	for _, name := range streams(all) {
		out = append(out, lay(all, pivot, name)...)
	}
	return out
}

// streams lists the streams of all versions, the text first.
func streams(all []*version) []string {
	out := []string{"body", "notes"}
	for _, v := range all {
		for i := range v.units {
			if name := v.units[i].stream; !slices.Contains(out, name) {
				out = append(out, name)
			}
		}
	}
	return out
}

// pivotOf gives the version that the others are laid against: the one whose
// numbers of units most others share.
func pivotOf(all []*version) int {
	best, least := 0, -1
	for i, v := range all {
		off := 0
		for _, f := range []Feature{Paragraph, Heading, ListItem, TableCell, Footnote, Margin} {
			off += max(v.count(f)-usual(all, f), usual(all, f)-v.count(f))
		}
		if least < 0 || off < least {
			best, least = i, off
		}
	}
	return best
}

func (v *version) count(f Feature) int {
	n := 0
	for i := range v.units {
		if v.units[i].feature == f {
			n++
		}
	}
	return n
}

// usual gives the number of units that most versions have.
func usual(all []*version, f Feature) int {
	votes := map[int]int{}
	best := 0
	for _, v := range all {
		n := v.count(f)
		votes[n]++
		if votes[n] > votes[best] || votes[n] == votes[best] && n > best {
			best = n
		}
	}
	return best
}

// lay gives the rows of one stream: those of the pivot, and between them what
// it lacks.
func lay(all []*version, pivot int, stream string) []*row {
	asked := asks(all, stream)
	units := all[pivot].stream(stream)
	rows := make([]*row, len(units))
	for i, u := range units {
		rows[i] = newRowOf(all[pivot].units[u].feature, len(all), asked)
		rows[i].at[pivot] = u
	}
	between := make([][]*row, len(units)+1)
	for v := range all {
		if v == pivot || !asked[v] {
			continue
		}
		p := newPairer(all[pivot], all[v], stream)
		l := p.align()
		for i, j := range l.to {
			if j >= 0 {
				rows[i].at[v], rows[i].moved[v] = p.bs[j], l.moved[i]
			}
		}
		for _, j := range l.free {
			g := l.gapOf(j)
			between[g] = insert(between[g], all, v, p.bs[j], asked)
		}
	}
	blame(rows)
	var out []*row
	for i, inserted := range between {
		out = append(out, inserted...)
		if i < len(rows) {
			out = append(out, rows[i])
		}
	}
	return out
}

func newRowOf(f Feature, versions int, asked []bool) *row {
	return &row{feature: f, at: slices.Repeat([]int{-1}, versions), moved: make([]bool, versions), asked: asked}
}

// asks tells which versions can hold a stream: margins differ from format to
// format, and a format of which no version has any is not asked.
func asks(all []*version, stream string) []bool {
	out := make([]bool, len(all))
	for v := range all {
		out[v] = stream == "body" || stream == "notes" || slices.ContainsFunc(all, func(o *version) bool {
			return o.Format == all[v].Format && o.held[stream]
		})
	}
	return out
}

// gapOf gives the place among the units of the pivot where a unit stands that
// none of them corresponds to.
func (l *link) gapOf(j int) int {
	for i := len(l.to) - 1; i >= 0; i-- {
		if l.to[i] >= 0 && l.to[i] < j && !l.moved[i] {
			return i + 1
		}
	}
	return 0
}

// insert puts a unit that the pivot lacks into a row with those of others that
// are the same, or into one of its own.
func insert(rows []*row, all []*version, v, unit int, asked []bool) []*row {
	for _, r := range rows {
		if r.at[v] < 0 && r.fits(all, v, unit) {
			r.at[v] = unit
			return rows
		}
	}
	r := newRowOf(all[v].units[unit].feature, len(all), asked)
	r.at[v] = unit
	return append(rows, r)
}

// fits reports whether a unit is the same as those of a row.
func (r *row) fits(all []*version, v, unit int) bool {
	for o, at := range r.at {
		if at >= 0 {
			p := &pairer{a: all[o], b: all[v], as: []int{at}, bs: []int{unit}}
			p.ratio = ratio(lengths(all[v], all[v].stream("body")), lengths(all[o], all[o].stream("body")))
			return p.score(0, 0) > 0
		}
	}
	return false
}

// blame tells that the pivot has moved a unit where most others have it
// elsewhere than the pivot.
func blame(rows []*row) {
	for _, r := range rows {
		have, _ := r.present()
		away := 0
		for _, v := range have {
			if r.moved[v] {
				away++
			}
		}
		if 2*away > len(have) {
			for v := range r.moved {
				r.moved[v] = r.at[v] >= 0 && !r.moved[v]
			}
		}
	}
}
