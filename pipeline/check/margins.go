package check

import (
	"strings"
	"unicode"
)

// Margins reports white space before or behind the text that the source has
// not, and that which it has and the translation has lost.
var Margins = Check{
	Name: "margins", Doc: "white space at the beginning or the end", IssueType: "whitespace", Severity: Warning, Run: margins,
}

func margins(p Pair) []Finding {
	src, trg := p.Source.Text, p.Target.Text
	var out []Finding
	if front(src) != front(trg) {
		out = append(out, found("margins", Warning, "check-margin-front", "white space at the beginning differs").
			at(Span{}, Span{0, len(trg) - len(strings.TrimLeftFunc(trg, unicode.IsSpace))}))
	}
	if back(src) != back(trg) {
		out = append(out, found("margins", Warning, "check-margin-back", "white space at the end differs").
			at(Span{}, Span{len(strings.TrimRightFunc(trg, unicode.IsSpace)), len(trg)}))
	}
	return out
}

// front reports whether a text begins with white space.
func front(text string) bool { return text != strings.TrimLeftFunc(text, unicode.IsSpace) }

// back reports whether a text ends with white space.
func back(text string) bool { return text != strings.TrimRightFunc(text, unicode.IsSpace) }
