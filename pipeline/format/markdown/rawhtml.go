package markdown

import (
	"bytes"
	"regexp"

	"github.com/yuin/goldmark/ast"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/document"
	"hexaglot/pipeline/format/html"
)

// tagPair is a start tag and its end tag among the children of one node.
type tagPair struct {
	end ast.Node
	id  int // of the code, once it is open
	tag html.Tag
}

// rawHTMLSpan gives where raw HTML stands.
func rawHTMLSpan(n *ast.RawHTML) span {
	return span{n.Segments.At(0).Start, n.Segments.At(n.Segments.Len() - 1).Stop}
}

func (b *builder) bytes(s span) []byte { return b.r.src[s.start:s.stop:s.stop] }

// pairTags pairs the tags from first on, among its siblings: both tags of a
// pair give the same entry.
func (b *builder) pairTags(first *ast.RawHTML) map[ast.Node]*tagPair {
	var nodes []ast.Node
	var tags []html.Tag
	for n := ast.Node(first); n != nil; n = n.NextSibling() {
		if raw, ok := n.(*ast.RawHTML); ok {
			nodes = append(nodes, n)
			tags = append(tags, html.ParseTag(b.bytes(rawHTMLSpan(raw))))
		}
	}
	pairs := make(map[ast.Node]*tagPair, len(nodes))
	for i, j := range html.Pair(tags) {
		if j > i {
			pairs[nodes[i]] = &tagPair{end: nodes[j], tag: tags[i]}
			pairs[nodes[j]] = pairs[nodes[i]]
		}
	}
	return pairs
}

// rawHTML appends raw HTML as a code, and gives the last node that it took. An
// element that holds nothing, or nothing to translate, is one placeholder.
// https://spec.commonmark.org/0.31.2/#raw-html
func (b *builder) rawHTML(n *ast.RawHTML, pairs map[ast.Node]*tagPair, stop int) ast.Node {
	at := rawHTMLSpan(n)
	raw := b.bytes(at)
	pair := pairs[n]
	switch {
	case raw[1] == '!' || raw[1] == '?':
		return b.comment(n, stop)
	case pair == nil:
		b.tag(html.ParseTag(raw), at)
	case pair.end == n:
		b.close(pair.tag.CodeName(), "", pair.id, []document.Chunk{{Raw: raw}})
	case pair.tag.Opaque || pair.end == n.NextSibling():
		end := pair.end.(*ast.RawHTML)
		b.standalone(pair.tag.CodeName(), "", document.Chunk{Raw: b.bytes(span{at.start, rawHTMLSpan(end).stop})})
		return end
	default:
		pair.id = b.open(pair.tag.CodeName(), pair.tag.Disp(raw), b.tagData(pair.tag, at))
	}
	return n
}

// tag appends a tag without a partner.
func (b *builder) tag(t html.Tag, at span) {
	disp := t.Disp(b.bytes(at))
	b.standalone(t.CodeName(), disp, b.tagData(t, at)...)
}

// tagData gives the chunks of a tag; its attributes may be units.
func (b *builder) tagData(t html.Tag, at span) []document.Chunk {
	chunks, units := t.Chunks(b.bytes(at), b.r.lineOf(at.start))
	b.nested = append(b.nested, units...)
	return chunks
}

// comment appends a comment, a declaration or a processing instruction. A
// comment that asks to skip takes what follows, up to the one that resumes or
// to the offset stop, with it.
func (b *builder) comment(n *ast.RawHTML, stop int) ast.Node {
	at := rawHTMLSpan(n)
	name := "comment"
	var last ast.Node = n
	if bytes.HasPrefix(b.bytes(at), []byte("<!--")) && b.directive(at) == html.Skip {
		name = "skip"
		last, at.stop = b.skipped(n, max(stop, at.stop))
	}
	b.standalone(name, "", document.Chunk{Raw: b.bytes(at)})
	return last
}

// directive obeys a comment.
func (b *builder) directive(at span) html.Directive {
	kind, err := b.r.html.Comment(b.bytes(at))
	if err != nil && b.r.err == nil {
		b.r.err = fault.At(err, "", b.r.lineOf(at.start))
	}
	if kind == html.Resume {
		b.resumed++
	}
	return kind
}

// skipped gives the last node after n that is skipped, and where it ends.
func (b *builder) skipped(n ast.Node, stop int) (ast.Node, int) {
	last := n
	for n = n.NextSibling(); n != nil; n = n.NextSibling() {
		last = n
		raw, ok := n.(*ast.RawHTML)
		if !ok || !directivePattern.Match(b.bytes(rawHTMLSpan(raw))) {
			continue
		}
		if b.directive(rawHTMLSpan(raw)); !b.r.html.Skipping {
			return n, rawHTMLSpan(raw).stop
		}
	}
	return last, stop
}

var directivePattern = regexp.MustCompile(`^<!--\s*hexaglot:`)

// htmlBlock makes units of an HTML block. Its lines may start with what the
// blocks around it want; the extractor sees them without.
// https://spec.commonmark.org/0.31.2/#html-blocks
func (r *reader) htmlBlock(l leaf) {
	src, starts := r.blockBytes(l)
	if len(src) == 0 {
		return
	}
	chunks, units, err := html.ReadFragment(src, r.lineOf(starts.source(0)), &r.html)
	if err != nil {
		r.err = err
		return
	}
	at := 0
	for _, chunk := range chunks {
		s := span{starts.source(at), 0}
		at += len(chunk.Raw)
		s.stop = starts.source(at-1) + 1
		if chunk.Unit != nil && len(chunk.Raw) > 0 {
			r.prefixed(chunk.Unit, l.prefix)
			r.place(s, chunk.Unit)
		}
	}
	r.units = append(r.units, units...)
}

// prefixed makes the further lines of a unit start with the prefix.
func (r *reader) prefixed(u *document.Unit, prefix string) {
	encode := u.Encode
	u.Encode = func(c document.Content) []byte {
		return bytes.ReplaceAll(lineEnds.ReplaceAll(encode(c), []byte{'\n'}), []byte{'\n'}, []byte(r.eol+prefix))
	}
}

var lineEnds = regexp.MustCompile(`\r?\n`)

// offsets maps the offsets of joined lines to those of the source.
type offsets struct{ joined, lines []int }

// source gives the offset in the source of an offset in the joined lines.
func (o *offsets) source(at int) int {
	for len(o.joined) > 1 && o.joined[1] <= at {
		o.joined, o.lines = o.joined[1:], o.lines[1:]
	}
	return o.lines[0] + at - o.joined[0]
}

// blockBytes joins the lines of a block that can hold text: none where it is
// no element or comment, and not the first where a tag must stand alone there.
func (r *reader) blockBytes(l leaf) ([]byte, *offsets) {
	block := l.node.(*ast.HTMLBlock)
	o := &offsets{}
	var joined []byte
	add := func(start, stop int) {
		o.joined, o.lines = append(o.joined, len(joined)), append(o.lines, start)
		joined = append(joined, r.src[start:stop]...)
	}
	first := 0
	switch block.HTMLBlockType {
	case ast.HTMLBlockType3, ast.HTMLBlockType4, ast.HTMLBlockType5:
		return nil, o
	case ast.HTMLBlockType7:
		first = 1
	}
	for i := first; i < block.Lines().Len(); i++ {
		add(block.Lines().At(i).Start, block.Lines().At(i).Stop)
	}
	if block.HasClosure() {
		add(block.ClosureLine.Start, block.ClosureLine.Stop)
	}
	return joined, o
}
