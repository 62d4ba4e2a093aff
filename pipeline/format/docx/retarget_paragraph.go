package docx

import (
	"bytes"
)

// paragraph converts a paragraph: its properties, its runs, and the drawings
// that it anchors.
func (c *conversion) paragraph(p int32) {
	c.gather(p)
	if c.paragraphProps(p) {
		for _, f := range c.text.floats {
			c.mirrorFloat(f)
		}
	}
	c.runs()
}

// A convertedParagraph is what has become of some paragraph properties.
type convertedParagraph struct {
	props    []byte
	mirrored bool
}

// paragraphProps converts the properties of paragraph p and says whether it was
// mirrored.
func (c *conversion) paragraphProps(p int32) bool {
	floats := len(c.text.floats) > 0
	e := c.nodes[p].first
	if c.nodes[e].name != wPPr {
		l := c.newList(c.prefix(p), "pPr", pPrOrder)
		mirrored := c.editParagraph(l, floats)
		c.prepend(p, l.bytes())
		return mirrored
	}
	if floats {
		to := c.convertParagraph(e, floats)
		c.replace(e, to.props)
		return to.mirrored
	}
	to, ok := c.paragraphMemo[string(c.raw(e))]
	if !ok {
		to = c.convertParagraph(e, false)
		if len(c.paragraphMemo) < memoLimit {
			c.paragraphMemo[string(c.raw(e))] = to
		}
	}
	c.replace(e, to.props)
	return to.mirrored
}

func (c *conversion) convertParagraph(e int32, floats bool) convertedParagraph {
	l := c.list(e, pPrOrder)
	mirrored := c.editParagraph(l, floats)
	if !l.changed {
		return convertedParagraph{c.raw(e), mirrored}
	}
	return convertedParagraph{l.bytes(), mirrored}
}

// editParagraph sets bidi (§17.3.1.6) or takes it away, mirrors what is
// physical when the direction turns, and converts the properties of the
// paragraph mark. A paragraph of an RTL document is RTL, by its style, unless
// it says otherwise; so one that turns to LTR says that it has, where a second
// look could not tell from its contents.
func (c *conversion) editParagraph(l *propertyList, floats bool) (mirrored bool) {
	switch was := l.toggle("bidi"); {
	case c.turn == toRTL && was != toggleOn:
		c.mirrorParagraph(l)
		l.turnOn("bidi")
		mirrored = true
	case c.turn == toLTR && was != toggleOff:
		if c.mirrorParagraph(l) || floats {
			l.store("bidi", l.element("bidi", "0"))
		} else {
			l.turnOff("bidi")
		}
		mirrored = true
	}
	c.editMark(l)
	return mirrored
}

// editMark converts the properties of the paragraph mark and the section that
// ends with the paragraph.
func (c *conversion) editMark(l *propertyList) {
	if i := l.find("rPr"); i >= 0 && l.kids[i].elem != 0 {
		l.store("rPr", c.runProps(l.kids[i].elem, textNone))
	}
	if i := l.find("sectPr"); i >= 0 && l.kids[i].elem != 0 {
		l.store("sectPr", c.sectionProps(l.kids[i].elem))
	}
}

// mirrorParagraph mirrors the borders and the frame of a paragraph and says
// whether it has any to mirror.
func (c *conversion) mirrorParagraph(l *propertyList) bool {
	mirrored := false
	if l.has("pBdr") {
		b := l.sub("pBdr", pBdrOrder)
		mirrored = b.mirrorBorders()
		l.put("pBdr", b)
	}
	if tag, ok := tagSwap(l.tagOf("framePr"), "xAlign", sides); ok {
		l.storeTag("framePr", tag)
		mirrored = true
	}
	return mirrored
}

// mirrorBorders exchanges the left and the right border.
func (l *propertyList) mirrorBorders() bool {
	left, right := l.renamed("left", "right"), l.renamed("right", "left")
	if left == nil && right == nil || bytes.Equal(left, l.tagOf("right")) {
		return false
	}
	l.store("left", right)
	l.store("right", left)
	return true
}

// renamed gives a child that has no content under another name, or nil.
func (l *propertyList) renamed(from, to string) []byte {
	tag := l.tagOf(from)
	if tag == nil {
		return nil
	}
	rest := tag[1+len(l.prefix)+len(from):]
	if rest[len(rest)-2] != '/' {
		rest = append(bytes.Clone(rest[:len(rest)-1]), "/>"...)
	}
	return append([]byte("<"+l.prefix+to), rest...)
}
