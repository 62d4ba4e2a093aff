package glossary

import "math/bits"

// The arrays of a compiled termbase lie in one string, little-endian and
// without padding, and are read where they lie. Reading is total: whatever the
// bytes, a place out of range is 0 or "", and no search runs on for ever.

// numbers is an array of uint32.
type numbers string

func (n numbers) len() int { return len(n) / 4 }

func (n numbers) at(i int) uint32 {
	if uint(i) >= uint(len(n)/4) {
		return 0
	}
	b := n[4*i : 4*i+4]
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}

// rows is an array of strings: the text i ends where the text i+1 starts.
type rows struct {
	starts numbers
	bytes  string
}

func (t rows) len() int { return max(t.starts.len()-1, 0) }

func (t rows) at(i int) string {
	from, to := uint(t.starts.at(i)), uint(t.starts.at(i+1))
	if from > to || to > uint(len(t.bytes)) {
		return ""
	}
	return t.bytes[from:to]
}

// table is an array of different strings with a hash table over them. A slot
// has two numbers: a part of the hash, and the place of the string from 1, 0
// where the slot is free.
type table struct {
	rows
	slots numbers
}

// find gives the place of s.
func (t *table) find(s string) (int, bool) {
	h := hash(s)
	n := t.slots.len() / 2
	for i, probes := slot(h, n), 0; probes < n; probes++ {
		place := int(t.slots.at(2*i + 1))
		if place == 0 {
			return 0, false
		}
		if t.slots.at(2*i) == uint32(h) && t.at(place-1) == s {
			return place - 1, true
		}
		if i++; i == n {
			i = 0
		}
	}
	return 0, false
}

// slot scales the upper half of a hash to n slots.
func slot(h uint64, n int) int { return int(h >> 32 * uint64(n) >> 32) }

// The multipliers are those of splitmix64 (S. Vigna, public domain) and of the
// golden ratio.
const (
	golden   = 0x9e3779b97f4a7c15
	splitmix = 0xbf58476d1ce4e5b9
)

// hash spreads a string over 64 bits, the same on every machine.
func hash(s string) uint64 {
	h := uint64(len(s)) * golden
	for ; len(s) >= 8; s = s[8:] {
		h = mix(h ^ (uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56))
	}
	var rest uint64
	for i := range len(s) {
		rest |= uint64(s[i]) << (8 * i)
	}
	return mix(h ^ rest)
}

func mix(h uint64) uint64 {
	hi, lo := bits.Mul64(h^golden, splitmix)
	return hi ^ lo
}

// cursor reads a record field by field; past its end every field is empty.
type cursor string

// number reads a number of seven bits a byte, the lowest first.
func (c *cursor) number() int {
	var n uint64
	for i := 0; i < len(*c) && i < 10; i++ {
		b := (*c)[i]
		n |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			*c = (*c)[i+1:]
			return int(n)
		}
	}
	*c = ""
	return 0
}

// difference reads a number that may be negative: its sign is the lowest bit.
func (c *cursor) difference() int {
	n := c.number()
	return int(uint(n)>>1) ^ -(n & 1)
}

// text reads a string behind its length in bytes.
func (c *cursor) text() string { return c.take(c.number()) }

// take reads n bytes.
func (c *cursor) take(n int) string {
	if uint(n) > uint(len(*c)) {
		*c = ""
		return ""
	}
	s := string((*c)[:n])
	*c = (*c)[n:]
	return s
}

// count reads a number of things that take a byte each at least.
func (c *cursor) count() int {
	n := c.number()
	if uint(n) > uint(len(*c)) {
		*c = ""
		return 0
	}
	return n
}

// chunk reads a chunk behind its length, eight bytes.
func (c *cursor) chunk() string {
	head := c.take(8)
	if len(head) < 8 {
		return ""
	}
	low, high := numbers(head).at(0), numbers(head).at(1)
	return c.take(int(uint64(low) | uint64(high)<<32))
}

func (c *cursor) rows() rows {
	return rows{starts: numbers(c.chunk()), bytes: c.chunk()}
}

func (c *cursor) table() table {
	return table{rows: c.rows(), slots: numbers(c.chunk())}
}
