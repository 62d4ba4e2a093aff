package messages

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

const (
	leastSimilarity = 55   // percent, of a message and the one that it replaces
	nearBonus       = 10   // percent, for one that stood in the same place
	near            = 2    // messages, between two places that count as the same
	postingBudget   = 4096 // pairs of a new message and an old one with a word in common that are counted
	shortlist       = 16   // old messages that are compared with a new one word by word
	maxWords        = 512  // of a text that are compared
	nowhere         = -1 << 30
)

// candidate is a message that may have replaced another, or been replaced.
type candidate struct {
	id, text string
	place    int // in the circular now, or nowhere
}

// pairing is a new message and the old one that it may have replaced.
type pairing struct {
	id, old string
	rank    int // similarity in percent, and a bonus for the place
	apart   int // messages between the two places
}

// match pairs new messages with old ones that share most of their words, at
// least 55 %. Each is used once; the most similar first, and among them the
// nearest. The work grows with the number of messages, not with its square.
func match(olds, news []candidate) []pairing {
	if len(olds) == 0 || len(news) == 0 {
		return nil
	}
	x := newIndex(olds)
	var all []pairing
	for _, c := range news {
		all = append(all, x.similar(c)...)
	}
	slices.SortStableFunc(all, func(a, b pairing) int {
		return cmp.Or(cmp.Compare(b.rank, a.rank), cmp.Compare(a.apart, b.apart))
	})
	used := map[string]bool{}
	done := map[string]bool{}
	return slices.DeleteFunc(all, func(m pairing) bool {
		if done[m.id] || used[m.old] {
			return true
		}
		done[m.id], used[m.old] = true, true
		return false
	})
}

// index finds old messages by their words.
type index struct {
	olds     []candidate
	words    [][]string
	postings map[string][]int
	shared   []int // words in common with the message that is looked up
}

func newIndex(olds []candidate) *index {
	x := &index{
		olds:     olds,
		words:    make([][]string, len(olds)),
		postings: make(map[string][]int),
		shared:   make([]int, len(olds)),
	}
	for i, c := range olds {
		x.words[i] = words(c.text)
		for _, word := range unique(x.words[i]) {
			x.postings[word] = append(x.postings[word], i)
		}
	}
	return x
}

// similar gives the old messages that c may have replaced.
func (x *index) similar(c candidate) []pairing {
	var out []pairing
	src := words(c.text)
	for _, i := range x.likely(src) {
		old := x.olds[i]
		rank := ratio(x.words[i], src)
		if rank < leastSimilarity {
			continue
		}
		apart := max(old.place-c.place, c.place-old.place)
		if apart <= near {
			rank += nearBonus
		}
		out = append(out, pairing{c.id, old.id, rank, apart})
	}
	return out
}

// likely gives the old messages that share the most words, counted from the
// rarest word on.
func (x *index) likely(src []string) []int {
	rare := unique(src)
	slices.SortStableFunc(rare, func(a, b string) int {
		return cmp.Compare(len(x.postings[a]), len(x.postings[b]))
	})
	var found []int
	budget := postingBudget
	for _, word := range rare {
		list := x.postings[word]
		list = list[:min(len(list), budget)]
		budget -= len(list)
		for _, i := range list {
			if x.shared[i] == 0 {
				found = append(found, i)
			}
			x.shared[i]++
		}
	}
	slices.SortStableFunc(found, func(a, b int) int { return cmp.Compare(x.shared[b], x.shared[a]) })
	for _, i := range found {
		x.shared[i] = 0
	}
	return found[:min(len(found), shortlist)]
}

func unique(words []string) []string {
	out := slices.Clone(words)
	slices.Sort(out)
	return slices.Compact(out)
}

// similarity gives how much of their words two texts share in the same order,
// in percent; 100 is for equal texts alone.
func similarity(a, b string) int {
	if a == b {
		return 100
	}
	return min(ratio(words(a), words(b)), 99)
}

// ratio gives twice the longest common subsequence over the sum of lengths, in
// percent.
func ratio(a, b []string) int {
	if len(a)+len(b) == 0 {
		return 100
	}
	return 200 * common(a, b) / (len(a) + len(b))
}

// common gives the length of the longest common subsequence.
func common(a, b []string) int {
	row := make([]int, len(b)+1)
	for _, word := range a {
		diagonal := 0
		for j, other := range b {
			above := row[j+1]
			if word == other {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			diagonal = above
		}
	}
	return row[len(b)]
}

// words gives the first words of text in lower case: its tokens but for white
// space.
func words(text string) []string {
	var out []string
	for len(text) > 0 && len(out) < maxWords {
		n := token(text)
		if word := strings.TrimSpace(text[:n]); word != "" {
			out = append(out, strings.ToLower(word))
		}
		text = text[n:]
	}
	return out
}

// token gives the bytes of the first token of text: a run of letters, marks
// and digits, one character of a script without spaces, a run of white space,
// or any other character.
func token(text string) int {
	var first func(rune) bool
	for i, r := range text {
		if first == nil {
			first = class(r)
			continue
		}
		if !first(r) {
			return i
		}
	}
	return len(text)
}

// class gives what continues a token that begins with r.
func class(r rune) func(rune) bool {
	switch {
	case inWord(r):
		return inWord
	case unicode.IsSpace(r):
		return unicode.IsSpace
	default:
		return unicode.IsMark
	}
}

func inWord(r rune) bool {
	if r < 0x80 {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)) && !unicode.In(r, unspaced...)
}

// unspaced are scripts that put no spaces between words (UAX 29, section 4).
var unspaced = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
}
