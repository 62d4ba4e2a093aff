package docx

import "math"

// Options say how a Word file is read. The zero value is the default of each.
type Options struct {
	// AcceptChanges reads a file with tracked changes as if all of them were
	// accepted; without it such a file is refused.
	AcceptChanges bool
	// Comments reads the comments too.
	Comments bool
	// SkipStyles names the paragraph and character styles, by id or by name,
	// whose text stays as it is; nil stands for DefaultSkipStyles().
	SkipStyles []string
	// Fonts are the fonts of each language; nil stands for DefaultFonts().
	Fonts Fonts
	// Limits bound what a file may hold; zero fields stand for DefaultLimits().
	Limits Limits
}

// DefaultSkipStyles gives the styles that say "do not translate" in wide use:
// those for code, and those of translation tools. Names compare without case,
// white space, hyphens and underscores.
func DefaultSkipStyles() []string {
	return []string{
		"DoNotTranslate", "Do Not Translate", "DNT", "NoTranslate", "notranslate", "tw4winExternal", "tw4winInternal",
		"Code", "Code Char", "Code Block", "Source Code", "Verbatim Char", "HTML Code", "HTML Preformatted", "HTML Preformatted Char",
		"HTML Keyboard", "HTML Sample", "HTML Typewriter", "HTML Variable", "Macro Text",
	}
}

// Limits bound what a file may hold, against files made to exhaust memory or
// time.
type Limits struct {
	Entries    int   // files in the archive
	NameBytes  int   // the name of one of them
	Ratio      int64 // inflated bytes for a deflated one, in entries above 1 MiB
	PartBytes  int64 // inflated bytes of one part of XML, at most 2 GiB
	TotalBytes int64 // inflated bytes of all entries
	Depth      int   // elements nested in one another
}

// DefaultLimits gives limits that no honest circular comes near.
func DefaultLimits() Limits {
	return Limits{Entries: 10_000, NameBytes: 1024, Ratio: 200, PartBytes: 64 << 20, TotalBytes: 512 << 20, Depth: 256}
}

// filled gives l with the defaults in its zero fields.
func (l Limits) filled() Limits {
	d := DefaultLimits()
	return Limits{
		Entries: orInt(l.Entries, d.Entries), NameBytes: orInt(l.NameBytes, d.NameBytes), Depth: orInt(l.Depth, d.Depth),
		Ratio: orInt(l.Ratio, d.Ratio), PartBytes: min(orInt(l.PartBytes, d.PartBytes), math.MaxInt32), TotalBytes: orInt(l.TotalBytes, d.TotalBytes),
	}
}

func orInt[T int | int64](v, otherwise T) T {
	if v == 0 {
		return otherwise
	}
	return v
}
