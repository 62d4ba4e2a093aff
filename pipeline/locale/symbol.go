package locale

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// symbol is a document's symbol; its key is the symbol in ASCII without the
// letter of a language: "C18/35", "BDT/DIR/105", "PP-18/48(Add.1)".
//
// The ITU ends the symbol of each language version with the language's letter
// in English: -A, -C, -E, -F, -R, -S. A letter that is not that of the text's
// own language names that one version and is kept.
type symbol struct {
	text   string
	letter string // of the text's language; "" where there is none
	tail   string // what stands behind the letter: "(Rev.1)"
}

func readSymbol(l *Locale, text string, at int) (said, int, bool) {
	s, end, certain := l.symbolAt(text, at)
	if end < 0 || !l.opens(text, at) {
		return nil, 0, false
	}
	return s, end, certain
}

// symbolAt reads a symbol: parts divided by slashes, the first of capitals and
// digits, with a digit somewhere.
func (l *Locale) symbolAt(text string, at int) (s symbol, end int, certain bool) {
	if c := text[at]; c < 'A' || c > 'Z' {
		return s, -1, false
	}
	token := symbolToken(text[at:])
	end = at + len(token)
	head, rest, ok := strings.Cut(token, "/")
	if !ok || !symbolHead(head) || !symbolTail(rest) || !strings.ContainsAny(token, "0123456789") || !l.endsAt(text, end) {
		return s, -1, false
	}
	s, certain = l.lettered(token)
	return s, end, certain
}

// symbolToken gives the characters that a symbol may have, without the
// punctuation of the sentence.
func symbolToken(text string) string {
	end, open := 0, 0
	for end < len(text) && end < numeralBytes {
		r, size := utf8.DecodeRuneInString(text[end:])
		switch {
		case r == '(':
			open++
		case r == ')' && open == 0:
			return strings.TrimRight(text[:end], "./-")
		case r == ')':
			open--
		case folded(r) != '-' && (r >= utf8.RuneSelf && (open == 0 || !unicode.IsLetter(r)) || !wordRune(r) && r != '/' && r != '.'):
			return closed(text[:end], open)
		}
		end += size
	}
	return closed(text[:end], open)
}

// closed cuts a token before a bracket that stays open, and its punctuation.
func closed(token string, open int) string {
	if open > 0 {
		token = token[:strings.LastIndexByte(token, '(')]
	}
	return strings.TrimRight(token, "./-")
}

func symbolHead(head string) bool {
	for i := range len(head) {
		if c := head[i]; c >= 'a' && c <= 'z' || c == '(' {
			return false
		}
	}
	return head != ""
}

// symbolTail reports whether each part after the first begins with a capital or
// a digit.
func symbolTail(rest string) bool {
	for part := range strings.SplitSeq(rest, "/") {
		if part == "" || part[0] >= 'a' || part[0] < '0' {
			return false
		}
	}
	return true
}

// lettered takes the language's letter off a symbol; a revision may stand
// before or behind it: "C18/35(Rev.1)-E", "C18/35-E(Rev.1)".
func (l *Locale) lettered(token string) (symbol, bool) {
	token = revisions.Replace(strings.Map(plainHyphen, token))
	if open := strings.LastIndexByte(token, '('); open > 0 && strings.HasSuffix(token, ")") {
		if s, certain := l.lettered(token[:open]); s.letter != "" {
			s.tail = token[open:]
			return s, certain
		}
	}
	n := len(token)
	if n < 3 || token[n-2] != '-' || !languageLetter(token[n-1]) || token[n-3] != ')' && digit(token[n-3:]) < 0 {
		return symbol{text: token}, true
	}
	if token[n-1:] == l.Figures.Letter {
		return symbol{text: token[:n-2], letter: l.Figures.Letter}, true
	}
	return symbol{text: token}, false
}

// languageLetter reports whether c is the letter of one of the six languages.
func languageLetter(c byte) bool { return strings.IndexByte("ACEFRS", c) >= 0 }

// plainHyphen makes the no-break hyphen a plain one.
func plainHyphen(r rune) rune {
	if r == '\u2011' || r == '\u2010' {
		return '-'
	}
	return r
}

func (s symbol) key() string { return s.text + s.tail }

func (s symbol) write(to *Locale) (string, bool) {
	text := s.text
	if s.letter != "" {
		text += "-" + to.Figures.Letter
	}
	text += s.tail
	if to.Tag == french.Tag {
		text = strings.ReplaceAll(text, "(Rev.", "(Rév.")
	}
	return text, !strings.Contains(text, "(Rev.") || to.Tag == english.Tag || to.Tag == spanish.Tag
}

// revisions gives the word for a revision inside a symbol its English form,
// which the others but French keep.
var revisions = strings.NewReplacer("(Rév.", "(Rev.", "(Пересм.", "(Rev.")
