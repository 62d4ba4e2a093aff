package docx

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/format/formattest"
)

// FuzzRead keeps the laws for any archive.
func FuzzRead(f *testing.F) {
	f.Add(packed(f, plain()))
	for i, c := range testCases(f) {
		if i%6 == 0 {
			f.Add(c.source(f))
		}
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		o := Options{Limits: Limits{TotalBytes: 1 << 20, PartBytes: 1 << 18}}
		_, err := Read(src, language.French, o)
		var known *fault.Error
		if err != nil && !errors.As(err, &known) {
			t.Fatal(err)
		}
		laws(t, src, o)
		o.AcceptChanges, o.Comments = true, true
		laws(t, src, o)
	})
}

// FuzzBody keeps the laws for any body of a document, with and without the
// styles that follow U+0000.
func FuzzBody(f *testing.F) {
	for _, c := range testCases(f) {
		f.Add(joined(c.sections["body"]), joined(c.sections["styles"]))
	}
	for _, text := range []string{"Совещание", "会议。", "اجتماع؟", "reunión\r\n", "\ufeffMeeting\u2028", "l’heure &amp; «x»"} {
		f.Add("<w:p><w:r><w:t xml:space=\"preserve\">"+text+" </w:t></w:r></w:p>", "")
	}
	f.Fuzz(func(t *testing.T, body, styles string) {
		if strings.Contains(body+styles, "AlternateContent") {
			return // two branches that differ may become the same
		}
		src := packed(t, document1(map[string]string{"body": body, "styles": styles}))
		laws(t, src, Options{})
		laws(t, src, Options{AcceptChanges: true, Comments: true})
	})
}

// TestLaws keeps the laws that every format keeps.
func TestLaws(t *testing.T) {
	for _, c := range testCases(t) {
		t.Run(c.file+"/"+c.name, func(t *testing.T) { formattest.Laws(t, Format, c.source(t)) })
	}
}
