// Package html reads and writes HTML: whole documents, and the fragments that
// stand in Markdown.
//
// Block-level elements delimit units; inline elements are inline codes of the
// unit that they stand in, in pairs where they pair. Scripts, styles,
// preformatted text, code, comments and whatever the author excludes
// (translate="no", class="notranslate", hexaglot:skip) are not translated. The
// attributes alt, title, placeholder, aria-label and the content of <meta>
// descriptions and keywords are units of their own, inside the code of their
// element where it has one.
//
// The laws: a document that is written as it was read is the same bytes; a
// translation is read again with the same text and the same codes, whatever it
// contains; a blank line is never written into a unit, so that the HTML block
// of a Markdown text holds together.
package html

import (
	"bytes"
	"io"
	"unicode/utf8"

	"golang.org/x/text/language"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/document"
	"hexaglot/pipeline/format"
)

// Format reads and writes HTML.
var Format = format.Format{
	Name:       "html",
	Doc:        "HTML documents and fragments",
	Extensions: []string{".html", ".htm", ".xhtml"},
	Sniff:      sniff,
	Read:       read,
	Write:      write,
}

func sniff(head []byte) bool {
	text := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
	return format.Text(head) && bytes.HasPrefix(text, []byte{'<'})
}

func read(src []byte, lang language.Tag) (*document.Document, error) {
	if !utf8.Valid(src) {
		return nil, fault.New(fault.Input, "not-utf8", "the text is not in UTF-8").At("", invalidLine(src))
	}
	if err := checkLines(src); err != nil {
		return nil, err
	}
	x, err := extract(src, 1, &Directives{})
	if err != nil {
		return nil, err
	}
	if err := x.sorter.unsorted(); err != nil {
		return nil, err
	}
	return &document.Document{Lang: lang, Parts: []document.Part{{Skeleton: x.chunks, Lists: x.lists}}, Units: x.units}, nil
}

// maxLine bounds a line, in bytes.
const maxLine = 16 << 20

// checkLines refuses a line above maxLine.
func checkLines(src []byte) error {
	for at, line := 0, 1; len(src)-at > maxLine; line++ {
		n := bytes.IndexByte(src[at:], '\n')
		if n < 0 || n > maxLine {
			return fault.New(fault.Input, "line-too-long", "a line is longer than {Limit} bytes", "Limit", maxLine).At("", line)
		}
		at += n + 1
	}
	return nil
}

// invalidLine gives the line of the first byte that is not UTF-8.
func invalidLine(src []byte) int {
	valid := bytes.ToValidUTF8(src, nil)
	same := 0
	for same < len(valid) && valid[same] == src[same] {
		same++
	}
	return 1 + bytes.Count(src[:same], []byte{'\n'})
}

func write(w io.Writer, d *document.Document, lang language.Tag) error {
	if lang == d.Lang {
		return document.Write(w, d)
	}
	for _, part := range d.Parts {
		out := relabel(document.AppendChunks(nil, part.Skeleton), d.Lang, lang)
		if _, err := w.Write(out); err != nil {
			return err
		}
	}
	return nil
}
