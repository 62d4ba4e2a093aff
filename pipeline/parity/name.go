package parity

import (
	"slices"
	"strings"
	"unicode"
)

// names gives the Latin words of a text that may be names: those that begin
// with a capital, and what two or more of them in a row make together.
func names(text string) (words, runs []string) {
	var run []string
	end := func() {
		if len(run) > 1 {
			runs = append(runs, strings.Join(run, " "))
		}
		run = nil
	}
	for _, field := range strings.Fields(text) {
		word := strings.TrimFunc(field, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if !capitalised(word) {
			end()
			continue
		}
		words = append(words, word)
		if !strings.HasPrefix(field, word) {
			end()
		}
		run = append(run, word)
		if !strings.HasSuffix(field, word) {
			end()
		}
	}
	end()
	return words, runs
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
	x, y := []rune(a), []rune(b)
	most := min(2, max(len(x), len(y))/6)
	return most > 0 && distance(x, y) <= most
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
