package document

// Span is a stretch of the bytes of a part.
type Span struct {
	Start, End int
	place      int // in the source, from 1; 0 while it stands there
}

// List is a list, or the rows of a table, that stands in alphabetical order in
// every language: its items, one behind the other. An item begins and ends
// outside units.
type List []Span

// Permute puts the items of a list of the part in another order: order[i] is
// the item that comes to place i. What stands between the items, such as their
// bullets, keeps its place, and the list is noted as it is then. It reports
// false, and does nothing, where an item begins or ends within a unit.
func (p *Part) Permute(list int, order []int) bool {
	items := p.Lists[list]
	bounds, ok := p.bounds(items)
	if !ok {
		return false
	}
	first, last := bounds[0], bounds[len(bounds)-1]
	moved := append([]Chunk(nil), p.Skeleton[:first]...)
	next := make(List, len(items))
	at := items[0].Start
	for i, from := range order {
		place := items[from].place
		if place == 0 {
			place = from + 1
		}
		if i > 0 {
			moved = append(moved, p.Skeleton[bounds[2*i-1]:bounds[2*i]]...)
			at += items[i].Start - items[i-1].End
		}
		moved = append(moved, p.Skeleton[bounds[2*from]:bounds[2*from+1]]...)
		next[i] = Span{at, at + items[from].End - items[from].Start, place}
		at = next[i].End
	}
	p.Skeleton, p.Lists[list] = append(moved, p.Skeleton[last:]...), next
	return true
}

// Restore puts the items of a list back into the order of the source.
func (p *Part) Restore(list int) {
	items := p.Lists[list]
	order := make([]int, len(items))
	for i, item := range items {
		if item.place == 0 {
			return
		}
		order[item.place-1] = i
	}
	p.Permute(list, order)
}

// Items gives the units of each item of a list of the part; ok is false where
// an item begins or ends within a unit.
func (p *Part) Items(list int) (units [][]*Unit, ok bool) {
	bounds, ok := p.bounds(p.Lists[list])
	if !ok {
		return nil, false
	}
	for i := 0; i < len(bounds); i += 2 {
		var item []*Unit
		for _, chunk := range p.Skeleton[bounds[i]:bounds[i+1]] {
			if chunk.Unit != nil {
				item = append(item, chunk.Unit)
			}
		}
		units = append(units, item)
	}
	return units, true
}

// bounds gives the chunks at which the items start and end, in turn; chunks
// that reach over such a place are divided.
func (p *Part) bounds(items List) (bounds []int, ok bool) {
	offset, n := 0, 0
	for i := 0; i <= len(p.Skeleton) && n < 2*len(items); i++ {
		for n < 2*len(items) && items.bound(n) == offset {
			bounds, n = append(bounds, i), n+1
		}
		if i == len(p.Skeleton) || n == 2*len(items) {
			break
		}
		size := len(p.Skeleton[i].Raw)
		if inner := items.bound(n) - offset; inner < size {
			if p.Skeleton[i].Unit != nil || inner < 0 {
				return nil, false
			}
			p.divide(i, inner)
			size = inner
		}
		offset += size
	}
	return bounds, n > 0 && n == 2*len(items)
}

// bound gives the start of an item for an even n, its end for an odd one.
func (l List) bound(n int) int {
	if n%2 == 0 {
		return l[n/2].Start
	}
	return l[n/2].End
}

// divide makes two chunks of one.
func (p *Part) divide(i, at int) {
	raw := p.Skeleton[i].Raw
	skeleton := append([]Chunk(nil), p.Skeleton[:i]...)
	skeleton = append(skeleton, Chunk{Raw: raw[:at:at]}, Chunk{Raw: raw[at:]})
	p.Skeleton = append(skeleton, p.Skeleton[i+1:]...)
}
