package memory

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// What the search for fragments costs at most.
const (
	longestFragment  = 24 // words
	shortestFragment = 2  // words
	mostProbes       = 600
)

// fragments finds the longest stretches of the segment that are the whole
// source of an entry, from the longest on; they do not overlap.
func (l *Look) fragments() ([]Match, error) {
	if l.store == nil {
		return nil, nil
	}
	bounds := wordBounds(l.content.Text)
	var out []Match
	probes := 0
	for n := min(longestFragment, len(bounds)-1); n >= shortestFragment; n-- {
		for i := 0; i+n <= len(bounds) && probes < mostProbes; i++ {
			start, end := bounds[i][0], bounds[i+n-1][1]
			if covered(out, start, end) {
				continue
			}
			probes++
			m, ok, err := l.fragment(start, end)
			if err != nil {
				return nil, err
			}
			if ok {
				out = append(out, m)
			}
		}
	}
	slices.SortFunc(out, func(a, b Match) int { return (b.End - b.Start) - (a.End - a.Start) })
	return out, nil
}

func covered(all []Match, start, end int) bool {
	return slices.ContainsFunc(all, func(m Match) bool { return start < m.End && m.Start < end })
}

// fragment looks up a stretch as it stands, and with a capital.
func (l *Look) fragment(start, end int) (m Match, ok bool, err error) {
	text := l.content.Text[start:end]
	for _, form := range slices.Compact([]string{text, capital(text)}) {
		all, err := l.store.Exact(l.From, form)
		if err != nil {
			return m, false, err
		}
		if found := l.translated(all, func(*Entry) bool { return true }); len(found) > 0 {
			m = found[0]
			m.Start, m.End = start, end
			m.Similarity = 100 * (end - start) / len(l.content.Text)
			return m, true, nil
		}
	}
	return m, false, nil
}

func capital(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[size:]
}

// wordBounds gives where the words of a text begin and end, as Unicode Standard
// Annex 29 divides them.
func wordBounds(text string) [][2]int {
	var out [][2]int
	at := 0
	for tokens := words.FromString(text); tokens.Next(); {
		word := tokens.Value()
		if strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			out = append(out, [2]int{at, at + len(word)})
		}
		at += len(word)
	}
	return out
}
