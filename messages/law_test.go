package messages

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestUpdateLosesNothing is the law: an update of a catalog loses nothing that
// a translator typed; and a second one changes no byte. Editors edit the
// circular, translators their files, in any order.
func TestUpdateLosesNothing(t *testing.T) {
	for range 10 {
		rapid.Check(t, working)
	}
}

// working is any number of days of work.
func working(t *rapid.T) {
	d := &desk{T: t, files: map[string]string{}, typed: map[string]bool{}}
	d.Repeat(map[string]func(*rapid.T){
		"insert":         d.insert,
		"delete":         d.remove,
		"change":         d.change,
		"move":           d.move,
		"split":          d.split,
		"join":           d.join,
		"bring back":     d.bringBack,
		"describe":       d.describe,
		"fill":           d.fill,
		"fill a form":    d.fillForm,
		"accept":         d.accept,
		"edit a draft":   d.editDraft,
		"comment":        d.comment,
		"comment a line": d.commentLine,
		"comment at end": d.commentEnd,
		"fill active":    d.fillActive,
		"edit active":    d.editActive,
		"add a message":  d.addMessage,
		"drop a blank":   d.dropBlank,
		"Windows":        d.windows,
		"update":         d.update,
		"":               func(*rapid.T) {},
	})
	d.update(t)
}

// desk is where an editor and a translator work.
type desk struct {
	*rapid.T
	src, past []Source
	files     map[string]string
	typed     map[string]bool // what must be in the files
	n         int
}

const (
	toDo     = "translate.en.toml"
	accepted = "active.en.toml"
)

func (d *desk) text(t *rapid.T) string {
	word := rapid.SampledFrom([]string{
		"le", "Bureau", "invite", "les", "États", "Membres", "à", "la", "réunion", "<b1>virtuelle</b1>", "\"Partner2Connect\"",
		"l'UIT", "尊敬的", "Уважаемый", "السادة", "\\n", "a\u2028b", "c\nd",
	})
	return strings.Join(rapid.SliceOfN(word, 1, 8).Draw(t, "words"), " ")
}

func (d *desk) put(s Source, at int) {
	s.ID = ID(s.Text)
	if !slices.ContainsFunc(d.src, func(o Source) bool { return o.ID == s.ID }) {
		d.src = slices.Insert(d.src, at, s)
	}
}

func (d *desk) pick(t *rapid.T) int {
	if len(d.src) == 0 {
		t.Skip("no message")
	}
	return rapid.IntRange(0, len(d.src)-1).Draw(t, "message")
}

func (d *desk) insert(t *rapid.T) {
	at := rapid.IntRange(0, len(d.src)).Draw(t, "at")
	d.put(Source{Description: "paragraph", Text: d.text(t), Where: []string{fmt.Sprint("a.md:", at)}}, at)
}

func (d *desk) remove(t *rapid.T) {
	i := d.pick(t)
	d.past = append(d.past, d.src[i])
	d.src = slices.Delete(d.src, i, i+1)
}

func (d *desk) change(t *rapid.T) {
	i := d.pick(t)
	s := d.src[i]
	d.remove(t)
	s.Text += " " + d.text(t)
	d.put(s, min(i, len(d.src)))
}

func (d *desk) move(t *rapid.T) {
	i, j := d.pick(t), d.pick(t)
	d.src[i], d.src[j] = d.src[j], d.src[i]
}

// split makes two messages of one, at a word.
func (d *desk) split(t *rapid.T) {
	i := d.pick(t)
	s := d.src[i]
	words := strings.Fields(s.Text)
	if len(words) < 2 {
		t.Skip("too short")
	}
	at := rapid.IntRange(1, len(words)-1).Draw(t, "word")
	d.past = append(d.past, s)
	d.src = slices.Delete(d.src, i, i+1)
	d.put(Source{Description: s.Description, Text: strings.Join(words[at:], " ")}, i)
	d.put(Source{Description: s.Description, Text: strings.Join(words[:at], " ") + "."}, i)
}

