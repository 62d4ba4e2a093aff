package check

import (
	"errors"

	"hexaglot/pipeline/document"
)

// Codes reports inline codes that a translation has lost, invented, doubled or
// crossed: it cannot be merged.
var Codes = Check{
	Name: "codes", Doc: "inline codes lost, added, doubled or crossed", IssueType: "markup", Severity: Error, Run: codes,
}

func codes(p Pair) []Finding {
	_, err := p.Target.Bind(p.Source)
	var e *document.CodeError
	if !errors.As(err, &e) {
		return nil
	}
	return []Finding{{Check: "codes", Severity: Error, Message: e.Fault()}}
}
