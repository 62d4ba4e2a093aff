package exchange

import (
	"slices"
	"strings"

	"hexaglot/messages/fault"
)

// mostViolations is how many broken rules of a file are noted.
const mostViolations = 1000

// validate2 gives the rules of XLIFF 2 that a file breaks: those of its schemas,
// and the constraints that the standard states beside them.
func validate2(root *node) []violation {
	if root.name.Local != "xliff" || root.name.Space != nsCore && root.name.Space != nsCore22 {
		return []violation{{root, misplaced(root)}}
	}
	c := &checker{core: root.name.Space, root: root}
	c.schema(grammar2(c.core))
	slices.SortStableFunc(c.found, func(a, b violation) int { return a.at.start - b.at.start })
	spoiled, err := judge(c.found)
	if err != nil {
		return c.found
	}
	root.all(func(n *node) bool {
		if spoiled[n] != nil {
			return false
		}
		for _, rule := range rules2 {
			rule(c, n)
		}
		return true
	})
	return c.found
}

// rules2 are the constraints of the standard; each is asked of every element.
var rules2 = []func(*checker, *node){
	(*checker).identifiers, (*checker).languages, (*checker).skeletons, (*checker).segments,
	(*checker).spaces, (*checker).orders, (*checker).unitCodes, (*checker).references,
	(*checker).subFlows, (*checker).codePoints, (*checker).types, (*checker).extensions,
	(*checker).modules, (*checker).matchesAndTerms, (*checker).resources, (*checker).formats,
	(*checker).sizes, (*checker).validations, (*checker).changes,
}

// checker gathers what is wrong with a file.
type checker struct {
	core  string
	root  *node
	found []violation
}

func (c *checker) report(n *node, f *fault.Error) {
	if len(c.found) < mostViolations {
		c.found = append(c.found, violation{n, f})
	}
}

// schema checks every element that is not inside an extension or a skeleton.
func (c *checker) schema(g *grammar) {
	c.root.all(func(n *node) bool {
		if n.isText() {
			return false
		}
		g.check(n, c.report)
		return n.name.Space == c.core && n.name.Local != "skeleton" || isModule(n.name.Space)
	})
}

// The faults of the rules; rule is the word under which the standard has it.

func (c *checker) lacks(n *node, what, rule string) {
	c.report(n, fault.New(fault.Input, "xliff-lacks", "{Element} has no {What} (rule: {Rule})", "Element", n.name.Local, "What", what, "Rule", rule))
}

func (c *checker) attribute(n *node, attr, rule string) {
	c.report(n, fault.New(fault.Input, "xliff-attribute", "{Element} may not have the attribute {Attribute} (rule: {Rule})", "Element", n.name.Local, "Attribute", attr, "Rule", rule))
}

func (c *checker) value(n *node, attr, value, rule string) {
	c.report(n, fault.New(fault.Input, "xliff-value", "{Attribute} of {Element} cannot be {Value} (rule: {Rule})", "Element", n.name.Local, "Attribute", attr, "Value", value, "Rule", rule))
}

func (c *checker) twice(n *node, attr, value, rule string) {
	c.report(n, fault.New(fault.Input, "xliff-twice", "{Attribute} {Value} of {Element} is used twice (rule: {Rule})", "Element", n.name.Local, "Attribute", attr, "Value", value, "Rule", rule))
}

func (c *checker) dangling(n *node, attr, value, rule string) {
	c.report(n, fault.New(fault.Input, "xliff-reference", "{Attribute} {Value} of {Element} points to nothing that it may point to (rule: {Rule})", "Element", n.name.Local, "Attribute", attr, "Value", value, "Rule", rule))
}

func (c *checker) unpaired(n *node, id, rule string) {
	c.report(n, fault.New(fault.Input, "xliff-pair", "{Element} {Value} and its other half do not fit together (rule: {Rule})", "Element", n.name.Local, "Value", id, "Rule", rule))
}

func (c *checker) moved(n *node, id, rule string) {
	c.report(n, fault.New(fault.Input, "xliff-codes", "the code {Value} ({Element}) may not be moved, copied or deleted like this (rule: {Rule})", "Element", n.name.Local, "Value", id, "Rule", rule))
}

// is reports whether n is an element of the core.
func (c *checker) is(n *node, locals ...string) bool {
	return n.name.Space == c.core && slices.Contains(locals, n.name.Local)
}

