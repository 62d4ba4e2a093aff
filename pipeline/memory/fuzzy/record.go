package fuzzy

import (
	"encoding/binary"

	"hexaglot/pipeline/document"
)

// A record is an entry of the index: its id, its text, and its codes, each with
// its place counted from the one before. Numbers are varints.

func appendRecord(out []byte, id int64, c document.Content) []byte {
	out = binary.AppendVarint(out, id)
	out = binary.AppendUvarint(out, uint64(len(c.Text)))
	out = append(out, c.Text...)
	out = binary.AppendUvarint(out, uint64(len(c.Codes)))
	at := 0
	for _, code := range c.Codes {
		out = binary.AppendVarint(out, int64(code.Pos-at))
		at = code.Pos
		out = append(out, byte(code.Kind))
		out = binary.AppendVarint(out, int64(code.ID))
		out = binary.AppendUvarint(out, uint64(len(code.Name)))
		out = append(out, code.Name...)
	}
	return out
}

// cursor reads a record; past its end every field is empty, and short is set.
type cursor struct {
	data  []byte
	short bool
}

func (c *cursor) number() int64 {
	n, size := binary.Varint(c.data)
	return int64(c.skip(uint64(n), size))
}

func (c *cursor) count() uint64 {
	n, size := binary.Uvarint(c.data)
	return c.skip(n, size)
}

func (c *cursor) skip(n uint64, size int) uint64 {
	if size <= 0 {
		c.data, c.short = nil, true
		return 0
	}
	c.data = c.data[size:]
	return n
}

func (c *cursor) take(n uint64) []byte {
	if n > uint64(len(c.data)) {
		c.data, c.short = nil, true
		return nil
	}
	out := c.data[:n]
	c.data = c.data[n:]
	return out
}

// readRecord reads what appendRecord wrote; the codes are appended to codes.
func readRecord(data []byte, codes []document.Code) (id int64, c document.Content, err error) {
	r := cursor{data: data}
	id = r.number()
	c.Text = string(r.take(r.count()))
	at := 0
	for n := r.count(); n > 0 && !r.short; n-- {
		at += int(r.number())
		code := document.Code{Pos: at}
		if kind := r.take(1); len(kind) == 1 {
			code.Kind = document.Kind(kind[0])
		}
		code.ID = int(r.number())
		code.Name = string(r.take(r.count()))
		if at < 0 || at > len(c.Text) || len(codes) > 0 && at < codes[len(codes)-1].Pos {
			return 0, c, damaged()
		}
		codes = append(codes, code)
	}
	if r.short || len(r.data) > 0 {
		return 0, c, damaged()
	}
	c.Codes = codes
	return id, c, nil
}
