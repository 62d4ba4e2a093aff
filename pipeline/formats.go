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
	// Bare leaves out what is only shown to translators: the roles of letters.
	Bare bool
}

// furnish puts what a unit is for in a letter behind its role: "paragraph:
// salutation".
func (o Options) furnish(d *document.Document) error {
	if o.Bare {
		return nil
	}
	furniture, err := o.Letter, error(nil)
	if furniture == nil {
		furniture, err = letter.ITU()
	}
	if err != nil {
		return err
	}
	for i, role := range furniture.Roles(d) {
		if role != "" {
			d.Units[i].Role += ": " + string(role)
		}
	}
	return nil
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
