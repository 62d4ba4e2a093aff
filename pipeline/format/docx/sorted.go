package docx

import "hexaglot/pipeline/document"

// sortStyle names the paragraph style whose paragraphs, where several follow
// each other, are sorted in every language; styles based on it do the same.
const sortStyle = "hexaglotsort"

// sorted notes a paragraph as an item of the list that it stands in, where its
// style asks for that. A paragraph in which something begins that ends in
// another one, or that ends a section, stays in its place and ends the list.
func (w *walker) sorted(p int32) {
	t := w.tree
	if w.style == nil || !w.style.sort || t.child(t.child(p, wPPr), wSectPr) != 0 || !t.balanced(p) {
		return
	}
	item := document.Span{Start: int(t.nodes[p].start), End: int(t.nodes[p].stop)}
	if n := len(w.lists); n > 0 && w.lastItem != 0 && t.nodes[w.lastItem].next == p {
		w.lists[n-1] = append(w.lists[n-1], item)
	} else {
		w.lists = append(w.lists, document.List{item})
	}
	w.lastItem = p
}

// joinLists takes over the lists of the second half of a part; a list that the
// halves share is one.
func (w *walker) joinLists(second *walker) {
	n := len(w.lists)
	if n > 0 && len(second.lists) > 0 && w.tree.nodes[w.lastItem].stop == int32(second.lists[0][0].Start) {
		w.lists[n-1] = append(w.lists[n-1], second.lists[0]...)
		second.lists = second.lists[1:]
	}
	w.lists = append(w.lists, second.lists...)
}

// pairedEnds gives for the elements that begin a range the ones that end it.
var pairedEnds = map[name]name{
	wBookmarkStart: wBookmarkEnd, wCommentRangeStart: wCommentRangeEnd, wPermStart: wPermEnd,
	wMoveFromRangeStart: wMoveFromRangeEnd, wMoveToRangeStart: wMoveToRangeEnd,
	wCustomXMLDelRangeStart: wCustomXMLDelRangeEnd, wCustomXMLInsRangeStart: wCustomXMLInsRangeEnd,
	wCustomXMLMoveFromRangeStart: wCustomXMLMoveFromRangeEnd, wCustomXMLMoveToRangeStart: wCustomXMLMoveToRangeEnd,
}

// balanced reports whether every range and field that begins in an element ends
// in it.
func (t *tree) balanced(n int32) bool {
	open := map[name]int{}
	for i := n; i < int32(len(t.nodes)) && t.nodes[i].start < t.nodes[n].stop; i++ {
		switch name := t.nodes[i].name; name {
		case wFldChar:
			switch kind, _ := t.attr(i, "fldCharType"); kind {
			case "begin":
				open[wFldChar]++
			case "end":
				open[wFldChar]--
			}
		default:
			open[name]++
		}
	}
	for start, end := range pairedEnds {
		if open[start] != open[end] {
			return false
		}
	}
	return open[wFldChar] == 0
}
