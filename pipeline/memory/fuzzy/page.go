package fuzzy

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"

	"hexaglot/messages/fault"
)

// A file is a row of pages. The last four bytes of each are a checksum (CRC-32C)
// over the page and its number, so whatever is read is whole and in its place.
const (
	pageSize = 1024
	payload  = pageSize - 4
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func checksum(page int64, data []byte) uint32 {
	return crc32.Update(uint32(page), castagnoli, data)
}

func damaged() *fault.Error {
	return fault.New(fault.Input, "fuzzy-index-damaged", "the index of similar texts is damaged")
}

// pages reads what pageWriter wrote: places do not count the checksums.
type pages struct {
	src   io.ReaderAt
	count int64
}

// read gives the n bytes from at, in buf where it is large enough. They are
// valid until buf is used again.
func (p pages) read(buf []byte, at, n int64) (data, grown []byte, err error) {
	first, last := at/payload, (at+n+payload-1)/payload
	if at < 0 || n < 0 || last > p.count {
		return nil, buf, damaged()
	}
	size := int((last - first) * pageSize)
	if cap(buf) < size {
		buf = make([]byte, size+size/4)
	}
	buf = buf[:size]
	if got, err := p.src.ReadAt(buf, first*pageSize); got < size {
		if err == nil || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return nil, buf, damaged()
		}
		return nil, buf, err
	}
	for i := range last - first {
		page := buf[i*pageSize : (i+1)*pageSize]
		if binary.LittleEndian.Uint32(page[payload:]) != checksum(first+i, page[:payload]) {
			return nil, buf, damaged()
		}
		copy(buf[i*payload:], page[:payload])
	}
	from := at - first*payload
	return buf[from : from+n], buf, nil
}

// pageWriter writes bytes in pages.
type pageWriter struct {
	dst   io.Writer
	page  [pageSize]byte
	count int64 // pages written
	used  int   // bytes of the page
	err   error
}

// at gives the place of the next byte.
func (w *pageWriter) at() int64 { return w.count*payload + int64(w.used) }

func (w *pageWriter) write(data []byte) {
	for len(data) > 0 {
		n := copy(w.page[w.used:payload], data)
		w.used += n
		data = data[n:]
		if w.used == payload {
			w.flush()
		}
	}
}

// flush fills the page with zeros and writes it, unless it is empty.
func (w *pageWriter) flush() {
	if w.used == 0 {
		return
	}
	clear(w.page[w.used:payload])
	binary.LittleEndian.PutUint32(w.page[payload:], checksum(w.count, w.page[:payload]))
	if w.err == nil {
		_, w.err = w.dst.Write(w.page[:])
	}
	w.count, w.used = w.count+1, 0
}
