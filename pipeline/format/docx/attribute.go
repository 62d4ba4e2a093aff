package docx

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"

	"hexaglot/pipeline/document"
)

// attributeRoles lists the attributes that are text, by their local names, with
// the roles of their units: the description and title of a drawing
// (§20.4.2.5), the text of WordArt and of watermarks ([MS-OI29500]
// v:textpath), the tip of a hyperlink (§17.16.22), the title and description of
// a table (§17.4.62).
var attributeRoles = map[name]map[string]string{
	wpDocPr:         {"descr": "image description", "title": "image title"},
	vTextpath:       {"string": "text box"},
	wHyperlink:      {"tooltip": "link title"},
	wTblCaption:     {"val": "table title"},
	wTblDescription: {"val": "table description"},
}

// fileName matches descriptions that are nothing but the name of a file, as
// Word writes them when a picture is inserted.
var fileName = regexp.MustCompile(`(?i)^\S*\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|eps|pdf|webp)$|^[a-z]:\\`)

// attributes adds units for those attributes of an element that are text.
func (w *walker) attributes(n int32) {
	if w.tree.nodes[n].name == picCNvPr {
		w.pictureName(n)
		return
	}
	roles := attributeRoles[w.tree.nodes[n].name]
	eachAttr(w.tree.tag(n), func(a attr, at int) bool {
		role := roles[string(local(a.name))]
		text := attributeText(a.value)
		if role != "" && strings.TrimSpace(text) != "" && !fileName.MatchString(text) {
			w.units = append(w.units, w.attribute(role, text, n, at, a))
		}
		return true
	})
}

// attributeText gives the value of an attribute, normalised as W3C XML 1.0,
// section 3.3.3 says.
func attributeText(value []byte) string {
	value = bytes.Map(func(r rune) rune {
		if r == '\t' || r == '\n' || r == '\r' {
			return ' '
		}
		return r
	}, value)
	return string(appendText(nil, value))
}

// attribute gives a unit for the value of an attribute.
func (w *walker) attribute(role, text string, n int32, at int, a attr) *document.Unit {
	u := document.NewUnit(role, 0, document.Content{Text: text})
	source := a.value
	u.Encode = func(c document.Content) []byte {
		if c.Text == text {
			return source
		}
		return appendAttribute(nil, c.Text)
	}
	from := w.tree.nodes[n].start + int32(at)
	w.raw(from)
	w.at = from + int32(len(a.value))
	w.chunks = append(w.chunks, document.Chunk{Raw: w.tree.slice(from, w.at), Unit: u})
	return u
}

// pictureName keeps the description inside a picture, which Word does not show,
// in step with that of its drawing, where it is the same.
func (w *walker) pictureName(n int32) {
	eachAttr(w.tree.tag(n), func(a attr, at int) bool {
		text := attributeText(a.value)
		if name := string(a.name); name != "descr" && name != "title" {
			return true
		}
		for _, u := range w.units[max(0, len(w.units)-4):] {
			if strings.HasPrefix(u.Role, "image ") && u.Segments[0].Source.Text == text && text != "" {
				w.follow(w.attribute(u.Role, text, n, at, a), u)
				break
			}
		}
		return true
	})
}

// appendAttribute appends the value of an attribute in either kind of quotes.
func appendAttribute(dst []byte, text string) []byte {
	for _, r := range text {
		switch r {
		case '"':
			dst = append(dst, "&quot;"...)
		case '\'':
			dst = append(dst, "&apos;"...)
		case '\n':
			dst = append(dst, "&#10;"...)
		case '\t':
			dst = append(dst, "&#9;"...)
		default:
			dst = appendEscaped(dst, string(r))
		}
	}
	return dst
}

// element adds a unit for an element that holds nothing but text.
func (w *walker) element(n int32, role string) *document.Unit {
	text := string(w.tree.text(n))
	u := document.NewUnit(role, 0, document.Content{Text: text})
	node := w.tree.nodes[n]
	source := w.tree.slice(node.inner, node.close)
	u.Encode = func(c document.Content) []byte {
		if c.Text == text {
			return source
		}
		return appendEscaped(nil, c.Text)
	}
	w.raw(node.inner)
	w.chunks = append(w.chunks, document.Chunk{Raw: source, Unit: u})
	w.at = node.close
	return u
}

// lettered reports whether a text has anything to translate: a letter.
func lettered(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }
