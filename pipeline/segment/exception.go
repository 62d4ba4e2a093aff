package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// exception says when a full stop after a word does not end the sentence.
type exception uint8

const (
	none         exception = iota
	ordinary               // a word that looks like an abbreviation
	beforeNumber           // not before a number
	beforeName             // not unless a starter follows
	never                  // not at all
)

// afterCloser weakens an exception whose full stop a mark closes: (etc.).
func (x exception) afterCloser() exception {
	switch x {
	case never, beforeName:
		return beforeName
	}
	return none
}

// exception gives the exception for the full stop at stop.
func (s *scanner) exception(stop int) exception {
	end := stop
	for end > s.start {
		r, width := utf8.DecodeLastRuneInString(s.text[s.start:end])
		if !isInvisible(r) || unicode.IsMark(r) {
			break
		}
		end -= width
	}
	from := wordStart(s.text, s.start, end)
	if from == end {
		return none
	}
	if s.first(from) && isPointNumber(s.text[from:end]) {
		return never
	}
	if x := s.listed(from, end); x != none {
		return x
	}
	return s.shaped(from, end)
}

// isPointNumber reports the number of a point, as it stands at the start of a
// heading or a paragraph: 1, 2.3, IV, A, a.
func isPointNumber(word string) bool {
	for part := range strings.SplitSeq(word, ".") {
		runes := utf8.RuneCountInString(part)
		r, _ := utf8.DecodeRuneInString(part)
		switch {
		case runes == 0, runes > 3 && !isRoman(part):
			return false
		case runes > 1 && !isRoman(part) && strings.TrimFunc(part, unicode.IsDigit) != "":
			return false
		case !unicode.IsLetter(r) && !unicode.IsDigit(r), isHan(r):
			return false
		}
	}
	return true
}

// maxParts bounds the words of an abbreviation such as "S. A. de C. V.".
const maxParts = 5

// listed looks the word between from and end up in the rules: together with
// the words before it, alone, and without what is attached to it.
func (s *scanner) listed(from, end int) exception {
	x, joined := s.rules.exception(&s.key, s.text[from:end])
	if joined {
		if y := s.joined(from, end); y != none {
			return y
		}
	}
	if bare := attached(s.text[from:end]); x == none && bare != "" {
		x, _ = s.rules.exception(&s.key, bare)
	}
	return x
}

// joined looks the word up together with those before it; the longest counts.
func (s *scanner) joined(from, end int) (longest exception) {
	for range maxParts - 1 {
		before := strings.TrimRightFunc(s.text[s.start:from], unicode.IsSpace)
		stop := s.start + len(before)
		if stop == from {
			break
		}
		if from = wordStart(s.text, s.start, stop); from == stop || end-from > maxWord {
			break
		}
		if x, _ := s.rules.exception(&s.key, s.text[from:end]); x != none {
			longest = x
		}
	}
	return longest
}

// attached gives the word without an elision or a number before it: l'art,
// 2021г.
func attached(word string) string {
	if i := strings.LastIndexAny(word, "'’"); i >= 0 {
		_, width := utf8.DecodeRuneInString(word[i:])
		return word[i+width:]
	}
	if bare := strings.TrimLeftFunc(word, unicode.IsDigit); len(bare) < len(word) {
		return bare
	}
	return ""
}

// shaped gives the exception for a word that no rule lists, by its shape.
func (s *scanner) shaped(from, end int) exception {
	word := s.text[from:end]
	if i := strings.LastIndexAny(word, "'’"); i >= 0 {
		_, width := utf8.DecodeRuneInString(word[i:])
		word = word[i+width:]
	}
	switch {
	case isInitials(word):
		return s.initial(from, word)
	case isClipped(word):
		return beforeName
	}
	return none
}

// isInitials reports letters that each stand alone: A, U.S, J.-P.
func isInitials(word string) bool {
	for part := range strings.SplitSeq(word, ".") {
		part = strings.TrimLeft(part, "-‑")
		r, width := utf8.DecodeRuneInString(part)
		if !unicode.IsLetter(r) || isHan(r) || strings.TrimLeftFunc(part[width:], isExtender) != "" {
			return false
		}
	}
	return true
}

// isExtender reports what may follow the single letter of an abbreviation: a
// mark, or the Arabic tatweel.
func isExtender(r rune) bool { return unicode.IsMark(r) || r == 'ـ' }

func (s *scanner) initial(from int, word string) exception {
	r, _ := utf8.DecodeRuneInString(word)
	switch {
	case unicode.IsLower(r) && !strings.Contains(word, "."):
		return beforeNumber
	case isCased(r):
		return beforeName
	case s.afterNumber(from):
		return beforeNumber
	case strings.Contains(word, "."):
		return beforeName
	}
	return never
}

// afterNumber reports a number before the word at from, whose unit it is.
func (s *scanner) afterNumber(from int) bool {
	before := strings.TrimRightFunc(s.text[s.start:from], unicode.IsSpace)
	r, _ := utf8.DecodeLastRuneInString(before)
	return unicode.IsDigit(r)
}

const vowels = "aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿаеёиоуыэюя"

// isClipped reports a word of two to five Latin or Cyrillic letters without a
// vowel, not all of them capitals: Bldg, стр.
func isClipped(word string) bool {
	count, lower := 0, false
	for _, r := range word {
		if !unicode.In(r, unicode.Latin, unicode.Cyrillic) || strings.ContainsRune(vowels, unicode.ToLower(r)) {
			return false
		}
		lower = lower || unicode.IsLower(r)
		count++
	}
	return lower && count >= 2 && count <= 5
}
