package check

import "hexaglot/pipeline/locale"

// Symbols reports symbols of documents that differ, the letter of the language
// aside: C18/35-F is C18/35-E.
var Symbols = Check{
	Name: "symbols", Doc: "symbols of documents that differ", IssueType: "inconsistent-entities", Severity: Error, Run: symbols,
}

func symbols(p Pair) []Finding {
	src, trg := p.conflict(locale.KindSymbol)
	if src == nil {
		return nil
	}
	return p.against(found("symbols", Error, "check-symbols", "the source has the symbol {Source}, the translation {Target}"), src, trg)
}
