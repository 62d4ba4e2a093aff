package messages

import (
	"slices"
	"strings"
)

// Fact is something known of a translation that go-i18n has no key for: where
// it comes from, or how far it has been reviewed. It holds for the text that it
// was noted for; once the translator edits that, it is gone.
type Fact struct {
	Name, Value string
	sum         string
}

// The names of facts.
const (
	FactOrigin = "origin" // what the translation was taken from: "glossary 100%"
	FactState  = "state"  // in XLIFF 2 terms, where it is more than translated: "reviewed", "final"
)

// NewFact gives a fact about the translation text.
func NewFact(name, value, text string) Fact {
	f := Fact{Name: name, Value: strings.Join(strings.Fields(visible(value)), " ")}
	f.sum = f.checksum(text)
	return f
}

func (f Fact) checksum(text string) string { return checksum(text, f.Name+": "+f.Value, false) }

// Fact gives the value of a fact that holds for the translation of m, or "".
func (m *Message) Fact(name string) string {
	for _, f := range m.Facts {
		if f.Name == name && f.sum == f.checksum(m.Other) {
			return f.Value
		}
	}
	return ""
}

// SetFact notes a fact about the translation of m in place of others of its
// name; an empty value notes none.
func (m *Message) SetFact(name, value string) {
	m.Facts = slices.DeleteFunc(slices.Clone(m.Facts), func(f Fact) bool { return f.Name == name })
	if value != "" {
		m.Facts = append(m.Facts, NewFact(name, value, m.Other))
	}
}

// holding keeps of each name the first fact that holds for text.
func holding(facts []Fact, text string) []Fact {
	var out []Fact
	for _, f := range facts {
		known := slices.ContainsFunc(out, func(o Fact) bool { return o.Name == f.Name })
		if !known && f.sum == f.checksum(text) {
			out = append(out, f)
		}
	}
	return out
}

// appendFact appends the line of f.
func appendFact(dst []byte, f Fact) []byte {
	return append(dst, markFact+" "+f.Name+": "+f.Value+" "+f.sum+"\n"...)
}

// parseFact reads a line of appendFact.
func parseFact(line string) (Fact, bool) {
	body, sum := cutLast(strings.TrimSpace(strings.TrimPrefix(line, markFact)))
	name, value, ok := strings.Cut(body, ": ")
	if !ok || name == "" || value == "" || !strings.HasPrefix(sum, "~") {
		return Fact{}, false
	}
	return Fact{Name: name, Value: value, sum: sum}, true
}
