package fuzzy

import (
	"encoding/binary"
	"io"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/document"
)

// The last page of a file is its header.
const (
	magic   = "hexaglot fuzzy\r\n"
	edition = 1
)

// header says where the parts of a segment begin: records from 0, then these.
type header struct {
	entries                                 uint64
	places, lengths, postings, buckets, end int64
	bits                                    uint
}

func (h *header) append(out []byte) []byte {
	out = append(out, magic...)
	out = binary.LittleEndian.AppendUint32(out, edition)
	out = binary.LittleEndian.AppendUint32(out, uint32(h.bits))
	for _, n := range []int64{int64(h.entries), h.places, h.lengths, h.postings, h.buckets, h.end} {
		out = binary.LittleEndian.AppendUint64(out, uint64(n))
	}
	return out
}

func readHeader(data []byte) (h header, err error) {
	if len(data) < len(magic) || string(data[:len(magic)]) != magic {
		return h, damaged()
	}
	data = data[len(magic):]
	if binary.LittleEndian.Uint32(data) != edition {
		return h, fault.New(fault.Input, "fuzzy-index-other", "the index of similar texts is of another version")
	}
	h.bits = uint(binary.LittleEndian.Uint32(data[4:]))
	h.entries = binary.LittleEndian.Uint64(data[8:])
	for i, at := range []*int64{&h.places, &h.lengths, &h.postings, &h.buckets, &h.end} {
		*at = int64(binary.LittleEndian.Uint64(data[16+8*i:]))
	}
	return h, nil
}

// fits reports whether the parts follow each other in so many bytes and are as
// long as the number of entries asks for.
func (h *header) fits(size int64) bool {
	return h.bits <= mostBits && h.entries < 1<<32 && h.end <= size &&
		0 <= h.places && h.places <= h.lengths && h.lengths <= h.postings && h.postings <= h.buckets && h.buckets <= h.end &&
		h.lengths-h.places == placeSize*int64(h.entries+1) &&
		h.end-h.buckets == placeSize*(1<<h.bits+1) &&
		h.postings-h.lengths >= 8 && (h.postings-h.lengths)%4 == 0
}

// Segment is an opened segment. It is safe for use by many goroutines.
type Segment struct {
	header
	pages pages
}

// Open opens a segment of size bytes. It reads one page of it; the rest is read
// when it is asked for, and src is to stay open so long.
//
// A *fault.Error of kind Input tells that the file is damaged, cut off or
// another file (fuzzy-index-damaged), or of another edition of this package
// (fuzzy-index-other): the caller builds the index anew. Damage in the other
// pages is told when they are read. Errors of src pass as they are.
func Open(src io.ReaderAt, size int64) (*Segment, error) {
	s := &Segment{pages: pages{src, size / pageSize}}
	if size <= 0 || size%pageSize != 0 {
		return nil, damaged()
	}
	data, _, err := s.pages.read(nil, (s.pages.count-1)*payload, payload)
	if err != nil {
		return nil, err
	}
	if s.header, err = readHeader(data); err != nil {
		return nil, err
	}
	if !s.fits((s.pages.count - 1) * payload) {
		return nil, damaged()
	}
	return s, nil
}

// Len gives the number of entries.
func (s *Segment) Len() int { return int(s.entries) }

// span reads the place i of a part, and the next one: where a record or a list
// begins and ends.
func (s *Segment) span(buf []byte, part int64, i uint32) (from, to int64, grown []byte, err error) {
	data, buf, err := s.pages.read(buf, part+placeSize*int64(i), 2*placeSize)
	if err != nil {
		return 0, 0, buf, err
	}
	from, to = place(data), place(data[placeSize:])
	if from > to || to > s.end {
		return 0, 0, buf, damaged()
	}
	return from, to, buf, nil
}

func place(b []byte) int64 {
	return int64(binary.LittleEndian.Uint32(b)) | int64(b[4])<<32
}

// shorter gives the number of entries that have fewer signs.
func (s *Segment) shorter(length int) (uint32, error) {
	at := s.lengths + 4*int64(min(length, longest+1))
	data, _, err := s.pages.read(nil, min(at, s.postings-4), 4)
	if err != nil {
		return 0, err
	}
	return min(binary.LittleEndian.Uint32(data), uint32(s.entries)), nil
}

// record reads the entry i.
func (s *Segment) record(buf []byte, codes []document.Code, i uint32) (id int64, c document.Content, grown []byte, err error) {
	from, to, buf, err := s.span(buf, s.places, i)
	if err != nil {
		return 0, c, buf, err
	}
	data, buf, err := s.pages.read(buf, from, to-from)
	if err != nil {
		return 0, c, buf, err
	}
	id, c, err = readRecord(data, codes)
	return id, c, buf, err
}

// Entry is a text of the memory under an id.
type Entry struct {
	ID      int64
	Content document.Content
}

// Each gives the entries one after the other, in the order of their lengths,
// until yield returns false. It returns what Open tells about damage.
func (s *Segment) Each(yield func(Entry) bool) error {
	var buf []byte
	for i := range uint32(s.entries) {
		var e Entry
		var err error
		if e.ID, e.Content, buf, err = s.record(buf, nil, i); err != nil {
			return err
		}
		if !yield(e) {
			return nil
		}
	}
	return nil
}
