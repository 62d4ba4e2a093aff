package exchange

import (
	"encoding/xml"
	"regexp"
	"slices"
	"strings"
	"sync"

	"hexaglot/messages/fault"
)

// grammar is what a schema says of each element, read from a table: the name,
// its attributes, and what it holds, divided by |.
//
// Attributes: a name, with ! where it is required and :type where its values
// are bound; "other" stands for attributes of every other namespace, "modules"
// for those of the modules of XLIFF. Content: names in their order, each with
// ? * or +; (a|b) is a choice; "any" is an element of every other namespace;
// "#text" allows text.
type grammar struct {
	core     string            // the namespace of names without a prefix
	prefixes map[string]string // namespaces by the prefixes in the table
	elements map[xml.Name]*production
	types    map[string]func(string) bool
	modules  func(space string) bool
}

// production is one line of the table.
type production struct {
	attrs          []attribute
	other, modules bool
	text           bool
	content        []particle
}

type attribute struct {
	name     xml.Name
	required bool
	kind     string
}

// particle is a name, or a choice of names, and how often it may stand.
type particle struct {
	label    string
	names    []xml.Name // none: any
	min, max int
}

// unbounded is more often than any file can have an element.
const unbounded = 1 << 30

// newGrammar reads a table.
func newGrammar(core, table string, prefixes map[string]string, types map[string]func(string) bool, modules func(string) bool) *grammar {
	g := &grammar{core: core, prefixes: prefixes, elements: map[xml.Name]*production{}, types: types, modules: modules}
	for line := range strings.Lines(table) {
		cells := strings.SplitN(strings.TrimSpace(line), " | ", 3)
		if len(cells) < 3 {
			continue
		}
		p := &production{}
		for _, field := range strings.Fields(cells[1]) {
			p.attribute(g, field)
		}
		for _, field := range strings.Fields(cells[2]) {
			p.particle(g, field)
		}
		g.elements[g.name(strings.TrimSpace(cells[0]))] = p
	}
	return g
}

// name reads a name of the table, in the core namespace where it has no prefix.
func (g *grammar) name(s string) xml.Name {
	prefix, local, ok := strings.Cut(s, ":")
	if !ok {
		return xml.Name{Space: g.core, Local: s}
	}
	return xml.Name{Space: g.prefixes[prefix], Local: local}
}

func (p *production) attribute(g *grammar, field string) {
	switch field {
	case "-":
		return
	case "other":
		p.other = true
		return
	case "modules":
		p.modules = true
		return
	}
	a := attribute{}
	name, kind, _ := strings.Cut(field, "=")
	a.kind = kind
	name, a.required = strings.CutSuffix(name, "!")
	a.name = xml.Name{Local: name}
	if strings.Contains(name, ":") {
		a.name = g.name(name)
	}
	p.attrs = append(p.attrs, a)
}

func (p *production) particle(g *grammar, field string) {
	switch field {
	case "-":
		return
	case "#text":
		p.text = true
		return
	}
	c := particle{min: 1, max: 1}
	switch field[len(field)-1] {
	case '?':
		c.min = 0
	case '*':
		c.min, c.max = 0, unbounded
	case '+':
		c.max = unbounded
	}
	c.label = strings.Trim(field, "?*+()")
	if c.label != "any" {
		for name := range strings.SplitSeq(c.label, "|") {
			c.names = append(c.names, g.name(name))
		}
	}
	p.content = append(p.content, c)
}

// fits reports whether an element may stand for the particle in parent.
func (c particle) fits(parent, kid *node) bool {
	if c.names == nil {
		return kid.name.Space != parent.name.Space
	}
	return slices.Contains(c.names, kid.name)
}

// check judges an element, not those in it, by its line of the table; an
// element without one is another's.
func (g *grammar) check(n *node, report func(*node, *fault.Error)) {
	p := g.elements[n.name]
	if p == nil {
		if n.name.Space == g.core || g.modules(n.name.Space) && g.known(n.name.Space) {
			report(n, misplaced(n))
		}
		return
	}
	g.checkAttributes(n, p, report)
	p.checkContent(n, report)
}

// known reports whether the table has elements of a namespace.
func (g *grammar) known(space string) bool {
	for name := range g.elements {
		if name.Space == space {
			return true
		}
	}
	return false
}

