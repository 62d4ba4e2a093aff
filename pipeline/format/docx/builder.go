package docx

import (
	"slices"
	"strings"

	"hexaglot/pipeline/document"
)

// builder makes the content of a unit from the items of its paragraph.
type builder struct {
	w     *walker
	x     *inline
	items []item
	match []int // for each itemOpen the place of its itemClose
	text  strings.Builder
	codes []document.Code
	open  []pair
	base  base
	blank map[int32]bool // the pairs whose text is known by white space only
}

// content gives the content; the units inside its codes are added to the
// walker's.
func (b *builder) content() document.Content {
	if l, ok := b.uniform(); ok {
		b.x.base = b.w.tree.spot(b.items[l].run)
		return document.Content{Text: b.joined()}
	}
	b.pairUp()
	b.text.Grow(length(b.items))
	b.base = b.paragraphBase()
	b.level(0, len(b.items), values{}, b.base)
	b.x.front, b.x.back = cloned(b.w.front), cloned(b.w.back)
	b.x.codes, b.x.order = slices.Clone(b.x.codes), slices.Clone(b.x.order)
	return document.Content{Text: b.text.String(), Codes: slices.Clone(b.codes)}
}

func cloned(list [][]byte) [][]byte { return append([][]byte(nil), list...) }

// uniform reports whether all items are text of one look, and gives the first
// that holds any.
func (b *builder) uniform() (first int, ok bool) {
	first = -1
	for i := range b.items {
		it := &b.items[i]
		if it.kind != itemText || it.look != b.items[0].look {
			return 0, false
		}
		if first < 0 && it.text != "" {
			first = i
		}
	}
	return first, first >= 0 && len(b.w.front)+len(b.w.back) == 0
}

func (b *builder) joined() string {
	if len(b.items) == 1 {
		return b.items[0].text
	}
	var s strings.Builder
	for i := range b.items {
		s.WriteString(b.items[i].text)
	}
	return s.String()
}

// paragraphBase gives the base of the paragraph; the fonts and lines of links
// do not count in it.
func (b *builder) paragraphBase() base {
	rest := b.w.look(0).rest()
	all := b.w.words.baseOf(b.looks(0, len(b.items), false), rest)
	if !slices.ContainsFunc(b.items, func(it item) bool { return it.kind == itemOpen && it.name == "a" }) {
		return all
	}
	outer := b.w.words.baseOf(b.looks(0, len(b.items), true), rest)
	all.font, all.is[dimFont], all.is[dimUnderline] = outer.font, outer.is[dimFont], outer.is[dimUnderline]
	return all
}

// length gives the bytes of text in items.
func length(items []item) (n int) {
	for i := range items {
		if items[i].kind == itemText {
			n += len(items[i].text)
		}
	}
	return n
}

func (b *builder) pairUp() {
	b.match = make([]int, len(b.items))
	var open []int
	for i := range b.items {
		switch b.items[i].kind {
		case itemOpen:
			open = append(open, i)
		case itemClose:
			b.match[open[len(open)-1]] = i
			open = open[:len(open)-1]
		}
	}
}

// looks gives the looks of the words among items, those in links left out if
// outside is set; each is given once where it is the same as the one before.
func (b *builder) looks(from, to int, outside bool) []*look {
	var out []*look
	for i := from; i < to; i++ {
		it := &b.items[i]
		if outside && it.kind == itemOpen && it.name == "a" {
			i = b.match[i]
			continue
		}
		if it.kind != itemText || strings.TrimSpace(it.text) == "" {
			continue
		}
		if n := len(out); n == 0 || out[n-1] != it.look {
			out = append(out, it.look)
		}
	}
	return distinct(out)
}

// distinct keeps the first of each, so that a paragraph of many runs is not
// compared run by run.
func distinct(looks []*look) []*look {
	if len(looks) < 3 {
		return looks
	}
	seen := make(map[*look]bool, 8)
	out := looks[:0]
	for _, l := range looks {
		if !seen[l] {
			seen[l] = true
			out = append(out, l)
		}
	}
	return out
}

// linkBase gives the base inside a link: its font and its line are part of the
// link, as is Word's style for links.
func (b *builder) linkBase(from, to int, outer base) base {
	inner := b.w.words.baseOf(b.looks(from, to, false), outer)
	outer.font, outer.is[dimFont], outer.is[dimUnderline] = inner.font, inner.is[dimFont], inner.is[dimUnderline]
	return outer
}

