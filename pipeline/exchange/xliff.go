package exchange

import (
	"bytes"
	"io"
)

// XLIFF is XLIFF 2.1 (OASIS Standard, 13 February 2018).
var XLIFF = Format{
	Name:       "xliff",
	Doc:        "XLIFF 2.1, with matches, glossary and metadata",
	Extensions: []string{".xlf", ".xliff"},
	Sniff:      func(data []byte) bool { return bytes.Contains(data[:min(len(data), 4096)], []byte("urn:oasis:names:tc:xliff:document:2")) },
	Write:      func(w io.Writer, files ...File) error { return nil },
	Read:       func(name string, data []byte) ([]File, error) { return nil, nil },
}

// XLIFF12 is XLIFF 1.2 (OASIS Standard, 1 February 2008).
var XLIFF12 = Format{
	Name:       "xliff12",
	Doc:        "XLIFF 1.2, for Trados, memoQ, OmegaT and Weblate",
	Extensions: []string{".xlf", ".xliff", ".sdlxliff", ".mqxliff"},
	Sniff:      func(data []byte) bool { return bytes.Contains(data[:min(len(data), 4096)], []byte("urn:oasis:names:tc:xliff:document:1")) },
	Write:      func(w io.Writer, files ...File) error { return nil },
	Read:       func(name string, data []byte) ([]File, error) { return nil, nil },
}
