package parity

import (
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"hexaglot/glossary"
	"hexaglot/pipeline/document"
	"hexaglot/pipeline/locale"
)

// Version is a circular in one language, read and segmented.
type Version struct {
	Name   string // of its file
	Format string // of its file: what a format cannot hold is not asked of it
	Doc    *document.Document
}

// Feature is what is compared.
type Feature string

// The features, in the order in which they are told.
const (
	Paragraph Feature = "paragraph"
	Heading   Feature = "heading"
	ListItem  Feature = "list-item"
	TableCell Feature = "table-cell"
	Footnote  Feature = "footnote"
	Margin    Feature = "margin" // headers, footers, titles, descriptions of images
	Table     Feature = "table"  // its rows and columns
	Image     Feature = "image"
	Link      Feature = "link"
	NoteMark  Feature = "note-mark" // the mark of a footnote in a text
	Date      Feature = "date"
	Time      Feature = "time"
	Reference Feature = "reference" // numbered acts and symbols of documents
	Number    Feature = "number"    // and money, percentages, quantities, ordinals
	Email     Feature = "email"
	URL       Feature = "url"
	Term      Feature = "term" // and abbreviations, by concept
	Name      Feature = "name"
)

// Features lists the features in the order in which they are told.
func Features() []Feature {
	return []Feature{
		Paragraph, Heading, ListItem, TableCell, Footnote, Margin, Table, Image, Link, NoteMark,
		Date, Time, Reference, Number, Email, URL, Term, Name,
	}
}

// unit is a unit of a version, with what it says.
type unit struct {
	feature Feature
	stream  string // units of one stream are laid side by side
	number  int    // among the version's units of its feature, from 1
	role    string
	line    int // in the file, or 0
	cell    cell
	text    string
	length  float64 // in characters, white space aside
	facts   []fact
	words   []string        // that may be names
	pairs   []string        // of words that may be a name
	digits  map[string]bool // the groups of digits that it says in any way
	clocks  []string        // the same in order, as hours and minutes
	others  map[string]bool // concepts that its words can mean besides its terms
}

// fact is something that a unit says in no language.
type fact struct {
	feature Feature
	key     string // equal keys are equal facts
	shown   string // the key for a reader
	concept *glossary.Concept
}

// version is a Version at work.
type version struct {
	Version
	lang   language.Tag
	locale *locale.Locale
	units  []unit
	tables []table
	images int
	held   map[string]bool // the streams that it has
}

// noteRoles are the roles of notes.
var noteRoles = map[string]bool{"footnote": true, "endnote": true}

// bodyRoles gives the features of what stands in the text of a circular; units
// of all other roles stand in its margins.
var bodyRoles = map[string]Feature{
	"paragraph": Paragraph, "heading": Heading, "list item": ListItem, "table cell": TableCell, "table header": TableCell,
	"block quote": Paragraph, "definition": Paragraph, "definition term": Paragraph, "caption": Paragraph, "text box": Paragraph, "summary": Paragraph,
}

// place gives the feature of a role, and the stream of its units.
func place(role string) (Feature, string) {
	kind, _, _ := strings.Cut(role, ":")
	if f, ok := bodyRoles[kind]; ok {
		return f, "body"
	}
	if noteRoles[kind] {
		return Footnote, "notes"
	}
	return Margin, kind
}

// newVersion gathers what a version says. The glossary may be nil.
func newVersion(v Version, base *glossary.Termbase) *version {
	out := &version{Version: v, lang: v.Doc.Lang, locale: locale.Find(v.Doc.Lang), held: map[string]bool{}}
	sh := shapeOf(v)
	out.tables, out.images = sh.tables, sh.images
	c := collector{lang: out.lang, locale: out.locale}
	if base != nil {
		c.matcher = base.Matcher(out.lang)
	}
	numbers := map[Feature]int{}
	for _, u := range v.Doc.Units {
		one := c.unit(u)
		if one.text == "" && len(one.facts) == 0 {
			continue
		}
		numbers[one.feature]++
		one.number, one.cell = numbers[one.feature], sh.cells[u]
		out.held[one.stream] = true
		out.units = append(out.units, one)
	}
	return out
}

// stream gives the indices of the version's units in a stream.
func (v *version) stream(name string) []int {
	var out []int
	for i := range v.units {
		if v.units[i].stream == name {
			out = append(out, i)
		}
	}
	return out
}

// inOrder reports whether a list of units is in the alphabetical order of the
// language.
func (v *version) inOrder(from, to int) bool {
	order := collate.New(v.lang, collate.IgnoreCase, collate.IgnoreWidth, collate.Numeric)
	for i := from; i < to; i++ {
		if order.CompareString(v.locale.SortKey(v.units[i].text), v.locale.SortKey(v.units[i+1].text)) > 0 {
			return false
		}
	}
	return true
}
