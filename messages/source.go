package messages

// Source is one message as the circular has it now. A text that stands in
// several places is one message.
type Source struct {
	ID          string   // see IDs
	Description string   // what it is, in stable words, for it is part of the hash: "paragraph"
	Text        string   // the text with its codes, as translators see it
	Notes       []string // what the author or an editor tells the translators
	Where       []string // where it stands: "bdt-dir-105.fr.md:12"
	Codes       []string // what its codes stand for: "<a1/> = https://…"
}

// Advice is what helps to translate one message into one language.
type Advice struct {
	Terms  []string // terms with their translations, each on a line of its own
	Drafts []Draft  // the best first
	// Accept is a translation that needs nobody's consent: the message becomes
	// an accepted one, and a line "#. origin: …" tells where it came from until
	// somebody changes it. nil for none.
	Accept *Draft
}

// Files are the catalogs of one language; nil where there is no such file.
// The source language has no Translate.
type Files struct {
	Active, Translate, Attic *Catalog
}

// Heads are the texts that explain a catalog at its top, in the language of
// whoever works with it; "" for none, lines divided by \n.
type Heads struct {
	Active, Translate, Attic string
}

// Options direct the update of the catalogs of a target language.
type Options struct {
	Heads Heads
	// Previous names the origin of a draft that is the translation of an
	// earlier version; "" stands for "previous version".
	Previous string
	// Advise gives advice on a message; it is asked for each that is to do, in
	// document order. nil gives none. The same source must get the same advice,
	// or a second update changes the file.
	Advise func(*Source) Advice
}

// Report lists, by their ids and in document order, what an update did.
type Report struct {
	New      []string // in the circular for the first time
	Changed  []string // new, in place of one that disappeared
	Moved    []string // filled in the translate file, now active
	Restored []string // back in the circular, taken from the attic
	Removed  []string // disappeared and not replaced; in the attic if anything was typed for it
	Taken    []string // accepted by itself, as Advice.Accept says
	Done     []string // accepted, after the update
	ToDo     []string // still to translate, after the update
}
