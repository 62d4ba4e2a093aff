package docx

import (
	"bytes"
	"encoding/binary"
	"sync"
	"unicode/utf8"

	"hexaglot/messages/fault"
)

// tree is the elements of one XML part, with their places in its bytes. The
// first node is no element: it stands for the part, and its index, 0, means
// "none" elsewhere.
type tree struct {
	src   []byte
	nodes []node
}

// node is an element. Its offsets are bytes of the part: <start>…</close>end.
type node struct {
	name                      name
	parent, first, next       int32 // nodes, 0 for none
	start, inner, close, stop int32
}

// notWellFormed is what every part of XML is refused with that no XML processor
// would take: W3C XML 1.0, Namespaces in XML 1.0.
func notWellFormed(at int) error {
	return fault.New(fault.Input, "docx-xml-malformed", "holds XML that is not well-formed, at byte {Offset}", "Offset", at)
}

// enclosing is an element that encloses the place.
type enclosing struct {
	node, last int32 // last: its last child, or 0
	size       int   // bytes of its qualified name
}

// scanner checks that a part is well-formed XML while it notes its elements.
// encoding/xml does the first in ten times the time, and
// github.com/tdewolff/parse writes into the bytes that it reads.
type scanner struct {
	tree
	at       int
	maxDepth int
	open     []enclosing
	bindings []nsBinding
	names    qnames
	attrs    [][]byte
	patience int // the bytes to wait for before markup that goes on is tried again
}

// parseXML gives the elements of a part in UTF-8. A part with a DOCTYPE is
// refused (docx-doctype), as are one that nests deeper than maxDepth elements
// (docx-depth) and one that is not well-formed (docx-xml-malformed). The tree
// keeps src.
func parseXML(src []byte, maxDepth int) (*tree, error) {
	s := newScanner(len(src), maxDepth)
	if err := s.window(src, true); err != nil {
		return nil, err
	}
	return s.finish()
}

func newScanner(size, maxDepth int) *scanner {
	s := &scanner{maxDepth: maxDepth, open: make([]enclosing, 1, 32)}
	if spare, ok := spareNodes.Get().(*[]node); ok {
		s.nodes = (*spare)[:0]
	} else {
		s.nodes = make([]node, 0, size/48+16) // what Word writes has an element in 50 to 60 bytes
	}
	s.nodes = append(s.nodes, node{close: int32(size), stop: int32(size)})
	return s
}

// window reads on in a part of which src is what there is so far, up to a ">";
// all of it if last is set. Markup that goes on after the window waits for the
// next one.
func (s *scanner) window(src []byte, last bool) error {
	if len(src) < s.patience && !last {
		return nil
	}
	fresh := src[len(s.src):]
	if at := illegal(fresh); at >= 0 {
		return notWellFormed(len(s.src) + at)
	}
	s.src = src
	if s.at == 0 && bytes.HasPrefix(src, []byte("\ufeff")) {
		s.at = len("\ufeff")
	}
	for s.at < len(src) {
		at, bindings := s.at, len(s.bindings)
		if err := s.step(); err != nil {
			if last {
				return err
			}
			s.at, s.bindings, s.patience = at, s.bindings[:bindings], 2*len(src)
			return nil
		}
	}
	return nil
}

func (s *scanner) finish() (*tree, error) {
	if len(s.open) > 1 || len(s.nodes) == 1 {
		return nil, notWellFormed(len(s.src))
	}
	return &s.tree, nil
}

// spareNodes keeps what trees that are done with were made of.
var spareNodes sync.Pool

// done gives the nodes of a tree back; it must not be used any more.
func (t *tree) done() {
	nodes := t.nodes
	t.nodes = nil
	spareNodes.Put(&nodes)
}

// illegal gives the place of the first character that XML 1.0 forbids, or -1.
func illegal(src []byte) int {
	for at := 0; at < len(src); {
		if len(src)-at >= 8 {
			v := binary.LittleEndian.Uint64(src[at:])
			if (v-0x2020202020202020)&^v&0x8080808080808080 == 0 {
				at += 8
				continue
			}
		}
		for end := min(at+8, len(src)); at < end; at++ {
			if c := src[at]; c < ' ' && c != '\t' && c != '\n' && c != '\r' {
				return at
			}
		}
	}
	if utf8.Valid(src) {
		return -1
	}
	for at := 0; ; {
		r, size := utf8.DecodeRune(src[at:])
		if r == utf8.RuneError && size == 1 {
			return at
		}
		at += size
	}
}

// step reads the text at the place and the markup after it.
func (s *scanner) step() error {
	n := bytes.IndexByte(s.src[s.at:], '<')
	if n < 0 {
		n = len(s.src) - s.at
	}
	if err := s.text(s.src[s.at : s.at+n]); err != nil {
		return err
	}
	s.at += n
	rest := s.src[s.at:]
	switch {
	case len(rest) == 0:
		return nil
	case len(rest) == 1:
		return notWellFormed(s.at)
	case rest[1] == '/':
		return s.endTag()
	case rest[1] == '?':
		return s.skip("<?", "?>")
	case rest[1] == '!':
		return s.declaration(rest)
	default:
		return s.startTag()
	}
}

