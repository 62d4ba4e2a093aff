package docx

import (
	"strings"

	"hexaglot/pipeline/document"
)

// emit adds a sibling: its text, its placeholder, or the pair of a wrapper with
// all that it holds.
func (b *builder) emit(s *sibling, active values) {
	it := &b.items[s.from]
	switch it.kind {
	case itemText:
		b.text.WriteString(it.text)
		b.sampled(it)
	case itemOpen:
		b.wrap(s, active)
	default:
		b.object(it)
	}
}

func (b *builder) object(it *item) {
	data, mid := b.data(it)
	c := b.newCode(code{data: &data[0], from: it.from, to: it.to, mid: mid})
	b.put(document.Code{Kind: document.Standalone, Name: it.name, Data: data, Disp: it.disp}, c)
}

// sampled notes the run that text directly in the innermost pair has: that of
// its first words, or of white space where there are none.
func (b *builder) sampled(it *item) {
	at, place := &b.x.base, outside
	if n := len(b.open); n > 0 {
		place = b.open[n-1].code
		at = &b.x.codes[place].direct
	}
	worded := strings.TrimSpace(it.text) != ""
	if at.stop != 0 && (!worded || !b.blank[place]) {
		return
	}
	*at = b.w.tree.spot(it.run)
	if b.blank == nil {
		b.blank = map[int32]bool{}
	}
	b.blank[place] = !worded
}

// outside is the place of text that stands in no pair.
const outside int32 = -1

func (b *builder) wrap(s *sibling, active values) {
	open, end := &b.items[s.from], &b.items[s.to]
	for _, p := range b.open {
		active = active.with(p.is)
	}
	data, mid := b.data(open)
	info := code{from: open.from, to: open.to, endFrom: end.from, endTo: end.to, mid: mid, wrapper: true}
	if open.name == "a" {
		is := linkValues(s.base, b.base)
		info.dims, info.sample = is.mask(), b.w.tree.spot(b.firstRun(s))
	}
	b.push(pair{code: b.newCode(info), name: open.name, data: data}, open.disp)
	b.level(s.from+1, s.to, active, s.base)
	data, _ = b.data(end)
	b.pop(data)
}

// linkValues gives what a link changes in the formatting of its paragraph.
func linkValues(link, paragraph base) values {
	var out values
	for _, d := range []int{dimFont, dimUnderline} {
		if link.is[d] != paragraph.is[d] {
			out[d] = link.is[d] + 1
		}
	}
	return out
}

// data gives the chunks of an item. mid are those for its own bytes, where
// there are units in them.
func (b *builder) data(it *item) (data, mid []document.Chunk) {
	t := b.w.tree
	if it.head == 0 && it.tail == 0 && !it.deep {
		return []document.Chunk{{Raw: t.slice(it.from, it.to)}}, nil
	}
	if it.head != 0 {
		data = append(data, document.Chunk{Raw: t.head(t.spot(it.head))})
	}
	at := len(data)
	data = append(data, b.inside(it)...)
	end := len(data)
	if it.tail != 0 {
		data = append(data, document.Chunk{Raw: t.slice(t.nodes[it.tail].close, t.nodes[it.tail].stop)})
	}
	if end-at > 1 {
		mid = data[at:end:end]
	}
	return data, mid
}

// inside gives the chunks for the bytes of an item, and adds their units.
func (b *builder) inside(it *item) []document.Chunk {
	if !it.deep {
		return []document.Chunk{{Raw: b.w.tree.slice(it.from, it.to)}}
	}
	inner := b.w.branch(it.from)
	if it.kind == itemOpen {
		inner.attributes(it.node)
	} else {
		inner.within(it.from, it.to, it.node)
	}
	inner.raw(it.to)
	b.w.units = append(b.w.units, inner.units...)
	return inner.chunks
}
