package parity

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"hexaglot/pipeline/check"
)

// latin matches words in Latin letters, wherever another script begins.
var latin = regexp.MustCompile(`[\p{Latin}\d][\p{Latin}\p{Mn}\d]*(?:[-'’][\p{Latin}\d][\p{Latin}\p{Mn}\d]*)*`)

// names gives the Latin words of a text that may be names: those that begin
// with a capital, and each two of them that nothing but a space divides.
func names(text string) (words, pairs []string) {
	for _, a := range check.AddressesIn(text) {
		text = strings.ReplaceAll(text, a, "\n")
	}
	before, end := "", -1
	for _, m := range latin.FindAllStringIndex(text, -1) {
		word := text[m[0]:m[1]]
		if !capitalised(word) {
			before = ""
			continue
		}
		words = append(words, word)
		if gap := text[max(0, min(end, m[0])):m[0]]; before != "" && (gap == " " || gap == "\u00a0") {
			pairs = append(pairs, before+" "+word)
		}
		before, end = word, m[1]
	}
	return words, pairs
}

// capitalised reports whether a word is Latin and begins with a capital, which
// not all its letters are.
func capitalised(word string) bool {
	lower := false
	for i, r := range word {
		switch {
		case i == 0 && !unicode.IsUpper(r), unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r):
			return false
		case unicode.IsLower(r):
			lower = true
		}
	}
	return lower
}

// coined reports whether a word is nobody's language: letters and digits, or a
// capital inside.
func coined(word string) bool {
	inner := strings.IndexFunc(word[1:], func(r rune) bool { return unicode.IsDigit(r) || unicode.IsUpper(r) }) >= 0
	return inner && !strings.ContainsAny(word, "-'’")
}

// misspelt gives the name among own that is most likely meant for name: it
// differs from it in one letter or two, and is not among those that others
// have.
func misspelt(name string, own, others []string) string {
	for _, candidate := range own {
		if candidate != name && !slices.Contains(others, candidate) && near(name, candidate) {
			return candidate
		}
	}
	return ""
}

// near reports whether two names differ in so little that one is a slip:
// accents aside, in at most a sixth of their letters.
func near(a, b string) bool {
	x, y := []rune(plain(a)), []rune(plain(b))
	most := min(2, max(len(x), len(y))/6)
	off := distance(x, y)
	return 0 < off && off <= most
}

// plain gives a word without its accents.
func plain(word string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(word))
}

// distance is the edit distance of Levenshtein, in runes.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			above := row[j+1]
			row[j+1] = min(above+1, row[j]+1, diagonal+differs(a[i], b[j]))
			diagonal = above
		}
	}
	return row[len(b)]
}

func differs(a, b rune) int {
	if a == b {
		return 0
	}
	return 1
}
