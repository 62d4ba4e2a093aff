package exchange

import (
	"fmt"
	"io"
	"strings"

	"hexaglot/pipeline/document"
)

// The types of contexts (XLIFF 1.2, section 3.2, context-type).
const (
	contextDescription = "x-hexaglot-description"
	contextLocation    = "sourcefile"
)

// charType begins the ctype of a placeholder for a character that XML cannot
// hold: XLIFF 1.2 has no element for it.
const charType = "x-cp-"

// stateNew is the state of a target that is a copy of its source, for OmegaT and
// others translate what stands in the target.
const stateNew = "new"

// writeXLIFF12 writes XLIFF 1.2.
func writeXLIFF12(w io.Writer, files ...File) error {
	if t, ok := grown(files); ok {
		return t.rewrite(w, files, xliff12)
	}
	if err := oneLanguage(files); err != nil || len(files) == 0 {
		return err
	}
	var m markup
	m.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	m.begin("xliff", "xmlns", ns12, "version", "1.2")
	for _, f := range files {
		m.begin(
			"file", "original", f.Name, "datatype", "plaintext", "xml:space", "preserve",
			"source-language", f.From.String(), "target-language", f.To.String(),
		)
		m.begin("body")
		for _, u := range f.Units {
			m.transUnit(f, u)
		}
		m.end()
		m.end()
	}
	m.end()
	_, err := io.WriteString(w, m.String())
	return err
}

func (m *markup) transUnit(f File, u Unit) {
	target, damaged := u.exported()
	approved := ""
	if target != nil {
		approved = "no"
		if u.State >= Reviewed {
			approved = "yes"
		}
	}
	m.begin("trans-unit", "id", u.ID, "approved", approved, "extype", category+":"+Checksum(u.accepted()), "xml:space", "preserve")
	m.line("source", inline12(u.Source), "xml:lang", f.From.String())
	if target != nil {
		m.line("target", inline12(*target), "xml:lang", f.To.String(), "state", states12[u.State])
	} else {
		m.line("target", inline12(u.Source), "xml:lang", f.To.String(), "state", stateNew)
	}
	m.context(u)
	for _, note := range u.Notes {
		m.line("note", escapeText(note), "annotates", "source")
	}
	for _, term := range u.Terms {
		m.line("note", escapeText(term.String()), "from", noteTerm)
	}
	for _, text := range damaged {
		m.line("note", escapeText(text), "from", noteDamaged, "annotates", "target")
	}
	for _, match := range u.Matches {
		quality := ""
		if match.Similarity > 0 {
			quality = fmt.Sprintf("%d%%", match.Similarity)
		}
		m.begin("alt-trans", "match-quality", quality, "origin", match.Origin)
		m.line("target", inline12(matched(u, match)), "xml:lang", f.To.String())
		m.end()
	}
	m.end()
}

// noteTerm is who says what the glossary has.
const noteTerm = "glossary"

// String shows a term as a translator reads it: "PMA → LDC".
func (t Term) String() string {
	line := t.Source + " → " + t.Target
	if !t.Verified {
		line += " ?"
	}
	return line
}

func (m *markup) context(u Unit) {
	if u.Description == "" && len(u.Where) == 0 {
		return
	}
	m.begin("context-group", "purpose", "information")
	if u.Description != "" {
		m.line("context", escapeText(u.Description), "context-type", contextDescription)
	}
	for _, place := range u.Where {
		m.line("context", escapeText(place), "context-type", contextLocation)
	}
	m.end()
}

// kinds12 are the ctypes of codes by their name.
var kinds12 = map[string]string{
	"b": "bold", "i": "italic", "u": "underlined", "br": "lb", "a": "link", "img": "image",
}

// inline12 writes a content in XLIFF 1.2.
func inline12(c document.Content) string {
	return writeInline(c, text12, func(code document.Code, r role) string {
		kind, ok := kinds12[code.Name]
		if !ok {
			kind = "x-" + code.Name
		}
		element := func(name string, attrs ...string) string {
			return "<" + name + attributes(attrs...) + "/>"
		}
		switch r {
		case pairStart:
			return "<g" + attributes("id", id(code), "ctype", kind, "equiv-text", code.Disp) + ">"
		case pairEnd:
			return "</g>"
		case spanStart, loneStart:
			return element("bx", "id", id(code), "rid", id(code), "ctype", kind, "equiv-text", code.Disp)
		case spanEnd, loneEnd:
			return element("ex", "id", "/"+id(code), "rid", id(code))
		default:
			return element("x", "id", id(code), "ctype", kind, "equiv-text", code.Disp)
		}
	})
}

// text12 writes text in XLIFF 1.2, with a placeholder for what XML cannot hold.
func text12(text string) string {
	n := 0
	return escape(text, func(r rune) string {
		n++
		return "<x" + attributes("id", fmt.Sprintf("%s%s-%d", "cp-", strings.ToLower(hex(r)), n), "ctype", charType+hex(r)) + "/>"
	})
}
