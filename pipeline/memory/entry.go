package memory

import (
	"hash/fnv"
	"time"

	"golang.org/x/text/language"
)

// Status says how a translation came about.
type Status string

// The statuses of a translation, the most trusted first.
const (
	Reviewed Status = "reviewed" // checked by a second person
	Human    Status = "human"    // typed or accepted by a translator
	Imported Status = "imported" // from a file of another program
	Machine  Status = "machine"  // nobody has looked at it
)

// statuses lists all of them in the order of their codes in the file.
var statuses = []Status{Reviewed, Human, Imported, Machine}

// Kind says what an origin is.
type Kind string

// The kinds of origins.
const (
	Circular Kind = "circular" // a circular of the project, by the name of its catalogs
	Import   Kind = "import"   // a file that was imported, by its name
)

// Origin is where an entry comes from. Kind and Name make it one.
type Origin struct {
	Kind    Kind
	Name    string
	Project string // the name of the project, for those who share a memory
}

// Translation is a text in another language.
type Translation struct {
	Lang   language.Tag
	Text   string // with its codes, as document.Content.String prints them
	Status Status
	Who    string    // "" where that is not known
	When   time.Time // UTC, in whole seconds; zero where that is not known
}

// Entry is one source text with its translations.
type Entry struct {
	ID           int64 // in the memory; 0 before it is added
	Lang         language.Tag
	Text         string // with its codes, as document.Content.String prints them
	Origin       Origin
	Contexts     []Context // where it stood; at most 16, the latest last
	Translations []Translation
}

// Context is a hash of the two segments around a text; 0 stands for none.
type Context uint64

// ContextOf gives the context of a text that stands between two others, with
// their codes; "" is the edge of the document. Between two edges there is no
// context.
func ContextOf(before, after string) Context {
	if before == "" && after == "" {
		return 0
	}
	h := fnv.New64a()
	h.Write([]byte(before))
	h.Write([]byte{0})
	h.Write([]byte(after))
	return Context(max(1, h.Sum64()))
}

// hashOf gives the hash by which a source text is found.
func hashOf(text string) int64 {
	const offset, prime = 14695981039346656037, 1099511628211 // FNV-1a, 64 bits
	h := uint64(offset)
	for i := range len(text) {
		h = (h ^ uint64(text[i])) * prime
	}
	return int64(h)
}

// Translation gives the translation into a language: into that very language,
// else into one of its varieties (en finds en-US, zh does not find zh-Hant).
func (e *Entry) Translation(lang language.Tag) (t Translation, ok bool) {
	for _, x := range e.Translations {
		if x.Lang == lang {
			return x, true
		}
		if !ok && Same(x.Lang, lang) {
			t, ok = x, true
		}
	}
	return t, ok
}

// Same reports whether two tags name one language in one script, whatever the
// region.
func Same(a, b language.Tag) bool {
	if a == b {
		return true
	}
	x, _ := a.Base()
	y, _ := b.Base()
	if x != y {
		return false
	}
	s, _ := a.Script()
	r, _ := b.Script()
	return s == r
}
