package main

import (
	"slices"

	"hexaglot/pipeline/memory"
)

// remember puts entries into the memory of the project, and brings its indexes
// up to date; nil where the project has no memory.
func (p *project) remember(entries []memory.Entry) (report *memory.Report, err error) {
	s, err := p.openMemory(memory.Write)
	if err != nil || s == nil {
		return nil, err
	}
	defer closeMemory(s, &err)
	added, err := s.Add(func(yield func(memory.Entry, error) bool) {
		for e := range slices.Values(entries) {
			if !yield(e, nil) {
				return
			}
		}
	})
	if err != nil {
		return nil, err
	}
	return &added, s.Index()
}

// remembered tells what was added to the memory.
func (t *tool) remembered(p *project, report *memory.Report) {
	if report == nil {
		t.println(t.say("align-no-memory", "Folder", p.dir))
		return
	}
	t.added(*report)
}
