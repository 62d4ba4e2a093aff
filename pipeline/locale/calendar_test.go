package locale_test

import (
	"strings"
	"testing"

	"golang.org/x/text/language"

	"hexaglot/pipeline/locale"
)

func find(tag string) *locale.Locale { return locale.Find(language.MustParse(tag)) }

// converted writes the dates and times of a text in another language, and
// reports whether there are any and all are certain.
func converted(text string, from, to *locale.Locale) (out string, count int, certain bool) {
	var b strings.Builder
	at := 0
	certain = true
	for _, v := range from.Values(text) {
		if v.Kind != locale.KindDate && v.Kind != locale.KindTime {
			continue
		}
		written, sure := to.Write(v)
		b.WriteString(text[at:v.Start] + written)
		at = v.End
		count++
		certain = certain && sure
	}
	return b.String() + text[at:], count, certain && count > 0
}

func TestDatesAndTimes(t *testing.T) {
	for name, floor := range map[string]int{"dates.txt": 90, "ranges.txt": 60, "times.txt": 60} {
		for _, row := range rows(t, name, 5, floor) {
			got, count, certain := converted(row[0], find(row[1]), find(row[2]))
			if got != row[3] || certain != (row[4] == "yes") || count == 0 {
				t.Errorf("%s: %s to %s: %q: got %q, certain %v, %d values; want %q, %s", name, row[1], row[2], row[0], got, certain, count, row[3], row[4])
			}
		}
	}
}

func TestNoDatesAndTimes(t *testing.T) {
	for _, row := range rows(t, "undated.txt", 2, 50) {
		for tag := range strings.FieldsSeq(row[0]) {
			for _, v := range find(tag).Values(row[1]) {
				if v.Kind == locale.KindDate || v.Kind == locale.KindTime {
					t.Errorf("%s: %q has the %s %q, %s", tag, row[1], v.Kind, row[1][v.Start:v.End], v.Key)
				}
			}
		}
	}
}
