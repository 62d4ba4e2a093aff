package docx

// numbering converts the levels of all lists (§17.9.6). Where a label stands
// follows the paragraph: lvlJc, indents and tab stops are logical.
func (c *conversion) numbering() {
	for e := range c.nodes {
		if c.nodes[e].name == wLvl {
			c.level(int32(e))
		}
	}
}

// level converts one level: its label is RTL text, so that "1)" closes on the
// left, unless it is a bullet, whose sign is its font's.
func (c *conversion) level(e int32) {
	l := c.list(e, lvlOrder)
	kind := textNone
	if c.turn == toRTL && !l.bullet() {
		kind = textRTL
	}
	if r := l.sub("rPr", rPrOrder); len(r.kids) > 0 || kind == textRTL {
		c.editRun(r, kind)
		l.put("rPr", r)
	}
	if l.changed {
		c.replace(e, l.whole())
	}
}

// bullet reports whether the label of a level is a sign (§17.9.17) or a picture
// (§17.9.9).
func (l *propertyList) bullet() bool {
	format, _ := tagAttr(l.tagOf("numFmt"), "val")
	return format == "bullet" || l.has("lvlPicBulletId")
}
