package glossary

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// phrases are the words of texts, one list for all, and what repeats in them.
type phrases struct {
	g     *grammar
	texts []string
	stops stopList
	ends  endings
	words []piece
	grams []gram
	at    [][]int32 // at[n][i] is the gram of n+1 words that begins at the word i, 0 for none
}

// piece is a word in its place.
type piece struct {
	word
	text  int
	stem  int32
	edge  bool // may begin or end a term
	known span // the words of the known term that it is part of
	joins bool // to the word before: no punctuation between
}

// span is a stretch of words, from first to last; last is -1 for none.
type span struct{ first, last int }

// gram is a sequence of words that repeats.
type gram struct {
	words, count int   // count leaves out where it is no candidate
	first        int   // where it stands first
	left, right  int32 // without its last and without its first word
}

func newPhrases(b *Termbase, lang language.Tag, texts []string) *phrases {
	g := grammarOf(lang)
	p := &phrases{g: g, texts: texts, stops: stopsOf(lang, g.fold), ends: g.compile()}
	stems := map[string]int32{}
	for i, text := range texts {
		from := len(p.words)
		for k, w := range g.scan(text) {
			x := piece{word: w, text: i, known: span{0, -1}, joins: k > 0 && w.before&^(space|hyphen|apostrophe) == 0}
			stem, ok := p.stem(w)
			if ok {
				if stems[stem] == 0 {
					stems[stem] = int32(len(stems) + 1)
				}
				x.stem = stems[stem]
				x.edge = !p.stops.inside[w.folded]
			}
			p.words = append(p.words, x)
		}
		if b != nil {
			p.mark(from, b.Matcher(lang).Find(text))
		}
	}
	p.count()
	return p
}

// mark notes the known terms among the words of a text, which begin at from.
func (p *phrases) mark(from int, matches []Match) {
	for _, m := range matches {
		for from < len(p.words) && p.words[from].end <= m.Start {
			from++
		}
		last := from
		for last < len(p.words) && p.words[last].start < m.End {
			last++
		}
		for k := from; k < last; k++ {
			p.words[k].known = span{from, last - 1}
		}
		from = last
	}
}

// fresh reports whether the words from i to j cut no known term in two and say
// more than known terms do.
func (p *phrases) fresh(i, j int) bool {
	first, last := p.words[i].known, p.words[j].known
	if first.last >= 0 && first.first != i || last.last >= 0 && last.last != j {
		return false
	}
	for k := i; k <= j; k++ {
		if p.words[k].known.last < 0 && p.words[k].edge {
			return true
		}
	}
	return false
}

// stem gives what the forms of a word share, for most words; ok is false for a
// word that is part of no term.
func (p *phrases) stem(w word) (stem string, ok bool) {
	switch {
	case w.opaque || p.stops.outside[w.folded] || strings.ContainsAny(w.folded, "0123456789"):
		return "", false
	case p.stops.inside[w.folded]:
		return w.folded, true
	case p.single() && scriptOf(firstRune(w.folded)) != ideographic:
		return "", false
	}
	stem = w.folded
	if p.g.lang == language.Arabic {
		stem = cutArticle(stem)
	}
	return stem[:p.cut(stem)], true
}

// cut gives where the longest ending of a word begins that leaves three letters
// or more.
func (p *phrases) cut(word string) int {
	best := len(word)
	for n, at := 0, len(word); n < p.ends.longest && at > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(word[:at])
		at -= size
		if utf8.RuneCountInString(word[:at]) < 3 {
			break
		}
		if p.ends.of[word[at:]] != nil {
			best = at
		}
	}
	return best
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// cutArticle cuts the Arabic article with the particles before it off.
func cutArticle(word string) string {
	for _, prefix := range []string{"وال", "بال", "كال", "فال", "ولل", "ال", "لل"} {
		if rest, ok := strings.CutPrefix(word, prefix); ok && utf8.RuneCountInString(rest) > 2 {
			return rest
		}
	}
	return word
}

// single reports whether every character of the language is a word.
func (p *phrases) single() bool { return p.g.lang == language.Chinese }
