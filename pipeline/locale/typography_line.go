package locale

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cell is one character of a text at work.
type cell struct {
	r          rune
	start, end int    // in the original text, in bytes; a new one begins where the first that it replaces did
	rule       string // why it is new
	guard      guard
}

// guard says what a character belongs to that no rule may touch.
type guard uint8

const (
	free      guard = iota
	literal         // code, a number, a symbol
	addressed       // and no space beside it may go
)

// line is a text at work: each rule sees what those before it have left, and
// the original text is known for every character.
type line struct {
	text    string // the original
	cells   []cell
	why     map[int]string // the rule that took the original character at a byte
	changed int            // how many changes were made
}

// change replaces the cells from one index to another.
type change struct {
	from, to int
	text     string
}

func newLine(text string) *line {
	l := &line{text: text, cells: make([]cell, 0, len(text)), why: map[int]string{}}
	for i, r := range text {
		l.cells = append(l.cells, cell{r: r, start: i, end: i + utf8.RuneLen(r)})
	}
	return l
}

// apply makes changes, which are in order. It refuses those that overlap, and
// those of characters that stay whatever a rule wants.
func (l *line) apply(rule string, changes []change) {
	if len(changes) == 0 {
		return
	}
	out := make([]cell, 0, len(l.cells)+len(changes))
	at := 0
	for _, c := range changes {
		if c.from < at || !l.allows(c) {
			continue
		}
		out = append(out, l.cells[at:c.from]...)
		for _, gone := range l.cells[c.from:c.to] {
			if gone.rule == "" {
				l.why[gone.start] = rule
			}
		}
		start := l.origin(c.from)
		for _, r := range c.text {
			out = append(out, cell{r: r, start: start, end: start, rule: rule})
		}
		at = c.to
		l.changed++
	}
	l.cells = append(out, l.cells[at:]...)
}

// allows reports whether a change alters something, and neither letters nor
// what is guarded.
func (l *line) allows(c change) bool {
	var old strings.Builder
	for _, x := range l.cells[c.from:c.to] {
		if x.guard != free || unicode.IsLetter(x.r) && x.r != tatweel {
			return false
		}
		old.WriteRune(x.r)
	}
	return old.String() != c.text
}

// indexed gives the text as it is now, and for each of its bytes, and its end,
// the index of the cell.
func (l *line) indexed() (text string, index []int) {
	var b strings.Builder
	b.Grow(len(l.text))
	index = make([]int, 0, len(l.text)+1)
	for i, c := range l.cells {
		b.WriteRune(c.r)
		for len(index) < b.Len() {
			index = append(index, i)
		}
	}
	return b.String(), append(index, len(l.cells))
}

// origin gives the byte of the original text at which a cell begins.
func (l *line) origin(i int) int {
	if i < len(l.cells) {
		return l.cells[i].start
	}
	return len(l.text)
}

// edits gives the changes made so far as edits of the original text.
func (l *line) edits() []Edit {
	var out []Edit
	at := 0
	for i := 0; i <= len(l.cells); i++ {
		first := i
		for i < len(l.cells) && l.cells[i].rule != "" {
			i++
		}
		out = append(out, l.between(at, l.origin(i), l.cells[first:i])...)
		if i < len(l.cells) {
			at = l.cells[i].end
		}
	}
	return joined(out)
}

// joined makes one of edits of one rule that touch.
func joined(all []Edit) []Edit {
	var out []Edit
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].Start == all[n-1].End && all[n].Rule == all[0].Rule {
			n++
		}
		var b strings.Builder
		for _, e := range all[:n] {
			b.WriteString(e.New)
		}
		out = append(out, Edit{all[0].Start, all[n-1].End, b.String(), all[0].Rule})
		all = all[n:]
	}
	return out
}

// between gives the edits of a stretch of the original text of which only new
// cells are left: one for the cells that begin at one place.
func (l *line) between(start, end int, fresh []cell) []Edit {
	var out []Edit
	add := func(to int, text, rule string) {
		for first := true; first || start < to; first = false {
			cut := l.sameReason(start, to)
			if e, ok := l.edit(start, cut, text, rule); ok {
				out = append(out, e)
			}
			start, text = cut, ""
		}
	}
	if len(fresh) == 0 || fresh[0].start > start {
		to := end
		if len(fresh) > 0 {
			to = fresh[0].start
		}
		add(to, "", "")
	}
	for len(fresh) > 0 {
		n := 1
		for n < len(fresh) && fresh[n].start == fresh[0].start {
			n++
		}
		var b strings.Builder
		for _, c := range fresh[:n] {
			b.WriteRune(c.r)
		}
		to, rule := end, fresh[0].rule
		if n < len(fresh) {
			to = fresh[n].start
		}
		fresh = fresh[n:]
		add(to, b.String(), rule)
	}
	return out
}

// sameReason gives the end of the characters from start on that one rule took.
func (l *line) sameReason(start, end int) int {
	for i := range l.text[start:end] {
		if l.why[start+i] != l.why[start] {
			return start + i
		}
	}
	return end
}

