// Package document holds the one shape that every circular takes between
// reading and writing: raw chunks, and the units of text between them.
//
// The words are those of XLIFF 2: a unit (a paragraph, a cell, a title) is cut
// into segments (sentences); an ignorable segment is white space or codes
// between them; inline codes stand beside the plain text. No skeleton is
// stored anywhere: the source is read again with the same reader when a
// translation is merged into it.
//
// It is a leaf: it imports only messages/fault.
package document

import (
	"io"

	"golang.org/x/text/language"
)

// Document is a circular as its reader saw it.
type Document struct {
	Lang  language.Tag
	Parts []Part
	Units []*Unit // every unit of every part, in reading order, those inside codes included
	Data  any     // the reader's own, for its writer
}

// Part is one file of a document: most formats have one, a DOCX has many.
type Part struct {
	Name     string
	Skeleton []Chunk
	Lists    []List // those that are sorted in every language; they do not overlap
}

// Chunk is bytes, or the place of a unit. For a unit, Raw holds its bytes as
// they stand in the source: they are written where nothing was translated.
type Chunk struct {
	Raw  []byte
	Unit *Unit
}

// Unit is a stretch of text that is translated in one place.
type Unit struct {
	Role     string   // stable words for what it is: "paragraph", "heading", "table cell"
	Notes    []string // what the author tells the translators
	Line     int      // where it starts in the source, from 1; 0 where lines mean nothing
	Segments []*Segment
	// Encode gives the bytes of a translated content in this place: escaped,
	// and with the data of its codes. It is set by the reader.
	Encode func(Content) []byte
}

// Segment is a sentence of a unit, or the ignorable stretch between two.
type Segment struct {
	ID        string // the id of its message; "" when ignorable
	Source    Content
	Target    Content // meaningful when State is not Initial
	State     State
	Ignorable bool
}

// State is how far a segment has come, in XLIFF 2 terms.
type State uint8

const (
	// Initial: not translated.
	Initial State = iota
	// Translated: Target holds an accepted translation.
	Translated
)

// NewUnit returns a unit that is one segment, as readers make it.
func NewUnit(role string, line int, source Content) *Unit {
	return &Unit{Role: role, Line: line, Segments: []*Segment{{Source: source}}}
}

// Source joins the sources of the unit's segments.
func (u *Unit) Source() Content {
	return u.join(func(s *Segment) Content { return s.Source })
}

// Target joins the targets of the unit's segments; a segment that is not
// translated gives its source.
func (u *Unit) Target() Content {
	return u.join(func(s *Segment) Content {
		if s.State == Initial {
			return s.Source
		}
		return s.Target
	})
}

// join puts contents one after the other. Each segment numbers its codes from
// 1, while a pair may open in one ignorable and close in another: ignorables
// share their numbers, and every segment gets numbers of its own.
func (u *Unit) join(content func(*Segment) Content) Content {
	if len(u.Segments) == 1 {
		return content(u.Segments[0])
	}
	var out Content
	for i, s := range u.Segments {
		c := content(s)
		if !s.Ignorable {
			c = c.shift((i + 1) << 16)
		}
		out = out.Append(c)
	}
	return out.Renumber()
}

// shift returns c with n added to the number of each code.
func (c Content) shift(n int) Content {
	codes := make([]Code, len(c.Codes))
	for i, code := range c.Codes {
		code.ID += n
		codes[i] = code
	}
	c.Codes = codes
	return c
}

// Changed reports whether the unit, or a unit inside one of its codes, has
// anything to write that is not in the source.
func (u *Unit) Changed() bool {
	for _, s := range u.Segments {
		if s.State != Initial {
			return true
		}
		for _, code := range s.Source.Codes {
			for _, chunk := range code.Data {
				if chunk.Unit != nil && chunk.Unit.Changed() {
					return true
				}
			}
		}
	}
	return false
}

// AppendChunks appends the bytes of chunks to dst: the source's own where
// nothing was translated, else what the unit encodes.
func AppendChunks(dst []byte, chunks []Chunk) []byte {
	for _, chunk := range chunks {
		if chunk.Unit != nil && chunk.Unit.Changed() {
			dst = append(dst, chunk.Unit.Encode(chunk.Unit.Target())...)
			continue
		}
		dst = append(dst, chunk.Raw...)
	}
	return dst
}

// Write writes the parts one after the other. It is the writer of every format
// that is one stream of bytes.
func Write(w io.Writer, d *Document) error {
	for _, part := range d.Parts {
		if _, err := w.Write(AppendChunks(nil, part.Skeleton)); err != nil {
			return err
		}
	}
	return nil
}
