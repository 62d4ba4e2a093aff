package exchange

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/language"

	"hexaglot/messages/fault"
	"hexaglot/messages/ui"
	"hexaglot/pipeline/locale"
)

// headRows are the rows above the texts.
const headRows = 2

// fonts are those that Excel and LibreOffice have for a script.
var fonts = map[string]string{"zh": "Microsoft YaHei", "ar": "Arial"}

// sheet is a worksheet that is being written.
type sheet struct {
	*excelize.File
	name    string
	files   []File
	columns []column
	speak   *ui.Speaker
	styles  map[string]int
}

func writeXLSX(w io.Writer, files ...File) error {
	if len(files) == 0 {
		return nil
	}
	if r, ok := files[0].Data.(*xlsxReading); ok {
		return r.rewrite(w, files)
	}
	f := excelize.NewFile(workbook)
	defer f.Close()
	s := &sheet{File: f, name: "Sheet1", files: files, columns: columnsOf(files), styles: map[string]int{}, speak: speaker(files[0].From)}
	if len(files) == 1 {
		s.speak = speaker(files[0].To)
	}
	if rows := len(files[0].Units) + headRows; rows > maxRows {
		return fault.New(fault.Input, "exchange-rows", "the table has {Rows} rows, and a worksheet {Limit}", "Rows", rows, "Limit", maxRows)
	}
	if err := s.write(); err != nil {
		return unwritten(err)
	}
	if err := f.Write(w); err != nil {
		return unwritten(err)
	}
	return nil
}

// unwritten tells why a workbook cannot be made; a fault says so itself.
func unwritten(err error) error {
	if f := (*fault.Error)(nil); errors.As(err, &f) {
		return err
	}
	return fault.New(fault.Input, "exchange-xlsx-unwritten", "the workbook cannot be made").Wrap(err)
}

// columnsOf lists the columns of files: those of the circular, and those of
// each language.
func columnsOf(files []File) []column {
	var out []column
	for _, c := range shared {
		c.of = files[0].From
		out = append(out, c)
	}
	for _, f := range files {
		for _, c := range own {
			c.of = f.To
			out = append(out, c)
		}
	}
	return out
}

func (s *sheet) write() error {
	if err := s.frame(); err != nil {
		return err
	}
	w, err := s.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	if err := s.columnWidths(w); err != nil {
		return err
	}
	if err := s.header(w); err != nil {
		return err
	}
	for i := range s.files[0].Units {
		if err := s.row(w, i); err != nil {
			return err
		}
	}
	return w.Flush()
}

// frame sets what holds for the whole worksheet.
func (s *sheet) frame() error {
	name := "hexaglot"
	if len(s.files) == 1 {
		name = s.files[0].To.String()
	}
	rtl := len(s.files) == 1 && locale.RightToLeft(s.files[0].To)
	last, err := excelize.CoordinatesToCellName(len(s.columns), len(s.files[0].Units)+headRows)
	if err != nil {
		return err
	}
	s.name = name
	for _, set := range []func() error{
		func() error { return s.SetSheetName("Sheet1", name) },
		func() error { return s.SetSheetView(name, 0, &excelize.ViewOptions{RightToLeft: &rtl}) },
		func() error {
			return s.SetPanes(name, &excelize.Panes{Freeze: true, YSplit: headRows, TopLeftCell: "A3", ActivePane: "bottomLeft"})
		},
		func() error { return s.AutoFilter(name, "A2:"+last, nil) },
		func() error { return s.stateList() },
		func() error { return s.ProtectSheet(name, protection) },
		func() error { return s.printed() },
	} {
		if err := set(); err != nil {
			return err
		}
	}
	return nil
}

// protection lets people select, sort, filter and widen.
var protection = &excelize.SheetProtectionOptions{
	SelectLockedCells: true, SelectUnlockedCells: true, FormatColumns: true, FormatRows: true, FormatCells: true,
	Sort: true, AutoFilter: true, EditObjects: true, EditScenarios: true,
}

// printed sets how the worksheet is printed: A4, lying, as wide as the page, the
// names of the columns on each.
func (s *sheet) printed() error {
	a4, landscape, wide, tall := 9, "landscape", 1, 0
	if err := s.SetPageLayout(s.name, &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &tall}); err != nil {
		return err
	}
	if err := s.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + s.name + "'!$2:$2", Scope: s.name}); err != nil {
		return err
	}
	fit := true
	return s.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fit})
}

