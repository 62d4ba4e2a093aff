package glossary

import (
	"encoding/binary"
	"hash/crc32"
	"sync"
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// blocks is how many parts of a large array are worked on at the same time.
const blocks = 8

// inBlocks calls do for the blocks of n bytes, at the same time, and gives what
// it returns in their order.
func inBlocks(n int, do func(block, from, to int) error) []error {
	errs := make([]error, blocks)
	var all sync.WaitGroup
	for i := range blocks {
		all.Go(func() { errs[i] = do(i, int(int64(n)*int64(i)/blocks), int(int64(n)*int64(i+1)/blocks)) })
	}
	all.Wait()
	return errs
}

// checksum gives the CRC-32C of the CRC-32C of the blocks.
func checksum(body []byte) uint32 {
	sums := make([]byte, 4*blocks)
	inBlocks(len(body), func(block, from, to int) error {
		binary.LittleEndian.PutUint32(sums[4*block:], crc32.Checksum(body[from:to], castagnoli))
		return nil
	})
	return crc32.Checksum(sums, castagnoli)
}

// appendNumbers adds numbers, little-endian.
func appendNumbers(b []byte, list ...uint32) []byte {
	for _, n := range list {
		b = binary.LittleEndian.AppendUint32(b, n)
	}
	return b
}

// appendChunk adds a chunk behind its length, eight bytes.
func appendChunk(b, chunk []byte) []byte {
	return append(binary.LittleEndian.AppendUint64(b, uint64(len(chunk))), chunk...)
}

// appendText adds a string behind its length in bytes.
func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// pool gathers different strings and numbers them from 0.
type pool struct {
	places map[string]uint32
	list   []string
}

func newPool() *pool { return &pool{places: map[string]uint32{}} }

// place gives the number of s.
func (p *pool) place(s string) uint32 {
	n, ok := p.places[s]
	if !ok {
		n = uint32(len(p.list))
		p.places[s] = n
		p.list = append(p.list, s)
	}
	return n
}

// appendRows writes what cursor.rows reads.
func appendRows(b []byte, list []string) []byte {
	starts := make([]byte, 0, 4*len(list)+4)
	var bytes []byte
	for _, s := range list {
		starts = appendNumbers(starts, uint32(len(bytes)))
		bytes = append(bytes, s...)
	}
	starts = appendNumbers(starts, uint32(len(bytes)))
	return appendChunk(appendChunk(b, starts), bytes)
}

// appendTable writes what cursor.table reads; the strings are different.
func appendTable(b []byte, list []string) []byte {
	n := 2*len(list) + 1
	slots := make([]byte, 8*n)
	for place, s := range list {
		h := hash(s)
		i := slot(h, n)
		for binary.LittleEndian.Uint32(slots[8*i+4:]) != 0 {
			if i++; i == n {
				i = 0
			}
		}
		binary.LittleEndian.PutUint32(slots[8*i:], uint32(h))
		binary.LittleEndian.PutUint32(slots[8*i+4:], uint32(place+1))
	}
	return appendChunk(appendRows(b, list), slots)
}
