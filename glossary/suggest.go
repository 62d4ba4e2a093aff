package glossary

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// Suggestion is a candidate term of a language.
type Suggestion struct {
	Text  string  // as the texts write it most often
	Abbr  string  // its abbreviation, where a text explains one, or ""
	Count int     // how often it stands in the texts
	Score float64 // how often it stands outside of longer ones, and how long it is
	Texts []int   // the indexes of the texts in which it stands, in order
}

// repeated is how often a phrase stands in the texts at least.
const repeated = 2

// partly says what share of a phrase, one in so many, must stand outside of a
// longer one at least.
const partly = 5

// Suggest gives the candidate terms of texts of one language that b, which may
// be nil, does not have, the best first:
//
//   - phrases of two to six words (in Chinese three to twelve characters) that
//     repeat, without a function word at their edges, ranked after the C-value
//     (K. Frantzi, S. Ananiadou, H. Mima, Automatic recognition of multi-word
//     terms, 2000): a part of a longer phrase counts as often only as it stands
//     outside of the most frequent one;
//   - terms that a text explains by an abbreviation in brackets, once being
//     enough: "Conférence mondiale … (CMDT)".
//
// What cuts a term of b in two, or consists of such terms, is no candidate.
// Inflected forms count together. Time and memory grow with the length of the
// texts.
func Suggest(b *Termbase, lang language.Tag, texts []string) []Suggestion {
	p := newPhrases(b, lang, texts)
	out := explained(p, p.candidates())
	out = slices.DeleteFunc(out, func(s Suggestion) bool { return known(b, lang, s) })
	slices.SortStableFunc(out, func(a, b Suggestion) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(b.Count, a.Count), strings.Compare(a.Text, b.Text))
	})
	return out
}

// known reports whether b has the term, or another one that is as long.
func known(b *Termbase, lang language.Tag, s Suggestion) bool {
	if b == nil {
		return false
	}
	for _, m := range b.Matcher(lang).Find(s.Text) {
		if m.Start == 0 && m.End == len(s.Text) {
			return true
		}
	}
	return false
}

// shortest and longest give the limits of a phrase, in words.
func (p *phrases) shortest() int {
	if p.single() {
		return 3
	}
	return 2
}

func (p *phrases) longest() int {
	if p.single() {
		return 12
	}
	return 6
}

// count finds the sequences that repeat, the longer from the shorter: one
// repeats only where both sequences that it is made of do.
func (p *phrases) count() {
	p.grams = make([]gram, 1)
	ids := make([]int32, len(p.words))
	for i, w := range p.words {
		ids[i] = w.stem
	}
	p.at = append(p.at, p.level(1, func(i int) ([2]int32, bool) { return [2]int32{ids[i]}, ids[i] != 0 }))
	for n := 2; n <= p.longest(); n++ {
		before := p.at[n-2]
		p.at = append(p.at, p.level(n, func(i int) ([2]int32, bool) {
			last := i + n - 1
			if last >= len(p.words) || !p.words[last].joins || p.words[last].text != p.words[i].text {
				return [2]int32{}, false
			}
			return [2]int32{before[i], before[i+1]}, before[i] != 0 && before[i+1] != 0
		}))
	}
}

// level counts the sequences of n words by their key and gives those that
// repeat, by the place where they begin.
func (p *phrases) level(n int, key func(i int) ([2]int32, bool)) []int32 {
	count := map[[2]int32]int{}
	for i := range p.words {
		if k, ok := key(i); ok {
			count[k]++
		}
	}
	number := map[[2]int32]int32{}
	at := make([]int32, len(p.words))
	for i := range p.words {
		k, ok := key(i)
		if !ok || count[k] < repeated {
			continue
		}
		if number[k] == 0 {
			number[k] = int32(len(p.grams))
			g := gram{words: n, first: i}
			if n > 1 {
				g.left, g.right = k[0], k[1]
			}
			p.grams = append(p.grams, g)
		}
		at[i] = number[k]
		if p.fresh(i, i+n-1) {
			p.grams[at[i]].count++
		}
	}
	return at
}

// candidate reports whether a gram can be a term: long enough, and without a
// function word at its edges.
func (p *phrases) candidate(g gram) bool {
	last := g.first + g.words - 1
	return g.words >= p.shortest() && g.count >= repeated && last < len(p.words) && p.words[g.first].edge && p.words[last].edge
}

// candidates gives the grams that are worth more than a part of a longer one.
func (p *phrases) candidates() []Suggestion {
	inside := make([]int, len(p.grams)) // the most frequent candidate around each
	for id, g := range p.grams {
		if p.candidate(g) {
			for _, part := range p.parts(int32(id)) {
				inside[part] = max(inside[part], g.count)
			}
		}
	}
	var out []Suggestion
	at := map[int32]int{}
	for id, g := range p.grams {
		own := g.count - inside[id]
		if !p.candidate(g) || own <= 0 || own*partly < g.count {
			continue
		}
		at[int32(id)] = len(out)
		out = append(out, Suggestion{Count: g.count, Score: math.Round(100*float64(own)*math.Log2(float64(g.words))) / 100})
	}
	p.fill(out, at)
	return out
}

// parts gives the grams inside a gram, each once.
func (p *phrases) parts(id int32) []int32 {
	var out []int32
	level := []int32{p.grams[id].left, p.grams[id].right}
	for len(level) > 0 {
		var next []int32
		for _, part := range level {
			if part == 0 || slices.Contains(out, part) {
				continue
			}
			out = append(out, part)
			next = append(next, p.grams[part].left, p.grams[part].right)
		}
		level = next
	}
	return out
}

// fill gives the suggestions, found at the grams of at, their words and texts.
func (p *phrases) fill(out []Suggestion, at map[int32]int) {
	spellings := make([]map[string]int, len(out))
	for n, level := range p.at {
		for i, id := range level {
			k, ok := at[id]
			if id == 0 || !ok || !p.fresh(i, i+n) {
				continue
			}
			s := &out[k]
			if text := p.words[i].text; len(s.Texts) == 0 || s.Texts[len(s.Texts)-1] != text {
				s.Texts = append(s.Texts, text)
			}
			if spellings[k] == nil {
				spellings[k] = map[string]int{}
			}
			spelling := p.slice(i, i+n)
			spellings[k][spelling]++
			if best := spellings[k][s.Text]; s.Text == "" || spellings[k][spelling] > best {
				s.Text = spelling
			}
		}
	}
}

// slice gives the text from the word i to the word j.
func (p *phrases) slice(i, j int) string {
	text := p.texts[p.words[i].text]
	return strings.Join(strings.Fields(text[p.words[i].start:p.words[j].end]), " ")
}