// join makes one message of two that follow each other.
func (d *desk) join(t *rapid.T) {
	i := d.pick(t)
	if i+1 >= len(d.src) {
		t.Skip("the last one")
	}
	a, b := d.src[i], d.src[i+1]
	d.past = append(d.past, a, b)
	d.src = slices.Delete(d.src, i, i+2)
	d.put(Source{Description: a.Description, Text: strings.TrimSuffix(a.Text, ".") + " et " + b.Text}, i)
}

func (d *desk) bringBack(t *rapid.T) {
	if len(d.past) == 0 {
		t.Skip("nothing has gone")
	}
	d.put(rapid.SampledFrom(d.past).Draw(t, "past"), 0)
}

func (d *desk) describe(t *rapid.T) { d.src[d.pick(t)].Description += " x" }

// token is what the translator types next.
func (d *desk) token() string {
	d.n++
	word := fmt.Sprintf("%s %d.", []string{"typed", "напечатано", "输入", "كتب", "saisi", "escrito"}[d.n%6], d.n)
	d.typed[word] = true
	return word
}

// line edits one of the lines of a file that begin in a certain way.
func (d *desk) line(t *rapid.T, name, prefix string, edit func(lines []string, i int) []string) {
	lines := strings.Split(unix(d.files[name]), "\n")
	var found []int
	for i, line := range lines {
		if strings.HasPrefix(line, prefix) && d.files[name] != "" {
			found = append(found, i)
		}
	}
	if len(found) == 0 {
		t.Skip("no such line")
	}
	i := rapid.SampledFrom(found).Draw(t, "line")
	d.files[name] = strings.Join(edit(lines, i), "\n")
}

func (d *desk) fill(t *rapid.T) {
	d.line(t, toDo, `other = ""`, func(lines []string, i int) []string {
		lines[i] = strings.Replace(lines[i], `""`, "'"+d.token()+"'", 1)
		return lines
	})
}

func (d *desk) fillForm(t *rapid.T) {
	d.line(t, toDo, `hash = `, func(lines []string, i int) []string {
		if has(lines, i, func(line string) bool { return strings.HasPrefix(line, "one = ") }) {
			return lines
		}
		return slices.Insert(lines, i+1, "one = \""+d.token()+"\"")
	})
}

// has reports whether the table around a line has such a line.
func has(lines []string, i int, such func(string) bool) bool {
	for i > 0 && !strings.HasPrefix(lines[i], "[") {
		i--
	}
	for i++; i < len(lines) && !strings.HasPrefix(lines[i], "["); i++ {
		if such(lines[i]) {
			return true
		}
	}
	return false
}

func (d *desk) accept(t *rapid.T) {
	d.line(t, toDo, "#? ", func(lines []string, i int) []string {
		if !has(lines, i, func(line string) bool { return strings.HasPrefix(line, "other = ") }) {
			lines[i] = strings.TrimPrefix(lines[i], "#? ")
		}
		return lines
	})
}

func (d *desk) editDraft(t *rapid.T) {
	d.line(t, toDo, "#? other = ", func(lines []string, i int) []string {
		at := len(lines[i]) - len(strings.TrimLeft(strings.TrimPrefix(lines[i], "#? other = "), `"'`))
		if rapid.Bool().Draw(t, "at the end") {
			at = len(lines[i])
		}
		lines[i] = lines[i][:at] + d.token() + lines[i][at:]
		return lines
	})
}

// name gives one of the translator's files.
func (d *desk) name(t *rapid.T) string {
	return rapid.SampledFrom([]string{toDo, accepted, "attic.en.toml"}).Draw(t, "file")
}

func (d *desk) comment(t *rapid.T) {
	d.line(t, d.name(t), "", func(lines []string, i int) []string {
		mark := rapid.SampledFrom([]string{"# ", "#", "#.", "#?", "  # ", "#! ", "# ~ "}).Draw(t, "mark")
		return slices.Insert(lines, i, mark+d.token())
	})
}

func (d *desk) commentLine(t *rapid.T) {
	prefix := rapid.SampledFrom([]string{"other = ", "hash = ", "["}).Draw(t, "line")
	d.line(t, d.name(t), prefix, func(lines []string, i int) []string {
		lines[i] += " #. " + d.token()
		return lines
	})
}

