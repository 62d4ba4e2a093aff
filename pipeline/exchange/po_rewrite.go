package exchange

import (
	"bytes"
	"io"
	"regexp"
	"strings"
)

// rewrite writes the bytes that were read, with changed targets and states in
// their places. Where the encoding of the file cannot hold them, it becomes
// UTF-8.
func (r *poReading) rewrite(w io.Writer, f File) error {
	var edits []edit
	seen := map[string]int{}
	for _, u := range f.Units {
		origins := r.origins[u.ID]
		n := seen[u.ID]
		seen[u.ID]++
		if n < len(origins) && (origins[n].target != u.Target.String() || origins[n].state != u.State) {
			more, err := r.change(origins[n], u)
			if err != nil {
				return err
			}
			edits = append(edits, more...)
		}
	}
	if len(edits) == 0 {
		_, err := w.Write(r.original)
		return err
	}
	var b bytes.Buffer
	if err := (&tree{data: []byte(r.text)}).splice(&b, edits); err != nil {
		return err
	}
	_, err := w.Write(r.encoded(b.Bytes()))
	return err
}

// encoded gives a text as the file had it.
func (r *poReading) encoded(text []byte) []byte {
	if r.encoding == nil {
		return text
	}
	out, err := r.encoding.NewEncoder().Bytes(text)
	if err == nil {
		return out
	}
	return poDeclared.ReplaceAll(text, []byte("${1}UTF-8"))
}

var poDeclared = regexp.MustCompile(`(?i)("Content-Type:[^"]*charset=)[^\s"\\;]+`)

// change gives the edits of one entry, which has one msgstr.
func (r *poReading) change(o poOrigin, u Unit) ([]edit, error) {
	e := o.entry
	field := e.field("msgstr")
	if field == nil {
		return nil, e.plural(u.ID)
	}
	edits := r.marks(e, u)
	if o.target != u.Target.String() {
		lines := poLines("", "msgstr", poText(u.Target.String()), !e.flags()["no-wrap"])
		edits = append(edits, edit{field.start, field.end, strings.Join(lines, r.lineEnd())})
	}
	return edits, nil
}

// lineEnd gives how the lines of the file end.
func (r *poReading) lineEnd() string {
	if strings.Contains(r.text, "\r\n") {
		return "\r\n"
	}
	return "\n"
}

// marks gives the edits that make an entry fuzzy or not, and that note a state
// beyond translated. What an accepted entry was before is of no more use.
func (r *poReading) marks(e *poEntry, u Unit) []edit {
	var edits []edit
	fuzzy := u.State == Initial && !u.Target.Blank()
	noted := false
	for _, c := range e.comments {
		text := c.text
		switch {
		case strings.HasPrefix(text, "#,"):
			text = withoutFuzzy(text)
		case strings.HasPrefix(text, "#|") && !fuzzy:
			text = ""
		case strings.HasPrefix(text, "#. "+labelOurs):
			text, noted = withState(text, u), true
		}
		if text != c.text {
			edits = append(edits, edit{c.start, c.end, r.ended(text)})
		}
	}
	if !noted && u.State >= Reviewed {
		edits = append(edits, r.before(e, withState("#. "+strings.TrimSpace(labelOurs), u)))
	}
	if fuzzy {
		edits = append(edits, r.before(e, "#, fuzzy"))
	}
	return edits
}

// ended gives a line with its end; none for no line.
func (r *poReading) ended(line string) string {
	if line == "" {
		return ""
	}
	return line + r.lineEnd()
}

// before gives the edit that adds a comment to an entry: before those that show
// what it was, and before its first field.
func (r *poReading) before(e *poEntry, line string) edit {
	at := strings.LastIndexByte(r.text[:e.fields[0].start], '\n') + 1
	for _, c := range e.comments {
		if strings.HasPrefix(c.text, "#|") {
			at = min(at, c.start)
		}
	}
	return edit{at, at, r.ended(line)}
}

// withoutFuzzy gives a line of flags without that one; "" where no other is.
func withoutFuzzy(line string) string {
	var rest []string
	for flag := range strings.SplitSeq(line[2:], ",") {
		if flag = strings.TrimSpace(flag); flag != "fuzzy" && flag != "" {
			rest = append(rest, flag)
		}
	}
	if len(rest) == 0 {
		return ""
	}
	return "#, " + strings.Join(rest, ", ")
}

// withState gives the line of checksums with that of the state.
func withState(line string, u Unit) string {
	var out []string
	for field := range strings.FieldsSeq(line) {
		name, _, _ := strings.Cut(field, "=")
		if name != Reviewed.String() && name != Final.String() && name != "draft" {
			out = append(out, field)
		}
	}
	if u.State >= Reviewed {
		out = append(out, u.State.String()+"="+Checksum(u.Target.String()))
	}
	return strings.Join(out, " ")
}
