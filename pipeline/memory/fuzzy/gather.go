package fuzzy

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// list is a list of entries that may be counted.
type list struct {
	from, to int64 // its bytes
	cost     int64 // about how many of them are in question
	weight   uint8
}

// window is the entries of a segment whose length allows the threshold, and
// among them the first of the query's own length.
type window struct{ low, own, high uint32 }

func (s *Segment) window(length, threshold int) (w window, err error) {
	if w.low, err = s.shorter((length*threshold + 99) / 100); err != nil {
		return w, err
	}
	if w.own, err = s.shorter(length); err != nil {
		return w, err
	}
	w.high, err = s.shorter(length*100/threshold + 1)
	if err == nil && (w.low > w.own || w.own > w.high) {
		err = damaged()
	}
	return w, err
}

// gather counts the features that the entries of a segment share with the
// query, the rare ones first, and adds the best to the candidates.
func (s *search) gather(number int, g *Segment, threshold int, budget int64) error {
	w, err := g.window(min(len(s.signs), longest), threshold)
	if err != nil || w.low >= w.high {
		return err
	}
	if err := s.listsOf(g, w); err != nil {
		return err
	}
	if n := int(w.high - w.low); len(s.counts) < n {
		s.counts = make([]uint16, n)
	}
	s.touched = s.touched[:0]
	for i, l := range s.lists {
		if l.cost > budget {
			if i > 0 {
				break
			}
			w = w.narrow(budget, l.cost)
		}
		budget -= l.cost
		if err := s.count(g, w, l); err != nil {
			return err
		}
	}
	s.pick(number, w)
	return nil
}

// narrow keeps the part of a window around the query's length that a list of
// this cost may be counted in.
func (w window) narrow(budget, cost int64) window {
	part := func(n uint32) uint32 { return uint32(int64(n) * budget / cost) }
	return window{w.own - part(w.own-w.low), w.own, w.own + part(w.high-w.own)}
}

// listsOf finds the lists of the query's features, those that cost least first.
func (s *search) listsOf(g *Segment, w window) error {
	s.lists = s.lists[:0]
	for _, f := range s.features {
		from, to, buf, err := g.span(s.buf, g.buckets, bucket(f.hash, g.bits))
		s.buf = buf
		if err != nil {
			return err
		}
		if from == to {
			continue
		}
		cost := to - from
		if cost > 2*blockLength {
			cost = max(2*blockLength, cost*int64(w.high-w.low)/int64(g.entries))
		}
		s.lists = append(s.lists, list{from, to, cost, f.weight})
	}
	slices.SortFunc(s.lists, func(a, b list) int {
		return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(a.from, b.from))
	})
	return nil
}

// count adds the weight of a list to its entries in a window.
func (s *search) count(g *Segment, w window, l list) error {
	if l.from < g.postings || l.to > g.buckets {
		return damaged()
	}
	data, buf, err := g.pages.read(s.buf, l.from, min(l.to-l.from, payload))
	s.buf = buf
	if err != nil {
		return err
	}
	n, size := binary.Uvarint(data)
	if size <= 0 || n > g.entries {
		return damaged()
	}
	if n > blockLength {
		return s.countBlocks(g, w, l, int64(size), int64(n))
	}
	if l.to-l.from > payload {
		if data, s.buf, err = g.pages.read(s.buf, l.from, l.to-l.from); err != nil {
			return err
		}
	}
	return s.add(data[size:], int(n), 0, w, l.weight)
}

// countBlocks reads the blocks of a long list that reach into the window.
func (s *search) countBlocks(g *Segment, w window, l list, size, n int64) error {
	count := (n + blockLength - 1) / blockLength
	body := l.from + size + count*skipSize
	if body > l.to {
		return damaged()
	}
	data, _, err := g.pages.read(nil, l.from+size, count*skipSize)
	if err != nil {
		return err
	}
	table := skips(data)
	from, to := table.within(w)
	start, stop := table.start(from), table.start(to)
	if start > stop || body+stop > l.to {
		return damaged()
	}
	data, s.buf, err = g.pages.read(s.buf, body+start, stop-start)
	for i := from; i < to && err == nil; i++ {
		a, b := table.start(i)-start, table.start(i+1)-start
		if a < 0 || a > b || b > int64(len(data)) {
			return damaged()
		}
		s.mark(table.first(i), w, l.weight)
		err = s.add(data[a:b], int(min(n-i*blockLength, blockLength))-1, table.first(i), w, l.weight)
	}
	return err
}

// skips is the table before the blocks of a long list.
type skips []byte

// first gives the first entry of a block.
func (t skips) first(block int64) uint32 {
	return binary.LittleEndian.Uint32(t[block*skipSize:])
}

// start gives where a block starts, counted from the first: the end of the one
// before.
func (t skips) start(block int64) int64 {
	if block == 0 {
		return 0
	}
	return int64(binary.LittleEndian.Uint32(t[block*skipSize-4:]))
}

// within gives the blocks that may have entries of a window.
func (t skips) within(w window) (from, to int64) {
	to = int64(len(t)) / skipSize
	for from+1 < to && t.first(from+1) <= w.low {
		from++
	}
	for to > from && t.first(to-1) >= w.high {
		to--
	}
	return from, to
}

// add counts n entries whose differences are data.
func (s *search) add(data []byte, n int, id uint32, w window, weight uint8) error {
	for range n {
		if len(data) == 0 {
			return damaged()
		}
		step, size := uint64(data[0]), 1
		if step >= 0x80 {
			if step, size = binary.Uvarint(data); size <= 0 {
				return damaged()
			}
		}
		data = data[size:]
		id += uint32(step)
		s.mark(id, w, weight)
	}
	return nil
}

func (s *search) mark(id uint32, w window, weight uint8) {
	if id-w.low >= w.high-w.low {
		return
	}
	if s.counts[id-w.low] == 0 {
		s.touched = append(s.touched, id)
	}
	s.counts[id-w.low] += uint16(weight)
}

// pick moves the entries that were counted most to the candidates.
func (s *search) pick(number int, w window) {
	var tally [asked*heaviest + 1]uint32
	for _, id := range s.touched {
		tally[min(int(s.counts[id-w.low]), len(tally)-1)]++
	}
	least, sum := len(tally)-1, uint32(0)
	for ; least > 1; least-- {
		if sum += tally[least]; sum >= verified {
			break
		}
	}
	for _, id := range s.touched {
		score := s.counts[id-w.low]
		s.counts[id-w.low] = 0
		if int(score) >= least {
			s.candidates = append(s.candidates, candidate{number, id, score, max(id, w.own) - min(id, w.own)})
		}
	}
}
