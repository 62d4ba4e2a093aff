package pipeline

import (
	"strings"

	"golang.org/x/text/language"

	"hexaglot/glossary"
	"hexaglot/pipeline/document"
)

// ApplyTerms gives a translation with the replacements that the glossary wants,
// and these as a word diff: "in [-PMA-]{+LDCs+}". Codes stay where they are; a
// term with a code inside it stays too. diff is "" where there is nothing to
// replace.
func ApplyTerms(base *glossary.Termbase, src, trg document.Content, from, to language.Tag) (out document.Content, diff string) {
	var text, shown strings.Builder
	at := 0
	out.Codes = append(out.Codes, trg.Codes...)
	for _, r := range base.Replacements(src.Text, trg.Text, from, to) {
		if divided(trg.Codes, r) {
			continue
		}
		text.WriteString(trg.Text[at:r.Start] + r.Text)
		shown.WriteString(trg.Text[at:r.Start] + "[-" + trg.Text[r.Start:r.End] + "-]{+" + r.Text + "+}")
		at = r.End
		for i, code := range trg.Codes {
			if code.Pos >= r.End {
				out.Codes[i].Pos += len(r.Text) - (r.End - r.Start)
			}
		}
	}
	if at == 0 {
		return trg, ""
	}
	out.Text = text.String() + trg.Text[at:]
	return out, shown.String() + trg.Text[at:]
}

// divided reports whether a code stands inside what is to be replaced.
func divided(codes []document.Code, r glossary.Replacement) bool {
	for _, code := range codes {
		if r.Start < code.Pos && code.Pos < r.End {
			return true
		}
	}
	return false
}
