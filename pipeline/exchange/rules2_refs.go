package exchange

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// references: ref is a URI; one that is a fragment identifier keeps the syntax
// of XLIFF 2.1, section 4.6, and a comment that points to a note points to one
// of its own unit.
func (c *checker) references(n *node) {
	if !c.is(n, "mrk", "sm") {
		return
	}
	ref, hasRef := n.find("", "ref")
	fragment, isFragment := strings.CutPrefix(ref, "#")
	if hasRef && isFragment && !c.wellFormed(fragment) {
		c.value(n, "ref", ref, "fragment identification")
		return
	}
	switch n.attr("type") {
	case "comment":
		switch {
		case hasRef == n.has("value"):
			c.value(n, "ref", ref, "comment annotation")
		case hasRef && !c.noteOfUnit(n, ref):
			c.dangling(n, "ref", ref, "comment annotation")
		}
	case "mtc:match":
		if hasRef {
			c.attribute(n, "ref", "mtc:match")
		}
	}
}

// noteOfUnit reports whether a reference is to a note of the unit around n.
func (c *checker) noteOfUnit(n *node, ref string) bool {
	unit := n.within(c.core, "unit")
	if unit == nil {
		return false
	}
	path, id, ok := cutLast(ref, "n=")
	if !ok {
		return false
	}
	path = strings.Trim(strings.TrimPrefix(path, "#"), "/")
	if path != "" && !strings.HasSuffix("/"+path, "/u="+unit.attr("id")) {
		return false
	}
	notes := unit.first(c.core, "notes")
	return notes != nil && slices.ContainsFunc(notes.elements(), func(note *node) bool { return note.attr("id") == id })
}

func cutLast(s, sep string) (before, after string, ok bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

// modulePrefixes are the prefixes of fragment identifiers that modules have, and
// those registered for extensions (XLIFF 2.1, section 4.6.4).
var modulePrefixes = []string{"gls", "mtc", "mda", "res", "ctr", "slr", "val", "its", "fs", "pgs", "tbx"}

// wellFormed reports whether a fragment identifier is one of XLIFF: f, g, u in
// this order, each once, and then one leaf: n, d, t, the prefix of a module or
// extension, or the id of a segment or inline element alone.
func (c *checker) wellFormed(fragment string) bool {
	parts := strings.Split(strings.TrimPrefix(fragment, "/"), "/")
	place := 0
	for i, part := range parts {
		prefix, id, ok := strings.Cut(part, "=")
		if !ok {
			prefix, id = "", part
		}
		level := strings.Index(" fgu", prefix)
		leaf := prefix == "" || level <= 0 || len(prefix) > 1
		switch {
		case !nmtoken.MatchString(id):
			return false
		case leaf && (i != len(parts)-1 || !c.isLeaf(prefix)):
			return false
		case !leaf && level <= place:
			return false
		}
		if !leaf {
			place = level
		}
	}
	return true
}

func (c *checker) isLeaf(prefix string) bool {
	switch prefix {
	case "", "n", "d", "t":
		return true
	}
	return slices.Contains(modulePrefixes, prefix)
}

// subFlows: they are units of the same file; those of a pc come in pairs.
func (c *checker) subFlows(n *node) {
	if !c.is(n, "ph", "pc", "sc", "ec") {
		return
	}
	if n.has("subFlowsStart") != n.has("subFlowsEnd") {
		c.lacks(n, "subFlowsStart, subFlowsEnd", "subFlows")
	}
	if n.has("equivStart") != n.has("equivEnd") {
		c.lacks(n, "equivStart, equivEnd", "equiv")
	}
	for _, attr := range []string{"subFlows", "subFlowsStart", "subFlowsEnd"} {
		for id := range strings.FieldsSeq(n.attr(attr)) {
			if !c.unitInFile(n, id) {
				c.dangling(n, attr, id, "subFlows")
			}
		}
	}
}

func (c *checker) unitInFile(n *node, id string) bool {
	file := n.within(c.core, "file")
	found := false
	if file != nil {
		file.all(func(kid *node) bool {
			found = found || c.is(kid, "unit") && kid.attr("id") == id
			return !found && !c.is(kid, "unit")
		})
	}
	return found
}

// codePoints: cp is for characters that XML cannot hold, or that it
// discourages.
func (c *checker) codePoints(n *node) {
	if !c.is(n, "cp") {
		return
	}
	s := n.attr("hex")
	r, _ := utf8.DecodeRuneInString(unhex(s))
	control := r >= 0x7f && r <= 0x9f && r != 0x85
	if len(s) < 4 || len(s) > 6 || validChar(r) && !control && r != utf8.RuneError {
		c.value(n, "hex", s, "cp")
	}
}

// subTypes are those that XLIFF has for a type.
var subTypes = map[string][]string{"fmt": {"b", "i", "u", "lb", "pb"}, "ui": {"var"}}

// types: subType asks for type, and those of XLIFF for the type that they refine.
func (c *checker) types(n *node) {
	sub, ok := n.find("", "subType")
	if !ok || !c.is(n, "ph", "pc", "sc", "ec") && !n.is(nsMatches, "match") {
		return
	}
	kind := n.attr("type")
	prefix, name, _ := strings.Cut(sub, ":")
	switch {
	case kind == "":
		c.lacks(n, "type", "subType")
	case prefix == "xlf" && !slices.Contains(subTypes[kind], name):
		c.value(n, "subType", sub, "subType")
	}
}

// extensions: the ids of an extension's elements are unique within the file,
// group or unit that holds them.
func (c *checker) extensions(n *node) {
	if !c.is(n, "file", "group", "unit") {
		return
	}
	seen := map[string]bool{}
	for _, kid := range n.elements() {
		if kid.name.Space == c.core || isModule(kid.name.Space) && kid.name.Space != nsMetadata {
			continue
		}
		kid.all(func(e *node) bool {
			id, ok := e.find("", "id")
			if !ok {
				id, ok = e.find(xmlSpace, "id")
			}
			key := e.name.Space + " " + id
			if ok && seen[key] {
				c.twice(e, "id", id, "id")
			}
			seen[key] = seen[key] || ok
			return true
		})
	}
}
