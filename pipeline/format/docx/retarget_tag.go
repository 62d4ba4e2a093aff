package docx

import (
	"bytes"
	"strings"
)

// Start tags are changed as bytes: an attribute that is not named keeps its
// place, its quotes and its spaces.

// An attrSpan is the place of one attribute in a start tag: its name, its value
// and what follows its closing quote.
type attrSpan struct{ name, value, end int }

// attrAt finds the attribute with a local name, under any prefix.
func attrAt(tag []byte, localName string) (span attrSpan, ok bool) {
	eachAttr(tag, func(a attr, at int) bool {
		if string(local(a.name)) != localName || bytes.HasPrefix(a.name, []byte("xmlns:")) {
			return true
		}
		span = attrSpan{bytes.LastIndex(tag[:at], a.name), at, at + len(a.value) + 1}
		return false
	})
	return span, span.end > 0
}

// tagAttr gives the value of an attribute as it is written.
func tagAttr(tag []byte, local string) (string, bool) {
	a, ok := attrAt(tag, local)
	if !ok {
		return "", false
	}
	return string(tag[a.value : a.end-1]), true
}

// startTag gives the start tag of an element's bytes.
func startTag(raw []byte) []byte {
	quote := byte(0)
	for i, c := range raw {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return raw[:i+1]
		}
	}
	return raw
}

// tagSet gives tag with the attribute set; prefix is for a new one. It returns
// tag itself when nothing changes.
func tagSet(tag []byte, prefix, local, value string) []byte {
	value = attrEscaper.Replace(value)
	if a, ok := attrAt(tag, local); ok {
		if string(tag[a.value:a.end-1]) == value {
			return tag
		}
		return splice(tag, a.value-1, a.end, `"`+value+`"`)
	}
	at := len(tag) - 1
	if tag[at-1] == '/' {
		at--
	}
	for isSpace(tag[at-1]) {
		at--
	}
	return splice(tag, at, at, " "+prefix+local+`="`+value+`"`)
}

var attrEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", `"`, "&quot;")

// tagDrop gives tag without the attribute.
func tagDrop(tag []byte, local string) []byte {
	if a, ok := attrAt(tag, local); ok {
		return splice(tag, len(bytes.TrimRight(tag[:a.name], " \t\r\n")), a.end, "")
	}
	return tag
}

// tagSwap gives tag with the value of an attribute replaced by swap's word for
// it, and whether it has one.
func tagSwap(tag []byte, local string, swap map[string]string) ([]byte, bool) {
	a, ok := attrAt(tag, local)
	if !ok {
		return tag, false
	}
	to, ok := swap[string(tag[a.value:a.end-1])]
	if !ok {
		return tag, false
	}
	return splice(tag, a.value, a.end-1, to), true
}

// tagExchange gives tag with the values of two attributes exchanged, where it
// has both and they differ.
func tagExchange(tag []byte, a, b string) []byte {
	va, okA := tagAttr(tag, a)
	vb, okB := tagAttr(tag, b)
	if !okA || !okB || va == vb {
		return tag
	}
	pa, _ := attrAt(tag, a)
	tag = splice(tag, pa.value, pa.end-1, vb)
	pb, _ := attrAt(tag, b)
	return splice(tag, pb.value, pb.end-1, va)
}

func splice(b []byte, start, end int, s string) []byte {
	out := make([]byte, 0, len(b)-(end-start)+len(s))
	out = append(append(out, b[:start]...), s...)
	return append(out, b[end:]...)
}

// sides are the words that change places when something is mirrored.
var sides = map[string]string{
	"left": "right", "right": "left",
	"leftMargin": "rightMargin", "rightMargin": "leftMargin",
}
