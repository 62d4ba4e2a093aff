package exchange

import (
	"path"
	"slices"
	"strings"

	"hexaglot/glossary"
	"hexaglot/messages/fault"
)

// maxBytes bounds a file that is read; an XLSX file also once unpacked.
const maxBytes = 256 << 20

// Format is a kind of file that holds a termbase.
type Format struct {
	Name       string   // "tbx"
	Doc        string   // one line in English
	Extensions []string // with the dot, the usual one first

	// Sniff reports whether data, the whole file, looks like this format.
	Sniff func(data []byte) bool
	// Read gives the termbase of a file; name is what faults name. Every error
	// is a *fault.Error of kind Input with its line, or the row of a worksheet.
	Read func(name string, data []byte) (*glossary.Termbase, error)
	// Write gives the file of a termbase. An error is a *fault.Error that says
	// what the format cannot hold.
	Write func(b *glossary.Termbase) ([]byte, error)
}

// All lists the formats in the order in which help shows them.
func All() []Format {
	return []Format{TBX, TBXDCA, CSV, TSV, UTX, XLSX, TOML}
}

// Named gives the format of that name.
func Named(name string) (Format, bool) {
	i := slices.IndexFunc(All(), func(f Format) bool { return f.Name == name })
	if i < 0 {
		return Format{}, false
	}
	return All()[i], true
}

// Find gives the format of a file: the one that its name and its content tell,
// else the one that its content tells, else the one that its name tells.
func Find(name string, data []byte) (Format, bool) {
	ext := strings.ToLower(path.Ext(name))
	named := func(f Format) bool { return slices.Contains(f.Extensions, ext) }
	for _, fits := range []func(Format) bool{
		func(f Format) bool { return named(f) && f.Sniff(data) },
		func(f Format) bool { return f.Sniff(data) },
		named,
	} {
		if i := slices.IndexFunc(All(), fits); i >= 0 {
			return All()[i], true
		}
	}
	return Format{}, false
}

// TOML is the form in which a project keeps its termbases.
var TOML = Format{
	Name:       "toml",
	Doc:        "the termbase of a project, as itu.toml",
	Extensions: []string{".toml"},
	Sniff:      func(data []byte) bool { return strings.Contains(string(data[:min(len(data), 1<<16)]), "[[concept]]") },
	Read:       glossary.Parse,
	Write:      func(b *glossary.Termbase) ([]byte, error) { return b.Encode(), nil },
}

// bounded refuses what is too large to be read.
func bounded(name string, data []byte) error {
	if len(data) > maxBytes {
		return fault.New(fault.Input, "too-large", "is larger than {Limit} MiB", "Limit", maxBytes>>20).At(name, 0)
	}
	return nil
}
