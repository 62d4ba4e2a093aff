package docx

import (
	"golang.org/x/text/language"
)

// A partKind says how the language, direction and fonts stand in a part.
type partKind int

const (
	partStory     partKind = iota // document, headers, footers, notes, comments
	partStyles                    // styles
	partNumbering                 // numbering definitions
	partSettings                  // document settings
	partFontTable                 // the font table: nothing in it depends on the language
	partChart                     // a DrawingML chart
	partDiagram                   // the data or drawing of a SmartArt diagram
)

// A target says from which language into which a part goes, and with which
// fonts; nil Fonts are DefaultFonts.
type target struct {
	From, To language.Tag
	Fonts    Fonts
}

// retarget gives the part xml, whose text is already in t.To, the language,
// direction and fonts of t.To. Bytes that say nothing of these are copied as
// they are, in order. The work is linear in len(xml).
//
// Laws: a target of the same base language gives xml itself; a second call with
// the same target changes nothing; the text of every paragraph stays; there and
// back again, alignments, indents and borders are where they were.
//
// ECMA-376 (Part 1 by section, Part 4 for the transitional names) is followed
// as Word does:
//
//   - Logical, and so never touched: jc left/right (§17.3.1.13; the left of
//     Part 4 is the start of Part 1, the right edge of a bidi paragraph), ind
//     left/right (§17.3.1.12), tab stops, their positions and alignments (§17.3.1.6,
//     §17.3.1.37), ptab (§17.3.3.23), lvlJc (§17.9.7), table jc, tblInd, cell
//     margins, cell and table borders (§17.4, applied in the order that
//     bidiVisual sets, annex I.3), and Strict's start/end throughout.
//   - Physical, and so mirrored with the paragraph or table that turns:
//     paragraph borders left/right (§17.3.1.17, §17.3.1.28), a frame's xAlign
//     (§17.3.1.11), a floating table's tblpXSpec and distances (§17.4.57), a
//     drawing aligned left or right with its wrapping (§20.4.2). What is placed
//     by an offset from an edge stays, and so do the margins, borders and
//     gutters' widths of pages (§17.6).
//
// The direction a paragraph or table had is read from its own bidi or
// bidiVisual, which is what makes a second call harmless; a paragraph that was
// mirrored on its way out of an RTL language therefore keeps bidi="0".
//
// Errors: those of parseXML, except for the depth, which is the reader's to
// bound.
func retarget(xml []byte, kind partKind, t target) ([]byte, error) {
	from, _ := t.From.Base()
	to, _ := t.To.Base()
	if from == to || kind == partFontTable {
		return xml, nil
	}
	c := newConversion(t)
	if c.spoken(kind) {
		return c.respeak(xml), nil
	}
	var err error
	if c.tree, err = parseXML(xml, len(xml)); err != nil {
		return nil, err
	}
	switch kind {
	case partStyles:
		c.styles()
	case partNumbering:
		c.numbering()
	case partSettings:
		c.settings()
	default:
		c.story()
	}
	return c.respeak(patched(xml, c.patches)), nil
}

// spoken reports whether nothing but the language of a part's text changes: its
// words are then found without reading the elements. Defaults and settings name
// a language even where the source names none.
func (c *conversion) spoken(kind partKind) bool {
	return c.turn == noTurn && c.from.slot == slotLatin && c.to.slot == slotLatin &&
		kind != partStyles && kind != partSettings
}

// A turn is what becomes of the direction.
type turn int

const (
	noTurn turn = iota
	toRTL
	toLTR
)

// A conversion is one part on its way from a language into another: its
// elements and the patches that its bytes need.
type conversion struct {
	*tree
	turn          turn
	from, to      tongue
	font          Font // what To wants
	patches       []patch
	runMemo       [textHan + 1]map[string][]byte
	paragraphMemo map[string]convertedParagraph
	text          storyText
}

func newConversion(t target) *conversion {
	c := &conversion{from: tongueOf(t.From), to: tongueOf(t.To), paragraphMemo: map[string]convertedParagraph{}}
	c.font = t.Fonts.find(t.To)
	switch {
	case c.to.rtl && !c.from.rtl:
		c.turn = toRTL
	case c.from.rtl && !c.to.rtl:
		c.turn = toLTR
	}
	for i := range c.runMemo {
		c.runMemo[i] = map[string][]byte{}
	}
	return c
}

// story walks the elements in order; each paragraph, table and section sees to
// its own properties, so that nesting costs nothing.
func (c *conversion) story() {
	for n := c.root(); n != 0; {
		n = c.storyElement(n)
	}
}

// storyElement converts element e and gives the element to go on with, or 0.
func (c *conversion) storyElement(e int32) int32 {
	switch c.nodes[e].name {
	case wP:
		c.paragraph(e)
	case wTbl:
		c.table(e)
	case wSectPr:
		c.replace(e, c.sectionProps(e))
		return c.after(e)
	case wPPr, wRPr, wTblPr:
		return c.after(e)
	case wSdtPr:
		c.contentControl(e)
	case aP:
		c.drawingParagraph(e)
	}
	return c.following(e)
}

// contentControl converts the run properties of a content control (§17.5.2).
func (c *conversion) contentControl(e int32) {
	if r := c.child(e, wRPr); r != 0 {
		c.replace(r, c.runProps(r, textNone))
	}
}
