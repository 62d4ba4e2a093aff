// Package check finds what is wrong with a translation. Each check is one file
// and one line in All; its issue type is a word of ITS 2.0, section 8.2
// (w3.org/TR/its20/#lqissue-typevalues).
//
// A check sees one pair of contents at a time, or all pairs of a circular, and
// never the markup: inline codes stand beside the text. It says what it found with the id of a message,
// so that the command can tell it in the reader's language.
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
}

// Finding is one remark on a pair.
type Finding struct {
	Check          string // the name of the check
	Severity       Severity
	Message        *fault.Error // what was found, as a message with its values
	Source, Target Span         // where, if that is known
}

// Span is a stretch of the plain text of a content, in bytes; empty where no
// place is meant.
type Span struct{ Start, End int }

// Placed is a pair in its place in a circular.
type Placed struct {
	Pair
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
	Run       func(Pair) []Finding    // nil: it sees the whole only
	RunAll    func([]Placed) []Remark // nil: it sees pairs only
}

// All lists the checks in the order in which findings are shown.
func All() []Check {
	return []Check{Codes, Empty, Same, Numbers, Addresses, Terminology, Abbreviations, Mentions, Consistency, Typography, Whitespace}
}

// Run gives the findings of every check on a pair. A pair whose target is not
// there yet, or was left empty on purpose, is only checked for that.
func Run(p Pair) []Finding {
	if p.Target.Blank() {
		return Empty.Run(p)
	}
	var out []Finding
	for _, c := range All() {
		if c.Run == nil || p.Target.Emptied() && c.Name != Codes.Name {
			continue
		}
		out = append(out, c.Run(p)...)
	}
	return out
}

// RunAll gives the remarks of the checks that see a circular as a whole: all
// pairs of one language in document order, repetitions included. A pair without
// a translation says nothing.
func RunAll(pairs []Placed) []Remark {
	var out []Remark
	for _, c := range All() {
		if c.RunAll != nil {
			out = append(out, c.RunAll(pairs)...)
		}
	}
	return out
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
