package main

import (
	"path/filepath"
	"strings"

	"golang.org/x/text/language"

	"hexaglot/messages"
	"hexaglot/messages/fault"
	"hexaglot/pipeline"
	"hexaglot/pipeline/memory/align"
)

// told is what an alignment has for the catalogs of one language, by the ids
// of messages.
type told struct {
	translations map[string]string
	drafts       map[string][]messages.Draft
}

// tell gives what a pair has for the catalogs: a sure bead of one segment for
// one whose codes fit is a translation, all else a draft.
func (a *alignment) tell(p *align.Pair, origin string) told {
	out := told{map[string]string{}, map[string][]messages.Draft{}}
	for _, b := range p.Beads {
		if len(b.Src) == 0 || len(b.Trg) == 0 {
			continue
		}
		target, fits := align.Target{Pair: p, Bead: b}.Target()
		text := target.String()
		if id := p.Src[b.Src[0]].Segment.ID; len(b.Src) == 1 && len(b.Trg) == 1 && fits && a.sure(b) && out.translations[id] == "" {
			out.translations[id] = text
			continue
		}
		for _, i := range b.Src {
			id := p.Src[i].Segment.ID
			out.drafts[id] = append(out.drafts[id], messages.Draft{Text: text, Origin: origin, Similarity: b.Confidence})
		}
	}
	return out
}

// alignCatalogs makes or updates the catalogs of the source, which is a
// circular of its project.
func (t *tool) alignCatalogs(a *alignment) error {
	p, g, err := a.circular()
	if err != nil {
		return err
	}
	defer p.close()
	base, err := t.termbase(p)
	if err != nil {
		return err
	}
	named, err := p.readGroup(g)
	if err != nil {
		return err
	}
	src, err := t.catalogOf(named, g)
	if err != nil {
		return err
	}
	release, err := p.lock()
	if err != nil {
		return err
	}
	defer release()
	advisor := t.newAdvisor(p, g, nil, base, pipeline.FindTerms(base, src, g.Lang), contextsOf(named))
	return p.revise(g.Name, func(shelf *shelf) (files []file, err error) {
		if err := shelf.survey(); err != nil {
			return nil, err
		}
		old, err := shelf.files(g.Lang)
		if err != nil {
			return nil, err
		}
		plan := messages.NewPlan(g.Lang, src, old)
		for i, pair := range a.pairs {
			options, err := t.options(g, pair.To, advisor)
			if err != nil {
				return nil, err
			}
			more, err := shelf.accept(plan, pair.To, a.tell(pair, a.names[i+1]), options)
			if err != nil {
				return nil, err
			}
			files = append(files, more...)
		}
		voice, err := t.voice(g.Lang)
		if err != nil {
			return nil, err
		}
		next, _ := plan.Source(voice.sourceHeads(g))
		return append(files, shelf.put(g.Lang, next)...), nil
	})
}

// circular finds the source among the circulars of its project.
func (a *alignment) circular() (*project, group, error) {
	if a.p.single {
		g := a.p.groups()[0]
		p, err := openOne(a.p.dir, a.source.Path, scope{from: g.Lang}, nil)
		return p, g, err
	}
	p, err := openOne(a.p.dir, "", scope{}, nil)
	if err != nil {
		return nil, group{}, err
	}
	for _, g := range p.groups() {
		for _, c := range g.Circulars {
			if c.Path == a.source.Path && c.Lang == a.source.Lang {
				return p, g, nil
			}
		}
	}
	p.close()
	return nil, group{}, fault.New(fault.Usage, "align-no-circular", "is no circular of the project").At(filepath.ToSlash(a.names[0]), 0)
}

// accept gives the new catalogs of a language: what the alignment tells is laid
// under what is there.
func (s *shelf) accept(plan *messages.Plan, lang language.Tag, what told, options messages.Options) ([]file, error) {
	old, err := s.files(lang)
	if err != nil {
		return nil, err
	}
	done, begun := old.Active.Accepted(), old.Translate.Accepted()
	if old.Translate == nil {
		old.Translate = &messages.Catalog{Lang: lang}
	}
	known := old.Translate.ByID()
	for id, text := range what.translations {
		if done[id] != "" || begun[id] != "" || strings.TrimSpace(text) == "" {
			continue
		}
		if known[id] == nil {
			old.Translate.Messages = append(old.Translate.Messages, &messages.Message{ID: id, Other: text})
			continue
		}
		known[id].Other = text
	}
	advise := options.Advise
	options.Advise = func(m *messages.Source, before *messages.Before) messages.Advice {
		advice := advise(m, before)
		for _, d := range what.drafts[m.ID] {
			d.Kept = true
			advice.Drafts = append(advice.Drafts, d)
		}
		return advice
	}
	next, _ := plan.Target(lang, old, options)
	return s.put(lang, next), nil
}
