// Package text reads and writes plain text.
//
// Plain text has no markup, so that its layout tells what belongs together.
// Blank lines (and form feeds, and U+2029) separate paragraphs. Inside a
// paragraph a line end is soft where it stands only because the line was full:
// the first word of the next line would not have fitted into the longest line
// of the paragraph. Lines of less than 40 columns are never full. A soft line
// end reads as a space, or as nothing between two Han characters; every other
// line end separates units, and so do runs of spaces and tabs inside a line. A
// line that ends with two spaces is never full, as in Markdown.
//
// Indentation, list markers, rules (-----) and underlines are skeleton. The
// lines of a list item that are indented deeper than its marker continue it.
// A line that is an HTML comment of the project (<!-- hexaglot:skip -->, resume,
// note) directs the reader.
//
// The laws: what is written as it was read is the same bytes; a translation is
// written on one line, and is read again as the same unit. For that, two spaces
// end a translation of 40 columns or more before a line that could be taken for
// its continuation.
package text

import (
	"cmp"
	"io"

	"golang.org/x/text/language"

	"hexaglot/pipeline/document"
	"hexaglot/pipeline/format"
)

// Format reads and writes plain text.
var Format = format.Format{
	Name:       "text",
	Doc:        "plain text, its paragraphs separated by blank lines",
	Extensions: []string{".txt", ".text"},
	Sniff:      format.Text,
	Read:       read,
	Write:      write,
}

func write(w io.Writer, d *document.Document, _ language.Tag) error { return document.Write(w, d) }

// read gives the document in src. Faults: line-too-long, directive-unknown,
// sort-nothing, with their lines.
func read(src []byte, lang language.Tag) (*document.Document, error) {
	lines, err := split(src)
	if err != nil {
		return nil, err
	}
	r := reader{src: src}
	for len(lines) > 0 && err == nil {
		var n int
		n, err = r.block(lines)
		lines = lines[n:]
	}
	r.endList()
	if err = cmp.Or(err, r.err); err != nil {
		return nil, err
	}
	r.skeleton(len(src))
	parts := []document.Part{{Skeleton: r.chunks, Lists: r.lists}}
	return &document.Document{Lang: lang, Parts: parts, Units: r.units}, nil
}
