package glossary

import (
	"slices"
	"sync"

	"golang.org/x/text/language"

	"hexaglot/messages/fault"
)

// Termbase is a list of concepts, in the order of their file: parsed (Parse),
// or opened in its compiled form (Open). All goes through the concepts of both.
type Termbase struct {
	Concepts []*Concept // nil of an opened termbase
	Head     string     // the comment at the head of its file, with its # signs, or ""

	byID     map[string]*Concept
	open     *compiled // of an opened termbase, whose Concepts are nil
	mu       sync.Mutex
	matchers map[language.Tag]*Matcher
}

// Concept is one meaning and what each language calls it (ISO 30042,
// conceptEntry).
type Concept struct {
	ID         string // stable and unique: "ldc"
	Subject    string // subjectField: "country groups"
	POS        string // partOfSpeech: "noun", "noun phrase", "proper noun", "adjective", "label"
	Definition string // what it is, or ""
	Note       string // what holds in every language, or ""
	File       string // where it was read, or ""
	Line       int    // of its table, from 1; 0 when it was not read

	// Terms holds the terms of each base language (language.French), in the
	// order of the file: the first one of a type and status wins.
	Terms map[language.Tag][]*Term
}

// Term is one designation of a concept in one language (termSec).
type Term struct {
	Text     string   // as it stands inside a sentence
	Type     Type     // full form, abbreviation, short form
	Status   Status   // preferred, admitted, deprecated, superseded
	POS      string   // partOfSpeech; the concept's where the file gives none
	Gender   string   // grammaticalGender: "masculine", "feminine", or ""
	Number   string   // grammaticalNumber: "singular", "plural", or ""
	Note     string   // usageNote, or ""
	Source   string   // where it was seen, or ""
	Verified bool     // whether Source is an authority's text that was read
	Forms    []string // inflected forms of the whole term that the paradigms do not reach
	Except   []string // phrases in which these words are not this term
	Insert   int      // how many foreign words may stand inside the term: 0 to 3
	Exact    bool     // never inflected
	Capital  bool     // found with a capital only: "Question"
	Word     bool     // spells an ordinary word: not found among words in capitals ("CE", "EST")
	Silent   bool     // listed, but never found in a text ("Aux", "–")
	File     string   // where it was read, or ""
	Line     int      // of its table, from 1; 0 when it was not read
}

// Type is TBX's termType.
type Type string

// The types of a term.
const (
	FullForm     Type = "full form"
	Abbreviation Type = "abbreviation"
	ShortForm    Type = "short form"
)

// Status is TBX's administrativeStatus.
type Status string

// The statuses of a term, the best first. Deprecated terms must not be used;
// superseded ones were right once and stand in older texts.
const (
	Preferred  Status = "preferred"
	Admitted   Status = "admitted"
	Superseded Status = "superseded"
	Deprecated Status = "deprecated"
)

// rank orders statuses, 0 the best.
func (s Status) rank() int {
	switch s {
	case Preferred:
		return 0
	case Admitted:
		return 1
	case Superseded:
		return 2
	}
	return 3
}

// rank orders terms for the same words, the lower the better.
func (t *Term) rank() int {
	if t.Verified {
		return 2 * t.Status.rank()
	}
	return 2*t.Status.rank() + 1
}

// Usable reports whether the term may be written today: preferred or admitted.
func (t *Term) Usable() bool { return t.Status == Preferred || t.Status == Admitted }

// New gives the termbase of concepts. The errors are faults of kind Input with
// the place that the concept names: a concept without an id or with that of
// another, a term without a text or with one that Parse would refuse.
func New(concepts []*Concept) (*Termbase, error) {
	b := &Termbase{Concepts: concepts, byID: make(map[string]*Concept, len(concepts))}
	for _, c := range concepts {
		switch {
		case c.ID == "":
			return nil, fault.New(fault.Input, "glossary-id", "the concept has no id").At(c.File, c.Line)
		case b.byID[c.ID] != nil:
			return nil, fault.New(fault.Input, "glossary-id-twice", "two concepts have the id {Concept}", "Concept", c.ID).At(c.File, c.Line)
		}
		if err := c.checkTerms(); err != nil {
			return nil, fault.At(err, c.File, c.Line)
		}
		b.byID[c.ID] = c
	}
	return b, nil
}

// checkTerms refuses what a file of a termbase could not hold.
func (c *Concept) checkTerms() error {
	for _, lang := range c.Languages() {
		for _, t := range c.Terms[lang] {
			if t.Text == "" {
				return fault.New(fault.Input, "glossary-term", "a term of the concept {Concept} is empty", "Concept", c.ID).At(t.File, t.Line)
			}
			for _, text := range slices.Concat([]string{t.Text}, t.Forms, t.Except) {
				if text == "" || len(text) > maxTermBytes {
					return fault.New(fault.Input, "glossary-value", "the key {Key} cannot have this value", "Key", "term").At(t.File, t.Line)
				}
			}
		}
	}
	return nil
}

// Concept gives the concept with that ID, or nil.
func (b *Termbase) Concept(id string) *Concept {
	if b.open != nil {
		return b.open.byID(id)
	}
	return b.byID[id]
}

// In gives the terms of c in the base language of lang, in the order of the
// file.
func (c *Concept) In(lang language.Tag) []*Term { return c.Terms[base(lang)] }

// Preferred gives the term to write in lang: the best usable full form, else
// the best usable term of another type, else nil.
func (c *Concept) Preferred(lang language.Tag) *Term {
	if t := c.best(lang, FullForm); t != nil {
		return t
	}
	return c.best(lang, ShortForm, Abbreviation)
}

// Abbreviation gives the abbreviation to write in lang: the preferred one, else
// a preferred short form (独联体), else an admitted abbreviation, else nil.
func (c *Concept) Abbreviation(lang language.Tag) *Term {
	abbr := c.best(lang, Abbreviation)
	if abbr != nil && abbr.Status == Preferred {
		return abbr
	}
	if short := c.best(lang, ShortForm); short != nil && short.Status == Preferred {
		return short
	}
	return abbr
}

// best gives the usable term of one of the types with the best status, the
// first in the file among equals.
func (c *Concept) best(lang language.Tag, types ...Type) *Term {
	var best *Term
	for _, t := range c.In(lang) {
		for _, typ := range types {
			if t.Type == typ && t.Usable() && (best == nil || t.Status.rank() < best.Status.rank()) {
				best = t
			}
		}
	}
	return best
}

// Label prints the preferred term with its abbreviation the way lang does at a
// first mention: "least developed countries (LDCs)", "最不发达国家（LDC）"; ""
// where lang has no term.
func (c *Concept) Label(lang language.Tag) string {
	term, abbr := c.Preferred(lang), c.Abbreviation(lang)
	switch {
	case term == nil:
		return ""
	case abbr == nil || abbr == term:
		return term.Text
	case base(lang) == language.Chinese:
		return term.Text + "（" + abbr.Text + "）"
	}
	return term.Text + " (" + abbr.Text + ")"
}

// base reduces a tag to its base language: fr-CH to fr.
func base(lang language.Tag) language.Tag {
	b, _ := lang.Base()
	tag, err := language.Compose(b)
	if err != nil {
		return lang
	}
	return tag
}
