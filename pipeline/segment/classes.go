package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// stops marks the bytes at which a terminator or a line end may begin; between
// two of them nothing needs decoding.
var stops = stopBytes()

func stopBytes() (table [256]bool) {
	mark := func(r rune) {
		var b [utf8.UTFMax]byte
		utf8.EncodeRune(b[:], r)
		table[b[0]] = true
	}
	for _, r := range "\n\v\f\r\u0085\u2028\u2029…⋯" {
		mark(r)
	}
	for _, r16 := range unicode.Sentence_Terminal.R16 {
		for r := r16.Lo; r <= r16.Hi; r += r16.Stride {
			mark(rune(r))
		}
	}
	for _, r32 := range unicode.Sentence_Terminal.R32 {
		mark(rune(r32.Lo))
	}
	return table
}

// isTerminator reports SATerm of UAX #29, and the ellipsis. The scripts with
// many small characters are decided before the table is searched.
func isTerminator(r rune) bool {
	switch {
	case r < 0x80:
		return r == '.' || r == '!' || r == '?'
	case r >= 0x0600 && r < 0x0700:
		return r >= 0x061D && r <= 0x061F || r == 0x06D4
	case r >= 0x3003 && r < 0xA000:
		return false
	}
	return isEllipsis(r) || unicode.Is(unicode.Sentence_Terminal, r)
}

func isEllipsis(r rune) bool { return r == '…' || r == '⋯' }

// isFullStop reports ATerm of UAX #29.
func isFullStop(r rune) bool { return r == '.' || r == '\u2024' || r == '﹒' || r == '．' }

// isWide reports a terminator that ends a sentence without white space: any
// but those of the Latin, Cyrillic and Arabic scripts.
func isWide(r rune) bool { return r >= 0x3000 && !isFullStop(r) }

func isLineEnd(r rune) bool {
	switch r {
	case '\n', '\v', '\f', '\r', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}

// isCloser reports a mark that, directly after a terminator, closes what the
// sentence holds: brackets, quotation marks, note marks.
func isCloser(r rune) bool {
	if r < 0x80 {
		return strings.ContainsRune(`)]}"'*`, r)
	}
	return strings.ContainsRune("″＂†‡¹²³⁰⁴⁵⁶⁷⁸⁹", r) || unicode.In(r, unicode.Pe, unicode.Pf)
}

// isLateCloser reports a mark that closes even after white space: « Oui. »
func isLateCloser(r rune) bool {
	switch r {
	case '»', '›', '”':
		return true
	}
	return unicode.Is(unicode.Pe, r)
}

// isOpener reports a mark that may stand before the first word of a sentence.
func isOpener(r rune) bool {
	return strings.ContainsRune("\"'*_¿¡„‚", r) || unicode.In(r, unicode.Ps, unicode.Pi) || isInvisible(r)
}

// isInvisible reports Extend and Format of UAX #29, which no rule sees.
func isInvisible(r rune) bool { return r >= 0x80 && unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) }

// isContinuer reports SContinue of UAX #29: the sentence goes on.
func isContinuer(r rune) bool {
	return strings.ContainsRune(",-:;،؛–—、，：；﹐﹑﹔﹕／", r)
}

func isSentenceOpener(r rune) bool { return r == '¿' || r == '¡' }

func isHan(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) }

func isCased(r rune) bool { return unicode.IsUpper(r) || unicode.IsLower(r) || unicode.IsTitle(r) }
