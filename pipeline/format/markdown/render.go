package markdown

import (
	"bytes"
	"slices"

	"hexaglot/pipeline/document"
)

// token is a part of a translation on its way out.
type token struct {
	text        string         // plain text, where code is nil
	code        *document.Code // else a code
	raw         []byte         // what is written for the code
	char        byte           // the character of emphasis marks, or 0
	twin        int            // the other end of the pair
	first, last bool           // the edge of the text that is written as a reference
	inLink      bool
	inSuper     bool
}

// render gives the parts of a translation in a style, with "\n" for line ends and without prefixes.
func (s *site) render(parts []token, st style) []byte {
	list := slices.Clone(parts)
	if st.marks == tags {
		markWithTags(list)
	} else {
		markWith(list, st.marks)
	}
	var out []byte
	for i := range list {
		out = s.write(out, list, i, st.escape)
	}
	return out
}

// tokens gives the parts of c.
func (s *site) tokens(c document.Content) []token {
	list := make([]token, 0, 2*len(c.Codes)+1)
	var open []int
	links, supers, at := 0, 0, 0
	text := func(stop int) {
		if stop > at {
			list = append(list, token{text: c.Text[at:stop], inLink: links > 0, inSuper: supers > 0})
		}
		at = stop
	}
	for i := range c.Codes {
		code := &c.Codes[i]
		text(code.Pos)
		t := token{code: code, raw: s.data(code), twin: -1, inLink: links > 0}
		step := 0
		switch {
		case code.Kind == document.Open:
			open = append(open, len(list))
			step = 1
		case code.Kind == document.Close && len(open) > 0:
			t.twin = open[len(open)-1]
			list[t.twin].twin = len(list)
			open = open[:len(open)-1]
			step = -1
		}
		if emphasised(code) && len(t.raw) > 0 && bytes.IndexByte([]byte("*_~"), t.raw[0]) >= 0 {
			t.char = t.raw[0]
		}
		if isLinkCode(code) {
			links += step
		}
		if code.Name == "sup" || code.Name == "sub" {
			supers += step
		}
		list = append(list, t)
	}
	text(len(c.Text))
	breaks(list)
	return list
}

// breaks writes the hard line breaks that would not be seen as such in another
// way: at the edges of a block, and on a line of their own.
func breaks(list []token) {
	for i := range list {
		switch {
		case !isBreak(list[i].code):
		case i == 0 || i == len(list)-1:
			list[i].raw = []byte("<br>")
		case isBreak(list[i-1].code):
			list[i].raw = []byte("\\\n")
		}
	}
}

// isLinkCode reports whether a code is one end of a link in brackets.
func isLinkCode(code *document.Code) bool {
	return code.Name == "a" && code.Kind != document.Standalone
}

// data gives the bytes of a code without the prefixes of its lines.
func (s *site) data(code *document.Code) []byte {
	raw := document.AppendChunks(nil, code.Data)
	if bytes.IndexByte(raw, '\n') < 0 {
		return raw
	}
	raw = bytes.ReplaceAll(raw, []byte(s.eol+s.prefix), []byte{'\n'})
	return lineEnds.ReplaceAll(raw, []byte{'\n'})
}
