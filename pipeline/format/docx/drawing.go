package docx

import (
	"strings"
)

// drawingParagraph reads a paragraph of DrawingML (§21.1.2.2.6), the text of
// shapes, charts and SmartArt.
func (w *walker) drawingParagraph(p int32) {
	t := w.tree
	from, to := t.nodes[p].inner, t.nodes[p].close
	if pPr := t.child(p, aPPr); pPr != 0 {
		from = t.nodes[pPr].stop
	}
	var items []item
	w.byRPr = w.drawingLooks()
	for n := t.nodes[p].first; n != 0; n = t.nodes[n].next {
		switch t.nodes[n].name {
		case aPPr:
		case aEndParaRPr:
			to = t.nodes[n].start
		case aR:
			items = w.drawingRun(items, n)
		default:
			items = append(items, w.drawingObject(n))
		}
	}
	if !worded(items) {
		w.objectsOnly(items)
		return
	}
	w.front, w.back = nil, nil
	u := w.unit(items, from, to, qualified(t.tag(p)))
	u.Role = w.role
	if w.role == "" {
		u.Role = "text box"
	}
}

func (w *walker) drawingLooks() map[string]*look {
	const key = "\x00drawing"
	if w.looks[key] == nil {
		w.looks[key] = map[string]*look{"": {}}
	}
	return w.looks[key]
}

func (w *walker) drawingRun(items []item, r int32) []item {
	t := w.tree
	node := t.nodes[r]
	it := item{kind: itemText, node: r, run: r, look: w.drawingLook(t.child(r, aRPr)), from: node.start, to: node.stop}
	if n := t.child(r, aT); n != 0 {
		it.text = string(t.text(n))
	}
	return append(items, it)
}

func (w *walker) drawingObject(n int32) item {
	node := w.tree.nodes[n]
	it := item{kind: itemObject, name: "obj", node: n, from: node.start, to: node.stop, deep: node.first != 0}
	switch node.name {
	case aBr:
		it.name, it.disp = "br", "\n"
	case aFld:
		it.name = "field"
		if text := w.tree.child(n, aT); text != 0 {
			it.disp = string(w.tree.text(text))
		}
	case mcAlternateContent:
		it.name = "math"
	}
	return it
}

// drawingLook gives the look of a run with the properties rPr, 0 for none. The
// properties are attributes, but for fonts, fills and links (§21.1.2.3.9).
func (w *walker) drawingLook(rPr int32) *look {
	raw := w.tree.raw(rPr)
	if l, ok := w.byRPr[string(raw)]; ok {
		return l
	}
	l := &look{}
	_, props := fragments(raw)
	for _, p := range props {
		value := string(p.raw)
		if p.attribute {
			_, value, _ = strings.Cut(value, "=")
			value = strings.Trim(value, `"'`)
		}
		w.draw(l, p.name, value)
	}
	l.is[dimFont] = w.words.number(l.font.key())
	l.ink = w.words.strings[l.is[dimUnderline]] + "|" + w.words.strings[l.is[dimStrike]] + "|" + l.font.get("highlight") + "|" + l.font.get("sz")
	w.byRPr[string(raw)] = l
	return l
}

// draw takes one property of DrawingML into a look.
func (w *walker) draw(l *look, name, value string) {
	switch d := governed(name); {
	case d < 0 || name == "uLn" || name == "uLnTx" || name == "uFill" || name == "uFillTx" || name == "kern":
	case d == dimFont:
		l.font = l.font.set(property{name, value})
	case off(value) || value == "none" || value == "noStrike":
	case name == "baseline":
		l.is[d] = w.words.number("superscript")
		if strings.HasPrefix(value, "-") {
			l.is[d] = w.words.number("subscript")
		}
	case d == dimBold || d == dimItalic:
		l.is[d] = w.words.number("1")
	default:
		l.is[d] = w.words.number(value)
	}
}
