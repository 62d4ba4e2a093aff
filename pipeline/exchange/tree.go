package exchange

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"

	"hexaglot/messages/fault"
)

// Bounds on what is read of an XML file.
const (
	maxDepth = 200     // elements in elements
	maxNodes = 8 << 20 // elements and stretches of text
)

// xmlSpace is the namespace of xml:lang and xml:space.
const xmlSpace = "http://www.w3.org/XML/1998/namespace"

// node is an element or a stretch of text, and where it stands in the bytes.
type node struct {
	name  xml.Name // zero: a text
	attrs []xml.Attr
	text  string // of a text, without escapes
	kids  []*node
	up    *node
	line  int
	// Offsets: the start tag, what follows it, the end tag, what follows that.
	// Of an empty-element tag, the last three are one.
	start, inner, outer, end int
}

// tree is an XML file as its bytes, in UTF-8, and as its elements.
type tree struct {
	data     []byte
	original []byte            // as it came
	encoding encoding.Encoding // nil: UTF-8
	root     *node
}

// plant reads an XML file. Document types are refused: no entity is ever
// expanded but the five of XML itself, and nothing is fetched. Faults:
// xml-encoding, exchange-xml, xml-doctype, xml-depth,
// xml-size.
func plant(data []byte) (*tree, error) {
	t := &tree{data: data, original: data}
	if err := t.decode(); err != nil {
		return nil, err
	}
	p := planter{d: xml.NewDecoder(bytes.NewReader(t.data)), data: t.data, line: 1, spaces: map[string]bool{"": true, "xml": true, xmlSpace: true}}
	p.d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	root, err := p.plant()
	t.root = root
	return t, err
}

// decode brings the bytes into UTF-8, from the encoding that a byte order mark
// or the XML declaration tells.
func (t *tree) decode() error {
	name := declaredEncoding(t.data)
	if name == "utf-8" {
		return nil
	}
	e, _ := charset.Lookup(name)
	if e == nil {
		return fault.New(fault.Input, "xml-encoding", "the encoding {Name} is not known", "Name", name).At("", 1)
	}
	decoded, err := e.NewDecoder().Bytes(t.data)
	if err != nil {
		return fault.New(fault.Input, "xml-encoding", "the encoding {Name} is not known", "Name", name).At("", 1).Wrap(err)
	}
	t.data, t.encoding = decoded, e
	return nil
}

// declaredEncoding gives the encoding of an XML file (XML 1.0, appendix F).
func declaredEncoding(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}), bytes.HasPrefix(data, []byte{'<', 0}):
		return "utf-16le"
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}), bytes.HasPrefix(data, []byte{0, '<'}):
		return "utf-16be"
	case bytes.HasPrefix(data, []byte("\uFEFF")):
		return "utf-8"
	}
	head, _, _ := bytes.Cut(data[:min(len(data), 256)], []byte("?>"))
	_, value, found := bytes.Cut(head, []byte("encoding"))
	if !bytes.HasPrefix(head, []byte("<?xml")) || !found {
		return "utf-8"
	}
	value = bytes.TrimLeft(value, " \t\r\n='\"")
	if end := bytes.IndexAny(value, "'\" "); end >= 0 {
		value = value[:end]
	}
	return strings.ToLower(string(value))
}

// encoded gives bytes in UTF-8 as the file had them.
func (t *tree) encoded(data []byte) ([]byte, error) {
	if t.encoding == nil {
		return data, nil
	}
	return encoding.HTMLEscapeUnsupported(t.encoding.NewEncoder()).Bytes(data)
}

// planter reads the tokens of a file.
type planter struct {
	d      *xml.Decoder
	data   []byte
	at     int // an offset, and
	line   int // its line
	nodes  int
	depth  int
	spaces map[string]bool // the namespaces that are declared somewhere
}

func (p *planter) plant() (*node, error) {
	var root, here *node
	for {
		start := int(p.d.InputOffset())
		token, err := p.d.Token()
		if errors.Is(err, io.EOF) && root != nil && here == nil {
			return root, nil
		}
		if err != nil {
			return nil, p.syntax(err)
		}
		p.seek(start)
		switch token := token.(type) {
		case xml.Directive:
			return nil, fault.New(fault.Input, "xml-doctype", "the file has a document type, which is not read").At("", p.line)
		case xml.StartElement:
			if root != nil && here == nil {
				return nil, p.syntax(errors.New("there is more than one root element"))
			}
			n := &node{name: token.Name, up: here, line: p.line, start: start, inner: int(p.d.InputOffset())}
			if err := p.attributes(n, token.Attr); err != nil {
				return nil, err
			}
			if err := p.add(here, n); err != nil {
				return nil, err
			}
			if root == nil {
				root = n
			}
			here = n
			p.depth++
		case xml.EndElement:
			here.outer, here.end = start, int(p.d.InputOffset())
			here = here.up
			p.depth--
		case xml.CharData:
			if here == nil {
				continue
			}
			end := int(p.d.InputOffset())
			n := &node{text: string(token), up: here, line: p.line, start: start, inner: end, outer: end, end: end}
			if err := p.add(here, n); err != nil {
				return nil, err
			}
		}
	}
}

