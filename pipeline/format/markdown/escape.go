package markdown

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// escaping is how much of a text is escaped.
type escaping uint8

const (
	barely     escaping = iota // what is markup in every place
	wherever                   // what can be markup where it stands
	everywhere                 // every punctuation mark
)

// write appends the part at i of a translation.
func (s *site) write(out []byte, list []token, i int, e escaping) []byte {
	t := list[i]
	switch {
	case t.code == nil:
		w := writer{site: s, token: t, escape: e, atStart: i == 0, atEnd: i == len(list)-1}
		if !w.atEnd {
			w.next = nextByte(list[i+1])
			w.last = w.last || isBreak(list[i+1].code) && strings.HasSuffix(t.text, `\`)
		}
		return w.text(out)
	case bareAddress(t):
		return writeAddress(out, t, runeAfter(list, i+1), e)
	default:
		return append(out, t.raw...)
	}
}

func nextByte(t token) byte {
	if len(t.raw) > 0 {
		return t.raw[0]
	}
	return 0
}

// bareAddress reports whether t is an address without angle brackets.
func bareAddress(t token) bool {
	return t.code.Name == "a" && len(t.raw) > 0 && t.raw[0] != '<' && t.raw[0] != '[' && t.raw[0] != ']'
}

// writeAddress appends a bare address; between angle brackets where it would
// not be seen as one, or would take what follows with it.
// https://github.github.com/gfm/#autolinks-extension-
func writeAddress(out []byte, t token, after rune, e escaping) []byte {
	before := byte('\n')
	if len(out) > 0 {
		before = out[len(out)-1]
	}
	starts := before == ' ' || before == '\n' || e == barely && strings.IndexByte("*_~(", before) >= 0
	ends := e == barely || unicode.IsSpace(after) || after >= utf8.RuneSelf
	if starts && ends {
		return append(out, t.raw...)
	}
	scheme := ""
	if bytes.HasPrefix(t.raw, []byte("www.")) {
		scheme = "http://"
	}
	return fmt.Appendf(out, "<%s%s>", scheme, t.raw)
}

// writer writes one stretch of text.
type writer struct {
	*site
	token
	escape         escaping
	atStart, atEnd bool
	next           byte // what is written after the text, or 0
}

// text appends the text, line by line.
func (w *writer) text(out []byte) []byte {
	rest := w.token.text
	head, tail := "", ""
	if r, size := utf8.DecodeRuneInString(rest); w.token.first || w.atStart && w.blankEdge(r) {
		head, rest = numeric(r), rest[size:]
	}
	if r, size := utf8.DecodeLastRuneInString(rest); size > 0 && (w.last || w.atEnd && w.blankEdge(r)) {
		tail, rest = numeric(r), rest[:len(rest)-size]
	}
	out = append(out, head...)
	for {
		line, more, found := strings.Cut(rest, "\n")
		out = w.line(out, line, found || tail != "")
		if !found {
			break
		}
		out = append(out, '\n')
		rest = more
	}
	return append(out, tail...)
}

// blankEdge reports whether r would be trimmed at the edge of the block.
func (w *writer) blankEdge(r rune) bool {
	return w.kind != label && r < utf8.RuneSelf && isBlank(byte(r))
}

// numeric writes a character as a reference.
func numeric(r rune) string {
	if r < utf8.RuneSelf {
		return fmt.Sprintf("&#%d;", r)
	}
	return fmt.Sprintf("&#x%X;", r)
}

// line appends one line of the text; more says that text follows on the next.
func (w *writer) line(out []byte, s string, more bool) []byte {
	start := -1
	if w.hasLineStarts() && (len(out) == 0 || out[len(out)-1] == '\n') {
		start = lineStartEscape(s, w.site.first && len(out) == 0)
	}
	closing := -1
	if w.kind == atxHeading && w.atEnd && !more {
		closing = closingHashes(s)
	}
	plain := 0
	for i := range len(s) {
		if i != start && i != closing && !w.special(s, i) {
			continue
		}
		out = append(out, s[plain:i]...)
		out = append(out, '\\')
		plain = i
		if c := s[i]; c == '&' && w.escape != everywhere {
			out = append(out[:len(out)-1], "&amp;"...)
			plain++
		}
	}
	return append(out, s[plain:]...)
}

// hasLineStarts reports whether a line of the text can start a block.
func (w *writer) hasLineStarts() bool {
	return w.kind == paragraph || w.kind == setextHeading || w.kind == term
}

// closingHashes gives where the #s at the end of a heading start, or -1.
func closingHashes(s string) int {
	if trimmed := strings.TrimRight(s, "#"); len(trimmed) < len(s) {
		return len(trimmed)
	}
	return -1
}

// special reports whether the character at i needs an escape.
func (w *writer) special(s string, i int) bool {
	c := s[i]
	if !util.IsPunct(c) {
		return false
	}
	if w.escape == everywhere {
		return true
	}
	return w.always(s, i, c) || w.escape == wherever && w.maybe(s, i, c)
}

// always reports whether the character is markup in every place.
func (w *writer) always(s string, i int, c byte) bool {
	after := w.after(s, i)
	switch c {
	case '\\':
		return after == 0 || after == '\n' || util.IsPunct(after)
	case '&':
		_, size := reference([]byte(s[i:min(len(s), i+40)]))
		return size > 0
	case '<':
		return after == '/' || after == '!' || after == '?' || util.IsAlphaNumeric(after)
	case '|':
		return w.kind == tableCell || w.cell
	case '[':
		return after == '^'
	case '^', '_':
		return after == '{'
	case '{', '}':
		return w.inSuper
	case '!':
		return i == len(s)-1 && w.next == '['
	case '`':
		return w.kind == label // another may follow in the title
	}
	return false
}

// after gives the byte that is written after the one at i, or 0 where only
// the writer of the next part knows.
func (w *writer) after(s string, i int) byte {
	if i+1 < len(s) {
		return s[i+1]
	}
	return w.next
}

// maybe reports whether the character can be markup where it stands.
func (w *writer) maybe(s string, i int, c byte) bool {
	before, after := byte(' '), w.after(s, i)
	if i > 0 {
		before = s[i-1]
	}
	switch c {
	case '`', '[', ']':
		return true
	case '*', '~':
		return !isBlank(before) || !isBlank(after)
	case '_':
		return !util.IsAlphaNumeric(before) || !util.IsAlphaNumeric(after)
	case '@':
		return !w.inLink && util.IsAlphaNumeric(after)
	case ':':
		return !w.inLink && strings.HasPrefix(s[i:], "://")
	case '.':
		return !w.inLink && strings.HasSuffix(s[:i], "www")
	}
	return false
}

// lineStarts are the starts of a line that open a block, with the character to
// escape in a group. https://spec.commonmark.org/0.31.2/#container-blocks-and-leaf-blocks
var lineStarts = regexp.MustCompile(`^(?:` + strings.Join([]string{
	`(#)#{0,5}(?:[ \t]|$)`,        // heading
	`([-+*])(?:[ \t]|$)`,          // list, rule
	`[0-9]{1,9}([.)])(?:[ \t]|$)`, // list
	`(>)`,                         // block quote
	`([-=*_])[-=*_ \t]*$`,         // underline, rule
	`(\+)\+\+[ \t]*$`,             // front matter
	"([~`])(?:~~|``)",             // code
	`(:)(?:[ \t]|$)`,              // definition
	`([:|])[-:| \t]*$`,            // table
}, "|") + `)`)

var checkBox = regexp.MustCompile(`^\[[ \txX]\]`)

// lineStartEscape gives where a backslash keeps the line s from opening a
// block, or -1; first says that it is the first of a list item.
func lineStartEscape(s string, first bool) int {
	if first && checkBox.MatchString(s) {
		return 0
	}
	if s == "" || !util.IsPunct(s[0]) && !util.IsNumeric(s[0]) {
		return -1
	}
	m := lineStarts.FindStringSubmatchIndex(s)
	for i := 2; i < len(m); i += 2 {
		if m[i] >= 0 {
			return m[i]
		}
	}
	return -1
}
