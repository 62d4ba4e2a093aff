package memory

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// terms gives the words of a text as the concordance compares them, and calls
// add with each: case, accents, Arabic vowel signs and the article do not
// count, and Han characters, which no spaces divide, come in pairs that
// overlap, and the last of them alone.
func terms(text string, add func(string)) {
	start, han := -1, false
	folded := fold(text)
	for at := 0; at <= len(folded); {
		r, size := utf8.DecodeRuneInString(folded[at:])
		in := size > 0 && (unicode.IsLetter(r) || unicode.IsDigit(r))
		ideograph := in && unicode.Is(unicode.Han, r)
		if start >= 0 && (!in || ideograph != han) {
			emit(folded[start:at], han, add)
			start = -1
		}
		if in && start < 0 {
			start, han = at, ideograph
		}
		at += max(size, 1)
	}
}

func emit(run string, han bool, add func(string)) {
	if !han {
		add(bare(run))
		return
	}
	for at := 0; at < len(run); {
		_, one := utf8.DecodeRuneInString(run[at:])
		_, two := utf8.DecodeRuneInString(run[at+one:])
		add(run[at : at+one+two])
		at += one
	}
}

// articles are what Arabic writes together with a noun before it, the longest
// first.
var articles = []string{"وبال", "وكال", "وال", "فال", "بال", "كال", "ولل", "لل", "ال"}

// bare gives an Arabic word without its article.
func bare(word string) string {
	if word[0] < 0xd8 || word[0] > 0xdb {
		return word
	}
	for _, article := range articles {
		if rest, ok := strings.CutPrefix(word, article); ok && utf8.RuneCountInString(rest) > 2 {
			return rest
		}
	}
	return word
}

// variants are Arabic letters that are written in several ways.
var variants = map[rune]rune{'ى': 'ي', 'ة': 'ه', 'ـ': -1, 'ٱ': 'ا'}

// fold gives a text in lower case, without accents and vowel signs.
func fold(text string) string {
	if ascii(text) {
		return strings.ToLower(text)
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		if v, ok := variants[r]; ok {
			return v
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(text))
}

func ascii(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
