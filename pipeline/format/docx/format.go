package docx

import (
	"bytes"

	"golang.org/x/text/language"

	"hexaglot/pipeline/document"
	"hexaglot/pipeline/format"
)

// Format reads and writes Word files with the zero Options.
var Format = format.Format{
	Name:       "docx",
	Doc:        "Word files: Office Open XML, transitional and strict",
	Extensions: []string{".docx", ".docm", ".dotx", ".dotm"},
	Binary:     true,
	Sniff:      sniff,
	Read: func(src []byte, lang language.Tag) (*document.Document, error) {
		return Read(src, lang, Options{})
	},
	Write: Write,
}

// sniff takes compound files too, so that Read can tell what they are: Word
// encrypts a file by putting it into one.
func sniff(head []byte) bool {
	return bytes.HasPrefix(head, zipMagic) || bytes.HasPrefix(head, oleMagic)
}
