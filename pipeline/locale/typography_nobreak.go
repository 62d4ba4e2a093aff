package locale

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// noBreakPatterns are the compiled patterns, by how they are written.
var noBreakPatterns sync.Map

// noBreakPattern compiles a pattern of Typography.NoBreak: each _ is a group.
func noBreakPattern(p string) *regexp.Regexp {
	if re, ok := noBreakPatterns.Load(p); ok {
		return re.(*regexp.Regexp)
	}
	re := regexp.MustCompile(strings.ReplaceAll(p, "_", "( )"))
	noBreakPatterns.Store(p, re)
	return re
}

// noBreakSpaces makes spaces unbreakable at which a line must not end.
func noBreakSpaces(loc *Locale, l *line) []change {
	t := loc.Typography
	if len(t.NoBreak) == 0 && !t.Thousands {
		return nil
	}
	text, index := l.indexed()
	found := map[int]bool{}
	for _, p := range t.NoBreak {
		for _, m := range noBreakPattern(p).FindAllStringSubmatchIndex(text, -1) {
			for g := 2; g < len(m); g += 2 {
				if m[g] >= 0 {
					found[index[m[g]]] = true
				}
			}
		}
	}
	if t.Thousands {
		l.thousands(found)
	}
	var out []change
	for i := range found {
		out = append(out, change{i, i + 1, noBreak})
	}
	slices.SortFunc(out, func(a, b change) int { return cmp.Compare(a.from, b.from) })
	return out
}

// thousands notes the spaces between the groups of a number: one to three
// digits, then groups of three; not those of a telephone number.
func (l *line) thousands(found map[int]bool) {
	for i := 0; i < len(l.cells); {
		if !ascii(l.at(i)) {
			i++
			continue
		}
		start, gaps, plain := i, []int{}, true
		for {
			first := i
			for ascii(l.at(i)) {
				i++
			}
			if n := i - first; n > 3 || first > start && n != 3 {
				plain = false
			}
			if !space(l.at(i)) || !ascii(l.at(i+1)) {
				break
			}
			gaps = append(gaps, i)
			i++
		}
		if !plain || l.at(start) == '0' || strings.ContainsRune("+-.,/:–"+noBreak, l.at(start-1)) || wordy(l.at(start-1)) {
			continue
		}
		for _, g := range gaps {
			if l.at(g) == ' ' {
				found[g] = true
			}
		}
	}
}
