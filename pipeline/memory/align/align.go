package align

import (
	"golang.org/x/text/language"

	"hexaglot/glossary"
	"hexaglot/pipeline/document"
)

// Sure is the confidence, in percent, from which a bead is taken without review.
const Sure = 90

// Place is a segment and the unit that it stands in.
type Place struct {
	Unit    *document.Unit
	Segment *document.Segment
	unit    int // the number of the unit in its document
}

// Bead is segments of the source and the segments of the target that translate
// them, each by its index into the places of the pair; one side may be empty.
type Bead struct {
	Src, Trg   []int
	Confidence int  // 0 to 100
	Moved      bool // stands elsewhere in the target than its neighbours do
}

// Pair is the alignment of the source with one other version.
type Pair struct {
	From, To language.Tag
	Src, Trg []Place
	Beads    []Bead // in the order of the source
}

// Documents aligns two versions of one document, as pipeline.Read gives them.
// The glossary may be nil.
func Documents(src, trg *document.Document, base *glossary.Termbase) *Pair {
	p := &Pair{From: src.Lang, To: trg.Lang, Src: places(src), Trg: places(trg)}
	a := newAligner(p, base)
	p.Beads = a.align()
	return p
}

// places lists the segments to translate, in reading order.
func places(d *document.Document) []Place {
	var out []Place
	for i, u := range d.Units {
		for _, s := range u.Segments {
			if !s.Ignorable {
				out = append(out, Place{u, s, i})
			}
		}
	}
	return out
}
