package main

import (
	"golang.org/x/text/language"

	"hexaglot/glossary"
	"hexaglot/messages"
	"hexaglot/pipeline"
	"hexaglot/pipeline/letter"
	"hexaglot/pipeline/memory"
)

// advisor says what the memory and the glossary know of the messages of a group
// of circulars.
type advisor struct {
	from    language.Tag
	base    *glossary.Termbase
	terms   *pipeline.Terms
	letters *letter.Furniture
	looks   map[string]*memory.Look // by message
	query   func(id, text string) memory.Query
	store   *memory.Store // nil: there is none
	err     error         // why the memory could not be read
}

// newAdvisor prepares the advice; contexts tells where each message stands.
func (t *tool) newAdvisor(p *project, g group, store *memory.Store, base *glossary.Termbase, terms *pipeline.Terms, contexts map[string][]memory.Context) *advisor {
	return &advisor{
		from: g.Lang, base: base, terms: terms, letters: p.letter, store: store, looks: map[string]*memory.Look{},
		query: func(id, text string) memory.Query {
			q := p.query(g.Lang, text)
			q.Contexts = contexts[id]
			return q
		},
	}
}

// contextsOf gives the contexts of each message of circulars.
func contextsOf(circulars []pipeline.Named) map[string][]memory.Context {
	out := map[string][]memory.Context{}
	for _, c := range circulars {
		segments := pipeline.Segments(c.Document)
		texts := make([]string, len(segments))
		for i, s := range segments {
			texts[i] = s.Source.String()
		}
		for i, s := range segments {
			out[s.ID] = append(out[s.ID], contextAt(texts, i))
		}
	}
	return out
}

// advise gives the advice on one message for the translators into a language,
// told in that language by voice: what the rules make of it, then what the
// memory knows. What is certain is accepted.
func (a *advisor) advise(voice *tool, m *messages.Source, before *messages.Before, to language.Tag) messages.Advice {
	filler := a.filler(to)
	advice := messages.Advice{Terms: append(a.terms.Lines(m.ID, to), filler.Lines(m)...)}
	offer := func(d messages.Draft, certain bool) {
		if certain && advice.Fill == nil {
			advice.Fill = &d
		}
		advice.Drafts = append(advice.Drafts, d)
	}
	for _, f := range filler.Fill(m, before) {
		offer(messages.Draft{Text: f.Text, Origin: voice.say("origin-" + f.Rule), Similarity: 100}, f.Certain)
	}
	for _, found := range a.matches(m, to) {
		draft := messages.Draft{Text: found.Text, Origin: voice.matchOrigin(found), Similarity: found.Similarity}
		if found.End > 0 {
			advice.Terms = append(advice.Terms, found.Source+" → "+found.Text+" ("+draft.Origin+")")
			continue
		}
		offer(draft, found.Certain)
	}
	return advice
}

func (a *advisor) filler(to language.Tag) pipeline.Filler {
	return pipeline.Filler{From: a.from, To: to, Furniture: a.letters, Glossary: a.base}
}

// matches asks the ladder. The first two rungs are the update's own: it knows
// the catalogs.
func (a *advisor) matches(m *messages.Source, to language.Tag) []memory.Match {
	look := a.looks[m.ID]
	if look == nil {
		look = a.store.Look(a.query(m.ID, m.Text))
		a.looks[m.ID] = look
	}
	look.To = to
	help(look, a.filler(to), m)
	found, err := look.Match()
	if err != nil {
		a.err = err
	}
	return found
}

// matchOrigin names the kind of a match and where it comes from.
func (t *tool) matchOrigin(m memory.Match) string {
	if m.Rule != "" {
		return t.say("origin-" + m.Rule)
	}
	return t.say("match-"+m.Kind) + " (" + m.Origin.Name + ")"
}
