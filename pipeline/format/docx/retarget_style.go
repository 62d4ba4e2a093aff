package docx

// styles converts the document's defaults and its styles (§17.7).
func (c *conversion) styles() {
	if c.nodes[c.root()].name != wStyles {
		return
	}
	c.defaults()
	for e := range c.children(c.root()) {
		if c.nodes[e].name == wStyle {
			c.style(e)
		}
	}
}

// defaults converts docDefaults (§17.7.5.1): the language, font and direction
// of everything that names none.
func (c *conversion) defaults() {
	l := c.listOf(c.root(), wDocDefaults, docDefaultsOrder)
	c.runDefaults(l)
	if c.turn != noTurn {
		c.paragraphDefaults(l)
	}
	if !l.changed {
		return
	}
	if e := c.child(c.root(), wDocDefaults); e != 0 {
		c.replace(e, l.bytes())
	} else {
		c.prepend(c.root(), l.bytes())
	}
}

func (c *conversion) runDefaults(l *propertyList) {
	d := l.sub("rPrDefault", docDefaultsOrder)
	r := d.sub("rPr", rPrOrder)
	c.editRun(r, textNone)
	c.defaultFonts(r)
	c.defaultLanguage(r)
	d.put("rPr", r)
	l.put("rPrDefault", d)
}

func (c *conversion) paragraphDefaults(l *propertyList) {
	d := l.sub("pPrDefault", docDefaultsOrder)
	p := d.sub("pPr", pPrOrder)
	c.editParagraph(p, false)
	d.put("pPr", p)
	l.put("pPrDefault", d)
}

// style converts one style. A paragraph style states the direction even where
// it states nothing else of paragraphs, so that no style between it and the
// defaults decides; a style of tables only where it has paragraph properties; a
// style of lists never, since it only points to its numbering.
func (c *conversion) style(e int32) {
	l := c.list(e, styleOrder)
	switch kind, _ := tagAttr(c.tag(e), "type"); kind {
	case "", "paragraph":
		c.editStyle(l, true)
	case "numbering":
	default:
		c.editStyle(l, false)
	}
	for i, k := range l.kids {
		if k.name == "tblStylePr" && k.elem != 0 {
			c.tablePart(l, i)
		}
	}
	if l.changed {
		c.replace(e, l.whole())
	}
}

// editStyle converts the properties in a style; a style of paragraphs gets
// those that it lacks.
func (c *conversion) editStyle(l *propertyList, paragraphs bool) {
	if paragraphs || l.has("pPr") {
		p := l.sub("pPr", pPrOrder)
		c.editParagraph(p, false)
		l.put("pPr", p)
	}
	if i := l.find("rPr"); i >= 0 {
		l.store("rPr", c.runProps(l.kids[i].elem, textNone))
	}
	if l.has("tblPr") && c.turn == toLTR {
		t := l.sub("tblPr", tblPrOrder)
		if c.editTable(t); t.changed {
			l.store("tblPr", t.whole())
		}
	}
}

// tablePart converts the properties that a table style gives to a part of the
// table, such as its first row (§17.7.6.6).
func (c *conversion) tablePart(l *propertyList, i int) {
	p := c.list(l.kids[i].elem, styleOrder)
	c.editStyle(p, false)
	if p.changed {
		l.kids[i].raw, l.changed = p.whole(), true
	}
}
