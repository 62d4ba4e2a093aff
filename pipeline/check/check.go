package check

import (
	"golang.org/x/text/language"

	"hexaglot/glossary"
	"hexaglot/messages/fault"
	"hexaglot/pipeline/document"
	"hexaglot/pipeline/locale"
)

// Severity is how much a finding matters.
type Severity int

const (
	// Info is a remark: nothing need change.
	Info Severity = iota
	// Warning is worth a look.
	Warning
	// Error keeps a circular from being published.
	Error
)

// String gives the severity's name in English: "error".
func (s Severity) String() string { return [...]string{"info", "warning", "error"}[s] }

// Pair is a source and its translation as the translator typed it.
type Pair struct {
	Source   document.Content
	Target   document.Content
	From, To language.Tag
	Terms    *glossary.Termbase // nil: no terminology is checked
	Speller  Speller            // nil: spelling is not checked

	read *reading // what several checks ask for; nil: each finds it out
}

// Speller gives those of the words that a dictionary of the target language
// does not have. It may be called from several goroutines.
type Speller func(words []string) []string

// Finding is one remark on a pair.
type Finding struct {
	Check          string // the name of the check
	Severity       Severity
	Message        *fault.Error // what was found, as a message with its values
	Source, Target Span         // where, if that is known
	Justification  string       // why it is suppressed; "": it is not
}

// Span is a stretch of the plain text of a content, in bytes; empty where no
// place is meant.
type Span struct{ Start, End int }

// Placed is a pair in its place in a circular.
type Placed struct {
	Pair
	ID   string // of its message, "" where there is none; pairs of one id are checked once
	Role string // of its unit: "paragraph", "heading"
}

// Remark is a finding on one of the pairs of a circular.
type Remark struct {
	Pair int // its index
	Finding
}

// Check is one kind of remark: on a pair, or on a circular as a whole.
type Check struct {
	Name      string                  // kebab-case
	Doc       string                  // one line in English
	IssueType string                  // ITS 2.0
	Severity  Severity                // of its gravest findings
	Run       func(Pair) []Finding    // nil: it sees the whole only
	RunAll    func([]Placed) []Remark // nil: it sees pairs only
}

// All lists the checks in the order in which findings are shown.
func All() []Check { return all }

var all = []Check{
	Codes, Empty, Same, Language,
	Numbers, Dates, Times, References, Symbols, Addresses,
	Terminology, Abbreviations, Mentions, Consistency, Repetitions, Collisions,
	Length, Sentences, Ending, Capitals, Doubled, Margins, Typography, Whitespace,
	Characters, Encoding, Spelling,
	Source, Conflict, Suppressed,
}

// Find gives the check of a name.
func Find(name string) (Check, bool) {
	for _, c := range all {
		if c.Name == name {
			return c, true
		}
	}
	return Check{}, false
}

// found makes a finding; args alternate names and values.
func found(check string, severity Severity, id, text string, args ...any) Finding {
	return Finding{Check: check, Severity: severity, Message: fault.New(fault.Content, id, text, args...)}
}

// at gives the finding its places.
func (f Finding) at(src, trg Span) Finding {
	f.Source, f.Target = src, trg
	return f
}

// span gives the place of a match.
func span(m glossary.Match) Span { return Span{m.Start, m.End} }

func (p Pair) fromLocale() *locale.Locale { return locale.Find(p.From) }
func (p Pair) toLocale() *locale.Locale   { return locale.Find(p.To) }
