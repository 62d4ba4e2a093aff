package html

import (
	"bytes"

	"golang.org/x/net/html"
	"golang.org/x/text/language"

	"hexaglot/pipeline/locale"
)

// relabel gives the document out with the language and the direction of trg:
// on <html>, and wherever an element says that it is in src.
// https://www.w3.org/International/questions/qa-html-dir
func relabel(out []byte, src, trg language.Tag) []byte {
	var b bytes.Buffer
	b.Grow(len(out) + 64)
	z := html.NewTokenizer(bytes.NewReader(out))
	at := 0
	for {
		token := z.Next()
		stop := at + len(z.Raw())
		raw := out[at:stop]
		if token == html.StartTagToken || token == html.SelfClosingTagToken {
			raw = relabelTag(raw, src, trg)
		}
		b.Write(raw)
		if token == html.ErrorToken {
			b.Write(out[stop:])
			return b.Bytes()
		}
		at = stop
	}
}

// relabelTag gives one start tag with its language and direction changed.
func relabelTag(raw []byte, src, trg language.Tag) []byte {
	t := ParseTag(raw)
	whole := t.Name == "html"
	lang, hasLang := t.attr("lang")
	if !whole && (!hasLang || t.untranslated(raw) || !sameBase(string(raw[lang.start:lang.stop]), src)) {
		return raw
	}
	raw = SetAttribute(raw, "lang", trg.String())
	if _, xml := t.attr("xml:lang"); xml {
		raw = SetAttribute(raw, "xml:lang", trg.String())
	}
	_, hasDir := t.attr("dir")
	switch rtl := locale.RightToLeft(trg); {
	case rtl && (whole || locale.RightToLeft(src) != rtl || hasDir):
		return SetAttribute(raw, "dir", "rtl")
	case hasDir && whole:
		return SetAttribute(raw, "dir", "")
	case hasDir:
		return SetAttribute(raw, "dir", "ltr")
	}
	return raw
}

func sameBase(value string, lang language.Tag) bool {
	tag, err := language.Parse(value)
	if err != nil {
		return false
	}
	a, _ := tag.Base()
	b, _ := lang.Base()
	return a == b
}

func (t Tag) attr(name string) (attr, bool) {
	for _, a := range t.attrs {
		if a.name == name {
			return a, true
		}
	}
	return attr{}, false
}

// Attribute gives the value of an attribute of the tag raw; ok is false where
// it has none of that name.
func Attribute(raw []byte, name string) (value string, ok bool) {
	a, ok := ParseTag(raw).attr(name)
	return decode(raw[a.start:a.stop]), ok
}

// SetAttribute gives the start tag raw with the attribute name set to value,
// which needs no escape, or without it where value is "".
func SetAttribute(raw []byte, name, value string) []byte {
	t := ParseTag(raw)
	a, ok := t.attr(name)
	switch {
	case ok && value == "":
		return removeAttribute(raw, a)
	case value == "":
		return raw
	case ok && a.stop > 0:
		if a.quote == 0 {
			value = `"` + value + `"`
		}
		return splice(raw, a.start, a.stop, value)
	}
	end := 1 + len(t.Name)
	return splice(raw, end, end, " "+name+`="`+value+`"`)
}

// removeAttribute cuts an attribute and the white space before it.
func removeAttribute(raw []byte, a attr) []byte {
	stop := a.stop
	if a.quote != 0 {
		stop++
	}
	start := bytes.LastIndex(bytes.ToLower(raw[:a.start]), []byte(a.name))
	if start < 0 {
		return raw
	}
	for isSpace(raw[start-1]) {
		start--
	}
	return splice(raw, start, stop, "")
}

func splice(raw []byte, start, stop int, value string) []byte {
	out := make([]byte, 0, len(raw)+len(value))
	out = append(out, raw[:start]...)
	out = append(out, value...)
	return append(out, raw[stop:]...)
}
