package markdown

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"hexaglot/messages/fault"
)

// TestGuard: what would take the parser long or deep is refused, with the line;
// "" says that it is read, and written as the same bytes.
func TestGuard(t *testing.T) {
	repeat := strings.Repeat
	many := func(n int, f func(i int) string) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(f(i))
		}
		return b.String()
	}
	for name, c := range map[string]struct {
		src, id string
		line    int
	}{
		"brackets":         {"a\n\n" + repeat("[", 100_000), "markup-too-dense", 3},
		"stars":            {repeat("*a ", 50_000), "markup-too-dense", 1},
		"heading":          {"\n# " + repeat("*a ", 50_000), "markup-too-dense", 2},
		"cells":            {"|a|\n|-|\n|" + repeat("[", 9_000), "markup-too-dense", 3},
		"angles":           {repeat("<", 50_000), "markup-too-dense", 1},
		"comments":         {"a " + repeat("<!--", 50_000), "markup-too-dense", 1},
		"superscripts":     {repeat("^{", 50_000) + repeat("}", 50_000), "markup-too-dense", 1},
		"backticks":        {many(1_500, func(i int) string { return "e" + repeat("`", i) }), "markup-too-dense", 1},
		"definitions":      {repeat("[a]: u\n", 50_000), "markup-too-dense", 4097},
		"quotes":           {repeat(">", 50_000), "nesting-too-deep", 1},
		"items":            {repeat("+ ", 50_000), "nesting-too-deep", 1},
		"numbers":          {repeat("1. ", 50_000), "nesting-too-deep", 1},
		"footnotes nested": {repeat("[^1]: ", 50_000), "nesting-too-deep", 1},
		"lists":            {many(500, func(i int) string { return repeat("  ", i) + "- a\n" }), "nesting-too-deep", 51},
		"footnotes":        {many(6_000, func(i int) string { return fmt.Sprintf("a[^%d]\n\n[^%d]: x\n\n", i, i) }), "footnotes-too-many", 20_003},
		"line":             {"a\n" + repeat("a", 17<<20), "line-too-long", 2},
		"not UTF-8":        {"é\nab\xff", "not-utf8", 2},
		"directive":        {"a\n\n<!-- hexaglot:foo -->\n", "directive-unknown", 3},
		"directive inline": {"a\n\nb\nc <!-- hexaglot:skp --> d\n", "directive-unknown", 4},
		"lines":            {repeat("a\n", 100_000), "", 0},
		"words":            {repeat("word ", 200_000), "", 0},
		"references":       {repeat("&amp;", 50_000), "", 0},
		"backslashes":      {repeat(`\`, 50_000), "", 0},
		"rules":            {repeat("_", 4_000), "", 0},
		"tabs":             {repeat("\t", 50_000) + "a", "", 0},
		"images":           {repeat("![", 300) + "a" + repeat("](b)", 300), "", 0},
		"tags":             {"<div>\n" + repeat("<b>a", 50_000) + repeat("</b>", 50_000), "", 0},
		"attributes":       {"<div>\n<b " + repeat(`a="b" `, 50_000) + ">x</b>", "", 0},
		"nothing":          {"", "", 0},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := Format.Read([]byte(c.src), language.French)
			if c.id == "" {
				if err != nil {
					t.Fatal(err)
				}
				if string(mustWrite(t, d)) != c.src {
					t.Error("written otherwise")
				}
				return
			}
			var e *fault.Error
			if !errors.As(err, &e) || e.ID != c.id || e.Line != c.line {
				t.Errorf("got %v in line %d, want %s in line %d", err, lineOfFault(e), c.id, c.line)
			}
		})
	}
}

func lineOfFault(e *fault.Error) int {
	if e == nil {
		return 0
	}
	return e.Line
}
