package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"hexaglot/messages/fault"
)

// The limits keep the parser's time and depth in bounds: it is quadratic in
// the markup characters of one paragraph, and recursive in the nesting.
const (
	maxLine      = 16 << 20 // bytes of one line
	maxDepth     = 100      // block quotes and lists inside each other
	maxMarkers   = 4096     // markup characters of one paragraph, heading or table row
	maxTicks     = 1 << 30  // backticks of a paragraph times its bytes
	maxFootnotes = 5000     // footnotes of one document
)

var guardKey = parser.NewContextKey()

// guard notes the first place where a limit was passed. What passes one is not
// parsed further, so that the parser ends soon.
type guard struct {
	refused   *fault.Error
	at        int // byte offset
	footnotes int
}

func guardOf(pc parser.Context) *guard { return pc.Get(guardKey).(*guard) }

func (g *guard) refuse(e *fault.Error, at int) {
	if g.refused == nil {
		g.refused, g.at = e, at
	}
}

func (g *guard) countFootnote(at int) {
	if g.footnotes++; g.footnotes > maxFootnotes {
		g.refuse(tooManyFootnotes(), at)
	}
}

// fault gives what was refused, with its line in src, or nil.
func (g *guard) fault(src []byte, firstLine int) error {
	if g.refused == nil {
		return nil
	}
	return g.refused.At("", firstLine-1+lineOf(src, g.at))
}

func tooDeep() *fault.Error {
	return fault.New(fault.Input, "nesting-too-deep", "block quotes and lists are nested more than {Limit} deep", "Limit", maxDepth)
}

func tooDense() *fault.Error {
	return fault.New(fault.Input, "markup-too-dense", "one paragraph has more than {Limit} markup characters", "Limit", maxMarkers)
}

func tooManyFootnotes() *fault.Error {
	return fault.New(fault.Input, "footnotes-too-many", "the text has more than {Limit} footnotes", "Limit", maxFootnotes)
}

func unreadable() *fault.Error {
	return fault.New(fault.Input, "markdown-unreadable", "the text cannot be parsed as Markdown")
}

// checkLines refuses a line above maxLine.
func checkLines(src []byte) error {
	if len(src) <= maxLine {
		return nil
	}
	for at, line := 0, 1; at < len(src); line++ {
		end := at + lineLength(src[at:])
		if end-at > maxLine {
			return fault.New(fault.Input, "line-too-long", "a line is longer than {Limit} bytes", "Limit", maxLine).At("", line)
		}
		at = end
	}
	return nil
}

// guardedBlock keeps a block parser from opening below maxDepth, and its
// headings from too much markup.
type guardedBlock struct{ parser.BlockParser }

// Open implements parser.BlockParser.
func (p guardedBlock) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if len(pc.OpenedBlocks()) >= maxDepth && !isList(parent) {
		return p.openDeep(parent, reader, pc)
	}
	_, at := reader.Position()
	node, state := p.BlockParser.Open(parent, reader, pc)
	switch node.(type) {
	case *ast.Heading:
		guardText(node, reader, pc)
	case *extast.Footnote:
		guardOf(pc).countFootnote(at.Start)
	}
	return node, state
}

// isList reports whether n is a list, which is nothing without an item.
func isList(n ast.Node) bool {
	return n.Kind() == ast.KindList || n.Kind() == extast.KindDefinitionList
}

// openDeep opens leaf blocks only.
func (p guardedBlock) openDeep(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	_, at := reader.Position()
	node, state := p.BlockParser.Open(parent, reader, pc)
	if node == nil || state&parser.HasChildren == 0 {
		return node, state
	}
	guardOf(pc).refuse(tooDeep(), at.Start)
	return nil, parser.NoChildren
}

// guardedLines keeps lines with too much markup from the table parser, which
// makes cells of them, and too many lines from the parser of link references.
type guardedLines struct{}

// Transform implements parser.ParagraphTransformer.
func (guardedLines) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	brackets := 0
	for i := range node.Lines().Len() {
		line := node.Lines().At(i)
		text := reader.Source()[line.Start:line.Stop]
		if bytes.HasPrefix(bytes.TrimLeft(text, " "), []byte{'['}) {
			brackets++
		}
		if brackets > maxMarkers {
			guardOf(pc).refuse(tooDense(), line.Start)
			node.Lines().Clear()
		}
		if guardSpan(node, text, line.Start, pc); node.Lines().Len() == 0 {
			return
		}
	}
}

// guardedParagraph keeps paragraphs with too much markup from the inline parsers.
type guardedParagraph struct{}

// Transform implements parser.ParagraphTransformer.
func (guardedParagraph) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	guardText(node, reader, pc)
}

// guardText checks the whole text of a block.
func guardText(node ast.Node, reader text.Reader, pc parser.Context) {
	if n := node.Lines().Len(); n > 0 {
		start, stop := node.Lines().At(0).Start, node.Lines().At(n-1).Stop
		guardSpan(node, reader.Source()[start:stop], start, pc)
	}
}

// guardSpan refuses b, the bytes of node from the offset at, and empties the
// node when b has too much markup.
func guardSpan(node ast.Node, b []byte, at int, pc parser.Context) {
	if len(b) <= maxMarkers && len(b)*len(b) <= maxTicks {
		return
	}
	markers, ticks := countMarkers(b)
	if markers > maxMarkers || ticks*len(b) > maxTicks {
		guardOf(pc).refuse(tooDense(), at)
		node.Lines().Clear()
	}
}

// countMarkers counts the characters that open or close inline markup.
func countMarkers(b []byte) (markers, ticks int) {
	for _, c := range b {
		switch c {
		case '`':
			ticks++
		case '*', '_', '~', '[', ']', '{', '}', '<':
			markers++
		}
	}
	return markers, ticks
}
