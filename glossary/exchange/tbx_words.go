package exchange

import "hexaglot/glossary"

// The values of TBX-Basic for what a term can be.
var (
	tbxTypes = map[glossary.Type]string{
		glossary.FullForm: "fullForm", glossary.Abbreviation: "abbreviation", glossary.ShortForm: "shortForm",
	}
	tbxStatuses = map[glossary.Status]string{
		glossary.Preferred: "preferredTerm-admn-sts", glossary.Admitted: "admittedTerm-admn-sts",
		glossary.Superseded: "supersededTerm-admn-sts", glossary.Deprecated: "deprecatedTerm-admn-sts",
	}
	tbxPOS = map[string]string{
		"noun": "noun", "noun phrase": "noun", "proper noun": "properNoun", "adjective": "adjective", "verb": "verb", "adverb": "adverb",
	}
)

// writePOS gives the part of speech that TBX-Basic knows.
func writePOS(pos string) string {
	if pos == "" {
		return ""
	}
	if known, ok := tbxPOS[pos]; ok {
		return known
	}
	return "other"
}

// readPOS gives a part of speech in our words.
func readPOS(pos string) string {
	if pos == "properNoun" {
		return "proper noun"
	}
	return pos
}
