package docx

// A runText says what the text of a run is, as far as its properties go.
type runText int

const (
	textNone runText = iota // no text, or properties that are not a run's
	textLTR
	textRTL
	textHan
)

// memoLimit bounds the distinct run properties that are remembered; a document
// has a few dozen.
const memoLimit = 4096

// runProps gives the run properties e, converted for that kind of text; nothing
// when none are left.
func (c *conversion) runProps(e int32, text runText) []byte {
	raw, memo := c.raw(e), c.runMemo[text]
	if b, ok := memo[string(raw)]; ok {
		return b
	}
	b := raw
	l := c.list(e, rPrOrder)
	c.editRun(l, text)
	if tag := l.tagOf("lang"); tag != nil {
		l.storeTag("lang", c.respeakLang(tag)) // as respeak would, but once
	}
	if l.changed {
		b = l.bytes()
	}
	if len(memo) < memoLimit {
		memo[string(raw)] = b
	}
	return b
}

// newRunProps gives the properties of a run that has none, or nothing when it
// needs none.
func (c *conversion) newRunProps(run int32, text runText) []byte {
	l := c.newList(c.prefix(run), "rPr", rPrOrder)
	c.editRun(l, text)
	return l.bytes()
}

// editRun sets the direction, the twins of the other scripts and the fonts.
func (c *conversion) editRun(l *propertyList, text runText) {
	c.runDirection(l, text)
	c.runTwins(l)
	c.runFonts(l, text)
}

// runDirection sets rtl (§17.3.2.30) on RTL text and takes it from other text,
// with cs (§17.3.2.7), which would format it as a complex script.
func (c *conversion) runDirection(l *propertyList, text runText) {
	switch {
	case c.turn == toRTL && text == textRTL:
		if !symbolFont(l.tagOf("rFonts")) {
			l.turnOn("rtl")
		}
	case c.turn == toRTL && text == textLTR, c.turn == toLTR && text != textRTL:
		l.turnOff("rtl")
		l.turnOff("cs")
	}
}

// twins are the properties of other scripts and those of complex scripts that
// stand for the same (§17.3.2.2, §17.3.2.17, §17.3.2.39).
var twins = [][2]string{{"b", "bCs"}, {"i", "iCs"}, {"sz", "szCs"}}

// runTwins gives the script of the target the weight, slope and size of the
// source's, where it has none of its own.
func (c *conversion) runTwins(l *propertyList) {
	for _, t := range twins {
		switch c.turn {
		case toRTL:
			l.twin(t[0], t[1])
		case toLTR:
			l.twin(t[1], t[0])
		}
	}
}

// twin adds property trg with the value of src, unless it is there.
func (l *propertyList) twin(src, trg string) {
	if l.has(src) && !l.has(trg) {
		val, _ := tagAttr(l.tagOf(src), "val")
		l.store(trg, l.element(trg, val))
	}
}