// sibling is an item, or a wrapper with all that it holds.
type sibling struct {
	from, to int // items
	worded   bool
	need     values // how it deviates
	own      values // for an object: how its run does
	base     base   // inside a wrapper
	until    [dims]int32
}

// level makes the codes and text of items from..to; within the codes that are
// open around them, active.
func (b *builder) level(from, to int, active values, in base) {
	sibs := b.siblings(from, to, in)
	absorbBlanks(b.items, sibs)
	settleObjects(sibs)
	for i := range sibs {
		sibs[i].need = sibs[i].need.without(active)
	}
	measure(sibs)
	depth := len(b.open)
	for i := range sibs {
		b.fit(sibs, i, depth)
		b.emit(&sibs[i], active)
	}
	b.closeTo(depth)
}

func (b *builder) siblings(from, to int, in base) []sibling {
	sibs := make([]sibling, 0, to-from)
	for i := from; i < to; i++ {
		it := &b.items[i]
		s := sibling{from: i, to: i}
		switch it.kind {
		case itemText:
			if it.text == "" {
				continue
			}
			s.worded, s.need = true, in.deviation(it.look)
		case itemOpen:
			s.to, s.worded, s.base = b.match[i], true, in
			if it.name == "a" {
				s.base = b.linkBase(i, s.to, in)
			}
			s.need = b.shared(i, s.to, in)
			i = s.to
		default:
			if it.look != nil && it.run != 0 {
				s.own = in.deviation(it.look)
			}
		}
		sibs = append(sibs, s)
	}
	return sibs
}

// shared gives how all words of a wrapper deviate; what is a link's own is no
// deviation.
func (b *builder) shared(from, to int, in base) values {
	var out values
	link := b.items[from].name == "a"
	for i, l := range b.looks(from, to, false) {
		dev := in.deviation(l)
		if link {
			dev[dimFont], dev[dimUnderline] = 0, 0
		}
		if i == 0 {
			out = dev
		} else {
			out = out.common(dev)
		}
	}
	return out
}

// absorbBlanks gives white space between two texts of one look that look, where
// its own would not show.
func absorbBlanks(items []item, sibs []sibling) {
	blank := func(i int) bool {
		it := &items[sibs[i].from]
		return it.kind == itemText && strings.TrimSpace(it.text) == ""
	}
	for i := 1; i+1 < len(sibs); i++ {
		if !blank(i) {
			continue
		}
		end := i
		for end+1 < len(sibs) && blank(end) && items[sibs[end].from].look == items[sibs[i].from].look {
			end++
		}
		left, mid, right := &items[sibs[i-1].from], &items[sibs[i].from], &items[sibs[end].from]
		if left.kind == itemText && right.kind == itemText && sibs[i-1].need == sibs[end].need && left.look.ink == mid.look.ink {
			for ; i < end; i++ {
				sibs[i].need = sibs[end].need
			}
		}
	}
}

// settleObjects decides in which pairs placeholders stand: in those around the
// text on both sides of them, and, next to one side's, where their own run is
// formatted like it.
func settleObjects(sibs []sibling) {
	for i := 0; i < len(sibs); i++ {
		if sibs[i].worded {
			continue
		}
		end := i
		for end < len(sibs) && !sibs[end].worded {
			end++
		}
		var left, right values
		if i > 0 {
			left = sibs[i-1].need
		}
		if end < len(sibs) {
			right = sibs[end].need
		}
		settle(sibs[i:end], left, right)
		i = end
	}
}

func settle(objects []sibling, left, right values) {
	both := left.common(right)
	for i := range objects {
		objects[i].need = both
	}
	run := left
	for i := range objects {
		run = run.common(objects[i].own)
		objects[i].need = objects[i].need.with(run)
	}
	run = right
	for i := len(objects) - 1; i >= 0; i-- {
		run = run.common(objects[i].own)
		objects[i].need = objects[i].need.with(run)
	}
}

// with gives v with the dimensions of o in its empty ones.
func (v values) with(o values) values {
	for d := range v {
		if v[d] == 0 {
			v[d] = o[d]
		}
	}
	return v
}

// measure notes how far each deviation reaches.
func measure(sibs []sibling) {
	for i := len(sibs) - 1; i >= 0; i-- {
		for d := range sibs[i].need {
			sibs[i].until[d] = int32(i)
			if i+1 < len(sibs) && sibs[i+1].need[d] == sibs[i].need[d] {
				sibs[i].until[d] = sibs[i+1].until[d]
			}
		}
	}
}
