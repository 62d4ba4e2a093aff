package messages

import (
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
)

var update = flag.Bool("update", false, "write what the stories give as what they want")

var (
	french  = language.French
	english = language.English
)

// TestStories plays the stories of testdata. Each has steps, numbered from 1:
//
//	N/source   the circular: a line "description: text" for each message,
//	           "  note: …" and so on below it
//	N/edit     what a translator does: lines "file: old => new", in which \n is
//	           a line end; an empty old stands for the end of the file
//	N/advice   drafts and terms: lines "text | term …" or "text ? draft"
//	N/report   what the update reports of each language
//	N/FILE     what the update gives
//
// `go test -update` writes the files anew; read them then.
func TestStories(t *testing.T) {
	paths, err := filepath.Glob("testdata/stories/*.txtar")
	if err != nil || len(paths) < 3 {
		t.Fatalf("%d stories: %v", len(paths), err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			got := play(t, string(want))
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if d := cmp.Diff(string(want), got); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
		})
	}
}

// play gives the story with what the update really gives.
func play(t *testing.T, story string) string {
	var out strings.Builder
	write := func(name, text string) { out.WriteString("-- " + name + " --\n" + text) }
	given := sections(story)
	out.WriteString(given[""])
	folder := map[string]string{}
	for n := 1; ; n++ {
		step := strconv.Itoa(n) + "/"
		source, ok := given[step+"source"]
		if !ok {
			return out.String()
		}
		for _, name := range []string{"source", "advice", "edit"} {
			if text, ok := given[step+name]; ok {
				write(step+name, text)
			}
		}
		edit(t, folder, given[step+"edit"])
		before := folder
		var report string
		folder, report = reported(t, folder, parseSources(source), advise(given[step+"advice"]))
		write(step+"report", report)
		if again := run(t, folder, parseSources(source), advise(given[step+"advice"])); !cmp.Equal(again, folder) {
			t.Errorf("step %d: a second update changes\n%s", n, cmp.Diff(folder, again))
		}
		for _, name := range storyFiles {
			if folder[name] != "" && folder[name] != before[name] {
				write(step+name, folder[name])
			}
		}
	}
}

// sections gives the texts that follow the lines "-- name --".
func sections(text string) map[string]string {
	out := map[string]string{}
	name := ""
	for line := range strings.Lines(text) {
		if rest, ok := strings.CutPrefix(line, "-- "); ok && strings.HasSuffix(rest, " --\n") {
			name = strings.TrimSuffix(rest, " --\n")
			continue
		}
		out[name] += line
	}
	return out
}

var storyFiles = []string{
	"active.fr.toml", "attic.fr.toml", "active.en.toml", "translate.en.toml", "attic.en.toml",
}

func edit(t *testing.T, folder map[string]string, edits string) {
	for line := range strings.Lines(edits) {
		name, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
		old, now, ok := strings.Cut(rest, "=> ")
		old = strings.ReplaceAll(strings.TrimSuffix(old, " "), `\n`, "\n")
		now = strings.ReplaceAll(now, `\n`, "\n")
		if !ok || !strings.Contains(folder[name], old) {
			t.Fatalf("cannot edit: %s\n%s", line, folder[name])
		}
		if old == "" {
			folder[name] += now
		} else {
			folder[name] = strings.Replace(folder[name], old, now, 1)
		}
	}
}

func parseSources(text string) []Source {
	var out []Source
	for line := range strings.Lines(text) {
		key, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
		if !strings.HasPrefix(line, " ") {
			out = append(out, Source{ID: ID(value), Description: key, Text: value})
			continue
		}
		s := &out[len(out)-1]
		switch strings.TrimSpace(key) {
		case "note":
			s.Notes = append(s.Notes, value)
		case "where":
			s.Where = append(s.Where, value)
		case "code":
			s.Codes = append(s.Codes, value)
		}
	}
	return out
}

func advise(lines string) func(*Source, *Before) Advice {
	return func(s *Source, _ *Before) (a Advice) {
		for line := range strings.Lines(lines) {
			line = strings.TrimSuffix(line, "\n")
			if text, term, ok := strings.Cut(line, " | "); ok && text == s.Text {
				a.Terms = append(a.Terms, term)
			}
			if text, draft, ok := strings.Cut(line, " ? "); ok && text == s.Text {
				a.Drafts = append(a.Drafts, Draft{Text: draft, Origin: "glossary", Similarity: 100})
			}
			if text, fill, ok := strings.Cut(line, " = "); ok && text == s.Text {
				a.Fill = &Draft{Text: fill, Origin: "date"}
			}
		}
		return a
	}
}

// run updates a folder of catalogs, as the command does.
func run(t interface{ Fatal(...any) }, folder map[string]string, src []Source, advise func(*Source, *Before) Advice) map[string]string {
	out, _ := reported(t, folder, src, advise)
	return out
}

func reported(t interface{ Fatal(...any) }, folder map[string]string, src []Source, advise func(*Source, *Before) Advice) (map[string]string, string) {
	heads := Heads{"Accepted messages.", "To translate:\nfill in other.", "Messages that disappeared."}
	plan := NewPlan(french, src, readFiles(t, folder, french))
	source, fr := plan.Source(heads)
	targets, en := plan.Target(english, readFiles(t, folder, english), Options{Heads: heads, Advise: advise})
	out := map[string]string{}
	for _, files := range []Files{source, targets} {
		for kind, c := range files.byKind() {
			if data := c.Encode(); len(data) > 0 {
				out[FileName(kind, c.Lang)] = string(data)
			}
		}
	}
	return out, fr.lines("fr") + en.lines("en")
}

// lines prints a report.
func (r Report) lines(lang string) string {
	var b strings.Builder
	line := func(what string, ids []string) {
		if len(ids) > 0 {
			b.WriteString(lang + " " + what + ": " + strings.Join(ids, " ") + "\n")
		}
	}
	line("new", r.New)
	line("changed", r.Changed)
	line("moved", r.Moved)
	line("filled", r.Filled)
	line("restored", r.Restored)
	line("removed", r.Removed)
	line("done", r.Done)
	line("to do", r.ToDo)
	return b.String()
}

func (f Files) byKind() map[Kind]*Catalog {
	return map[Kind]*Catalog{Active: f.Active, Translate: f.Translate, Attic: f.Attic}
}

func readFiles(t interface{ Fatal(...any) }, folder map[string]string, lang language.Tag) Files {
	read := func(kind Kind) *Catalog {
		name := FileName(kind, lang)
		data, ok := folder[name]
		if !ok {
			return nil
		}
		c, err := Read(name, []byte(data), lang)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	return Files{read(Active), read(Translate), read(Attic)}
}
