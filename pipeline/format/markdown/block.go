package markdown

import (
	"bytes"
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"hexaglot/pipeline/document"
)

// kind is the kind of block that a text stands in; it decides what must be
// escaped there.
type kind uint8

const (
	paragraph kind = iota
	atxHeading
	setextHeading
	tableCell
	term
	label // the description of an image
	htmlBlock
	definition // of a link reference
)

// leaf is a block that holds text.
type leaf struct {
	node   ast.Node
	kind   kind
	role   string
	prefix string // what a further line of it starts with
	first  bool   // the first block of a list item
	close  bool   // it follows a table or a text without a blank line
	span
}

// place is where a block stands.
type place struct {
	role   string
	prefix string
}

// perLeaf is about how many bytes of a text one leaf has.
const perLeaf = 100

// leaves gives the blocks of the tree that hold text, in source order, and the
// lists that are to be sorted. The error is the fault sort-nothing.
func leaves(src []byte, root ast.Node, firstLine int) ([]leaf, []document.List, error) {
	c := collector{src: src, firstLine: firstLine, found: make([]leaf, 0, 4+len(src)/perLeaf)}
	c.walk(root, place{role: "paragraph"})
	inOrder := func(i, j int) bool { return c.found[i].start < c.found[j].start }
	if !sort.SliceIsSorted(c.found, inOrder) {
		sort.SliceStable(c.found, inOrder)
	}
	return c.found, c.lists, c.err
}

type collector struct {
	src       []byte
	firstLine int
	found     []leaf
	lists     []document.List // to be sorted
	err       error
}

// walk collects the leaves below parent. Its depth is bounded by the guard.
func (c *collector) walk(parent ast.Node, at place) {
	var sorted ast.Node
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if n == sorted {
			continue
		}
		switch n := n.(type) {
		case *ast.Paragraph, *ast.TextBlock:
			c.add(n, paragraph, at)
		case *ast.Heading:
			c.add(n, headingKind(n), place{role: "heading", prefix: at.prefix})
		case *extast.TableCell:
			c.add(n, tableCell, at)
		case *extast.DefinitionTerm:
			c.add(n, term, place{role: "definition term", prefix: at.prefix})
		case *ast.HTMLBlock:
			c.add(n, htmlBlock, at)
			if list := n.NextSibling(); c.asksToSort(n) {
				if c.sort(n, list, at); c.err != nil {
					return
				}
				sorted = list
			}
		case *ast.LinkReferenceDefinition:
			c.add(n, definition, at)
		case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.ThematicBreak:
		default:
			c.walk(n, c.inside(n, at))
		}
	}
}

// inside gives the place of the blocks in the container n.
func (c *collector) inside(n ast.Node, at place) place {
	switch n := n.(type) {
	case *ast.Blockquote:
		return place{role: "block quote", prefix: at.prefix + "> "}
	case *ast.ListItem:
		return place{role: "list item", prefix: at.prefix + strings.Repeat(" ", n.Offset)}
	case *extast.Footnote:
		return place{role: "footnote", prefix: at.prefix + "    "}
	case *extast.DefinitionDescription:
		return place{role: "definition", prefix: at.prefix + strings.Repeat(" ", c.definitionIndent(n))}
	case *extast.TableHeader:
		return place{role: "table header", prefix: at.prefix}
	case *extast.TableRow:
		return place{role: "table cell", prefix: at.prefix}
	}
	return at
}

// definitionIndent gives the width of ":" and the white space after it.
func (c *collector) definitionIndent(n ast.Node) int {
	at := n.Pos()
	if at < 0 || at >= len(c.src) || c.src[at] != ':' {
		return 4
	}
	rest := c.src[at+1:]
	head := string(rest[:min(len(rest), 8)])
	width := len(head) - len(strings.TrimLeft(head, " "))
	return 1 + max(1, min(width, 5))
}

// headingKind tells "# a" from an underlined heading, which starts with its text.
func headingKind(n *ast.Heading) kind {
	if n.Lines().Len() > 0 && n.Pos() < n.Lines().At(0).Start {
		return atxHeading
	}
	return setextHeading
}

// lineStart gives where the line that holds the offset at starts.
func lineStart(src []byte, at int) int {
	for at > 0 && src[at-1] != '\n' {
		at--
	}
	return at
}

// add notes a leaf with its span, blanks aside; empty ones hold nothing.
func (c *collector) add(n ast.Node, k kind, at place) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	l := leaf{node: n, kind: k, role: at.role, prefix: at.prefix}
	l.start, l.stop = lines.At(0).Start, lines.At(lines.Len()-1).Stop
	if block, ok := n.(*ast.HTMLBlock); ok && block.HasClosure() {
		l.stop = block.ClosureLine.Stop
	}
	if k != htmlBlock {
		l.trim(c.src)
	}
	if l.start >= l.stop {
		return
	}
	if second := lines.Len() > 1; second && k != htmlBlock && k != definition {
		next := lines.At(1).Start
		l.prefix = string(c.src[lineStart(c.src, next):next])
	}
	_, inItem := n.Parent().(*ast.ListItem)
	l.first = inItem && n.Parent().FirstChild() == n
	l.close = k == paragraph && c.follows(n, l.start)
	c.found = append(c.found, l)
}

// follows reports whether a text stands right below a table or another text,
// which would take it in if it started otherwise.
func (c *collector) follows(n ast.Node, start int) bool {
	before := n.PreviousSibling()
	if before == nil || before.Kind() != extast.KindTable && before.Kind() != ast.KindParagraph && before.Kind() != ast.KindTextBlock {
		return false
	}
	line := lineStart(c.src, start)
	if line == 0 {
		return false
	}
	above := c.src[lineStart(c.src, line-1) : line-1]
	return len(bytes.Trim(above, "> \t\r")) > 0
}

func (l *leaf) trim(src []byte) {
	for l.start < l.stop && isBlank(src[l.start]) {
		l.start++
	}
	for l.start < l.stop && isBlank(src[l.stop-1]) {
		l.stop--
	}
}
