package exchange

import (
	"bytes"
	"regexp"
	"strings"
	"sync"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/language"

	glossaries "hexaglot/glossary/exchange"
	"hexaglot/messages/ui"
)

// XLSX is a workbook (ISO/IEC 29500) with a row for each message: one language,
// or several side by side. Row 1, which is hidden, names the columns for the
// program, row 2 for people. Only targets, states and remarks can be typed into.
// A row is known by its id, a column by its name, so that rows may be sorted and
// filtered and columns be added or moved.
var XLSX = Format{
	Name:       "xlsx",
	Doc:        "workbook of Excel and LibreOffice, one row a text",
	Extensions: []string{".xlsx", ".xlsm"},
	Several:    true,
	Sniff: func(data []byte) bool {
		return bytes.HasPrefix(data, []byte("PK\x03\x04")) && bytes.Contains(data, []byte("xl/"))
	},
	Write: writeXLSX,
	Read:  readXLSX,
}

// Limits of a worksheet: on rows and the characters of a cell by Excel, on the
// cells that are read by us.
const (
	maxRows      = 1 << 20
	maxCellUnits = 32767
	maxCells     = 1 << 20
)

// workbook says that a workbook may unpack to as much as any file may have, and
// that no temporary file is made: no folder has that name.
var workbook = excelize.Options{UnzipSizeLimit: maxBytes, UnzipXMLSizeLimit: maxBytes, TmpDir: "\x00"}

// column is a kind of column. Those of a language are there once for each.
type column struct {
	name   string  // in row 1, before the language
	label  string  // the id of its name in row 2
	width  float64 // in characters
	of     language.Tag
	hidden bool
	open   bool // to be typed into
	cell   func(s *sheet, u *Unit) string
}

// shared are the columns of the circular, own those of a language.
var (
	shared = []column{
		{name: "id", label: "sheet-id", width: 14, cell: func(_ *sheet, u *Unit) string { return u.ID }},
		{name: "description", label: "sheet-description", width: 14, cell: func(_ *sheet, u *Unit) string { return u.Description }},
		{name: "where", label: "sheet-where", width: 18, cell: func(_ *sheet, u *Unit) string { return strings.Join(u.Where, "\n") }},
		{name: "notes", label: "sheet-notes", width: 24, cell: func(_ *sheet, u *Unit) string { return strings.Join(u.Notes, "\n\n") }},
		{name: "source", label: "sheet-source", width: 60, cell: func(_ *sheet, u *Unit) string { return u.Source.String() }},
	}
	own = []column{
		{name: "target", label: "sheet-target", width: 60, open: true, cell: func(_ *sheet, u *Unit) string { return u.shownTarget() }},
		{name: "state", label: "sheet-state", width: 13, open: true, cell: func(s *sheet, u *Unit) string { return s.stateOf(u) }},
		{name: "terms", label: "sheet-terms", width: 30, cell: func(_ *sheet, u *Unit) string { return u.shownTerms() }},
		{name: "suggestions", label: "sheet-suggestions", width: 40, cell: func(_ *sheet, u *Unit) string { return u.shownMatches() }},
		{name: "remarks", label: "sheet-remarks", width: 24, open: true, cell: func(*sheet, *Unit) string { return "" }},
		{name: "base", label: "sheet-base", width: 10, hidden: true, cell: func(_ *sheet, u *Unit) string { return Checksum(u.accepted()) }},
	}
)

// shownTarget gives the target, "" for a blank one.
func (u *Unit) shownTarget() string {
	if u.Target.Blank() {
		return ""
	}
	return u.Target.String()
}

// shownTerms shows the terms, and what the codes stand for.
func (u *Unit) shownTerms() string {
	var lines []string
	for _, term := range u.Terms {
		lines = append(lines, term.String())
	}
	for _, code := range u.Source.Codes {
		if code.Disp != "" {
			lines = append(lines, code.String()+" = "+code.Disp)
		}
	}
	return strings.Join(lines, "\n")
}

func (u *Unit) shownMatches() string {
	var lines []string
	for _, m := range u.Matches {
		lines = append(lines, m.Text+" ("+strings.TrimSpace(m.label())+")")
	}
	return strings.Join(lines, "\n")
}

// speakers gives who says the names of columns and states, a language each.
var speakers = sync.OnceValue(func() map[language.Tag]*ui.Speaker {
	out := map[language.Tag]*ui.Speaker{}
	for _, lang := range ui.Languages {
		// The catalogs are tested: there is no error.
		if s, err := ui.New(lang); err == nil {
			out[lang] = s
		}
	}
	return out
})

// speaker gives who speaks a language, or English.
func speaker(lang language.Tag) *ui.Speaker {
	if s := speakers()[lang]; s != nil {
		return s
	}
	return speakers()[language.English]
}

// stateLabel names a state to people.
func stateLabel(s *ui.Speaker, state State) string { return s.Say("state-"+state.String(), nil) }

// parseStateLabel reads the name of a state in any of the languages.
func parseStateLabel(label string) (State, bool) {
	label = strings.ToLower(strings.TrimSpace(label))
	for i, name := range states {
		if label == name {
			return State(i), true
		}
		for _, s := range speakers() {
			if label == strings.ToLower(stateLabel(s, State(i))) {
				return State(i), true
			}
		}
	}
	return Initial, false
}

// escaped finds what the workbook format takes for an escaped character
// (ISO/IEC 29500-1, ST_Xstring).
var escaped = regexp.MustCompile(`_[xX][0-9a-fA-F]{4}_`)

// cellText gives a text as a cell holds it: without characters that XML or the
// format has no place for, and without a beginning that a spreadsheet would run.
func cellText(text string) string {
	text = marked(text, plain)
	for place := escaped.FindStringIndex(text); place != nil; place = escaped.FindStringIndex(text) {
		text = text[:place[0]] + mark('_') + text[place[0]+1:]
	}
	return glossaries.Guard(text)
}

// readCell reads what cellText writes.
func readCell(cell string) string { return unmarked(glossaries.Unguard(cell)) }

// fits reports whether a cell can hold a text.
func fits(cell string) bool {
	units := 0
	for _, r := range cell {
		units += utf16.RuneLen(r)
	}
	return units <= maxCellUnits
}
