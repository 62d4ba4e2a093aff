package locale

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// opens reports whether a value may begin at text[at:]: what stands before it
// is no part of the same word, code or number. An Arabic particle and the first
// number of a range may stand there.
func (l *Locale) opens(text string, at int) bool {
	before, size := utf8.DecodeLastRuneInString(text[:at])
	if size == 0 {
		return true
	}
	if before >= utf8.RuneSelf {
		return !strings.ContainsRune("€£¥₽", before) && (!wordRune(before) || han(before) || proclitic(text, at-size, before))
	}
	if before == '-' {
		return afterRange(text, at-1)
	}
	return !wordRune(before) && !strings.ContainsRune("./\\@_#&=+:~^$", before) || before == '.' && !codeRune(text, at-2) ||
		before == ':' && !codeRune(text, at-2)
}

// afterRange reports whether the hyphen at text[hyphen] follows a number that
// is no part of a code: 694-790, but not COVID-19 or 105-3-22.
func afterRange(text string, hyphen int) bool {
	i := hyphen
	for i > 0 && hyphen-i < numeralBytes && strings.IndexByte("0123456789,", text[i-1]) >= 0 {
		i--
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	return i < hyphen && !strings.ContainsRune("-./:", before) && (!wordRune(before) || han(before))
}

// codeRune reports whether a letter or digit ends at text[at].
func codeRune(text string, at int) bool {
	if at < 0 {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(text[:at+1])
	return wordRune(r)
}

// proclitic reports whether r, which begins at text[at:], is an Arabic particle
// that is written together with what follows it.
func proclitic(text string, at int, r rune) bool {
	if !strings.ContainsRune(particles, r) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	return !unicode.IsLetter(before)
}

// particles are the Arabic conjunctions and prepositions of one letter; the
// kashida ties them to digits.
const particles = "وفبلكـ"

// endsAt reports whether a number may end at text[end:]: what follows it is no
// part of the same word or code; a range may go on (694-790).
func (l *Locale) endsAt(text string, end int) bool {
	next, size := utf8.DecodeRuneInString(text[end:])
	if size == 0 {
		return true
	}
	if wordRune(next) {
		return han(next) || l.Unspaced && next >= 0x2e80
	}
	if !strings.ContainsRune("./\\@_#&=+:-'", next) {
		return true
	}
	after, _ := utf8.DecodeRuneInString(text[end+size:])
	if !wordRune(after) || han(after) {
		return next != '@'
	}
	return next == '-' && rangeGoesOn(text, end+1)
}

// rangeGoesOn reports whether digits, and nothing that makes them a code, stand
// at text[at:], or a small word: 15-day.
func rangeGoesOn(text string, at int) bool {
	if r, _ := utf8.DecodeRuneInString(text[at:]); unicode.IsLower(r) {
		return true
	}
	start := at
	for at < len(text) && at-start < numeralBytes && strings.IndexByte("0123456789,", text[at]) >= 0 {
		at++
	}
	next, size := utf8.DecodeRuneInString(text[at:])
	if at == start || size == 0 {
		return at > start
	}
	after, _ := utf8.DecodeRuneInString(text[at+size:])
	return !strings.ContainsRune("-/:", next) && (next != '.' || !unicode.IsLetter(after))
}

// versions stand before the number of a version or a standard, whose point is no
// decimal separator.
var versions = phrases("version|versions|v.|release|versión|версия|версии|версию|版本|الإصدار|الصيغة|wi-fi|windows|bluetooth|usb|ieee|iec|iso|android|ios")

// versioned reports whether such a word stands before text[at:].
func versioned(text string, at int) bool {
	before := strings.TrimRight(text[:at], " \u00a0")
	start := max(0, len(before)-len("الإصدار")-2)
	for start < len(before) && !utf8.RuneStart(before[start]) {
		start++
	}
	for i := range before[start:] {
		for _, p := range versions.at(before, start+i) {
			previous, _ := utf8.DecodeLastRuneInString(before[:start+i])
			if p.end == len(before) && (!wordRune(previous) || han(previous)) {
				return true
			}
		}
	}
	return false
}
