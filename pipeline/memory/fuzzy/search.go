package fuzzy

import (
	"cmp"
	"slices"
	"sync"

	"hexaglot/pipeline/document"
)

// What a search costs at most: budget is how many entries are counted, verified
// how many are compared. Of those behind the first, sure ones, an entry is left
// out that shares less than half of what a hit shares.
const (
	budget   = 100_000
	verified = 500
	sure     = 32
	asked    = 256 // features of a query
)

// Hit is an entry that is similar to a text.
type Hit struct {
	ID         int64
	Similarity int // in percent, see Similarity
}

// Index is the segments of one language, searched as one. It is safe for use by
// many goroutines; its zero value is an empty index.
type Index struct {
	Segments []*Segment
	// Keep reports whether an entry is still in the memory; nil keeps all. It
	// is asked for hits only.
	Keep func(id int64) bool
	pool sync.Pool
}

// candidate is an entry of a segment that shares features with the query.
type candidate struct {
	segment  int
	entry    uint32
	score    uint16
	distance uint32 // from the entries of the query's length
}

// search is the state of one search, kept for the next one.
type search struct {
	signs, other []sign
	features     []feature
	lists        []list
	buf          []byte
	counts       []uint16 // of the entries from low on
	touched      []uint32
	candidates   []candidate
	codes        []document.Code
	hits         []Hit
}

// Search gives the entries whose similarity to c is at least threshold percent
// (1 to 100), the best first, equal ones by their ids, at most so many. The
// similarities are exact; an entry may be missed, see the package. Errors are
// those of Open.
func (x *Index) Search(c document.Content, threshold, most int) ([]Hit, error) {
	if most <= 0 || threshold > Equal {
		return nil, nil
	}
	s, _ := x.pool.Get().(*search)
	if s == nil {
		s = &search{}
	}
	if err := s.run(x, c, max(threshold, 1), most); err != nil {
		return nil, err
	}
	hits := slices.Clone(s.hits)
	x.pool.Put(s)
	return hits, nil
}

func (s *search) run(x *Index, c document.Content, threshold, most int) error {
	s.signs = spell(s.signs[:0], c)
	s.features = thin(distinct(trace(s.features[:0], s.signs, len(s.signs)*threshold/100)))
	s.candidates = s.candidates[:0]
	for i, segment := range x.Segments {
		if err := s.gather(i, segment, threshold, int64(max(budget/len(x.Segments), budget/16))); err != nil {
			return err
		}
	}
	s.candidates = best(s.candidates)
	s.hits = s.hits[:0]
	return s.verify(x, c, threshold, most)
}

// distinct orders features and takes out what comes twice.
func distinct(list []feature) []feature {
	slices.SortFunc(list, func(a, b feature) int { return cmp.Compare(a.hash, b.hash) })
	return slices.CompactFunc(list, func(a, b feature) bool { return a.hash == b.hash })
}

// thin keeps so many features that a search is bounded.
func thin(list []feature) []feature {
	if len(list) <= asked {
		return list
	}
	for i := range asked {
		list[i] = list[i*len(list)/asked]
	}
	return list[:asked]
}

// best keeps the candidates that are to be compared, the best first.
func best(list []candidate) []candidate {
	slices.SortFunc(list, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.distance, b.distance),
			cmp.Compare(a.segment, b.segment), cmp.Compare(a.entry, b.entry))
	})
	return list[:min(len(list), verified)]
}

// verify compares the candidates with the query and keeps the hits.
func (s *search) verify(x *Index, c document.Content, threshold, most int) error {
	p := newPattern(s.signs[:min(len(s.signs), Cap)])
	least, floor := threshold, uint16(0)
	for i, k := range s.candidates {
		if i >= sure && k.score < floor {
			break
		}
		id, other, buf, err := x.Segments[k.segment].record(s.buf, s.codes[:0], k.entry)
		s.buf = buf
		if err != nil {
			return err
		}
		s.codes = other.Codes
		similarity := s.compare(p, c, other, least)
		if similarity < least || x.Keep != nil && !x.Keep(id) {
			continue
		}
		s.keep(Hit{id, similarity}, most)
		floor = max(floor, k.score/2)
		if len(s.hits) == most {
			least = max(least, s.hits[most-1].Similarity)
		}
	}
	return nil
}

// compare gives the similarity of the query and another text, 0 where it is
// less than least.
func (s *search) compare(p *pattern, c, other document.Content, least int) int {
	s.other = spell(s.other[:0], other)
	n := max(len(s.signs), len(s.other))
	if n > Cap {
		return grade(c, other, s.signs, s.other, percent(distance(s.signs, s.other), n))
	}
	most := n * (Equal - least) / Equal
	d := p.distance(s.other, most)
	if d > most {
		return 0
	}
	return grade(c, other, s.signs, s.other, percent(d, n))
}

// keep puts a hit in its place; of an id that comes twice, the better one.
func (s *search) keep(h Hit, most int) {
	if i := slices.IndexFunc(s.hits, func(k Hit) bool { return k.ID == h.ID }); i >= 0 {
		if s.hits[i].Similarity >= h.Similarity {
			return
		}
		s.hits = slices.Delete(s.hits, i, i+1)
	}
	at, _ := slices.BinarySearchFunc(s.hits, h, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(b.Similarity, a.Similarity), cmp.Compare(a.ID, b.ID))
	})
	s.hits = slices.Insert(s.hits, at, h)
	s.hits = s.hits[:min(len(s.hits), most)]
}
