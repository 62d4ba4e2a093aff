package markdown

import (
	"bytes"
	"regexp"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
	xhtml "golang.org/x/net/html"

	own "hexaglot/pipeline/format/html"
)

// superRenderer renders superscripts; only tests render.
type superRenderer struct{}

func (superRenderer) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(kindSuper, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		name := n.(*super).name()
		if !entering {
			name = "/" + name
		}
		_, err := w.WriteString("<" + name + ">")
		return ast.WalkContinue, err
	})
}

// rendering is the grammar of the package with goldmark's footnotes in full,
// and its renderer.
var rendering = goldmark.New(
	goldmark.WithParser(parser.NewParser(
		parser.WithBlockParsers(blockParsers()...),
		parser.WithInlineParsers(inlineParsers()...),
		parser.WithParagraphTransformers(paragraphTransformers()...),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
			util.Prioritized(extension.NewFootnoteASTTransformer(), 999),
		),
	)),
	goldmark.WithRenderer(renderer.NewRenderer(renderer.WithNodeRenderers(
		util.Prioritized(html.NewRenderer(html.WithUnsafe()), 1000),
		util.Prioritized(extension.NewTableHTMLRenderer(), 500),
		util.Prioritized(extension.NewStrikethroughHTMLRenderer(), 500),
		util.Prioritized(extension.NewTaskCheckBoxHTMLRenderer(), 500),
		util.Prioritized(extension.NewFootnoteHTMLRenderer(), 500),
		util.Prioritized(extension.NewDefinitionListHTMLRenderer(), 500),
		util.Prioritized(superRenderer{}, 500),
	))),
)

// toHTML renders the body of a text.
func toHTML(t testing.TB, src []byte) []byte {
	t.Helper()
	body := src[frontMatter(src).size:]
	pc := parser.NewContext()
	pc.Set(linksKey, map[ast.Node]span{})
	pc.Set(guardKey, &guard{})
	var out bytes.Buffer
	root := rendering.Parser().Parse(text.NewReader(body), parser.WithContext(pc))
	if err := rendering.Renderer().Render(&out, body, root); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// plainer gives the tag that emphasis is written with where no mark will do.
var plainer = map[string]string{"strong": "b", "em": "i", "del": "s"}

// tagNames gives the tags of a rendered text, in order, with their addresses;
// <strong> counts as <b>, <em> as <i> and <del> as <s>.
func tagNames(rendered []byte) []string {
	z := xhtml.NewTokenizer(bytes.NewReader(rendered))
	var names []string
	for {
		token := z.Next()
		raw, _ := z.TagName()
		name := string(raw)
		if plain := plainer[name]; plain != "" {
			name = plain
		}
		switch token {
		case xhtml.ErrorToken:
			return names
		case xhtml.StartTagToken, xhtml.SelfClosingTagToken:
			names = append(names, name+address(z))
		case xhtml.EndTagToken:
			names = append(names, "/"+name)
		}
	}
}

// address gives the href and the src of a tag.
func address(z *xhtml.Tokenizer) string {
	s := ""
	for {
		key, value, more := z.TagAttr()
		if k := string(key); k == "href" || k == "src" || k == "id" {
			s += " " + k + "=" + string(value)
		}
		if !more {
			return s
		}
	}
}

var (
	spaces     = regexp.MustCompile(` +`)
	breakSpace = regexp.MustCompile(` +<br>`)
)

// visible gives a rendered text with its white space made comparable: runs of
// it are one space, or nothing where a line end stands between characters
// written without spaces.
func visible(rendered []byte) string {
	return breakSpace.ReplaceAllString(spaces.ReplaceAllString(unwrapped(rendered), " "), "<br>")
}

func unwrapped(rendered []byte) string {
	runes := bytes.Runes(lineEnds.ReplaceAll(rendered, []byte{'\n'}))
	var b bytes.Buffer
	for i, r := range runes {
		if r != '\n' {
			b.WriteRune(r)
			continue
		}
		if i > 0 && i+1 < len(runes) && own.Wide(runes[i-1]) && own.Wide(runes[i+1]) {
			continue
		}
		b.WriteByte(' ')
	}
	return b.String()
}
