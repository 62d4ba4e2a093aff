package fuzzy

import (
	"encoding/binary"
	"io"

	"hexaglot/pipeline/document"
)

// Most is how many entries a segment has at most, and mostBytes how many bytes
// of text: what building it takes in memory depends on both.
const (
	Most      = 1 << 20
	mostBytes = 1 << 29
)

// longest is the length in signs that stands for all that are longer.
const longest = 1<<16 - 1

// Builder gathers the entries of a segment. Its zero value is empty.
type Builder struct {
	records  arena[byte]
	features arena[uint32]
	entries  []entry
	signs    []sign
	traces   []feature
	scratch  []byte
	hashes   []uint32
}

// entry is where the record and the features of an entry are.
type entry struct {
	record, features span
	length           uint32 // in signs, at most longest
}

// Add adds an entry: its id, which the caller chooses, and its text.
func (b *Builder) Add(id int64, c document.Content) {
	b.signs = spell(b.signs[:0], c)
	b.traces = trace(b.traces[:0], b.signs, len(b.signs))
	b.hashes = b.hashes[:0]
	for _, f := range b.traces {
		b.hashes = append(b.hashes, f.hash)
	}
	b.scratch = appendRecord(b.scratch[:0], id, c)
	b.entries = append(b.entries, entry{
		record: b.records.add(b.scratch), features: b.features.add(b.hashes),
		length: uint32(min(len(b.signs), longest)),
	})
}

// Len gives the number of entries.
func (b *Builder) Len() int { return len(b.entries) }

// Full reports whether the segment is to be written, and the next one begun.
func (b *Builder) Full() bool { return len(b.entries) >= Most || b.records.total >= mostBytes }

// Write writes the segment; equal entries in equal order give equal bytes. It
// returns the errors of w only.
func (b *Builder) Write(w io.Writer) error {
	p := &pageWriter{dst: w}
	h := header{entries: uint64(len(b.entries)), bits: bucketBits(b.features.total)}
	lengths, order := b.byLength()
	places := b.writeRecords(p, order)
	h.places = p.at()
	writePlaces(p, places)
	h.lengths = p.at()
	for _, n := range lengths {
		p.write(binary.LittleEndian.AppendUint32(nil, n))
	}
	h.postings = p.at()
	lists := b.writePostings(p, order, h.bits)
	h.buckets = p.at()
	writePlaces(p, lists)
	h.end = p.at()
	p.flush()
	p.write(h.append(nil))
	p.flush()
	return p.err
}

// byLength gives the entries in the order of their lengths, and for each length
// the number of entries that are shorter.
func (b *Builder) byLength() (shorter, order []uint32) {
	top := uint32(0)
	for i := range b.entries {
		top = max(top, b.entries[i].length)
	}
	shorter = make([]uint32, top+2)
	for i := range b.entries {
		shorter[b.entries[i].length+1]++
	}
	for i := range top + 1 {
		shorter[i+1] += shorter[i]
	}
	order = make([]uint32, len(b.entries))
	next := append([]uint32(nil), shorter...)
	for i := range b.entries {
		at := &next[b.entries[i].length]
		order[*at] = uint32(i)
		*at++
	}
	return shorter, order
}

func (b *Builder) writeRecords(p *pageWriter, order []uint32) []int64 {
	places := make([]int64, 0, len(order)+1)
	for _, i := range order {
		places = append(places, p.at())
		p.write(b.records.get(b.entries[i].record))
	}
	return append(places, p.at())
}

// placeSize is the number of bytes of a place in a file.
const placeSize = 5

func writePlaces(p *pageWriter, places []int64) {
	for _, at := range places {
		var out [8]byte
		binary.LittleEndian.PutUint64(out[:], uint64(at))
		p.write(out[:placeSize])
	}
}

// arena keeps slices one behind the other, in chunks that never move.
type arena[T any] struct {
	chunks [][]T
	total  int
}

const chunkSize = 1 << 20

// span is a slice in an arena.
type span struct{ chunk, from, to uint32 }

func (a *arena[T]) add(list []T) span {
	last := len(a.chunks) - 1
	if last < 0 || cap(a.chunks[last])-len(a.chunks[last]) < len(list) {
		a.chunks = append(a.chunks, make([]T, 0, max(chunkSize, len(list))))
		last++
	}
	from := len(a.chunks[last])
	a.chunks[last] = append(a.chunks[last], list...)
	a.total += len(list)
	return span{uint32(last), uint32(from), uint32(from + len(list))}
}

func (a *arena[T]) get(s span) []T {
	if s.from == s.to {
		return nil
	}
	return a.chunks[s.chunk][s.from:s.to]
}
