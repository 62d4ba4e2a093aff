package check

import (
	"slices"
	"strings"
	"unicode"
)

// Repetitions reports a source that the circular translates in two ways. Case,
// spaces, codes and final punctuation make no difference. A text of one or two
// words may want another form in another place: that is a remark.
var Repetitions = Check{
	Name: "repetitions", Doc: "one source translated in two ways", IssueType: "inconsistency", Severity: Warning, RunAll: repetitions,
}

func repetitions(pairs []Placed) []Remark {
	var out []Remark
	for _, group := range alikeBy(pairs, func(p Placed) string { return folded(p.Source.Text) }) {
		first := pairs[group[0]]
		for _, i := range group[1:] {
			p := pairs[i]
			if folded(p.Target.Text) == folded(first.Target.Text) || p.ID != "" && p.ID == first.ID {
				continue
			}
			out = append(out, Remark{i, found("repetitions", weight(p, 3), "check-repetition", "the same source was translated as {Other}", "Other", first.Target.Text)})
		}
	}
	return out
}

// weight gives a warning for a source of so many words, a remark for less.
func weight(p Placed, words int) Severity {
	if len(strings.Fields(folded(p.Source.Text))) >= words || p.fromLocale().Unspaced && len([]rune(p.Source.Text)) >= 3*words {
		return Warning
	}
	return Info
}

// alikeBy gives the groups of pairs with a translation that have one key, in
// document order.
func alikeBy(pairs []Placed, key func(Placed) string) [][]int {
	at := map[string]int{}
	var groups [][]int
	for i, p := range pairs {
		if p.Target.Blank() || p.Target.Emptied() {
			continue
		}
		k := key(p)
		if k == "" {
			continue
		}
		g, ok := at[k]
		if !ok {
			g = len(groups)
			at[k] = g
			groups = append(groups, nil)
		}
		groups[g] = append(groups[g], i)
	}
	return slices.DeleteFunc(groups, func(g []int) bool { return len(g) < 2 })
}

// folded gives the letters and digits of a text, in lower case, words divided
// by one space.
func folded(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	gap := false
	for _, r := range text {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte(' ')
			gap = false
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}
