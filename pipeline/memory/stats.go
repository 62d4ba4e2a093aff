package memory

import (
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// Stats counts what is in the memory.
type Stats struct {
	Entries    int
	Superseded int // translations that later ones have replaced
	Bytes      int64
	Pairs      []Pair
	Origins    []Count
}

// Pair counts the translations from one language into another.
type Pair struct {
	From, To language.Tag
	Statuses map[Status]int
}

// Count counts the entries of an origin.
type Count struct {
	Origin  Origin
	Entries int
}

// Stats reads the whole memory, and looks for damage while it counts.
func (s *Store) Stats() (Stats, error) {
	if err := verify(s.db); err != nil {
		return Stats{}, s.tell(err)
	}
	var out Stats
	row := s.db.QueryRow("SELECT (SELECT count(*) FROM superseded), page_count * page_size FROM pragma_page_count, pragma_page_size")
	if err := row.Scan(&out.Superseded, &out.Bytes); err != nil {
		return out, s.tell(err)
	}
	pairs, origins := map[[2]language.Tag]map[Status]int{}, map[Origin]int{}
	for e, err := range s.All(0) {
		if err != nil {
			return out, err
		}
		out.Entries++
		origins[e.Origin]++
		for _, t := range e.Translations {
			key := [2]language.Tag{e.Lang, t.Lang}
			if pairs[key] == nil {
				pairs[key] = map[Status]int{}
			}
			pairs[key][t.Status]++
		}
	}
	for key, statuses := range pairs {
		out.Pairs = append(out.Pairs, Pair{key[0], key[1], statuses})
	}
	slices.SortFunc(out.Pairs, func(a, b Pair) int { return strings.Compare(a.label(), b.label()) })
	for _, o := range slices.SortedFunc(maps.Keys(origins), func(a, b Origin) int {
		return strings.Compare(string(a.Kind)+a.Name, string(b.Kind)+b.Name)
	}) {
		out.Origins = append(out.Origins, Count{o, origins[o]})
	}
	return out, nil
}

func (p Pair) label() string { return p.From.String() + " " + p.To.String() }
