package messages

import (
	"strings"

	"golang.org/x/text/language"
)

// EmptyMark is the translation of a message that is left empty on purpose. It
// is a filled one like any other; an empty text means "to do".
const EmptyMark = "<empty/>"

// Catalog is one file of messages in one language. Comment lines are kept
// verbatim, from their # on.
type Catalog struct {
	Lang     language.Tag
	About    []string // the generated lines at the top
	Comments []string // the translator's lines at the top
	Messages []*Message
	Tail     []string // the translator's lines at the end
}

// Message is one message of a catalog.
type Message struct {
	ID          string
	Description string            // what it is, in stable words: "paragraph"
	Hash        string            // of the source that was translated, see Hash
	Other       string            // the text; "" is still to do
	More        map[string]string // go-i18n's other keys: zero, one, two, few, many, leftdelim, rightdelim
	Drafts      []Draft           // offered, not accepted
	About       []string          // generated comment lines, but for drafts
	Facts       []Fact            // what is known of the translation; see Fact
	Comments    []string          // the translator's comment lines
	Line        int               // where it was read, from 1; 0 when it was not
}

// Draft is a translation that is offered to the translator.
type Draft struct {
	Text       string
	Origin     string // where it comes from, in the translator's language: "glossary"
	Similarity int    // of its source to the message, in percent; 0 when that means nothing
	Kept       bool   // it came from outside: nothing could find it again, so updates keep it
}

// Filled reports whether m has a translation: a text that is not white space.
func (m *Message) Filled() bool { return filled(m.Other) }

func filled(text string) bool { return strings.TrimSpace(text) != "" }

// ByID gives the messages of c by their id; of a nil catalog, none.
func (c *Catalog) ByID() map[string]*Message {
	if c == nil {
		return nil
	}
	byID := make(map[string]*Message, len(c.Messages))
	for _, m := range c.Messages {
		byID[m.ID] = m
	}
	return byID
}

// Accepted gives the texts of c that are filled, by the id of their message;
// of a nil catalog, none.
func (c *Catalog) Accepted() map[string]string {
	if c == nil {
		return nil
	}
	texts := make(map[string]string, len(c.Messages))
	for _, m := range c.Messages {
		if m.Filled() {
			texts[m.ID] = m.Other
		}
	}
	return texts
}

// Empty reports whether c, which may be nil, has neither a message nor a
// comment of a translator: such a catalog needs no file.
func (c *Catalog) Empty() bool {
	return c == nil || len(c.Messages)+len(c.Comments)+len(c.Tail) == 0
}

// messages gives the messages of c, which may be nil, in their order.
func (c *Catalog) messages() []*Message {
	if c == nil {
		return nil
	}
	return c.Messages
}
