package exchange

import (
	"fmt"
	"hash/crc32"
	"io"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/document"
)

// maxBytes bounds a file that is read.
const maxBytes = 64 << 20

// File is the translation of one circular into one language, as translators'
// tools exchange it.
type File struct {
	Name     string       // the circular's path below its project: "letters/dir-105.fr.md"
	From, To language.Tag // To is Und where the file does not say
	Units    []Unit       // in document order
	Data     any          // the reader's own, for its writer: what the file was
}

// Unit is one message of a circular: one sentence, in the words of XLIFF 2 a
// unit of one segment.
type Unit struct {
	ID          string           // of the message
	Description string           // what it is, in stable words: "paragraph"
	Notes       []string         // what the author or an editor tells the translators
	Where       []string         // where it stands: "dir-105.fr.md:12"
	Source      document.Content // with what its codes stand for in Code.Disp
	Target      document.Content // a draft while State is Initial
	State       State
	Base        string    // Checksum of the accepted target at the export; "" where the file does not say
	Matches     []Match   // offered, the best first; written, not read
	Terms       []Term    // of the glossary; written, not read
	Before      string    // the source of which the best match is a translation, where that is an earlier version of this one; written, not read
	Findings    []Finding // of checks, in the language of the reader; written, not read
	Line        int       // where it was read, from 1; 0 where lines mean nothing
	// Fault is the rule that the unit breaks in its file; nil for none. Such a
	// unit is read as far as possible and never taken.
	Fault *fault.Error
}

// Match is a translation that is offered to the translator.
type Match struct {
	Text       string // as Content.String prints it
	Origin     string // where it comes from: "glossary"
	Similarity int    // of its source to that of the unit, in percent; 0 when that means nothing
}

// Term is a term of the glossary and what the target language writes for it.
type Term struct {
	Source, Target string
	Verified       bool // by an authority
}

// Finding is what a check has to say of a target.
type Finding struct {
	Severity string // "error", "warning", "info"
	Text     string
}

// State is how far a target has come (XLIFF 2.1, section 4.3.1.33, state).
type State uint8

const (
	// Initial: not translated, or a draft that nobody has accepted.
	Initial State = iota
	// Translated: accepted.
	Translated
	// Reviewed: accepted, and read by a reviser.
	Reviewed
	// Final: nothing is to be done any more.
	Final
)

// states are the names of the states, in XLIFF 2.
var states = []string{"initial", "translated", "reviewed", "final"}

// String gives the name of the state in XLIFF 2: "reviewed".
func (s State) String() string { return states[s] }

// ParseState reads what String prints; anything else is Initial.
func ParseState(name string) State { return State(max(slices.Index(states, name), 0)) }

// Format is a kind of file for translators' tools.
type Format struct {
	Name       string   // "xliff"
	Doc        string   // one line in English
	Extensions []string // lower case, with the dot, the usual one first
	Several    bool     // Write takes several languages of a circular as one file
	Review     bool     // Write shows the findings of checks
	// Sniff reports whether data, the whole file, looks like this format.
	Sniff func(data []byte) bool
	// Write writes files as one: those of one circular, for a format that holds
	// one language a single one. An error of its own is a *fault.Error that says
	// what the format cannot hold.
	Write func(w io.Writer, files ...File) error
	// Read gives the files in data; name is what faults name. Every error is a
	// *fault.Error of kind Input with its line and the rule that is broken; a
	// rule that is broken inside a unit is the Fault of that unit alone. It is
	// nil for a format that does not come back.
	Read func(name string, data []byte) ([]File, error)
}

// Formats lists the formats in the order in which help shows them.
func Formats() []Format {
	return []Format{XLIFF, XLIFF12, PO, XLSX, TMX, HTML}
}

// Named gives the format of that name.
func Named(name string) (Format, bool) {
	i := slices.IndexFunc(Formats(), func(f Format) bool { return f.Name == name })
	if i < 0 {
		return Format{}, false
	}
	return Formats()[i], true
}

// Names lists the names of the formats.
func Names() []string {
	var names []string
	for _, f := range Formats() {
		names = append(names, f.Name)
	}
	return names
}

// Find gives the format of a file: the one that its content tells, among those
// that its name tells first.
func Find(name string, data []byte) (Format, bool) {
	ext := strings.ToLower(path.Ext(name))
	for _, fits := range []func(Format) bool{
		func(f Format) bool { return slices.Contains(f.Extensions, ext) && f.Sniff(data) },
		func(f Format) bool { return f.Sniff(data) },
	} {
		if i := slices.IndexFunc(Formats(), fits); i >= 0 {
			return Formats()[i], true
		}
	}
	return Format{}, false
}

// FileName gives the name of the file of a circular in a language, which is
// always the same: "dir-105.ru.xlf". stem is the circular's name without its
// language and extension.
func (f Format) FileName(stem string, to language.Tag) string {
	return stem + "." + to.String() + f.Extensions[0]
}

// Checksum gives eight hexadecimal digits for an accepted target, as
// Content.String prints it; "" is "not translated". A returned file that says
// the checksum of the target as it was exported tells who changed it since.
func Checksum(target string) string {
	return fmt.Sprintf("%08x", crc32.ChecksumIEEE([]byte(target)))
}

// bounded refuses what is too large to be read.
func bounded(name string, data []byte) error {
	if len(data) > maxBytes {
		return fault.New(fault.Input, "too-large", "is larger than {Limit} MiB", "Limit", maxBytes>>20).At(name, 0)
	}
	return nil
}
