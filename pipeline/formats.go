package pipeline

import (
	"golang.org/x/text/language"

	"hexaglot/pipeline/document"
	"hexaglot/pipeline/format"
	"hexaglot/pipeline/format/docx"
	"hexaglot/pipeline/format/html"
	"hexaglot/pipeline/format/markdown"
	"hexaglot/pipeline/format/text"
	"hexaglot/pipeline/letter"
)

// Formats lists the document formats; a new one is a folder and a line here.
func Formats() []format.Format { return Options{}.formats() }

// Options say how documents are read; the zero value is the default.
type Options struct {
	Word   docx.Options
	Letter *letter.Furniture // nil: that of the ITU
}

// furniture gives what the roles of a letter are found by.
func (o Options) furniture() (*letter.Furniture, error) {
	if o.Letter == nil {
		return letter.ITU()
	}
	return o.Letter, nil
}

func (o Options) formats() []format.Format {
	return []format.Format{markdown.Format, o.word(), html.Format, text.Format}
}

// word is the format of Word files, read as the options say.
func (o Options) word() format.Format {
	f := docx.Format
	f.Read = func(src []byte, lang language.Tag) (*document.Document, error) {
		return docx.Read(src, lang, o.Word)
	}
	return f
}
