package check

import (
	"strings"

	"golang.org/x/text/language"

	"hexaglot/pipeline/segment"
)

// Sentences reports a translation with fewer sentences than its source that is
// shorter, too: one was left out. Translators join and cut sentences; where the
// length is the usual one, a difference of two is a remark, and of one nothing.
var Sentences = Check{
	Name: "sentences", Doc: "sentences left out or added", IssueType: "omission", Severity: Warning, Run: sentences,
}

// lacking is the ratio of lengths, as a natural logarithm, from which a
// translation with fewer sentences lacks one.
const lacking = -0.22

func sentences(p Pair) []Finding {
	if endOf(p.Source.Text).mark == noMark && len(p.Source.Text) < briefly {
		return nil
	}
	if p.Source.Text == "" || !strings.ContainsAny(p.Source.Text, ".!?。！？؟…") {
		return nil
	}
	src, trg := counted(p.Source.Text, p.From), counted(p.Target.Text, p.To)
	ratio, _ := p.ratio()
	switch {
	case src >= 2 && src > trg && ratio < lacking:
		return []Finding{found("sentences", Warning, "check-sentences", "the source has {Source} sentences, the translation {Target}", "Source", src, "Target", trg)}
	case src >= 3 && src-trg >= 2 || trg-src >= 2:
		return []Finding{found("sentences", Info, "check-sentences", "the source has {Source} sentences, the translation {Target}", "Source", src, "Target", trg)}
	}
	return nil
}

// least is the weight, in letters of English, below which a sentence may be an
// abbreviation or the number of an item.
const least = 12

// counted gives how many sentences of some length a text has.
func counted(text string, lang language.Tag) int {
	n, start := 0, 0
	for _, end := range segment.Breaks(text, lang) {
		if weigh(text[start:end], lang) >= least {
			n++
		}
		start = end
	}
	return n
}
