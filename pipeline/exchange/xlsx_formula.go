package exchange

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"
)

// mostFormulas is how many cells are asked one by one whether a formula is
// theirs or one of another worksheet; any more are taken for formulas.
const mostFormulas = 1000

// formulas are the cells of a workbook that hold a formula in some worksheet.
type formulas struct {
	cells map[string]bool
	asked int
}

// findFormulas looks for formulas in all worksheets.
func findFormulas(f *excelize.File) *formulas {
	found := &formulas{cells: map[string]bool{}}
	f.Pkg.Range(func(part, data any) bool {
		path, _ := part.(string)
		text, _ := data.([]byte)
		if strings.HasPrefix(strings.ToLower(path), "xl/worksheets/") {
			found.scan(text)
		}
		return true
	})
	return found
}

// scan notes the cells of a worksheet. A cell that does not say where it is
// follows the one before (ISO/IEC 29500-1, 18.3.1.4).
func (s *formulas) scan(text []byte) {
	t := tree{data: text}
	if err := t.decode(); err != nil {
		return
	}
	d := xml.NewDecoder(bytes.NewReader(t.data))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	row, column := 0, 0
	for {
		token, err := d.RawToken()
		if err != nil {
			return
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "row":
			row, column = placeOf(start, row+1, 0, "A%")
		case "c":
			row, column = placeOf(start, row, column+1, "%")
		case "f":
			if cell, err := excelize.CoordinatesToCellName(column, row); err == nil {
				s.cells[cell] = true
			}
		}
	}
}

// placeOf gives the place that an element tells in its attribute r, which stands
// for % in a cell name, or else the one that follows.
func placeOf(start xml.StartElement, row, column int, pattern string) (int, int) {
	for _, a := range start.Attr {
		if a.Name.Local != "r" {
			continue
		}
		if c, r, err := excelize.CellNameToCoordinates(strings.ReplaceAll(pattern, "%", a.Value)); err == nil && pattern == "%" {
			return r, c
		} else if err == nil {
			return r, 0
		}
	}
	return row, column
}

// in reports whether a cell of a worksheet holds a formula.
func (s *formulas) in(f *excelize.File, sheet, cell string) bool {
	if !s.cells[cell] {
		return false
	}
	if s.asked++; s.asked > mostFormulas {
		return true
	}
	text, err := f.GetCellFormula(sheet, cell)
	return err != nil || text != ""
}
