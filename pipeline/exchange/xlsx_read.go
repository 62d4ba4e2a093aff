package exchange

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/language"

	"hexaglot/messages/fault"
	"hexaglot/messages/ui"
	"hexaglot/pipeline/document"
)

// headerWithin is how far down the names of the columns may have moved.
const headerWithin = 20

// xlsxReading is a workbook as it was read, for its writer.
type xlsxReading struct {
	original []byte
	files    []map[string][]xlsxOrigin // by the id of the unit
}

// xlsxOrigin is a unit as it was read.
type xlsxOrigin struct {
	sheet, targetCell, stateCell string // cells "" where there is none
	target                       string
	state                        State
}

// grid is a worksheet that is being read.
type grid struct {
	*excelize.File
	sheet    string
	rows     [][]string
	formulas *formulas
	head     int // the row that names the columns, from 0
	columns  map[string]int
	from     language.Tag
	circular string
}

func readXLSX(name string, data []byte) (files []File, err error) {
	if err := bounded(name, data); err != nil {
		return nil, err
	}
	// A damaged workbook can make the library panic.
	defer func() {
		if cause := recover(); cause != nil {
			files, err = nil, damagedXLSX(name, fmt.Errorf("%v", cause))
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(data), workbook)
	if err != nil {
		return nil, damagedXLSX(name, err)
	}
	defer f.Close()
	r, formulas := &xlsxReading{original: data}, findFormulas(f)
	for _, sheet := range f.GetSheetList() {
		g := &grid{File: f, sheet: sheet, formulas: formulas}
		if err := g.load(name); err != nil {
			return nil, err
		}
		if g.takeHeader() {
			files = append(files, g.files(name, r)...)
		}
	}
	if files == nil {
		return nil, fault.New(fault.Input, "xlsx-columns", "no worksheet has the columns id, source and target").At(name, 0)
	}
	return files, nil
}

func damagedXLSX(name string, err error) error {
	return fault.New(fault.Input, "exchange-xlsx", "the file is no XLSX workbook, or damaged").At(name, 0).Wrap(err)
}

// load reads the cells, as they are shown.
func (g *grid) load(name string) error {
	rows, err := g.Rows(g.sheet)
	if err != nil {
		return damagedXLSX(name, err)
	}
	defer rows.Close()
	for cells := 0; rows.Next(); {
		columns, err := rows.Columns()
		if err != nil {
			return damagedXLSX(name, err)
		}
		if cells += 1 + len(columns); cells > maxCells {
			return fault.New(fault.Input, "exchange-cells", "the worksheet has more than {Limit} cells", "Limit", maxCells).At(name, len(g.rows)+1)
		}
		g.rows = append(g.rows, columns)
	}
	if err := rows.Error(); err != nil {
		return damagedXLSX(name, err)
	}
	return nil
}

// takeHeader finds the row that names the columns, by the names for the program
// or else by those for people, in any of the languages.
func (g *grid) takeHeader() bool {
	for _, name := range []func(string) string{programName, peopleName} {
		for i, row := range g.rows[:min(len(g.rows), headerWithin)] {
			if g.takeNames(row, name) {
				g.head = i
				return true
			}
		}
	}
	return false
}

// takeNames reads a row as names of columns; ok is false where it is none.
func (g *grid) takeNames(row []string, name func(string) string) (ok bool) {
	g.columns, g.from, g.circular = map[string]int{}, language.Und, ""
	for i, cell := range row {
		key := name(readCell(cell))
		switch kind, rest, _ := strings.Cut(key, " "); kind {
		case "":
			continue
		case "source":
			g.from, key = languageOf(rest), kind
		case "id":
			g.circular, key = rest, kind
		}
		if _, ok := g.columns[key]; !ok {
			g.columns[key] = i
		}
	}
	_, id := g.columns["id"]
	_, source := g.columns["source"]
	return id && source && len(g.targets()) > 0
}

// targets lists the languages with a column for targets.
func (g *grid) targets() []language.Tag {
	var out []language.Tag
	for key := range g.columns {
		if rest, ok := strings.CutPrefix(key, "target "); ok {
			out = append(out, languageOf(rest))
		}
	}
	slices.SortFunc(out, func(a, b language.Tag) int {
		return g.columns["target "+a.String()] - g.columns["target "+b.String()]
	})
	return out
}

// programName reads a name of row 1.
func programName(cell string) string {
	kind, _, _ := strings.Cut(cell, " ")
	for _, c := range slices.Concat(shared, own) {
		if c.name == kind {
			return cell
		}
	}
	return ""
}

// peopleNames gives for the names that people know, in all languages, those that
// the program knows.
var peopleNames = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, speak := range speakers() {
		for _, c := range slices.Concat(shared, own) {
			for _, c.of = range ui.Languages {
				out[columnLabel(speak, c)] = strings.TrimSpace(columnName(c, ""))
			}
		}
	}
	return out
})

