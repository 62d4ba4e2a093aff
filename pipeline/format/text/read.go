package text

import (
	"bytes"
	"errors"
	"math"
	"strings"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/document"
	"hexaglot/pipeline/format/html"
)

// reader turns lines into the chunks and units of a document.
type reader struct {
	src        []byte
	at         int // the bytes before it are in chunks
	chunks     []document.Chunk
	units      []*document.Unit
	directives html.Directives
	sort       int // the line of a comment that asks to sort the list that is read now; 0 for none
	lists      []document.List
	err        error
}

// skeleton takes the bytes up to end as they are.
func (r *reader) skeleton(end int) {
	if end > r.at {
		r.chunks = append(r.chunks, document.Chunk{Raw: r.src[r.at:end:end]})
		r.at = end
	}
}

// block reads the lines at the start of lines that belong together, and tells
// how many they are: a paragraph, or one line of skeleton.
func (r *reader) block(lines []line) (int, error) {
	if lines[0].kind == directive {
		return 1, r.direct(&lines[0])
	}
	n := 0
	longest := 0
	for n < len(lines) && (lines[n].kind == words || lines[n].kind == rule) {
		longest = max(longest, lines[n].width)
		if n++; lines[n-1].ending == paragraph {
			break
		}
	}
	if !r.directives.Skipping {
		r.paragraph(lines[:n], longest)
	}
	return max(n, 1), nil
}

// direct obeys the directive of l.
func (r *reader) direct(l *line) error {
	kind, err := r.directives.Comment(r.src[l.start:l.end])
	if kind == html.Sort {
		r.endList()
		r.sort, r.lists = l.number, append(r.lists, nil)
		return nil
	}
	var f *fault.Error
	if errors.As(err, &f) {
		return f.At("", l.number)
	}
	return err
}

// paragraph makes units of the lines of a paragraph.
func (r *reader) paragraph(lines []line, longest int) {
	for len(lines) > 0 {
		n := 1
		if lines[0].kind == words {
			for n < len(lines) && continues(r.src, &lines[0], &lines[n-1], &lines[n], longest) {
				n++
			}
			r.lines(lines[:n], lines[n:])
		}
		lines = lines[n:]
	}
}

// lines makes a unit of lines that are one, or of each cell of a line that has
// several; rest is what follows in the paragraph.
func (r *reader) lines(lines, rest []line) {
	first := &lines[0]
	role := "paragraph"
	switch {
	case first.item:
		role = "list item"
	case len(first.cells) == 1 && len(rest) > 0 && rest[0].kind == rule && isUnderline(r.src[rest[0].start:rest[0].end]):
		role = "heading"
	}
	if len(lines) == 1 && len(first.cells) > 1 {
		for _, c := range first.cells {
			r.unit(role, first, c, string(r.src[c.start:c.end]), unguarded)
		}
		return
	}
	last := &lines[len(lines)-1]
	r.unit(role, first, cell{first.cells[0].start, last.cells[0].end}, r.join(lines), guard(first, last, rest))
}

// guard gives the width from which on the line after a unit could be taken for
// its continuation, once the unit is written on one line.
func guard(first, last *line, rest []line) int {
	written := *first
	written.ending, written.bare = last.ending, false
	switch {
	case len(rest) == 0, last.broken, !mayContinue(&written, &written, &rest[0]):
		return unguarded
	case hangs(first, &rest[0]):
		return 0
	}
	return full
}

// join gives the text of lines that are one unit.
func (r *reader) join(lines []line) string {
	var b strings.Builder
	for i, l := range lines {
		if i > 0 {
			b.WriteString(joined(r.src, &lines[i-1], &lines[i]))
		}
		b.Write(r.src[l.cells[0].start:l.cells[0].end])
	}
	return b.String()
}

// unguarded is the guard of a unit whose next line cannot be taken for its
// continuation.
const unguarded = math.MaxInt

// unit makes a unit of the bytes of c.
func (r *reader) unit(role string, first *line, c cell, text string, guard int) {
	r.skeleton(c.start)
	r.sorted(role, c)
	u := document.NewUnit(role, first.number, document.Content{Text: text})
	u.Notes = r.directives.TakeNotes()
	u.Encode = encoder(lineEndOf(r.src, first), r.indentation(first), first.content, guard)
	r.units = append(r.units, u)
	r.chunks = append(r.chunks, document.Chunk{Raw: r.src[c.start:c.end:c.end], Unit: u})
	r.at = c.end
}

// sorted notes a unit as an item of the list that is to be sorted; any other
// unit ends the list.
func (r *reader) sorted(role string, c cell) {
	n := len(r.lists) - 1
	switch {
	case r.sort == 0:
	case role == "list item":
		r.lists[n] = append(r.lists[n], document.Span{Start: c.start, End: c.end})
	default:
		r.endList()
	}
}

// endList ends the list that is to be sorted; a comment that no list follows is
// an error.
func (r *reader) endList() {
	if r.sort > 0 && len(r.lists[len(r.lists)-1]) == 0 && r.err == nil {
		r.err = html.NothingToSort().At("", r.sort)
	}
	r.sort = 0
}

// indentation gives what a line of the unit of first begins with.
func (r *reader) indentation(first *line) string {
	if first.item {
		return strings.Repeat(" ", first.content)
	}
	return string(r.src[first.start:first.cells[0].start])
}

// lineEndOf gives the line end of l, or that of the first line where l has none
// or an unusual one.
func lineEndOf(src []byte, l *line) string {
	for _, at := range []int{l.end, max(bytes.IndexAny(src, "\r\n"), 0)} {
		for _, end := range []string{"\r\n", "\r", "\n"} {
			if bytes.HasPrefix(src[at:], []byte(end)) {
				return end
			}
		}
	}
	return "\n"
}

// encoder gives the Encode of a unit whose first line has indent columns before
// its words: the translation on one line, its own line ends followed by the
// indentation, and two spaces from the width of guard on.
func encoder(lineEnd, indentation string, indent, guard int) func(document.Content) []byte {
	return func(c document.Content) []byte {
		text := strings.ReplaceAll(c.Text, "\n", lineEnd+indentation)
		if indent+columns([]byte(text)) >= guard {
			text += "  "
		}
		return []byte(text)
	}
}
