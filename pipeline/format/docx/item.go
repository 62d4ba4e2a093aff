package docx

import (
	"bytes"
	"unicode/utf8"
)

// itemKind is what an item of a paragraph is.
type itemKind uint8

const (
	itemText     itemKind = iota
	itemObject            // a placeholder, or several that became one
	itemOpen              // the start of an element around runs
	itemClose             // its end
	itemOwn               // a bookmark of Word's own
	itemPin               // one end of a field that spans paragraphs
	itemBegin             // w:fldChar begin
	itemSeparate          // w:fldChar separate
	itemEnd               // w:fldChar end
	itemInstr             // w:instrText
)

// item is a stretch of a paragraph in reading order: what a run holds, or what
// stands beside the runs.
type item struct {
	kind     itemKind
	name     string // of its code
	node     int32
	run      int32 // the run that it stands in, or 0
	look     *look // of that run
	text     string
	from, to int32 // its bytes, with those of its runs where it fills them
	head     int32 // the run whose start has to be repeated before from, or 0
	tail     int32 // the run whose end has to be repeated after to, or 0
	partner  int32 // node of the wrapper's inner element, for itemOpen and itemClose
	deep     bool  // it may hold paragraphs or texts of its own
	disp     string
}

// objects names the placeholders for what a run may hold (§17.3.3).
var objects = map[name]string{
	wTab: "tab", wPtab: "tab", wBr: "br", wCr: "br", wNoBreakHyphen: "hy", wSoftHyphen: "hy", wSym: "sym",
	wFootnoteReference: "fn", wEndnoteReference: "fn", wFootnoteRef: "fn", wEndnoteRef: "fn", wAnnotationRef: "cm", wCommentReference: "cm",
	wDrawing: "img", wPict: "img", wObject: "img", mcAlternateContent: "img", wRuby: "ruby",
	mOMath: "math", mOMathPara: "math", wCommentRangeStart: "cm", wCommentRangeEnd: "cm", wBookmarkStart: "bm", wBookmarkEnd: "bm",
	wPermStart: "perm", wPermEnd: "perm", wDelText: "del", wDelInstrText: "del",
}

// disps says what some placeholders stand for.
var disps = map[name]string{wTab: "\t", wBr: "\n", wCr: "\n", wNoBreakHyphen: "\u2011", wSoftHyphen: "\u00ad"}

// wrappers names the pairs for the elements that stand around runs.
var wrappers = map[name]string{
	wHyperlink: "a", wSdt: "sdt", wSmartTag: "tag", wCustomXML: "tag", wDir: "dir", wBdo: "dir", wFldSimple: "field",
	wIns: "ins", wMoveTo: "ins",
}

// dropped are what Word puts between and into runs for its own use and makes
// anew; a paragraph that is translated loses them.
var dropped = map[name]bool{wProofErr: true, wLastRenderedPageBreak: true, wRPr: true, wPPr: true, wSmartTagPr: true, wCustomXMLPr: true}

// flatten appends the items of a paragraph, or of a wrapper in it, to items.
func (w *walker) flatten(items []item, parent int32) []item {
	t := w.tree
	for n := t.nodes[parent].first; n != 0; n = t.nodes[n].next {
		node := &t.nodes[n]
		switch name := node.name; {
		case dropped[name]:
		case name == wR:
			items = w.run(items, n)
		case name == wBookmarkStart || name == wBookmarkEnd:
			items = append(items, w.bookmark(n))
		case wrappers[name] != "":
			items = w.wrapper(items, n)
		default:
			items = append(items, w.beside(n))
		}
	}
	return items
}

// beside gives the item for an element that is neither run nor wrapper.
func (w *walker) beside(n int32) item {
	node := &w.tree.nodes[n]
	code := objects[node.name]
	if code == "" {
		code = "obj"
	}
	return item{kind: itemObject, name: code, node: n, from: node.start, to: node.stop, deep: node.first != 0}
}

// wrapper appends an element that stands around runs, and what it holds.
func (w *walker) wrapper(items []item, n int32) []item {
	t := w.tree
	node, inner := &t.nodes[n], n
	if node.name == wSdt {
		if inner = t.child(n, wSdtContent); inner == 0 {
			return append(items, w.beside(n))
		}
	}
	code := wrappers[node.name]
	if node.name == wFldSimple {
		instr, _ := t.attr(n, "instr")
		if code = pairOf(instr); code == "" {
			return append(items, item{kind: itemObject, name: "field", node: n, from: node.start, to: node.stop, deep: true, disp: w.plain(n)})
		}
	}
	from := len(items)
	items = append(items, item{kind: itemOpen, name: code, node: n, partner: inner, from: node.start, to: w.wrapperStart(inner), deep: node.name == wHyperlink})
	items = w.flatten(items, inner)
	if node.name == wHyperlink {
		items[from].disp = w.linkTarget(n)
	}
	return append(items, item{kind: itemClose, name: code, node: n, partner: inner, from: t.nodes[inner].close, to: node.stop})
}

