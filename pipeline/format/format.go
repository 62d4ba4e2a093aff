// Package format says what a document format is. Each format has a folder of
// its own and one line in the registry, pipeline.Formats.
package format

import (
	"bytes"
	"io"
	"strings"

	"golang.org/x/text/language"

	"hexaglot/pipeline/document"
)

// Format reads and writes one kind of document. The laws that every format
// keeps are in package formattest.
type Format struct {
	Name       string
	Doc        string   // one line for help and README, in English
	Extensions []string // lower case, with the dot; the first is the usual one
	// Binary says that a file is not text; all others must be UTF-8.
	Binary bool
	// Sniff reports whether head, the first bytes of a file (up to 512), can be
	// of this format.
	Sniff func(head []byte) bool
	// Read gives the document; each unit is one segment until it is segmented.
	// Errors are *fault.Error with a line where lines mean something. src is
	// not changed, and the document may keep parts of it.
	Read func(src []byte, lang language.Tag) (*document.Document, error)
	// Write writes the document in lang: byte for byte as it was read where
	// nothing was translated and lang is the document's own.
	Write func(w io.Writer, d *document.Document, lang language.Tag) error
}

// Find gives the format for a file by the extension of its name; ok is false
// where the list has none.
func Find(formats []Format, name string) (f Format, ok bool) {
	lower := strings.ToLower(name)
	for _, f := range formats {
		for _, ext := range f.Extensions {
			if strings.HasSuffix(lower, ext) {
				return f, true
			}
		}
	}
	return Format{}, false
}

// Text reports whether head can be text: no NUL byte. It is the Sniff of the
// formats that are text.
func Text(head []byte) bool { return !bytes.Contains(head, []byte{0}) }
