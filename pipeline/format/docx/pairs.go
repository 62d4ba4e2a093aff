package docx

import (
	"slices"

	"hexaglot/pipeline/document"
)

// pair is an open pair: its code, and what it stands for.
type pair struct {
	code int32
	name string
	is   values // the formatting, none for a wrapper
	data []document.Chunk
}

// fit closes the pairs that sibling i is not in, and opens those that it needs.
func (b *builder) fit(sibs []sibling, i, depth int) {
	s := &sibs[i]
	keep := depth
	for keep < len(b.open) && b.open[keep].holds(s.need) {
		keep++
	}
	b.closeTo(keep)
	missing := s.need
	for _, p := range b.open[depth:] {
		missing = missing.without(p.is)
	}
	var order []int
	for d := range missing {
		if missing[d] != 0 && (b.items[s.from].kind != itemOpen || int(s.until[d]) > i) {
			order = append(order, d)
		}
	}
	slices.SortStableFunc(order, func(a, c int) int { return int(s.until[c] - s.until[a]) })
	for len(order) > 0 {
		n := 1
		for n < len(order) && s.until[order[n]] == s.until[order[0]] {
			n++
		}
		b.openAlike(order[:n], missing, s)
		order = order[n:]
	}
}

// holds reports whether text that needs need may stand in p.
func (p *pair) holds(need values) bool {
	for d, value := range p.is {
		if value != 0 && need[d] != value {
			return false
		}
	}
	return true
}

// openAlike opens pairs that reach equally far. The font goes with any other
// of them, and a link's line with the link: they make no codes of their own.
func (b *builder) openAlike(alike []int, missing values, s *sibling) {
	slices.Sort(alike)
	host := alike[0]
	if host == dimFont && len(alike) > 1 {
		host = alike[1]
	}
	for _, d := range alike {
		if goesWith(host, d) {
			continue
		}
		var is values
		is[d] = missing[d]
		for _, o := range alike {
			if d == host && goesWith(host, o) {
				is[o] = missing[o]
			}
		}
		b.openFormat(b.w.words.codeName(d, missing[d]), is, s)
	}
}

func goesWith(host, d int) bool {
	return d == dimFont && host != dimFont || d == dimUnderline && host == dimLink
}

// openFormat opens a pair of formatting.
func (b *builder) openFormat(name string, is values, s *sibling) {
	sample := b.w.tree.spot(b.firstRun(s))
	c := b.newCode(code{sample: sample, dims: is.mask()})
	b.push(pair{c, name, is, []document.Chunk{{Raw: b.x.rPr(sample)}}}, "")
}

// mask gives the dimensions that v has a value in, a bit for each.
func (v *values) mask() (m uint8) {
	for d, value := range v {
		if value != 0 {
			m |= 1 << d
		}
	}
	return m
}

// firstRun gives the run of the first text, or else of the first item, of a
// sibling.
func (b *builder) firstRun(s *sibling) int32 {
	run := int32(0)
	for i := s.from; i <= s.to; i++ {
		it := &b.items[i]
		if it.kind == itemText && it.text != "" {
			return it.run
		}
		if run == 0 {
			run = it.run
		}
	}
	return run
}

// newCode adds what the writer has to know of a code.
func (b *builder) newCode(c code) int32 {
	c.parent = -1
	if n := len(b.open); n > 0 {
		c.parent = b.open[n-1].code
	}
	b.x.codes = append(b.x.codes, c)
	return int32(len(b.x.codes) - 1)
}

// push opens a pair.
func (b *builder) push(p pair, disp string) {
	b.x.codes[p.code].data = &p.data[0]
	b.put(document.Code{Kind: document.Open, Name: p.name, Data: p.data, Disp: disp}, p.code)
	b.open = append(b.open, p)
}

// put adds a code at the end of the text.
func (b *builder) put(c document.Code, info int32) {
	c.Pos, c.ID = b.text.Len(), int(info)+1
	b.codes = append(b.codes, c)
	b.x.order = append(b.x.order, place{info: info, pos: int32(c.Pos), kind: c.Kind})
}

// closeTo closes the pairs of formatting beyond depth.
func (b *builder) closeTo(depth int) {
	for n := len(b.open) - 1; n >= depth; n-- {
		b.pop(b.open[n].data)
	}
}

// pop closes the innermost pair; data is that of its end.
func (b *builder) pop(data []document.Chunk) {
	p := b.open[len(b.open)-1]
	b.open = b.open[:len(b.open)-1]
	b.x.codes[p.code].end = &data[0]
	b.put(document.Code{Kind: document.Close, Name: p.name, Data: data}, p.code)
}
