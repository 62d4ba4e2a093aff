package check

import (
	"slices"

	"hexaglot/pipeline/locale"
)

// Times reports times of the day that differ: 8 h 30 is 08:30, and 17 h is
// 5 p.m. A time zone that one side leaves out is nothing.
var Times = Check{
	Name: "times", Doc: "times that differ", IssueType: "numbers", Severity: Error, Run: times,
}

func times(p Pair) []Finding {
	src, trg := p.conflict(locale.KindTime)
	if src == nil || slices.Equal(hours(src), hours(trg)) {
		return nil
	}
	return p.against(found("times", Error, "check-times", "the source has the time {Source}, the translation {Target}"), src, trg)
}

// hours gives the times of values without their zones.
func hours(values []locale.Value) []string {
	return slices.DeleteFunc(parts(values, "/ "), func(part string) bool { return part[0] != 'T' })
}
