// Package tmx reads and writes translation memories in the format that other
// programs exchange: TMX 1.4b (https://www.gala-global.org/tmx-14b), levels 1
// and 2. Both ways go unit by unit: a file of any size takes the memory of one
// unit.
//
// Inline codes stay codes. The elements bpt and ept with one number become a
// pair, <b1>…</b1>; hi becomes a pair around what it marks; ph, ut and it become
// placeholders, <x1/>. What a code is called comes from its attribute type (see
// names); codes are numbered in the order in which they stand in the source,
// and those of the other languages follow it by their attribute x, or i, or
// else by their order. The native code within an element, and sub in it, are
// markup of another program's file and are left out.
//
// A file may come from anywhere. Its document type may name the DTD of TMX and
// nothing else, so that there are no entities; depth, the length of a text and
// the number of problems that are told are bounded. Text is UTF-8, UTF-16 or
// what the XML declaration says.
//
// Reading never stops at the first mistake that leaves the XML well-formed: each
// is told with its line, so that a file can be mended in one go. It is for the
// caller to take nothing from a file with problems.
package tmx

import (
	"time"

	"golang.org/x/text/language"

	"hexaglot/pipeline/document"
)

// Unit is a translation unit (tu): one text in several languages.
type Unit struct {
	ID       string // tuid
	Source   language.Tag
	Variants []Variant // the source first
	Notes    []string
	Props    []Prop
	Line     int // where it begins
}

// Variant is a text in one language (tuv).
type Variant struct {
	Lang    language.Tag
	Content document.Content
	When    time.Time // changedate, else creationdate; UTC; zero for none
	Who     string    // changeid, else creationid
	Props   []Prop
}

// Prop is a property: a value with a type that a program chose.
type Prop struct{ Type, Text string }

// Prop gives the first property of a type.
func (u *Unit) Prop(kind string) string { return prop(u.Props, kind) }

// Prop gives the first property of a type.
func (v *Variant) Prop(kind string) string { return prop(v.Props, kind) }

func prop(all []Prop, kind string) string {
	for _, p := range all {
		if p.Type == kind {
			return p.Text
		}
	}
	return ""
}

// stamp is how TMX writes a time, in UTC (TMX 1.4b, creationdate).
const stamp = "20060102T150405Z"

// names pairs the values of type that TMX recommends with the names of codes.
var names = []struct{ tmx, code string }{
	{"bold", "b"},
	{"italic", "i"},
	{"ulined", "u"},
	{"link", "a"},
	{"lb", "br"},
	{"image", "img"},
	{"fnote", "fn"},
}
