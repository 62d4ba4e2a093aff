package pipeline

import (
	"bytes"

	"golang.org/x/text/language"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/document"
	"hexaglot/pipeline/format"
)

// Write gives the bytes of the document in lang, in the format that name's
// extension chooses.
func Write(name string, d *document.Document, lang language.Tag) ([]byte, error) {
	f, ok := format.Find(Formats(), name)
	if !ok {
		return nil, fault.New(fault.Input, "format-unknown", "no format is known for this name; known are {Extensions}", "Extensions", extensions()).At(name, 0)
	}
	var out bytes.Buffer
	if err := f.Write(&out, d, lang); err != nil {
		return nil, fault.At(err, name, 0)
	}
	return out.Bytes(), nil
}
