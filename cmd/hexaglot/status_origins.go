package main

import (
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"hexaglot/messages"
	"hexaglot/pipeline"
	"hexaglot/pipeline/memory"
)

// The origins of translations that nobody typed.
const (
	fromMemory = "memory" // taken from the memory, in full context
	byRule     = "filled" // made by rule, see pipeline.Rules
)

// provenance tells where translations come from, and what is offered for the
// messages that have none.
type provenance struct {
	active, translate map[string]*messages.Message
	memory, rules     []string // how the catalogs name them
}

func (t *tool) provenanceOf(active, translate *messages.Catalog, lang language.Tag) (*provenance, error) {
	voice, err := t.voice(lang)
	if err != nil {
		return nil, err
	}
	p := &provenance{active: active.ByID(), translate: translate.ByID()}
	for _, rung := range memory.Ladder() {
		p.memory = append(p.memory, voice.say("match-"+rung.Name)+" (")
	}
	for _, rule := range pipeline.Rules() {
		p.rules = append(p.rules, voice.say("origin-"+rule)+" 100%")
	}
	return p, nil
}

// origin gives the origin of an accepted translation; "" for a translator.
func (p *provenance) origin(id string) string {
	m := p.active[id]
	if m == nil {
		return ""
	}
	fact := m.Fact(messages.FactOrigin)
	for _, name := range p.memory {
		if strings.HasPrefix(fact, name) {
			return fromMemory
		}
	}
	for _, name := range p.rules {
		if fact == name {
			return byRule
		}
	}
	return ""
}

// draftBands are the bands of similarity, in percent, the best first.
var draftBands = []struct {
	name  string
	least int
}{{"100", 100}, {"95-99", 95}, {"85-94", 85}, {"75-84", 75}, {"50-74", 50}, {"0-49", 1}}

// band gives the band of the best draft of a message; "" where there is none.
func (p *provenance) band(id string) string {
	best := 0
	if m := p.translate[id]; m != nil {
		for _, d := range m.Drafts {
			best = max(best, d.Similarity)
		}
	}
	for _, b := range draftBands {
		if best >= b.least {
			return b.name
		}
	}
	return ""
}

// countNamed counts what has a name.
func countNamed(all map[string]int, name string) {
	if name != "" {
		all[name]++
	}
}

// bandsText tells how many messages have a draft in each band.
func bandsText(drafts map[string]int) string {
	var out []string
	for _, b := range draftBands {
		if n := drafts[b.name]; n > 0 {
			out = append(out, strconv.Itoa(n)+" ("+b.name+"%)")
		}
	}
	return strings.Join(out, ", ")
}
