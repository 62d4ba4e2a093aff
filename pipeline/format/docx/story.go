package docx

import (
	"hexaglot/pipeline/document"
)

// story is what the walkers over one part share.
type story struct {
	tree        *tree
	part        *part
	sheet       *styleSheet
	script      script
	words       *lexicon
	preserves   bool              // the root keeps white space
	links       map[string]string // the targets of the part's relationships
	looks       map[string]map[string]*look
	bases       map[string]properties
	ids         map[string]int // the kinds of bookmarks
	endedFields map[int32]bool
	followers   []follower
	pointUnits  map[string]*document.Unit // the first unit for each cell of a chart
}

func newStory(t *tree, sheet *styleSheet, sc script, links map[string]string) *story {
	return &story{
		tree: t, part: &part{src: t.src}, sheet: sheet, script: sc, words: newLexicon(), preserves: t.space(1) == "preserve", links: links,
		looks: map[string]map[string]*look{}, bases: map[string]properties{},
	}
}

// walker goes through a part, or a stretch of one, and makes chunks and units.
type walker struct {
	*story
	chunks []document.Chunk
	units  []*document.Unit
	at     int32 // the bytes before it are in chunks
	role   string
	cells  int
	fields []field

	items       []item // kept from paragraph to paragraph
	front, back [][]byte
	style       *style           // of the present paragraph
	base        properties       // what its style gives to runs
	byRPr       map[string]*look // the looks in paragraphs of its style
	skipped     bool

	lists    []document.List // to be sorted
	lastItem int32           // the last paragraph in them
}

// raw takes over the bytes before to as they are.
func (w *walker) raw(to int32) {
	if to > w.at {
		w.chunks = append(w.chunks, document.Chunk{Raw: w.tree.slice(w.at, to)})
		w.at = to
	}
}

// skips are the elements that hold no text of the story.
var skips = map[name]bool{wPPr: true, wRPr: true, wSectPr: true, wTcPr: true, wTrPr: true, wProofErr: true}

// walk goes through the children of an element.
func (w *walker) walk(parent int32) {
	for n := w.tree.nodes[parent].first; n != 0; n = w.tree.nodes[n].next {
		w.visit(n)
	}
}

// walkAll goes through the whole part: the two halves of a large one at the
// same time.
func (w *walker) walkAll() {
	end := int32(len(w.tree.src))
	cut := w.tree.cut()
	if cut == 0 {
		w.walk(0)
		w.raw(end)
		return
	}
	middle := w.tree.nodes[cut].start
	second := &walker{story: newStory(w.tree, w.sheet, w.script, w.links), at: middle, role: w.role}
	second.part = w.part
	each(2, func(i int) {
		if i == 0 {
			for n := w.tree.nodes[w.tree.nodes[cut].parent].first; n != cut; n = w.tree.nodes[n].next {
				w.visit(n)
			}
			w.raw(middle)
			return
		}
		for n := cut; n != 0; n = w.tree.after(n) {
			second.visit(n)
		}
		second.raw(end)
	})
	w.take(second)
	w.joinLists(second)
	w.followers = append(w.followers, second.followers...)
}

// cut gives the block in the middle of a large part at which no field is open,
// or 0.
func (t *tree) cut() int32 {
	half := int32(len(t.src) / 2)
	if half < slice {
		return 0
	}
	body := t.nodes[1].first
	for body != 0 && t.nodes[body].stop < half {
		body = t.nodes[body].next
	}
	open, counted := 0, int32(0)
	for n := t.nodes[body].first; n != 0 && body != 0; n = t.nodes[n].next {
		for ; counted < n; counted++ {
			open += t.fieldDepth(counted)
		}
		if open == 0 && t.nodes[n].start > half {
			return n
		}
	}
	return 0
}

// fieldDepth gives 1 where a field begins, and -1 where one ends.
func (t *tree) fieldDepth(n int32) int {
	if t.nodes[n].name != wFldChar {
		return 0
	}
	switch kind, _ := t.attr(n, "fldCharType"); kind {
	case "begin":
		return 1
	case "end":
		return -1
	}
	return 0
}

func (w *walker) visit(n int32) {
	switch name := w.tree.nodes[n].name; name {
	case wP:
		w.paragraph(n)
		w.sorted(n)
	case aP:
		w.drawingParagraph(n)
	case wTc:
		w.cells++
		w.walk(n)
		w.cells--
	case wTxbxContent:
		w.textBox(n)
	case wFootnote, wEndnote, wComment:
		w.fields = w.fields[:0]
		w.walk(n)
	case mcAlternateContent:
		w.alternate(n)
	case wpDocPr, wHyperlink, picCNvPr, vTextpath, wTblCaption, wTblDescription:
		w.attributes(n)
		w.walk(n)
	case cTx, cStrLit, cStrRef:
		w.chart(n)
	default:
		if !skips[name] {
			w.walk(n)
		}
	}
}

// textBox goes through a story inside a story: it has fields and a role of its
// own, and the paragraph around it goes on afterwards.
func (w *walker) textBox(n int32) {
	inner := w.branch(w.at)
	inner.role = "text box"
	inner.walk(n)
	w.take(inner)
}

// branch gives a walker for a stretch that begins at a byte; take brings home
// what it found.
func (w *walker) branch(at int32) *walker {
	return &walker{story: w.story, at: at, role: w.role, cells: w.cells}
}

func (w *walker) take(inner *walker) {
	w.chunks = append(w.chunks, inner.chunks...)
	w.units = append(w.units, inner.units...)
	w.at = inner.at
}

// within goes into the elements that lie in a stretch of bytes; node lies in
// it, and nothing that can hold text lies before node.
func (w *walker) within(from, to, node int32) {
	t := w.tree
	for parent := t.nodes[node].parent; parent != 0 && t.nodes[parent].start >= from; parent = t.nodes[node].parent {
		node = parent
	}
	for node != 0 && t.nodes[node].start < to {
		if t.nodes[node].stop > to {
			node++ // its first child, or what follows it
			continue
		}
		w.visit(node)
		node = t.after(node)
	}
}

// enterParagraph takes note of a paragraph's style.
func (w *walker) enterParagraph(pPr int32) {
	id := w.tree.val(w.tree.child(pPr, wPStyle))
	if id == "" || w.sheet.styles[id] == nil {
		id = w.sheet.paragraph
	}
	w.style = w.sheet.styles[id]
	w.skipped = w.style != nil && w.style.skip
	base, ok := w.bases[id]
	if !ok {
		base = w.sheet.defaults
		if w.style != nil {
			base = base.over(w.style.run)
		}
		w.bases[id], w.looks[id] = base, map[string]*look{}
	}
	w.base, w.byRPr = base, w.looks[id]
}

// look gives the look of a run with the properties rPr, 0 for none.
func (w *walker) look(rPr int32) *look {
	raw := w.tree.raw(rPr)
	if l, ok := w.byRPr[string(raw)]; ok {
		return l
	}
	var direct properties
	if rPr != 0 {
		direct = runProperties(w.tree, rPr)
	}
	l := w.sheet.lookOf(w.base, direct, w.script, w.words)
	w.byRPr[string(raw)] = l
	return l
}