// wrapperStart gives the end of what stands before the runs of a wrapper.
func (w *walker) wrapperStart(inner int32) int32 {
	t := w.tree
	at := t.nodes[inner].inner
	for n := t.nodes[inner].first; n != 0; n = t.nodes[n].next {
		if name := t.nodes[n].name; name == wSmartTagPr || name == wCustomXMLPr {
			at = t.nodes[n].stop
		}
	}
	return at
}

// linkTarget gives the address or the bookmark that a hyperlink leads to.
func (w *walker) linkTarget(n int32) string {
	target := ""
	if id, ok := w.tree.attr(n, "id"); ok {
		target = w.links[id]
	}
	if anchor, ok := w.tree.attr(n, "anchor"); ok {
		target += "#" + anchor
	}
	return target
}

// run appends what a run holds.
func (w *walker) run(items []item, r int32) []item {
	t := w.tree
	l := w.look(t.child(r, wRPr))
	first := len(items)
	for n := t.nodes[r].first; n != 0; n = t.nodes[n].next {
		if dropped[t.nodes[n].name] {
			continue
		}
		it := w.inRun(n)
		it.run, it.look = r, l
		it.from, it.to = t.nodes[n].start, t.nodes[n].stop
		if len(items) > first {
			it.head = r
			items[len(items)-1].tail = r
		}
		items = append(items, it)
	}
	if len(items) > first {
		items[first].from = t.nodes[r].start
		items[len(items)-1].to = t.nodes[r].stop
	}
	return items
}

// inRun gives the item for a child of a run.
func (w *walker) inRun(n int32) item {
	t := w.tree
	node := &t.nodes[n]
	switch node.name {
	case wT:
		return item{kind: itemText, node: n, text: w.runText(n)}
	case wInstrText:
		return item{kind: itemInstr, name: "field", node: n, text: string(t.text(n))}
	case wFldChar:
		kind, _ := t.attr(n, "fldCharType")
		return item{kind: fieldMarks[kind], name: "field", node: n}
	}
	code := objects[node.name]
	if code == "" {
		code = "obj"
	}
	it := item{kind: itemObject, name: code, node: n, disp: disps[node.name], deep: node.first != 0}
	if node.name == mcAlternateContent {
		if it.disp = w.plain(n); it.disp != "" && t.child(t.child(n, mcFallback), wT) != 0 {
			it.name = "sym"
		}
	}
	return it
}

// fieldMarks gives the items for the types of w:fldChar (§17.16.18).
var fieldMarks = map[string]itemKind{"begin": itemBegin, "separate": itemSeparate, "end": itemEnd, "": itemObject}

// runText gives the text of w:t: white space at its ends counts only where
// xml:space says so, and line ends and tabs are spaces (§17.3.3.31).
func (w *walker) runText(n int32) string {
	b := w.tree.src[w.tree.nodes[n].inner:w.tree.nodes[n].close]
	if hasMarked(b) {
		b = appendText(nil, b)
		for i, c := range b {
			if isSpace(c) {
				b[i] = ' '
			}
		}
	}
	if len(b) > 0 && (b[0] == ' ' || b[len(b)-1] == ' ') && !w.preserved(n) {
		b = bytes.Trim(b, " ")
	}
	return string(b)
}

// marked holds the bytes of text that do not stand for themselves.
var marked = [256]bool{'&': true, '<': true, '\t': true, '\n': true, '\r': true}

func hasMarked(b []byte) bool {
	for _, c := range b {
		if marked[c] {
			return true
		}
	}
	return false
}

// preserved reports whether xml:space keeps the white space of an element: its
// own, or that of the whole part.
func (w *walker) preserved(n int32) bool {
	if own := w.tree.space(n); own != "" {
		return own == "preserve"
	}
	return w.preserves
}

// space gives the attribute xml:space of an element.
func (t *tree) space(n int32) (value string) {
	eachAttr(t.tag(n), func(a attr, _ int) bool {
		if string(a.name) == "xml:space" {
			value = string(a.value)
		}
		return value == ""
	})
	return value
}

// plain gives the text of all runs in an element.
func (w *walker) plain(n int32) string {
	var b []byte
	end := w.tree.nodes[n].stop
	for i := n; int(i) < len(w.tree.nodes) && w.tree.nodes[i].start < end; i++ {
		if w.tree.nodes[i].name == wT {
			b = append(b, w.runText(i)...)
		}
	}
	if !utf8.Valid(b) {
		return ""
	}
	return string(b)
}
