package docx

// sectionProps gives the section properties e: bidi, which orders the columns
// and page furniture (§17.6.1), and rtlGutter, which puts the binding on the
// other side (§17.6.16). The page and its margins stay.
func (c *conversion) sectionProps(e int32) []byte {
	l := c.list(e, sectPrOrder)
	for _, name := range []string{"bidi", "rtlGutter"} {
		switch c.turn {
		case toRTL:
			l.turnOn(name)
		case toLTR:
			l.turnOff(name)
		}
	}
	if !l.changed {
		return c.raw(e)
	}
	return l.whole()
}
