package exchange

import (
	"slices"
	"strconv"
	"strings"
)

func decimal(n int) string { return strconv.Itoa(n) }

// unitOfCodes is the inline codes of a unit.
type unitOfCodes struct {
	*checker
	unit       *node
	source     []*node // in document order, of all segments
	target     []*node
	sourceByID map[string]*node
	targetByID map[string]*node
}

// inlines are the elements that stand in text.
var inlines = []string{"ph", "pc", "sc", "ec", "mrk", "sm", "em"}

// unitCodes holds the rules of inline codes, which range over a unit.
func (c *checker) unitCodes(n *node) {
	if !c.is(n, "unit") {
		return
	}
	u := &unitOfCodes{checker: c, unit: n, sourceByID: map[string]*node{}, targetByID: map[string]*node{}}
	for _, part := range n.elements() {
		if c.is(part, "segment", "ignorable") {
			u.claim(part)
			u.source = append(u.source, c.codes(part.first(c.core, "source"))...)
			u.target = append(u.target, c.codes(part.first(c.core, "target"))...)
		}
	}
	for _, code := range u.source {
		u.claim(code)
	}
	u.claimTargets()
	for _, side := range [][]*node{u.source, u.target} {
		u.pairs(side)
		u.annotations(side)
	}
	for _, code := range slices.Concat(u.source, u.target) {
		u.data(code)
		u.copies(code)
	}
	for _, part := range n.elements() {
		if c.is(part, "segment", "ignorable") {
			u.reorder(part)
			u.deleted(part)
		}
	}
}

// codes lists the inline codes in an element.
func (c *checker) codes(n *node) []*node {
	if n == nil {
		return nil
	}
	var out []*node
	n.all(func(kid *node) bool {
		if kid != n && c.is(kid, inlines...) {
			out = append(out, kid)
		}
		return true
	})
	return out
}

// claim takes an id for a segment or a code of a source.
func (u *unitOfCodes) claim(n *node) {
	id, ok := n.find("", "id")
	if !ok {
		return
	}
	if u.sourceByID[id] != nil {
		u.twice(n, "id", id, "id")
		return
	}
	u.sourceByID[id] = n
}

// kinds of codes that may stand for each other in source and target.
func alikeKind(a, b *node) bool {
	kind := func(n *node) string {
		switch n.name.Local {
		case "pc", "sc", "ec":
			return "pair"
		case "mrk", "sm":
			return "mark"
		}
		return n.name.Local
	}
	return kind(a) == kind(b)
}

// claimTargets: a code of a target has the id of the same code in the source,
// or one of its own; no two have one.
func (u *unitOfCodes) claimTargets() {
	for _, code := range u.target {
		id, ok := code.find("", "id")
		if !ok {
			continue
		}
		if s := u.sourceByID[id]; u.targetByID[id] != nil || s != nil && !alikeKind(s, code) {
			u.twice(code, "id", id, "id")
		}
		u.targetByID[id] = code
	}
}

// hints are the attributes that both halves of a pair share.
var hints = []string{"canCopy", "canDelete", "canOverlap"}

// pairs: sc and ec that are not isolated come in pairs, in this order, with the
// same hints for editors; an isolated ec has an id, any other a startRef.
func (u *unitOfCodes) pairs(side []*node) {
	starts, ended := map[string]*node{}, map[string]bool{}
	for _, code := range side {
		switch code.name.Local {
		case "sc":
			starts[code.attr("id")] = code
		case "ec":
			u.end(code, starts, ended)
		}
	}
	for _, code := range side {
		if code.name.Local == "sc" && (code.attr("isolated") == "yes") == ended[code.attr("id")] {
			u.unpaired(code, code.attr("id"), "isolated")
		}
	}
}

func (u *unitOfCodes) end(code *node, starts map[string]*node, ended map[string]bool) {
	ref := code.attr("startRef")
	if code.attr("isolated") == "yes" {
		if !code.has("id") || code.has("startRef") {
			u.lacks(code, "id", "isolated")
		}
		return
	}
	switch start := starts[ref]; {
	case !code.has("startRef") || code.has("id"):
		u.lacks(code, "startRef", "isolated")
	case code.has("dir"):
		u.attribute(code, "dir", "dir")
	case start == nil || ended[ref]:
		u.unpaired(code, ref, "startRef")
	default:
		u.sameHints(start, code)
	}
	ended[ref] = true
}

func (u *unitOfCodes) sameHints(start, end *node) {
	for _, hint := range hints {
		if yes(start, hint) != yes(end, hint) {
			u.unpaired(end, end.attr("startRef"), hint)
		}
	}
	want := yes(start, "canReorder")
	if want == "firstNo" {
		want = "no"
	}
	if yes(end, "canReorder") != want {
		u.unpaired(end, end.attr("startRef"), "canReorder")
	}
}

// yes gives the value of an attribute whose default is yes.
func yes(n *node, attr string) string {
	if value, ok := n.find("", attr); ok {
		return value
	}
	return "yes"
}

