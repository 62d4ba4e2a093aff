package pipeline

import (
	"golang.org/x/text/language"

	"hexaglot/pipeline/document"
	"hexaglot/pipeline/locale"
)

// Tidy gives a translation into lang in the house typography of lang, and the
// edits of its text that this took, as bytes of c.Text. Codes stay where they
// are, and none is lost.
func Tidy(c document.Content, lang language.Tag) (document.Content, []locale.Edit) {
	text, offset := c.Solid()
	edits := locale.Find(lang).Tidy(text)
	if len(edits) == 0 {
		return c, nil
	}
	changes := make([]document.Change, len(edits))
	for i, e := range edits {
		edits[i].Start, edits[i].End = offset(e.Start), offset(e.End)
		changes[i] = document.Change{Start: edits[i].Start, End: edits[i].End, New: e.New}
	}
	return c.Splice(changes), edits
}
