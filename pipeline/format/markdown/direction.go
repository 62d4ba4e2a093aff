package markdown

import (
	"bytes"
	"io"
	"regexp"

	"golang.org/x/text/language"

	"hexaglot/pipeline/document"
	"hexaglot/pipeline/format/html"
	"hexaglot/pipeline/locale"
)

// write writes a document in lang. Where the script of lang runs the other
// way, the body stands in a <div> that says so.
func write(w io.Writer, d *document.Document, lang language.Tag) error {
	if locale.RightToLeft(lang) == locale.RightToLeft(d.Lang) {
		return document.Write(w, d)
	}
	for _, part := range d.Parts {
		if _, err := w.Write(turned(document.AppendChunks(nil, part.Skeleton), lang)); err != nil {
			return err
		}
	}
	return nil
}

// wrapper is the <div> around a whole body.
var wrapper = regexp.MustCompile(`^[\s]*(<div\b[^<>]*>)[ \t]*\r?\n`)

// wrapperEnd is its end.
var wrapperEnd = regexp.MustCompile(`\n</div>\s*$`)

// turned gives the text out with its body in the direction of lang.
func turned(out []byte, lang language.Tag) []byte {
	size := frontMatter(out).size
	top, body := out[:size], out[size:]
	direction := "ltr"
	if locale.RightToLeft(lang) {
		direction = "rtl"
	}
	if m := wrapper.FindSubmatchIndex(body); m != nil && wrapperEnd.Match(body[m[3]:]) {
		tag := body[m[2]:m[3]]
		if _, ok := html.Attribute(tag, "dir"); ok {
			tag = html.SetAttribute(html.SetAttribute(tag, "dir", direction), "lang", lang.String())
			return bytes.Join([][]byte{top, body[:m[2]], tag, body[m[3]:]}, nil)
		}
	}
	return wrapped(top, body, direction, lang)
}

// wrapped puts the body into a <div>.
func wrapped(top, body []byte, direction string, lang language.Tag) []byte {
	eol := lineEnd(body)
	var b bytes.Buffer
	b.Write(top)
	if len(top) > len(mark) {
		b.WriteString(eol)
	}
	b.WriteString(`<div dir="` + direction + `" lang="` + lang.String() + `">` + eol + eol)
	b.Write(body)
	if len(body) > 0 && body[len(body)-1] != '\n' {
		b.WriteString(eol)
	}
	b.WriteString(eol + "</div>" + eol)
	return b.Bytes()
}
