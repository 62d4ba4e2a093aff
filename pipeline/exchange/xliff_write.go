package exchange

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/document"
	"hexaglot/pipeline/locale"
)

// The namespaces of XLIFF 2.1.
const (
	nsCore     = "urn:oasis:names:tc:xliff:document:2.0"
	nsCore22   = "urn:oasis:names:tc:xliff:document:2.2"
	nsMatches  = "urn:oasis:names:tc:xliff:matches:2.0"
	nsGlossary = "urn:oasis:names:tc:xliff:glossary:2.0"
	nsMetadata = "urn:oasis:names:tc:xliff:metadata:2.0"
)

// category is the metadata of this program (XLIFF 2.1, section 5.3).
const category = "hexaglot"

// writeXLIFF writes XLIFF 2.1.
func writeXLIFF(w io.Writer, files ...File) error {
	if t, ok := grown(files); ok {
		return t.rewrite(w, files, xliff2)
	}
	if err := oneLanguage(files); err != nil || len(files) == 0 {
		return err
	}
	var m markup
	m.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	m.begin(
		"xliff", "xmlns", nsCore, "xmlns:mtc", nsMatches, "xmlns:gls", nsGlossary, "xmlns:mda", nsMetadata,
		"version", "2.1", "srcLang", files[0].From.String(), "trgLang", files[0].To.String(),
	)
	for i, f := range files {
		m.begin(
			"file", "id", fmt.Sprintf("f%d", i+1), "original", f.Name, "canResegment", "no",
			"srcDir", direction(f.From), "trgDir", direction(f.To), "xml:space", "preserve",
		)
		for _, u := range f.Units {
			m.unit(u)
		}
		m.end()
	}
	m.end()
	_, err := io.WriteString(w, m.String())
	return err
}

// oneLanguage refuses files that one file in the format cannot hold.
func oneLanguage(files []File) error {
	for _, f := range files {
		if f.From != files[0].From || f.To != files[0].To {
			return fault.New(fault.Usage, "exchange-languages", "the format holds one language, and these are {Languages}", "Languages", []string{files[0].To.String(), f.To.String()})
		}
	}
	return nil
}

// direction gives the direction of a language, in XLIFF 2.
func direction(lang language.Tag) string {
	if locale.RightToLeft(lang) {
		return "rtl"
	}
	return "ltr"
}

// unit writes a message as a unit of one segment.
func (m *markup) unit(u Unit) {
	target, notes := u.exported()
	m.begin("unit", "id", u.ID)
	m.matches(u)
	m.glossary(u.Terms)
	m.begin("mda:metadata")
	m.begin("mda:metaGroup", "category", category)
	m.line("mda:meta", Checksum(u.accepted()), "type", "target")
	m.end()
	m.end()
	m.notes(u, notes)
	data := m.originalData(u.Source, target)
	state := u.State
	if target == nil {
		state = Initial
	}
	m.begin("segment", "id", segmentID, "state", state.String())
	m.line("source", inline2(u.Source, data))
	if target != nil {
		m.line("target", inline2(*target, data))
	}
	m.end()
	m.end()
}

// segmentID is the id of the one segment of a unit; no code has it, for the ids
// of codes end in a number.
const segmentID = "segment"

// accepted gives the accepted target as it is in the catalog; "" for none.
func (u Unit) accepted() string {
	if u.State == Initial {
		return ""
	}
	return u.Target.String()
}

// exported gives the target to write, nil for none, and what is to be noted: a
// target with damaged codes can be read in a note, but no tool could hold it.
func (u Unit) exported() (target *document.Content, notes []string) {
	if u.Target.Blank() {
		return nil, nil
	}
	if _, err := u.Target.Bind(u.Source); err != nil {
		return nil, []string{u.Target.String()}
	}
	return &u.Target, nil
}

func (m *markup) matches(u Unit) {
	if len(u.Matches) == 0 {
		return
	}
	m.begin("mtc:matches")
	for i, match := range u.Matches {
		kind, similarity := "other", ""
		if match.Similarity > 0 {
			kind, similarity = "tm", fmt.Sprint(match.Similarity)
		}
		m.begin(
			"mtc:match", "id", fmt.Sprintf("m%d", i+1), "ref", "#"+segmentID, "type", kind,
			"origin", match.Origin, "similarity", similarity, "matchQuality", similarity,
		)
		m.line("source", inline2(u.Source, nil))
		m.line("target", inline2(matched(u, match), nil))
		m.end()
	}
	m.end()
}

