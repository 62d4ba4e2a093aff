package messages

import (
	"strings"

	"golang.org/x/text/language"
)

// revised gives a catalog without messages, with a new head and with what a
// translator wrote at the top and the end of the old one.
func revised(lang language.Tag, old *Catalog, head string) *Catalog {
	c := &Catalog{Lang: lang, About: aboutLines("", head)}
	if old != nil {
		c.Comments, c.Tail = old.Comments, old.Tail
	}
	return c
}

// aboutLines gives generated lines for a text, one for each of its lines.
func aboutLines(label, text string) []string {
	if text == "" {
		return nil
	}
	var out []string
	for line := range strings.SplitSeq(strings.TrimRight(text, "\n"), "\n") {
		out = append(out, generate(markAbout, label+line))
	}
	return out
}

// generate gives a generated line.
func generate(mark, text string) string { return strings.TrimRight(mark+" "+visible(text), " ") }

func aboutNotes(s *Source) []string {
	var out []string
	for _, note := range s.Notes {
		out = append(out, aboutLines("note: ", note)...)
	}
	return out
}

// aboutPrevious names in the source catalog the messages that this one replaced.
func (p *Plan) aboutPrevious(id string) []string {
	if parts := p.joined[id]; len(parts) > 0 {
		out := make([]string, len(parts))
		for i, part := range parts {
			out[i] = generate(markBefore, part)
		}
		return out
	}
	if previous := p.previous[id]; previous != "" {
		return []string{generate(markBefore, previous)}
	}
	return nil
}

// aboutSource shows the source text.
func (p *Plan) aboutSource(text string) string {
	return generate(markAbout, p.lang.String()+": "+text)
}

// aboutActive gives the generated lines of an accepted message.
func (p *Plan) aboutActive(s *Source) []string {
	return append([]string{p.aboutSource(s.Text)}, aboutNotes(s)...)
}

// aboutToDo gives the generated lines of a message to translate.
func (p *Plan) aboutToDo(s *Source, terms []string) []string {
	var out []string
	if len(s.Where) > 0 {
		out = append(out, aboutWhere(s.Where))
	}
	out = append(out, aboutLines("", s.Description)...)
	out = append(out, aboutNotes(s)...)
	out = append(out, p.aboutSource(s.Text))
	for _, line := range append(s.Codes[:len(s.Codes):len(s.Codes)], terms...) {
		out = append(out, generate(markAbout, line))
	}
	return out
}

// aboutWhere shows the first places where a message stands.
func aboutWhere(places []string) string {
	const most = 10
	line := strings.Join(places[:min(len(places), most)], " ")
	if len(places) > most {
		line += " …"
	}
	return generate(markWhere, line)
}

// aboutBefore gives the lines that show what a message was before.
func (p *Plan) aboutBefore(old, now string) []string {
	return []string{
		generate(markBefore, p.lang.String()+": "+old),
		generate(markBefore, WordDiff(old, now)),
	}
}
