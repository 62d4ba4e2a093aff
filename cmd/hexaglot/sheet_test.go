package main

import (
	"os"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// typeInto FILE CELL TEXT types into a cell of the first worksheet of a workbook,
// as a translator would; a TEXT that begins with "formula:" becomes a formula.
func typeInto(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: type file cell text")
	}
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	sheet := f.GetSheetList()[0]
	if formula, ok := strings.CutPrefix(args[2], "formula:"); ok {
		ts.Check(f.SetCellFormula(sheet, args[1], formula))
	} else {
		ts.Check(f.SetCellStr(sheet, args[1], args[2]))
	}
	ts.Check(f.Save())
}

// showCells FILE OUT writes the cells of the first worksheet of a workbook into a
// text file, divided by " | ".
func showCells(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: cells file out")
	}
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	rows, err := f.GetRows(f.GetSheetList()[0])
	ts.Check(err)
	var b strings.Builder
	for _, row := range rows {
		b.WriteString(strings.Join(row, " | ") + "\n")
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(b.String()), 0o644))
}
