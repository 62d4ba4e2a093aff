package align

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"hexaglot/pipeline/document"
)

// Row is a stretch of the source with what translates it: in each language in
// which exactly these segments are one bead. A row without source segments
// holds what one language alone has.
type Row struct {
	Src     []int
	Targets []Target
}

// Target is a bead of a row and the pair that it belongs to.
type Target struct {
	Pair *Pair
	Bead Bead
}

// Rows joins the alignments of one source with several versions, in the order
// of the source; what has no source stands last.
func Rows(pairs []*Pair) []Row {
	var out, alone []Row
	at := map[[2]int]int{}
	for _, p := range pairs {
		for _, b := range p.Beads {
			if len(b.Src) == 0 {
				alone = append(alone, Row{Targets: []Target{{p, b}}})
				continue
			}
			key := [2]int{b.Src[0], len(b.Src)}
			if _, ok := at[key]; !ok {
				at[key] = len(out)
				out = append(out, Row{Src: b.Src})
			}
			row := &out[at[key]]
			row.Targets = append(row.Targets, Target{p, b})
		}
	}
	slices.SortStableFunc(out, func(a, b Row) int {
		return cmp.Or(cmp.Compare(a.Src[0], b.Src[0]), cmp.Compare(len(a.Src), len(b.Src)))
	})
	return append(out, alone...)
}

// Source gives what the bead has of the source, as one content.
func (t Target) Source() document.Content { return content(t.Pair.Src, t.Bead.Src) }

// Target gives the bead's translation as one content, its codes numbered as the
// source has them; fits reports whether they are the same codes.
func (t Target) Target() (c document.Content, fits bool) {
	return fit(t.Source(), content(t.Pair.Trg, t.Bead.Trg))
}

// content joins segments as they stand: with what is between them in their
// unit, else with a space where the script has any. Codes whose partner is
// outside are dropped.
func content(places []Place, at []int) document.Content {
	var out document.Content
	for k := 0; k < len(at); {
		n := k + 1
		for n < len(at) && places[at[n]].unit == places[at[k]].unit {
			n++
		}
		next := between(places[at[k]].Unit, places[at[k]].Segment, places[at[n-1]].Segment)
		if k > 0 && spaced(out.Text) {
			out = out.Append(document.Content{Text: " "})
		}
		out = appended(out, next)
		k = n
	}
	return out
}

// between gives the segments of a unit from one to another.
func between(u *document.Unit, from, to *document.Segment) document.Content {
	i, j := slices.Index(u.Segments, from), slices.Index(u.Segments, to)
	part := document.Unit{Segments: u.Segments[i : j+1]}
	c := part.Source()
	if _, err := c.Bind(c); err != nil {
		return document.Content{Text: c.Text}
	}
	return c
}

// appended appends content with codes of its own.
func appended(c, next document.Content) document.Content {
	two := document.Unit{Segments: []*document.Segment{{Source: c}, {Source: next}}}
	return two.Source()
}

// spaced reports whether a text ends in a script that has spaces between words.
func spaced(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(text))
	return text != "" && scriptOf(r) != han && !strings.ContainsRune("。，；：！？", r)
}

// fit numbers the codes of a translation, which were numbered where it was
// read, as the source has them: the same address is the same link, else the
// first of a name is the first.
func fit(src, trg document.Content) (document.Content, bool) {
	type pair struct {
		name string
		id   int
	}
	ids := map[pair]int{}
	taken := map[pair]bool{}
	give := func(same func(a, b document.Code) bool) {
		for _, code := range trg.Codes {
			own := pair{code.Name, code.ID}
			for _, origin := range src.Codes {
				key := pair{origin.Name, origin.ID}
				if ids[own] == 0 && !taken[key] && code.Kind == origin.Kind && code.Kind != document.Close && code.Name == origin.Name && same(code, origin) {
					ids[own], taken[key] = origin.ID, true
				}
			}
		}
	}
	give(func(a, b document.Code) bool { return a.Disp != "" && a.Disp == b.Disp })
	give(func(_, _ document.Code) bool { return true })
	out := document.Content{Text: trg.Text, Codes: slices.Clone(trg.Codes)}
	for i, code := range out.Codes {
		if id := ids[pair{code.Name, code.ID}]; id > 0 {
			out.Codes[i].ID = id
		}
	}
	if _, err := out.Bind(src); err != nil {
		return trg, false
	}
	return out, true
}
