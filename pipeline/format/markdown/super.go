package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// super is a superscript, 76^{ème}, or a subscript, CO_{2}. Between the braces
// stands inline text; like the text of a link it binds tighter than emphasis.
type super struct {
	ast.BaseInline
	sub bool
}

var kindSuper = ast.NewNodeKind("Super")

// Kind implements ast.Node.
func (*super) Kind() ast.NodeKind { return kindSuper }

// Dump implements ast.Node.
func (n *super) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// name gives the name of the inline code.
func (n *super) name() string {
	if n.sub {
		return "sub"
	}
	return "sup"
}

// superStart is the "^{" or "_{" of a superscript that is not closed yet.
type superStart struct {
	ast.BaseInline
	segment text.Segment
	sub     bool
	bottom  *parser.Delimiter
}

// Kind implements ast.Node.
func (*superStart) Kind() ast.NodeKind { return kindSuper }

// Dump implements ast.Node.
func (n *superStart) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// kindBracket is the kind of goldmark's own "[" that may start a link.
var kindBracket = bracketKind()

func bracketKind() ast.NodeKind {
	pc := parser.NewContext()
	reader := text.NewReader([]byte("["))
	return parser.NewLinkParser().Parse(ast.NewParagraph(), reader, pc).Kind()
}

var superKey = parser.NewContextKey()

// superParser parses superscripts and subscripts.
type superParser struct{}

// Trigger implements parser.InlineParser.
func (superParser) Trigger() []byte { return []byte{'^', '_', '}'} }

// Parse implements parser.InlineParser.
func (superParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if line[0] == '}' {
		return closeSuper(parent, block, pc)
	}
	if len(line) < 2 || line[1] != '{' {
		return nil
	}
	start := &superStart{
		segment: segment.WithStop(segment.Start + 2),
		sub:     line[0] == '_',
		bottom:  pc.LastDelimiter(),
	}
	block.Advance(2)
	open, _ := pc.Get(superKey).([]*superStart)
	pc.Set(superKey, append(open, start))
	return start
}

// closeSuper turns what stands since the last "^{" of the same parent into a
// superscript; empty braces stay text.
func closeSuper(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	open, _ := pc.Get(superKey).([]*superStart)
	if len(open) == 0 {
		return nil
	}
	start := open[len(open)-1]
	pc.Set(superKey, open[:len(open)-1])
	if start.Parent() != parent || start.NextSibling() == nil || start.holdsBracket() {
		start.giveUp()
		return nil
	}
	parser.ProcessDelimiters(start.bottomNode(), pc)
	node := &super{sub: start.sub}
	node.SetPos(start.segment.Start)
	for c := start.NextSibling(); c != nil; {
		next := c.NextSibling()
		node.AppendChild(node, c)
		c = next
	}
	parent.RemoveChild(parent, start)
	block.Advance(1)
	return node
}

// holdsBracket reports whether a link that started after n is still open.
func (n *superStart) holdsBracket() bool {
	for c := n.NextSibling(); c != nil; c = c.NextSibling() {
		if c.Kind() == kindBracket {
			return true
		}
	}
	return false
}

// bottomNode gives the last delimiter before the start, or nil without one.
func (n *superStart) bottomNode() ast.Node {
	if n.bottom == nil {
		return nil
	}
	return n.bottom
}

// giveUp makes the start the text that it was.
func (n *superStart) giveUp() {
	if parent := n.Parent(); parent != nil {
		parent.ReplaceChild(parent, n, ast.NewTextSegment(n.segment))
	}
}

// CloseBlock turns what was never closed back into text.
func (superParser) CloseBlock(_ ast.Node, _ text.Reader, pc parser.Context) {
	open, _ := pc.Get(superKey).([]*superStart)
	for _, start := range open {
		start.giveUp()
	}
	if len(open) > 0 {
		pc.Set(superKey, nil)
	}
}
