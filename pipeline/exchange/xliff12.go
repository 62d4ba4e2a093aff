package exchange

// XLIFF12 is XLIFF 1.2 (OASIS Standard, 1 February 2008).
var XLIFF12 = Format{
	Name:       "xliff12",
	Doc:        "XLIFF 1.2, for Trados, memoQ, OmegaT and Weblate",
	Extensions: []string{".xlf", ".xliff", ".sdlxliff", ".mqxliff"},
	Sniff:      func(data []byte) bool { return mentions(data, "urn:oasis:names:tc:xliff:document:1.") },
}
