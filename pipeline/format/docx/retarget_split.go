package docx

import "slices"

// runs converts the runs of the paragraph that was gathered.
func (c *conversion) runs() {
	var spans []bidiSpan
	if c.turn == toRTL {
		spans = c.text.bidi.resolve(c.text.text)
	}
	pieces := c.text.pieces
	for _, run := range c.text.runs {
		n := 0
		for n < len(pieces) && pieces[n].run == run {
			n++
		}
		own := pieces[:n]
		pieces = pieces[n:]
		if c.turn != toRTL {
			c.setRun(run, c.kindOf(own))
			continue
		}
		for len(spans) > 0 && len(own) > 0 && spans[0].end <= own[0].start {
			spans = spans[1:]
		}
		c.directRun(run, own, spans)
	}
}

// kindOf says in which script the text of a run is, where that makes a
// difference.
func (c *conversion) kindOf(own []textSpan) runText {
	if c.turn == noTurn && c.to.slot != slotEastAsia && c.from.slot != slotEastAsia {
		return textNone
	}
	if len(own) == 0 {
		return textNone
	}
	return textKind(c.text.text[own[0].start:own[len(own)-1].end])
}

// setRun gives a run the properties of one kind of text.
func (c *conversion) setRun(run int32, kind runText) {
	if e := c.ownProps(run); e != 0 {
		c.replace(e, c.runProps(e, kind))
		return
	}
	c.prepend(run, c.newRunProps(run, kind))
}

// ownProps gives the properties of a run, which are its first child, or none.
func (c *conversion) ownProps(run int32) int32 {
	if e := c.nodes[run].first; c.nodes[e].name == wRPr {
		return e
	}
	return 0
}

// A cut is a place inside of a w:t, at bytes into its text, where the text
// turns to a kind.
type cut struct {
	at   int
	kind runText
}

// directRun sets the direction of a run, and splits it where its text turns:
// each part keeps the tag and properties of the run, and what stands between
// the texts goes with the text before it.
func (c *conversion) directRun(run int32, own []textSpan, spans []bidiSpan) {
	now := textNone
	for _, t := range own {
		var cuts []cut
		for at := t.start; at < t.end; {
			for spans[0].end <= at {
				spans = spans[1:]
			}
			kind := textLTR
			if spans[0].rtl {
				kind = textRTL
			}
			switch {
			case now == textNone:
				c.setRun(run, kind)
			case kind != now:
				cuts = append(cuts, cut{at - t.start, kind})
			}
			now, at = kind, spans[0].end
		}
		c.cutText(t, cuts)
	}
	if now == textNone {
		c.setRun(run, textNone)
	}
}

// cutText splits the run at the cuts of its text t.
func (c *conversion) cutText(t textSpan, cuts []cut) {
	if len(cuts) == 0 {
		return
	}
	el := c.nodes[t.elem]
	if cuts[0].at == 0 {
		c.patch(el.start, el.start, c.turnRun(t.run, cuts[0].kind))
		cuts = cuts[1:]
	}
	if len(cuts) == 0 {
		return
	}
	text := c.text.text[t.start:t.end]
	out := c.appendElement(nil, t.elem, text[:cuts[0].at])
	for i, k := range cuts {
		end := len(text)
		if i+1 < len(cuts) {
			end = cuts[i+1].at
		}
		out = append(out, c.turnRun(t.run, k.kind)...)
		out = c.appendElement(out, t.elem, text[k.at:end])
	}
	c.patch(el.start, el.stop, out)
}

// turnRun ends a run and begins one of another kind with the same properties.
func (c *conversion) turnRun(run int32, kind runText) []byte {
	var props []byte
	if e := c.ownProps(run); e != 0 {
		props = c.runProps(e, kind)
	} else {
		props = c.newRunProps(run, kind)
	}
	head, tail := c.tags(run)
	return slices.Concat(tail, head, props)
}

// appendElement writes a part of the text of element e, its white space kept.
func (c *conversion) appendElement(dst []byte, e int32, text []byte) []byte {
	head, tail := c.tags(e)
	if isSpace(text[0]) || isSpace(text[len(text)-1]) {
		head = tagSet(head, "xml:", "space", "preserve")
	}
	dst = append(dst, head...)
	dst = appendEscaped(dst, string(text))
	return append(dst, tail...)
}