// edit gives the edit of a stretch without what is the same at its ends.
func (l *line) edit(start, end int, fresh, rule string) (Edit, bool) {
	for start < end && fresh != "" {
		a, size := utf8.DecodeRuneInString(l.text[start:end])
		if b, _ := utf8.DecodeRuneInString(fresh); a != b {
			break
		}
		start, fresh = start+size, fresh[size:]
	}
	for start < end && fresh != "" {
		a, size := utf8.DecodeLastRuneInString(l.text[start:end])
		if b, _ := utf8.DecodeLastRuneInString(fresh); a != b {
			break
		}
		end, fresh = end-size, fresh[:len(fresh)-size]
	}
	if why, ok := l.why[start]; ok && start < end {
		rule = why
	}
	return Edit{start, end, fresh, rule}, start < end || fresh != ""
}

// at gives the character at an index, 0 beyond the ends.
func (l *line) at(i int) rune {
	if i < 0 || i >= len(l.cells) {
		return 0
	}
	return l.cells[i].r
}

// is reports whether one of the marks stands free at an index.
func (l *line) is(i int, marks string) bool {
	if i < 0 || i >= len(l.cells) || l.cells[i].guard != free {
		return false
	}
	r := l.cells[i].r
	return !plainLetter(r) && strings.ContainsRune(marks, r)
}

// plainLetter reports, quickly, letters of which most texts consist; others are
// not known by it.
func plainLetter(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0x400 && r <= 0x481 || r >= 0x620 && r <= 0x63f || r >= 0x641 && r <= 0x64a
}

// guarded reports whether the cell at an index may not be touched.
func (l *line) guarded(i int) bool {
	return i >= 0 && i < len(l.cells) && l.cells[i].guard != free
}

// before gives the index of the last cell before i that is no space, or -1.
func (l *line) before(i int) int {
	for i--; i >= 0 && space(l.cells[i].r); i-- {
	}
	return i
}

// behind gives the index of the first cell from i on that is no space, or the
// length.
func (l *line) behind(i int) int {
	for i < len(l.cells) && space(l.cells[i].r) {
		i++
	}
	return i
}

// letterBefore reports whether a letter, with its marks, ends before i.
func (l *line) letterBefore(i int) bool {
	for i--; i >= 0 && unicode.IsMark(l.cells[i].r); i-- {
	}
	return unicode.IsLetter(l.at(i))
}

// wordBefore gives the letters and marks that end before i.
func (l *line) wordBefore(i int) []rune {
	start := i
	for start > 0 && wordy(l.cells[start-1].r) {
		start--
	}
	return l.runes(start, i)
}

// wordFrom gives the letters and marks that begin at i.
func (l *line) wordFrom(i int) []rune {
	end := i
	for end < len(l.cells) && wordy(l.cells[end].r) {
		end++
	}
	return l.runes(i, end)
}

func (l *line) runes(from, to int) []rune {
	var out []rune
	for _, c := range l.cells[max(from, 0):max(from, to, 0)] {
		out = append(out, c.r)
	}
	return out
}

// has reports whether a character of a kind stands in the line.
func (l *line) has(kind func(rune) bool) bool {
	for _, c := range l.cells {
		if kind(c.r) {
			return true
		}
	}
	return false
}

// each calls f for every index where one of the marks stands free, and joins
// the changes that f gives.
func (l *line) each(marks string, f func(i int) (change, bool)) []change {
	var out []change
	for i := range l.cells {
		if !l.is(i, marks) {
			continue
		}
		if c, ok := f(i); ok {
			out = append(out, c)
		}
	}
	return out
}

const (
	tatweel  = '\u0640'
	noBreak  = "\u00a0"
	anObject = '\ufffc'
)

// space reports whether r separates words on one line.
func space(r rune) bool     { return r == ' ' || r == '\u00a0' || r == '\u202f' }
func wordy(r rune) bool     { return unicode.IsLetter(r) || unicode.IsMark(r) }
func digitRune(r rune) bool { return unicode.Is(unicode.Nd, r) }
func ascii(r rune) bool     { return r >= '0' && r <= '9' }

// blankOrEnd reports whether r is white space or the end of a text.
func blankOrEnd(r rune) bool { return r == 0 || unicode.IsSpace(r) }

// han reports whether r is a Chinese character.
func han(r rune) bool { return unicode.Is(unicode.Han, r) || r == '〇' || r == '々' }

// wide reports whether r is punctuation as wide as a Chinese character.
func wide(r rune) bool {
	return r >= 0x3001 && r <= 0x3003 || r >= 0x3008 && r <= 0x3011 || r >= 0x3014 && r <= 0x301b ||
		r >= 0xff01 && r <= 0xff0f || r >= 0xff1a && r <= 0xff20 || r >= 0xff3b && r <= 0xff40 || r >= 0xff5b && r <= 0xff60
}

// arabicLetter reports whether r is a letter of the Arabic script.
func arabicLetter(r rune) bool {
	return unicode.Is(unicode.Arabic, r) && (unicode.IsLetter(r) || unicode.IsMark(r)) || r >= 0x064b && r <= 0x065f
}
