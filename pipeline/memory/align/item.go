package align

import (
	"slices"
	"strconv"
	"strings"
)

// item is what is aligned: a segment, or the segments of a unit.
type item struct {
	length  float64 // in characters, white space aside
	marks   []int32 // sorted, each once
	words   []int32 // its stems, each once
	unit    int
	first   int // index of its first segment
	after   int // index of the segment after its last
	unitEnd bool
}

// side is one version: its segments, and its units made of them.
type side struct {
	segments, units []item
	order           []int // by segment: its place in the document
	body            int   // how many units stand before the notes
	words           map[string]int32
	sorted          []bool // by segment: it may stand in the order of an alphabet
}

// newSide collects what is known of the segments of a version; the notes stand
// last if they are apart: some formats have them where they are referred to,
// others at the end.
func newSide(document []Place, apart bool, c *collector) *side {
	s := &side{words: map[string]int32{}, order: series(0, len(document))}
	if apart {
		slices.SortStableFunc(s.order, func(a, b int) int { return rank(document[a]) - rank(document[b]) })
	}
	var places []Place
	for _, i := range s.order {
		places = append(places, document[i])
	}
	columns := columnsOf(places)
	for i, p := range places {
		text := p.Segment.Source.Text
		ws := words(text)
		it := item{length: lengthOf(text), unit: p.unit, first: i, after: i + 1}
		it.marks = append(c.collect(text, ws), c.marks.id(structure, roleOf(p.Unit.Role)))
		if _, role, ok := strings.Cut(p.Unit.Role, ": "); ok {
			it.marks = append(it.marks, c.marks.id(function, role))
		}
		if columns[i] > 0 {
			it.marks = append(it.marks, c.marks.id(column, strconv.Itoa(columns[i])))
		}
		it.unitEnd = i+1 == len(places) || places[i+1].unit != p.unit
		if i == 0 || places[i-1].unit != p.unit {
			it.marks = append(it.marks, c.marks.id(edge, "first"))
		}
		if it.unitEnd {
			it.marks = append(it.marks, c.marks.id(edge, "last"))
		}
		slices.Sort(it.marks)
		it.words = s.stems(ws)
		s.segments = append(s.segments, it)
		s.sorted = append(s.sorted, slices.Contains(sortedRoles, roleOf(p.Unit.Role)))
	}
	s.units = gather(s.segments)
	s.body = len(s.units)
	for k, u := range s.units {
		if apart && rank(places[u.first]) > 0 {
			s.body = k
			break
		}
	}
	return s
}

// rank tells notes from the body.
func rank(p Place) int {
	if roleOf(p.Unit.Role) == "footnote" {
		return 1
	}
	return 0
}

func hasNotes(places []Place) bool {
	return slices.ContainsFunc(places, func(p Place) bool { return rank(p) > 0 })
}

// sortedRoles are the units that languages put in orders of their own.
var sortedRoles = []string{"list item", "table cell"}

// roleOf gives what a unit is, without what it is for in a letter, and alike
// over formats.
func roleOf(role string) string {
	role, _, _ = strings.Cut(role, ": ")
	if role == "table header" {
		return "table cell"
	}
	return role
}

// stems numbers the stems of words.
func (s *side) stems(ws []word) []int32 {
	var out []int32
	for _, w := range ws {
		for _, stem := range w.stems() {
			id, ok := s.words[stem]
			if !ok {
				id = int32(len(s.words))
				s.words[stem] = id
			}
			out = append(out, id)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// gather joins the segments of each unit.
func gather(segments []item) []item {
	var units []item
	for i, it := range segments {
		if n := len(units); i > 0 && segments[i-1].unit == it.unit {
			units[n-1] = join(units[n-1], it)
			continue
		}
		it.unitEnd = false
		units = append(units, it)
	}
	return units
}

func join(a, b item) item {
	a.length += b.length
	a.marks = union(a.marks, b.marks)
	a.words = union(a.words, b.words)
	a.after = b.after
	return a
}

func union(a, b []int32) []int32 {
	out := slices.Concat(a, b)
	slices.Sort(out)
	return slices.Compact(out)
}
