package messages

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/pelletier/go-toml/v2/unstable"
)

// The marks of generated comment lines.
const (
	markWhere  = "#:"
	markAbout  = "#."
	markBefore = "#|"
	markDraft  = "#?"
	markFact   = "#="
)

// comment is a comment line, from its # on.
type comment struct {
	text string
	line int
}

// generated reports whether a comment line is one that the next update writes
// anew. A mark counts where white space or nothing follows.
func generated(text string) bool {
	if len(text) < 2 || !strings.ContainsRune(".:|=", rune(text[1])) {
		return false
	}
	return len(text) == 2 || text[2] == ' ' || text[2] == '\t'
}

// drafted reports whether a comment line is a draft.
func drafted(text string) bool {
	rest, ok := strings.CutPrefix(text, markDraft)
	return ok && (rest == "" || strings.HasPrefix(strings.TrimLeft(rest, " \t"), "other") || unicode.IsSpace(rune(rest[0])))
}

// translators gives a comment of the translator's as a line that no update
// takes for a generated one.
func translators(text string) string {
	text = visible(text)
	if !strings.HasPrefix(text, "#") || generated(text) || drafted(text) {
		return "# " + text
	}
	return text
}

// visible gives text in one line: control characters become their pictures,
// U+2400 and following.
func visible(text string) string {
	if strings.IndexFunc(text, isControl) < 0 {
		return text
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\x7f':
			return '\u2421'
		case isControl(r):
			return '\u2400' + r
		}
		return r
	}, text)
}

// isControl reports whether TOML forbids r in a comment.
func isControl(r rune) bool { return r < ' ' && r != '\t' || r == '\x7f' }

// noted is a comment that has been read: a draft, or a line.
type noted struct {
	text  string
	draft *Draft
}

// comment reads a comment line of a message.
func (r *reader) comment(text string) noted {
	if !drafted(text) {
		return noted{text: text}
	}
	if draft, ok := r.draft(text); ok {
		return noted{draft: &draft}
	}
	return noted{text: kept(strings.TrimPrefix(text, markDraft))}
}

// kept is the comment that holds what a translator left without accepting it.
func kept(text string) string { return "# kept: " + strings.TrimSpace(text) }

func (m *Message) attach(n noted) {
	switch {
	case n.draft != nil:
		m.Drafts = append(m.Drafts, *n.draft)
	case strings.HasPrefix(n.text, markFact) && generated(n.text):
		if f, ok := parseFact(n.text); ok {
			m.Facts = append(m.Facts, f)
		}
	case generated(n.text):
		m.About = append(m.About, n.text)
	default:
		m.Comments = append(m.Comments, n.text)
	}
}

// flush gives the pending comments to the message whose key follows.
func (r *reader) flush() {
	for _, c := range r.pending {
		r.message.attach(r.comment(c.text))
	}
	r.pending = r.pending[:0]
}

// place shares the pending comments between the last message and the next.
func (r *reader) place(next *Message) {
	if r.message == nil {
		r.top(next)
	} else {
		r.between(next)
	}
	r.pending = r.pending[:0]
}

// top gives the block of comments that touches the first message to it, and
// those before to the catalog.
func (r *reader) top(next *Message) {
	n := len(r.pending)
	for line := next.Line - 1; n > 0 && r.pending[n-1].line == line; line-- {
		n--
	}
	r.head(r.pending[:n])
	for _, c := range r.pending[n:] {
		next.attach(r.comment(c.text))
	}
}

func (r *reader) head(comments []comment) {
	for _, c := range comments {
		if generated(c.text) {
			r.cat.About = append(r.cat.About, c.text)
		} else {
			r.cat.Comments = append(r.cat.Comments, translators(c.text))
		}
	}
}

// between gives the last message its trailing comments and the next one the
// rest.
func (r *reader) between(next *Message) {
	n := r.tail(next.Line)
	for _, c := range r.pending[:n] {
		r.message.attach(r.comment(c.text))
	}
	for _, c := range r.pending[n:] {
		next.attach(r.comment(c.text))
	}
}

// tail counts the pending comments that belong to the last message: all up to
// the last draft, and those that touch its last key, unless they touch the
// next message, which begins on line next, as well.
func (r *reader) tail(next int) int {
	touching, drafts := 0, 0
	for i, c := range r.pending {
		if c.line == r.last+1+i && touching == i && !generated(c.text) {
			touching++
		}
		if drafted(c.text) {
			drafts = i + 1
		}
	}
	if touching == len(r.pending) && r.last+1+touching == next {
		return drafts
	}
	return max(touching, drafts)
}

// finish places the comments after the last message.
func (r *reader) finish() {
	if r.message == nil {
		r.head(r.pending)
		return
	}
	n := r.tail(0)
	for i, c := range r.pending {
		switch {
		case i < n:
			r.message.attach(r.comment(c.text))
		case !generated(c.text):
			r.cat.Tail = append(r.cat.Tail, c.text)
		}
	}
}

// labelPattern matches the comment that ends a draft.
var labelPattern = regexp.MustCompile(`^#.* ~[0-9a-f]{8}$`)

// trailing keeps the comment that ends a line; the label of an accepted draft
// is not the translator's.
func (r *reader) trailing(node *unstable.Node, value bool) {
	if node == nil || node.Kind != unstable.Comment {
		return
	}
	text := string(node.Data)
	if value && labelPattern.MatchString(strings.TrimRight(text, " \t")) {
		return
	}
	r.message.Comments = append(r.message.Comments, translators(text))
}
