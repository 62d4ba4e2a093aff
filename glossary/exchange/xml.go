package exchange

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"golang.org/x/text/encoding/htmlindex"

	"hexaglot/messages/fault"
)

// maxDepth bounds how deep elements may be nested; TBX needs ten.
const maxDepth = 64

// element is an element of a concept with all that is in it.
type element struct {
	name  string // without its prefix
	attrs map[string]string
	text  strings.Builder // its own and, of marked text, that of the elements in it
	kids  []*element
	line  int
}

// xmlReader reads a file element by element.
type xmlReader struct {
	d     *xml.Decoder
	depth int
}

func newXMLReader(data []byte) *xmlReader {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = charset
	return &xmlReader{d: d}
}

// charset reads the encodings of the Web; UTF-16 has been decoded before.
func charset(label string, r io.Reader) (io.Reader, error) {
	if strings.HasPrefix(strings.ToLower(label), "utf-16") {
		return r, nil
	}
	e, err := htmlindex.Get(label)
	if err != nil {
		return nil, err
	}
	return e.NewDecoder().Reader(r), nil
}

// next gives the next token, or nil at the end.
func (x *xmlReader) next() (xml.Token, error) {
	token, err := x.d.Token()
	switch {
	case errors.Is(err, io.EOF):
		return nil, nil
	case err != nil:
		return nil, x.syntax(err)
	}
	switch token := token.(type) {
	case xml.StartElement:
		if x.depth++; x.depth > maxDepth {
			return nil, fault.New(fault.Input, "exchange-depth", "elements are nested more than {Limit} deep", "Limit", maxDepth).At("", x.line())
		}
	case xml.EndElement:
		x.depth--
	case xml.Directive:
		if bytes.ContainsAny(token, "[") {
			return nil, fault.New(fault.Input, "exchange-entities", "the document type declares entities, which are not read").At("", x.line())
		}
	}
	return token, nil
}

// line gives the line of the token that was read.
func (x *xmlReader) line() int {
	line, _ := x.d.InputPos()
	return line
}

func (x *xmlReader) syntax(err error) error {
	line := x.line()
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		line, err = syntax.Line, errors.New(syntax.Msg)
	}
	return fault.New(fault.Input, "exchange-xml", "this is not well-formed XML").At("", line).Wrap(err)
}

// element reads the element that begins with start.
func (x *xmlReader) element(start xml.StartElement) (*element, error) {
	e := &element{name: start.Name.Local, line: x.line(), attrs: map[string]string{}}
	for _, a := range start.Attr {
		e.attrs[a.Name.Local] = a.Value
	}
	for {
		token, err := x.next()
		if err != nil {
			return nil, err
		}
		switch token := token.(type) {
		case nil:
			return e, nil
		case xml.EndElement:
			return e, nil
		case xml.CharData:
			e.text.Write(token)
		case xml.StartElement:
			kid, err := x.element(token)
			if err != nil {
				return nil, err
			}
			e.take(kid)
		}
	}
}

// take adds an element; text that is marked up stays in the running text, and
// the codes of other formats do not.
func (e *element) take(kid *element) {
	switch kid.name {
	case "hi", "foreign":
		e.text.WriteString(kid.text.String())
	case "ph", "sc", "ec", "bpt", "ept", "it":
	default:
		e.kids = append(e.kids, kid)
	}
}

// value gives the text of an element without line ends and indents.
func (e *element) value() string { return tidy(e.text.String()) }
