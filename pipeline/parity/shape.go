package parity

import (
	"bytes"
	"regexp"
	"strings"

	"hexaglot/pipeline/document"
)

// cell is a place in a table, from 1; zero outside of tables.
type cell struct{ table, row, column int }

// table is the size of a table: its rows, and the most cells of a row.
type table struct{ rows, columns int }

// shape is what stands between the units: tables, with the cells that are
// empty, and images.
type shape struct {
	tables []table
	images int
	cells  map[*document.Unit]cell
}

// shapeOf gives the shape of a version.
func shapeOf(v Version) shape {
	s := shape{cells: map[*document.Unit]cell{}}
	for _, part := range v.Doc.Parts {
		if v.Format == "markdown" {
			s.lines(part.Skeleton)
			continue
		}
		s.tags(part.Skeleton)
	}
	for _, u := range v.Doc.Units {
		s.images += imageCodes(u, v.Format)
	}
	return s
}

// imageCodes counts the images of a Markdown text; those of other formats are
// found by their tags.
func imageCodes(u *document.Unit, format string) int {
	n := 0
	for _, code := range u.Source().Codes {
		if format == "markdown" && code.Name == "img" {
			n++
		}
	}
	return n
}

var (
	// tableTag matches the tags of tables in HTML, WordprocessingML (ECMA-376,
	// §17.4) and DrawingML.
	tableTag = regexp.MustCompile(`(?i)<(/?)(?:\w+:)?(table|tbl|tr|tc|td|th)[\s>]`)
	imageTag = regexp.MustCompile(`(?i)<(?:\w+:)?(?:img|blip|imagedata)[\s>/]`)
)

// tags follows the tables of a part that is written in tags.
func (s *shape) tags(chunks []document.Chunk) {
	var open []cell
	for _, chunk := range chunks {
		s.images += len(imageTag.FindAllIndex(chunk.Raw, -1))
		if chunk.Unit != nil {
			if n := len(open); n > 0 {
				s.cells[chunk.Unit] = open[n-1]
			}
			continue
		}
		for _, m := range tableTag.FindAllSubmatch(chunk.Raw, -1) {
			open = s.tag(open, len(m[1]) > 0, strings.ToLower(string(m[2])))
		}
	}
}

// tag takes one tag of a table.
func (s *shape) tag(open []cell, closing bool, name string) []cell {
	n := len(open)
	switch {
	case name == "table" || name == "tbl":
		if !closing {
			s.tables = append(s.tables, table{})
			return append(open, cell{table: len(s.tables)})
		}
		return open[:max(0, n-1)]
	case closing || n == 0:
	case name == "tr":
		open[n-1].row++
		open[n-1].column = 0
	default:
		open[n-1].column++
	}
	if n > 0 {
		s.grow(open[n-1])
	}
	return open
}

// grow makes a table hold a cell.
func (s *shape) grow(c cell) {
	t := &s.tables[c.table-1]
	t.rows, t.columns = max(t.rows, c.row), max(t.columns, c.column)
}

// lines follows the tables of a Markdown text: rows are lines, and bars divide
// their cells.
func (s *shape) lines(chunks []document.Chunk) {
	l := liner{shape: s}
	for _, chunk := range chunks {
		if chunk.Unit != nil {
			l.unit(chunk.Unit)
			continue
		}
		for line := range bytes.Lines(chunk.Raw) {
			l.raw(string(line))
		}
	}
	l.end()
}

// liner is the reading of one line after the other.
type liner struct {
	*shape
	open  bool // a table
	bars  int  // of the present line
	lead  bool // the line begins with a bar
	said  string
	units []*document.Unit
	at    []int // bars before each of them
}

func (l *liner) unit(u *document.Unit) {
	if f, _ := place(u.Role); f == TableCell {
		l.units, l.at = append(l.units, u), append(l.at, l.bars)
	}
	l.said += "x"
}

func (l *liner) raw(text string) {
	if l.said == "" {
		l.lead = strings.HasPrefix(strings.TrimSpace(text), "|")
	}
	l.bars += strings.Count(text, "|")
	l.said += strings.TrimSuffix(text, "\n")
	if strings.HasSuffix(text, "\n") {
		l.end()
	}
}

// end takes the line that was read.
func (l *liner) end() {
	row := len(l.units) > 0
	switch blank := strings.Trim(l.said, "|:- \t\r>"); {
	case row:
		if !l.open {
			l.tables = append(l.tables, table{})
		}
		l.open = true
		l.row()
	case l.open && blank == "" && strings.Contains(l.said, "|"):
		if !strings.Contains(l.said, "-") {
			l.tables[len(l.tables)-1].rows++
		}
	default:
		l.open = false
	}
	l.bars, l.said, l.units, l.at = 0, "", nil, nil
}

func (l *liner) row() {
	t := &l.tables[len(l.tables)-1]
	t.rows++
	shift := 1
	if l.lead {
		shift = 0
	}
	for i, u := range l.units {
		c := cell{len(l.tables), t.rows, l.at[i] + shift}
		t.columns = max(t.columns, c.column)
		l.cells[u] = c
	}
}