// annotations: sm and em come in pairs, in this order.
func (u *unitOfCodes) annotations(side []*node) {
	starts, ended := map[string]bool{}, map[string]bool{}
	for _, code := range side {
		switch code.name.Local {
		case "sm":
			starts[code.attr("id")] = true
		case "em":
			ref := code.attr("startRef")
			if !starts[ref] || ended[ref] {
				u.unpaired(code, ref, "em")
			}
			ended[ref] = true
		}
	}
	for _, code := range side {
		if code.name.Local == "sm" && !ended[code.attr("id")] {
			u.unpaired(code, code.attr("id"), "sm")
		}
	}
}

// data: references to original data point to data of the unit.
func (u *unitOfCodes) data(code *node) {
	data := u.unit.first(u.core, "originalData")
	for _, attr := range []string{"dataRef", "dataRefStart", "dataRefEnd"} {
		ref, ok := code.find("", attr)
		if !ok {
			continue
		}
		if data == nil || !slices.ContainsFunc(data.elements(), func(d *node) bool { return d.attr("id") == ref }) {
			u.dangling(code, attr, ref, attr)
		}
	}
}

// copies: copyOf points to a code of the unit that may be copied, and that has
// no original data, like the copy.
func (u *unitOfCodes) copies(code *node) {
	ref, ok := code.find("", "copyOf")
	if !ok {
		return
	}
	base := u.sourceByID[ref]
	if base == nil {
		base = u.targetByID[ref]
	}
	switch {
	case base == nil || base.is(u.core, "segment") || base.is(u.core, "ignorable"):
		u.dangling(code, "copyOf", ref, "copyOf")
	case yes(base, "canCopy") == "no":
		u.moved(code, ref, "canCopy")
	case hasData(base) || hasData(code):
		u.attribute(code, "dataRef", "copyOf")
	}
}

func hasData(n *node) bool { return n.has("dataRef") || n.has("dataRefStart") || n.has("dataRefEnd") }

// codeID gives the id by which a code is known: an ec by that of its sc.
func codeID(n *node) string {
	if ref := n.attr("startRef"); ref != "" {
		return "/" + ref
	}
	return n.attr("id")
}

// reorder: codes that may not be reordered form sequences, each begun by one
// with canReorder="firstNo"; none of them may be copied or deleted, and a
// target keeps each sequence as the source has it.
func (u *unitOfCodes) reorder(part *node) {
	source, target := part.first(u.core, "source"), part.first(u.core, "target")
	want := u.sequences(source)
	if target == nil {
		return
	}
	have := u.sequences(target)
	for _, sequence := range want {
		if len(sequence) < 2 {
			continue
		}
		if !slices.ContainsFunc(have, func(s []string) bool { return slices.Equal(s, sequence) }) {
			u.moved(target, shownSequence(sequence), "canReorder")
		}
	}
}

// shownSequence gives the ids of a sequence, without their depths.
func shownSequence(sequence []string) string {
	ids := make([]string, len(sequence))
	for i, at := range sequence {
		_, ids[i], _ = strings.Cut(at, ":")
	}
	return strings.Join(ids, " ")
}

// sequences gives the sequences of codes in an element that keep their order,
// and reports those that are none. A sequence runs through siblings, or from a
// pc to what it holds; the standard counts a code by where it stands.
func (u *unitOfCodes) sequences(n *node) [][]string {
	var out [][]string
	var walk func(n *node, running bool, depth int)
	walk = func(n *node, running bool, depth int) {
		for _, kid := range n.kids {
			if !u.is(kid, "ph", "pc", "sc", "ec") {
				if u.is(kid, "mrk") {
					walk(kid, running, depth)
				}
				continue
			}
			hint := yes(kid, "canReorder")
			at := decimal(depth) + ":" + codeID(kid)
			switch {
			case hint == "firstNo":
				out, running = append(out, []string{at}), true
			case hint == "no" && running:
				out[len(out)-1] = append(out[len(out)-1], at)
			case hint == "no":
				u.moved(kid, codeID(kid), "canReorder")
			default:
				running = false
			}
			if hint != "yes" && (yes(kid, "canCopy") != "no" || yes(kid, "canDelete") != "no") {
				u.moved(kid, codeID(kid), "canReorder")
			}
			if kid.name.Local == "pc" {
				walk(kid, running, depth+1)
			}
		}
	}
	walk(n, false, 0)
	return out
}

// deleted: a code that may not be deleted is in a target of the unit, if its
// own segment has one.
func (u *unitOfCodes) deleted(part *node) {
	target := part.first(u.core, "target")
	if target == nil {
		return
	}
	for _, code := range u.codes(part.first(u.core, "source")) {
		if code.attr("canDelete") != "no" || u.inTarget(code) {
			continue
		}
		u.moved(target, strings.TrimPrefix(codeID(code), "/"), "canDelete")
	}
}

func (u *unitOfCodes) inTarget(code *node) bool {
	want := codeID(code)
	return slices.ContainsFunc(u.target, func(n *node) bool {
		return codeID(n) == want || code.name.Local == "ec" && n.name.Local == "pc" && "/"+n.attr("id") == want
	})
}
