package document_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"hexaglot/pipeline/document"
)

func TestSplice(t *testing.T) {
	for _, c := range []struct {
		text, want string
		changes    []document.Change
	}{
		{"a<b1>b</b1>c", "a<b1>b</b1>c", nil},
		{"a<b1>b</b1>c", "xx<b1>b</b1>c", []document.Change{{0, 1, "xx"}}},
		{"a<b1>b</b1>c", "a<b1></b1>c", []document.Change{{1, 2, ""}}},
		{"a<b1>b</b1>c", "ax<b1>b</b1>c", []document.Change{{1, 1, "x"}}},
		{"a<b1>b</b1>c", "a<b1>b</b1>xc", []document.Change{{2, 2, "x"}}},
		{"ab<br1/>cd", "x<br1/>", []document.Change{{0, 4, "x"}}},
		{"ab<br1/>cd", "é<br1/>ééé", []document.Change{{0, 4, "éééé"}}},
		{"<b1>a</b1>", "<b1>a</b1>x", []document.Change{{1, 1, "x"}}},
		{"", "x", []document.Change{{0, 0, "x"}}},
	} {
		if got := document.ParseContent(c.text).Splice(c.changes).String(); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestSolid(t *testing.T) {
	for text, want := range map[string]string{
		"a <b1>b</b1> c": "a b c", "a<fn1/>b": "a\ufffcb", "a<br1/>b": "a\nb", "<empty/>": "", "<fn1/><br2/>": "\ufffc\n",
	} {
		got, _ := document.ParseContent(text).Solid()
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// Every code is kept, in order, at a place between two characters.
func TestSpliceKeepsCodes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := contents(t)
		var changes []document.Change
		at := 0
		for at < len(c.Text) && rapid.Bool().Draw(t, "more") {
			start := boundary(c.Text, rapid.IntRange(at, len(c.Text)).Draw(t, "start"))
			end := boundary(c.Text, rapid.IntRange(start, len(c.Text)).Draw(t, "end"))
			changes = append(changes, document.Change{Start: start, End: end, New: rapid.SampledFrom([]string{"", "x", "é会", "long word"}).Draw(t, "new")})
			at = end
			if start == end {
				at = boundary(c.Text, end+1)
			}
		}
		got := c.Splice(changes)
		if len(got.Codes) != len(c.Codes) {
			t.Fatalf("%q: %d codes of %d", c, len(got.Codes), len(c.Codes))
		}
		before := 0
		for i, code := range got.Codes {
			if code.Pos < before || code.Pos > len(got.Text) || code.Pos < len(got.Text) && !utf8.RuneStart(got.Text[code.Pos]) {
				t.Fatalf("%q, %v: %q has a code at %d", c, changes, got.Text, code.Pos)
			}
			before = code.Pos
			if code.String() != c.Codes[i].String() {
				t.Fatalf("%q: %s is not %s", c, code, c.Codes[i])
			}
		}
	})
}

// boundary gives the first boundary between two characters from i on.
func boundary(text string, i int) int {
	for i < len(text) && !utf8.RuneStart(text[i]) {
		i++
	}
	return min(i, len(text))
}

// The offsets of a solid text lead back to the plain one.
func TestSolidLeadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := contents(t)
		solid, offset := c.Solid()
		var plain strings.Builder
		at := 0
		ends := []int{}
		for i, r := range solid {
			if o := offset(i); o < at || o > len(c.Text) {
				t.Fatalf("%q: %d leads to %d", c, i, o)
			}
			at = offset(i)
			if offset(i+utf8.RuneLen(r)) > at {
				plain.WriteRune(r)
				ends = append(ends, offset(i+utf8.RuneLen(r)))
			}
		}
		if plain.String() != c.Text || !slices.IsSorted(ends) {
			t.Fatalf("%s", cmp.Diff(c.Text, plain.String()))
		}
	})
}
