package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

var linksKey = parser.NewContextKey()

// linkParser is goldmark's own link parser; it also notes where a link's text
// ends and where the link ends, which the tree does not tell.
type linkParser struct {
	parser.InlineParser
	closer parser.CloseBlocker
}

// Parse parses as the wrapped parser does.
func (p linkParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	_, before := block.Position()
	node := p.InlineParser.Parse(parent, block, pc)
	switch node.(type) {
	case *ast.Link, *ast.Image:
		_, after := block.Position()
		pc.Get(linksKey).(map[ast.Node]span)[node] = span{before.Start, after.Start}
	}
	return node
}

// CloseBlock forwards to the wrapped parser.
func (p linkParser) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	p.closer.CloseBlock(parent, block, pc)
}
