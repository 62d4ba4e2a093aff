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
	steps    int     // that may still be taken from this word
	d        designation
	hits     []hit
}

// hit is a spelling found at the words i to j.
type hit struct {
	i, j       int
	start, end int
	distance   int // from the spelling of the term: 0 the same letters
	concept    int // its place in the termbase
	term       int // its place in the concept's language
	traits
}

// look reads every word up in the lexicon.
func (s *search) look() {
	s.of = make([]int32, len(s.words)+1)
	s.readings = make([]reading, 0, 2*len(s.words))
	for i, w := range s.words {
		s.readings = s.m.readings(w, s.readings)
		s.of[i+1] = int32(len(s.readings))
	}
}

// maxSteps bounds the ways through the tree from one word: real terms take a
// few dozen, a hostile termbase can have any number.
const maxSteps = 1 << 12

// scan follows the tree of terms from every word.
func (s *search) scan() {
	s.hits = make([]hit, 0, len(s.words)/2)
	for i := range s.words {
		s.path, s.steps = s.path[:0], maxSteps
		s.follow(0, i, 0)
	}
}

// follow steps from a node by the word i; skipped foreign words are behind it.
func (s *search) follow(at uint32, i, skipped int) {
	if s.of[i] == s.of[i+1] || s.steps == 0 {
		return
	}
	s.steps--
	s.path = append(s.path, i)
	defer func() { s.path = s.path[:len(s.path)-1] }()
	for _, r := range s.readings[s.of[i]:s.of[i+1]] {
		if r.lead && at != 0 {
			continue
		}
		next, label, ok := s.m.tree.step(at, uint32(r.id))
		if !ok {
			continue
		}
		for c := s.m.tree.spellings(next); c != ""; {
			s.m.tree.read(&c, len(s.path), &s.d)
			s.end(&s.d, skipped)
		}
		if label&labelLeaf != 0 {
			continue
		}
		insert := int(label >> labelInsert & maxInsert)
		for k := 0; k <= insert-skipped && i+1+k < len(s.words); k++ {
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
	if skipped > d.insert() || !s.joined(d) {
		return
	}
	i, j := s.path[0], s.path[len(s.path)-1]
	h := hit{i: i, j: j, start: s.words[i].start, end: s.words[j].end, concept: d.concept, term: d.term, traits: d.traits}
	if !s.m.bound(s.words, i, j, d) || !s.capitals(d) || !s.punctuation(&h, d) {
		return
	}
	h.distance = s.distance(d)
	s.hits = append(s.hits, h)
}

// joined reports whether the gaps inside the term are those that it allows.
func (s *search) joined(d *designation) bool {
	for k := 1; k < len(s.path); k++ {
		if s.words[s.path[k]].before&^d.gap(k) != 0 {
			return false
		}
	}
	return true
}

// capitals reports whether the text has the capitals that the term insists on,
// and whether a term that spells an ordinary word does not stand among words in
// capitals.
func (s *search) capitals(d *designation) bool {
	if d.has(ordinary) && (s.shouts(s.path[0]-1) || s.shouts(s.path[len(s.path)-1]+1)) {
		return false
	}
	if !d.has(capital) {
		return true
	}
	for k, i := range s.path {
		got := s.words[i].cased
		for _, want := range s.m.tree.words.at(d.words[k]) {
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
func (s *search) punctuation(h *hit, d *designation) bool {
	for _, want := range d.tail {
		rest := strings.TrimLeftFunc(s.text[h.end:], ignorable)
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
	for head := d.head; head != ""; {
		want, size := utf8.DecodeLastRuneInString(head)
		head = head[:len(head)-size]
		before := strings.TrimRightFunc(s.text[:h.start], ignorable)
		r, width := utf8.DecodeLastRuneInString(before)
		if same(r, want) {
			h.start = len(before) - width
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
		got, cased := s.words[i], s.m.tree.words.at(d.words[k])
		if got.cased == cased {
			continue
		}
		switch lower, folded := s.m.g.spell(cased); {
		case got.lower == lower:
		case got.folded == folded:
			n += 2
		case spells(got.lower, lower):
			n++
		default:
			n += inflected(got.lower, lower)
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
			cmp.Compare(a.distance, b.distance), cmp.Compare(a.rank(), b.rank()),
			cmp.Compare(a.concept, b.concept), cmp.Compare(a.term, b.term))
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
		if m := s.match(h, hits[k+1:]); m.Concept != nil {
			out = append(out, m)
		}
	}
	slices.SortFunc(out, func(a, b Match) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// match gives the hit with its homographs, which follow it.
func (s *search) match(h hit, rest []hit) Match {
	best := s.m.candidate(h)
	out := Match{Concept: best.Concept, Term: best.Term, Start: h.start, End: h.end}
	for _, o := range rest {
		if o.i != h.i || o.j != h.j {
			break
		}
		other := s.m.candidate(o)
		known := func(c Candidate) bool { return c.Concept == other.Concept }
		if o.concept != h.concept && other.Concept != nil && !slices.ContainsFunc(out.Others, known) {
			out.Others = append(out.Others, other)
		}
	}
	return out
}

// candidate gives the concept and the term of a hit; none where a compiled
// termbase is damaged.
func (m *Matcher) candidate(h hit) Candidate {
	c := m.concept(h.concept)
	if c == nil || uint(h.term) >= uint(len(c.Terms[m.lang])) {
		return Candidate{}
	}
	return Candidate{c, c.Terms[m.lang][h.term]}
}

// without drops the exceptions and what they cover.
func (s *search) without() []hit {
	var exceptions []hit
	for _, h := range s.hits {
		if h.has(exception) {
			exceptions = append(exceptions, h)
		}
	}
	return slices.DeleteFunc(s.hits, func(h hit) bool {
		return h.has(exception) || slices.ContainsFunc(exceptions, func(e hit) bool {
			return e.concept == h.concept && e.i <= h.i && h.j <= e.j
		})
	})
}
