package main

import (
	"golang.org/x/text/language"

	"hexaglot/messages"
	"hexaglot/messages/fault"
	"hexaglot/pipeline"
	"hexaglot/pipeline/check"
	"hexaglot/pipeline/document"
)

// reading is a circular as it was read.
type reading struct {
	circular
	src []byte
	doc *document.Document
}

// readCircular reads and segments one circular.
func (p *project) readCircular(c circular) (*reading, error) {
	src, err := p.read(c.Path, circularLimit)
	if err != nil {
		return nil, err
	}
	doc, err := pipeline.Read(p.shown(c.Path), src, c.Lang, p.options)
	if err != nil {
		return nil, err
	}
	return &reading{circular: c, src: src, doc: doc}, nil
}

// readGroup reads the circulars of a group.
func (p *project) readGroup(g group) ([]pipeline.Named, error) {
	return collect(g.Circulars, func(c circular) ([]pipeline.Named, error) {
		read, err := p.readCircular(c)
		if err != nil {
			return nil, err
		}
		return []pipeline.Named{{Name: c.Path, Document: read.doc}}, nil
	})
}

// messagesOf gives the messages of a group of circulars.
func (t *tool) messagesOf(p *project, g group) ([]messages.Source, error) {
	named, err := p.readGroup(g)
	if err != nil {
		return nil, err
	}
	return t.catalogOf(named, g)
}

// catalogOf gives the messages of circulars that were read; remarks on the
// source are told in its own language, which every translator reads.
func (t *tool) catalogOf(named []pipeline.Named, g group) ([]messages.Source, error) {
	voice, err := t.voice(g.Lang)
	if err != nil {
		return nil, err
	}
	return pipeline.Catalog(named, func(q check.Query) string { return voice.what(q) }), nil
}

// accepted reads the accepted translations of a circular in one language.
func (p *project) accepted(name string, lang language.Tag) (*messages.Catalog, error) {
	return p.shelf(name).load(messages.Active, lang)
}

// problem tells why a segment cannot be merged, with its place.
func (p *project) problem(c circular, lang language.Tag, name string, problem pipeline.Problem) *fault.Error {
	said := excerpt(problem.Segment.Source.String(), 60)
	if problem.Cause == nil {
		return fault.New(fault.Content, "untranslated", "no {Language} translation of {Text} ({ID})",
			"Language", name, "Lang", lang.String(), "Text", said, "ID", problem.Segment.ID).At(p.shown(c.Path), problem.Unit.Line)
	}
	return fault.New(fault.Content, "unmergeable", "the {Language} translation of {Text} ({ID}) cannot be merged",
		"Language", name, "Lang", lang.String(), "Text", said, "ID", problem.Segment.ID).At(p.shown(c.Path), problem.Unit.Line).Wrap(problem.Cause)
}
