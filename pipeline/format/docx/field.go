package docx

import (
	"bytes"
	"strings"
)

// field is a complex field that began in an earlier paragraph (§17.16.18).
type field struct {
	instr   string
	result  bool // its separator is past
	textual bool // its result is text
}

// pairs gives the code for the fields whose result is text; what every other
// field shows is computed (§17.16.5).
var pairs = map[string]string{
	"HYPERLINK": "a", "TOC": "field", "INDEX": "field", "TOA": "field", "BIBLIOGRAPHY": "field", "FORMTEXT": "field",
	"QUOTE": "field", "INCLUDETEXT": "field", "AUTOTEXT": "field", "GLOSSARY": "field",
}

// pairOf gives the code for a field with an instruction, "" where its result
// is computed.
func pairOf(instr string) string {
	words := strings.Fields(instr)
	if len(words) == 0 {
		return ""
	}
	return pairs[strings.ToUpper(words[0])]
}

// linkOf gives the target of a HYPERLINK instruction.
func linkOf(instr string) string {
	words := strings.Fields(instr)
	if len(words) < 2 || !strings.EqualFold(words[0], "HYPERLINK") {
		return ""
	}
	target := ""
	for i, word := range words[1:] {
		switch {
		case strings.EqualFold(word, `\l`) && i+2 < len(words):
			return target + "#" + strings.Trim(words[i+2], `"`)
		case target == "" && !strings.HasPrefix(word, `\`):
			target = strings.Trim(word, `"`)
		}
	}
	return target
}

// span is a field in the items of a paragraph.
type span struct {
	begin, separate, end int // -1 where it is in another paragraph
	instr                string
}

// spans finds the fields that begin in a paragraph, by the place of their
// beginning; ends without a beginning are left to the fields still open.
func spans(items []item) map[int]*span {
	found := map[int]*span{}
	var open []*span
	for i, it := range items {
		switch it.kind {
		case itemBegin:
			s := &span{begin: i, separate: -1, end: -1}
			found[i] = s
			open = append(open, s)
		case itemInstr:
			if n := len(open); n > 0 && open[n-1].separate < 0 {
				open[n-1].instr += it.text
			}
		case itemSeparate:
			if n := len(open); n > 0 && open[n-1].separate < 0 {
				open[n-1].separate = i
			}
		case itemEnd:
			if n := len(open); n > 0 {
				open[n-1].end = i
				open = open[:n-1]
			}
		}
	}
	return found
}

// foldFields makes placeholders and pairs of the fields in items.
func (w *walker) foldFields(items []item) []item {
	has := len(w.fields) > 0
	for i := range items {
		has = has || items[i].kind >= itemBegin
	}
	if !has {
		return items
	}
	f := folder{w: w, items: items, spans: spans(items)}
	f.fold()
	return f.out
}

// maxPairs bounds the fields inside fields that are pairs; in XML they do not
// nest, so that no depth of elements bounds them.
const maxPairs = 32

// unpaired marks the end of a field that cannot be folded, because an element
// opens inside it and closes outside: what it shows is text.
const unpaired = "-"

// folder goes through the items of a paragraph with fields.
type folder struct {
	w     *walker
	items []item
	spans map[int]*span
	home  []int // for each item the place of the wrapper around it, or -1
	pairs int   // the pairs of fields that are open
	out   []item
	at    int
	pin   bool // what becomes opaque belongs to a field that spans paragraphs
}

func (f *folder) fold() {
	closes := map[int]string{} // the ends of the pairs
	for f.at < len(f.items) {
		it := &f.items[f.at]
		f.pin = len(f.w.fields) > 0
		switch {
		case f.w.inComputed():
			f.opaque(f.untilOpen())
		case closes[f.at] == unpaired:
			f.pin = false
			f.opaque(f.at)
		case closes[f.at] != "":
			f.out = append(f.out, f.mark(itemClose, closes[f.at], f.at, f.at))
			f.pairs--
			f.at++
		case it.kind == itemBegin:
			f.begin(f.spans[f.at], closes)
		case it.kind == itemEnd || it.kind == itemSeparate:
			f.leaveField(it.kind)
			f.opaque(f.at)
		case it.kind == itemInstr:
			f.opaque(f.at)
		default:
			f.out = append(f.out, *it)
			f.at++
		}
	}
}

// inComputed reports whether the place is inside a field that began in an
// earlier paragraph and shows no text here.
func (w *walker) inComputed() bool {
	for _, one := range w.fields {
		if !one.result || !one.textual {
			return true
		}
	}
	return false
}

// untilOpen gives the last item before text can go on, following the fields
// that are open.
func (f *folder) untilOpen() int {
	at := f.at
	for ; at < len(f.items); at++ {
		switch it := &f.items[at]; it.kind {
		case itemBegin:
			if s := f.spans[at]; s.end >= 0 {
				at = s.end
				continue
			}
			f.w.fields = append(f.w.fields, field{})
		case itemInstr:
			if top := f.top(); top != nil && !top.result {
				top.instr += it.text
			}
		case itemSeparate, itemEnd:
			f.leaveField(it.kind)
		}
		if !f.w.inComputed() {
			return at
		}
	}
	return len(f.items) - 1
}

func (f *folder) top() *field {
	if n := len(f.w.fields); n > 0 {
		return &f.w.fields[n-1]
	}
	return nil
}

// leaveField follows a separator or an end.
func (f *folder) leaveField(kind itemKind) {
	top := f.top()
	if top == nil {
		return
	}
	if kind == itemEnd {
		f.w.fields = f.w.fields[:len(f.w.fields)-1]
		return
	}
	top.result, top.textual = true, pairOf(top.instr) != ""
}

// begin takes a field that begins here.
func (f *folder) begin(s *span, closes map[int]string) {
	f.pin = false
	pair := pairOf(s.instr)
	switch {
	case s.end >= 0 && s.separate >= 0 && (!f.paired(s) || f.pairs == maxPairs):
		f.opaque(s.separate)
		closes[s.end] = unpaired
	case s.end >= 0 && s.separate >= 0 && pair != "":
		it := f.mark(itemOpen, pair, s.begin, s.separate)
		it.disp = linkOf(s.instr)
		f.out = append(f.out, it)
		closes[s.end] = pair
		f.pairs++
		f.at = s.separate + 1
	case s.end >= 0:
		f.opaque(s.end)
	default:
		f.spanning(s, pair)
	}
}

// spanning takes a field that ends in a later paragraph. One that never ends
// is no field.
func (f *folder) spanning(s *span, pair string) {
	if !f.w.ended(f.items[s.begin].node) {
		last := f.at
		for last+1 < len(f.items) && (f.items[last+1].kind == itemInstr || last+1 == s.separate) {
			last++
		}
		f.opaque(last)
		return
	}
	f.pin = true
	one := field{instr: s.instr, result: s.separate >= 0, textual: pair != ""}
	if one.result && one.textual {
		f.w.fields = append(f.w.fields, one)
		f.opaque(s.separate)
		return
	}
	from := f.at
	f.w.fields = append(f.w.fields, one)
	f.at++
	if one.result {
		f.at = s.separate + 1
	} else if f.at < len(f.items) {
		f.w.fields[len(f.w.fields)-1].instr = ""
	}
	to := f.untilOpen()
	f.at = from
	f.opaque(to)
}

// paired reports whether the start, separator and end of a field have the same
// element around them.
func (f *folder) paired(s *span) bool {
	if f.home == nil {
		f.home = homes(f.items)
	}
	return f.home[s.begin] == f.home[s.separate] && f.home[s.separate] == f.home[s.end]
}

func homes(items []item) []int {
	home := make([]int, len(items))
	open := []int{-1}
	for i := range items {
		if items[i].kind == itemClose && len(open) > 1 {
			open = open[:len(open)-1]
		}
		home[i] = open[len(open)-1]
		if items[i].kind == itemOpen {
			open = append(open, i)
		}
	}
	return home
}

// opaque makes placeholders of the items up to last: one where no wrapper
// opens or closes only once among them, else one for each stretch between.
func (f *folder) opaque(last int) {
	for f.at <= last {
		to := f.stretch(last)
		if to < f.at {
			f.out = append(f.out, f.items[f.at])
			f.at++
			continue
		}
		it := f.mark(itemObject, "field", f.at, to)
		it.deep = true
		if f.pin && !f.w.drawn(it.from, it.to) {
			it.kind = itemPin
		}
		for _, one := range f.items[f.at : to+1] {
			if one.kind == itemText {
				it.disp += one.text
			}
		}
		f.out = append(f.out, it)
		f.at = to + 1
	}
}

// stretch gives the last item, up to last, of the longest balanced stretch
// that begins at the place.
func (f *folder) stretch(last int) int {
	best, depth := f.at-1, 0
	for i := f.at; i <= last; i++ {
		switch f.items[i].kind {
		case itemOpen:
			depth++
		case itemClose:
			depth--
		}
		if depth < 0 {
			break
		}
		if depth == 0 {
			best = i
		}
	}
	return best
}

// mark makes one item of several.
func (f *folder) mark(kind itemKind, name string, from, to int) item {
	a, b := f.items[from], f.items[to]
	return item{
		kind: kind, name: name, node: a.node, run: a.run, look: a.look,
		from: a.from, head: a.head, to: b.to, tail: b.tail,
	}
}

// drawn reports whether a stretch of a part may hold units of its own.
func (w *walker) drawn(from, to int32) bool {
	return bytes.Contains(w.tree.src[from:to], []byte("drawing>")) || bytes.Contains(w.tree.src[from:to], []byte("pict>")) ||
		bytes.Contains(w.tree.src[from:to], []byte("object>")) || bytes.Contains(w.tree.src[from:to], []byte("tooltip"))
}

// ended reports whether the field that a w:fldChar begins has an end. Fields
// end in the story that they begin in: the text of a text box is another.
func (w *walker) ended(begin int32) bool {
	if w.endedFields == nil {
		w.endedFields = map[int32]bool{}
		open := map[int32][]int32{}
		for n := range w.tree.nodes {
			if w.tree.nodes[n].name == wFldChar {
				w.matchField(open, int32(n))
			}
		}
	}
	return w.endedFields[begin]
}

func (w *walker) matchField(open map[int32][]int32, n int32) {
	home := w.storyOf(n)
	stack := open[home]
	switch kind, _ := w.tree.attr(n, "fldCharType"); kind {
	case "begin":
		open[home] = append(stack, n)
	case "end":
		if len(stack) > 0 {
			w.endedFields[stack[len(stack)-1]] = true
			open[home] = stack[:len(stack)-1]
		}
	}
}

// storyOf gives the element whose text an element belongs to.
func (w *walker) storyOf(n int32) int32 {
	for n = w.tree.nodes[n].parent; n != 0; n = w.tree.nodes[n].parent {
		switch w.tree.nodes[n].name {
		case wTxbxContent, wFootnote, wEndnote, wComment:
			return n
		}
	}
	return 0
}
