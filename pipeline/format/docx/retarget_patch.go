package docx

import (
	"bytes"
	"slices"
)

// A patch replaces src[start:end] by with.
type patch struct {
	start, end int32
	with       []byte
}

func (c *conversion) patch(start, end int32, with []byte) {
	c.patches = append(c.patches, patch{start, end, with})
}

// replace puts with in the place of element e, unless it is the same.
func (c *conversion) replace(e int32, with []byte) {
	if !bytes.Equal(c.raw(e), with) {
		c.patch(c.nodes[e].start, c.nodes[e].stop, with)
	}
}

// replaceTag puts tag in the place of the start tag of e, unless it is the same.
func (c *conversion) replaceTag(e int32, tag []byte) {
	if !bytes.Equal(c.tag(e), tag) {
		c.patch(c.nodes[e].start, c.nodes[e].inner, tag)
	}
}

// prepend makes with the first content of e, opening an empty-element tag.
func (c *conversion) prepend(e int32, with []byte) {
	el := c.nodes[e]
	if len(with) == 0 {
		return
	}
	if !c.void(e) {
		c.patch(el.inner, el.inner, with)
		return
	}
	head, tail := c.tags(e)
	c.patch(el.start, el.stop, slices.Concat(head, with, tail))
}

// patched gives src with all patches applied; src itself when there are none.
func patched(src []byte, patches []patch) []byte {
	if len(patches) == 0 {
		return src
	}
	byStart := func(a, b patch) int { return int(a.start) - int(b.start) }
	if !slices.IsSortedFunc(patches, byStart) {
		slices.SortStableFunc(patches, byStart)
	}
	size := len(src)
	for _, p := range patches {
		size += len(p.with) - int(p.end-p.start)
	}
	out := make([]byte, 0, size)
	at := int32(0)
	for _, p := range patches {
		out = append(append(out, src[at:p.start]...), p.with...)
		at = p.end
	}
	return append(out, src[at:]...)
}
