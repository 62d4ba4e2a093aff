package docx

import (
	"slices"
	"strings"
)

// bookmark gives the item for one end of a bookmark. Word's own bookmarks
// begin with an underscore, which hides them: they mark headings for tables of
// contents, targets of references, and the last edit.
func (w *walker) bookmark(n int32) item {
	t := w.tree
	it := item{kind: itemObject, name: "bm", node: n, from: t.nodes[n].start, to: t.nodes[n].stop}
	it.disp, _ = t.attr(n, "name")
	id, _ := t.attr(n, "id")
	switch w.bookmarks()[id] {
	case bookmarkOwn:
		it.kind = itemOwn
	case bookmarkTarget:
		it.kind, it.name = itemOwn, "ref"
	}
	return it
}

// The kinds of bookmarks; those of an author's win over Word's where ids are
// not unique.
const (
	bookmarkAuthor = iota
	bookmarkTarget // of references
	bookmarkOwn
)

// bookmarks gives the kinds of the part's bookmarks, by id.
func (w *walker) bookmarks() map[string]int {
	if w.ids != nil {
		return w.ids
	}
	w.ids = map[string]int{}
	for n := range w.tree.nodes {
		if w.tree.nodes[n].name != wBookmarkStart {
			continue
		}
		id, _ := w.tree.attr(int32(n), "id")
		name, _ := w.tree.attr(int32(n), "name")
		kind := bookmarkAuthor
		switch {
		case strings.HasPrefix(name, "_Ref"):
			kind = bookmarkTarget
		case ownBookmark(name):
			kind = bookmarkOwn
		}
		if old, ok := w.ids[id]; ok {
			kind = min(kind, old)
		}
		w.ids[id] = kind
	}
	return w.ids
}

func ownBookmark(name string) bool {
	return strings.HasPrefix(name, "_") || strings.HasPrefix(name, "OLE_LINK")
}

// foldOwn takes Word's own bookmarks, and the ends of fields that span
// paragraphs, out of the items: they go to the nearest end of the paragraph, so
// that what they mark stays marked. What a translator could not do without stays
// as a placeholder amid the text: a target of references (_Ref), and the end of
// a field whose result is text.
func (w *walker) foldOwn(items []item) []item {
	first, last := textBounds(items)
	out := items[:0]
	for i, it := range items {
		if it.kind != itemOwn && it.kind != itemPin {
			out = append(out, it)
			continue
		}
		start := w.tree.nodes[it.node].name == wBookmarkStart
		amid := i > first && i < last
		switch {
		case amid && it.name == "ref":
			it.kind, it.name = itemObject, "bm"
			out = append(out, it)
		case amid && it.kind == itemPin:
			it.kind = itemObject
			out = append(out, it)
		case i < first || amid && start:
			w.front = append(w.front, w.bytes(&it))
		default:
			w.back = append(w.back, w.bytes(&it))
		}
	}
	return out
}

// bytes gives the XML of an item, with the run that it was taken from.
func (w *walker) bytes(it *item) []byte {
	t := w.tree
	out := t.slice(it.from, it.to)
	if it.head != 0 {
		out = slices.Concat(t.head(t.spot(it.head)), out)
	}
	if it.tail != 0 {
		out = slices.Concat(out, t.src[t.nodes[it.tail].close:t.nodes[it.tail].stop])
	}
	return out
}

// textBounds gives the places of the first and the last text.
func textBounds(items []item) (first, last int) {
	first, last = len(items), -1
	for i := range items {
		if items[i].kind == itemText && items[i].text != "" {
			first, last = min(first, i), i
		}
	}
	return first, last
}
