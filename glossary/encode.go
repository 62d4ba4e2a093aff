package glossary

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// order is the order of languages in a file; the others follow by their tags.
var order = []language.Tag{
	language.Arabic, language.Chinese, language.English, language.French, language.Russian, language.Spanish,
}

// Encode gives the termbase as TOML, laid out as itu.toml is: the head comment,
// the concepts in their order, in each the six languages in the order of their
// English names and then the others, and no key that says what is understood.
// Parse gives the same termbase back, and a file that was laid out so comes out
// byte for byte; comments below the head are not part of a termbase.
func (b *Termbase) Encode() []byte {
	var e encoder
	e.head(b.Head)
	for c := range b.All() {
		e.concept(c)
	}
	return e.Bytes()
}

// Languages lists the languages of a concept, in the order of a file.
func (c *Concept) Languages() []language.Tag {
	return slices.SortedFunc(maps.Keys(c.Terms), func(a, b language.Tag) int {
		if x, y := place(a), place(b); x != y {
			return x - y
		}
		return strings.Compare(a.String(), b.String())
	})
}

func place(lang language.Tag) int {
	if i := slices.Index(order, lang); i >= 0 {
		return i
	}
	return len(order)
}

// head gives the comment lines at the beginning of a file.
func head(data []byte) string {
	var lines []string
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, " \t\r\n")
		if line != "" && !strings.HasPrefix(line, "#") {
			break
		}
		lines = append(lines, line)
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

type encoder struct {
	bytes.Buffer
	indent string
}

func (e *encoder) head(comment string) {
	for line := range strings.Lines(comment) {
		line = strings.TrimRight(line, "\r\n")
		if line != "" && !strings.HasPrefix(line, "#") {
			line = "# " + line
		}
		e.WriteString(line + "\n")
	}
}

func (e *encoder) concept(c *Concept) {
	if e.Len() > 0 {
		e.WriteByte('\n')
	}
	e.indent = ""
	e.WriteString("[[concept]]\n")
	e.text("id", c.ID)
	e.some("subject", c.Subject)
	e.some("pos", c.POS)
	e.some("definition", c.Definition)
	e.some("note", c.Note)
	e.indent = "  "
	for _, lang := range c.Languages() {
		for _, t := range c.Terms[lang] {
			fmt.Fprintf(e, "  [[concept.%s]]\n", lang)
			e.term(t, c.POS)
		}
	}
}

// term writes what a term does not have by itself: a full form is preferred
// and has the part of speech of its concept.
func (e *encoder) term(t *Term, pos string) {
	e.text("term", t.Text)
	e.unless("type", string(cmp.Or(t.Type, FullForm)), string(FullForm))
	e.unless("status", string(cmp.Or(t.Status, Preferred)), string(Preferred))
	e.some("gender", t.Gender)
	e.some("number", t.Number)
	if t.Insert > 0 {
		fmt.Fprintf(e, "  insert = %d\n", t.Insert)
	}
	e.unless("pos", t.POS, pos)
	e.list("forms", t.Forms)
	e.list("except", t.Except)
	e.flag("exact", t.Exact)
	e.flag("capital", t.Capital)
	e.flag("word", t.Word)
	e.flag("silent", t.Silent)
	e.some("note", t.Note)
	e.some("source", t.Source)
	e.flag("verified", t.Verified)
}

func (e *encoder) text(key, value string) {
	fmt.Fprintf(e, "%s%s = %s\n", e.indent, key, tomlString(value))
}

func (e *encoder) some(key, value string) { e.unless(key, value, "") }

func (e *encoder) unless(key, value, understood string) {
	if value != understood {
		e.text(key, value)
	}
}

func (e *encoder) flag(key string, value bool) {
	if value {
		fmt.Fprintf(e, "%s%s = true\n", e.indent, key)
	}
}

func (e *encoder) list(key string, values []string) {
	if len(values) == 0 {
		return
	}
	quoted := make([]string, len(values))
	for i, v := range values {
		quoted[i] = tomlString(v)
	}
	fmt.Fprintf(e, "%s%s = [%s]\n", e.indent, key, strings.Join(quoted, ", "))
}

// tomlString gives a TOML string (TOML 1.0, section String): a literal one where
// that saves the reader backslashes.
func tomlString(s string) string {
	if strings.ContainsAny(s, `"\`) && !strings.Contains(s, "'") && !strings.ContainsFunc(s, escaped) {
		return "'" + s + "'"
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case escaped(r):
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// escaped reports whether a quoted string may not or should not hold r as it
// is: control characters, and what ends a line for some editors.
func escaped(r rune) bool {
	return r < 0x20 || r >= 0x7f && r < 0xa0 || r == '\u2028' || r == '\u2029' || r == '\ufeff'
}
