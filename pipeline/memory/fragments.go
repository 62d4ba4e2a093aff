package memory

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"

	"hexaglot/pipeline/document"
)

// What the search for fragments costs at most.
const (
	longestFragment  = 24 // words
	shortestFragment = 2  // words
	mostProbes       = 600
	shortestPart     = 4   // words
	mostPartWords    = 256 // of a text
)

// fragments finds the longest stretches of the segment that are the whole
// source of an entry, from the longest on, and then those that are a part of
// one: its translation is then that of the whole. They do not overlap.
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
	out, err := l.parts(out, bounds)
	slices.SortStableFunc(out, func(a, b Match) int { return (b.End - b.Start) - (a.End - a.Start) })
	return out, err
}

// parts adds the longest stretches that the segment shares with entries.
func (l *Look) parts(out []Match, bounds [][2]int) ([]Match, error) {
	hits, err := l.hits(min(alike, l.Threshold))
	own := wordsAt(l.content.Text, bounds)
	for i := range hits {
		m, ok := l.match(&hits[i].Entry, 0)
		if !ok {
			continue
		}
		src := document.ParseContent(m.Source).Text
		at, n := longest(own, wordsAt(src, wordBounds(src)))
		if n < shortestPart {
			continue
		}
		m.Start, m.End = bounds[at][0], bounds[at+n-1][1]
		m.Similarity = 100 * (m.End - m.Start) / len(l.content.Text)
		if !covered(out, m.Start, m.End) {
			out = append(out, m)
		}
	}
	return out, err
}

func wordsAt(text string, bounds [][2]int) []string {
	out := make([]string, min(len(bounds), mostPartWords))
	for i := range out {
		out[i] = strings.ToLower(text[bounds[i][0]:bounds[i][1]])
	}
	return out
}

// longest gives the place and the number of the words of a that follow each
// other in b, too.
func longest(a, b []string) (at, n int) {
	row := make([]int, len(b)+1)
	for i, word := range a {
		for j := len(b) - 1; j >= 0; j-- {
			row[j+1] = 0
			if word == b[j] {
				row[j+1] = row[j] + 1
			}
			if row[j+1] > n {
				at, n = i+1-row[j+1], row[j+1]
			}
		}
	}
	return at, n
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
