package document

import (
	"regexp"
	"strconv"
	"strings"
)

// Kind is the kind of an inline code, in XLIFF 2 terms: the start of a pair
// (sc), its end (ec), or a placeholder (ph).
type Kind uint8

const (
	// Open starts a pair: <b1>.
	Open Kind = iota
	// Close ends a pair: </b1>.
	Close
	// Standalone is a placeholder: <br2/>.
	Standalone
)

// Code is an inline code: markup that stands beside the plain text.
type Code struct {
	Kind Kind
	Name string  // what it does: 1 to 12 lower-case ASCII letters ("b", "a", "sup", "br")
	ID   int     // the number that a translator sees; a pair shares it; from 1
	Pos  int     // byte offset into Content.Text, at a rune boundary
	Data []Chunk // what the writer puts there; it may hold units of its own
	Disp string  // what it stands for, shown to translators ("https://…"), or ""
}

// Content is text with inline codes beside it. Text is plain: no escapes and
// no markup, so that terms, similarity and checks never see any. Codes are in
// the order in which they stand, their Pos never decreasing.
type Content struct {
	Text  string
	Codes []Code
}

// emptied is the code that a translator types for a segment left empty on
// purpose, because a neighbour took its content.
const emptied = "empty"

// EmptiedMark is what a translator types to leave a segment empty on purpose.
const EmptiedMark = "<" + emptied + "/>"

// codePattern matches what a translator sees of a code, and the backslashes
// that stand directly before it.
var codePattern = regexp.MustCompile(`(\\*)<(?:(/?)([a-z]{1,12})([1-9][0-9]{0,3})(/?)|` + emptied + `/)>`)

// String prints c the way a translator reads it: <b1>virtuelle</b1>, <br2/>.
// Text that would read as a code is written with a backslash before it
// (\<b1>), and backslashes directly before a code are doubled, so that
// ParseContent(c.String()) gives c back for any text.
func (c Content) String() string {
	if len(c.Codes) == 0 && !strings.Contains(c.Text, "<") {
		return c.Text
	}
	var b strings.Builder
	b.Grow(len(c.Text) + 8*len(c.Codes))
	at := 0
	for _, code := range c.Codes {
		writeLiteral(&b, c.Text[at:code.Pos], true)
		b.WriteString(code.String())
		at = code.Pos
	}
	writeLiteral(&b, c.Text[at:], false)
	return b.String()
}

// writeLiteral writes text so that none of it reads as a code; beforeCode says
// that a code follows directly.
func writeLiteral(b *strings.Builder, text string, beforeCode bool) {
	at := 0
	if strings.Contains(text, "<") {
		for _, m := range codePattern.FindAllStringSubmatchIndex(text, -1) {
			b.WriteString(text[at:m[2]])
			b.WriteString(strings.Repeat(`\`, 2*(m[3]-m[2])+1))
			b.WriteString(text[m[3]:m[1]])
			at = m[1]
		}
	}
	rest := text[at:]
	b.WriteString(rest)
	if beforeCode {
		b.WriteString(rest[len(strings.TrimRight(rest, `\`)):])
	}
}

// String prints the code the way a translator reads it.
func (c Code) String() string {
	if c.isEmptied() {
		return EmptiedMark
	}
	name := c.Name + strconv.Itoa(c.ID)
	switch c.Kind {
	case Open:
		return "<" + name + ">"
	case Close:
		return "</" + name + ">"
	default:
		return "<" + name + "/>"
	}
}

func (c Code) isEmptied() bool { return c.Name == emptied && c.ID == 0 }

// ParseContent reads what String prints, and what a translator typed. It takes
// any text: what does not read as a code is text. The codes have no Data until
// they are bound to those of a source by Bind.
func ParseContent(s string) Content {
	if !strings.Contains(s, "<") {
		return Content{Text: s}
	}
	var c Content
	var text strings.Builder
	at := 0
	for _, m := range codePattern.FindAllStringSubmatchIndex(s, -1) {
		text.WriteString(s[at:m[2]])
		slashes := m[3] - m[2]
		text.WriteString(strings.Repeat(`\`, slashes/2))
		at = m[1]
		code, ok := parseCode(s, m)
		if slashes%2 == 1 || !ok {
			text.WriteString(s[m[3]:m[1]])
			continue
		}
		code.Pos = text.Len()
		c.Codes = append(c.Codes, code)
	}
	text.WriteString(s[at:])
	c.Text = text.String()
	return c
}

func parseCode(s string, m []int) (Code, bool) {
	if m[6] < 0 {
		return Code{Kind: Standalone, Name: emptied}, true
	}
	code := Code{Name: s[m[6]:m[7]]}
	code.ID, _ = strconv.Atoi(s[m[8]:m[9]])
	closing, alone := m[4] < m[5], m[10] < m[11]
	switch {
	case closing && alone:
		return code, false
	case closing:
		code.Kind = Close
	case alone:
		code.Kind = Standalone
	}
	return code, true
}

// Emptied reports whether c was left empty on purpose: <empty/>, and nothing
// else but codes.
func (c Content) Emptied() bool {
	if strings.TrimSpace(c.Text) != "" {
		return false
	}
	for _, code := range c.Codes {
		if code.isEmptied() {
			return true
		}
	}
	return false
}

// Blank reports whether c holds neither text (white space aside) nor codes.
func (c Content) Blank() bool {
	return len(c.Codes) == 0 && strings.TrimSpace(c.Text) == ""
}

// Append returns the two contents one after the other; the codes keep their
// numbers.
func (c Content) Append(next Content) Content {
	out := Content{Text: c.Text + next.Text}
	out.Codes = make([]Code, 0, len(c.Codes)+len(next.Codes))
	out.Codes = append(out.Codes, c.Codes...)
	for _, code := range next.Codes {
		code.Pos += len(c.Text)
		out.Codes = append(out.Codes, code)
	}
	return out
}

// MapText returns c with every stretch of text between two codes replaced by
// what f gives for it; the codes stay between the same stretches.
func (c Content) MapText(f func(string) string) Content {
	var b strings.Builder
	codes := make([]Code, len(c.Codes))
	at := 0
	for i, code := range c.Codes {
		b.WriteString(mapped(c.Text[at:code.Pos], f))
		at = code.Pos
		code.Pos = b.Len()
		codes[i] = code
	}
	b.WriteString(mapped(c.Text[at:], f))
	return Content{Text: b.String(), Codes: codes}
}

func mapped(s string, f func(string) string) string {
	if s == "" {
		return ""
	}
	return f(s)
}
