package glossary

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Match is one find: the bytes Start to End of the text given.
type Match struct {
	Concept    *Concept
	Term       *Term
	Start, End int

	// Others lists the other concepts that the same words can mean
	// (homographs such as "SG"), best first; usually nil.
	Others []Candidate
}

// Candidate is another reading of the words of a match.
type Candidate struct {
	Concept *Concept
	Term    *Term
}

// Find gives the terms in text, in order and without overlap: the longest
// first, then the one that stands further left. Where several terms fit the
// same words, the one spelled most alike wins, then the better status, then
// a verified term, then the earlier in the file.
func (m *Matcher) Find(text string) []Match {
	s := search{m: m, text: text, words: m.g.scan(text)}
	s.look()
	s.scan()
	return s.choose()
}

// search is the work on one text.
type search struct {
	m        *Matcher
	text     string
	words    []word
	readings []reading
	of       []int32 // readings[of[i]:of[i+1]] are those of words[i]
	path     []int   // the words of the term being followed
	hits     []hit
}

// hit is a spelling found at the words i to j.
type hit struct {
	i, j       int
	start, end int
	distance   int // from the spelling of the term: 0 the same letters
	*designation
}

// look reads every word up in the lexicon.
func (s *search) look() {
	s.of = make([]int32, len(s.words)+1)
	s.readings = make([]reading, 0, 2*len(s.words))
	for i, w := range s.words {
		s.readings = s.m.lex.readings(w, s.readings)
		s.of[i+1] = int32(len(s.readings))
	}
}

// scan follows the tree of terms from every word.
func (s *search) scan() {
	s.hits = make([]hit, 0, len(s.words)/2)
	for i := range s.words {
		s.path = s.path[:0]
		s.follow(0, i, 0)
	}
}

// follow steps from a node by the word i; skipped foreign words are behind it.
func (s *search) follow(at int32, i, skipped int) {
	if s.of[i] == s.of[i+1] {
		return
	}
	s.path = append(s.path, i)
	defer func() { s.path = s.path[:len(s.path)-1] }()
	for _, r := range s.readings[s.of[i]:s.of[i+1]] {
		if r.lead && at != 0 {
			continue
		}
		next, ok := s.m.edges[edge{at, r.id}]
		if !ok {
			continue
		}
		n := &s.m.nodes[next]
		for _, d := range n.entries {
			s.end(d, skipped)
		}
		if n.leaf {
			continue
		}
		for k := 0; k <= n.insert-skipped && i+1+k < len(s.words); k++ {
			if k > 0 && s.words[i+k].before&^(space|hyphen|apostrophe|slash) != 0 {
				break
			}
			s.follow(next, i+1+k, skipped+k)
		}
	}
}

// end notes that a spelling is complete, if what stands between its words and
// around them is as it should be.
func (s *search) end(d *designation, skipped int) {
	if skipped > d.term.Insert || !s.joined(d) {
		return
	}
	i, j := s.path[0], s.path[len(s.path)-1]
	h := hit{i: i, j: j, start: s.words[i].start, end: s.words[j].end, designation: d}
	if !s.m.bound(s.words, i, j, d) || !s.capitals(d) || !s.punctuation(&h) {
		return
	}
	h.distance = s.distance(d)
	s.hits = append(s.hits, h)
}

// joined reports whether the gaps inside the term are those that it allows.
func (s *search) joined(d *designation) bool {
	for k := 1; k < len(s.path); k++ {
		if s.words[s.path[k]].before&^d.gaps[k] != 0 {
			return false
		}
	}
	return true
}

// capitals reports whether the text has the capitals that the term insists on,
// and whether a term that spells an ordinary word does not stand among words in
// capitals.
func (s *search) capitals(d *designation) bool {
	if d.term.Word && (s.shouts(s.path[0]-1) || s.shouts(s.path[len(s.path)-1]+1)) {
		return false
	}
	if !d.term.Capital {
		return true
	}
	for k, i := range s.path {
		got := s.words[i].cased
		for _, want := range d.words[k].cased {
			r, size := utf8.DecodeRuneInString(got)
			if size > 0 && unicode.IsUpper(want) && !unicode.IsUpper(r) {
				return false
			}
			got = got[size:]
		}
	}
	return true
}

