package markdown

import (
	"bytes"
	"slices"

	"github.com/yuin/goldmark/ast"

	"hexaglot/pipeline/document"
)

// link appends a link: its text is translated in place, its title is a unit.
// https://spec.commonmark.org/0.31.2/#links
func (b *builder) link(n *ast.Link) {
	where := b.r.links[n]
	disp := plainText(n.Destination)
	id := b.open("a", disp, linkOpen)
	b.children(n, where.start)
	b.close("a", disp, id, b.destination(where, n.Title, n.Reference))
}

// image appends an image; its description and its title are units.
// https://spec.commonmark.org/0.31.2/#images
func (b *builder) image(n *ast.Image) {
	where := b.r.links[n]
	start := n.Pos() + len("![")
	disp := plainText(n.Destination)
	notes := b.r.html.TakeNotes()
	alt := b.description(n, span{start, where.start})
	data := slices.Concat(alt, b.destination(where, n.Title, n.Reference))
	b.r.html.Notes = append(notes, b.r.html.Notes...)
	b.standalone("img", disp, data...)
}

// description gives the chunks of "![" and the text after it.
func (b *builder) description(n ast.Node, s span) []document.Chunk {
	inner := builder{r: b.r, leaf: b.leaf}
	inner.children(n, s.stop)
	content := inner.content()
	raw := b.r.src[s.start:s.stop:s.stop]
	open := document.Chunk{Raw: []byte("![")}
	if content.Blank() {
		return []document.Chunk{open, {Raw: raw}}
	}
	u := b.r.newUnit("image description", s.start, content, &site{
		kind: label, prefix: b.leaf.prefix, eol: b.r.eol, pc: b.r.pc, cell: b.inCell(),
	})
	b.nested = append(append(b.nested, u), inner.nested...)
	return []document.Chunk{open, {Raw: raw, Unit: u}}
}

func (b *builder) inCell() bool { return b.leaf.kind == tableCell }

// destination gives the chunks from the "]" of a link to its end. A reference
// keeps its label when the text is translated: [text][label].
func (b *builder) destination(s span, title []byte, ref *ast.ReferenceLink) []document.Chunk {
	raw := b.r.src[s.start:s.stop:s.stop]
	switch {
	case ref == nil:
		return b.titled(raw, s.start, title)
	case ref.Type == ast.ReferenceLinkFull:
		return []document.Chunk{{Raw: raw}}
	default:
		return raws("][" + string(oneLine(ref.Value)) + "]")
	}
}

// titled gives the chunks of raw, in which title stands last but for the
// quote and a bracket.
func (b *builder) titled(raw []byte, at int, title []byte) []document.Chunk {
	s, ok := findTitle(raw, title)
	if !ok {
		return []document.Chunk{{Raw: raw}}
	}
	u := b.r.titleUnit(raw, s, at, title, b.inCell())
	b.nested = append(b.nested, u)
	return titleChunks(raw, s, u)
}

// titleUnit makes a unit of the title at s in raw, which stands at an offset.
func (r *reader) titleUnit(raw []byte, s span, at int, title []byte, cell bool) *document.Unit {
	u := document.NewUnit("link title", r.lineOf(at+s.start), document.Content{Text: plainText(title)})
	u.Encode = titleEncoder(raw[s.stop], cell)
	return u
}

func titleChunks(raw []byte, s span, u *document.Unit) []document.Chunk {
	return []document.Chunk{
		{Raw: raw[:s.start:s.start]},
		{Raw: raw[s.start:s.stop:s.stop], Unit: u},
		{Raw: raw[s.stop:]},
	}
}

// findTitle gives where title stands in raw: last, but for its closing quote,
// blanks and the bracket of a link. The lines of raw start with what the block
// wants; those of title do not.
func findTitle(raw, title []byte) (s span, ok bool) {
	if len(bytes.TrimSpace(title)) == 0 {
		return s, false
	}
	end := bytes.TrimRight(raw, blank)
	if bytes.HasPrefix(raw, []byte("](")) {
		end = bytes.TrimRight(bytes.TrimSuffix(end, []byte{')'}), blank)
	}
	i := len(end) - 1
	s.stop = i
	for j := len(title) - 1; j >= 0; j-- {
		i--
		if title[j] == '\n' {
			i = bytes.LastIndexByte(raw[:max(i+1, 0)], '\n')
		}
		if i < 1 || raw[i] != title[j] {
			return s, false
		}
	}
	if !isQuote(raw[i-1], raw[s.stop]) {
		return s, false
	}
	l := leaf{span: span{i, s.stop}}
	l.trim(raw)
	return l.span, true
}

// isQuote reports whether a title can stand between two characters.
func isQuote(before, after byte) bool {
	return (before == '"' || before == '\'') && before == after || before == '(' && after == ')'
}

// definition makes a unit of the title of a link reference definition.
// https://spec.commonmark.org/0.31.2/#link-reference-definitions
func (r *reader) definition(l leaf) {
	n := l.node.(*ast.LinkReferenceDefinition)
	raw := r.src[l.start:l.stop:l.stop]
	s, ok := findTitle(raw, n.Title)
	if !ok || r.html.Skipping {
		return
	}
	u := r.titleUnit(raw, s, l.start, n.Title, false)
	u.Notes = r.html.TakeNotes()
	r.place(span{l.start + s.start, l.start + s.stop}, u)
	r.units = append(r.units, u)
}