// matched gives the text of a match with its codes where they fit the source.
func matched(u Unit, match Match) document.Content {
	c := document.ParseContent(match.Text)
	if _, err := c.Bind(u.Source); err != nil {
		return document.Content{Text: match.Text}
	}
	return c
}

func (m *markup) glossary(terms []Term) {
	if len(terms) == 0 {
		return
	}
	m.begin("gls:glossary")
	for _, term := range terms {
		source := ""
		if !term.Verified {
			source = "?"
		}
		m.begin("gls:glossEntry")
		m.line("gls:term", escapeText(term.Source))
		m.line("gls:translation", escapeText(term.Target), "source", source)
		m.end()
	}
	m.end()
}

// The categories of notes.
const (
	noteDescription = "description"
	noteLocation    = "location"
	noteDamaged     = "damaged"
)

func (m *markup) notes(u Unit, damaged []string) {
	if u.Description == "" && len(u.Where)+len(u.Notes)+len(damaged) == 0 {
		return
	}
	m.begin("notes")
	if u.Description != "" {
		m.line("note", escapeText(u.Description), "category", noteDescription)
	}
	for _, note := range u.Notes {
		m.line("note", escapeText(note), "appliesTo", "source")
	}
	for _, text := range damaged {
		m.line("note", escapeText(text), "appliesTo", "target", "category", noteDamaged)
	}
	if len(u.Where) > 0 {
		m.line("note", escapeText(strings.Join(u.Where, "\n")), "category", noteLocation)
	}
	m.end()
}

// originalData lists the codes of a unit, each as a translator reads it, and
// gives the ids of the list.
func (m *markup) originalData(source document.Content, target *document.Content) map[string]string {
	all := slices.Clone(source.Codes)
	if target != nil {
		all = append(all, target.Codes...)
	}
	if len(all) == 0 {
		return nil
	}
	data := map[string]string{}
	m.begin("originalData")
	for _, code := range all {
		printed := code.String()
		if data[printed] == "" {
			data[printed] = fmt.Sprintf("d%d", len(data)+1)
			m.line("data", escapeText(printed), "id", data[printed])
		}
	}
	m.end()
	return data
}

// kinds2 are type and subType of codes by their name (XLIFF 2.1, section
// 4.3.1.41, type).
var kinds2 = map[string][2]string{
	"b": {"fmt", "xlf:b"}, "i": {"fmt", "xlf:i"}, "u": {"fmt", "xlf:u"}, "br": {"fmt", "xlf:lb"},
	"a": {"link", ""}, "img": {"image", ""}, "q": {"quote", ""},
}

// inline2 writes a content in XLIFF 2; data has the ids of original data, nil
// for none. No code may be copied or deleted, and all may be reordered.
func inline2(c document.Content, data map[string]string) string {
	return writeInline(c, text2, func(code document.Code, r role) string {
		kind, ok := kinds2[code.Name]
		if !ok {
			kind = [2]string{"other", category + ":" + code.Name}
		}
		ref := data[code.String()]
		fixed := []string{"canCopy", "no", "canDelete", "no", "type", kind[0], "subType", kind[1]}
		element := func(name string, attrs ...string) string {
			return "<" + name + attributes(append(attrs, fixed...)...) + "/>"
		}
		switch r {
		case pairStart:
			end := code
			end.Kind = document.Close
			attrs := []string{"id", id(code), "dataRefStart", ref, "dataRefEnd", data[end.String()], "dispStart", code.Disp}
			return "<pc" + attributes(append(attrs, fixed...)...) + ">"
		case pairEnd:
			return "</pc>"
		case spanStart:
			return element("sc", "id", id(code), "dataRef", ref, "disp", code.Disp)
		case spanEnd:
			return element("ec", "startRef", id(code), "dataRef", ref)
		case loneStart:
			return element("sc", "id", id(code), "isolated", "yes", "dataRef", ref, "disp", code.Disp)
		case loneEnd:
			return element("ec", "id", id(code), "isolated", "yes", "dataRef", ref)
		default:
			if code.Name == emptied {
				fixed = []string{"type", kind[0], "subType", kind[1]}
			}
			return element("ph", "id", id(code), "dataRef", ref, "disp", code.Disp)
		}
	})
}

// text2 writes text in XLIFF 2; cp holds what XML cannot (section 4.2.3.1).
func text2(text string) string {
	return escape(text, func(r rune) string { return `<cp hex="` + hex(r) + `"/>` })
}
