package fuzzy

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"hexaglot/pipeline/document"
)

const (
	// Equal is the similarity of a text with itself.
	Equal = 100
	// SameWords is the least similarity that tells that no word differs.
	SameWords = 95
	// Cap is how many signs are compared between the first and the last
	// difference of two texts; what stands beyond counts as changed.
	Cap = 4096
)

// Similarity says how much of a text would stay as it is if it were made into
// the other, in percent: 100 for equal texts with equal codes, 0 where nothing
// is common. See the package for what counts how much. It takes at most
// Cap*Cap/64 steps, and is the same both ways.
func Similarity(a, b document.Content) int {
	first, second := spell(nil, a), spell(nil, b)
	n := max(len(first), len(second))
	return grade(a, b, first, second, percent(distance(first, second), n))
}

// percent gives the share of n signs that stay, rounded down.
func percent(changed, n int) int {
	if n == 0 {
		return Equal
	}
	return 100 * (n - changed) / n
}

// distance gives how many signs of a and b differ.
func distance(a, b []sign) int {
	a, b = trim(a, b)
	most := max(len(a), len(b))
	beyond := most - min(most, Cap)
	d := newPattern(a[:min(len(a), Cap)]).distance(b[:min(len(b), Cap)], most)
	return min(d+beyond, most)
}

// trim takes off what a and b have in common at their ends.
func trim(a, b []sign) ([]sign, []sign) {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return a, b
}

// grade makes the share of signs that stay into a similarity: SameWords and
// more are kept for texts of the same words, Equal for equal ones.
func grade(a, b document.Content, first, second []sign, share int) int {
	switch {
	case share == Equal && same(a, b):
		return Equal
	case share == Equal:
		return Equal - min(max(forms(a, b), 1), Equal-SameWords)
	case share >= SameWords && !sameWords(first, second):
		return SameWords - 1
	default:
		return share
	}
}

// same reports whether a and b are equal, apart from what their writers put in
// the place of a code.
func same(a, b document.Content) bool {
	if a.Text != b.Text || len(a.Codes) != len(b.Codes) {
		return false
	}
	for i, c := range a.Codes {
		d := b.Codes[i]
		if c.Kind != d.Kind || c.Name != d.Name || c.ID != d.ID || c.Pos != d.Pos {
			return false
		}
	}
	return true
}

// sameWords reports whether two texts have the same letters and words.
func sameWords(a, b []sign) bool {
	i, k := 0, 0
	for {
		for i < len(a) && !a[i].worded() {
			i++
		}
		for k < len(b) && !b[k].worded() {
			k++
		}
		if i == len(a) || k == len(b) {
			return i == len(a) && k == len(b)
		}
		if a[i] != b[k] {
			return false
		}
		i, k = i+1, k+1
	}
}

// normal are the forms that are no difference of words: each takes one off.
var normal = []func(string) string{
	func(s string) string { return strings.Map(lower, s) },
	func(s string) string { return without(s, unicode.IsSpace) },
	func(s string) string { return without(s, isTashkil) },
	func(s string) string { return without(plain.Replace(norm.NFKC.String(s)), isHidden) },
}

// forms counts in how many normal forms two texts of equal signs differ; the
// numbers of their codes are one more.
func forms(a, b document.Content) int {
	n := 0
	for i := range normal {
		if allBut(i, a.Text) != allBut(i, b.Text) {
			n++
		}
	}
	for i := range a.Codes {
		if i < len(b.Codes) && a.Codes[i].ID != b.Codes[i].ID {
			return n + 1
		}
	}
	return n
}

// allBut takes every form off a text but one.
func allBut(kept int, text string) string {
	for i := len(normal) - 1; i >= 0; i-- {
		if i != kept {
			text = normal[i](text)
		}
	}
	return text
}

func isTashkil(c rune) bool { return unicode.Is(tashkil, c) }

// isHidden reports whether a character is silent, but no vowel mark.
func isHidden(c rune) bool { return isSilent(c) && !isTashkil(c) }

func without(s string, drop func(rune) bool) string {
	return strings.Map(func(c rune) rune {
		if drop(c) {
			return -1
		}
		return c
	}, s)
}
