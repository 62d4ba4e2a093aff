package glossary

import (
	"math"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// bracketedAbbr finds an abbreviation alone in brackets.
var bracketedAbbr = regexp.MustCompile(`[(（]\s*["“«]?\s*([\p{Lu}][\p{L}\d]*(?:[-/][\p{L}\d]+)*)\s*["”»]?\s*[)）]`)

// maxExpansion is how many words before the bracket are looked at, or how many
// Chinese characters.
const maxExpansion = 12

// explained adds to the candidates the terms that a text explains by an
// abbreviation, or notes the abbreviation of those that are there.
func explained(p *phrases, out []Suggestion) []Suggestion {
	at := map[string]int{}
	for i, s := range out {
		at[p.key(s.Text)] = i
	}
	from := 0
	for i, text := range p.texts {
		for from < len(p.words) && p.words[from].text < i {
			from++
		}
		for _, m := range bracketedAbbr.FindAllStringSubmatchIndex(text, -1) {
			abbr := text[m[2]:m[3]]
			term := p.expansion(i, from, m[0], abbr)
			if !abbreviates(abbr) || term == "" {
				continue
			}
			k, ok := at[p.key(term)]
			if !ok {
				k = len(out)
				at[p.key(term)] = k
				out = append(out, Suggestion{Text: term})
			}
			out[k].explain(abbr, i)
		}
	}
	for i := range out {
		if s := &out[i]; s.Score == 0 {
			s.Score = math.Round(100*float64(s.Count)*math.Log2(float64(len(p.g.scan(s.Text)))+1)) / 100
		}
	}
	return out
}

// explain notes that the text i explains the term; what was no candidate before
// counts these places.
func (s *Suggestion) explain(abbr string, i int) {
	if s.Abbr == "" {
		s.Abbr = abbr
	}
	if s.Score > 0 {
		return
	}
	s.Count++
	if len(s.Texts) == 0 || s.Texts[len(s.Texts)-1] != i {
		s.Texts = append(s.Texts, i)
	}
}

// abbreviates reports whether a word looks like an abbreviation: two capitals
// at least, and at most ten characters.
func abbreviates(word string) bool {
	capitals := 0
	for _, r := range word {
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	return capitals > 1 && utf8.RuneCountInString(word) <= 10
}

// key gives what the forms of a term share.
func (p *phrases) key(term string) string {
	var b strings.Builder
	for _, w := range p.g.scan(term) {
		stem, _ := p.stem(w)
		b.WriteString(stem + " ")
	}
	return b.String()
}

// expansion gives the term that stands before the byte end of the text i, whose
// words begin at from: the words whose initials are those of the abbreviation,
// else all back to a word that no term has.
func (p *phrases) expansion(i, from, end int, abbr string) string {
	last := from
	for last < len(p.words) && p.words[last].text == i && p.words[last].end <= end {
		last++
	}
	last--
	if last < from || !p.touches(last, end) {
		return ""
	}
	first := last
	for first > from && last-first < maxExpansion-1 && p.words[first].joins {
		first--
	}
	for k := last; k >= first; k-- {
		if p.initials(k, last, abbr) {
			return p.slice(k, last)
		}
	}
	return p.run(first, last)
}

// touches reports whether nothing but space stands between a word and end.
func (p *phrases) touches(word, end int) bool {
	w := p.words[word]
	return strings.Trim(p.texts[w.text][w.end:end], " \u00a0\u202f\"”»") == ""
}

// initials reports whether the words from k to last, function words aside, give
// the letters of the abbreviation in their order.
func (p *phrases) initials(k, last int, abbr string) bool {
	var letters []rune
	for _, r := range abbr {
		if unicode.IsUpper(r) {
			letters = append(letters, p.g.fold(unicode.ToLower(r)))
		}
	}
	if firstRune(p.words[k].folded) != letters[0] {
		return false
	}
	n := 0
	for ; k <= last && n < len(letters); k++ {
		if firstRune(p.words[k].folded) == letters[n] {
			n++
		}
	}
	return n == len(letters)
}

// run gives the words up to last that can be a term, if there are two.
func (p *phrases) run(first, last int) string {
	k := last
	for k >= first && p.words[k].stem != 0 && (k == last || p.words[k+1].joins) {
		k--
	}
	for k++; k <= last && !p.words[k].edge; k++ {
		continue
	}
	if last-k+1 < p.shortest() || !p.words[last].edge {
		return ""
	}
	return p.slice(k, last)
}
