package docx

import (
	"slices"

	"hexaglot/pipeline/document"
)

// inline is what is kept of a paragraph to write it: where its runs and codes
// stand in the part. It is small, because a document has many.
type inline struct {
	part        *part
	prefix      string // "w:"
	from, to    int32  // the bytes between the properties and the end
	base        spot   // the first run of text outside all codes
	text        string // the source
	codes       []code
	order       []place
	front, back [][]byte // Word's own bookmarks
}

// part is the bytes of a part.
type part struct {
	src     []byte
	drawing bool
}

// spot is a run: where its start tag and its properties stand.
type spot struct{ start, inner, from, stop int32 }

// code is what the writer has to know of a code.
type code struct {
	data, end      *document.Chunk  // its Data begin with these: so it is known
	mid            []document.Chunk // of Data, those for from..to, where it has units in it
	from, to       int32
	endFrom, endTo int32
	parent         int32 // the code that it stands in, or -1
	sample         spot  // a run that it formats
	direct         spot  // the first run of text directly in it
	dims           uint8 // the dimensions that it changes
	wrapper        bool
}

// place is a code in the source.
type place struct {
	info, pos int32
	kind      document.Kind
}

// spot notes a run, 0 for none.
func (t *tree) spot(run int32) spot {
	if run == 0 {
		return spot{}
	}
	node := t.nodes[run]
	s := spot{node.start, node.inner, node.inner, node.inner}
	for n := node.first; n != 0; n = t.nodes[n].next {
		if name := t.nodes[n].name; name == wRPr || name == aRPr {
			s.from, s.stop = t.nodes[n].start, t.nodes[n].stop
			break
		}
	}
	return s
}

// head gives the start of a run: its tag and its properties.
func (t *tree) head(s spot) []byte {
	if s.from == s.inner {
		return t.slice(s.start, s.stop)
	}
	return slices.Concat(t.src[s.start:s.inner], t.src[s.from:s.stop])
}

// rPr gives the properties of a run, or nothing.
func (x *inline) rPr(s spot) []byte { return x.part.src[s.from:s.stop:s.stop] }

// encode gives the XML of a translated content: everything between the
// properties of the paragraph and its end.
//
// A content that is the source gives the source's bytes. Otherwise runs are
// made anew for the stretches of text between the codes: with the start tag and
// the properties, byte for byte, of the first run that the source has in the
// same codes, or, in a nesting that the source does not have, with the
// properties that the codes stand for. Placeholders and the elements around
// runs are the source's bytes.
func (x *inline) encode(c document.Content) []byte {
	if x.same(c) {
		return x.source()
	}
	e := encoder{inline: x, out: make([]byte, 0, len(c.Text)+len(c.Text)/8+int(x.to-x.from)-len(x.text)+64)}
	e.find(c.Codes)
	for _, own := range x.front {
		e.out = append(e.out, own...)
	}
	at := 0
	for i := range c.Codes {
		e.stretch(c.Text[at:c.Codes[i].Pos])
		at = c.Codes[i].Pos
		e.code(&c.Codes[i])
	}
	e.stretch(c.Text[at:])
	for len(e.stack) > 0 {
		e.close(len(e.stack) - 1)
	}
	for _, own := range x.back {
		e.out = append(e.out, own...)
	}
	return e.out
}

// same reports whether c is the source.
func (x *inline) same(c document.Content) bool {
	if c.Text != x.text || len(c.Codes) != len(x.order) {
		return false
	}
	for i, p := range x.order {
		code := &c.Codes[i]
		if code.Kind != p.kind || code.Pos != int(p.pos) || len(code.Data) == 0 || x.chunkOf(p) != &code.Data[0] {
			return false
		}
	}
	return true
}

func (x *inline) chunkOf(p place) *document.Chunk {
	if p.kind == document.Close {
		return x.codes[p.info].end
	}
	return x.codes[p.info].data
}

// source gives the bytes of the source, with what was translated inside its
// codes.
func (x *inline) source() []byte {
	var out []byte
	at := x.from
	for _, p := range x.order {
		if info := &x.codes[p.info]; info.mid != nil && p.kind != document.Close {
			out = append(out, x.part.src[at:info.from]...)
			out = document.AppendChunks(out, info.mid)
			at = info.to
		}
	}
	return append(out, x.part.src[at:x.to]...)
}

// encoder writes one content.
type encoder struct {
	*inline
	out   []byte
	known map[*document.Chunk]int32 // the codes of the source by their data, where there are many
	stack []int32                   // the pairs that are open
	ends  [][]document.Chunk        // the data of their ends
}

func (e *encoder) find(codes []document.Code) {
	if len(codes) > 8 {
		e.known = make(map[*document.Chunk]int32, 2*len(e.codes))
		for i := range e.codes {
			e.known[e.codes[i].data] = int32(i)
			if e.codes[i].end != nil {
				e.known[e.codes[i].end] = int32(i)
			}
		}
	}
	e.ends = make([][]document.Chunk, len(e.codes))
	for i := range codes {
		if n := e.lookup(&codes[i]); n >= 0 && codes[i].Kind == document.Close {
			e.ends[n] = codes[i].Data
		}
	}
}

// lookup gives the code of the source that a translation's code is, or -1.
func (e *encoder) lookup(c *document.Code) int32 {
	if len(c.Data) == 0 {
		return -1
	}
	at := &c.Data[0]
	if e.known != nil {
		if i, ok := e.known[at]; ok {
			return i
		}
		return -1
	}
	for i := range e.codes {
		if e.codes[i].data == at || e.codes[i].end == at {
			return int32(i)
		}
	}
	return -1
}

func (e *encoder) code(c *document.Code) {
	i := e.lookup(c)
	switch {
	case i < 0 || c.Kind == document.Standalone:
		e.out = document.AppendChunks(e.out, c.Data)
	case c.Kind == document.Open:
		if e.codes[i].wrapper {
			e.out = document.AppendChunks(e.out, c.Data)
		}
		e.stack = append(e.stack, i)
	default:
		if at := slices.Index(e.stack, i); at >= 0 {
			e.close(at)
		}
	}
}

// close ends the pair at a place of the stack, and those in it.
func (e *encoder) close(at int) {
	for len(e.stack) > at {
		i := e.stack[len(e.stack)-1]
		e.stack = e.stack[:len(e.stack)-1]
		if e.codes[i].wrapper {
			e.out = document.AppendChunks(e.out, e.ends[i])
		}
	}
}
