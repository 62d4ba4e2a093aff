package markdown

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"hexaglot/pipeline/document"
	"hexaglot/pipeline/format/html"
)

// text makes a unit of a leaf.
func (r *reader) text(l leaf) {
	skipping := r.html.Skipping
	b := builder{r: r, leaf: l, buf: r.buf[:0], codes: r.codes[:0]}
	b.start(&l)
	b.children(l.node, l.stop)
	r.buf, r.codes = b.buf, b.codes
	if r.err != nil || skipping && b.resumed == 0 {
		return
	}
	if l.start >= l.stop || len(b.codes) == 0 && len(bytes.TrimSpace(b.buf)) == 0 {
		return
	}
	u := r.newUnit(l.role, l.start, b.content(), &site{kind: l.kind, prefix: l.prefix, eol: r.eol, first: l.first, close: l.close, pc: r.pc})
	r.place(l.span, u)
	r.units = append(append(r.units, u), b.nested...)
}

// newUnit returns a unit that is written at a site.
func (r *reader) newUnit(role string, at int, c document.Content, s *site) *document.Unit {
	u := document.NewUnit(role, r.lineOf(at), c)
	u.Encode = s.encode
	u.Notes = r.html.TakeNotes()
	return u
}

// builder gathers the text and the codes of one unit.
type builder struct {
	r      *reader
	leaf   leaf
	buf    []byte
	codes  []document.Code
	ids    int
	nested []*document.Unit

	joint      int // the offset of the space that stands for the last line end, plus 1
	jointCodes int // the codes before it
	resumed    int // how many comments ended a skip
}

// start moves the start of the leaf behind a task's check box.
func (b *builder) start(l *leaf) {
	box, ok := l.node.FirstChild().(*extast.TaskCheckBox)
	if !ok {
		return
	}
	l.first = false
	l.start += len("[ ]")
	if next := box.NextSibling(); next != nil && next.Pos() > l.start {
		l.start = next.Pos()
	}
	l.trim(b.r.src)
}

// content gives copies of what was gathered; the buffers are used again.
func (b *builder) content() document.Content {
	c := document.Content{Text: string(b.buf)}
	if len(b.codes) > 0 {
		c.Codes = slices.Clone(b.codes)
	}
	return c
}

// children appends what stands in parent; stop is where its content ends.
func (b *builder) children(parent ast.Node, stop int) {
	var pairs map[ast.Node]*tagPair
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if tag, ok := n.(*ast.RawHTML); ok {
			if pairs == nil {
				pairs = b.pairTags(tag)
			}
			n = b.rawHTML(tag, pairs, stop)
			continue
		}
		b.inline(n)
	}
}

// inline appends one node that is not raw HTML.
func (b *builder) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		b.text(n)
	case *ast.CodeSpan:
		b.codeSpan(n)
	case *ast.AutoLink:
		b.autoLink(n)
	case *ast.Emphasis:
		b.emphasis(n)
	case *extast.Strikethrough:
		b.pair("s", strikeData(b.r.src, n.Pos()), n)
	case *super:
		b.super(n)
	case *ast.Link:
		b.link(n)
	case *ast.Image:
		b.image(n)
	case *extast.FootnoteLink:
		b.footnote(n)
	case *extast.TaskCheckBox:
	default:
		b.children(n, 0)
	}
}

// text appends a stretch of text, and the line end after it.
func (b *builder) text(n *ast.Text) {
	if raw := n.Segment.Value(b.r.src); len(raw) > 0 {
		b.mend(raw)
		b.buf = appendText(b.buf, raw)
	}
	switch {
	case n.HardLineBreak():
		b.lineBreak(n.Segment.Stop)
	case n.SoftLineBreak():
		b.buf = append(b.buf, ' ')
		b.joint, b.jointCodes = len(b.buf), len(b.codes)
	}
}

// mend takes the space of the last line end away again where it joins two
// characters that are written without spaces; next is the raw text after it.
func (b *builder) mend(next []byte) {
	at := b.joint - 1
	b.joint = 0
	if at < 0 {
		return
	}
	before, _ := utf8.DecodeLastRune(b.buf[:at])
	after, _ := utf8.DecodeRune(appendText(nil, next[:min(len(next), 40)]))
	if !html.Wide(before) || !html.Wide(after) {
		return
	}
	b.buf = append(b.buf[:at], b.buf[at+1:]...)
	for i := b.jointCodes; i < len(b.codes); i++ {
		b.codes[i].Pos--
	}
}

// lineBreak appends a hard line break; its data are the mark, the line end
// and what the next line starts with.
func (b *builder) lineBreak(at int) {
	data := "  "
	if at < len(b.r.src) && b.r.src[at] == '\\' {
		data = `\`
	}
	b.standalone("br", "", document.Chunk{Raw: []byte(data + b.r.eol + b.leaf.prefix)})
}

// standalone appends a placeholder.
func (b *builder) standalone(name, disp string, data ...document.Chunk) {
	b.joint = 0
	b.ids++
	b.codes = append(b.codes, document.Code{
		Kind: document.Standalone, Name: name, ID: b.ids, Pos: len(b.buf), Data: data, Disp: disp,
	})
}

// open appends the start of a pair and gives its number.
func (b *builder) open(name, disp string, data []document.Chunk) int {
	b.ids++
	b.codes = append(b.codes, document.Code{
		Kind: document.Open, Name: name, ID: b.ids, Pos: len(b.buf), Data: data, Disp: disp,
	})
	return b.ids
}

// close appends the end of the pair with the number id.
func (b *builder) close(name, disp string, id int, data []document.Chunk) {
	b.codes = append(b.codes, document.Code{
		Kind: document.Close, Name: name, ID: id, Pos: len(b.buf), Data: data, Disp: disp,
	})
}

// pair appends a node whose start and end are written alike.
func (b *builder) pair(name string, data []document.Chunk, n ast.Node) {
	id := b.open(name, "", data)
	b.children(n, 0)
	b.close(name, "", id, data)
}

func raws(s string) []document.Chunk { return []document.Chunk{{Raw: []byte(s)}} }

// The marks of emphasis, strikethrough, superscripts and links.
var (
	star, stars   = raws("*"), raws("**")
	line, lines   = raws("_"), raws("__")
	tilde, tildes = raws("~"), raws("~~")
	supOpen       = raws("^{")
	subOpen       = raws("_{")
	superClose    = raws("}")
	linkOpen      = raws("[")
)

// emphasis appends <em> as i and <strong> as b.
// https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis
func (b *builder) emphasis(n *ast.Emphasis) {
	underscore := b.r.src[n.Pos()] == '_'
	switch {
	case n.Level == 1 && underscore:
		b.pair("i", line, n)
	case n.Level == 1:
		b.pair("i", star, n)
	case underscore:
		b.pair("b", lines, n)
	default:
		b.pair("b", stars, n)
	}
}

// strikeData gives the tildes of the strikethrough at an offset.
// https://github.github.com/gfm/#strikethrough-extension-
func strikeData(src []byte, at int) []document.Chunk {
	if bytes.HasPrefix(src[at:], []byte("~~")) {
		return tildes
	}
	return tilde
}

func (b *builder) super(n *super) {
	data := supOpen
	if n.sub {
		data = subOpen
	}
	id := b.open(n.name(), "", data)
	b.children(n, 0)
	b.close(n.name(), "", id, superClose)
}
