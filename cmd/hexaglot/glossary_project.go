package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"

	"hexaglot/glossary"
	"hexaglot/messages/fault"
)

// glossaryLimit is how large a glossary of a project may be, in bytes.
const glossaryLimit = 2 << 30

// termbase gives the termbase of the ITU with the project's own glossaries laid
// over it, the later over the earlier; where they contradict each other, a
// warning names both places. A nil project has no glossaries.
func (t *tool) termbase(p *project) (*glossary.Termbase, error) {
	itu, err := glossary.ITU()
	if err != nil || p == nil || len(p.Glossaries) == 0 {
		return itu, err
	}
	return t.cached(p, itu, func() (*glossary.Termbase, error) { return t.merged(p, itu) })
}

// merged parses the project's glossaries and lays them over that of the ITU.
func (t *tool) merged(p *project, itu *glossary.Termbase) (*glossary.Termbase, error) {
	bases := []*glossary.Termbase{itu}
	for _, name := range p.Glossaries {
		b, err := p.glossary(path.Clean(name))
		if err != nil {
			return nil, err
		}
		bases = append(bases, b)
	}
	merged, conflicts := glossary.Merge(bases...)
	t.warn(conflicts)
	return merged, nil
}

// glossary reads one glossary of the project.
func (p *project) glossary(name string) (*glossary.Termbase, error) {
	data, err := p.read(name, glossaryLimit)
	if err != nil {
		return nil, err
	}
	return glossary.Parse(p.shown(name), data)
}

// warn tells where glossaries contradict each other.
func (t *tool) warn(conflicts []glossary.Conflict) {
	for _, c := range conflicts {
		fmt.Fprintln(t.stderr, t.tell(fault.New(fault.Content, "glossary-conflict", "{After} replaces {Before} of {Where} ({Concept}, {Language})",
			"After", c.After.Text, "Before", c.Before.Text, "Where", whereOf(c.Before), "Concept", c.Concept, "Language", c.Lang.String()).At(c.After.File, c.After.Line)))
	}
}

// whereOf gives the file and line of a term.
func whereOf(term *glossary.Term) string {
	return fault.New(fault.Content, "", "").At(term.File, term.Line).Where()
}

// termbaseHere gives the termbase of the project that the current folder is,
// else that of the ITU.
func (t *tool) termbaseHere() (*glossary.Termbase, error) {
	root, err := os.OpenRoot(".")
	if err != nil {
		return t.termbase(nil)
	}
	p := &project{dir: ".", root: root}
	defer p.close()
	data, err := p.read(configName, configLimit)
	if errors.Is(err, fs.ErrNotExist) {
		return t.termbase(nil)
	}
	if err != nil {
		return nil, err
	}
	if p.config, err = parseConfig(p.shown(configName), data); err != nil {
		return nil, err
	}
	return t.termbase(p)
}