// declaration reads what begins with "<!".
func (s *scanner) declaration(rest []byte) error {
	switch {
	case bytes.HasPrefix(rest, []byte("<!--")):
		return s.skip("<!--", "-->")
	case bytes.HasPrefix(rest, []byte("<![CDATA[")) && len(s.open) > 1:
		return s.skip("<![CDATA[", "]]>")
	default:
		return fault.New(fault.Input, "docx-doctype", "declares a document type, which a Word file never does")
	}
}

func (s *scanner) skip(from, to string) error {
	n := bytes.Index(s.src[s.at+len(from):], []byte(to))
	if n < 0 {
		return notWellFormed(s.at)
	}
	s.at += len(from) + n + len(to)
	return nil
}

func (s *scanner) text(b []byte) error {
	if len(s.open) == 1 && len(bytes.TrimSpace(b)) > 0 || !references(b) {
		return notWellFormed(s.at)
	}
	return nil
}

// references reports whether every & in b begins a reference to a character or
// to one of the five entities of XML.
func references(b []byte) bool {
	for {
		n := bytes.IndexByte(b, '&')
		if n < 0 {
			return true
		}
		b = b[n:]
		if _, size := reference(b); size == 0 {
			return false
		} else {
			b = b[size:]
		}
	}
}

func (s *scanner) endTag() error {
	top := s.open[len(s.open)-1]
	n := &s.nodes[top.node]
	rest := s.src[s.at+2:]
	if len(s.open) == 1 || len(rest) <= top.size || !bytes.Equal(rest[:top.size], s.src[n.start+1:int(n.start)+1+top.size]) {
		return notWellFormed(s.at)
	}
	at := top.size
	for at < len(rest) && isSpace(rest[at]) {
		at++
	}
	if at == len(rest) || rest[at] != '>' {
		return notWellFormed(s.at)
	}
	n.close = int32(s.at)
	s.at += 2 + at + 1
	n.stop = int32(s.at)
	s.leave()
	return nil
}

func (s *scanner) leave() {
	s.open = s.open[:len(s.open)-1]
	depth := len(s.open)
	n := len(s.bindings)
	for n > 0 && s.bindings[n-1].depth >= depth {
		n--
	}
	if n < len(s.bindings) {
		s.bindings = s.bindings[:n]
		s.names.clear()
	}
}

// qualified gives the name in a start tag, prefix and all.
func qualified(tag []byte) []byte {
	end := 1
	for end < len(tag) && !ends[tag[end]] {
		end++
	}
	return tag[1:end]
}

// ends marks the bytes that end a name.
var ends = [256]bool{' ': true, '\t': true, '\n': true, '\r': true, '/': true, '>': true, '=': true, '<': true, '"': true, '\'': true, '&': true}

func (s *scanner) startTag() error {
	start := s.at
	name := qualified(s.src[start:])
	if !s.names.sound(name) || len(s.open) == 1 && len(s.nodes) > 1 {
		return notWellFormed(start)
	}
	if len(s.open) > s.maxDepth {
		return fault.New(fault.Input, "docx-depth", "nests more than {Limit} elements in one another", "Limit", s.maxDepth)
	}
	s.at += 1 + len(name)
	void, err := s.attributes()
	if err != nil {
		return err
	}
	s.enter(name, start, void)
	return nil
}

func (s *scanner) enter(qname []byte, start int, void bool) {
	i, at := int32(len(s.nodes)), int32(s.at)
	parent := &s.open[len(s.open)-1]
	s.nodes = append(s.nodes, node{name: s.resolve(qname), parent: parent.node, start: int32(start), inner: at, close: at, stop: at})
	if parent.last != 0 {
		s.nodes[parent.last].next = i
	} else {
		s.nodes[parent.node].first = i
	}
	parent.last = i
	s.open = append(s.open, enclosing{node: i, size: len(qname)})
	if void {
		s.leave()
	}
}

// attributes reads the rest of a start tag.
func (s *scanner) attributes() (void bool, err error) {
	s.attrs = s.attrs[:0]
	for {
		from := s.at
		for s.at < len(s.src) && isSpace(s.src[s.at]) {
			s.at++
		}
		rest := s.src[s.at:]
		switch {
		case len(rest) == 0:
			return false, notWellFormed(from)
		case rest[0] == '>':
			s.at++
			return false, s.distinct()
		case rest[0] == '/' && len(rest) > 1 && rest[1] == '>':
			s.at += 2
			return true, s.distinct()
		case s.at == from:
			return false, notWellFormed(s.at)
		}
		a, size := attribute(rest)
		if size == 0 || !s.names.sound(a.name) || bytes.IndexByte(a.value, '<') >= 0 || !references(a.value) {
			return false, notWellFormed(s.at)
		}
		s.attrs = append(s.attrs, a.name)
		if err := s.declare(a); err != nil {
			return false, err
		}
		s.at += size
	}
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// distinct refuses a start tag that holds an attribute twice.
func (s *scanner) distinct() error {
	if len(s.attrs) > 64 {
		seen := make(map[string]bool, len(s.attrs))
		for _, a := range s.attrs {
			if seen[string(a)] {
				return notWellFormed(s.at)
			}
			seen[string(a)] = true
		}
		return nil
	}
	for i, a := range s.attrs {
		for _, b := range s.attrs[:i] {
			if bytes.Equal(a, b) {
				return notWellFormed(s.at)
			}
		}
	}
	return nil
}
