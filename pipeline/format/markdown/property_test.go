package markdown

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark/parser"
	"golang.org/x/text/language"
	"pgregory.net/rapid"

	"hexaglot/pipeline/document"
)

// codeSources are texts whose one unit has codes of every kind.
var codeSources = []string{
	"**a** _b_ ~~c~~ ^{d} _{e} [f](/u) `g` ![h](/i) <https://j.k> <sup>l</sup>[^1]\n\n[^1]: n\n",
	"# *a* **b** [c][r] `d` x@y.zz\n\n[r]: /u 'title'\n",
	"|a **b** `c` _d_ ![e](f)|\n|-|\n",
	"> *a* **b**\\\n> *c*\n",
	"__a__ __b__ *c*\n",
	"Term *a* ^{b}\n: definition\n",
	"- [ ] **a** *b* <br> <kbd>c</kbd>\n",
}

var words = []string{
	"a", "B", "联盟", "。", "“", "»", "\"", "'", " ", "  ", "\u00a0", "\n", "*", "**", "_", "__", "~", "~~", "`", "[", "]", "(", ")",
	"!", "<", ">", "&", "&amp;", "&#42;", "\\", "|", "#", "-", "+", "1.", "=", ":", "^", "{", "}", "^{", "_{", "www.itu.int",
	"https://itu.int/a", "a@b.cd", "<b>", "</b>", "<!--", "-->", "[^1]", "](", ".", "م", "я", "é", "$", "\t", "\r", "\u2028", "x y",
}

// drawn gives a translation with the codes of source in another order and
// nesting, and any text between them.
func drawn(t *rapid.T, source document.Content) document.Content {
	text := rapid.Map(rapid.SliceOfN(rapid.SampledFrom(words), 0, 4), func(s []string) string { return strings.Join(s, "") })
	c := document.Content{Text: text.Draw(t, "text")}
	var open []document.Code
	left := starts(source)
	for len(left) > 0 || len(open) > 0 {
		i := rapid.IntRange(0, max(0, len(left)-1)).Draw(t, "code")
		switch {
		case len(open) > 0 && (len(left) == 0 || left[i].Name == "a" && inLink(open) || rapid.Bool().Draw(t, "close")):
			c.Codes = append(c.Codes, ending(source, open[len(open)-1], len(c.Text)))
			open = open[:len(open)-1]
		default:
			code := left[i]
			left = append(left[:i:i], left[i+1:]...)
			code.Pos = len(c.Text)
			c.Codes = append(c.Codes, code)
			if code.Kind == document.Open {
				open = append(open, code)
			}
		}
		c.Text += text.Draw(t, "text")
	}
	return c
}

// inLink reports whether one of the open codes is a link: links hold no links.
func inLink(open []document.Code) bool {
	for i := range open {
		if isLinkCode(&open[i]) {
			return true
		}
	}
	return false
}

// starts gives the codes that a translation places: starts and placeholders.
func starts(c document.Content) []document.Code {
	var list []document.Code
	for _, code := range c.Codes {
		if code.Kind != document.Close {
			list = append(list, code)
		}
	}
	return list
}

// ending gives the end of the pair that code starts, placed at pos.
func ending(source document.Content, code document.Code, pos int) document.Code {
	for _, end := range source.Codes {
		if end.Kind == document.Close && end.ID == code.ID {
			end.Pos = pos
			return end
		}
	}
	return code
}

// TestAnyTranslation: any text, with the codes in any order and nesting, is
// read again as it was written.
func TestAnyTranslation(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		src := rapid.SampledFrom(codeSources).Draw(rt, "source")
		d := mustRead(t, []byte(src))
		s := d.Units[0].Segments[0]
		s.Target, s.State = drawn(rt, s.Source), document.Translated
		if strings.TrimSpace(joined(tidy(s.Target)).Text) == "" {
			rt.Skip("nothing to write")
		}
		out := mustWrite(t, d)
		again, err := Format.Read(out, language.French)
		if err != nil || len(again.Units) == 0 {
			rt.Fatalf("target %q\nwritten %q\n%v", s.Target, out, err)
		}
		want := joined(tidy(s.Target)).Renumber().String()
		if diff := cmp.Diff(want, again.Units[0].Source().String()); diff != "" {
			rt.Fatalf("target  %q\nwritten %q\n%s", s.Target.String(), out, diff)
		}
	})
}

// FuzzRead: any text is written as it was read; and translated into itself, it
// keeps its tags.
func FuzzRead(f *testing.F) {
	for _, pattern := range []string{"fr.md", "en.md", "es.md", "ru.md", "zh.md", "ar.md"} {
		src := longText(f, pattern, 1)
		f.Add(src)
		f.Add(bytes.ReplaceAll(src, []byte("\n"), []byte("\r\n")))
		f.Add(append([]byte("\ufeff"), bytes.ReplaceAll(src, []byte(", "), []byte("\u2028"))...))
	}
	f.Add([]byte(everything))
	f.Add([]byte("a\rb\x00\tc\r\n> d\r\n> e\r\n\r\n- f\r\n\tg"))
	for _, src := range codeSources {
		f.Add([]byte(src))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		d, err := Format.Read(src, language.French)
		if errors.Is(err, unreadable()) {
			t.Fatal(err)
		}
		if err != nil {
			return
		}
		if got := mustWrite(t, d); !bytes.Equal(got, src) {
			t.Fatalf("written %q\nsource  %q", got, src)
		}
		if followers(src) {
			return // goldmark itself parses what stands above in another way then
		}
		translate(d, unchanged)
		out := mustWrite(t, d)
		if frontMatter(src).size <= len(mark) && frontMatter(out).size > len(mark) {
			return // between two rules, lines that are joined can become front matter
		}
		if diff := cmp.Diff(tagNames(toHTML(t, src)), tagNames(toHTML(t, out))); diff != "" {
			t.Fatalf("source  %q\nwritten %q\n%s", src, out, diff)
		}
	})
}

// followers reports whether a text stands right below a table or a paragraph.
func followers(src []byte) bool {
	body := src[frontMatter(src).size:]
	t, err := parse(body, parser.NewContext(), 1)
	if err != nil {
		return false
	}
	found, _, err := leaves(body, t.root, 1)
	return err == nil && slices.ContainsFunc(found, func(l leaf) bool { return l.close })
}
