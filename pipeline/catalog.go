package pipeline

import (
	"slices"
	"strconv"

	"hexaglot/messages"
	"hexaglot/pipeline/check"
	"hexaglot/pipeline/document"
)

// Named is a document and the file that it was read from.
type Named struct {
	Name string
	*document.Document
}

// Catalog gives the messages of circulars that share their catalogs, each text
// once, in reading order, with at most the first twenty of its places. tell
// puts a remark on the source into words, in the source's language; it is
// called from several goroutines.
func Catalog(circulars []Named, tell func(check.Query) string) []messages.Source {
	var found []occurrence
	for _, circular := range circulars {
		for _, u := range circular.Units {
			for _, s := range u.Segments {
				if !s.Ignorable {
					found = append(found, occurrence{circular, u, s})
				}
			}
		}
	}
	all := make([]messages.Source, len(found))
	inParallel(len(found), func(i int) { all[i] = found[i].message(tell) })
	return distinct(all)
}

// occurrence is a segment in its place.
type occurrence struct {
	circular Named
	unit     *document.Unit
	segment  *document.Segment
}

func (o occurrence) message(tell func(check.Query) string) messages.Source {
	m := messages.Source{
		ID: o.segment.ID, Description: o.unit.Role, Text: o.segment.Source.String(),
		Notes: slices.Clone(o.unit.Notes), Where: []string{place(o.circular.Name, o.unit.Line)}, Codes: legend(o.segment.Source),
	}
	for _, query := range check.Queries(o.segment.Source.Text, o.circular.Lang) {
		m.Notes = append(m.Notes, tell(query))
	}
	return m
}

// places is how many of the places of a message are told.
const places = 20

// distinct keeps the first message of each id, with the places and the notes of
// the others.
func distinct(all []messages.Source) []messages.Source {
	out := all[:0]
	at := make(map[string]int, len(all))
	for _, m := range all {
		i, ok := at[m.ID]
		if !ok {
			at[m.ID] = len(out)
			out = append(out, m)
			continue
		}
		if len(out[i].Where) < places {
			out[i].Where = union(out[i].Where, m.Where)
		}
		out[i].Notes = union(out[i].Notes, m.Notes)
	}
	return out
}

// union appends to list what it has not yet.
func union(list, more []string) []string {
	for _, s := range more {
		if !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

func place(name string, line int) string {
	if line == 0 {
		return name
	}
	return name + ":" + strconv.Itoa(line)
}

// legend says what the codes of a text stand for.
func legend(c document.Content) []string {
	var out []string
	for _, code := range c.Codes {
		if code.Kind != document.Close && code.Disp != "" {
			out = append(out, code.String()+" = "+code.Disp)
		}
	}
	return out
}
