package docx

import (
	"slices"

	"hexaglot/messages/fault"
)

// changeMarks are the elements that track a change (§17.13.5). Each counts as
// one.
var changeMarks = map[name]bool{
	wIns: true, wDel: true, wMoveFrom: true, wMoveTo: true, wCellIns: true, wCellDel: true, wCellMerge: true,
	wRPrChange: true, wPPrChange: true, wSectPrChange: true, wTblPrChange: true, wTblPrExChange: true, wTblGridChange: true,
	wTcPrChange: true, wTrPrChange: true, wNumberingChange: true,
	wCustomXMLInsRangeStart: true, wCustomXMLDelRangeStart: true, wCustomXMLMoveFromRangeStart: true, wCustomXMLMoveToRangeStart: true,
}

// changeRanges are the marks at the ends of changes.
var changeRanges = map[name]bool{
	wMoveFromRangeStart: true, wMoveFromRangeEnd: true, wMoveToRangeStart: true, wMoveToRangeEnd: true,
	wCustomXMLInsRangeEnd: true, wCustomXMLDelRangeEnd: true, wCustomXMLMoveFromRangeEnd: true, wCustomXMLMoveToRangeEnd: true,
}

func trackedChanges(n int) error {
	return fault.New(fault.Content, "tracked-changes", "holds {Count} tracked changes, so that its text is not settled", "Count", n)
}

// countChanges counts the tracked changes of a part.
func countChanges(t *tree) (n int) {
	for i := range t.nodes {
		if changeMarks[t.nodes[i].name] {
			n++
		}
	}
	return n
}

// acceptChanges gives a part as it is once all its changes are accepted:
// insertions and the targets of moves stay, deletions and the origins of moves
// go, properties are the new ones. A paragraph whose mark was deleted goes on
// in the next one (§17.13.5.15), with the properties of that one.
func acceptChanges(t *tree, maxDepth int) (*tree, error) {
	a := accepter{tree: t, out: make([]byte, 0, len(t.src))}
	a.children(0)
	return parseXML(slices.Clip(a.out), maxDepth)
}

// accepter writes a part without its changes.
type accepter struct {
	*tree
	out  []byte
	held []byte // the text of paragraphs that go on in the next one
	from int32  // the last of these paragraphs, 0 for none
	last name   // of the block that was written last
	bare bool   // the content control that comes next was deleted from around what it holds
}

func (a *accepter) children(n int32) {
	at := a.nodes[n].inner
	for c := a.nodes[n].first; c != 0; c = a.nodes[c].next {
		a.out = append(a.out, a.src[at:a.nodes[c].start]...)
		a.element(c)
		at = a.nodes[c].stop
	}
	a.out = append(a.out, a.src[at:a.nodes[n].close]...)
}

// element writes an element, or what is left of it.
func (a *accepter) element(n int32) {
	node := &a.nodes[n]
	bare := a.bare
	a.bare = node.name == wCustomXMLDelRangeStart || node.name == wCustomXMLMoveFromRangeStart
	switch {
	case bare && node.name == wSdt && a.child(n, wSdtContent) != 0:
		a.children(a.child(n, wSdtContent))
	case a.gone(n):
	case changeMarks[node.name]: // an insertion around what it inserts
		a.children(n)
	case node.name == wP:
		a.paragraph(n)
	case a.holdsBlocks(node.name):
		a.flush()
		a.blocks(n)
	default:
		if node.name == wSectPr {
			a.flush()
		}
		a.copy(n)
	}
}

func (a *accepter) copy(n int32) {
	a.out = append(a.out, a.tag(n)...)
	if a.nodes[n].close == a.nodes[n].inner && a.nodes[n].stop == a.nodes[n].inner {
		return
	}
	a.children(n)
	if a.from > n { // held by what ends here
		a.flush()
	}
	a.out = append(a.out, a.src[a.nodes[n].close:a.nodes[n].stop]...)
}

