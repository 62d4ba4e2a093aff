package check

import "hexaglot/pipeline/segment"

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
	src, trg := len(segment.Breaks(p.Source.Text, p.From)), len(segment.Breaks(p.Target.Text, p.To))
	ratio, _ := p.ratio()
	switch {
	case src-trg >= 1 && ratio < lacking:
		return []Finding{found("sentences", Warning, "check-sentences", "the source has {Source} sentences, the translation {Target}", "Source", src, "Target", trg)}
	case src-trg >= 2 || trg-src >= 2:
		return []Finding{found("sentences", Info, "check-sentences", "the source has {Source} sentences, the translation {Target}", "Source", src, "Target", trg)}
	}
	return nil
}
