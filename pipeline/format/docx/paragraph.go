package docx

import (
	"strings"

	"hexaglot/pipeline/document"
)

// paragraph reads a paragraph of WordprocessingML into a unit, where it has
// text, and goes on into the text boxes and drawings that it holds.
func (w *walker) paragraph(p int32) {
	t := w.tree
	pPr := t.child(p, wPPr)
	w.enterParagraph(pPr)
	from, to := t.nodes[p].inner, t.nodes[p].close
	if pPr != 0 {
		from = t.nodes[pPr].stop
	}
	w.front, w.back = w.front[:0], w.back[:0]
	items := w.flatten(w.items[:0], p)
	w.items = nil // it is in use while this paragraph is read
	defer func() { w.items = items[:0] }()
	items = w.fold(items)
	if w.skipped || !worded(items) {
		w.objectsOnly(items)
		return
	}
	u := w.unit(items, from, to, qualified(t.tag(p)))
	u.Role = w.roleOf(pPr)
}

// fold makes one item of what is one to the reader.
func (w *walker) fold(items []item) []item {
	if len(w.fields) == 0 && plainItems(items) {
		return items
	}
	items = w.foldFields(items)
	items = foldHidden(items)
	items = w.foldWrappers(items)
	return w.foldOwn(items)
}

func plainItems(items []item) bool {
	for i := range items {
		if items[i].kind != itemText || items[i].look.skip {
			return false
		}
	}
	return true
}

// worded reports whether there is text among items.
func worded(items []item) bool {
	for i := range items {
		if items[i].kind == itemText && strings.TrimSpace(items[i].text) != "" {
			return true
		}
	}
	return false
}

// objectsOnly goes into what a paragraph without text of its own holds.
func (w *walker) objectsOnly(items []item) {
	if w.skipped {
		return
	}
	for i := range items {
		if it := &items[i]; it.deep {
			w.within(it.from, it.to, it.node)
		}
	}
}

// foldHidden makes placeholders of the text that stays.
func foldHidden(items []item) []item {
	out := items[:0]
	for i := 0; i < len(items); i++ {
		it := items[i]
		if it.kind != itemText || !it.look.skip {
			out = append(out, it)
			continue
		}
		if it.text == "" {
			continue
		}
		it.kind, it.name, it.disp = itemObject, "x", it.text
		if n := len(out); n > 0 && out[n-1].name == "x" && out[n-1].kind == itemObject {
			out[n-1].disp += it.disp
			out[n-1].to, out[n-1].tail = it.to, it.tail
			continue
		}
		out = append(out, it)
	}
	return out
}

// foldWrappers makes placeholders of the wrappers that hold no text.
func (w *walker) foldWrappers(items []item) []item {
	var open []int // places in out
	out := items[:0]
	for _, it := range items {
		out = append(out, it)
		switch it.kind {
		case itemOpen:
			open = append(open, len(out)-1)
		case itemClose:
			n := len(open)
			if n == 0 {
				continue
			}
			from := open[n-1]
			open = open[:n-1]
			if inner := out[from+1 : len(out)-1]; !texted(inner) {
				out[from] = wrapped(out[from], inner, it)
				out = out[:from+1]
			}
		}
	}
	return out
}

// texted reports whether there is any text among items, be it white space.
func texted(items []item) bool {
	for i := range items {
		if items[i].kind == itemText && items[i].text != "" {
			return true
		}
	}
	return false
}

// wrapped gives the placeholder for a wrapper around objects: it has the name
// of what it holds, where that is one thing.
func wrapped(open item, inner []item, end item) item {
	name := ""
	for _, it := range inner {
		if it.kind == itemObject && it.name != name {
			if name != "" {
				name = open.name
				break
			}
			name = it.name
		}
	}
	if name == "" {
		name = open.name
	}
	it := open
	it.kind, it.name, it.deep = itemObject, name, true
	it.to, it.tail = end.to, end.tail
	return it
}

// roleOf names what a paragraph is.
func (w *walker) roleOf(pPr int32) string {
	switch {
	case w.role != "":
		return w.role
	case w.heading(pPr):
		return "heading"
	case w.cells > 0:
		return "table cell"
	case w.listed(pPr):
		return "list item"
	default:
		return "paragraph"
	}
}

func (w *walker) heading(pPr int32) bool {
	if level := outlineLevel(w.tree, pPr); level >= 0 {
		return level > 0
	}
	return w.style != nil && w.style.head
}

func (w *walker) listed(pPr int32) bool {
	if list, said := numbered(w.tree, pPr); said {
		return list
	}
	return w.style != nil && w.style.list
}

// unit adds a unit for the bytes from..to, which items stand for.
func (w *walker) unit(items []item, from, to int32, qname []byte) *document.Unit {
	x := &inline{part: w.part, prefix: string(prefixOf(qname)), from: from, to: to}
	u := document.NewUnit("", 0, document.Content{})
	w.raw(from)
	at := len(w.units)
	w.units = append(w.units, u)
	b := builder{w: w, x: x, items: items}
	u.Segments[0].Source = b.content()
	x.text = u.Segments[0].Source.Text
	w.chunks = append(w.chunks, document.Chunk{Raw: w.tree.slice(from, to), Unit: u})
	w.at = to
	u.Encode = x.encode
	w.units[at] = u
	return u
}
