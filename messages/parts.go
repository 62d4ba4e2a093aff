package messages

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	leastContained = 80 // percent of the words of a part that the whole must have, in their order
	leastWhole     = 70 // similarity, in percent, of the parts together and the whole
	leastPartWords = 2  // words of a part
)

// whole is a message and the consecutive ones that it was cut into, or made of.
type whole struct {
	id    string
	parts []string // in the order of the circular
}

// divided finds which of wholes consist of several of parts: each part has its
// words in the whole, the parts follow each other, and together they are the
// whole. paired gives the part that a whole is known to go with, "" for none.
func divided(wholes, parts []candidate, taken func(part string) bool, paired func(whole string) string) []whole {
	if len(wholes) == 0 || len(parts) < 2 {
		return nil
	}
	x := newIndex(wholes)
	found := make([][]candidate, len(wholes))
	for _, c := range parts {
		if c.place == nowhere || taken(c.id) {
			continue
		}
		if i := x.container(c); i >= 0 {
			found[i] = append(found[i], c)
		}
	}
	byID := make(map[string]candidate, len(parts))
	for _, c := range parts {
		byID[c.id] = c
	}
	var out []whole
	for i, list := range found {
		if len(list) == 0 {
			continue
		}
		if c, ok := byID[paired(wholes[i].id)]; ok {
			list = append(list, c)
		}
		if list = consecutive(list); len(list) > 1 && ratio(joinedWords(list), x.words[i]) >= leastWhole {
			out = append(out, whole{wholes[i].id, ids(list)})
		}
	}
	return out
}

// container gives the message of the index that has nearly all words of c in
// their order, or -1.
func (x *index) container(c candidate) int {
	part := words(c.text)
	if len(part) < leastPartWords {
		return -1
	}
	for _, i := range x.likely(part) {
		if len(x.words[i]) > len(part) && 100*common(part, x.words[i]) >= leastContained*len(part) {
			return i
		}
	}
	return -1
}

// consecutive gives the first run of candidates that stand behind each other.
func consecutive(list []candidate) []candidate {
	slices.SortFunc(list, func(a, b candidate) int { return cmp.Compare(a.place, b.place) })
	for start := 0; start < len(list); {
		end := start + 1
		for end < len(list) && list[end].place-list[end-1].place <= 1 {
			end++
		}
		if end-start > 1 {
			return list[start:end]
		}
		start = end
	}
	return nil
}

func joinedWords(list []candidate) []string {
	var out []string
	for _, c := range list {
		out = append(out, words(c.text)...)
	}
	return out
}

func ids(list []candidate) []string {
	out := make([]string, len(list))
	for i, c := range list {
		out[i] = c.id
	}
	return out
}

// pairParts finds the messages that were cut into several, and those that were
// made of several.
func (p *Plan) pairParts(olds, news []candidate) {
	isNew := func(id string) bool { return p.previous[id] != "" }
	newOf := map[string]string{}
	for id, old := range p.previous {
		newOf[old] = id
	}
	for _, w := range divided(olds, news, isNew, func(old string) string { return newOf[old] }) {
		for _, id := range w.parts {
			p.previous[id] = w.id
		}
		p.replaced[w.id] = true
	}
	isOld := func(id string) bool { return p.replaced[id] }
	for _, w := range divided(news, olds, isOld, func(id string) string { return p.previous[id] }) {
		p.joined[w.id] = w.parts
		p.previous[w.id] = w.parts[0]
		for _, id := range w.parts {
			p.replaced[id] = true
		}
	}
}

// joinBefore gives messages and their translations one after the other, as one;
// the codes of each count on from those before.
func joinBefore(all []Before) *Before {
	out := all[0]
	for _, next := range all[1:] {
		n := lastCode(out.Source)
		out.Source = joinText(out.Source, countOn(next.Source, n))
		out.Translation = joinText(out.Translation, countOn(next.Translation, n))
	}
	return &out
}

// joinText puts two texts one after the other, with a space between them where
// their script has spaces.
func joinText(a, b string) string {
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	if unicode.In(last, unspaced...) || unicode.In(first, unspaced...) || fullWidth(last) {
		return a + b
	}
	return strings.TrimRight(a, " ") + " " + strings.TrimLeft(b, " ")
}

// fullWidth reports whether r is punctuation of the width of a Han character.
func fullWidth(r rune) bool { return r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xff60 }

var codeNumber = regexp.MustCompile(`(</?[a-z]{1,12})([1-9][0-9]{0,3})(/?>)`)

// lastCode gives the highest number of the codes in text, 0 for none.
func lastCode(text string) (highest int) {
	for _, m := range codeNumber.FindAllStringSubmatch(text, -1) {
		n, _ := strconv.Atoi(m[2])
		highest = max(highest, n)
	}
	return highest
}

// countOn gives text with n added to the number of each code.
func countOn(text string, n int) string {
	return codeNumber.ReplaceAllStringFunc(text, func(code string) string {
		m := codeNumber.FindStringSubmatch(code)
		number, _ := strconv.Atoi(m[2])
		return m[1] + strconv.Itoa(number+n) + m[3]
	})
}
