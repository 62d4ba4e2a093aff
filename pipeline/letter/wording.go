package letter

import (
	"regexp"
	"strings"

	"golang.org/x/text/language"

	"hexaglot/messages/fault"
)

// Wording is one way of saying a piece of furniture. {a|b} in it stands for
// either; what is written takes the first. In a label, … is the place of a
// number.
type Wording struct {
	Text     string
	Verified bool   // seen in a document of the ITU or the UN
	Source   string // which one
}

// Entry is a piece of furniture in several languages.
type Entry struct {
	Role     Role
	Label    bool // it stands before what it names, with a colon
	Wordings map[language.Tag][]Wording
}

var mark = regexp.MustCompile(` \[(V\*?|U)\](?: (.+))?$`)

// parseWording reads a wording and the mark behind it; without a mark nothing
// verifies it.
func parseWording(s string) Wording {
	m := mark.FindStringSubmatchIndex(s)
	if m == nil {
		return Wording{Text: s}
	}
	w := Wording{Text: s[:m[0]], Verified: s[m[2]:m[3]] == "V"}
	if m[4] >= 0 {
		w.Source = s[m[4]:m[5]]
	}
	return w
}

const (
	maxWording = 2000 // bytes
	maxDepth   = 8    // of braces within braces
)

// check refuses an entry that nothing could be recognised by.
func (e Entry) check() error {
	n := 0
	for _, wordings := range e.Wordings {
		for _, w := range wordings {
			if len(w.Text) > maxWording || w.depth() > maxDepth || fold(w.plain()) == "" {
				return fault.New(fault.Input, "letter-wording", "{Wording} cannot be recognised: it has no letters, or is too long", "Wording", w.Text[:min(len(w.Text), maxLabel)])
			}
			n++
		}
	}
	if n == 0 {
		return fault.New(fault.Input, "letter-empty", "an entry of the role {Role} has no wording in any language", "Role", string(e.Role))
	}
	return nil
}

// plain gives the wording as it is written: of alternatives, the first.
func (w Wording) plain() string {
	if !strings.ContainsAny(w.Text, "{}") {
		return w.Text
	}
	var b strings.Builder
	depth, skipped := 0, 0
	for _, r := range w.Text {
		switch {
		case r == '{':
			depth++
		case r == '}':
			if depth = max(depth-1, 0); skipped > depth {
				skipped = 0
			}
		case r == '|' && depth > 0:
			if skipped == 0 {
				skipped = depth
			}
		case skipped == 0:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// depth gives how deep braces stand within braces.
func (w Wording) depth() int {
	depth, deepest := 0, 0
	for _, r := range w.Text {
		switch r {
		case '{':
			depth++
			deepest = max(deepest, depth)
		case '}':
			depth--
		}
	}
	return deepest
}

// pattern gives a regular expression for the folded texts that the wording
// stands for.
func (w Wording) pattern() string {
	var b, run strings.Builder
	flush := func() {
		b.WriteString(fold(run.String()))
		run.Reset()
	}
	depth := 0
	for _, r := range w.Text {
		switch {
		case r == '{':
			flush()
			depth++
			b.WriteString("(?:")
		case r == '}' && depth > 0:
			flush()
			depth--
			b.WriteString(")")
		case r == '|' && depth > 0:
			flush()
			b.WriteString("|")
		default:
			run.WriteRune(r)
		}
	}
	flush()
	return "^(?:" + b.String() + strings.Repeat(")", depth) + ")$"
}

// parts gives what a label writes before and behind what it names.
func (w Wording) parts() (before, after string, number bool) {
	return strings.Cut(w.plain(), "…")
}
