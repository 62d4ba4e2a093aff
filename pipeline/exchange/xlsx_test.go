package exchange

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/language"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/document"
)

// part gives a part of a workbook.
func part(t *testing.T, data []byte, name string) string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := r.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// opened opens a workbook.
func opened(t *testing.T, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// saved writes a workbook.
func saved(t *testing.T, f *excelize.File) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// sheetText shows the cells of a workbook, a row a line.
func sheetText(t *testing.T, data []byte) string {
	t.Helper()
	f := opened(t, data)
	var b strings.Builder
	rows, err := f.GetRows(f.GetSheetList()[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		fmt.Fprintf(&b, "%q\n", row)
	}
	return b.String()
}

// written writes files as a workbook.
func written(t *testing.T, files ...File) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := XLSX.Write(&out, files...); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestSheet looks at what Excel makes of a worksheet.
func TestSheet(t *testing.T) {
	sheet := part(t, written(t, letter(language.Arabic)), "xl/worksheets/sheet1.xml")
	for _, want := range []string{
		`rightToLeft="true"`, `<pane activePane="bottomLeft" state="frozen" topLeftCell="A3" ySplit="2">`, `<row r="1" hidden="1">`,
		`<sheetProtection sheet="true"`, `<autoFilter ref="$A$2:$K$7">`, `<dataValidation allowBlank="true"`, `sqref="G3:G7" type="list"`,
		`<t>&#39;=1+1</t>`, `+41 22 730 5111&lt;U+0001&gt;`,
	} {
		if !strings.Contains(sheet, want) {
			t.Errorf("no %s in\n%s", want, sheet)
		}
	}
	for _, none := range []string{"<f>", "<f ", `t="str"`, `t="n"`, `t="s"`} {
		if strings.Contains(sheet, none) {
			t.Errorf("%s in\n%s", none, sheet)
		}
	}
	if strings.Contains(part(t, written(t, letter(language.Chinese)), "xl/worksheets/sheet1.xml"), `rightToLeft="true"`) {
		t.Error("Chinese goes from right to left")
	}
}

// extensions are attributes of other namespaces, which Excel ignores where it is
// told to, and the schemas do not know.
var extensions = regexp.MustCompile(` (mc:Ignorable|xr:uid)="[^"]*"`)

// TestSheetIsValid validates the parts against the schemas of ISO/IEC 29500.
func TestSheetIsValid(t *testing.T) {
	xmllint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("xmllint is not installed")
	}
	schema := filepath.Join("..", "..", "..", "shared", "corpus", "ooxml-xsd", "sml.xsd")
	if _, err := os.Stat(schema); err != nil {
		t.Skip("the schemas of ISO/IEC 29500 are not here")
	}
	data := written(t, letter(language.Arabic), letter(language.Chinese))
	for _, name := range []string{"xl/worksheets/sheet1.xml", "xl/styles.xml"} {
		file := filepath.Join(t.TempDir(), filepath.Base(name))
		text := extensions.ReplaceAllString(part(t, data, name), "")
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command(xmllint, "--noout", "--schema", schema, file).CombinedOutput(); err != nil {
			t.Errorf("%s: %s", name, out)
		}
	}
}

// TestCellsAreLocked: people can type into targets, states and remarks, and
// nowhere else, and whatever they type is text.
func TestCellsAreLocked(t *testing.T) {
	f := opened(t, written(t, letter(language.Arabic)))
	for i, c := range columnsOf([]File{letter(language.Arabic)}) {
		cell, err := excelize.CoordinatesToCellName(i+1, 4)
		if err != nil {
			t.Fatal(err)
		}
		id, err := f.GetCellStyle("ar", cell)
		if err != nil {
			t.Fatal(err)
		}
		style, err := f.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		if open := !style.Protection.Locked; open != c.open || style.NumFmt != textFormat || !style.Alignment.WrapText {
			t.Errorf("%s: %+v %+v", c.name, style.Protection, style.Alignment)
		}
		if rtl := style.Alignment.ReadingOrder == 2; rtl != (c.of == language.Arabic) {
			t.Errorf("%s of %s: %+v", c.name, c.of, style.Alignment)
		}
	}
}

// TestSortedFilteredMoved reads a workbook after people have worked with it: rows
// in another order, columns added before and between, the hidden row gone, a
// text in several formats, a number.
func TestSortedFilteredMoved(t *testing.T) {
	for name, work := range map[string]func(f *excelize.File) error{
		"sorted": func(f *excelize.File) error {
			rows, err := f.GetRows("zh")
			if err != nil {
				return err
			}
			for from, to := range map[int]int{3: 5, 4: 3, 5: 7, 6: 4, 7: 6} {
				row := make([]string, len(own)+len(shared))
				copy(row, rows[from-1])
				if err := f.SetSheetRow("zh", fmt.Sprintf("A%d", to), &row); err != nil {
					return err
				}
			}
			return nil
		},
		"columns added": func(f *excelize.File) error {
			return errors.Join(f.InsertCols("zh", "A", 2), f.InsertCols("zh", "H", 1))
		},
		"rows added":         func(f *excelize.File) error { return errors.Join(f.InsertRows("zh", 1, 3), f.InsertRows("zh", 7, 1)) },
		"the first row gone": func(f *excelize.File) error { return f.RemoveRow("zh", 1) },
		"hidden rows":        func(f *excelize.File) error { return f.SetRowVisible("zh", 4, false) },
		"another sheet":      func(f *excelize.File) error { _, err := f.NewSheet("notes"); return err },
		"rich text": func(f *excelize.File) error {
			return f.SetCellRichText("zh", "F3", []excelize.RichTextRun{{Text: "尊敬的", Font: &excelize.Font{Bold: true}}, {Text: "先生/女士："}})
		},
	} {
		t.Run(name, func(t *testing.T) {
			f := opened(t, written(t, letter(language.Chinese)))
			if err := work(f); err != nil {
				t.Fatal(err)
			}
			files, err := XLSX.Read("x.xlsx", saved(t, f))
			if err != nil {
				t.Fatal(err)
			}
			if len(files) != 1 || files[0].To != language.Chinese || len(files[0].Units) != 5 {
				t.Fatalf("%+v", files)
			}
			got := map[string]Unit{}
			for _, u := range files[0].Units {
				got[u.ID] = u
			}
			for _, want := range letter(language.Chinese).Units {
				u := got[want.ID]
				if u.Target.String() != want.Target.String() || u.Source.String() != want.Source.String() || !want.Target.Blank() && u.State != want.State || u.Fault != nil {
					t.Errorf("%+v, want %+v", u, want)
				}
			}
		})
	}
}

// TestTypedNumber reads a number as it is shown.
func TestTypedNumber(t *testing.T) {
	f := opened(t, written(t, letter(language.Chinese)))
	if err := errors.Join(f.SetCellValue("zh", "F5", 2026), f.SetCellBool("zh", "F6", true)); err != nil {
		t.Fatal(err)
	}
	files, err := XLSX.Read("x.xlsx", saved(t, f))
	if err != nil {
		t.Fatal(err)
	}
	if n, yes := files[0].Units[2].Target.Text, files[0].Units[3].Target.Text; n != "2026" || yes != "TRUE" {
		t.Errorf("%q, %q", n, yes)
	}
}

// TestSideBySide writes two languages into one workbook and changes one.
func TestSideBySide(t *testing.T) {
	files, err := XLSX.Read("x.xlsx", written(t, letter(language.Arabic), letter(language.Chinese)))
	if err != nil || len(files) != 2 || files[0].To != language.Arabic || files[1].To != language.Chinese {
		t.Fatalf("%+v (%v)", files, err)
	}
	files[1].Units[2].Target, files[1].Units[2].State = document.Content{Text: "=谢谢"}, Final
	again, err := XLSX.Read("x.xlsx", written(t, files...))
	if err != nil || again[1].Units[2].Target.Text != "=谢谢" || again[1].Units[2].State != Final || !again[0].Units[2].Target.Blank() {
		t.Errorf("%+v (%v)", again, err)
	}
}

// TestXLSXRefused has workbooks that are refused, or of which one row is.
func TestXLSXRefused(t *testing.T) {
	edited := func(edit func(f *excelize.File) error) []byte {
		f := opened(t, written(t, letter(language.Chinese)))
		if err := edit(f); err != nil {
			t.Fatal(err)
		}
		return saved(t, f)
	}
	good := written(t, letter(language.Chinese))
	for name, c := range map[string]struct {
		data []byte
		id   string
		unit int // from 1; 0 for the whole file
	}{
		"a formula": {edited(func(f *excelize.File) error {
			return f.SetCellFormula("zh", "F3", `HYPERLINK("http://example.org","x")`)
		}), "xlsx-formula", 1},
		"a formula without a value": {edited(func(f *excelize.File) error {
			return errors.Join(f.SetCellValue("zh", "F5", nil), f.SetCellFormula("zh", "F5", "1+1"))
		}), "xlsx-formula", 3},
		"many formulas on another sheet": {edited(func(f *excelize.File) error {
			_, err := f.NewSheet("more")
			return errors.Join(err, f.SetCellFormula("more", "F4", "1+1"), f.SetCellFormula("zh", "F3", "1+1"))
		}), "xlsx-formula", 1},
		"a state":         {edited(func(f *excelize.File) error { return f.SetCellStr("zh", "G4", "done") }), "xlsx-state", 2},
		"no target":       {edited(func(f *excelize.File) error { return errors.Join(f.RemoveCol("zh", "F")) }), "xlsx-columns", 0},
		"another table":   {saved(t, excelize.NewFile()), "xlsx-columns", 0},
		"cut off":         {good[:len(good)/2], "exchange-xlsx", 0},
		"nothing":         {nil, "exchange-xlsx", 0},
		"a bomb":          {zipped(t, "xl/worksheets/sheet1.xml", 80<<20), "exchange-xlsx", 0},
		"another archive": {zipped(t, "word/document.xml", 10), "exchange-xlsx", 0},
	} {
		files, err := XLSX.Read("x.xlsx", c.data)
		if c.unit > 0 && err == nil {
			for i, u := range files[0].Units {
				if i == c.unit-1 && u.Fault != nil {
					err = u.Fault
				} else if u.Fault != nil {
					t.Errorf("%s: %+v", name, u)
				}
			}
		}
		var f *fault.Error
		if !errors.As(err, &f) || f.ID != c.id || f.File != "x.xlsx" {
			t.Errorf("%s: %v, want %s", name, err, c.id)
		}
	}
}

// TestFormulasAreFound reads cells that do not say where they are, and other
// encodings and prefixes.
func TestFormulasAreFound(t *testing.T) {
	const sheet = `<x:worksheet xmlns:x="u"><x:row><x:c/><x:c><x:f>1</x:f></x:c></x:row><x:row r="5"><x:c r="D5"/><x:c><x:f/></x:c></x:row><x:row><x:c><x:v>1</x:v></x:c></x:row></x:worksheet>`
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(sheet))
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"UTF-8": []byte(sheet), "UTF-16": utf16} {
		found := formulas{cells: map[string]bool{}}
		found.scan(data)
		if diff := cmp.Diff(map[string]bool{"B1": true, "E5": true}, found.cells); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// zipped makes an archive with one part of so many spaces.
func zipped(t *testing.T, name string, size int) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	p, err := w.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Write(bytes.Repeat([]byte(" "), size)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestTooLongForACell refuses what Excel would cut off.
func TestTooLongForACell(t *testing.T) {
	f := letter(language.Chinese)
	f.Units[0].Source.Text = strings.Repeat("€", maxCellUnits+1)
	var told *fault.Error
	if err := XLSX.Write(io.Discard, f); !errors.As(err, &told) || told.ID != "xlsx-long" {
		t.Error(err)
	}
	f.Units[0].Source.Text = strings.Repeat("€", maxCellUnits)
	back, err := XLSX.Read("x.xlsx", written(t, f))
	if err != nil || back[0].Units[0].Source.Text != f.Units[0].Source.Text {
		t.Error(err)
	}
}

// TestStatesAreUnambiguous: a name of a state means one in every language.
func TestStatesAreUnambiguous(t *testing.T) {
	for _, s := range speakers() {
		for i := range states {
			if got, ok := parseStateLabel(stateLabel(s, State(i))); !ok || got != State(i) {
				t.Errorf("%s: %s is %v", s.Lang, stateLabel(s, State(i)), got)
			}
		}
	}
	if len(speakers()) != 6 {
		t.Errorf("%d languages", len(speakers()))
	}
	names := map[string]string{}
	for _, c := range columnsOf([]File{letter(language.Arabic)}) {
		for _, s := range speakers() {
			label := columnLabel(s, c)
			if other, ok := names[label]; ok && other != c.name {
				t.Errorf("%s is %s and %s", label, c.name, other)
			}
			names[label] = c.name
		}
	}
}
