package exchange

import (
	"encoding/xml"
	"strings"

	"golang.org/x/text/language"

	"hexaglot/glossary"
	"hexaglot/messages/fault"
)

// readTBX reads TBX 3 in either style, and TBX 2, whose elements have other
// names.
func readTBX(name string, data []byte) (*glossary.Termbase, error) {
	text, err := decodeXML(name, data)
	if err != nil {
		return nil, err
	}
	r := tbxReader{newReader(name)}
	if err := r.run(newXMLReader(text)); err != nil {
		return nil, fault.At(err, name, 0)
	}
	return r.termbase()
}

// decodeXML leaves it to the XML declaration to name the encoding where there
// is no byte order mark.
func decodeXML(name string, data []byte) ([]byte, error) {
	if head := string(data[:min(len(data), 200)]); strings.HasPrefix(head, "<?xml") && strings.Contains(head, "encoding=") {
		return data, bounded(name, data)
	}
	return decode(name, data)
}

type tbxReader struct{ *reader }

func (r tbxReader) run(x *xmlReader) error {
	rooted := false
	for {
		token, err := x.next()
		if err != nil {
			return err
		}
		start, ok := token.(xml.StartElement)
		switch {
		case token == nil && !rooted:
			return fault.New(fault.Input, "exchange-tbx", "this is no TBX: there is no <tbx> and no <martif>")
		case token == nil:
			return nil
		case !ok:
			continue
		}
		switch start.Name.Local {
		case "tbx", "TBX", "martif":
			rooted = true
		case "conceptEntry", "termEntry":
			e, err := x.element(start)
			if err == nil {
				err = r.entry(e)
			}
			if err != nil {
				return err
			}
		}
	}
}

// entry reads a concept.
func (r tbxReader) entry(e *element) error {
	c := &glossary.Concept{ID: e.attrs["id"], File: r.name, Line: e.line, Terms: map[language.Tag][]*glossary.Term{}}
	var notes notes
	for _, kid := range flat(e) {
		if kid.name == "langSec" || kid.name == "langSet" {
			if err := r.language(c, kid, &notes); err != nil {
				return err
			}
			continue
		}
		conceptCategory(c, kid, &notes)
	}
	c.Note = notes.plain
	notes.private.toConcept(c)
	if c.ID == "" {
		c.ID = r.newID(firstTerm(c))
	}
	if r.byID[c.ID] != nil {
		return fault.New(fault.Input, "glossary-id-twice", "two concepts have the id {Concept}", "Concept", c.ID).At("", e.line)
	}
	r.byID[c.ID] = c
	r.concepts = append(r.concepts, c)
	return nil
}

// firstTerm gives a term to name a concept by: an English one, else any.
func firstTerm(c *glossary.Concept) string {
	for _, lang := range append([]language.Tag{language.English}, c.Languages()...) {
		for _, t := range c.Terms[lang] {
			return t.Text
		}
	}
	return ""
}

func conceptCategory(c *glossary.Concept, e *element, notes *notes) {
	switch category(e) {
	case "subjectField":
		join(&c.Subject, e.value())
	case "definition":
		join(&c.Definition, e.value())
	default:
		notes.take(e)
	}
}

// language reads the terms of one language; what it says of the concept goes
// to the concept.
func (r tbxReader) language(c *glossary.Concept, e *element, notes *notes) error {
	lang, ok := languageOf(e.attrs["lang"])
	if !ok {
		return fault.New(fault.Input, "glossary-language", "{Language} is not a language", "Language", e.attrs["lang"]).At("", e.line)
	}
	for _, kid := range flat(e) {
		switch kid.name {
		case "termSec", "tig", "ntig":
			t, err := r.term(kid)
			if err != nil {
				return err
			}
			c.Terms[lang] = append(c.Terms[lang], t)
		default:
			conceptCategory(c, kid, notes)
		}
	}
	return nil
}

func (r tbxReader) term(e *element) (*glossary.Term, error) {
	t := &glossary.Term{Type: glossary.FullForm, Status: glossary.Preferred, File: r.name, Line: e.line}
	var notes notes
	for _, kid := range flat(e) {
		if !termCategory(t, kid) {
			notes.take(kid)
		}
	}
	t.Note = notes.plain
	notes.private.toTerm(t)
	if t.Text == "" {
		return nil, fault.New(fault.Input, "exchange-term", "a <{Element}> has no term", "Element", e.name).At("", e.line)
	}
	return t, nil
}

// termCategory reads a data category of a term and reports whether the term
// has a place for it, and for its value.
func termCategory(t *glossary.Term, e *element) bool {
	value := e.value()
	switch category(e) {
	case "term":
		t.Text = value
	case "termType":
		return word(&t.Type, types, value)
	case "administrativeStatus", "normativeAuthorization":
		return word(&t.Status, statuses, value)
	case "partOfSpeech":
		t.POS = readPOS(value)
	case "grammaticalGender":
		return word(&t.Gender, genders, value)
	case "grammaticalNumber":
		return word(&t.Number, numbers, value)
	case "source":
		join(&t.Source, value)
	default:
		return false
	}
	return true
}

// category names what an element says: by its type in the style DCA, by itself
// in the style DCT.
func category(e *element) string {
	switch e.name {
	case "descrip", "admin", "termNote", "adminNote", "descripNote":
		return e.attrs["type"]
	}
	return e.name
}

// flat gives the elements of e, those in groups too; who changed what and when
// is left out.
func flat(e *element) []*element {
	var out []*element
	for _, kid := range e.kids {
		switch kid.name {
		case "descripGrp", "adminGrp", "termNoteGrp", "termGrp":
			out = append(out, flat(kid)...)
		case "transacGrp", "transac", "transacNote", "date", "ref", "xref", "termCompList":
		default:
			out = append(out, kid)
		}
	}
	return out
}

// join adds a text to one that is there.
func join(dst *string, s string) {
	if *dst != "" && s != "" {
		s = *dst + "; " + s
	}
	if s != "" {
		*dst = s
	}
}

// notes gathers the notes of a concept or a term.
type notes struct {
	plain   string
	private private
}

// take reads a note, or an element that has no place elsewhere.
func (n *notes) take(e *element) {
	value := e.value()
	if e.name != "note" && value != "" {
		value = category(e) + ": " + value
	} else if p, ok := readPrivate(strings.TrimFunc(e.text.String(), xmlSpace)); ok {
		n.private = p
		return
	}
	join(&n.plain, value)
}
