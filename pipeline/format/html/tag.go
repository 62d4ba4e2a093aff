package html

import (
	"bytes"
	"strings"

	"hexaglot/pipeline/document"
)

// Tag is a tag of the source, or a piece of markup that is none.
type Tag struct {
	Name    string // lower case; "" for what is no tag
	Closing bool   // </b>
	Alone   bool   // it has no end: <br>, <img>, <a/>
	Opaque  bool   // what it holds is not translated: <code>, translate="no"
	attrs   []attr
}

type attr struct {
	name        string
	start, stop int  // the value, without quotes; start is 0 where there is none
	quote       byte // '"', '\'' or 0
}

// void lists the elements without an end tag.
// https://html.spec.whatwg.org/multipage/syntax.html#void-elements
var void = words("area base br col embed hr img input link meta param source track wbr")

// verbatim lists the elements whose content is never translated.
var verbatim = words("code kbd samp var pre script style template textarea svg math iframe object noembed noframes xmp plaintext")

func words(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

// ParseTag reads a tag, given whole with its angle brackets.
func ParseTag(raw []byte) Tag {
	var t Tag
	if len(raw) < 3 || raw[0] != '<' {
		return t
	}
	i := 1
	if raw[i] == '/' {
		t.Closing = true
		i++
	}
	start := i
	for i < len(raw) && !isSpace(raw[i]) && raw[i] != '/' && raw[i] != '>' {
		i++
	}
	if start == i || !isLetter(raw[start]) {
		return Tag{}
	}
	t.Name = strings.ToLower(string(raw[start:i]))
	t.attrs = attributes(raw, i)
	t.Alone = !t.Closing && (void[t.Name] || bytes.HasSuffix(raw, []byte("/>")))
	t.Opaque = verbatim[t.Name] || t.untranslated(raw)
	return t
}

// untranslated reports whether the author excludes the element.
// https://html.spec.whatwg.org/multipage/dom.html#attr-translate
func (t Tag) untranslated(raw []byte) bool {
	for _, a := range t.attrs {
		value := strings.ToLower(string(raw[a.start:a.stop]))
		if a.name == "translate" && value == "no" {
			return true
		}
		if a.name == "class" && words(value)["notranslate"] {
			return true
		}
	}
	return false
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// attributes reads the attributes of a tag from the offset i on.
func attributes(raw []byte, i int) []attr {
	var list []attr
	end := len(raw) - 1
	for {
		for i < end && (isSpace(raw[i]) || raw[i] == '/') {
			i++
		}
		if i >= end {
			return list
		}
		start := i
		for i++; i < end && !isSpace(raw[i]) && raw[i] != '/' && raw[i] != '='; i++ {
		}
		a := attr{name: strings.ToLower(string(raw[start:i]))}
		i = a.value(raw[:end], i)
		list = append(list, a)
	}
}

// value reads "= value" at the offset i and gives the offset after it.
func (a *attr) value(raw []byte, i int) int {
	at := skipSpace(raw, i)
	if at >= len(raw) || raw[at] != '=' {
		return i
	}
	at = skipSpace(raw, at+1)
	a.start, a.stop = at, at
	if at < len(raw) && (raw[at] == '"' || raw[at] == '\'') {
		a.quote = raw[at]
		a.start = at + 1
		a.stop = len(raw)
		if n := bytes.IndexByte(raw[a.start:], a.quote); n >= 0 {
			a.stop = a.start + n
		}
		return min(a.stop+1, len(raw))
	}
	for at < len(raw) && !isSpace(raw[at]) {
		at++
	}
	a.stop = at
	return at
}

func skipSpace(raw []byte, i int) int {
	for i < len(raw) && isSpace(raw[i]) {
		i++
	}
	return i
}

// CodeName gives the name of the inline code for a tag: its letters.
func (t Tag) CodeName() string {
	name := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}, t.Name)
	if name == "" {
		return "x"
	}
	return name[:min(len(name), 12)]
}

// attributeRoles lists the attributes that are translated, with their roles.
var attributeRoles = map[string]string{
	"alt":         "image description",
	"title":       "link title",
	"placeholder": "placeholder",
	"aria-label":  "label",
}

// Chunks gives the bytes of a tag, with a unit for each attribute that is
// translated. line is where raw starts.
func (t Tag) Chunks(raw []byte, line int) ([]document.Chunk, []*document.Unit) {
	var chunks []document.Chunk
	var units []*document.Unit
	meta := t.metaName(raw)
	done := 0
	for _, a := range t.attrs {
		role := t.role(a, meta)
		text := value(raw[a.start:a.stop])
		if role == "" || strings.TrimSpace(text) == "" {
			continue
		}
		line += bytes.Count(raw[done:a.start], []byte{'\n'})
		u := document.NewUnit(role, line, document.Content{Text: text})
		u.Encode = a.encode
		units = append(units, u)
		chunks = append(chunks, document.Chunk{Raw: raw[done:a.start:a.start]}, document.Chunk{Raw: raw[a.start:a.stop:a.stop], Unit: u})
		line += bytes.Count(raw[a.start:a.stop], []byte{'\n'})
		done = a.stop
	}
	return append(chunks, document.Chunk{Raw: raw[done:]}), units
}

// role gives the role of an attribute's value, or "" where it stays; meta is
// the name of a <meta>.
func (t Tag) role(a attr, meta string) string {
	switch {
	case t.Closing || a.stop == 0:
		return ""
	case t.Name == "meta" && a.name == "content" && (meta == "description" || meta == "keywords"):
		return meta
	case t.Name == "meta":
		return ""
	case a.name == "title" && t.Name != "a":
		return "title"
	}
	return attributeRoles[a.name]
}

// metaName gives the name of a <meta>, in lower case.
func (t Tag) metaName(raw []byte) string {
	if t.Name != "meta" {
		return ""
	}
	name, _ := t.attr("name")
	return strings.ToLower(string(raw[name.start:name.stop]))
}

// encode gives an attribute's value: quoted where it was not.
func (a attr) encode(c document.Content) []byte {
	text := lineEnds.ReplaceAllString(c.Text, " ")
	if a.quote == 0 {
		return append(appendEscaped([]byte{'"'}, text, '"'), '"')
	}
	return appendEscaped(nil, text, a.quote)
}

// source gives the address that an element stands for, shown to translators.
func (t Tag) source(raw []byte) string {
	for _, a := range t.attrs {
		if a.name == "href" || a.name == "src" {
			return decode(raw[a.start:a.stop])
		}
	}
	return ""
}

// Disp gives what a placeholder or pair of the tag stands for: an address, or "".
func (t Tag) Disp(raw []byte) string {
	if t.Closing {
		return ""
	}
	return t.source(raw)
}

// Pair gives for each tag the index of its partner, or -1: the pairs nest
// properly, and what has no partner, or crosses a pair, stands alone.
func Pair(tags []Tag) []int {
	partner := make([]int, len(tags))
	open := map[string]int{}
	var stack []int
	for i, t := range tags {
		partner[i] = -1
		switch {
		case t.Name == "" || t.Alone:
		case !t.Closing:
			stack = append(stack, i)
			open[t.Name]++
		case open[t.Name] > 0:
			for j := len(stack) - 1; ; j-- {
				opener := stack[j]
				open[tags[opener].Name]--
				if tags[opener].Name == t.Name {
					stack = stack[:j]
					partner[i], partner[opener] = opener, i
					break
				}
			}
		}
	}
	return partner
}
