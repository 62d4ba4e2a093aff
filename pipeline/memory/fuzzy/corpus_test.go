package fuzzy

import (
	"cmp"
	"embed"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"hexaglot/pipeline/document"
)

//go:embed testdata/??.txt
var tables embed.FS

var six = []string{"ar", "en", "es", "fr", "ru", "zh"}

// writer composes segments as those of international organizations, the same
// for the same seed. Its words are those of the tables and coined ones, all
// drawn by Zipf's law; one segment in five is an edited copy of an earlier one.
type writer struct {
	*rand.Rand
	space   string
	phrases map[string][]string
	coined  []string
	recent  []string
}

// coinedWords is how many words a language has besides those of its table.
const coinedWords = 60_000

func newWriter(t testing.TB, lang string, seed uint64) *writer {
	t.Helper()
	data, err := tables.ReadFile("testdata/" + lang + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	w := &writer{Rand: rand.New(rand.NewPCG(seed, uint64(len(lang)))), space: " ", phrases: map[string][]string{}}
	if lang == "zh" {
		w.space = ""
	}
	var words []string
	for line := range strings.SplitSeq(string(data), "\n") {
		if kind, text, ok := strings.Cut(line, " | "); ok && line[0] != '#' {
			w.phrases[kind] = append(w.phrases[kind], text)
			words = append(words, strings.FieldsFunc(text, func(c rune) bool { return !unicode.IsLetter(c) })...)
		}
	}
	slices.Sort(words)
	w.coin(slices.Compact(words))
	return w
}

// coin makes words of the halves of others, of all words the same for any seed.
func (w *writer) coin(words []string) {
	r := rand.New(rand.NewPCG(7, 7))
	half := func(word string) ([]rune, []rune) {
		c := []rune(word)
		return c[:(len(c)+1)/2], c[len(c)/2:]
	}
	for range coinedWords {
		head, _ := half(words[r.IntN(len(words))])
		middle, _ := half(words[r.IntN(len(words))])
		_, tail := half(words[r.IntN(len(words))])
		word := append(slices.Clone(head), tail...)
		if w.space != "" && r.IntN(2) == 0 {
			word = slices.Concat(head, middle, tail)
		}
		w.coined = append(w.coined, string(word))
	}
}

// zipf draws a number below n: the number k as often as 1/(k+1) says.
func (w *writer) zipf(n int) int {
	return min(int(math.Exp(w.Float64()*math.Log(float64(n+1))))-1, n-1)
}

func (w *writer) word() string { return w.coined[w.zipf(len(w.coined))] }

func (w *writer) phrase(kind string) string {
	list := w.phrases[kind]
	text := list[w.zipf(len(list))]
	for strings.Contains(text, "{") {
		text = strings.Replace(text, "{n}", strconv.Itoa(1+w.zipf(900)), 1)
		text = strings.Replace(text, "{y}", strconv.Itoa(2030-w.zipf(60)), 1)
		text = strings.Replace(text, "{name}", w.word(), 1)
	}
	return text
}

// segment writes the next one.
func (w *writer) segment() string {
	if len(w.recent) > 0 && w.IntN(5) == 0 {
		return w.change(w.recent[w.IntN(len(w.recent))], 0.1)
	}
	text := w.compose()
	if len(w.recent) < 4096 {
		w.recent = append(w.recent, text)
	} else {
		w.recent[w.IntN(len(w.recent))] = text
	}
	return text
}

func (w *writer) compose() string {
	if w.IntN(12) == 0 {
		return w.phrase("term") + w.space + w.word()
	}
	parts := []string{w.phrase("opening"), w.phrase("verb"), w.phrase("term")}
	for range 1 + w.IntN(4) {
		parts = append(parts, w.phrase("link"))
		if w.IntN(2) == 0 {
			parts = append(parts, w.phrase("term"))
		}
		for range w.IntN(5) {
			parts = append(parts, w.word())
		}
	}
	parts = append(parts, w.phrase("tail"))
	return strings.Join(parts, w.space) + "."
}

// units cuts a text into what edits change: words, or characters.
func (w *writer) units(text string) []string {
	if w.space != "" {
		return strings.Split(text, w.space)
	}
	return strings.Split(text, "")
}

// unit is a new word, or a character of one.
func (w *writer) unit() string {
	word := w.word()
	if w.space != "" {
		return word
	}
	c := []rune(word)
	return string(c[w.IntN(len(c))])
}

// change replaces a share of the words.
func (w *writer) change(text string, share float64) string {
	units := w.units(text)
	for range max(1, int(share*float64(len(units))+0.5)) {
		units[w.IntN(len(units))] = w.unit()
	}
	return strings.Join(units, w.space)
}

// insert puts words in or takes them out.
func (w *writer) insert(text string, share float64) string {
	units := w.units(text)
	for range max(1, int(share*float64(len(units))+0.5)) {
		at := w.IntN(len(units))
		if w.IntN(2) == 0 && len(units) > 1 {
			units = slices.Delete(units, at, at+1)
		} else {
			units = slices.Insert(units, at, w.unit())
		}
	}
	return strings.Join(units, w.space)
}

// mistype doubles, drops or swaps letters, or takes another, in a share of the
// words.
func (w *writer) mistype(text string, share float64) string {
	units := w.units(text)
	for range max(1, int(share*float64(len(units))+0.5)) {
		at := w.IntN(len(units))
		units[at] = w.typo([]rune(units[at]))
	}
	return strings.Join(units, w.space)
}

func (w *writer) typo(c []rune) string {
	if len(c) == 0 {
		return "x"
	}
	at := w.IntN(len(c))
	switch w.IntN(4) {
	case 0:
		c = slices.Insert(c, at, c[at])
	case 1:
		c = slices.Delete(c, at, at+1)
	case 2:
		c[at], c[len(c)-1] = c[len(c)-1], c[at]
	default:
		c[at] = []rune(w.word())[0]
	}
	return string(c)
}

// edits are the kinds of queries.
var edits = []struct {
	name string
	edit func(*writer, string) string
}{
	{"words", func(w *writer, s string) string { return w.change(s, 0.1+0.1*w.Float64()) }},
	{"typos", func(w *writer, s string) string { return w.mistype(s, 0.1+0.15*w.Float64()) }},
	{"inserts", func(w *writer, s string) string { return w.insert(s, 0.1+0.1*w.Float64()) }},
	{"both", func(w *writer, s string) string { return w.mistype(w.change(s, 0.1), 0.1) }},
}

// bruteForce compares a text with every other one.
type bruteForce struct{ signs [][]sign }

func newBruteForce(texts []string) *bruteForce {
	b := &bruteForce{signs: make([][]sign, len(texts))}
	for i, text := range texts {
		b.signs[i] = spell(nil, document.Content{Text: text})
	}
	return b
}

// best gives the entry that is the most similar of those that are similar
// enough; Similarity is 0 where there is none.
func (b *bruteForce) best(texts []string, query string, threshold int) (best Hit) {
	c := document.Content{Text: query}
	signs := spell(nil, c)
	p := newPattern(signs)
	for i, other := range b.signs {
		n := max(len(signs), len(other))
		most := n * (Equal - max(threshold, best.Similarity)) / Equal
		d := p.distance(other, most)
		if d > most {
			continue
		}
		h := Hit{int64(i), grade(c, document.Content{Text: texts[i]}, signs, other, percent(d, n))}
		if h.Similarity >= threshold && cmp.Compare(h.Similarity, best.Similarity) > 0 {
			best = h
		}
	}
	return best
}
