package memory

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hexaglot/pipeline/document"
	"hexaglot/pipeline/locale"
)

// renaming is one name in the place of another.
type renaming struct {
	start, end int    // of the old name in its source, in bytes
	now        string // the new name
	said, say  string // both in the target language
}

// mostNameWords is how many words a name has at most.
const mostNameWords = 5

// renaming finds the one stretch in which src and the segment differ beside
// their values; ok is false where it is not a name in both.
func (l *Look) renaming(src document.Content) (r renaming, ok bool) {
	from := locale.Find(l.From)
	old := masked(src.Text, from.Values(src.Text))
	now := masked(l.content.Text, from.Values(l.content.Text))
	a, b := old.text, now.text
	start, tail := stretch(a, b)
	was, is := a[start:len(a)-tail], b[start:len(b)-tail]
	if was == "" || is == "" || strings.Contains(was+is, blank) {
		return r, false
	}
	r = renaming{start: old.at(start), now: is}
	r.end = r.start + len(was)
	if r.said, ok = l.name(was); ok {
		r.say, ok = l.name(is)
	}
	return r, ok
}

// name gives the form of a name in the target language: a name that is known, or
// one that both languages write alike.
func (l *Look) name(name string) (string, bool) {
	if l.Name != nil {
		if form, ok := l.Name(name); ok {
			return form, true
		}
	}
	return name, address(name) || latin(l.Query) && proper(name)
}

// address reports an address of mail or of the web.
func address(s string) bool {
	return strings.ContainsAny(s, "@/") && !strings.ContainsFunc(s, unicode.IsSpace)
}

// latin reports whether both languages are written in Latin letters.
func latin(q Query) bool {
	const script = "Latn"
	from, _ := q.From.Script()
	to, _ := q.To.Script()
	return from.String() == script && to.String() == script
}

// proper reports words that all begin with a capital.
func proper(s string) bool {
	words := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '-' })
	for _, word := range words {
		if first, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(first) {
			return false
		}
	}
	return 0 < len(words) && len(words) <= mostNameWords
}

// mask is a text with a mark in the place of each value.
type mask struct {
	text   string
	values []locale.Value
}

func masked(text string, values []locale.Value) mask {
	return mask{frame(document.Content{Text: text}, values), values}
}

// at gives the place in the text of a place in the mask.
func (m mask) at(i int) int {
	for n := range strings.Count(m.text[:i], blank) {
		i += m.values[n].End - m.values[n].Start - len(blank)
	}
	return i
}

// stretch gives the bytes that two texts have in common at their beginning and
// their end, up to the words in which they differ.
func stretch(a, b string) (start, tail int) {
	for start < min(len(a), len(b)) && a[start] == b[start] {
		start++
	}
	inWord := func(x, y int) bool { return !bound(a, x) || !bound(b, y) }
	for start > 0 && inWord(start, start) {
		start--
	}
	for tail < min(len(a), len(b))-start && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	for tail > 0 && inWord(len(a)-tail, len(b)-tail) {
		tail--
	}
	return start, tail
}

// bound reports whether no word of text goes on at i; each Han character is a
// word.
func bound(text string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i:])
	if i < len(text) && !utf8.RuneStart(text[i]) {
		return false
	}
	return !joins(before) || !joins(after)
}

// joins reports whether r belongs to a word, an address included.
func joins(r rune) bool {
	if unicode.Is(unicode.Han, r) {
		return false
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || strings.ContainsRune("@-_/:", r)
}

func wholeWords(text string, start, end int) bool { return bound(text, start) && bound(text, end) }
