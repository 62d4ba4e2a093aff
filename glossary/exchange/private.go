package exchange

import (
	"encoding/json"
	"fmt"
	"strings"

	"hexaglot/glossary"
)

// privateMark begins a note that holds what TBX-Basic has no place for, as JSON:
// <note>hexaglot:{"verified":true}</note>. Every TBX tool keeps notes.
const privateMark = "hexaglot:"

// private is what a concept or a term has besides the data categories of
// TBX-Basic. A text stands here, too, when an element cannot hold it as it is:
// spaces at its edges, control characters.
type private struct {
	ID         *string  `json:"id,omitempty"`
	Subject    *string  `json:"subject,omitempty"`
	POS        *string  `json:"pos,omitempty"`
	Definition *string  `json:"definition,omitempty"`
	Text       *string  `json:"term,omitempty"`
	Note       *string  `json:"note,omitempty"`
	Source     *string  `json:"source,omitempty"`
	Verified   bool     `json:"verified,omitempty"`
	Forms      []string `json:"forms,omitempty"`
	Except     []string `json:"except,omitempty"`
	Insert     int      `json:"insert,omitempty"`
	Exact      bool     `json:"exact,omitempty"`
	Capital    bool     `json:"capital,omitempty"`
	Word       bool     `json:"word,omitempty"`
	Silent     bool     `json:"silent,omitempty"`
}

// ofConcept gives what the elements of a concept do not say; id is the one that
// its element has.
func ofConcept(c *glossary.Concept, id string) private {
	return private{
		ID: differs(c.ID, id), Subject: differs(c.Subject, tidy(c.Subject)), POS: differs(c.POS, ""),
		Definition: differs(c.Definition, tidy(c.Definition)), Note: differs(c.Note, plainNote(c.Note)),
	}
}

// ofTerm gives what the elements of a term do not say.
func ofTerm(t *glossary.Term) private {
	return private{
		Text: differs(t.Text, tidy(t.Text)), POS: differs(t.POS, readPOS(writePOS(t.POS))),
		Note: differs(t.Note, plainNote(t.Note)), Source: differs(t.Source, tidy(t.Source)),
		Verified: t.Verified, Forms: t.Forms, Except: t.Except, Insert: t.Insert,
		Exact: t.Exact, Capital: t.Capital, Word: t.Word, Silent: t.Silent,
	}
}

// differs gives want where an element would give back something else.
func differs(want, got string) *string {
	if want == got {
		return nil
	}
	return &want
}

// note gives the note that holds p, or "" where there is nothing to hold.
func (p private) note() string {
	if text := toJSON(p); text != "{}" {
		return privateMark + escapeNonXML(text)
	}
	return ""
}

// escapeNonXML writes the characters of a JSON text that XML does not know as
// JSON does.
func escapeNonXML(text string) string {
	var b strings.Builder
	for _, r := range text {
		if xmlChar(r) {
			b.WriteRune(r)
			continue
		}
		fmt.Fprintf(&b, `\u%04x`, r)
	}
	return b.String()
}

// plainNote gives a note as an element holds it; one that would be taken for a
// private note is not written there.
func plainNote(s string) string {
	if s = tidy(s); strings.HasPrefix(s, privateMark) {
		return ""
	}
	return s
}

// readPrivate reads a note that note wrote.
func readPrivate(text string) (p private, ok bool) {
	text, ok = strings.CutPrefix(text, privateMark)
	if !ok || json.Unmarshal([]byte(text), &p) != nil {
		return private{}, false
	}
	return p, p.Insert >= 0 && p.Insert <= maxInsert
}

func (p private) toConcept(c *glossary.Concept) {
	override(&c.ID, p.ID)
	override(&c.Subject, p.Subject)
	override(&c.POS, p.POS)
	override(&c.Definition, p.Definition)
	override(&c.Note, p.Note)
}

func (p private) toTerm(t *glossary.Term) {
	override(&t.Text, p.Text)
	override(&t.POS, p.POS)
	override(&t.Note, p.Note)
	override(&t.Source, p.Source)
	t.Verified, t.Forms, t.Except, t.Insert = p.Verified, p.Forms, p.Except, p.Insert
	t.Exact, t.Capital, t.Word, t.Silent = p.Exact, p.Capital, p.Word, p.Silent
}

func override(dst, value *string) {
	if value != nil {
		*dst = *value
	}
}
