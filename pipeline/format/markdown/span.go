package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"hexaglot/pipeline/document"
)

// codeSpan appends a placeholder; one of several lines becomes one line.
// https://spec.commonmark.org/0.31.2/#code-spans
func (b *builder) codeSpan(n *ast.CodeSpan) {
	src := b.r.src
	start := n.Pos()
	fence := bytes.TrimLeft(src[start:], "`")
	ticks := len(src) - start - len(fence)
	var code []byte
	stop := start + ticks
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			code = append(code, t.Segment.Value(src)...)
			stop = t.Segment.Stop
		}
	}
	stop += bytes.IndexByte(src[stop:], '`') + ticks
	data := src[start:stop:stop]
	if bytes.IndexByte(data, '\n') >= 0 {
		code = lineEnds.ReplaceAll(code, []byte{' '})
		data = fenced(code, src[start:start+ticks])
	}
	b.standalone("code", string(code), document.Chunk{Raw: data})
}

// fenced puts code between two fences.
func fenced(code, fence []byte) []byte {
	pad := ""
	if code[0] == '`' || code[len(code)-1] == '`' || code[0] == ' ' && code[len(code)-1] == ' ' {
		pad = " "
	}
	return bytes.Join([][]byte{fence, code, fence}, []byte(pad))
}

// autoLink appends an address, between angle brackets or bare.
// https://spec.commonmark.org/0.31.2/#autolinks
// https://github.github.com/gfm/#autolinks-extension-
func (b *builder) autoLink(n *ast.AutoLink) {
	src, address := b.r.src, n.Label(b.r.src)
	start, stop := n.Pos(), n.Pos()+len(address)
	switch {
	case src[start] == '<':
		stop += 2
	case !bytes.HasPrefix(src[start:], address):
		start, stop = start+1, stop+1
	}
	b.standalone("a", string(address), document.Chunk{Raw: src[start:stop:stop]})
}

// footnote appends the reference of a footnote.
func (b *builder) footnote(n *extast.FootnoteLink) {
	src, start := b.r.src, n.Pos()
	if src[start] == '!' {
		start++
	}
	stop := start
	for src[stop] != ']' {
		if src[stop] == '\\' {
			stop++
		}
		stop++
	}
	raw := src[start : stop+1 : stop+1]
	b.standalone("fn", string(raw[2:len(raw)-1]), document.Chunk{Raw: raw})
}
