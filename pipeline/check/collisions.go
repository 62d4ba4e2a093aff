package check

import (
	"slices"
	"strings"
	"unicode"
)

// Collisions reports one translation of two sources that have little in common:
// one of them was pasted into the wrong place. Languages drop what others
// distinguish (Directeur, Directrice): sources that share half of their words
// are right, and so are short ones. Values are compared by other checks.
var Collisions = Check{
	Name: "collisions", Doc: "one translation of different sources", IssueType: "mistranslation", Severity: Warning, RunAll: collisions,
}

func collisions(pairs []Placed) []Remark {
	var out []Remark
	for _, group := range alikeBy(pairs, func(p Placed) string { return folded(p.Target.Text) }) {
		for k, i := range group[1:] {
			for _, j := range group[:k+1] {
				if !kin(pairs[i], pairs[j]) {
					out = append(out, Remark{i, found("collisions", Warning, "check-collision", "{Other} was translated the same way", "Other", pairs[j].Source.Text)})
					break
				}
				if k > maxKin {
					break
				}
			}
		}
	}
	return out
}

// maxKin bounds the comparisons within a group of equal translations.
const maxKin = 32

// kin reports whether the sources of two pairs may have one translation.
func kin(a, b Placed) bool {
	if a.ID != "" && a.ID == b.ID {
		return true
	}
	x, y := pieces(a), pieces(b)
	if len(x) < 4 || len(y) < 4 {
		return true
	}
	shared := 0
	for _, w := range x {
		if slices.Contains(y, w) {
			shared++
		}
	}
	return 2*shared >= min(len(x), len(y))
}

// pieces gives the words of a source by their first letters, so that their
// forms make no difference; of a Chinese one, its characters.
func pieces(p Placed) []string {
	const stem = 5
	if p.fromLocale().Unspaced {
		var out []string
		for _, r := range p.Source.Text {
			if unicode.Is(unicode.Han, r) {
				out = append(out, string(r))
			}
		}
		return out
	}
	words := strings.Fields(folded(p.Source.Text))
	for i, w := range words {
		runes := []rune(w)
		words[i] = string(runes[:min(stem, len(runes))])
	}
	return slices.DeleteFunc(words, func(w string) bool { return len(w) < 4 })
}
