package check

import (
	"errors"
	"maps"
	"slices"

	"hexaglot/pipeline/document"
)

// Codes reports inline codes that a translation has lost, invented, doubled or
// crossed: it cannot be merged. It warns where codes of one kind that stand
// alone have changed places, such as two footnotes; and remarks on pairs that
// are nested the other way round.
var Codes = Check{
	Name: "codes", Doc: "inline codes lost, added, doubled, crossed or in another order", IssueType: "markup", Severity: Error, Run: codes,
}

func codes(p Pair) []Finding {
	_, err := p.Target.Bind(p.Source)
	var e *document.CodeError
	if errors.As(err, &e) {
		return []Finding{{Check: "codes", Severity: Error, Message: e.Fault()}}
	}
	if len(p.Source.Codes) < 2 || p.Target.Emptied() {
		return nil
	}
	if moved := displaced(alone(p.Source), alone(p.Target)); moved != nil {
		return []Finding{found("codes", Warning, "check-codes-order", "the codes {Codes} stand in another order", "Codes", moved)}
	}
	if moved := displaced(nested(p.Source), nested(p.Target)); moved != nil {
		return []Finding{found("codes", Info, "check-codes-nesting", "the codes {Codes} are nested the other way round", "Codes", moved)}
	}
	return nil
}

// alone gives, by name, the codes that stand alone, in order.
func alone(c document.Content) map[string][]string {
	out := map[string][]string{}
	for _, code := range c.Codes {
		if code.Kind == document.Standalone {
			out[code.Name] = append(out[code.Name], code.String())
		}
	}
	return out
}

// nested gives, by the outermost pair, the pairs that open in each other.
func nested(c document.Content) map[string][]string {
	out := map[string][]string{}
	var open []document.Code
	for _, code := range c.Codes {
		switch {
		case code.Kind == document.Open:
			open = append(open, code)
			if len(open) > 1 {
				around := open[len(open)-2]
				key := min(around.String(), code.String()) + max(around.String(), code.String())
				out[key] = []string{around.String(), code.String()}
			}
		case code.Kind == document.Close && len(open) > 0:
			open = open[:len(open)-1]
		}
	}
	return out
}

// displaced gives the codes of the first list that has another order; nil where
// all have the same.
func displaced(src, trg map[string][]string) []string {
	for _, name := range slices.Sorted(maps.Keys(src)) {
		list := src[name]
		if other := trg[name]; len(other) == len(list) && !slices.Equal(list, other) {
			return other
		}
	}
	return nil
}
