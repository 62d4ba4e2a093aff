package letter

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"hexaglot/pipeline/locale"
)

// Furniture is a table of pieces in several languages. It may be used by
// several goroutines.
type Furniture struct {
	layers []*layer                  // the editor's own first
	lines  map[language.Tag][]string // how place and date are put together
}

// layer is the entries of one origin.
type layer struct {
	entries []Entry
	indexes map[language.Tag]func() *index
}

// index finds the entries of a layer in one language.
type index struct {
	exact    map[string][]hit // by folded wording; those of labels begin with ":"
	patterns []pattern
}

// hit is a wording that was found.
type hit struct {
	entry    *Entry
	verified bool
}

type pattern struct {
	re    *regexp.Regexp
	label bool
	hit   hit
}

// Extend gives the furniture with an editor's rows laid over it: their wordings
// are found first, and count as verified. A row without a language takes it from
// the entry of the same role that shares a wording with it, or, where the role
// has one label alone, from that. The error is that of Row.Check.
func (f *Furniture) Extend(rows []Row) (*Furniture, error) {
	if len(rows) == 0 {
		return f, nil
	}
	var entries []Entry
	for _, r := range rows {
		if err := r.Check(); err != nil {
			return nil, err
		}
		e := r.entry(r.label(), editorial)
		f.complete(&e)
		entries = append(entries, e)
	}
	return &Furniture{layers: append([]*layer{newLayer(entries)}, f.layers...), lines: f.lines}, nil
}

// editorial is a wording that an editor gives and so verifies.
func editorial(text string) Wording { return Wording{Text: text, Verified: true} }

// Check refuses a row that no letter could use. The error is a *fault.Error:
// letter-role, letter-empty, letter-wording.
func (r Row) Check() error {
	if err := r.Role.check(); err != nil {
		return err
	}
	return r.entry(false, editorial).check()
}

// label reports whether the row stands before what it names.
func (r Row) label() bool {
	switch r.Role {
	case Reference, Subject, Annexes, Copy, Contact:
		return true
	case PlaceAndDate, Addressee:
		for _, texts := range r.each() {
			if len(texts) > 0 && !strings.HasSuffix(texts[0], ":") && !strings.HasSuffix(texts[0], "：") {
				return false
			}
		}
		return true
	}
	return false
}

// complete gives an editor's entry the languages that it does not have.
func (f *Furniture) complete(e *Entry) {
	model := f.model(e)
	if model == nil {
		return
	}
	for lang, wordings := range model.Wordings {
		if len(e.Wordings[lang]) == 0 {
			e.Wordings[lang] = wordings
		}
	}
}

// model gives the entry that an editor's entry is laid over.
func (f *Furniture) model(e *Entry) *Entry {
	for lang, wordings := range e.Wordings {
		for _, w := range wordings {
			for _, h := range f.find(fold(w.plain()), lang, e.Label) {
				if h.entry.Role == e.Role {
					return h.entry
				}
			}
		}
	}
	var only *Entry
	for _, l := range f.layers {
		for i := range l.entries {
			if known := &l.entries[i]; known.Role == e.Role && known.Label && e.Label {
				if only != nil {
					return nil
				}
				only = known
			}
		}
	}
	return only
}

func newLayer(entries []Entry) *layer {
	l := &layer{entries: entries, indexes: map[language.Tag]func() *index{}}
	for _, known := range locale.All() {
		l.indexes[known.Tag] = sync.OnceValue(func() *index { return l.index(known.Tag) })
	}
	return l
}

func (l *layer) index(lang language.Tag) *index {
	x := &index{exact: map[string][]hit{}}
	for i := range l.entries {
		e := &l.entries[i]
		for _, w := range e.Wordings[lang] {
			h := hit{e, w.Verified}
			if strings.ContainsAny(w.Text, "{}") {
				x.patterns = append(x.patterns, pattern{regexp.MustCompile(w.pattern()), e.Label, h})
				continue
			}
			key := fold(w.plain())
			if e.Label {
				before, _, _ := w.parts()
				key = ":" + fold(before)
			}
			x.add(key, h)
		}
	}
	return x
}

// add notes a hit; of two wordings of one entry that fold alike, the first.
func (x *index) add(key string, h hit) {
	if !slices.ContainsFunc(x.exact[key], func(o hit) bool { return o.entry == h.entry }) {
		x.exact[key] = append(x.exact[key], h)
	}
}

// find gives the entries that a folded text is a wording of: those of the first
// layer that has any.
func (f *Furniture) find(key string, lang language.Tag, label bool) []hit {
	if key == "" {
		return nil
	}
	for _, l := range f.layers {
		if hits := l.indexes[locale.Find(lang).Tag]().find(key, label); len(hits) > 0 {
			return hits
		}
	}
	return nil
}

func (x *index) find(key string, label bool) []hit {
	exact := key
	if label {
		exact = ":" + key
	}
	hits := slices.Clone(x.exact[exact])
	for _, p := range x.patterns {
		if p.label == label && p.re.MatchString(key) && !slices.ContainsFunc(hits, func(o hit) bool { return o.entry == p.hit.entry }) {
			hits = append(hits, p.hit)
		}
	}
	return hits
}

// write gives what the entries write in a language: the first's first wording.
// It is certain where all of them write the same, and both sides are verified.
func write(hits []hit, to language.Tag, choose func(Wording) bool) (text Wording, certain, ok bool) {
	for _, h := range hits {
		wordings := h.entry.Wordings[locale.Find(to).Tag]
		i := slices.IndexFunc(wordings, choose)
		switch {
		case i < 0:
		case !ok:
			text, certain, ok = wordings[i], h.verified && wordings[i].Verified, true
		case wordings[i].Text != text.Text:
			certain = false
		}
	}
	return text, certain, ok
}

func whatever(Wording) bool { return true }

// having gives the hits of a role.
func having(hits []hit, role func(Role) bool) []hit {
	return slices.DeleteFunc(slices.Clone(hits), func(h hit) bool { return !role(h.entry.Role) })
}
