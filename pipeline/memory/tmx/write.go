package tmx

import (
	"bufio"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/document"
)

// Writer writes units into a file, one after the other.
type Writer struct {
	dst *bufio.Writer
	err error
}

// NewWriter begins a file. version is the version of the program; source the
// language of the file's sources, Und for several.
func NewWriter(w io.Writer, version string, source language.Tag) *Writer {
	out := &Writer{dst: bufio.NewWriterSize(w, 1<<16)}
	lang := "*all*"
	if source != language.Und {
		lang = source.String()
	}
	out.put(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<!DOCTYPE tmx SYSTEM "tmx14.dtd">` + "\n" + `<tmx version="1.4">` + "\n")
	out.put(`<header creationtool="hexaglot" creationtoolversion="` + escaped(version) + `" segtype="sentence" o-tmf="hexaglot" adminlang="en" srclang="` + lang + `" datatype="plaintext"/>` + "\n<body>\n")
	return out
}

// Write writes a unit, its source first. The error is that of the writer below.
func (w *Writer) Write(u Unit) error {
	w.put(`<tu`)
	w.attribute("tuid", u.ID)
	w.attribute("srclang", u.Source.String())
	w.put(">\n")
	for _, note := range u.Notes {
		w.put("<note>" + escaped(note) + "</note>\n")
	}
	w.props(u.Props)
	for _, v := range u.Variants {
		w.variant(v)
	}
	w.put("</tu>\n")
	return w.err
}

// Close ends the file.
func (w *Writer) Close() error {
	w.put("</body>\n</tmx>\n")
	if err := w.dst.Flush(); w.err == nil {
		w.err = err
	}
	return w.err
}

func (w *Writer) variant(v Variant) {
	w.put("<tuv")
	w.attribute("xml:lang", v.Lang.String())
	if !v.When.IsZero() {
		w.attribute("changedate", v.When.UTC().Format(stamp))
	}
	w.attribute("changeid", v.Who)
	w.put(">\n")
	w.props(v.Props)
	w.put("<seg>")
	w.content(v.Content)
	w.put("</seg>\n</tuv>\n")
}

func (w *Writer) props(all []Prop) {
	for _, p := range all {
		w.put(`<prop type="` + escaped(p.Type) + `">` + escaped(p.Text) + "</prop>\n")
	}
}

// content writes a text with its codes; half a pair becomes it.
func (w *Writer) content(c document.Content) {
	at := 0
	pairs := paired(c.Codes)
	for i, code := range c.Codes {
		w.put(escaped(c.Text[at:code.Pos]))
		at = code.Pos
		w.code(code, pairs[i])
	}
	w.put(escaped(c.Text[at:]))
}

// paired gives for each code the number of the pair that it belongs to, 0 for
// none: i is to be unique in a seg.
func paired(codes []document.Code) []int {
	out := make([]int, len(codes))
	n := 0
	for i, a := range codes {
		if a.Kind != document.Open {
			continue
		}
		for j := i + 1; j < len(codes); j++ {
			if b := codes[j]; b.Kind == document.Close && b.Name == a.Name && b.ID == a.ID && out[j] == 0 {
				n++
				out[i], out[j] = n, n
				break
			}
		}
	}
	return out
}

func (w *Writer) code(c document.Code, pair int) {
	native := escaped(c.String())
	id := strconv.Itoa(max(c.ID, 1))
	kind := typeOf(c.Name)
	switch {
	case pair > 0 && c.Kind == document.Open:
		w.put(`<bpt i="` + strconv.Itoa(pair) + `" x="` + id + `" type="` + kind + `">` + native + `</bpt>`)
	case pair > 0:
		w.put(`<ept i="` + strconv.Itoa(pair) + `">` + native + `</ept>`)
	case c.Kind == document.Open:
		w.put(`<it pos="begin" x="` + id + `" type="` + kind + `">` + native + `</it>`)
	case c.Kind == document.Close:
		w.put(`<it pos="end" x="` + id + `" type="` + kind + `">` + native + `</it>`)
	default:
		w.put(`<ph x="` + id + `" type="` + kind + `">` + native + `</ph>`)
	}
}

// typeOf gives the value of type for the name of a code.
func typeOf(name string) string {
	for _, n := range names {
		if n.code == name {
			return n.tmx
		}
	}
	return "x-" + name
}

func (w *Writer) attribute(name, value string) {
	if value != "" {
		w.put(" " + name + `="` + escaped(value) + `"`)
	}
}

func (w *Writer) put(s string) {
	if w.err == nil {
		_, w.err = w.dst.WriteString(s)
	}
	if w.err != nil {
		w.err = fault.New(fault.Input, "unwritable", "cannot be written").Wrap(w.err)
	}
}

var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\r", "&#13;", "\n", "&#10;", "\t", "&#9;")

// escaped gives a text as XML; what XML 1.0 cannot hold becomes its picture,
// U+2400 and following, or U+FFFD.
func escaped(text string) string {
	clean := strings.ContainsFunc(text, func(r rune) bool { return !allowed(r) }) || !utf8.ValidString(text)
	if clean {
		text = strings.Map(func(r rune) rune {
			switch {
			case allowed(r):
				return r
			case r < ' ':
				return 0x2400 + r
			}
			return utf8.RuneError
		}, text)
	}
	if !strings.ContainsAny(text, "&<>\"\r\n\t") {
		return text
	}
	return escapes.Replace(text)
}

// allowed reports whether XML 1.0 can hold a character (section 2.2).
func allowed(r rune) bool {
	return r >= ' ' && r != 0xfffe && r != 0xffff || r == '\t' || r == '\n' || r == '\r'
}
