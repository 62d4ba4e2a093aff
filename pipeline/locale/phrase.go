package locale

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// pattern is a form of a data file: what stands before and after the number.
type pattern struct {
	cell          string // as it stands in the file, without its marks
	before, after string // without the blanks next to the number
	doubtful      bool   // "?": the words may mean something else
	plural, dual  bool   // "+", "++": the form for several, for two
}

// patterns gives the forms of a cell, in order; none for "-".
func patterns(cell string) []pattern {
	var out []pattern
	for variant := range split(cell) {
		form, doubtful := strings.CutSuffix(variant, "?")
		if form == "" || form == "-" {
			continue
		}
		single := strings.TrimLeft(form, "+")
		before, after, _ := strings.Cut(single, "0")
		out = append(out, pattern{
			cell: single, before: strings.TrimRight(before, " "), after: strings.TrimLeft(after, " "), doubtful: doubtful,
			plural: single != form, dual: strings.HasPrefix(form, "++"),
		})
	}
	return out
}

// fill puts a number in its place.
func (p pattern) fill(number string) string { return strings.Replace(p.cell, "0", number, 1) }

// first gives the form to write: the first of a cell.
func first(cell string) string {
	form, _, _ := strings.Cut(cell, "|")
	return form
}

// words is a set of phrases, as a tree of their folded characters.
type words[T any] struct {
	next map[rune]*words[T]
	here []phrase[T] // that end here
}

type phrase[T any] struct {
	text string
	item T
	end  int // in the text where it was found, in bytes
}

func newWords[T any]() *words[T] { return &words[T]{next: map[rune]*words[T]{}} }

func (w *words[T]) add(text string, item T) {
	n := w
	for _, r := range text {
		if mark(r) {
			continue
		}
		r = folded(r)
		if n.next[r] == nil {
			n.next[r] = newWords[T]()
		}
		n = n.next[r]
	}
	n.here = append(n.here, phrase[T]{text: text, item: item})
}

// each calls f with every phrase.
func (w *words[T]) each(f func(text string)) {
	for _, p := range w.here {
		f(p.text)
	}
	for _, n := range w.next {
		n.each(f)
	}
}

// phrases makes a set of the variants of a cell.
func phrases(cell string) *words[struct{}] {
	w := newWords[struct{}]()
	for variant := range split(cell) {
		w.add(variant, struct{}{})
	}
	return w
}

// at gives the phrases that stand at text[at:], as literal reads them: the
// numeralBytes first, those of one length in the order in which they were added.
func (w *words[T]) at(text string, at int) []phrase[T] {
	var out []phrase[T]
	for n := w; n != nil; {
		r, size := utf8.DecodeRuneInString(text[at:])
		for mark(r) && n != w {
			at += size
			r, size = utf8.DecodeRuneInString(text[at:])
		}
		if len(n.here) > 0 {
			out = append(n.found(at), out...)
		}
		if size == 0 {
			break
		}
		n, at = n.next[folded(r)], at+size
	}
	return out
}

func (w *words[T]) found(end int) []phrase[T] {
	out := slices.Clone(w.here)
	for i := range out {
		out[i].end = end
	}
	return out
}

// perLocale builds what a data file holds for a language once.
func perLocale[T any](build func(l *Locale) T) func(l *Locale) T {
	var built sync.Map
	return func(l *Locale) T {
		if got, ok := built.Load(l); ok {
			return got.(T)
		}
		got, _ := built.LoadOrStore(l, build(l))
		return got.(T)
	}
}

// wordsEnd gives the end of words at text[at:], whatever their case, blanks,
// hyphens, apostrophes and vowel marks; -1 where they do not stand there.
func wordsEnd(text string, at int, words string) int {
	for _, want := range words {
		if mark(want) {
			continue
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		for mark(r) {
			at += size
			r, size = utf8.DecodeRuneInString(text[at:])
		}
		if size == 0 || folded(r) != folded(want) {
			return -1
		}
		at += size
	}
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !mark(r) {
			break
		}
		at += size
	}
	return at
}

// closes reports whether words end at text[end:]: what follows them is no part
// of the last word.
func closes(text string, end int, words string) bool {
	last, _ := utf8.DecodeLastRuneInString(words)
	next, _ := utf8.DecodeRuneInString(text[end:])
	if !wordRune(last) || han(last) {
		return true
	}
	return !wordRune(next) || han(next)
}

// mark reports whether r is a vowel mark or the Arabic kashida, which texts set
// or leave out.
func mark(r rune) bool { return r == 'ـ' || r >= 0x64b && r <= 0x652 }

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// folded makes characters that texts mix alike.
func folded(r rune) rune {
	switch r {
	case '\u00a0', '\u202f', '\u2009':
		return ' '
	case '\u2010', '\u2011':
		return '-'
	case '’':
		return '\''
	case '（':
		return '('
	case '）':
		return ')'
	case '，', '、', '،':
		return ','
	}
	if r < utf8.RuneSelf {
		if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	return unicode.ToLower(r)
}

func blank(r rune) bool { return folded(r) == ' ' }

// skipBlank gives the place behind the blank at text[at:], if one stands there.
func skipBlank(text string, at int) int {
	if r, size := utf8.DecodeRuneInString(text[at:]); size > 0 && blank(r) {
		return at + size
	}
	return at
}

// hard makes the blanks of a written form no-break spaces.
func hard(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") }
