package markdown

import (
	"bytes"
	"regexp"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"hexaglot/pipeline/document"
	"hexaglot/pipeline/format/html"
)

// sortMark asks that the list below it is sorted in every language.
var sortMark = regexp.MustCompile(`^\s*<!--\s*hexaglot:sort\s*-->\s*$`)

// asksToSort reports whether a block is the comment that asks for it.
func (c *collector) asksToSort(n ast.Node) bool {
	block, ok := n.(*ast.HTMLBlock)
	if !ok || block.Lines().Len() == 0 {
		return false
	}
	from, to := block.Lines().At(0).Start, block.Lines().At(block.Lines().Len()-1).Stop
	return sortMark.Match(c.src[from:to])
}

// sort collects a list, or a table, that is to be sorted, with its items.
func (c *collector) sort(mark, n ast.Node, at place) {
	var items document.List
	if !sortable(n) {
		c.refuse(mark)
		return
	}
	width, inside := 0, c.inside(n, at)
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		before := len(c.found)
		c.walk(item, c.inside(item, inside))
		if _, head := item.(*extast.TableHeader); head {
			width = len(c.found) - before
			continue
		}
		span, ok := c.item(item, before)
		if !ok || width > 0 && len(c.found)-before != width {
			c.refuse(mark)
			return
		}
		items = append(items, span)
	}
	c.lists = append(c.lists, items)
}

func sortable(n ast.Node) bool {
	switch n.(type) {
	case *ast.List, *extast.Table:
		return true
	}
	return false
}

// item gives the bytes of an item: from the first to the last of its texts. An
// item that begins or ends with something else cannot be moved.
func (c *collector) item(item ast.Node, before int) (document.Span, bool) {
	texts := c.found[before:]
	if len(texts) == 0 || !onlyText(item) {
		return document.Span{}, false
	}
	span := document.Span{Start: texts[0].start, End: texts[0].stop}
	for _, l := range texts {
		span.Start, span.End = min(span.Start, l.start), max(span.End, l.stop)
	}
	return span, true
}

// onlyText reports whether there are only texts, and lists of them, in a block.
func onlyText(n ast.Node) bool {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		switch child.(type) {
		case *ast.Paragraph, *ast.TextBlock, *ast.Heading, *extast.TableCell:
		case *ast.List, *ast.ListItem:
			if !onlyText(child) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// refuse notes that there is no list that can be sorted below a comment.
func (c *collector) refuse(mark ast.Node) {
	if c.err == nil {
		line := bytes.Count(c.src[:mark.Lines().At(0).Start], []byte{'\n'})
		c.err = html.NothingToSort().At("", c.firstLine+line)
	}
}
