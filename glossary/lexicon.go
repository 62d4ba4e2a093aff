package glossary

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// dictionary holds the words of the terms of one language, and finds which of
// them a word of a text can be a form of. It costs a few look-ups a word,
// however many terms there are.
type dictionary struct {
	g       *grammar
	endings endings
	exact   table   // abbreviations, letter by letter
	exactly numbers // their words
	stems   table   // the folded stems of inflected words
	first   numbers // the entries of the stem i are first[i] to first[i+1]
	entries numbers // three numbers each: as in dictionary.entry
	accents rows    // stems with accents
	sets    numbers // sets of paradigms, four numbers each
}

// entry is a word of a term, cut at one of its endings.
type entry struct {
	id        int32
	stem      string // with accents
	paradigms set    // those that have the ending cut off
}

// reading is a word of the dictionary that a word of a text can be.
type reading struct {
	id   int32
	lead bool // only as the first word of a term
}

// entry gives the entry i, of a stem.
func (x *dictionary) entry(i int, stem string) entry {
	e := entry{id: int32(x.entries.at(3 * i)), stem: stem}
	if accented := x.entries.at(3*i + 1); accented > 0 {
		e.stem = x.accents.at(int(accented - 1))
	}
	s := 4 * int(x.entries.at(3*i+2))
	e.paradigms = set{
		uint64(x.sets.at(s)) | uint64(x.sets.at(s+1))<<32,
		uint64(x.sets.at(s+2)) | uint64(x.sets.at(s+3))<<32,
	}
	return e
}

// readings appends what a word of a text can be.
func (x *dictionary) readings(w word, out []reading) []reading {
	if w.opaque {
		return out
	}
	from := len(out)
	if id, ok := x.abbreviation(w.cased); ok {
		out = append(out, reading{id: id})
	}
	out = x.forms(w.folded, w.lower, false, out, from)
	if x.g.variants != nil {
		for _, v := range x.g.variants(w.folded) {
			out = x.forms(v.word, v.word, v.lead, out, from)
		}
	}
	return out
}

// abbreviation looks a word up letter by letter, with the plural s too.
func (x *dictionary) abbreviation(cased string) (int32, bool) {
	i, ok := x.exact.find(x.g.abbreviation(cased))
	return int32(x.exactly.at(i)), ok
}

// abbreviation gives an abbreviation as it is compared: in one alphabet,
// without the plural s.
func (g *grammar) abbreviation(cased string) string {
	if g.abbr != nil {
		cased = g.abbr(cased)
	}
	if rest, ok := strings.CutSuffix(cased, "s"); ok && g.plural {
		if last, _ := utf8.DecodeLastRuneInString(rest); len(rest) > 1 && unicode.IsUpper(last) {
			return rest
		}
	}
	return cased
}

// forms looks up the words that can be inflected to the one given.
func (x *dictionary) forms(folded, lower string, lead bool, out []reading, from int) []reading {
	if x.g.bare != nil {
		if bare := x.g.bare(folded); bare != folded {
			out = x.stemmed(bare, bare, lead, out, from)
		}
	}
	return x.stemmed(folded, lower, lead, out, from)
}

func (x *dictionary) stemmed(folded, lower string, lead bool, out []reading, from int) []reading {
	x.endings.cut(folded, lower, func(stem, accented, tail string, list []ending) {
		place, ok := x.stems.find(stem)
		if !ok {
			return
		}
		for i, end := int(x.first.at(place)), min(int(x.first.at(place+1)), x.entries.len()/3); i < end; i++ {
			e := x.entry(i, stem)
			if spells(accented, e.stem) && !has(out[from:], e.id, lead) && ends(list, tail, e.paradigms) {
				out = append(out, reading{e.id, lead})
			}
		}
	})
	return out
}

// ends reports whether one of the paradigms has the ending tail.
func ends(list []ending, tail string, paradigms set) bool {
	for _, e := range list {
		if e.all.meets(paradigms) && spells(tail, e.accented) {
			return true
		}
	}
	return false
}

// cut calls yield for every way to cut a known ending off a word, given
// without and with accents; the empty ending comes first.
func (e *endings) cut(folded, lower string, yield func(stem, accented, tail string, list []ending)) {
	f, l := len(folded), len(lower)
	for range e.longest + 1 {
		if list := e.of[folded[f:]]; list != nil {
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
