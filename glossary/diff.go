package glossary

import (
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// Change is a term that differs between two termbases: Before is nil where it
// was added, After where it was removed.
type Change struct {
	Concept       string // its id
	Lang          language.Tag
	Before, After *Term
}

// Diff lists the terms that differ between two termbases, concept by concept in
// the order of the newer one, those that it lost last; languages in the order
// of their codes. A term that took the place of another of its type and status
// is one change. Notes, sources and the order of a file are none, unless the
// order decides which term is written.
func Diff(old, now *Termbase) []Change {
	var out []Change
	for c := range now.All() {
		out = append(out, diffConcepts(old.Concept(c.ID), c)...)
	}
	for c := range old.All() {
		if now.Concept(c.ID) == nil {
			out = append(out, diffConcepts(c, nil)...)
		}
	}
	return out
}

// diffConcepts compares two states of a concept; one of them may be nil.
func diffConcepts(old, now *Concept) []Change {
	if old == nil {
		old = &Concept{ID: now.ID}
	}
	if now == nil {
		now = &Concept{ID: old.ID}
	}
	langs := slices.Collect(maps.Keys(now.Terms))
	for lang := range old.Terms {
		if _, ok := now.Terms[lang]; !ok {
			langs = append(langs, lang)
		}
	}
	slices.SortFunc(langs, func(a, b language.Tag) int { return strings.Compare(a.String(), b.String()) })
	var out []Change
	for _, lang := range langs {
		for _, c := range diffTerms(old, now, lang) {
			c.Concept, c.Lang = now.ID, lang
			out = append(out, c)
		}
	}
	return out
}

// diffTerms pairs the terms that differ: those of the same words first, then
// those of one type and status.
func diffTerms(old, now *Concept, lang language.Tag) []Change {
	var out []Change
	var removed []*Term
	added := slices.Clone(now.Terms[lang])
	for _, t := range old.Terms[lang] {
		switch i := indexTerm(added, func(o *Term) bool { return o.Text == t.Text && o.Type == t.Type }); {
		case i < 0:
			removed = append(removed, t)
		default:
			if !equalTerms(t, added[i]) {
				out = append(out, Change{Before: t, After: added[i]})
			}
			added = slices.Delete(added, i, i+1)
		}
	}
	for _, t := range removed {
		c := Change{Before: t}
		if i := indexTerm(added, func(o *Term) bool { return o.Status == t.Status && o.Type == t.Type }); i >= 0 {
			c.After = added[i]
			added = slices.Delete(added, i, i+1)
		}
		out = append(out, c)
	}
	for _, t := range added {
		out = append(out, Change{After: t})
	}
	if before, after := old.Preferred(lang), now.Preferred(lang); len(out) == 0 && before != nil && before.Text != after.Text {
		out = append(out, Change{Before: before, After: after})
	}
	return out
}

func indexTerm(terms []*Term, ok func(*Term) bool) int { return slices.IndexFunc(terms, ok) }

// equalTerms reports whether two terms are written and found alike.
func equalTerms(a, b *Term) bool {
	return a.Status == b.Status && a.Gender == b.Gender && a.Number == b.Number &&
		slices.Equal(a.Forms, b.Forms) && slices.Equal(a.Except, b.Except) &&
		a.Insert == b.Insert && a.Exact == b.Exact && a.Capital == b.Capital && a.Word == b.Word && a.Silent == b.Silent
}

// Impact finds the segments that the changes between two termbases touch.
type Impact struct {
	old, now *Termbase
	changed  map[string]map[language.Tag]bool // languages by concept
}

// NewImpact prepares the search for what changes, as Diff gives them, touch.
func NewImpact(old, now *Termbase, changes []Change) *Impact {
	i := &Impact{old: old, now: now, changed: map[string]map[language.Tag]bool{}}
	for _, c := range changes {
		if i.changed[c.Concept] == nil {
			i.changed[c.Concept] = map[language.Tag]bool{}
		}
		i.changed[c.Concept][c.Lang] = true
	}
	return i
}

// Touched gives the ids of the changed concepts that a segment and its
// translation name, by the older termbase or by the newer one, if the change is
// in one of their languages; in the order in which they stand.
func (i *Impact) Touched(src, trg string, from, to language.Tag) []string {
	from, to = base(from), base(to)
	var out []string
	for _, side := range []struct {
		text string
		lang language.Tag
	}{{src, from}, {trg, to}} {
		for _, b := range []*Termbase{i.old, i.now} {
			for _, m := range b.Matcher(side.lang).Find(side.text) {
				for _, c := range m.Concepts() {
					langs := i.changed[c.ID]
					if (langs[from] || langs[to]) && !slices.Contains(out, c.ID) {
						out = append(out, c.ID)
					}
				}
			}
		}
	}
	return out
}
