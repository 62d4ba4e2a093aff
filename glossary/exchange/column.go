package exchange

import (
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"hexaglot/glossary"
)

// entry is a term where it stands; a concept without terms has an entry of its
// own.
type entry struct {
	concept *glossary.Concept
	lang    language.Tag
	term    *glossary.Term
}

// column is one property of a concept or a term in a table.
type column struct {
	name string
	get  func(e entry) string
	// set reads a cell that is not empty and reports whether it can be.
	set func(e entry, cell string) bool
}

// conceptColumns and termColumns hold every property; a table has id, the first
// ones, lang, and the second ones.
var (
	conceptColumns = []column{
		{"subject", func(e entry) string { return e.concept.Subject }, func(e entry, s string) bool { return once(&e.concept.Subject, s) }},
		{"concept_pos", func(e entry) string { return e.concept.POS }, func(e entry, s string) bool { return once(&e.concept.POS, s) }},
		{"definition", func(e entry) string { return e.concept.Definition }, func(e entry, s string) bool { return once(&e.concept.Definition, s) }},
		{"concept_note", func(e entry) string { return e.concept.Note }, func(e entry, s string) bool { return once(&e.concept.Note, s) }},
	}
	termColumns = []column{
		{"term", func(e entry) string { return e.term.Text }, func(e entry, s string) bool { return text(&e.term.Text, s) }},
		{"type", func(e entry) string { return string(e.term.Type) }, func(e entry, s string) bool { return word(&e.term.Type, types, s) }},
		{"status", func(e entry) string { return string(e.term.Status) }, func(e entry, s string) bool { return word(&e.term.Status, statuses, s) }},
		{"pos", func(e entry) string { return e.term.POS }, func(e entry, s string) bool { return text(&e.term.POS, s) }},
		{"gender", func(e entry) string { return e.term.Gender }, func(e entry, s string) bool { return word(&e.term.Gender, genders, s) }},
		{"number", func(e entry) string { return e.term.Number }, func(e entry, s string) bool { return word(&e.term.Number, numbers, s) }},
		{"note", func(e entry) string { return e.term.Note }, func(e entry, s string) bool { return text(&e.term.Note, s) }},
		{"source", func(e entry) string { return e.term.Source }, func(e entry, s string) bool { return text(&e.term.Source, s) }},
		{"verified", func(e entry) string { return yes(e.term.Verified) }, func(e entry, s string) bool { return word(&e.term.Verified, answers, s) }},
		{"forms", func(e entry) string { return joinList(e.term.Forms) }, func(e entry, s string) bool { return list(&e.term.Forms, s) }},
		{"except", func(e entry) string { return joinList(e.term.Except) }, func(e entry, s string) bool { return list(&e.term.Except, s) }},
		{"insert", func(e entry) string { return number(e.term.Insert) }, func(e entry, s string) bool { return count(&e.term.Insert, s) }},
		{"exact", func(e entry) string { return yes(e.term.Exact) }, func(e entry, s string) bool { return word(&e.term.Exact, answers, s) }},
		{"capital", func(e entry) string { return yes(e.term.Capital) }, func(e entry, s string) bool { return word(&e.term.Capital, answers, s) }},
		{"word", func(e entry) string { return yes(e.term.Word) }, func(e entry, s string) bool { return word(&e.term.Word, answers, s) }},
		{"silent", func(e entry) string { return yes(e.term.Silent) }, func(e entry, s string) bool { return word(&e.term.Silent, answers, s) }},
	}
)

// maxInsert is the most foreign words that a term may allow, as in itu.toml.
const maxInsert = 3

// aliases are the names that others give to columns.
var aliases = map[string]string{
	"concept_id": "id", "conceptid": "id", "entry_id": "id", "entry": "id", "identifier": "id", "concept": "id",
	"subject_field": "subject", "subjectfield": "subject", "domain": "subject",
	"concept_part_of_speech": "concept_pos", "description": "definition", "concept_definition": "definition",
	"language": "lang", "locale": "lang", "language_code": "lang", "lang_code": "lang",
	"term_type": "type", "termtype": "type", "designation": "term",
	"term_status": "status", "administrative_status": "status", "administrativestatus": "status",
	"part_of_speech": "pos", "partofspeech": "pos", "grammatical_gender": "gender", "grammatical_number": "number",
	"usage_note": "note", "notes": "note", "comment": "note", "comments": "note", "remark": "note", "remarks": "note",
	"reference": "source", "references": "source", "sources": "source",
	"abbreviation": "abbr", "acronym": "abbr",
}

var nameSigns = strings.NewReplacer(" ", "_", "-", "_", ":", "_", ".", "_", "\u00a0", "_")

// columnName gives the name of a column as the lists above have it.
func columnName(header string) string {
	name := nameSigns.Replace(strings.ToLower(strings.Trim(header, " \t\r\n#\ufeff\u00a0")))
	name = strings.TrimPrefix(name, "x_")
	if known, ok := aliases[name]; ok {
		return known
	}
	return name
}

// once keeps the first text that a concept is given.
func once(dst *string, s string) bool {
	if *dst == "" {
		*dst = s
	}
	return true
}

func text(dst *string, s string) bool {
	*dst = s
	return true
}

func word[V any](dst *V, words map[string]V, s string) (ok bool) {
	var v V
	if v, ok = words[plainWord(s)]; ok {
		*dst = v
	}
	return ok
}

func list(dst *[]string, s string) bool {
	*dst = splitList(s)
	return true
}

func count(dst *int, s string) bool {
	n, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	*dst = int(n)
	return err == nil && n >= 0 && n <= maxInsert && n == float64(*dst)
}

func yes(v bool) string {
	if v {
		return "yes"
	}
	return ""
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