// gone reports whether nothing is left of an element.
func (a *accepter) gone(n int32) bool {
	node := &a.nodes[n]
	switch node.name {
	case wIns, wMoveTo:
		return node.first == 0
	case wCustomXMLInsRangeStart, wCustomXMLDelRangeStart, wCustomXMLMoveFromRangeStart, wCustomXMLMoveToRangeStart:
		return true
	case wDelText, wDelInstrText:
		return true
	case wTr:
		return a.child(a.child(n, wTrPr), wDel) != 0
	case wTc:
		return a.child(a.child(n, wTcPr), wCellDel) != 0
	case wTbl:
		return a.emptied(n)
	}
	return changeMarks[node.name] || changeRanges[node.name]
}

// emptied reports whether all rows of a table are gone.
func (a *accepter) emptied(n int32) bool {
	rows := false
	for c := a.nodes[n].first; c != 0; c = a.nodes[c].next {
		if a.nodes[c].name == wTr {
			if !a.gone(c) {
				return false
			}
			rows = true
		}
	}
	return rows
}

func (a *accepter) holdsBlocks(n name) bool {
	switch n {
	case wTbl, wTc, wTxbxContent, wFootnote, wEndnote, wComment:
		return true
	}
	return false
}

// blocks writes an element that holds paragraphs. All but a table need one at
// their end.
func (a *accepter) blocks(n int32) {
	node := &a.nodes[n]
	held, from := a.held, a.from
	a.held, a.from, a.last = nil, 0, other
	a.out = append(a.out, a.tag(n)...)
	if node.stop > node.inner {
		a.children(n)
		a.flush()
		if node.name != wTbl && a.last != wP {
			a.emptyParagraph(n)
		}
		a.out = append(a.out, a.src[node.close:node.stop]...)
	}
	a.held, a.from, a.last = held, from, node.name
}

func (a *accepter) emptyParagraph(n int32) {
	a.out = append(append(append(a.out, '<'), prefixOf(qualified(a.tag(n)))...), "p/>"...)
}

// paragraph writes a paragraph, or holds it for the next one.
func (a *accepter) paragraph(n int32) {
	pPr := a.child(n, wPPr)
	mark := a.child(pPr, wRPr)
	if a.child(mark, wDel) != 0 || a.child(mark, wMoveFrom) != 0 {
		a.hold(n, pPr)
		return
	}
	held := a.held
	a.held, a.from = nil, 0
	a.open(n, pPr, held)
	a.rest(n, pPr)
	a.shut(n)
}

// hold keeps the text of a paragraph.
func (a *accepter) hold(n, pPr int32) {
	out := a.out
	a.out = a.held
	a.rest(n, pPr)
	a.held, a.from = a.out, n
	a.out = out
}

// open writes the start of a paragraph, its properties and what was held.
func (a *accepter) open(n, pPr int32, held []byte) {
	tag := a.tag(n)
	if a.nodes[n].stop == a.nodes[n].inner {
		tag = append(slices.Clone(tag[:len(tag)-2]), '>')
	}
	a.out = append(a.out, tag...)
	if pPr != 0 {
		a.copy(pPr)
	}
	a.out = append(a.out, held...)
	a.last = wP
}

// rest writes the text of a paragraph.
func (a *accepter) rest(n, pPr int32) {
	for c := a.nodes[n].first; c != 0; c = a.nodes[c].next {
		if c != pPr {
			a.element(c)
		}
	}
}

func (a *accepter) shut(n int32) {
	a.out = append(append(append(a.out, "</"...), qualified(a.tag(n))...), '>')
}

// flush writes what was held where no paragraph follows to take it.
func (a *accepter) flush() {
	if n, held := a.from, a.held; n != 0 {
		a.held, a.from = nil, 0
		if len(held) > 0 {
			a.open(n, a.child(n, wPPr), held)
			a.shut(n)
		}
	}
}
