package pipeline

import (
	"strings"

	"golang.org/x/text/language"

	"hexaglot/glossary"
	"hexaglot/messages"
	"hexaglot/pipeline/check"
	"hexaglot/pipeline/document"
)

// Terms is what the messages of a circular name of a glossary, and where each
// concept is introduced. It is made once, and read for every target language.
type Terms struct {
	from       language.Tag
	mentions   map[string][]mention // by message
	introduced map[string]string    // message by concept
}

// mention is a concept that a message names.
type mention struct {
	concept               *glossary.Concept
	text                  string
	abbreviated, singular bool
}

// FindTerms looks for the concepts of base in the messages of a circular, given
// in document order. A concept is introduced where the source explains its
// abbreviation, else in the first message that names it, headings aside.
func FindTerms(base *glossary.Termbase, src []messages.Source, from language.Tag) *Terms {
	t := &Terms{from: from, mentions: make(map[string][]mention, len(src)), introduced: map[string]string{}}
	found := make([][]glossary.Match, len(src))
	texts := make([]string, len(src))
	matcher := base.Matcher(from)
	inParallel(len(src), func(i int) {
		texts[i] = document.ParseContent(src[i].Text).Text
		found[i] = matcher.Find(texts[i])
	})
	for i, m := range src {
		t.mentions[m.ID] = t.read(texts[i], found[i])
		for _, x := range glossary.Introductions(texts[i], found[i]) {
			t.introduce(x.Concept.ID, m.ID)
		}
	}
	for _, headings := range []bool{false, true} {
		for _, m := range src {
			for _, x := range t.mentions[m.ID] {
				if headings || !check.Headline(m.Description) {
					t.introduce(x.concept.ID, m.ID)
				}
			}
		}
	}
	return t
}

// introduce notes that a message introduces a concept, if none does yet.
func (t *Terms) introduce(concept, id string) {
	if _, ok := t.introduced[concept]; !ok {
		t.introduced[concept] = id
	}
}

// read gives the concepts that a text names, each once.
func (t *Terms) read(text string, matches []glossary.Match) []mention {
	var out []mention
	seen := map[string]bool{}
	for _, m := range matches {
		if seen[m.Concept.ID] {
			continue
		}
		seen[m.Concept.ID] = true
		out = append(out, mention{
			concept: m.Concept, text: strings.Join(strings.Fields(text[m.Start:m.End]), " "),
			abbreviated: m.Term.Type == glossary.Abbreviation, singular: m.Singular(text, t.from),
		})
	}
	return out
}

// Lines gives the concepts that a message names with what the target language
// writes for them there, a line each: "PMA → least developed countries (LDCs)"
// in the message that introduces them, "PMA → LDCs" in the others. A term that
// the glossary could not verify is marked with "?".
func (t *Terms) Lines(id string, to language.Tag) []string {
	var out []string
	for _, m := range t.mentions[id] {
		wanted := m.concept.Preferred(to)
		if wanted == nil {
			continue
		}
		line := m.text + " → " + m.concept.Later(to, m.abbreviated, m.singular)
		if t.introduced[m.concept.ID] == id {
			line = m.text + " → " + m.concept.Label(to)
		}
		if !wanted.Verified {
			line += " ?"
		}
		out = append(out, line)
	}
	return out
}