// peopleName reads a name of row 2.
func peopleName(cell string) string { return peopleNames()[strings.TrimSpace(cell)] }

// files gives the translations of a worksheet, one a language.
func (g *grid) files(name string, r *xlsxReading) []File {
	var out []File
	for _, lang := range g.targets() {
		f := File{Name: g.circular, From: g.from, To: lang, Data: r}
		origins := map[string][]xlsxOrigin{}
		for i := g.head + 1; i < len(g.rows); i++ {
			u, o := g.unit(i, lang)
			if g.isHeader(i) || u.ID == "" && u.Target.Blank() && u.Fault == nil {
				continue
			}
			if u.Fault != nil {
				u.Fault = u.Fault.At(name, u.Line)
			}
			f.Units = append(f.Units, u)
			origins[u.ID] = append(origins[u.ID], o)
		}
		out = append(out, f)
		r.files = append(r.files, origins)
	}
	return out
}

// isHeader reports whether a row names the columns for people.
func (g *grid) isHeader(i int) bool {
	return peopleName(readCell(g.raw(i, "id"))) != "" && peopleName(readCell(g.raw(i, "source"))) != ""
}

// raw gives a cell by its column, as it is.
func (g *grid) raw(row int, key string) string {
	n, ok := g.columns[key]
	if !ok || n >= len(g.rows[row]) {
		return ""
	}
	return g.rows[row][n]
}

// place names a cell: "E7".
func (g *grid) place(row int, key string) string {
	n, ok := g.columns[key]
	if !ok {
		return ""
	}
	cell, err := excelize.CoordinatesToCellName(n+1, row+1)
	if err != nil {
		return ""
	}
	return cell
}

// unit reads a row. A target that somebody has typed and of which they have not
// said the state is a translation; without a column for states, a draft.
func (g *grid) unit(i int, lang language.Tag) (Unit, xlsxOrigin) {
	text := func(key string) string { return readCell(g.raw(i, key)) }
	target, state := "target "+lang.String(), "state "+lang.String()
	u := Unit{
		ID: text("id"), Description: text("description"), Line: i + 1, Base: text("base " + lang.String()),
		Source: document.ParseContent(text("source")), Target: document.ParseContent(text(target)),
		Where: divided(text("where"), "\n"), Notes: divided(text("notes"), "\n\n"),
	}
	if u.Target.Blank() {
		u.Target = document.Content{}
	}
	label := text(state)
	known := true
	switch _, ok := g.columns[state]; {
	case strings.TrimSpace(label) != "":
		u.State, known = parseStateLabel(label)
	case ok && !u.Target.Blank():
		u.State = Translated
	}
	switch {
	case g.formulas.in(g.File, g.sheet, g.place(i, target)):
		u.Fault = fault.New(fault.Input, "xlsx-formula", "the cell {Cell} holds a formula, and no text", "Cell", g.place(i, target))
	case !known:
		u.Fault = fault.New(fault.Input, "xlsx-state", "{Text} is no state", "Text", label)
	}
	return u, xlsxOrigin{g.sheet, g.place(i, target), g.place(i, state), u.Target.String(), u.State}
}

func divided(text, sep string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(text, sep)
}

// rewrite writes the workbook that was read, with changed targets and states in
// their cells.
func (r *xlsxReading) rewrite(w io.Writer, files []File) error {
	type change struct{ sheet, cell, text string }
	var changes []change
	for i, f := range files[:min(len(files), len(r.files))] {
		seen := map[string]int{}
		for _, u := range f.Units {
			origins, n := r.files[i][u.ID], seen[u.ID]
			seen[u.ID]++
			if n >= len(origins) {
				continue
			}
			o := origins[n]
			if o.target != u.Target.String() {
				changes = append(changes, change{o.sheet, o.targetCell, cellText(u.Target.String())})
			}
			if o.state != u.State && o.stateCell != "" {
				changes = append(changes, change{o.sheet, o.stateCell, stateLabel(speaker(f.To), u.State)})
			}
		}
	}
	if len(changes) == 0 {
		_, err := w.Write(r.original)
		return err
	}
	f, err := excelize.OpenReader(bytes.NewReader(r.original), workbook)
	if err != nil {
		return damagedXLSX("", err)
	}
	defer f.Close()
	for _, c := range changes {
		if !fits(c.text) {
			return fault.New(fault.Input, "xlsx-long", "a cell holds at most {Limit} characters, and a text of {ID} has more", "Limit", maxCellUnits, "ID", c.cell)
		}
		if err := f.SetCellStr(c.sheet, c.cell, c.text); err != nil {
			return unwritten(err)
		}
	}
	if err := f.Write(w); err != nil {
		return unwritten(err)
	}
	return nil
}
