package main

import (
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
)

// tableStyle is a table without frame: readable on a terminal, and by the eye
// or by cut in a pipe.
var tableStyle = table.Style{
	Name:    "hexaglot",
	Box:     table.BoxStyle{PaddingLeft: "", PaddingRight: "  ", MiddleHorizontal: "─", MiddleSeparator: ""},
	Options: table.Options{SeparateHeader: true, SeparateFooter: true},
	Format:  table.FormatOptions{Header: text.FormatDefault, Footer: text.FormatDefault},
}

// table prints rows under a header; cells that are numbers stand to the right.
func (t *tool) table(header []string, rows [][]string) {
	w := table.NewWriter()
	w.SetStyle(tableStyle)
	w.AppendHeader(cells(header))
	for _, row := range rows {
		w.AppendRow(cells(row))
	}
	var columns []table.ColumnConfig
	for i := range header {
		if numeric(rows, i) {
			columns = append(columns, table.ColumnConfig{Number: i + 1, Align: text.AlignRight, AlignHeader: text.AlignRight})
		}
	}
	w.SetColumnConfigs(columns)
	w.SuppressTrailingSpaces()
	t.println(w.Render())
}

func cells(row []string) table.Row {
	out := make(table.Row, len(row))
	for i, cell := range row {
		out[i] = visible(cell)
	}
	return out
}

// numeric reports whether all cells of a column are numbers.
func numeric(rows [][]string, column int) bool {
	for _, row := range rows {
		if column >= len(row) || !number(row[column]) {
			return false
		}
	}
	return len(rows) > 0
}

func number(cell string) bool {
	for _, r := range cell {
		if (r < '0' || r > '9') && r != '%' && r != ' ' {
			return false
		}
	}
	return strings.TrimSpace(cell) != ""
}
