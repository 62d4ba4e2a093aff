package glossary

import (
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// Conflict is a place where two termbases contradict each other: which term of
// a type to write, or whether a term may be written at all. The later one won.
type Conflict struct {
	Concept       string       // its id
	Lang          language.Tag // of the terms
	Before, After *Term        // as the earlier and the later termbase have them
}

// Merge lays termbases over each other and leaves them as they are. A later
// one wins concept by concept and term by term: what it says of a concept
// replaces what was said, its terms replace those of the same words and stand
// before the others, and a term that was preferred becomes admitted where the
// later termbase prefers another of the same type. Everything else stays.
//
// A single termbase is its own merger; none gives an empty one.
func Merge(bases ...*Termbase) (*Termbase, []Conflict) {
	if len(bases) == 1 {
		return bases[0], nil
	}
	out := &Termbase{byID: map[string]*Concept{}}
	at := map[string]int{}
	var conflicts []Conflict
	for _, b := range bases {
		for c := range b.All() {
			i, ok := at[c.ID]
			if !ok {
				at[c.ID] = len(out.Concepts)
				out.Concepts = append(out.Concepts, c)
				out.byID[c.ID] = c
				continue
			}
			merged, more := mergeConcepts(out.Concepts[i], c)
			out.Concepts[i], out.byID[c.ID] = merged, merged
			conflicts = append(conflicts, more...)
		}
	}
	return out, conflicts
}

// mergeConcepts gives a new concept with what both say; the later one wins.
func mergeConcepts(before, after *Concept) (*Concept, []Conflict) {
	out := *after
	for field, old := range map[*string]string{
		&out.Subject: before.Subject, &out.POS: before.POS, &out.Definition: before.Definition, &out.Note: before.Note,
	} {
		if *field == "" {
			*field = old
		}
	}
	out.Terms = maps.Clone(before.Terms)
	if out.Terms == nil {
		out.Terms = map[language.Tag][]*Term{}
	}
	var conflicts []Conflict
	langs := slices.SortedFunc(maps.Keys(after.Terms), func(a, b language.Tag) int { return strings.Compare(a.String(), b.String()) })
	for _, lang := range langs {
		terms, pairs := mergeTerms(before.Terms[lang], after.Terms[lang])
		out.Terms[lang] = terms
		for _, p := range pairs {
			conflicts = append(conflicts, Conflict{Concept: out.ID, Lang: lang, Before: p[0], After: p[1]})
		}
	}
	return &out, conflicts
}

// mergeTerms gives the later terms and those of the earlier that they leave,
// and the pairs that contradict each other.
func mergeTerms(before, after []*Term) (terms []*Term, conflicts [][2]*Term) {
	terms = slices.Clone(after)
	for _, old := range before {
		if now := sameTerm(after, old); now != nil {
			if now.Usable() != old.Usable() {
				conflicts = append(conflicts, [2]*Term{old, now})
			}
			continue
		}
		if rival := preferredOf(after, old.Type); rival != nil && old.Status == Preferred {
			conflicts = append(conflicts, [2]*Term{old, rival})
			demoted := *old
			demoted.Status = Admitted
			old = &demoted
		}
		terms = append(terms, old)
	}
	return terms, conflicts
}

// sameTerm gives the term of the same words, or nil.
func sameTerm(terms []*Term, t *Term) *Term {
	for _, o := range terms {
		if o.Text == t.Text && o.Type == t.Type {
			return o
		}
	}
	return nil
}

// preferredOf gives the first preferred term of a type, or nil.
func preferredOf(terms []*Term, typ Type) *Term {
	for _, t := range terms {
		if t.Type == typ && t.Status == Preferred {
			return t
		}
	}
	return nil
}