// add puts a node in its place, within the bounds.
func (p *planter) add(here, n *node) error {
	if p.nodes++; p.nodes > maxNodes {
		return fault.New(fault.Input, "xml-size", "the file has more than {Limit} elements", "Limit", maxNodes).At("", p.line)
	}
	if p.depth >= maxDepth {
		return fault.New(fault.Input, "xml-depth", "elements are nested more than {Limit} deep", "Limit", maxDepth).At("", p.line)
	}
	if here != nil {
		here.kids = append(here.kids, n)
	}
	return nil
}

// attributes takes the attributes of an element, but for namespaces. The
// decoder checks neither that they are unique nor that prefixes are declared.
func (p *planter) attributes(n *node, attrs []xml.Attr) error {
	for _, a := range attrs {
		if a.Name.Space == "xmlns" || a.Name.Space == "" && a.Name.Local == "xmlns" {
			p.spaces[a.Value] = true
			continue
		}
		if slices.ContainsFunc(n.attrs, func(b xml.Attr) bool { return a.Name == b.Name }) {
			return p.syntax(errors.New("the attribute " + a.Name.Local + " is there twice"))
		}
		n.attrs = append(n.attrs, a)
	}
	if !p.spaces[n.name.Space] {
		return p.syntax(errors.New("the prefix " + n.name.Space + " is not declared"))
	}
	for _, a := range n.attrs {
		if !p.spaces[a.Name.Space] {
			return p.syntax(errors.New("the prefix " + a.Name.Space + " is not declared"))
		}
	}
	return nil
}

// seek moves to the line of an offset.
func (p *planter) seek(to int) {
	p.line += bytes.Count(p.data[p.at:to], []byte("\n"))
	p.at = to
}

func (p *planter) syntax(err error) error {
	line, _ := p.d.InputPos()
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		line, err = syntax.Line, errors.New(syntax.Msg)
	}
	return fault.New(fault.Input, "exchange-xml", "this is not well-formed XML").At("", line).Wrap(err)
}

// attr gives the value of an attribute without a namespace, or "".
func (n *node) attr(local string) string { return n.attrIn("", local) }

func (n *node) attrIn(space, local string) string {
	value, _ := n.find(space, local)
	return value
}

// find gives the value of an attribute; ok is false where there is none.
func (n *node) find(space, local string) (value string, ok bool) {
	for _, a := range n.attrs {
		if a.Name.Local == local && a.Name.Space == space {
			return a.Value, true
		}
	}
	return "", false
}

// has reports whether n has an attribute without a namespace.
func (n *node) has(local string) bool {
	_, ok := n.find("", local)
	return ok
}

// is reports whether n is an element of that name.
func (n *node) is(space, local string) bool { return n.name.Local == local && n.name.Space == space }

// isText reports whether n is a stretch of text.
func (n *node) isText() bool { return n.name.Local == "" }

// first gives the first child of that name, or nil.
func (n *node) first(space, local string) *node {
	for _, kid := range n.kids {
		if kid.is(space, local) {
			return kid
		}
	}
	return nil
}

// elements gives the children that are elements.
func (n *node) elements() []*node {
	var out []*node
	for _, kid := range n.kids {
		if !kid.isText() {
			out = append(out, kid)
		}
	}
	return out
}

// all calls f for n and everything in it, in document order; f says whether to
// go into an element.
func (n *node) all(f func(*node) bool) {
	if !f(n) {
		return
	}
	for _, kid := range n.kids {
		kid.all(f)
	}
}

// plain gives the text in n, that of elements in it included.
func (n *node) plain() string {
	var b strings.Builder
	n.all(func(kid *node) bool {
		b.WriteString(kid.text)
		return true
	})
	return b.String()
}

// within gives the nearest element around n of that name, n included, or nil.
func (n *node) within(space, local string) *node {
	for ; n != nil; n = n.up {
		if n.is(space, local) {
			return n
		}
	}
	return nil
}

// inherited gives the value of an attribute on n or the nearest element around
// it that has one.
func (n *node) inherited(space, local string) string {
	for ; n != nil; n = n.up {
		if value, ok := n.find(space, local); ok {
			return value
		}
	}
	return ""
}
