package docx

import (
	"bytes"
	"slices"
)

// A propertyList is the content of a property element (rPr, pPr, tblPr …) open
// for changes. What is not changed keeps its bytes, white space included.
type propertyList struct {
	tree       *tree
	prefix     string // of the elements, with the colon
	head, tail []byte // the tags
	kids       []propertyChild
	end        []byte // what stands before the end tag
	order      schemaOrder
	changed    bool
}

// A propertyChild is one child element; elem is 0 when it is new, gap what stands
// before it.
type propertyChild struct {
	name     string
	elem     int32
	gap, raw []byte
}

// list opens the property element e.
func (t *tree) list(e int32, order schemaOrder) *propertyList {
	l := &propertyList{tree: t, prefix: t.prefix(e), order: order}
	l.head, l.tail = t.tags(e)
	at := t.nodes[e].inner
	for k := range t.children(e) {
		l.kids = append(l.kids, propertyChild{t.plain(k, l.prefix), k, t.src[at:t.nodes[k].start], t.raw(k)})
		at = t.nodes[k].stop
	}
	l.end = t.slice(at, t.nodes[e].close)
	return l
}

// newList makes a property element that the source lacks.
func (t *tree) newList(prefix, name string, order schemaOrder) *propertyList {
	return &propertyList{
		tree: t, prefix: prefix, order: order,
		head: []byte("<" + prefix + name + ">"), tail: []byte("</" + prefix + name + ">"),
	}
}

// listOf opens the child of parent of that name, or makes one.
func (t *tree) listOf(parent int32, name name, order schemaOrder) *propertyList {
	if e := t.child(parent, name); e != 0 {
		return t.list(e, order)
	}
	return t.newList(t.prefix(parent), string(local([]byte(spelling[name]))), order)
}

// sub opens the child of l of that name, or makes one; put gives it back.
func (l *propertyList) sub(name string, order schemaOrder) *propertyList {
	if i := l.find(name); i >= 0 && l.kids[i].elem != 0 {
		return l.tree.list(l.kids[i].elem, order)
	}
	return l.tree.newList(l.prefix, name, order)
}

// put stores a changed child, which goes when nothing is left in it.
func (l *propertyList) put(name string, child *propertyList) {
	if child.changed {
		l.store(name, child.bytes())
	}
}

// bytes gives the element, or nothing when its last child has gone.
func (l *propertyList) bytes() []byte {
	if len(l.kids) == 0 {
		return nil
	}
	return l.whole()
}

// whole gives the element even when it is empty.
func (l *propertyList) whole() []byte {
	out := slices.Clone(l.head)
	for _, k := range l.kids {
		out = append(append(out, k.gap...), k.raw...)
	}
	return append(append(out, l.end...), l.tail...)
}

func (l *propertyList) find(name string) int {
	return slices.IndexFunc(l.kids, func(p propertyChild) bool { return p.name == name })
}

func (l *propertyList) has(name string) bool { return l.find(name) >= 0 }

// tagOf gives the start tag of a child, or nil.
func (l *propertyList) tagOf(name string) []byte {
	if i := l.find(name); i >= 0 {
		return startTag(l.kids[i].raw)
	}
	return nil
}

// store sets the bytes of a child, at its place in the schema when it is new;
// no bytes remove it.
func (l *propertyList) store(name string, raw []byte) {
	i := l.find(name)
	switch {
	case i < 0 && len(raw) == 0, i >= 0 && bytes.Equal(l.kids[i].raw, raw):
		return
	case i < 0:
		l.kids = slices.Insert(l.kids, l.place(name), propertyChild{name: name, raw: raw})
	case len(raw) == 0:
		l.kids = slices.Delete(l.kids, i, i+1)
	default:
		l.kids[i].raw = raw
	}
	l.changed = true
}

// storeTag sets the start tag of a child that has no content of its own.
func (l *propertyList) storeTag(name string, tag []byte) {
	i := l.find(name)
	if i < 0 || bytes.Equal(l.tagOf(name), tag) {
		return
	}
	old := l.tagOf(name)
	l.store(name, slices.Concat(tag, l.kids[i].raw[len(old):]))
}

// place gives the index of a new child: after the last that the schema puts
// before it.
func (l *propertyList) place(name string) int {
	rank := l.order.rank(name)
	at := 0
	for i, k := range l.kids {
		if r := l.order.rank(k.name); r >= 0 && r < rank {
			at = i + 1
		}
	}
	return at
}

// element writes an empty element, with a val where one is given.
func (l *propertyList) element(name, val string) []byte {
	tag := []byte("<" + l.prefix + name + "/>")
	if val == "" {
		return tag
	}
	return tagSet(tag, l.attrs(), "val", val)
}

// attrs gives the prefix of attributes.
func (l *propertyList) attrs() string {
	if l.prefix != "" {
		return l.prefix
	}
	return l.tree.attrPrefix()
}

// A toggle is what an on-off element says (§17.17.4).
type toggle int

const (
	toggleUnsaid toggle = iota
	toggleOff
	toggleOn
)

func (l *propertyList) toggle(name string) toggle {
	tag := l.tagOf(name)
	if tag == nil {
		return toggleUnsaid
	}
	if v, _ := tagAttr(tag, "val"); off(v) {
		return toggleOff
	}
	return toggleOn
}

// turnOn makes an on-off element say on.
func (l *propertyList) turnOn(name string) {
	if l.toggle(name) != toggleOn {
		l.store(name, l.element(name, ""))
	}
}

// turnOff removes an on-off element that says on.
func (l *propertyList) turnOff(name string) {
	if l.toggle(name) == toggleOn {
		l.store(name, nil)
	}
}
