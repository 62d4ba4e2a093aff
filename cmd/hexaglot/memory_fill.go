package main

import (
	"encoding/binary"
	"hash/fnv"
	"iter"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/text/language"

	"hexaglot/pipeline"
	"hexaglot/pipeline/document"
	"hexaglot/pipeline/memory"
)

// harvest gathers accepted translations for the memory, from several
// goroutines.
type harvest struct {
	sync.Mutex
	project string
	who     string
	when    time.Time
	crops   []crop
	digests memory.Digests
}

// crop is one circular with its translations.
type crop struct {
	name         string // of its order
	origin       memory.Origin
	lang         language.Tag
	texts        []string // the segments
	translations map[language.Tag][]string
}

func (t *tool) newHarvest(p *project) *harvest {
	name := p.dir
	if absolute, err := filepath.Abs(p.dir); err == nil {
		name = filepath.Base(absolute)
	}
	who := t.getenv("USER")
	if who == "" {
		who = t.getenv("USERNAME")
	}
	return &harvest{project: name, who: who, when: time.Now().UTC(), digests: memory.Digests{}}
}

// sow begins the crop of a circular.
func (h *harvest) sow(c circular, doc *document.Document) *crop {
	one := &crop{
		name: c.Path, origin: memory.Origin{Kind: memory.Circular, Name: c.Name, Project: h.project},
		lang: c.Lang, translations: map[language.Tag][]string{},
	}
	for _, s := range pipeline.Segments(doc) {
		one.texts = append(one.texts, s.Source.String())
	}
	return one
}

// grow adds the translations into one language that were merged into the
// document.
func (c *crop) grow(doc *document.Document, lang language.Tag, accepted map[string]string) {
	texts := make([]string, len(c.texts))
	for i, s := range pipeline.Segments(doc) {
		if text := accepted[s.ID]; s.State == document.Translated && text != document.EmptiedMark {
			texts[i] = text
		}
	}
	c.translations[lang] = texts
}

// take takes a crop in.
func (h *harvest) take(c *crop) {
	digests := c.digests()
	h.Lock()
	defer h.Unlock()
	h.crops = append(h.crops, *c)
	for said, sum := range digests {
		h.digests[said] += sum
	}
}

// digests tell what the crop says in each language. Circulars of one name and
// two formats share an origin: their digests are added.
func (c *crop) digests() memory.Digests {
	out := memory.Digests{}
	var length [8]byte
	for lang, texts := range c.translations {
		h := fnv.New64a()
		for i, text := range texts {
			for _, s := range []string{c.texts[i], text} {
				binary.LittleEndian.PutUint64(length[:], uint64(len(s)))
				h.Write(length[:])
				h.Write([]byte(s))
			}
		}
		out[c.said(lang)] = h.Sum64()
	}
	return out
}

func (c *crop) said(lang language.Tag) memory.Said {
	return memory.Said{Origin: memory.Origin{Kind: c.origin.Kind, Name: c.origin.Name}, Lang: lang}
}

// entries gives the entries of the crops that say something new.
func (h *harvest) entries(known memory.Digests) iter.Seq2[memory.Entry, error] {
	slices.SortFunc(h.crops, func(a, b crop) int { return strings.Compare(a.name, b.name) })
	return func(yield func(memory.Entry, error) bool) {
		for i := range h.crops {
			c := &h.crops[i]
			langs := slices.DeleteFunc(slices.SortedFunc(maps.Keys(c.translations), byTag), func(lang language.Tag) bool {
				return known[c.said(lang)] == h.digests[c.said(lang)]
			})
			for j := range c.texts {
				if len(langs) > 0 && !yield(h.entry(c, j, langs), nil) {
					return
				}
			}
		}
	}
}

func byTag(a, b language.Tag) int { return strings.Compare(a.String(), b.String()) }

func (h *harvest) entry(c *crop, i int, langs []language.Tag) memory.Entry {
	e := memory.Entry{Lang: c.lang, Text: c.texts[i], Origin: c.origin, Contexts: []memory.Context{contextAt(c.texts, i)}}
	for _, lang := range langs {
		if text := c.translations[lang][i]; text != "" {
			e.Translations = append(e.Translations, memory.Translation{Lang: lang, Text: text, Status: memory.Human, Who: h.who, When: h.when})
		}
	}
	return e
}

// contextAt gives the context of the i-th text.
func contextAt(texts []string, i int) memory.Context {
	before, after := "", ""
	if i > 0 {
		before = texts[i-1]
	}
	if i+1 < len(texts) {
		after = texts[i+1]
	}
	return memory.ContextOf(before, after)
}

// store puts the harvest into the memory of the project. Where there is nothing
// new, the memory is not opened for writing.
func (h *harvest) store(p *project) (report memory.Report, err error) {
	known, err := h.known(p)
	if err != nil || known == nil && len(h.crops) == 0 || h.same(known) {
		return report, err
	}
	s, err := p.openMemory(memory.Write)
	if err != nil || s == nil {
		return report, err
	}
	defer closeMemory(s, &err)
	return s.AddFrom(h.entries(known), h.digests)
}

// known gives what the memory has noted; nil where there is no memory.
func (h *harvest) known(p *project) (known memory.Digests, err error) {
	s, err := p.openMemory(memory.Read)
	if err != nil || s == nil {
		return nil, err
	}
	defer closeMemory(s, &err)
	return s.Digests()
}

// same reports whether nothing that was gathered is new.
func (h *harvest) same(known memory.Digests) bool {
	for said, sum := range h.digests {
		if old, ok := known[said]; !ok || old != sum {
			return false
		}
	}
	return true
}
