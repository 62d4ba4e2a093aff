package exchange

import (
	"regexp"
	"strings"

	"hexaglot/messages/fault"
)

// poEntry is an entry of a PO file, and where it stands in the text.
type poEntry struct {
	comments []poComment
	fields   []poField
	obsolete bool
	line     int
	broken   *fault.Error // the first rule that it breaks
}

// poComment is a line that begins with a number sign.
type poComment struct {
	start, end int // end is that of the next line's start
	text       string
}

// poField is a keyword with its string.
type poField struct {
	keyword    string // "msgstr", "msgstr[1]"
	text       string
	start, end int
	line       int
}

// get gives the text of a field.
func (e *poEntry) get(keyword string) (text string, ok bool) {
	f := e.field(keyword)
	if f == nil {
		return "", false
	}
	return f.text, true
}

func (e *poEntry) field(keyword string) *poField {
	for i := range e.fields {
		if e.fields[i].keyword == keyword {
			return &e.fields[i]
		}
	}
	return nil
}

// flags gives the flags of an entry: "fuzzy", "no-wrap", "c-format".
func (e *poEntry) flags() map[string]bool {
	out := map[string]bool{}
	for _, c := range e.comments {
		if strings.HasPrefix(c.text, "#,") || strings.HasPrefix(c.text, "#=") {
			for flag := range strings.SplitSeq(c.text[2:], ",") {
				out[strings.TrimSpace(flag)] = true
			}
		}
	}
	return out
}

// isHeader reports whether e is the header of its file.
func (e *poEntry) isHeader() bool {
	id, ok := e.get("msgid")
	_, within := e.get("msgctxt")
	return ok && id == "" && !within && !e.obsolete
}

// poKeyword matches a keyword with its index.
var poKeyword = regexp.MustCompile(`^(domain|msgctxt|msgid_plural|msgid|msgstr)([ \t]*\[[ \t]*([0-9]{1,3})[ \t]*\])?`)

// poParser reads a PO file line by line (GNU gettext, The Format of PO Files). An
// entry that breaks a rule is left at its first mistake, and the next one read.
type poParser struct {
	text    string
	entries []*poEntry
	line    int
}

// parsePO gives the entries of a text.
func parsePO(text string) []*poEntry {
	p := &poParser{text: text}
	for at := 0; at < len(text); {
		next := len(text)
		if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
			next = at + n + 1
		}
		p.line++
		p.take(at, next)
		at = next
	}
	for _, e := range p.entries {
		e.complete()
	}
	return p.entries
}

// take reads one line.
func (p *poParser) take(start, next int) {
	line := strings.TrimRight(p.text[start:next], "\r\n")
	body := strings.TrimLeft(line, " \t\uFEFF")
	at := start + len(line) - len(body)
	switch {
	case body == "":
	case strings.HasPrefix(body, "#~") && !strings.HasPrefix(body, "#~|"):
		rest := strings.TrimLeft(body[2:], " \t")
		p.strings(rest, at+len(body)-len(rest), true)
	case strings.HasPrefix(body, "#"):
		e := p.current(p.begun())
		e.comments = append(e.comments, poComment{start, next, body})
	default:
		p.strings(body, at, false)
	}
}

// begun reports whether the entry that is being read has its translation.
func (p *poParser) begun() bool {
	if len(p.entries) == 0 {
		return false
	}
	e := p.entries[len(p.entries)-1]
	return len(e.fields) > 0 && strings.HasPrefix(e.fields[len(e.fields)-1].keyword, "msgstr") || e.broken != nil
}

// current gives the entry that is being read, or another one.
func (p *poParser) current(another bool) *poEntry {
	if another || len(p.entries) == 0 {
		p.entries = append(p.entries, &poEntry{line: p.line})
	}
	return p.entries[len(p.entries)-1]
}

// strings reads keywords and strings, which begin at an offset.
func (p *poParser) strings(body string, at int, obsolete bool) {
	for body != "" && body[0] != '#' {
		n := p.token(body, at, obsolete)
		if n == 0 {
			return
		}
		rest := strings.TrimLeft(body[n:], " \t\r")
		at += len(body) - len(rest)
		body = rest
	}
}

// token reads one keyword or string; 0 gives the line up.
func (p *poParser) token(body string, at int, obsolete bool) int {
	if body[0] == '"' {
		return p.continued(body, at)
	}
	m := poKeyword.FindStringSubmatch(body)
	if m == nil {
		p.fault(p.line, "po-syntax", "this is no part of an entry: {Text}", "Text", body[:min(len(body), 40)])
		return 0
	}
	keyword := m[1]
	if m[3] != "" {
		keyword += "[" + m[3] + "]"
	}
	first := keyword == "msgctxt" || keyword == "msgid" && p.hasSource()
	e := p.current(first && p.started() || p.begun() && !strings.HasPrefix(keyword, "msgstr"))
	if e.field(keyword) != nil {
		p.fault(p.line, "po-syntax", "this is no part of an entry: {Text}", "Text", body[:min(len(body), 40)])
		return 0
	}
	if len(e.fields) == 0 {
		e.line, e.obsolete = p.line, obsolete
	}
	e.fields = append(e.fields, poField{keyword: keyword, start: at, end: at + len(m[0]), line: p.line})
	return len(m[0])
}

// started reports whether the current entry has any field.
func (p *poParser) started() bool {
	return len(p.entries) > 0 && len(p.entries[len(p.entries)-1].fields) > 0
}

// hasSource reports whether the current entry has its msgid.
func (p *poParser) hasSource() bool {
	return p.started() && p.entries[len(p.entries)-1].field("msgid") != nil
}

// continued reads a string of the current field.
func (p *poParser) continued(body string, at int) int {
	if !p.started() {
		p.fault(p.line, "po-syntax", "this is no part of an entry: {Text}", "Text", body[:min(len(body), 40)])
		return 0
	}
	text, n, ok := poString(body)
	if !ok {
		p.fault(p.line, "po-string", "the string is not closed, or an escape in it is none")
		return 0
	}
	e := p.current(false)
	f := &e.fields[len(e.fields)-1]
	f.text += text
	f.end = at + n
	return n
}

// fault notes the first mistake of an entry.
func (p *poParser) fault(line int, id, text string, args ...any) {
	e := p.current(false)
	if e.broken == nil {
		e.broken = fault.New(fault.Input, id, text, args...).At("", line)
	}
}

// complete notes what an entry lacks.
func (e *poEntry) complete() {
	if len(e.fields) == 0 || e.fields[0].keyword == "domain" || e.broken != nil {
		return
	}
	for _, keyword := range []string{"msgid", "msgstr"} {
		if e.field(keyword) == nil && e.field(keyword+"[0]") == nil {
			e.broken = fault.New(fault.Input, "po-lacks", "the entry has no {Keyword}", "Keyword", keyword).At("", e.line)
			return
		}
	}
}
