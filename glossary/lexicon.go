package glossary

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lexicon numbers the words of the terms of one language and finds which of
// them a word of a text can be a form of. It costs a few look-ups a word,
// however many terms there are.
type lexicon struct {
	g       *grammar
	endings endings
	kin     map[string][]string // a folded word and the irregular forms of it
	ids     map[entryKey]int32
	stems   map[string][]entry // inflected words by their folded stem
	exact   map[string]int32   // abbreviations, letter by letter
}

// entry is a word of a term, cut at one of its endings.
type entry struct {
	id        int32
	stem      string // with accents
	paradigms set    // those that have the ending cut off
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

// reading is a word of the lexicon that a word of a text can be.
type reading struct {
	id   int32
	lead bool // only as the first word of a term
}

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
		key.word = x.abbreviation(w.cased)
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
	x.cut(folded, lower, func(stem, accented, tail string, list []ending) {
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

// cut calls yield for every way to cut a known ending off a word, given
// without and with accents; the empty ending comes first.
func (x *lexicon) cut(folded, lower string, yield func(stem, accented, tail string, list []ending)) {
	f, l := len(folded), len(lower)
	for range x.endings.longest + 1 {
		if list := x.endings.of[folded[f:]]; list != nil {
			yield(folded[:f], lower[:l], lower[l:], list)
		}
		if f == 0 {
			return
		}
		_, size := utf8.DecodeLastRuneInString(folded[:f])
		f -= size
		_, size = utf8.DecodeLastRuneInString(lower[:l])
		l -= size
	}
}

// readings appends what a word of a text can be.
func (x *lexicon) readings(w word, out []reading) []reading {
	if w.opaque {
		return out
	}
	from := len(out)
	out = x.abbreviations(w.cased, out)
	out = x.forms(w.folded, w.lower, false, out, from)
	if x.g.variants != nil {
		for _, v := range x.g.variants(w.folded) {
			out = x.forms(v.word, v.word, v.lead, out, from)
		}
	}
	return out
}

// abbreviations looks a word up letter by letter, with the plural s too.
func (x *lexicon) abbreviations(cased string, out []reading) []reading {
	if id, ok := x.exact[x.abbreviation(cased)]; ok {
		out = append(out, reading{id: id})
	}
	return out
}

// abbreviation gives an abbreviation as it is compared: in one alphabet,
// without the plural s.
func (x *lexicon) abbreviation(cased string) string {
	if x.g.abbr != nil {
		cased = x.g.abbr(cased)
	}
	if rest, ok := strings.CutSuffix(cased, "s"); ok && x.g.plural {
		if last, _ := utf8.DecodeLastRuneInString(rest); len(rest) > 1 && unicode.IsUpper(last) {
			return rest
		}
	}
	return cased
}

// forms looks up the words that can be inflected to the one given.
func (x *lexicon) forms(folded, lower string, lead bool, out []reading, from int) []reading {
	if x.g.bare != nil {
		if bare := x.g.bare(folded); bare != folded {
			out = x.stemmed(bare, bare, lead, out, from)
		}
	}
	return x.stemmed(folded, lower, lead, out, from)
}

func (x *lexicon) stemmed(folded, lower string, lead bool, out []reading, from int) []reading {
	x.cut(folded, lower, func(stem, accented, tail string, list []ending) {
		for _, e := range x.stems[stem] {
			if !spells(accented, e.stem) || has(out[from:], e.id, lead) {
				continue
			}
			for _, ending := range list {
				if ending.all.meets(e.paradigms) && spells(tail, ending.accented) {
					out = append(out, reading{e.id, lead})
					break
				}
			}
		}
	})
	return out
}

// has reports whether the reading is there already, or a freer one.
func has(list []reading, id int32, lead bool) bool {
	for _, r := range list {
		if r.id == id && (r.lead == lead || !r.lead) {
			return true
		}
	}
	return false
}

// spells reports whether got is want, or want without some of its accents; both
// have the same letters otherwise.
func spells(got, want string) bool {
	if got == want {
		return true
	}
	for got != "" && want != "" {
		g, gs := utf8.DecodeRuneInString(got)
		w, ws := utf8.DecodeRuneInString(want)
		if g != w && foldLatin(g) != g {
			return false
		}
		got, want = got[gs:], want[ws:]
	}
	return got == want
}
