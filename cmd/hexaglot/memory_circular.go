package main

import (
	"golang.org/x/text/language"

	"hexaglot/messages"
	"hexaglot/pipeline"
	"hexaglot/pipeline/document"
	"hexaglot/pipeline/memory"
	"hexaglot/pipeline/memory/fuzzy"
)

// shelved is what the catalogs of one circular say of a segment.
type shelved struct {
	origin   memory.Origin
	text     string
	contexts []memory.Context // where it stands in the circular
	accepted map[language.Tag]string
	before   map[language.Tag]messages.Before
}

// shelved reads what the catalogs of a circular say of a segment: its own
// translations, and those of the message that it replaced. Without a circular
// they say nothing. The circular's language is that of the segment.
func (t *tool) shelved(p *project, name, text string, s *scope) (shelved, error) {
	known := shelved{text: text, accepted: map[language.Tag]string{}, before: map[language.Tag]messages.Before{}}
	if name == "" {
		return known, nil
	}
	g, err := p.groupOf(name)
	if err != nil {
		return known, err
	}
	s.from = g.Lang
	known.origin = memory.Origin{Kind: memory.Circular, Name: g.Name}
	named, err := p.readGroup(g)
	if err != nil {
		return known, err
	}
	src, err := t.catalogOf(named, g)
	if err != nil {
		return known, err
	}
	id := messages.ID(text)
	known.contexts = contextsOf(named)[id]
	if known.contexts == nil {
		src = append(src, messages.Source{ID: id, Text: text})
	}
	return known, known.read(p.shelf(g.Name), g, id, src)
}

// read reads the catalogs of all target languages.
func (k *shelved) read(shelf *shelf, g group, id string, src []messages.Source) error {
	if err := shelf.survey(); err != nil {
		return err
	}
	old, err := shelf.files(g.Lang)
	if err != nil {
		return err
	}
	plan := messages.NewPlan(g.Lang, src, old)
	for _, lang := range shelf.p.targets {
		old, err := shelf.files(lang)
		if err != nil {
			return err
		}
		next, _ := plan.Target(lang, old, messages.Options{Advise: func(m *messages.Source, before *messages.Before) messages.Advice {
			if m.ID == id && before != nil {
				k.before[lang] = *before
			}
			return messages.Advice{}
		}})
		if text, ok := next.Active.Accepted()[id]; ok {
			k.accepted[lang] = text
		}
	}
	return nil
}

func (k *shelved) own(to language.Tag) func() []memory.Match {
	return func() []memory.Match { return k.match(100, k.text, k.accepted[to], to) }
}

func (k *shelved) previous(to language.Tag) func() []memory.Match {
	return func() []memory.Match {
		b := k.before[to]
		return k.match(fuzzy.Similarity(document.ParseContent(b.Source), document.ParseContent(k.text)), b.Source, b.Translation, to)
	}
}

// match gives a match with a translation, unless that is missing.
func (k *shelved) match(similarity int, source, text string, to language.Tag) []memory.Match {
	if text == "" {
		return nil
	}
	return []memory.Match{{
		Similarity: similarity, Source: source, Origin: k.origin,
		Translation: memory.Translation{Lang: to, Text: text, Status: memory.Human},
	}}
}

// groupOf gives a circular that the user named, with its catalogs' name.
func (p *project) groupOf(file string) (group, error) {
	_, name := home(file)
	p.options = pipeline.Options{Word: p.Word.options(false), Letter: p.letter}
	if err := p.add(name, scope{}); err != nil {
		return group{}, err
	}
	return p.groups()[0], nil
}