// stateList offers the names of the states where one is typed.
func (s *sheet) stateList() error {
	var names []string
	for i := range states {
		names = append(names, stateLabel(s.speak, State(i)))
	}
	for i, c := range s.columns {
		if c.name != "state" {
			continue
		}
		letter, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		list := excelize.NewDataValidation(true)
		list.SetSqref(fmt.Sprintf("%s%d:%s%d", letter, headRows+1, letter, max(len(s.files[0].Units), 1)+headRows))
		if err := list.SetDropList(names); err != nil {
			return err
		}
		list.SetError(excelize.DataValidationErrorStyleStop, columnLabel(s.speak, c), strings.Join(names, ", "))
		if err := s.AddDataValidation(s.name, list); err != nil {
			return err
		}
	}
	return nil
}

// columnWidths sets the widths from the last column to the first, for the library
// puts each before the others.
func (s *sheet) columnWidths(w *excelize.StreamWriter) error {
	for i, c := range slices.Backward(s.columns) {
		if err := w.SetColWidth(i+1, i+1, c.width); err != nil {
			return err
		}
		if c.hidden {
			if err := w.SetColVisible(i+1, i+1, false); err != nil {
				return err
			}
		}
	}
	return nil
}

// header writes the names of the columns: for the program, and for people.
func (s *sheet) header(w *excelize.StreamWriter) error {
	names, labels := make([]any, len(s.columns)), make([]any, len(s.columns))
	for i, c := range s.columns {
		style, err := s.style(c, true)
		if err != nil {
			return err
		}
		names[i] = excelize.Cell{StyleID: style, Value: cellText(columnName(c, s.files[0].Name))}
		labels[i] = excelize.Cell{StyleID: style, Value: cellText(columnLabel(s.speak, c))}
	}
	if err := w.SetRow("A1", names, excelize.RowOpts{Hidden: true}); err != nil {
		return err
	}
	return w.SetRow("A2", labels)
}

// columnName is how the program knows a column of a circular: "target ru",
// "id letter.fr.md".
func columnName(c column, circular string) string {
	switch {
	case c.name == "id":
		return "id " + circular
	case c.name == "source" || slices.ContainsFunc(own, func(o column) bool { return o.name == c.name }):
		return c.name + " " + c.of.String()
	}
	return c.name
}

// columnLabel is how people know a column.
func columnLabel(speak *ui.Speaker, c column) string {
	return speak.Say(c.label, map[string]any{"Language": strings.ToUpper(c.of.String())})
}

// row writes a text.
func (s *sheet) row(w *excelize.StreamWriter, i int) error {
	cells := make([]any, len(s.columns))
	for n, c := range s.columns {
		u := &s.files[max(0, n-len(shared))/len(own)].Units[i]
		text := cellText(c.cell(s, u))
		if !fits(text) {
			return fault.New(fault.Input, "xlsx-long", "a cell holds at most {Limit} characters, and a text of {ID} has more", "Limit", maxCellUnits, "ID", u.ID)
		}
		style, err := s.style(c, false)
		if err != nil {
			return err
		}
		cell := excelize.Cell{StyleID: style}
		if text != "" {
			cell.Value = text
		}
		cells[n] = cell
	}
	return w.SetRow(fmt.Sprintf("A%d", i+1+headRows), cells)
}

// stateOf names the state of a unit; "" where there is nothing yet.
func (s *sheet) stateOf(u *Unit) string {
	if u.Target.Blank() && u.State == Initial {
		return ""
	}
	return stateLabel(s.speak, u.State)
}

// style gives the style of the cells of a column: text, whatever is typed into
// them, in the direction and a font of its language.
func (s *sheet) style(c column, head bool) (int, error) {
	key := fmt.Sprint(c.of, c.open, head, c.name == "source" || c.name == "target")
	if id, ok := s.styles[key]; ok {
		return id, nil
	}
	base, _ := c.of.Base()
	align := &excelize.Alignment{WrapText: true, Vertical: "top", Horizontal: "left", ReadingOrder: 1}
	if locale.RightToLeft(c.of) && !head {
		align.Horizontal, align.ReadingOrder = "right", 2
	}
	style := &excelize.Style{
		NumFmt: textFormat, Alignment: align, Font: &excelize.Font{Family: fonts[base.String()], Size: 11, Bold: head},
		Protection: &excelize.Protection{Locked: !c.open || head},
	}
	if !c.open || head {
		style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"F2F2F2"}}
	}
	id, err := s.NewStyle(style)
	s.styles[key] = id
	return id, err
}

// textFormat is the number format "@" (ISO/IEC 29500-1, 18.8.30).
const textFormat = 49

// languageOf reads a language of a column name.
func languageOf(name string) language.Tag { return tag(strings.TrimSpace(name)) }
