package exchange

import (
	"bytes"
	"fmt"
	"regexp"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"hexaglot/glossary"
	"hexaglot/messages/fault"
)

// XLSX is a workbook (ISO/IEC 29500) whose first worksheet is written as the
// table; the first worksheet that has one is read.
var XLSX = Format{
	Name:       "xlsx",
	Doc:        "workbook of Excel and LibreOffice, one row a term",
	Extensions: []string{".xlsx", ".xlsm"},
	Sniff: func(data []byte) bool {
		return bytes.HasPrefix(data, []byte("PK\x03\x04")) && bytes.Contains(data, []byte("xl/"))
	},
	Read:  readXLSX,
	Write: writeXLSX,
}

// Limits of a worksheet: on rows and the characters of a cell by Excel, on the
// cells that are read by us.
const (
	maxRows      = 1 << 20
	maxCellUnits = 32767
	maxCells     = 1 << 26
)

// workbook says that a workbook may unpack to as much as any file may have, and
// that no temporary file is made: no folder has that name.
var workbook = excelize.Options{RawCellValue: true, UnzipSizeLimit: maxBytes, UnzipXMLSizeLimit: maxBytes, TmpDir: "\x00"}

func readXLSX(name string, data []byte) (b *glossary.Termbase, err error) {
	if err := bounded(name, data); err != nil {
		return nil, err
	}
	// A damaged workbook can make the library panic.
	defer func() {
		if cause := recover(); cause != nil {
			b, err = nil, damaged(name, fmt.Errorf("%v", cause))
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(data), workbook)
	if err != nil {
		return nil, damaged(name, err)
	}
	defer f.Close()
	return readSheets(name, f)
}

func damaged(name string, err error) error {
	return fault.New(fault.Input, "exchange-xlsx", "the file is no XLSX workbook, or damaged").At(name, 0).Wrap(err)
}

// readSheets reads the first worksheet that holds terms.
func readSheets(name string, f *excelize.File) (*glossary.Termbase, error) {
	var first error
	for _, sheet := range f.GetSheetList() {
		t, err := readSheet(name, f, sheet)
		if err != nil {
			return nil, err
		}
		if t.hasLayout() {
			return t.termbase(name)
		}
		if _, err := t.termbase(name); first == nil {
			first = err
		}
	}
	return nil, first
}

func readSheet(name string, f *excelize.File, sheet string) (table, error) {
	var t table
	rows, err := f.Rows(sheet)
	if err != nil {
		return t, damaged(name, err)
	}
	defer rows.Close()
	cells := 0
	for line := 1; rows.Next(); line++ {
		columns, err := rows.Columns()
		if err != nil {
			return t, damaged(name, err)
		}
		if cells += len(columns); cells > maxCells {
			return t, fault.New(fault.Input, "exchange-cells", "the worksheet has more than {Limit} cells", "Limit", maxCells).At(name, line)
		}
		if len(columns) > 0 {
			t.rows = append(t.rows, row{mapped(columns, Unguard), line})
		}
	}
	if err := rows.Error(); err != nil {
		return t, damaged(name, err)
	}
	t.takeHeader()
	return t, nil
}

func writeXLSX(b *glossary.Termbase) ([]byte, error) {
	t := tableOf(b)
	if len(t.rows) >= maxRows {
		return nil, fault.New(fault.Input, "exchange-rows", "the table has {Rows} rows, and a worksheet {Limit}", "Rows", len(t.rows), "Limit", maxRows)
	}
	f := excelize.NewFile(workbook)
	defer f.Close()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		return nil, unwritten(err)
	}
	if err := w.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return nil, unwritten(err)
	}
	for i, row := range append([]row{{cells: t.header}}, t.rows...) {
		if err := t.writeRow(w, i+1, row); err != nil {
			return nil, err
		}
	}
	if err := w.Flush(); err != nil {
		return nil, unwritten(err)
	}
	out, err := f.WriteToBuffer()
	if err != nil {
		return nil, unwritten(err)
	}
	return out.Bytes(), nil
}

func (t table) writeRow(w *excelize.StreamWriter, line int, row row) error {
	cells := make([]any, len(row.cells))
	for i, cell := range row.cells {
		if cell = Guard(cell); !storable(cell) {
			return fault.New(fault.Input, "exchange-cell", "a cell of a worksheet cannot hold the {Column} of the concept {Concept}", "Column", t.header[i], "Concept", row.cells[0])
		}
		if cell != "" {
			cells[i] = cell
		}
	}
	if err := w.SetRow(fmt.Sprintf("A%d", line), cells); err != nil {
		return unwritten(err)
	}
	return nil
}

func unwritten(err error) error {
	return fault.New(fault.Input, "exchange-xlsx-unwritten", "the workbook cannot be made").Wrap(err)
}

// escapes finds what the workbook format takes for escaped characters
// (ISO/IEC 29500-1, ST_Xstring) in a way that does not come back: one after the
// other, or the escape of the escape.
var escapes = regexp.MustCompile(`(?i)_x[0-9a-f]{4}_x[0-9a-f]{4}_|_x005f_`)

// storable reports whether a cell of a worksheet keeps a text as it is: it has
// no control characters (XML 1.0, section 2.2), no escapes, and is short enough.
func storable(cell string) bool {
	if escapes.MatchString(cell) {
		return false
	}
	units := 0
	for _, r := range cell {
		if !xmlChar(r) || r == '\r' {
			return false
		}
		units += utf16.RuneLen(r)
	}
	return units <= maxCellUnits
}

// xmlChar reports whether XML 1.0 knows the character.
func xmlChar(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= 0x20 && r != 0xfffe && r != 0xffff
}
