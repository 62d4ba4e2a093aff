package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/yuin/goldmark/ast"
)

// grammar is the one configuration of goldmark: CommonMark, GFM's tables,
// strikethrough, task lists and autolinks, footnotes, definition lists, and
// the superscripts of super.go. It is safe for concurrent use.
//
// The footnote extension's own tree transformer is left out: it would move the
// footnotes to the end and drop those without a reference.
var grammar = newGrammar()

func newGrammar() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(blockParsers()...),
		parser.WithInlineParsers(inlineParsers()...),
		parser.WithParagraphTransformers(paragraphTransformers()...),
		parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0)),
	)
}

func blockParsers() []util.PrioritizedValue {
	list := append(parser.DefaultBlockParsers(),
		util.Prioritized(extension.NewDefinitionListParser(), 101),
		util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
		util.Prioritized(extension.NewFootnoteBlockParser(), 999),
	)
	for i, entry := range list {
		list[i].Value = guardedBlock{entry.Value.(parser.BlockParser)}
	}
	return list
}

func inlineParsers() []util.PrioritizedValue {
	list := append(parser.DefaultInlineParsers(),
		util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
		util.Prioritized(extension.NewFootnoteParser(), 101),
		util.Prioritized(superParser{}, 150),
		util.Prioritized(extension.NewStrikethroughParser(), 500),
		util.Prioritized(extension.NewLinkifyParser(), 999),
	)
	for i, entry := range list {
		p := entry.Value.(parser.InlineParser)
		if string(p.Trigger()) == "![]" {
			list[i].Value = linkParser{p, p.(parser.CloseBlocker)}
		}
	}
	return list
}

func paragraphTransformers() []util.PrioritizedValue {
	return append(parser.DefaultParagraphTransformers(),
		util.Prioritized(guardedLines{}, 0),
		util.Prioritized(extension.NewTableParagraphTransformer(), 200),
		util.Prioritized(guardedParagraph{}, 300),
	)
}

// tree is a parsed text.
type tree struct {
	root  ast.Node
	links map[ast.Node]span // where the "]" of each link and image stands, and its end
	guard *guard
}

// span is a stretch of the source, in bytes.
type span struct{ start, stop int }

// parse parses src, which starts in the line firstLine, and reports what the
// guard refused.
func parse(src []byte, pc parser.Context, firstLine int) (tree, error) {
	t := tree{links: map[ast.Node]span{}, guard: &guard{}}
	pc.Set(linksKey, t.links)
	pc.Set(guardKey, t.guard)
	t.root = grammar.Parse(text.NewReader(src), parser.WithContext(pc))
	return t, t.guard.fault(src, firstLine)
}

// within is the context of a translation that is parsed on its own: it knows
// the link references of the document that it goes to.
type within struct {
	parser.Context
	document parser.Context
}

// Reference looks a label up in the text itself, then in the document.
func (w within) Reference(label string) (parser.Reference, bool) {
	if ref, ok := w.Context.Reference(label); ok || w.document == nil {
		return ref, ok
	}
	return w.document.Reference(label)
}

// lineOf gives the 1-based number of the line that holds the offset at.
func lineOf(src []byte, at int) int {
	return 1 + bytes.Count(src[:min(at, len(src))], []byte{'\n'})
}
