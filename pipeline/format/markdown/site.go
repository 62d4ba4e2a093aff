package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/parser"

	"hexaglot/pipeline/document"
)

// site is a place where a translation is written.
type site struct {
	kind   kind
	prefix string // what a further line starts with
	eol    string
	first  bool // the first text of a list item
	close  bool // right below a text that must not take it in
	cell   bool // inside a table cell
	pc     parser.Context
}

// style is how much a translation is escaped.
type style struct {
	escape escaping
	marks  marking
}

// styles are tried in turn, until one is read again as it was meant.
var styles = []style{
	{barely, preferred},
	{wherever, preferred},
	{wherever, alternating},
	{everywhere, tags}, // on one line: a tag alone on a line is a block
}

// encode gives the bytes of a translation: in the first style in which, parsed
// where it will stand, it has the same text and the same codes.
func (s *site) encode(c document.Content) []byte {
	c = tidy(c)
	want := joined(c)
	if s.single() {
		c = want
	}
	parts := s.tokens(c)
	var out []byte
	for _, st := range styles {
		if st.marks == tags {
			parts = s.tokens(want)
		}
		out = s.render(parts, st)
		if s.calm(c) || s.reads(out, want) {
			break
		}
	}
	if len(out) == 0 && (s.kind == setextHeading || s.kind == term) {
		out = []byte("&#32;")
	}
	if s.close {
		out = append([]byte{'\n'}, out...)
	}
	if s.prefix == "" && s.eol == "\n" {
		return out
	}
	return bytes.ReplaceAll(out, []byte{'\n'}, []byte(s.eol+s.prefix))
}

// single reports whether the text stands on one line.
func (s *site) single() bool {
	return s.kind == atxHeading || s.kind == tableCell || s.kind == term || s.cell
}

// calm reports whether c has nothing that can be read as markup, once the
// starts of its lines are escaped.
func (s *site) calm(c document.Content) bool {
	return len(c.Codes) == 0 && !strings.ContainsAny(c.Text, "\\`*_[]<&~^{}|\n\r@#=!") &&
		!strings.Contains(c.Text, "://") && !strings.Contains(c.Text, "www.")
}

// reads reports whether out, parsed on its own, is the content want.
func (s *site) reads(out []byte, want document.Content) bool {
	r := &reader{src: s.alone(out, want), eol: "\n", firstLine: 1}
	if err := r.read(within{parser.NewContext(), s.pc}); err != nil || len(r.units) == 0 {
		return want.Blank() && len(r.units) == 0
	}
	got := r.units[0].Source()
	if s.kind == label {
		u := firstNested(got)
		if u == nil {
			return want.Blank()
		}
		return same(u.Source(), want)
	}
	return r.blocks == 1+len(footnotes(want)) && same(got, want)
}

// alone gives a text in which out is parsed as it would be in its place.
func (s *site) alone(out []byte, want document.Content) []byte {
	var b bytes.Buffer
	switch s.kind {
	case atxHeading:
		b.WriteString("# ")
		b.Write(out)
	case setextHeading:
		b.Write(out)
		b.WriteString("\n===")
	case tableCell:
		b.WriteString("|")
		b.Write(out)
		b.WriteString("|\n|-|")
	case label:
		b.WriteString("![")
		b.Write(out)
		b.WriteString("](x)")
	default:
		b.Write(out)
	}
	for _, ref := range footnotes(want) {
		b.WriteString("\n\n")
		b.WriteString(ref)
		b.WriteString(": x")
	}
	return b.Bytes()
}

// footnotes gives the references to footnotes in c, each once.
func footnotes(c document.Content) []string {
	var refs []string
	seen := map[string]bool{}
	for _, code := range c.Codes {
		if code.Name == "fn" && code.Kind == document.Standalone && !seen[code.Disp] {
			seen[code.Disp] = true
			refs = append(refs, "[^"+code.Disp+"]")
		}
	}
	return refs
}

// firstNested gives the first unit inside the codes of c.
func firstNested(c document.Content) *document.Unit {
	for _, code := range c.Codes {
		for _, chunk := range code.Data {
			if chunk.Unit != nil {
				return chunk.Unit
			}
		}
	}
	return nil
}

// same reports whether got, which was read, is what want says.
func same(got, want document.Content) bool {
	if got.Text != want.Text || len(got.Codes) != len(want.Codes) {
		return false
	}
	partner := map[int]int{}
	for i, g := range got.Codes {
		w := want.Codes[i]
		if g.Kind != w.Kind || g.Name != w.Name || g.Pos != w.Pos {
			return false
		}
		if g.Kind != document.Close && strings.TrimPrefix(g.Disp, "http://") != strings.TrimPrefix(w.Disp, "http://") {
			return false
		}
		if g.Kind == document.Open {
			partner[g.ID] = w.ID
		} else if g.Kind == document.Close && partner[g.ID] != w.ID {
			return false
		}
		if !sameUnits(g.Data, w.Data) {
			return false
		}
	}
	return true
}

// sameUnits compares the units in the data of two codes: what was read with
// the targets of what was written.
func sameUnits(got, want []document.Chunk) bool {
	g, w := units(got), units(want)
	if len(g) != len(w) {
		return false
	}
	for i := range g {
		if !same(g[i].Source(), joined(tidy(w[i].Target()))) {
			return false
		}
	}
	return true
}

func units(chunks []document.Chunk) []*document.Unit {
	var list []*document.Unit
	for _, chunk := range chunks {
		if chunk.Unit != nil {
			list = append(list, chunk.Unit)
		}
	}
	return list
}