func (g *grammar) checkAttributes(n *node, p *production, report func(*node, *fault.Error)) {
	for _, a := range p.attrs {
		value, ok := n.find(a.name.Space, a.name.Local)
		switch {
		case !ok && a.required:
			report(n, fault.New(fault.Input, "xliff-lacks", "{Element} has no {What} (rule: {Rule})", "Element", n.name.Local, "What", a.name.Local, "Rule", n.name.Local))
		case ok && !g.valid(a.kind, value):
			report(n, valueFault(n, a.name.Local, value))
		}
	}
	for _, a := range n.attrs {
		if !p.allows(a.Name, g) {
			report(n, fault.New(fault.Input, "xliff-attribute", "{Element} may not have the attribute {Attribute} (rule: {Rule})", "Element", n.name.Local, "Attribute", a.Name.Local, "Rule", n.name.Local))
		}
	}
}

func (p *production) allows(name xml.Name, g *grammar) bool {
	if slices.ContainsFunc(p.attrs, func(a attribute) bool { return a.name == name }) {
		return true
	}
	if name.Space == "" {
		return false
	}
	return p.other || p.modules && g.modules(name.Space)
}

// valid reports whether a value is of a type: a name of types, or a list of
// values divided by commas.
func (g *grammar) valid(kind, value string) bool {
	if kind == "" {
		return true
	}
	if f, ok := g.types[kind]; ok {
		return f(value)
	}
	return slices.Contains(strings.Split(kind, ","), value)
}

func (p *production) checkContent(n *node, report func(*node, *fault.Error)) {
	if !p.text {
		for _, kid := range n.kids {
			if kid.isText() && strings.TrimSpace(kid.text) != "" {
				report(kid, fault.New(fault.Input, "xliff-text", "{Element} may not hold text (rule: {Rule})", "Element", n.name.Local, "Rule", n.name.Local))
				break
			}
		}
	}
	kids := n.elements()
	for _, c := range p.content {
		count := 0
		for len(kids) > 0 && count < c.max && c.fits(n, kids[0]) {
			kids = kids[1:]
			count++
		}
		if count < c.min {
			report(n, fault.New(fault.Input, "xliff-lacks", "{Element} has no {What} (rule: {Rule})", "Element", n.name.Local, "What", c.label, "Rule", n.name.Local))
			return
		}
	}
	if len(kids) > 0 {
		report(kids[0], misplaced(kids[0]))
	}
}

// misplaced is the fault of an element in a place that is not its own.
func misplaced(n *node) *fault.Error {
	parent := n
	if n.up != nil {
		parent = n.up
	}
	return fault.New(fault.Input, "xliff-element", "{Element} may not stand here in {Parent} (rule: {Rule})", "Element", n.name.Local, "Parent", parent.name.Local, "Rule", parent.name.Local)
}

func valueFault(n *node, attr, value string) *fault.Error {
	return fault.New(fault.Input, "xliff-value", "{Attribute} of {Element} cannot be {Value} (rule: {Rule})", "Element", n.name.Local, "Attribute", attr, "Value", value, "Rule", attr)
}

// The types of XML Schema that both versions use.
var (
	nmtoken   = regexp.MustCompile(`^[\p{L}\p{M}\p{N}\p{Nl}.:_\-·‿⁀]+$`)
	langToken = regexp.MustCompile(`^([a-zA-Z]{2,8}|[xXiI])(-[a-zA-Z0-9]{1,8})*$`)
	positive  = regexp.MustCompile(`^\+?0*[1-9][0-9]*$`)
	integer   = regexp.MustCompile(`^[+-]?[0-9]+$`)
	percent   = regexp.MustCompile(`^\+?(0*[0-9]{1,2}(\.[0-9]*)?|0*100(\.0*)?|\.[0-9]+)$`)
	user      = regexp.MustCompile(`^[^\s:]+:[^\s:]+$`)
	hexBinary = regexp.MustCompile(`^([0-9a-fA-F]{2})*$`)
)

// schemaTypes are types by the name that tables give them.
var schemaTypes = map[string]func(string) bool{
	"nmtoken": nmtoken.MatchString,
	"nmtokens": func(s string) bool {
		return !slices.ContainsFunc(strings.Fields(s), func(t string) bool { return !nmtoken.MatchString(t) })
	},
	"language": langToken.MatchString,
	"positive": positive.MatchString,
	"percent":  percent.MatchString,
	"user":     user.MatchString,
	"hex":      hexBinary.MatchString,
	"priority": func(s string) bool {
		return positive.MatchString(s) && len(strings.TrimLeft(s, "+0")) <= 2 && (len(strings.TrimLeft(s, "+0")) < 2 || strings.TrimLeft(s, "+0") == "10")
	},
	"mark": func(s string) bool { return s == "generic" || s == "comment" || s == "term" || user.MatchString(s) },
}

// grammars are the tables that were read, by the namespace of their core.
var grammars sync.Map
