package main

import (
	"strconv"
	"time"

	"hexaglot/pipeline/memory"
	"hexaglot/pipeline/memory/align"
)

// doubt is a bead that is not taken without review: not sure enough, or
// without a counterpart.
type doubt struct {
	Confidence     int    `json:"confidence"`
	SourceLanguage string `json:"source-language"`
	Source         string `json:"source"`
	TargetLanguage string `json:"target-language"`
	Target         string `json:"target"`
	SourcePlace    string `json:"source-place"` // file:line, "–" where there is none
	TargetPlace    string `json:"target-place"`
}

// doubts lists what is to be reviewed, language by language.
func (a *alignment) doubts() []doubt {
	out := []doubt{}
	for i, p := range a.pairs {
		for _, b := range p.Beads {
			if a.sure(b) {
				continue
			}
			out = append(out, a.doubt(i, b))
		}
	}
	return out
}

// doubt gives a bead of the i-th pair as a reviewer sees it.
func (a *alignment) doubt(i int, b align.Bead) doubt {
	p := a.pairs[i]
	bead := align.Target{Pair: p, Bead: b}
	target, _ := bead.Target()
	return doubt{
		Confidence:     b.Confidence,
		SourceLanguage: p.From.String(), Source: bead.Source().String(), SourcePlace: place(a.names[0], p.Src, b.Src),
		TargetLanguage: p.To.String(), Target: target.String(), TargetPlace: place(a.names[i+1], p.Trg, b.Trg),
	}
}

// nowhere stands for the place of what has no counterpart.
const nowhere = "–"

// place tells where segments stand: file:line.
func place(name string, places []align.Place, at []int) string {
	if len(at) == 0 {
		return nowhere
	}
	if line := places[at[0]].Unit.Line; line > 0 {
		return name + ":" + strconv.Itoa(line)
	}
	return name
}

// aligned is the result of the command as JSON.
type aligned struct {
	Files    []string          `json:"files"`
	Counts   map[string]counts `json:"counts"` // by language
	Rows     []alignedRow      `json:"rows"`
	Doubtful []doubt           `json:"doubtful"`
}

// alignedRow is a stretch of the source with what translates it.
type alignedRow struct {
	Source   string                   `json:"source"`
	Segments []int                    `json:"segments"` // numbers of the source's segments, from 0
	Place    string                   `json:"place"`
	Targets  map[string]alignedTarget `json:"targets"` // by language
}

// alignedTarget is the translation of a row into one language.
type alignedTarget struct {
	Text       string `json:"text"`
	Segments   []int  `json:"segments"` // numbers of the target's segments, from 0
	Place      string `json:"place"`
	Confidence int    `json:"confidence"` // percent
	Moved      bool   `json:"moved,omitempty"`
}

func (a *alignment) result() aligned {
	out := aligned{Files: a.names, Counts: map[string]counts{}, Rows: []alignedRow{}, Doubtful: a.doubts()}
	names := map[*align.Pair]string{}
	for i, p := range a.pairs {
		out.Counts[p.To.String()] = a.counts(p)
		names[p] = a.names[i+1]
	}
	for _, row := range align.Rows(a.pairs) {
		first := row.Targets[0]
		next := alignedRow{
			Source: first.Source().String(), Segments: numbers(row.Src), Place: place(a.names[0], first.Pair.Src, row.Src),
			Targets: map[string]alignedTarget{},
		}
		for _, target := range row.Targets {
			text, _ := target.Target()
			next.Targets[target.Pair.To.String()] = alignedTarget{
				Text: text.String(), Segments: numbers(target.Bead.Trg), Place: place(names[target.Pair], target.Pair.Trg, target.Bead.Trg),
				Confidence: target.Bead.Confidence, Moved: target.Bead.Moved,
			}
		}
		out.Rows = append(out.Rows, next)
	}
	return out
}

// numbers gives a list that is never nil.
func numbers(list []int) []int { return append([]int{}, list...) }

// entries gives what the sure beads are for the memory.
func (a *alignment) entries() []memory.Entry {
	var out []memory.Entry
	when := time.Now().UTC().Truncate(time.Second)
	origin := memory.Origin{Kind: memory.Import, Name: a.names[0]}
	for _, row := range align.Rows(a.pairs) {
		e := memory.Entry{Lang: a.source.Lang, Origin: origin}
		for _, target := range row.Targets {
			if !a.sure(target.Bead) {
				continue
			}
			text, fits := target.Target()
			e.Text, e.Contexts = target.Source().String(), []memory.Context{contextOf(target.Pair, row.Src)}
			if !fits {
				text.Codes = nil
			}
			e.Translations = append(e.Translations, memory.Translation{
				Lang: target.Pair.To, Text: text.String(), Status: memory.Imported, When: when,
			})
		}
		if len(e.Translations) > 0 {
			out = append(out, e)
		}
	}
	return out
}

// contextOf gives the context of segments: the ones before and after.
func contextOf(p *align.Pair, at []int) memory.Context {
	before, after := "", ""
	if first := at[0]; first > 0 {
		before = p.Src[first-1].Segment.Source.String()
	}
	if last := at[len(at)-1]; last+1 < len(p.Src) {
		after = p.Src[last+1].Segment.Source.String()
	}
	return memory.ContextOf(before, after)
}
