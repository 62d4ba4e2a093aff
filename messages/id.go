package messages

import (
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const (
	slugBytes  = 32 // of an id, at most
	hashDigits = 8  // of an id, unless two texts share them
)

// ID gives the id of the message with this text, as translators see it:
// `<slug>-<hash8>`. The slug is the first words in ASCII, for people: lower
// case, at most 32 bytes, codes left out, "segment" where there is nothing
// Latin. hash8 is the first 8 hexadecimal digits of the SHA-256 of the text,
// byte for byte. An id has neither dots nor white space, and is never a word
// that go-i18n reserves.
func ID(text string) string { return join(slug(text), digest(text), hashDigits) }

// IDs gives the ids of the texts of one circular, in the same order. They are
// those of ID, but for different texts that would share one: each of those
// takes 8 digits more until they differ, whatever their order. Equal texts
// share an id.
func IDs(texts []string) []string { return distinct(texts, digest) }

func distinct(texts []string, digest func(string) string) []string {
	ids := make([]string, len(texts))
	all := make([]int, len(texts))
	for i := range texts {
		all[i] = i
	}
	for n, todo := hashDigits, all; len(todo) > 0; n += hashDigits {
		for _, i := range todo {
			ids[i] = join(slug(texts[i]), digest(texts[i]), n)
		}
		if n >= 2*sha256.Size {
			break
		}
		todo = shared(ids, texts, todo)
	}
	return ids
}

// shared gives those of todo whose id is that of a different text, too.
func shared(ids, texts []string, todo []int) []int {
	first := make(map[string]string, len(todo))
	clash := map[string]bool{}
	for _, i := range todo {
		if text, ok := first[ids[i]]; ok && text != texts[i] {
			clash[ids[i]] = true
		}
		first[ids[i]] = texts[i]
	}
	var out []int
	for _, i := range todo {
		if clash[ids[i]] {
			out = append(out, i)
		}
	}
	return out
}

func join(slug, digest string, digits int) string {
	return slug + "-" + digest[:min(digits, len(digest))]
}

func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// Hash gives go-i18n's hash of a source message: `sha1-` and the SHA-1 of its
// description and its text (goi18n/merge_command.go).
func Hash(description, text string) string {
	sum := sha1.Sum([]byte(description + text))
	return "sha1-" + hex.EncodeToString(sum[:])
}

// codePattern matches an inline code at the start of a text.
var codePattern = regexp.MustCompile(`^<(?:/?[a-z]{1,12}[1-9][0-9]{0,3}/?|empty/)>`)

// undivided are Latin letters that Unicode does not decompose.
var undivided = map[rune]string{
	'œ': "oe", 'Œ': "oe", 'æ': "ae", 'Æ': "ae", 'ß': "ss", 'ẞ': "ss", 'ø': "o", 'Ø': "o",
	'ł': "l", 'Ł': "l", 'đ': "d", 'Đ': "d", 'ð': "d", 'Ð': "d", 'þ': "th", 'Þ': "th", 'ı': "i",
}

// slug gives the first words of text in ASCII.
func slug(text string) string {
	var b strings.Builder
	gap, cut := false, 0
	for at := 0; at < len(text) && b.Len() <= slugBytes; {
		if text[at] == '<' {
			if n := len(codePattern.FindString(text[at:])); n > 0 {
				at += n
				continue
			}
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		at += size
		word := fold(r)
		if word == "" {
			gap = gap || !unicode.Is(unicode.Mn, r)
			continue
		}
		if gap && b.Len() > 0 {
			cut = b.Len()
			b.WriteByte('-')
		}
		gap = false
		b.WriteString(word)
	}
	return trimSlug(b.String(), cut)
}

// trimSlug cuts a slug that is too long before its last word, at cut.
func trimSlug(s string, cut int) string {
	switch {
	case s == "":
		return "segment"
	case len(s) <= slugBytes:
		return s
	case cut > 0:
		return s[:cut]
	default:
		return s[:slugBytes]
	}
}

// letters holds every ASCII character at its own place, letters in lower case.
var letters = func() string {
	table := make([]byte, utf8.RuneSelf)
	for i := range table {
		table[i] = byte(unicode.ToLower(rune(i)))
	}
	return string(table)
}()

// fold gives the lower-case ASCII letters or the digit that r stands for, or
// "" where r is nothing of the kind.
func fold(r rune) string {
	switch {
	case 'a' <= r && r <= 'z' || '0' <= r && r <= '9' || 'A' <= r && r <= 'Z':
		return letters[r : r+1]
	case r < 0x80 || !unicode.Is(unicode.Latin, r):
		return ""
	}
	if letters, ok := undivided[r]; ok {
		return letters
	}
	if int(r) < len(folded) {
		return folded[r]
	}
	return foldMarks(r)
}

// folded holds what fold gives for the letters of Latin-1 Supplement and Latin
// Extended-A and -B, of which most accented texts consist.
var folded = func() (table [0x250]string) {
	for r := rune(0x80); int(r) < len(table); r++ {
		table[r] = foldMarks(r)
	}
	return table
}()

// foldMarks folds the letter that r is without its marks.
func foldMarks(r rune) string {
	base := norm.NFD.String(string(r))[0]
	if base >= utf8.RuneSelf {
		return ""
	}
	return letters[base : base+1]
}
