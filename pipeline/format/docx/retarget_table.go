package docx

// table converts the properties of a table.
func (c *conversion) table(t int32) {
	if e := c.child(t, wTblPr); e != 0 {
		l := c.list(e, tblPrOrder)
		if c.editTable(l); l.changed {
			c.replace(e, l.whole())
		}
		return
	}
	l := c.newList(c.prefix(t), "tblPr", tblPrOrder)
	c.editTable(l)
	grid := c.child(t, wTblGrid)
	if grid == 0 {
		c.prepend(t, l.bytes())
	} else if b := l.bytes(); b != nil {
		c.patch(c.nodes[grid].start, c.nodes[grid].start, b)
	}
}

// editTable sets bidiVisual (§17.4.1) or takes it away, and mirrors where a
// floating table stands. Its alignment, indent, borders and cell margins follow
// bidiVisual: their left is the leading edge (§17.4, Part 4 §14.3).
func (c *conversion) editTable(l *propertyList) {
	switch was := l.toggle("bidiVisual"); {
	case c.turn == toRTL && was != toggleOn:
		l.turnOn("bidiVisual")
	case c.turn == toLTR && was == toggleOn:
		l.turnOff("bidiVisual")
	default:
		return
	}
	if tag := l.tagOf("tblpPr"); tag != nil {
		tag, _ = tagSwap(tag, "tblpXSpec", sides)
		l.storeTag("tblpPr", tagExchange(tag, "leftFromText", "rightFromText"))
	}
}
