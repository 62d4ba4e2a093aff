package exchange

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"hexaglot/glossary"
	"hexaglot/messages/fault"
)

// table is a header and what stands below it.
type table struct {
	header []string
	rows   []row
}

// row is the cells of a row, and where it stands: the line of a text, the row
// of a worksheet, from 1.
type row struct {
	cells []string
	line  int
}

// tableOf lays a termbase out, one row a term.
func tableOf(b *glossary.Termbase) table {
	t := table{header: []string{"id"}}
	for _, c := range conceptColumns {
		t.header = append(t.header, c.name)
	}
	t.header = append(t.header, "lang")
	for _, c := range termColumns {
		t.header = append(t.header, c.name)
	}
	for c := range b.All() {
		langs := c.Languages()
		if len(langs) == 0 {
			t.rows = append(t.rows, rowOf(entry{concept: c}))
		}
		for _, lang := range langs {
			for _, term := range c.Terms[lang] {
				t.rows = append(t.rows, rowOf(entry{c, lang, term}))
			}
		}
	}
	return t
}

func rowOf(e entry) row {
	cells := []string{e.concept.ID}
	for _, c := range conceptColumns {
		cells = append(cells, c.get(e))
	}
	if e.term == nil {
		return row{cells: append(cells, make([]string, 1+len(termColumns))...)}
	}
	cells = append(cells, e.lang.String())
	for _, c := range termColumns {
		cells = append(cells, c.get(e))
	}
	return row{cells: cells}
}

// termbase reads a table, one row a term or one row a concept.
func (t table) termbase(name string) (*glossary.Termbase, error) {
	r := newReader(name)
	l, ok := longLayout(t.header)
	if !ok {
		if l, ok = wideLayout(t.header); !ok {
			return nil, fault.New(fault.Input, "exchange-columns", "the table has no column for terms, only {Columns}", "Columns", named(t.header)).At(name, 1)
		}
	}
	for _, row := range t.rows {
		if err := l.read(r, row); err != nil {
			return nil, err
		}
	}
	return r.termbase()
}

func named(header []string) []string {
	return slices.DeleteFunc(slices.Clone(header), func(s string) bool { return columnName(s) == "" })
}

// headerRows is how many rows are searched for the header: a worksheet may
// begin with a title.
const headerRows = 10

// takeHeader makes the first row that names columns of terms the header, or
// the first row of all.
func (t *table) takeHeader() {
	for i, row := range t.rows[:min(headerRows, len(t.rows))] {
		t.header = row.cells
		if t.hasLayout() {
			t.rows = t.rows[i+1:]
			return
		}
	}
	if len(t.rows) > 0 {
		t.header, t.rows = t.rows[0].cells, t.rows[1:]
	}
}

func (t table) hasLayout() bool {
	_, long := longLayout(t.header)
	_, wide := wideLayout(t.header)
	return long || wide
}

// layout says in which cell each property stands.
type layout struct {
	at      map[string]int // properties of the concept, and "lang"
	terms   []designation
	long    bool
	ownPOS  bool // the concept's part of speech has a column
	columns int
}

// designation is the cells of one term of a row.
type designation struct {
	lang language.Tag // Und: the cell "lang" says it
	typ  glossary.Type
	at   map[string]int
}

// longLayout knows a table with one row a term by its columns "term" and
// "lang".
func longLayout(header []string) (layout, bool) {
	l := layout{at: map[string]int{}, long: true, columns: len(header)}
	for i, h := range header {
		// The name as we write it counts more than another one for it.
		name := columnName(h)
		if _, taken := l.at[name]; !taken || name == strings.TrimPrefix(h, "x-") {
			l.at[name] = i
		}
	}
	_, hasTerm := l.at["term"]
	_, hasLang := l.at["lang"]
	_, l.ownPOS = l.at["concept_pos"]
	l.terms = []designation{{typ: glossary.FullForm, at: l.at}}
	return l, hasTerm && hasLang
}

