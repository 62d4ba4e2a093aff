package memory

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// terms gives the words of a text as the concordance compares them, and calls
// add with each, whose bytes it may not keep: case, accents, Arabic vowel signs
// and the article do not count, and Han characters, which no spaces divide, come
// in pairs that overlap, and the last of them alone. It returns buf, grown.
func terms(buf []byte, text string, add func(word []byte)) []byte {
	buf = fold(buf[:0], text)
	start, han := -1, false
	for at := 0; at <= len(buf); {
		r, size := rune(0), 1
		if at < len(buf) {
			r, size = rune(buf[at]), 1
			if r >= utf8.RuneSelf {
				r, size = utf8.DecodeRune(buf[at:])
			}
		}
		in, ideograph := kindOf(r)
		if start >= 0 && (!in || ideograph != han) {
			emit(buf[start:at], han, add)
			start = -1
		}
		if in && start < 0 {
			start, han = at, ideograph
		}
		at += size
	}
	return buf
}

// kindOf reports whether r belongs to a word, and whether it is a Han character.
func kindOf(r rune) (in, han bool) {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || '0' <= r && r <= '9', false
	}
	if unicode.Is(unicode.Han, r) {
		return unicode.IsLetter(r), true
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r), false
}

func emit(run []byte, han bool, add func([]byte)) {
	if !han {
		add(bare(run))
		return
	}
	for at := 0; at < len(run); {
		_, one := utf8.DecodeRune(run[at:])
		_, two := utf8.DecodeRune(run[at+one:])
		add(run[at : at+one+two])
		at += one
	}
}

// articles are what Arabic writes together with a noun before it, the longest
// first.
var articles = []string{"وبال", "وكال", "وال", "فال", "بال", "كال", "ولل", "لل", "ال"}

// bare gives an Arabic word without its article.
func bare(word []byte) []byte {
	if word[0] < 0xd8 || word[0] > 0xdb {
		return word
	}
	for _, article := range articles {
		if len(word) > len(article) && string(word[:len(article)]) == article && utf8.RuneCount(word[len(article):]) > 2 {
			return word[len(article):]
		}
	}
	return word
}

// variants are Arabic letters that are written in several ways.
var variants = map[rune]rune{'ى': 'ي', 'ة': 'ه', 'ـ': -1, 'ٱ': 'ا'}

// tabled is how many characters have their folded form in a table: those of the
// Latin, Greek, Cyrillic and Arabic scripts.
const tabled = 0x700

var foldTable = sync.OnceValue(func() *[tabled]string {
	var all [tabled]string
	for r := range rune(tabled) {
		all[r] = folded(r)
	}
	return &all
})

// fold appends a text in lower case, without accents and vowel signs.
func fold(dst []byte, text string) []byte {
	table := foldTable()
	for at := 0; at < len(text); {
		if c := text[at]; c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			dst = append(dst, c)
			at++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		switch {
		case r < tabled:
			dst = append(dst, table[r]...)
		case 0x4e00 <= r && r <= 0x9fff: // Han: always itself
			dst = append(dst, text[at:at+size]...)
		default:
			dst = append(dst, folded(r)...)
		}
		at += size
	}
	return dst
}

// folded gives the folded form of one character.
func folded(r rune) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		if v, ok := variants[r]; ok {
			return v
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(string(r)))
}