func (d *desk) commentEnd(t *rapid.T) {
	d.files[d.name(t)] += rapid.SampledFrom([]string{"# ", "\n# ", "\n\n\n#"}).Draw(t, "gap") + d.token() + "\n"
}

func (d *desk) fillActive(t *rapid.T) {
	id := d.src[d.pick(t)].ID
	if !strings.Contains(d.files[accepted], `["`+id+`"]`) {
		d.files[accepted] += "\n[\"" + id + "\"]\nother = \"" + d.token() + "\"\n"
	}
}

// editActive replaces an accepted text, which may be lost then: the
// translator took it away.
func (d *desk) editActive(t *rapid.T) {
	d.line(t, accepted, "other = ", func(lines []string, i int) []string {
		for word := range d.typed {
			if strings.Contains(lines[i], word) {
				delete(d.typed, word)
			}
		}
		lines[i] = `other = "` + d.token() + `"`
		return lines
	})
}

func (d *desk) addMessage(t *rapid.T) {
	d.files[d.name(t)] += fmt.Sprintf("\n[by-hand-%d]\nother = %q\n", d.n, d.token())
}

func (d *desk) dropBlank(t *rapid.T) {
	d.line(t, d.name(t), "", func(lines []string, i int) []string {
		if lines[i] == "" && i < len(lines)-1 {
			return slices.Delete(lines, i, i+1)
		}
		return lines
	})
}

// unix undoes windows.
func unix(text string) string {
	return strings.TrimPrefix(strings.ReplaceAll(text, "\r", ""), "\uFEFF")
}

// windows saves a file the way an editor there does.
func (d *desk) windows(t *rapid.T) {
	name := d.name(t)
	if d.files[name] != "" {
		d.files[name] = "\uFEFF" + strings.ReplaceAll(unix(d.files[name]), "\n", "\r\n")
	}
}

func (d *desk) update(t *rapid.T) {
	d.files = d.updated(t, d.files)
	if diff := cmp.Diff(d.files, d.updated(t, d.files)); diff != "" {
		t.Fatalf("a second update changes the files (-first +second)\n%s", diff)
	}
	var all strings.Builder
	for name, text := range d.files {
		if strings.Contains(name, ".en.") {
			all.WriteString(text)
		}
	}
	for word := range d.typed {
		if !strings.Contains(all.String(), word) {
			t.Fatalf("%q is lost", word)
		}
	}
	d.wholeAndSorted(t)
}

// wholeAndSorted checks that each message is done or to do, in the order of
// the circular, and that no catalog has what another has.
func (d *desk) wholeAndSorted(t *rapid.T) {
	files := readFiles(t, d.files, english)
	active, translate, attic := files.Active.ByID(), files.Translate.ByID(), files.Attic.ByID()
	var want, got []string
	for _, s := range d.src {
		want = append(want, s.ID)
		if m := active[s.ID]; m != nil && m.Filled() != (translate[s.ID] == nil) || attic[s.ID] != nil {
			t.Fatalf("%s is not in one place", s.ID)
		}
	}
	for _, m := range append(files.Active.messages(), files.Translate.messages()...) {
		got = append(got, m.ID)
	}
	slices.SortStableFunc(got, func(a, b string) int { return slices.Index(want, a) - slices.Index(want, b) })
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatal(diff)
	}
}

func (d *desk) updated(t *rapid.T, files map[string]string) map[string]string {
	advise := func(s *Source, _ *Before) Advice {
		switch len(s.Text) % 5 {
		case 0:
			return Advice{}
		case 1:
			return Advice{Fill: &Draft{Text: strings.ToLower(s.Text), Origin: "memory", Similarity: 100}}
		}
		return Advice{Terms: []string{"a → b"}, Drafts: []Draft{
			{Text: strings.ToUpper(s.Text), Origin: "memory 50%", Similarity: len(s.Text) % 100}, {Text: "x"},
		}}
	}
	return run(t, files, d.src, advise)
}
