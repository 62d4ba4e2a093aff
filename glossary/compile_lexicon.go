package glossary

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// lexicon numbers the words of the terms of one language, from 1, and notes
// the stems that they have: what a dictionary is compiled from.
type lexicon struct {
	g       *grammar
	endings endings
	kin     map[string][]string // a folded word and the irregular forms of it
	ids     map[entryKey]int32
	stems   map[string][]entry // inflected words by their folded stem
	exact   map[string]int32   // abbreviations, letter by letter
}

// entryKey tells words apart that inflect differently.
type entryKey struct {
	word string
	kind inflection
}

// inflection says how a word of a term inflects.
type inflection uint8

const (
	letterByLetter inflection = iota // an abbreviation
	invariable
	alone   // the only word of a term: a noun in a dictionary form
	onePart // one of several
)

func newLexicon(g *grammar) *lexicon {
	return &lexicon{
		g: g, endings: g.compile(), kin: g.kin(), ids: map[entryKey]int32{},
		stems: map[string][]entry{}, exact: map[string]int32{},
	}
}

// intern gives the number of a word of a term, the same for the same word.
func (x *lexicon) intern(w word, kind inflection) int32 {
	key := entryKey{w.lower, kind}
	if kind == letterByLetter {
		key.word = x.g.abbreviation(w.cased)
	}
	if id, ok := x.ids[key]; ok {
		return id
	}
	id := int32(len(x.ids) + 1)
	x.ids[key] = id
	switch {
	case kind == letterByLetter:
		x.exact[key.word] = id
	case kind == invariable || x.g.paradigms == "":
		x.stems[w.folded] = append(x.stems[w.folded], entry{id, w.lower, identity})
	default:
		x.inflect(id, w, kind)
	}
	return id
}

// inflect notes the stems of the word and of its irregular forms.
func (x *lexicon) inflect(id int32, w word, kind inflection) {
	folded, lower := w.folded, w.lower
	if x.g.bare != nil {
		folded, lower = x.g.bare(folded), x.g.bare(folded)
	}
	x.note(id, folded, lower, kind)
	for _, form := range x.kin[folded] {
		if folded := strings.Map(x.g.fold, form); folded != w.folded {
			x.note(id, folded, form, kind)
		}
	}
}

// note notes the stems that a word has under the paradigms of its endings.
func (x *lexicon) note(id int32, folded, lower string, kind inflection) {
	x.endings.cut(folded, lower, func(stem, accented, tail string, list []ending) {
		var paradigms set
		for _, e := range list {
			switch {
			case e.accented != tail:
			case kind == alone:
				paradigms = paradigms.or(e.citation)
			default:
				paradigms = paradigms.or(e.all)
			}
		}
		if utf8.RuneCountInString(stem) < x.g.minStem {
			paradigms = paradigms.and(identity)
		}
		if !paradigms.empty() {
			x.stems[stem] = append(x.stems[stem], entry{id, accented, paradigms})
		}
	})
}

// compile writes what openDictionary reads.
func (x *lexicon) compile() []byte {
	exact := slices.Sorted(maps.Keys(x.exact))
	var exactly []byte
	for _, word := range exact {
		exactly = appendNumbers(exactly, uint32(x.exact[word]))
	}
	stems := slices.Sorted(maps.Keys(x.stems))
	accents, sets := newPool(), map[set]uint32{}
	var first, entries, setList []byte
	for _, stem := range stems {
		first = appendNumbers(first, uint32(len(entries)/12))
		for _, e := range x.stems[stem] {
			accented := uint32(0)
			if e.stem != stem {
				accented = accents.place(e.stem) + 1
			}
			if _, ok := sets[e.paradigms]; !ok {
				sets[e.paradigms] = uint32(len(sets))
				setList = appendNumbers(setList, halves(e.paradigms)...)
			}
			entries = appendNumbers(entries, uint32(e.id), accented, sets[e.paradigms])
		}
	}
	first = appendNumbers(first, uint32(len(entries)/12))
	out := appendChunk(appendTable(nil, exact), exactly)
	out = appendChunk(appendTable(out, stems), first)
	out = appendRows(appendChunk(out, entries), accents.list)
	return appendChunk(out, setList)
}

func halves(s set) []uint32 {
	return []uint32{uint32(s[0]), uint32(s[0] >> 32), uint32(s[1]), uint32(s[1] >> 32)}
}

// openDictionary reads what lexicon.compile wrote.
func openDictionary(g *grammar, endings endings, data string) dictionary {
	c := cursor(data)
	return dictionary{
		g: g, endings: endings,
		exact: c.table(), exactly: numbers(c.chunk()),
		stems: c.table(), first: numbers(c.chunk()),
		entries: numbers(c.chunk()), accents: c.rows(), sets: numbers(c.chunk()),
	}
}
