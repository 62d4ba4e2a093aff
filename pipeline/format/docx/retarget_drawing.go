package docx

import (
	"bytes"
	"regexp"
	"strings"
)

// A drawing that is aligned left or right is mirrored as a whole when its
// paragraph is: its side, the side on which text flows, and the distances to
// it. One that is placed by an offset keeps its place.

// vmlSide finds the horizontal alignment in the style of a VML shape.
var vmlSide = regexp.MustCompile(`(mso-position-horizontal:\s*)(left|right)`)

// aligned reports whether a drawing, wp:anchor or a VML shape, is aligned left
// or right.
func (c *conversion) aligned(e int32) bool {
	if c.nodes[e].name != wpAnchor {
		style, ok := tagAttr(c.tag(e), "style")
		return ok && strings.Contains(style, "mso-position") && vmlSide.MatchString(style)
	}
	_, align := c.anchorAlign(e)
	return align != 0 && sides[string(bytes.TrimSpace(c.inner(align)))] != ""
}

// anchorAlign gives the horizontal position of an anchor and its alignment, or
// none (§20.4.2.10, §20.4.2.1).
func (c *conversion) anchorAlign(e int32) (position, align int32) {
	position = c.child(e, wpPositionH)
	return position, c.child(position, wpAlign)
}

func (c *conversion) mirrorFloat(e int32) {
	if c.nodes[e].name != wpAnchor {
		c.mirrorShape(e)
		return
	}
	c.replaceTag(e, tagExchange(c.tag(e), "distL", "distR"))
	position, align := c.anchorAlign(e)
	tag, _ := tagSwap(c.tag(position), "relativeFrom", sides)
	c.replaceTag(position, tag)
	c.patch(c.nodes[align].inner, c.nodes[align].close, []byte(sides[string(bytes.TrimSpace(c.inner(align)))]))
	for k := range c.children(e) {
		switch c.nodes[k].name {
		case wpWrapSquare, wpWrapTight, wpWrapThrough:
			tag, _ := tagSwap(c.tag(k), "wrapText", sides)
			c.replaceTag(k, tagExchange(tag, "distL", "distR"))
		}
	}
}

func (c *conversion) mirrorShape(e int32) {
	c.replaceTag(e, vmlSide.ReplaceAllFunc(c.tag(e), func(m []byte) []byte {
		if bytes.HasSuffix(m, []byte("left")) {
			return append(bytes.TrimSuffix(bytes.Clone(m), []byte("left")), "right"...)
		}
		return append(bytes.TrimSuffix(bytes.Clone(m), []byte("right")), "left"...)
	}))
}

// drawingParagraph sets the direction of a DrawingML paragraph (§21.1.2.2.7):
// its algn is physical, and mirrored where it is stated.
func (c *conversion) drawingParagraph(p int32) {
	if c.turn == noTurn {
		return
	}
	e := c.child(p, aPPr)
	if e == 0 {
		if c.turn == toRTL {
			c.prepend(p, []byte("<"+c.prefix(p)+`pPr rtl="1"/>`))
		}
		return
	}
	tag := c.tag(e)
	v, _ := tagAttr(tag, "rtl")
	rtl := v == "1" || v == "true"
	if rtl == (c.turn == toRTL) {
		return
	}
	tag, _ = tagSwap(tag, "algn", map[string]string{"l": "r", "r": "l"})
	if c.turn == toRTL {
		tag = tagSet(tag, "", "rtl", "1")
	} else {
		tag = tagDrop(tag, "rtl")
	}
	c.replaceTag(e, tag)
}
