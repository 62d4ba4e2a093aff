package main

import (
	"github.com/urfave/cli/v2"
	"golang.org/x/text/language"

	"hexaglot/messages/fault"
	"hexaglot/pipeline"
	"hexaglot/pipeline/memory"
)

func memoryAddCommand(t *tool) *cli.Command {
	return &cli.Command{
		Name:        "add",
		Usage:       t.say("memory-add-usage"),
		ArgsUsage:   t.say("synopsis-files"),
		Description: "hexaglot memory add examples",
		Flags:       []cli.Flag{t.fromFlag(), t.toFlag(), t.acceptFlag()},
		Action:      t.memoryAdd,
	}
}

// memoryAdd puts the accepted translations of circulars into the memory.
func (t *tool) memoryAdd(c *cli.Context) error {
	s, err := scopeOf(c)
	if err != nil {
		return err
	}
	return t.each(files(c), s, func(p *project) error {
		if p.single || p.memoryFile() == "" {
			return fault.New(fault.Usage, "memory-none", "the project has no memory").At(p.shown(configName), 0)
		}
		h := t.newHarvest(p)
		for _, c := range p.circulars {
			if err := h.gather(p, c, p.languagesOf(c, s)); err != nil {
				return err
			}
		}
		report, err := h.store(p)
		if err == nil {
			err = p.indexMemory()
		}
		if err != nil {
			return err
		}
		t.added(report)
		return nil
	})
}

// added tells what an addition did.
func (t *tool) added(r memory.Report) {
	t.println(t.say("memory-added", "Added", r.Added, "Changed", r.Changed, "Same", r.Same))
}

// indexMemory makes the indexes of the memory, so that the next look-up need
// not.
func (p *project) indexMemory() (err error) {
	s, err := p.openMemory(memory.Read)
	if err != nil || s == nil {
		return err
	}
	defer closeMemory(s, &err)
	return s.Index()
}

// gather reads one circular with its accepted translations.
func (h *harvest) gather(p *project, c circular, langs []language.Tag) error {
	read, err := p.readCircular(c)
	if err != nil {
		return err
	}
	crop := h.sow(c, read.doc)
	for _, lang := range langs {
		catalog, err := p.accepted(c.Name, lang)
		if err != nil {
			return err
		}
		accepted := catalog.Accepted()
		if len(accepted) == 0 {
			continue
		}
		pipeline.Merge(read.doc, lang, func(id string) (string, bool) {
			text, ok := accepted[id]
			return text, ok
		})
		crop.grow(read.doc, lang, accepted)
	}
	h.take(crop)
	return nil
}
