package exchange

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"regexp"
	"strings"

	"golang.org/x/text/language"

	"hexaglot/glossary"
)

// TBX is TermBase eXchange (ISO 30042:2019), dialect TBX-Basic, with data
// categories as tags (DCT). It is read in any style and dialect, and as TBX 2
// (ISO 30042:2008).
var TBX = Format{
	Name:       "tbx",
	Doc:        "TermBase eXchange (ISO 30042:2019), TBX-Basic, data categories as tags",
	Extensions: []string{".tbx", ".xml"},
	Sniff:      looksLikeTBX,
	Read:       readTBX,
	Write:      func(b *glossary.Termbase) ([]byte, error) { return writeTBX(b, dct), nil },
}

// TBXDCA is TBX with data categories as attributes (DCA).
var TBXDCA = Format{
	Name:       "tbx-dca",
	Doc:        "TermBase eXchange (ISO 30042:2019), TBX-Basic, data categories as attributes",
	Extensions: []string{".tbx", ".xml"},
	Sniff:      looksLikeTBX,
	Read:       readTBX,
	Write:      func(b *glossary.Termbase) ([]byte, error) { return writeTBX(b, dca), nil },
}

var root = regexp.MustCompile(`<(?:\w+:)?(?:tbx|TBX|martif)[\s>]`)

func looksLikeTBX(data []byte) bool {
	text, err := decode("", data[:min(len(data), maxBytes)])
	if err != nil {
		text = data // in the encoding that it declares
	}
	return root.Match(text[:min(len(text), 1<<12)])
}

// style is how a data category becomes an element: its head and its end.
type style struct {
	name string
	tag  func(module, element, category string) (start, end string)
	head string // namespaces
}

var (
	dct = style{"dct", func(module, _, category string) (string, string) {
		return module + ":" + category, module + ":" + category
	}, ` xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"`}
	dca = style{"dca", func(_, element, category string) (string, string) {
		return element + ` type="` + category + `"`, element
	}, ""}
)

// tbxWriter writes elements, each on its line.
type tbxWriter struct {
	bytes.Buffer
	style style
}

func writeTBX(b *glossary.Termbase, s style) []byte {
	w := tbxWriter{style: s}
	fmt.Fprintf(&w, `<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="%s" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"%s>
  <tbxHeader>
    <fileDesc>
      <sourceDesc>
        <p>A termbase of hexaglot</p>
      </sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
    <body>
`, s.name, s.head)
	ids := newReader("")
	for c := range b.All() {
		ids.byID[c.ID] = c
	}
	for c := range b.All() {
		w.concept(c, ids)
	}
	w.WriteString("    </body>\n  </text>\n</tbx>\n")
	return w.Bytes()
}

// ncName is an identifier as xs:ID wants it.
var ncName = regexp.MustCompile(`^[\pL_][\pL\pN_.-]*$`)

// concept writes a concept; an identifier that XML does not know is replaced
// by one that no concept has.
func (w *tbxWriter) concept(c *glossary.Concept, ids *reader) {
	id := c.ID
	if !ncName.MatchString(id) {
		id = ids.unused("c")
		ids.byID[id] = c
	}
	fmt.Fprintf(w, "      <conceptEntry id=\"%s\">\n", escape(id))
	const in = "        "
	w.category(in, "min", "descrip", "subjectField", c.Subject)
	w.category(in, "basic", "descrip", "definition", c.Definition)
	w.notes(in, plainNote(c.Note), ofConcept(c, id))
	for _, lang := range c.Languages() {
		w.language(lang, c.Terms[lang])
	}
	w.WriteString("      </conceptEntry>\n")
}

func (w *tbxWriter) language(lang language.Tag, terms []*glossary.Term) {
	fmt.Fprintf(w, "        <langSec xml:lang=\"%s\">\n", lang)
	for _, t := range terms {
		w.WriteString("          <termSec>\n")
		w.term(t)
		w.WriteString("          </termSec>\n")
	}
	w.WriteString("        </langSec>\n")
}

func (w *tbxWriter) term(t *glossary.Term) {
	const in = "            "
	fmt.Fprintf(w, "%s<term>%s</term>\n", in, escape(tidy(t.Text)))
	w.category(in, "basic", "termNote", "termType", tbxTypes[t.Type])
	w.category(in, "min", "termNote", "administrativeStatus", tbxStatuses[t.Status])
	w.category(in, "min", "termNote", "partOfSpeech", writePOS(t.POS))
	w.category(in, "basic", "termNote", "grammaticalGender", t.Gender)
	w.category(in, "basic", "termNote", "grammaticalNumber", t.Number)
	w.category(in, "basic", "admin", "source", t.Source)
	w.notes(in, plainNote(t.Note), ofTerm(t))
}

// category writes a data category of a module where it has a value.
func (w *tbxWriter) category(in, module, element, category, value string) {
	if value = tidy(value); value == "" {
		return
	}
	start, end := w.style.tag(module, element, category)
	fmt.Fprintf(w, "%s<%s>%s</%s>\n", in, start, escape(value), end)
}

func (w *tbxWriter) notes(in, plain string, p private) {
	for _, note := range []string{plain, p.note()} {
		if note != "" {
			fmt.Fprintf(w, "%s<note>%s</note>\n", in, escape(note))
		}
	}
}

func escape(s string) string {
	var b strings.Builder
	// The error is that of the builder, which has none.
	_ = xml.EscapeText(&b, []byte(s))
	return b.String()
}

// tidy gives a text as an element holds it: without control characters, its
// white space as in running text.
func tidy(s string) string {
	s = strings.Map(func(r rune) rune {
		if !xmlChar(r) {
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.FieldsFunc(s, xmlSpace), " ")
}

func xmlSpace(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' }