// shouts reports whether the word i is an ordinary word in capitals: four
// letters or more.
func (s *search) shouts(i int) bool {
	if i < 0 || i >= len(s.words) {
		return false
	}
	w := s.words[i].cased
	return utf8.RuneCountInString(w) >= 4 && strings.IndexFunc(w, func(r rune) bool { return !unicode.IsUpper(r) }) < 0
}

// punctuation checks what the term has before its first word and after its
// last, and takes it into the match: a stop, a colon and title marks are
// needed, quotation marks and brackets may be missing.
func (s *search) punctuation(h *hit) bool {
	for _, want := range h.tail {
		rest := s.text[h.end:]
		if want == ':' || want == '：' || gapOf[want] == quote {
			rest = strings.TrimLeft(rest, " \u00a0\u202f")
		}
		r, size := utf8.DecodeRuneInString(rest)
		if same(r, want) {
			h.end = len(s.text) - len(rest) + size
		} else if gapOf[want]&(stop|title) != 0 {
			return false
		}
	}
	for head := h.head; head != ""; {
		want, size := utf8.DecodeLastRuneInString(head)
		head = head[:len(head)-size]
		r, width := utf8.DecodeLastRuneInString(s.text[:h.start])
		if same(r, want) {
			h.start -= width
		} else if gapOf[want]&title != 0 {
			return false
		}
	}
	return true
}

// same reports whether two marks are the same but for their width and shape.
func same(a, b rune) bool {
	narrow := func(r rune) rune {
		if r >= '！' && r <= '～' {
			return r - '！' + '!'
		}
		return r
	}
	return narrow(a) == narrow(b) || gapOf[a] == quote && gapOf[b] == quote
}

// distance counts how the words found differ from the spelling: one for an
// inflected word, two for a missing accent.
func (s *search) distance(d *designation) int {
	n := 0
	for k, i := range s.path {
		switch got, want := s.words[i], d.words[k]; {
		case got.lower == want.lower:
		case got.folded == want.folded:
			n += 2
		case spells(got.lower, want.lower):
			n++
		default:
			n += inflected(got.lower, want.lower)
		}
	}
	return n
}

// inflected is the distance of two forms of a word: 1, and 2 more where an
// accent is missing.
func inflected(got, want string) int {
	for got != "" && want != "" {
		g, gs := utf8.DecodeRuneInString(got)
		w, ws := utf8.DecodeRuneInString(want)
		if g != w {
			if g == foldLatin(w) {
				return 3
			}
			break
		}
		got, want = got[gs:], want[ws:]
	}
	return 1
}

// choose takes the hits that stand, the longest first.
func (s *search) choose() []Match {
	if len(s.hits) == 0 {
		return nil
	}
	hits := s.without()
	slices.SortStableFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(b.end-b.start, a.end-a.start), cmp.Compare(a.start, b.start),
			cmp.Compare(a.distance, b.distance), cmp.Compare(a.term.rank(), b.term.rank()), cmp.Compare(a.order, b.order))
	})
	taken := make([]bool, len(s.words))
	out := make([]Match, 0, len(hits))
	for k, h := range hits {
		if slices.Contains(taken[h.i:h.j+1], true) {
			continue
		}
		for i := h.i; i <= h.j; i++ {
			taken[i] = true
		}
		out = append(out, h.match(hits[k+1:]))
	}
	slices.SortFunc(out, func(a, b Match) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// match gives the hit with its homographs, which follow it.
func (h hit) match(rest []hit) Match {
	out := Match{Concept: h.concept, Term: h.term, Start: h.start, End: h.end}
	for _, o := range rest {
		if o.i != h.i || o.j != h.j {
			break
		}
		known := func(c Candidate) bool { return c.Concept == o.concept }
		if o.concept != h.concept && !slices.ContainsFunc(out.Others, known) {
			out.Others = append(out.Others, Candidate{o.concept, o.term})
		}
	}
	return out
}

// without drops the exceptions and what they cover.
func (s *search) without() []hit {
	var exceptions []hit
	for _, h := range s.hits {
		if h.exception {
			exceptions = append(exceptions, h)
		}
	}
	return slices.DeleteFunc(s.hits, func(h hit) bool {
		return h.exception || slices.ContainsFunc(exceptions, func(e hit) bool {
			return e.concept == h.concept && e.i <= h.i && h.j <= e.j
		})
	})
}
