package fuzzy

import (
	"encoding/binary"
	"math/bits"
)

// The index has 1<<bits lists of entries; the upper bits of a feature's hash say
// which one it is in. A list has the numbers of its entries in rising order, and
// so in the order of their lengths: how many they are; if more than a block, for
// each block its first number and where it ends; then the numbers, each as the
// difference from the one before, a varint.
const (
	blockLength = 256
	skipSize    = 8
	perList     = 8       // features a list, on the average
	perPass     = 1 << 24 // features that are brought into order at once
	mostBits    = 28
)

func bucketBits(features int) uint {
	return uint(min(bits.Len(uint(features/perList)), mostBits))
}

func bucket(hash uint32, bits uint) uint32 { return uint32(uint64(hash) << bits >> 32) }

// writePostings writes the lists and gives their places, with their end.
func (b *Builder) writePostings(p *pageWriter, order []uint32, bits uint) []int64 {
	starts := b.starts(bits)
	places := make([]int64, 0, len(starts))
	for first := 0; first < len(starts)-1; {
		last := first + 1
		for last < len(starts)-1 && starts[last+1]-starts[first] <= perPass {
			last++
		}
		places = b.writePass(p, order, bits, starts[first:last+1], uint32(first), places)
		first = last
	}
	return append(places, p.at())
}

// starts gives for each list the number of features in those before it.
func (b *Builder) starts(bits uint) []uint64 {
	starts := make([]uint64, 1<<bits+1)
	for _, chunk := range b.features.chunks {
		for _, h := range chunk {
			starts[bucket(h, bits)+1]++
		}
	}
	for i := range len(starts) - 1 {
		starts[i+1] += starts[i]
	}
	return starts
}

// writePass writes the lists from first on that starts holds.
func (b *Builder) writePass(p *pageWriter, order []uint32, bits uint, starts []uint64, first uint32, places []int64) []int64 {
	lists := len(starts) - 1
	ids := make([]uint32, starts[lists]-starts[0])
	next := make([]uint32, lists)
	for i := range next {
		next[i] = uint32(starts[i] - starts[0])
	}
	for id, i := range order {
		for _, h := range b.features.get(b.entries[i].features) {
			if at := bucket(h, bits) - first; at < uint32(lists) {
				ids[next[at]] = uint32(id)
				next[at]++
			}
		}
	}
	var out []byte
	for i := range lists {
		places = append(places, p.at())
		out = appendList(out[:0], unique(ids[starts[i]-starts[0]:starts[i+1]-starts[0]]))
		p.write(out)
	}
	return places
}

// unique takes out what comes twice in a rising list.
func unique(ids []uint32) []uint32 {
	n := 0
	for i, id := range ids {
		if i == 0 || id != ids[i-1] {
			ids[n] = id
			n++
		}
	}
	return ids[:n]
}

func appendList(out []byte, ids []uint32) []byte {
	if len(ids) == 0 {
		return out
	}
	out = binary.AppendUvarint(out, uint64(len(ids)))
	if len(ids) <= blockLength {
		return appendBlock(out, ids, 0)
	}
	skips := len(out)
	blocks := (len(ids) + blockLength - 1) / blockLength
	out = append(out, make([]byte, blocks*skipSize)...)
	for i := range blocks {
		block := ids[i*blockLength : min((i+1)*blockLength, len(ids))]
		out = appendBlock(out, block[1:], block[0])
		skip := out[skips+i*skipSize:]
		binary.LittleEndian.PutUint32(skip, block[0])
		binary.LittleEndian.PutUint32(skip[4:], uint32(len(out)-skips-blocks*skipSize))
	}
	return out
}

func appendBlock(out []byte, ids []uint32, before uint32) []byte {
	for _, id := range ids {
		out = binary.AppendUvarint(out, uint64(id-before))
		before = id
	}
	return out
}
