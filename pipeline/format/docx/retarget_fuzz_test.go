package docx

import (
	"testing"

	"golang.org/x/text/language"
)

// FuzzRetarget holds the laws of retarget for any well-formed part of every
// kind: well-formed output, the same text, and nothing left for a second call.
func FuzzRetarget(f *testing.F) {
	for _, c := range retargetCases(f) {
		root := retargetRoots[c.kind]
		f.Add([]byte(root.head+c.in+root.tail), int(root.kind), c.from, c.to)
	}
	head, tail := retargetRoots["story"].head, retargetRoots["story"].tail
	for _, text := range []string{"\ufeffنص\r\nITU", "通函\u2028。", "Женева", "Genève", "Ñandú", "<![CDATA[نص & ITU]]>", "&#x6c7; ITU"} {
		f.Add([]byte(head+"<w:p><w:r><w:t>"+text+"</w:t></w:r></w:p>"+tail), int(partStory), "fr", "ar")
	}
	f.Fuzz(func(t *testing.T, part []byte, kind int, from, to string) {
		trg := target{From: language.Make(from), To: language.Make(to)}
		if _, err := parseXML(part, len(part)); err != nil || wellFormed(part) != nil || kind < int(partStory) || kind > int(partDiagram) {
			return
		}
		if err := keepsLaws(corpusPart{"fuzz", partKind(kind), part}, trg); err != nil {
			t.Error(err)
		}
	})
}

// TestRetargetRefuses holds which input is refused, and how.
func TestRetargetRefuses(t *testing.T) {
	trg := target{From: french, To: arabic}
	for in, id := range map[string]string{
		"":                 "docx-xml-malformed",
		"text":             "docx-xml-malformed",
		"<a><b></a></b>":   "docx-xml-malformed",
		"<a>":              "docx-xml-malformed",
		"</a>":             "docx-xml-malformed",
		"<a b=\"c":         "docx-xml-malformed",
		"<ab></a>":         "docx-xml-malformed",
		"<a>\x00</a>":      "docx-xml-malformed",
		"<!DOCTYPE a><a/>": "docx-doctype",
	} {
		_, err := retarget([]byte(in), partStory, trg)
		if got := faultID(err); got != id {
			t.Errorf("%q: %v, want %s", in, err, id)
		}
	}
}
