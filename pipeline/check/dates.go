package check

import (
	"slices"
	"strings"

	"hexaglot/pipeline/locale"
)

// Dates reports dates that differ in day, month or year, whatever they are
// written like: 1er mars is 1 March. A date that lost its year differs.
var Dates = Check{
	Name: "dates", Doc: "dates that differ", IssueType: "numbers", Severity: Error, Run: dates,
}

func dates(p Pair) []Finding {
	src, trg := p.conflict(locale.KindDate)
	if src == nil || slices.Equal(parts(src, "/{},"), parts(trg, "/{},")) {
		return p.months()
	}
	return p.against(found("dates", Error, "check-dates", "the source has the date {Source}, the translation {Target}"), src, trg)
}

// months reports the name of a month in place of another where no day stands
// beside it. May is a verb, too: a name too many is nothing.
func (p Pair) months() []Finding {
	from, to := p.fromLocale(), p.toLocale()
	src := from.MonthsIn(p.Source.Text)
	if len(src) == 0 {
		return nil
	}
	trg := to.MonthsIn(p.Target.Text)
	if len(trg) == 0 {
		return nil
	}
	missing := slices.DeleteFunc(slices.Clone(src), func(m int) bool { return slices.Contains(trg, m) })
	extra := slices.DeleteFunc(slices.Clone(trg), func(m int) bool { return slices.Contains(src, m) })
	if len(missing) == 0 || len(extra) == 0 {
		return nil
	}
	return []Finding{found("dates", Error, "check-months", "the source has the month {Source}, the translation {Target}",
		"Source", monthNames(from, missing), "Target", monthNames(to, extra))}
}

// monthNames gives the names of months.
func monthNames(l *locale.Locale, months []int) []string {
	var out []string
	for _, m := range months {
		name, _, _ := strings.Cut(l.Months[m-1], "|")
		out = append(out, name)
	}
	return out
}
