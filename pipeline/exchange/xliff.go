package exchange

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/document"
)

// XLIFF is XLIFF 2.1 (OASIS Standard, 13 February 2018); 2.0 and 2.2 are read
// as well. The modules matches, glossary and metadata are written; what other
// modules and extensions hold stays in its place.
var XLIFF = Format{
	Name:       "xliff",
	Doc:        "XLIFF 2.1, with matches, glossary and metadata",
	Extensions: []string{".xlf", ".xliff"},
	Sniff:      func(data []byte) bool { return mentions(data, "urn:oasis:names:tc:xliff:document:2.") },
	Write:      writeXLIFF,
	Read:       readXLIFF,
}

// mentions reports whether the beginning of data has word in any encoding.
func mentions(data []byte, word string) bool {
	head := bytes.ReplaceAll(data[:min(len(data), 8192)], []byte{0}, nil)
	return bytes.Contains(head, []byte(word))
}

// xliff2 is how XLIFF 2 is written into a file that was read.
var xliff2 = dialect{
	text: text2,
	unknown: func(t *tree, segment *node, code document.Code) string {
		return "<" + t.prefixed(segment, "ph") + attributes("id", id(code)) + "/>"
	},
	state: func(t *tree, segment, _ *node, s State) []edit {
		if !segment.is(segment.name.Space, "segment") {
			return nil
		}
		return []edit{t.setAttr(segment, "state", s.String())}
	},
	attrs: func(File, State) string { return "" },
	before: func(t *tree, f File) []edit {
		if t.root.has("trgLang") {
			return nil
		}
		return []edit{t.setAttr(t.root, "trgLang", f.To.String())}
	},
}

// readXLIFF reads XLIFF 2. A file that breaks a rule outside of its units is
// refused as a whole; a unit that breaks one has a Fault.
func readXLIFF(name string, data []byte) ([]File, error) {
	t, err := plantFile(name, data)
	if err != nil {
		return nil, err
	}
	bad, err := judge(validate2(t.root))
	if err != nil {
		return nil, fault.At(err, name, 0)
	}
	r := &reading{tree: t}
	var files []File
	from, to := tag(t.root.attr("srcLang")), tag(t.root.attr("trgLang"))
	for _, n := range t.root.elements() {
		if n.name.Local != "file" {
			continue
		}
		f := File{Name: n.attr("original"), From: from, To: to, Data: r}
		origins := map[string]*origin{}
		n.all(func(n *node) bool {
			if n.name.Space != t.root.name.Space && !n.isText() {
				return false
			}
			if n.name.Local == "unit" && n.inherited("", "translate") != "no" {
				u, o := readUnit(t, n)
				u.Fault = bad.of(n, name)
				f.Units = append(f.Units, u)
				origins[u.ID] = o
			}
			return n.name.Local != "unit"
		})
		files = append(files, f)
		r.files = append(r.files, origins)
	}
	return files, nil
}

// plantFile reads a file as a tree, within bounds.
func plantFile(name string, data []byte) (*tree, error) {
	if err := bounded(name, data); err != nil {
		return nil, err
	}
	t, err := plant(data)
	if err != nil {
		return nil, fault.At(err, name, 0)
	}
	return t, nil
}

// tag reads a language; Und for one that is none.
func tag(name string) language.Tag {
	lang, err := language.Parse(name)
	if err != nil {
		return language.Und
	}
	return lang
}

func readUnit(t *tree, n *node) (Unit, *origin) {
	space := n.name.Space
	u := Unit{ID: n.attr("id"), Line: n.line, State: Final}
	o := &origin{inline: newInline(t)}
	read := reader2{in: o.inline}
	var sources, targets []*node
	for _, part := range n.elements() {
		if !part.is(space, "segment") && !part.is(space, "ignorable") {
			continue
		}
		o.segments = append(o.segments, part)
		source, target := part.first(space, "source"), part.first(space, "target")
		sources = append(sources, source)
		if part.name.Local == "segment" {
			u.State = min(u.State, ParseState(part.attr("state")))
			if target == nil {
				u.State = Initial
			}
		} else if target == nil {
			target = source
		}
		targets = append(targets, target)
	}
	u.Source = read.contents(sources)
	if slices.ContainsFunc(n.elements(), func(part *node) bool { return part.first(space, "target") != nil }) {
		u.Target = read.contents(ordered(targets))
	}
	o.target, o.state = u.Target.String(), u.State
	readAbout(n, &u)
	return u, o
}

// ordered brings the targets of a unit into the order that they ask for
// (XLIFF 2.1, section 4.3.1.23, order).
func ordered(targets []*node) []*node {
	out := make([]*node, len(targets))
	for i, target := range targets {
		at := i
		if target != nil {
			if n, err := strconv.Atoi(target.attr("order")); err == nil && n >= 1 && n <= len(out) {
				at = n - 1
			}
		}
		out[at] = target
	}
	return out
}

// readAbout reads what the unit says of itself: its notes, and the checksum of
// the target as it was exported.
func readAbout(n *node, u *Unit) {
	n.all(func(kid *node) bool {
		switch {
		case kid.is(n.name.Space, "note"):
			text := kid.plain()
			switch kid.attr("category") {
			case noteDescription:
				u.Description = text
			case noteLocation:
				u.Where = strings.Split(text, "\n")
			case noteDamaged:
			default:
				u.Notes = append(u.Notes, text)
			}
		case kid.is(nsMetadata, "meta") && kid.up.attr("category") == category && kid.attr("type") == "target":
			u.Base = strings.TrimSpace(kid.plain())
		}
		return !kid.is(n.name.Space, "segment")
	})
}

// reader2 reads inline codes of XLIFF 2.
type reader2 struct {
	in *inline
}

func (r reader2) contents(nodes []*node) document.Content {
	var c document.Content
	for _, n := range nodes {
		if n != nil {
			r.content(&c, n)
		}
	}
	return c
}

// names2 are names of codes by their type or subType.
var names2 = map[string]string{
	"xlf:b": "b", "xlf:i": "i", "xlf:u": "u", "xlf:lb": "br", "link": "a", "image": "img", "quote": "q",
}

func (r reader2) content(c *document.Content, n *node) {
	for _, kid := range n.kids {
		name := names2[kid.attr("subType")]
		if name == "" {
			name = names2[kid.attr("type")]
		}
		if name == "" {
			name = "x"
		}
		fileID := kid.attr("id")
		if disp := kid.attr("disp") + kid.attr("dispStart"); disp != "" {
			r.in.disp[fileID] = disp
		}
		raw := r.in.tree.raw(kid)
		switch kid.name.Local {
		case "":
			c.Text += kid.text
		case "cp":
			c.Text += unhex(kid.attr("hex"))
		case "ph":
			r.in.add(c, r.in.code(document.Standalone, fileID, name), raw)
		case "pc":
			r.in.pair(c, kid, fileID, name, func(n *node) { r.content(c, n) })
		case "sc":
			r.in.add(c, r.in.code(document.Open, fileID, name), raw)
		case "ec":
			if ref := kid.attr("startRef"); ref != "" {
				fileID = ref
			}
			r.in.add(c, r.in.code(document.Close, fileID, name), raw)
		case "mrk":
			r.content(c, kid)
		}
	}
}