// cell gives the cell of a property, or "".
func (r row) cell(at map[string]int, name string) string {
	if i, ok := at[name]; ok && i < len(r.cells) {
		return r.cells[i]
	}
	return ""
}

func (r row) blank() bool {
	return !slices.ContainsFunc(r.cells, func(s string) bool { return s != "" })
}

// read takes one row into the termbase.
func (l layout) read(r *reader, row row) error {
	if row.blank() {
		return nil
	}
	if i := slices.IndexFunc(row.cells[min(l.columns, len(row.cells)):], func(s string) bool { return s != "" }); i >= 0 {
		return r.fault(row, "exchange-row", "the row has more cells than the header")
	}
	c, err := l.concept(r, row)
	if err != nil {
		return err
	}
	for _, d := range l.terms {
		if err := l.term(r, row, c, d); err != nil {
			return err
		}
	}
	return nil
}

// concept gives the concept of a row, a new one where there is no such yet.
func (l layout) concept(r *reader, row row) (*glossary.Concept, error) {
	id := row.cell(l.at, "id")
	if id == "" {
		id = r.newID(l.name(row))
	}
	c := r.concept(id, row.line)
	for _, column := range conceptColumns {
		if cell := row.cell(l.at, column.name); cell != "" && !column.set(entry{concept: c}, cell) {
			return nil, r.impossible(row, column.name, cell)
		}
	}
	if cell := row.cell(l.at, "pos"); l.long && !l.ownPOS && c.POS == "" {
		c.POS = cell
	}
	return c, nil
}

// name gives words of a row from which an identifier can be made: those in
// English, else the first.
func (l layout) name(row row) string {
	name := ""
	for _, d := range l.terms {
		if cell := row.cell(d.at, "term"); cell != "" && (name == "" || d.lang == language.English && d.typ == glossary.FullForm) {
			name = cell
		}
	}
	return name
}

// term takes one term of a row. A row of a concept may lack it.
func (l layout) term(r *reader, row row, c *glossary.Concept, d designation) error {
	if row.cell(d.at, "term") == "" {
		return nil
	}
	e := entry{c, d.lang, &glossary.Term{Type: d.typ, Status: glossary.Preferred, File: r.name, Line: row.line}}
	if l.long {
		var ok bool
		if e.lang, ok = languageOf(row.cell(l.at, "lang")); !ok {
			return r.fault(row, "glossary-language", "{Language} is not a language", "Language", row.cell(l.at, "lang"))
		}
	}
	if !l.ownPOS {
		e.term.POS = c.POS
	}
	for _, column := range termColumns {
		if cell := row.cell(d.at, column.name); cell != "" && !column.set(e, cell) {
			return r.impossible(row, column.name, cell)
		}
	}
	if l.long {
		c.Terms[e.lang] = append(c.Terms[e.lang], e.term)
		return nil
	}
	addVariants(e)
	return nil
}

// reader gathers concepts by their identifiers, in the order in which they
// first appear.
type reader struct {
	name     string
	concepts []*glossary.Concept
	byID     map[string]*glossary.Concept
}

func newReader(name string) *reader {
	return &reader{name: name, byID: map[string]*glossary.Concept{}}
}

func (r *reader) concept(id string, line int) *glossary.Concept {
	c := r.byID[id]
	if c == nil {
		c = &glossary.Concept{ID: id, File: r.name, Line: line, Terms: map[language.Tag][]*glossary.Term{}}
		r.byID[id] = c
		r.concepts = append(r.concepts, c)
	}
	return c
}

func (r *reader) termbase() (*glossary.Termbase, error) {
	return glossary.New(r.concepts)
}

func (r *reader) fault(row row, id, text string, args ...any) error {
	return fault.New(fault.Input, id, text, args...).At(r.name, row.line)
}

func (r *reader) impossible(row row, column, value string) error {
	return r.fault(row, "exchange-value", "the column {Column} cannot have the value {Value}", "Column", column, "Value", value)
}
