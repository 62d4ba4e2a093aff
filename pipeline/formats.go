package pipeline

import (
	"hexaglot/pipeline/format"
	"hexaglot/pipeline/format/html"
	"hexaglot/pipeline/format/markdown"
	"hexaglot/pipeline/format/text"
)

// Formats lists the document formats; a new one is a folder and a line here.
func Formats() []format.Format {
	return []format.Format{markdown.Format, html.Format, text.Format}
}
