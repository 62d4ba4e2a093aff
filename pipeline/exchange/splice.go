package exchange

import (
	"bytes"
	"cmp"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// edit puts text in the place of the bytes from start to end.
type edit struct {
	start, end int
	text       string
}

// splice writes a tree with edits; without any, byte for byte as it came.
func (t *tree) splice(w io.Writer, edits []edit) error {
	if len(edits) == 0 {
		_, err := w.Write(t.original)
		return err
	}
	slices.SortStableFunc(edits, func(a, b edit) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end)) })
	var out bytes.Buffer
	at := 0
	for _, e := range edits {
		out.Write(t.data[at:e.start])
		out.WriteString(e.text)
		at = e.end
	}
	out.Write(t.data[at:])
	data, err := t.encoded(out.Bytes())
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// raw gives the bytes of a start tag.
func (t *tree) raw(n *node) string { return string(t.data[n.start:n.inner]) }

// closing gives the end tag of an element that has one.
func (t *tree) closing(n *node) string { return "</" + t.qualified(n) + ">" }

// qualified gives the name of an element with its prefix, as it is written.
func (t *tree) qualified(n *node) string {
	name := t.data[n.start+1 : n.inner]
	return string(name[:bytes.IndexAny(name, " \t\r\n/>")])
}

// prefixed gives another name of the same namespace as n.
func (t *tree) prefixed(n *node, local string) string {
	name := t.qualified(n)
	return name[:len(name)-len(n.name.Local)] + local
}

// setAttr gives the edit that sets an attribute without a namespace.
func (t *tree) setAttr(n *node, name, value string) edit {
	if start, end, ok := t.attrPlace(n, func(key string) bool { return key == name }); ok {
		return edit{start, end, escapeAttr(value)}
	}
	at := n.start + 1 + len(t.qualified(n))
	return edit{at, at, " " + name + `="` + escapeAttr(value) + `"`}
}

// resetAttr gives the edit that changes an attribute with a prefix, of which the
// element has only one of that name.
func (t *tree) resetAttr(n *node, local, value string) []edit {
	start, end, ok := t.attrPlace(n, func(key string) bool { return strings.HasSuffix(key, ":"+local) })
	if !ok {
		return nil
	}
	return []edit{{start, end, escapeAttr(value)}}
}

// attrPlace gives the place of the value of an attribute in a start tag.
func (t *tree) attrPlace(n *node, is func(key string) bool) (start, end int, ok bool) {
	at := n.start + 1 + len(t.qualified(n))
	for {
		for at < n.inner && isXMLSpace(t.data[at]) {
			at++
		}
		from := at
		for at < n.inner && !isXMLSpace(t.data[at]) && t.data[at] != '=' && t.data[at] != '>' {
			at++
		}
		key := string(t.data[from:at])
		for at < n.inner && t.data[at] != '"' && t.data[at] != '\'' {
			at++
		}
		if at >= n.inner {
			return 0, 0, false
		}
		start = at + 1
		end = start + bytes.IndexByte(t.data[start:], t.data[at])
		if is(key) {
			return start, end, true
		}
		at = end + 1
	}
}

func isXMLSpace(b byte) bool { return b == ' ' || b == '\t' || b == '\r' || b == '\n' }

// setInner gives the edit that sets what an element holds.
func (t *tree) setInner(n *node, content string) edit {
	if n.inner < n.end && n.outer >= n.inner && n.outer < n.end {
		return edit{n.inner, n.outer, content}
	}
	// An empty-element tag: <target …/>.
	slash := n.start + bytes.LastIndexByte(t.data[n.start:n.inner], '/')
	return edit{slash, n.inner, ">" + content + t.closing(n)}
}

// validChar reports whether XML can hold r (XML 1.0, production 2).
func validChar(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= ' ' && r <= 0xd7ff || r >= 0xe000 && r <= 0xfffd || r >= 0x10000 && r <= utf8.MaxRune
}

// escape writes text for the content of an element; what XML cannot hold is
// given to invalid.
func escape(text string, invalid func(rune) string) string {
	var b []byte
	for _, r := range text {
		switch {
		case r == '&':
			b = append(b, "&amp;"...)
		case r == '<':
			b = append(b, "&lt;"...)
		case r == '>':
			b = append(b, "&gt;"...)
		case r == '\r':
			b = append(b, "&#xD;"...)
		case !validChar(r):
			b = append(b, invalid(r)...)
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return string(b)
}

// picture shows a character that XML cannot hold where there is no code for it.
func picture(r rune) string {
	if r < ' ' {
		return string('\u2400' + r)
	}
	return "\uFFFD"
}

// escapeText writes text that is for people: notes, terms.
func escapeText(text string) string { return escape(text, picture) }

// escapeAttr writes the value of an attribute.
func escapeAttr(value string) string {
	out := []byte(nil)
	for _, r := range escapeText(value) {
		switch r {
		case '"':
			out = append(out, "&quot;"...)
		case '\n':
			out = append(out, "&#xA;"...)
		case '\t':
			out = append(out, "&#x9;"...)
		default:
			out = utf8.AppendRune(out, r)
		}
	}
	return string(out)
}
