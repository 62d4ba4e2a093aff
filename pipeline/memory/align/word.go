package align

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// word is a word of a text, folded: small letters without accents.
type word struct {
	text   string
	script script
	upper  bool // an abbreviation: all capitals
}

type script uint8

const (
	latin script = iota
	cyrillic
	arabic
	han
)

func scriptOf(r rune) script {
	switch {
	case unicode.Is(unicode.Han, r):
		return han
	case unicode.Is(unicode.Arabic, r):
		return arabic
	case unicode.Is(unicode.Cyrillic, r):
		return cyrillic
	}
	return latin
}

// words cuts a text into its words: runs of letters of one script.
func words(text string) []word {
	var out []word
	var run []rune
	flush := func() {
		if len(run) > 0 {
			out = append(out, fold(run))
			run = run[:0]
		}
	}
	for _, r := range norm.NFD.String(text) {
		switch {
		case unicode.Is(unicode.Mn, r) || r == '\u0640': // accents, vowel signs, kashida
		case !unicode.IsLetter(r):
			flush()
		default:
			if len(run) > 0 && scriptOf(run[0]) != scriptOf(r) {
				flush()
			}
			run = append(run, r)
		}
	}
	flush()
	return out
}

func fold(run []rune) word {
	text := string(run)
	lower := strings.ToLower(text)
	return word{text: lower, script: scriptOf(run[0]), upper: len(run) > 1 && lower != text && strings.ToUpper(text) == text}
}

// stems gives what of a word is compared with others of its language: the
// first five letters, behind the Arabic proclitics; of a run of Han, each pair
// of characters.
func (w word) stems() []string {
	runes := []rune(w.text)
	switch w.script {
	case han:
		return pairs(runes)
	case arabic:
		runes = bare(runes)
	}
	if len(runes) < 3 {
		return nil
	}
	return []string{string(runes[:min(len(runes), 5)])}
}

func pairs(runes []rune) []string {
	if len(runes) == 1 {
		return []string{string(runes)}
	}
	var out []string
	for i := range len(runes) - 1 {
		out = append(out, string(runes[i:i+2]))
	}
	return out
}

// bare takes the proclitics و ف, ب ك ل and ال from an Arabic word of which
// three letters remain.
func bare(runes []rune) []rune {
	for _, proclitics := range []string{"وف", "بكل"} {
		if len(runes) > 4 && strings.ContainsRune(proclitics, runes[0]) {
			runes = runes[1:]
		}
	}
	if len(runes) > 4 && runes[0] == 'ا' && runes[1] == 'ل' {
		return runes[2:]
	}
	if len(runes) > 4 && runes[0] == 'ل' {
		return runes[1:]
	}
	return runes
}

// origin gives the first four letters of a word as words of one origin have
// them in common across French, English, Spanish and Russian; "" for short
// words and other scripts.
func (w word) origin() string {
	if w.script != latin && w.script != cyrillic {
		return ""
	}
	var b strings.Builder
	n := 0
	var last rune
	for _, r := range alike.Replace(w.text) {
		if r == last {
			continue
		}
		last = r
		b.WriteRune(r)
		if n++; n == originLetters {
			return b.String()
		}
	}
	return ""
}

// originLetters is the length of a cognate's common beginning (Simard, Foster
// and Isabelle 1992).
const originLetters = 4

// alike writes letters that stand for one another in words of one origin, and
// Cyrillic ones, in one way.
var alike = strings.NewReplacer(
	"ph", "f", "th", "t", "ch", "c", "k", "c", "q", "c", "y", "i", "w", "v", "z", "s",
	"а", "a", "б", "b", "в", "v", "г", "g", "д", "d", "е", "e", "ж", "j", "з", "s", "и", "i", "й", "i", "к", "c",
	"л", "l", "м", "m", "н", "n", "о", "o", "п", "p", "р", "r", "с", "s", "т", "t", "у", "u", "ф", "f", "х", "h",
	"ц", "c", "ч", "c", "ш", "s", "щ", "s", "ъ", "", "ы", "i", "ь", "", "э", "e", "ю", "u", "я", "a",
)
