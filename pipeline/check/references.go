package check

import (
	"slices"
	"strings"

	"hexaglot/pipeline/locale"
)

// References reports references to an act that name another act, or another
// number: Resolution 71 is neither Resolution 17 nor Recommendation 71. How an
// act was revised may be told elsewhere.
var References = Check{
	Name: "references", Doc: "references to resolutions, recommendations and other acts that differ", IssueType: "inconsistent-entities", Severity: Error, Run: references,
}

func references(p Pair) []Finding {
	src, trg := p.conflict(locale.KindReference)
	if src == nil || slices.Equal(acts(src), acts(trg)) {
		return nil
	}
	return p.against(found("references", Error, "check-references", "the source refers to {Source}, the translation to {Target}"), src, trg)
}

// acts gives the act and the number of references, without their revisions.
func acts(values []locale.Value) []string {
	var out []string
	for _, v := range values {
		words := strings.Fields(v.Key)
		out = append(out, strings.Join(words[:min(2, len(words))], " "))
	}
	slices.Sort(out)
	return slices.Compact(out)
}
