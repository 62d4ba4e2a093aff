package docx

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// attr is an attribute as it stands in its start tag.
type attr struct {
	name, value []byte // value without its quotes, references not resolved
	quote       byte
}

// attribute reads the attribute that b begins with; size is 0 where there is
// none.
func attribute(b []byte) (a attr, size int) {
	for size < len(b) && !ends[b[size]] {
		size++
	}
	a.name = b[:size]
	for size < len(b) && isSpace(b[size]) {
		size++
	}
	if len(a.name) == 0 || size == len(b) || b[size] != '=' {
		return a, 0
	}
	size++
	for size < len(b) && isSpace(b[size]) {
		size++
	}
	if size == len(b) || b[size] != '"' && b[size] != '\'' {
		return a, 0
	}
	a.quote = b[size]
	size++
	n := bytes.IndexByte(b[size:], a.quote)
	if n < 0 {
		return a, 0
	}
	a.value = b[size : size+n]
	return a, size + n + 1
}

// eachAttr calls f for the attributes of a start tag, until it gives false;
// at is where an attribute's value begins in the tag.
func eachAttr(tag []byte, f func(a attr, at int) bool) {
	if len(tag) == 0 {
		return
	}
	at := 1 + len(qualified(tag))
	for {
		for at < len(tag) && isSpace(tag[at]) {
			at++
		}
		a, size := attribute(tag[at:])
		if size == 0 {
			return
		}
		at += size
		if !f(a, at-1-len(a.value)) {
			return
		}
	}
}

// local gives a name without its prefix.
func local(qname []byte) []byte {
	return qname[bytes.IndexByte(qname, ':')+1:]
}

// prefixOf gives the prefix of a name, with the colon, or nothing.
func prefixOf(qname []byte) []byte {
	return qname[:bytes.IndexByte(qname, ':')+1]
}

// tag gives the start tag of an element.
func (t *tree) tag(n int32) []byte { return t.src[t.nodes[n].start:t.nodes[n].inner] } // nothing for none

// raw gives the bytes of an element, or nothing for none.
func (t *tree) raw(n int32) []byte {
	if n == 0 {
		return nil
	}
	return t.slice(t.nodes[n].start, t.nodes[n].stop)
}

func (t *tree) slice(from, to int32) []byte { return t.src[from:to:to] }

// attr gives the value of the attribute with a local name, resolved.
func (t *tree) attr(n int32, localName string) (value string, ok bool) {
	eachAttr(t.tag(n), func(a attr, _ int) bool {
		if string(local(a.name)) == localName && !bytes.HasPrefix(a.name, []byte("xmlns:")) {
			value, ok = string(appendText(nil, a.value)), true
		}
		return !ok
	})
	return value, ok
}

// val gives the attribute that most properties keep their value in.
func (t *tree) val(n int32) string {
	v, _ := t.attr(n, "val")
	return v
}

// child gives the first child with a name, or 0; none has no children.
func (t *tree) child(n int32, want name) int32 {
	if n == 0 {
		return 0
	}
	for c := t.nodes[n].first; c != 0; c = t.nodes[c].next {
		if t.nodes[c].name == want {
			return c
		}
	}
	return 0
}

// after gives the element that follows the end of another, or 0.
func (t *tree) after(n int32) int32 {
	for n != 0 && t.nodes[n].next == 0 {
		n = t.nodes[n].parent
	}
	return t.nodes[n].next
}

// text gives the character data of an element, resolved; markup inside it is
// left out.
func (t *tree) text(n int32) []byte {
	return appendText(nil, t.src[t.nodes[n].inner:t.nodes[n].close])
}

// appendText appends character data to dst: references resolved, CDATA
// sections opened, comments, instructions and elements left out.
func appendText(dst, b []byte) []byte {
	for len(b) > 0 {
		n := bytes.IndexAny(b, "&<\r")
		if n < 0 {
			return append(dst, b...)
		}
		dst = append(dst, b[:n]...)
		b = b[n:]
		switch b[0] {
		case '\r':
			dst = append(dst, '\n')
			b = bytes.TrimPrefix(b[1:], []byte("\n"))
		case '&':
			r, size := reference(b)
			if size == 0 {
				r, size = '&', 1
			}
			dst = utf8.AppendRune(dst, r)
			b = b[size:]
		default:
			dst, b = appendMarkup(dst, b)
		}
	}
	return dst
}

func appendMarkup(dst, b []byte) (out, rest []byte) {
	if cdata, ok := bytes.CutPrefix(b, []byte("<![CDATA[")); ok {
		text, rest, _ := bytes.Cut(cdata, []byte("]]>"))
		return append(dst, text...), rest
	}
	end := ">"
	switch {
	case bytes.HasPrefix(b, []byte("<!--")):
		end = "-->"
	case bytes.HasPrefix(b, []byte("<?")):
		end = "?>"
	}
	_, rest, _ = bytes.Cut(b, []byte(end))
	return dst, rest
}

var entities = map[string]rune{"amp": '&', "lt": '<', "gt": '>', "quot": '"', "apos": '\''}

// reference gives the character that a reference at the start of b stands for,
// and the bytes that it takes; size is 0 where b begins with no reference.
func reference(b []byte) (r rune, size int) {
	n := bytes.IndexByte(b[:min(len(b), 12)], ';')
	if n < 2 {
		return 0, 0
	}
	body := string(b[1:n])
	if r, ok := entities[body]; ok {
		return r, n + 1
	}
	base := 10
	if body[0] != '#' {
		return 0, 0
	}
	if body = body[1:]; body != "" && body[0] == 'x' {
		base, body = 16, body[1:]
	}
	v, err := strconv.ParseUint(body, base, 32)
	if err != nil || !legal(rune(v)) {
		return 0, 0
	}
	return rune(v), n + 1
}

// legal reports whether r is a Char of XML 1.0, production [2].
func legal(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= ' ' && r <= 0xd7ff || r >= 0xe000 && r <= 0xfffd || r >= 0x10000 && r <= 0x10ffff
}
