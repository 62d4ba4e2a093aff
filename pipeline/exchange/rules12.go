package exchange

import "strings"

// table12 is what this package asks of the elements of XLIFF 1.2; the tools
// that write it take liberties with the rest of its schema.
const table12 = `
xliff | version!=1.0,1.1,1.2 xml:lang=language xml:space=default,preserve other | any* file+ any*
file | original! source-language!=language datatype target-language=language tool tool-id date xml:space=default,preserve ts category product-name product-version build-num other | header? body
body | - | (group|trans-unit|bin-unit)*
mrk | mtype! mid ts comment other | #text (g|x|bx|ex|bpt|ept|ph|it|mrk)*
g | id! ctype ts clone=yes,no xid equiv-text other | #text (g|x|bx|ex|bpt|ept|ph|it|mrk)*
x | id! ctype ts clone=yes,no xid equiv-text other | -
bx | id! rid ctype ts clone=yes,no xid equiv-text other | -
ex | id! rid ts xid equiv-text other | -
bpt | id! rid ctype ts crc xid equiv-text other | #text sub*
ept | id! rid ts crc xid equiv-text other | #text sub*
ph | id! ctype ts crc assoc xid equiv-text other | #text sub*
it | id! pos!=open,close rid ctype ts crc xid equiv-text other | #text sub*
`

// validate12 gives the rules of XLIFF 1.2 that a file breaks.
func validate12(root *node) []violation {
	if root.name.Local != "xliff" || root.name.Space != "" && !strings.HasPrefix(root.name.Space, ns12[:len(ns12)-1]) {
		return []violation{{root, misplaced(root)}}
	}
	c := &checker{core: root.name.Space, root: root}
	g := grammar12(c.core)
	root.all(func(n *node) bool {
		if n.isText() || n.name.Space != c.core {
			return false
		}
		if g.elements[n.name] != nil {
			g.check(n, c.report)
		}
		c.transUnits(n)
		return true
	})
	return c.found
}

// grammar12 gives the grammar for the namespace of a file, which some tools
// leave out.
func grammar12(core string) *grammar {
	key := "1.2 " + core
	if g, ok := grammars.Load(key); ok {
		return g.(*grammar)
	}
	g := newGrammar(core, table12, map[string]string{"xml": xmlSpace}, schemaTypes, func(string) bool { return false })
	grammars.Store(key, g)
	return g
}

// transUnits: a unit has an id of its own in its file and one source; the
// halves of a pair fit together.
func (c *checker) transUnits(n *node) {
	switch {
	case c.is(n, "file"):
		var units []*node
		n.all(func(kid *node) bool {
			if c.is(kid, "trans-unit") {
				units = append(units, kid)
			}
			return !c.is(kid, "trans-unit")
		})
		c.unique(units, "")
	case c.is(n, "trans-unit"):
		if !n.has("id") {
			c.lacks(n, "id", "trans-unit")
		}
		if n.first(c.core, "source") == nil {
			c.lacks(n, "source", "trans-unit")
		}
		c.once(n, "source")
		c.once(n, "target")
	case c.is(n, "source", "target"):
		c.halves(n)
	}
}

// once reports a second child of a name.
func (c *checker) once(n *node, local string) {
	seen := false
	for _, kid := range n.elements() {
		if !c.is(kid, local) {
			continue
		}
		if seen {
			c.report(kid, misplaced(kid))
		}
		seen = true
	}
}

// halves reports a bpt without its ept, or an ept without its bpt before it. A
// bx or ex may have its other half in another unit.
func (c *checker) halves(n *node) {
	open := map[string]*node{}
	n.all(func(kid *node) bool {
		switch {
		case c.is(kid, "bpt"):
			open[pairID(kid)] = kid
		case c.is(kid, "ept"):
			if open[pairID(kid)] == nil {
				c.unpaired(kid, pairID(kid), "bpt, ept")
			}
			delete(open, pairID(kid))
		}
		return true
	})
	for id, kid := range open {
		c.unpaired(kid, id, "bpt, ept")
	}
}
