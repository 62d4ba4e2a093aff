package html

import (
	"strings"

	"hexaglot/messages/fault"
)

// Directives is what comments ask of the extractor, up to some place:
//
//	<!-- hexaglot:skip -->       nothing from here on is translated
//	<!-- hexaglot:resume -->     until here
//	<!-- hexaglot:note TEXT -->  a note to the translators of the next unit
//	<!-- hexaglot:sort -->       the list that follows is sorted in every language
type Directives struct {
	Skipping bool
	Notes    []string
}

// Directive is the kind of a comment.
type Directive uint8

const (
	// Comment is a comment that asks for nothing.
	Comment Directive = iota
	// Skip starts a stretch that is not translated.
	Skip
	// Resume ends it.
	Resume
	// Note tells translators something.
	Note
	// Sort asks that the list that follows is sorted in every language.
	Sort
)

// Comment obeys a comment, given with its marks ("<!--", "-->"), and tells
// what it was. The error is the fault directive-unknown, without a line.
func (d *Directives) Comment(raw []byte) (Directive, error) {
	text := strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(string(raw)), "<!--"), "-->")
	call, ok := strings.CutPrefix(strings.TrimSpace(text), "hexaglot:")
	if !ok {
		return Comment, nil
	}
	name, rest, _ := strings.Cut(strings.Join(strings.Fields(call), " "), " ")
	switch name {
	case "skip":
		d.Skipping = true
		return Skip, nil
	case "resume":
		d.Skipping = false
		return Resume, nil
	case "note":
		if rest != "" && !d.Skipping {
			d.Notes = append(d.Notes, rest)
		}
		return Note, nil
	case "sort":
		return Sort, nil
	}
	return Comment, fault.New(fault.Content, "directive-unknown", "the comment asks for hexaglot:{Name}, which is none of skip, resume, note and sort", "Name", name)
}

// TakeNotes gives the notes for the next unit, once.
func (d *Directives) TakeNotes() []string {
	notes := d.Notes
	d.Notes = nil
	return notes
}
