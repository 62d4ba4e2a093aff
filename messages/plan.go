package messages

import (
	"strings"

	"golang.org/x/text/language"
)

// Plan is an update of the catalogs of one circular: what is there now, and
// which message came in place of which. It is not changed once it is made, so
// the languages can be updated side by side.
type Plan struct {
	lang     language.Tag
	src      []Source
	old      Files
	byID     map[string]*Source
	gone     map[string]*Message // source messages that are not in the circular
	previous map[string]string   // the id that a message replaced, by its own
	joined   map[string][]string // the ids of which a message was made, where they are several
	replaced map[string]bool     // the ids that this update found replaced
	known    map[string]bool     // the ids of the old source catalogs
}

// NewPlan prepares the update: lang is the source language, src are the
// messages of the circular now, each id once, in document order; old are the
// catalogs of the source language.
func NewPlan(lang language.Tag, src []Source, old Files) *Plan {
	p := &Plan{
		lang:     lang,
		src:      src,
		old:      old,
		byID:     make(map[string]*Source, len(src)),
		gone:     make(map[string]*Message),
		previous: make(map[string]string),
		joined:   make(map[string][]string),
		replaced: make(map[string]bool),
		known:    make(map[string]bool, len(src)),
	}
	for i := range src {
		p.byID[src[i].ID] = &src[i]
	}
	p.recall(old.Attic)
	p.recall(old.Active)
	p.pair()
	return p
}

// recall takes from a source catalog what has gone and which pairs are noted.
func (p *Plan) recall(c *Catalog) {
	for _, m := range c.messages() {
		p.known[m.ID] = true
		if p.byID[m.ID] == nil {
			p.gone[m.ID] = m
		}
		if ids := notedPrevious(m); len(ids) > 0 {
			p.previous[m.ID] = ids[0]
			if len(ids) > 1 {
				p.joined[m.ID] = ids
			}
		}
	}
}

// notedPrevious gives the ids that the catalog of the source language names as
// replaced by m.
func notedPrevious(m *Message) []string {
	var ids []string
	for _, line := range m.About {
		if id, ok := strings.CutPrefix(line, markBefore+" "); ok && !strings.Contains(id, " ") {
			ids = append(ids, id)
		}
	}
	return ids
}

// pair finds for each new message the one that it replaces.
func (p *Plan) pair() {
	taken := map[string]bool{}
	for id, previous := range p.previous {
		switch {
		case !p.known[previous]:
			delete(p.previous, id)
			delete(p.joined, id)
		case p.byID[id] != nil:
			taken[previous] = true
			for _, part := range p.joined[id] {
				taken[part] = true
			}
		}
	}
	news, olds := p.candidates(taken)
	for _, m := range match(olds, news) {
		p.previous[m.id] = m.old
		p.replaced[m.old] = true
	}
	p.pairParts(olds, news)
}

// candidates gives the messages that are new, and those that have gone and
// that no message has replaced, each with its place in the circular.
func (p *Plan) candidates(taken map[string]bool) (news, olds []candidate) {
	at := make(map[string]int, len(p.src))
	for i, s := range p.src {
		at[s.ID] = i
		if !p.known[s.ID] {
			news = append(news, candidate{s.ID, s.Text, i})
		}
	}
	listed := map[string]bool{}
	add := func(m *Message, place int) {
		if p.gone[m.ID] == nil || taken[m.ID] || listed[m.ID] {
			return
		}
		listed[m.ID] = true
		olds = append(olds, candidate{m.ID, m.Other, place})
	}
	place := -1
	for _, m := range p.old.Active.messages() {
		if i, ok := at[m.ID]; ok {
			place = i
			continue
		}
		place++
		add(m, place)
	}
	for _, m := range p.old.Attic.messages() {
		add(m, nowhere)
	}
	return news, olds
}

// text gives the source text of a message, of now or of before.
func (p *Plan) text(id string) (string, bool) {
	if s := p.byID[id]; s != nil {
		return s.Text, true
	}
	if m := p.gone[id]; m != nil {
		return m.Other, true
	}
	return "", false
}

// ancestors gives the messages that a message replaced, the latest first.
func (p *Plan) ancestors(id string) []string {
	const most = 16
	var ids []string
	for id = p.previous[id]; id != "" && len(ids) < most; id = p.previous[id] {
		ids = append(ids, id)
	}
	return ids
}