// identifiers: ids are unique among files, among the groups and the units of a
// file, among notes and among original data.
func (c *checker) identifiers(n *node) {
	switch {
	case c.is(n, "xliff"):
		c.unique(n.elements(), "file")
	case c.is(n, "file"):
		var inside []*node
		n.all(func(kid *node) bool {
			if c.is(kid, "group", "unit") {
				inside = append(inside, kid)
			}
			return !c.is(kid, "unit")
		})
		c.unique(inside, "group")
		c.unique(inside, "unit")
	case c.is(n, "notes", "originalData"):
		c.unique(n.elements(), "note")
		c.unique(n.elements(), "data")
	}
}

// unique reports the elements of a name whose id another one of nodes has.
func (c *checker) unique(nodes []*node, local string) {
	seen := map[string]bool{}
	for _, n := range nodes {
		id, ok := n.find("", "id")
		if !ok || local != "" && n.name.Local != local {
			continue
		}
		if seen[id] {
			c.twice(n, "id", id, "id")
		}
		seen[id] = true
	}
}

// languages: source and target are in the languages of the document, where
// something says otherwise for them, even from afar (xml:lang).
func (c *checker) languages(n *node) {
	if !c.is(n, "source", "target") || n.up == nil {
		return
	}
	attr := map[string]string{"source": "srcLang", "target": "trgLang"}[n.name.Local]
	want := c.root.attr(attr)
	if c.is(n.up, "segment", "ignorable") && n.name.Local == "target" && want == "" {
		c.lacks(c.root, attr, attr)
		return
	}
	if n.name.Local == "target" && n.up.attr("reference") == "yes" {
		return
	}
	if is := n.inherited(xmlSpace, "lang"); is != "" && want != "" && !within(is, want) {
		c.value(n, "xml:lang", is, "xml:lang")
	}
}

// within reports whether a language is another or a kind of it.
func within(is, want string) bool {
	is, want = strings.ToLower(is), strings.ToLower(want)
	return is == want || strings.HasPrefix(is, want+"-")
}

// skeletons: a skeleton holds something or points to it, not both.
func (c *checker) skeletons(n *node) {
	if !c.is(n, "skeleton") {
		return
	}
	switch holds := len(n.kids) > 0; {
	case holds && n.has("href"):
		c.attribute(n, "href", "skeleton")
	case !holds && !n.has("href"):
		c.lacks(n, "href", "skeleton")
	}
}

// segments: a unit has one at least; one that has come further than initial has
// a target; subState asks for state.
func (c *checker) segments(n *node) {
	switch {
	case c.is(n, "unit"):
		if n.first(c.core, "segment") == nil {
			c.lacks(n, "segment", "unit")
		}
	case c.is(n, "segment"):
		if n.has("subState") && !n.has("state") {
			c.lacks(n, "state", "subState")
		}
		if ParseState(n.attr("state")) != Initial && n.first(c.core, "target") == nil {
			c.lacks(n, "target", "state")
		}
	}
}

// spaces: source and target keep white space alike (xml:space).
func (c *checker) spaces(n *node) {
	if !c.is(n, "target") || !c.is(n.up, "segment", "ignorable") {
		return
	}
	if source := n.up.first(c.core, "source"); source != nil && keeps(source) != keeps(n) {
		c.value(n, "xml:space", keeps(n), "xml:space")
	}
}

// keeps gives the xml:space that holds for an element.
func keeps(n *node) string {
	if space := n.inherited(xmlSpace, "space"); space != "" {
		return space
	}
	return "default"
}

// orders: no two targets of a unit have the same place; one that does not say
// its place has that of its source.
func (c *checker) orders(n *node) {
	if !c.is(n, "unit") {
		return
	}
	taken := map[string]bool{}
	at := 0
	said := false
	var last *node
	for _, part := range n.elements() {
		if !c.is(part, "segment", "ignorable") {
			continue
		}
		at, last = at+1, part
		place := decimal(at)
		if target := part.first(c.core, "target"); target != nil && target.has("order") {
			place, said = target.attr("order"), true
		}
		if taken[place] {
			c.twice(part, "order", place, "order")
		}
		taken[place] = true
	}
	if !said {
		return
	}
	for i := range at {
		if !taken[decimal(i+1)] {
			c.lacks(last, "order "+decimal(i+1), "order")
		}
	}
}
