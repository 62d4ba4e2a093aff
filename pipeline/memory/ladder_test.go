package memory_test

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"hexaglot/pipeline/memory"
)

// TestLadder reads testdata/ladder.txt: lines "add | lang | source | lang |
// translation" and "ask | lang | text | lang | kind | translation".
func TestLadder(t *testing.T) {
	f, err := os.Open("testdata/ladder.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s := open(t, filepath.Join(t.TempDir(), "memory.db"))
	defer s.Close()
	asked := 0
	for lines := bufio.NewScanner(f); lines.Scan(); {
		cells := strings.Split(lines.Text(), " | ")
		if strings.HasPrefix(lines.Text(), "#") || len(cells) < 5 {
			continue
		}
		from, to := language.Make(cells[1]), language.Make(cells[3])
		if cells[0] == "add" {
			add(t, s, memory.Entry{Lang: from, Text: cells[2], Origin: letter, Translations: []memory.Translation{{Lang: to, Text: cells[4], Status: memory.Human}}})
			continue
		}
		asked++
		found, err := s.Look(memory.Query{From: from, To: to, Text: cells[2], Name: cityNames}).Match()
		if err != nil {
			t.Fatal(err)
		}
		kind, text := "none", ""
		if len(found) > 0 {
			kind, text = found[0].Kind, found[0].Text
		}
		if kind != cells[4] || len(cells) > 5 && text != cells[5] {
			t.Errorf("%s: got %s %q", lines.Text(), kind, text)
		}
	}
	if asked < 30 {
		t.Fatalf("only %d questions", asked)
	}
}

// cityNames knows names of cities in English.
func cityNames(name string) (string, bool) {
	form, ok := map[string]string{"日内瓦": "Geneva", "曼谷": "Bangkok", "جنيف": "Geneva", "نيروبي": "Nairobi", "Genève": "Geneva"}[name]
	return form, ok
}

// Only a translation that nobody contradicts, between the same neighbours, by
// people, is certain.
func TestCertain(t *testing.T) {
	here := memory.ContextOf("avant", "après")
	in := func(o memory.Origin, trg string, status memory.Status, c memory.Context) memory.Entry {
		e := entry(o, "Le <b1>texte</b1>", trg)
		e.Translations[0].Status, e.Contexts = status, []memory.Context{c}
		return e
	}
	for name, c := range map[string]struct {
		entries []memory.Entry
		want    bool
	}{
		"same neighbours":   {[]memory.Entry{in(letter, "The <b1>text</b1>", memory.Human, here)}, true},
		"other neighbours":  {[]memory.Entry{in(letter, "The <b1>text</b1>", memory.Human, memory.ContextOf("avant", "fin"))}, false},
		"no context":        {[]memory.Entry{in(letter, "The <b1>text</b1>", memory.Human, 0)}, false},
		"a machine's":       {[]memory.Entry{in(letter, "The <b1>text</b1>", memory.Machine, here)}, false},
		"a code is missing": {[]memory.Entry{in(letter, "The text", memory.Human, here)}, false},
		"two that agree":    {[]memory.Entry{in(letter, "The <b1>text</b1>", memory.Human, here), in(other, "The <b1>text</b1>", memory.Human, here)}, true},
		"two that differ":   {[]memory.Entry{in(letter, "The <b1>text</b1>", memory.Human, here), in(other, "A <b1>text</b1>", memory.Human, here)}, false},
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t, filepath.Join(t.TempDir(), "memory.db"))
			defer s.Close()
			add(t, s, c.entries...)
			found, err := s.Look(memory.Query{From: language.French, To: language.English, Text: "Le <b1>texte</b1>", Contexts: []memory.Context{here}}).Match()
			if err != nil || len(found) == 0 || found[0].Certain != c.want {
				t.Errorf("got %+v, %v", found, err)
			}
		})
	}
}

// The concordance finds words in six scripts, whatever their case and accents.
func TestSearch(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "memory.db"))
	defer s.Close()
	e := entry(letter, "La <b1>Réunion</b1> aura lieu à Genève.", "The meeting will be held in Geneva.")
	for lang, text := range map[string]string{
		"ru": "Собрание состоится в Женеве.", "es": "La reunión tendrá lugar en Ginebra.", "zh": "会议将在日内瓦举行。", "ar": "سيُعقد الاجتماع في جنيف.",
	} {
		e.Translations = append(e.Translations, memory.Translation{Lang: language.Make(lang), Text: text, Status: memory.Human})
	}
	add(t, s, e)
	for query, want := range map[string]int{
		"reunion": 1, "GENEVA": 1, "meet": 1, "held in geneva": 1, "женеве": 1, "ginebra tendra": 1, "日内瓦": 1, "会": 1, "اجتماع": 1, "سيعقد": 1, "paris": 0, "内瓦会议": 0, "réunion Geneva": 0,
	} {
		found, err := s.Search(query, language.Und, language.Und, 10)
		if err != nil || len(found) != want {
			t.Errorf("%s: %d found, want %d (%v)", query, len(found), want, err)
		}
	}
	if found, _ := s.Search("meeting", language.Und, language.Russian, 10); len(found) != 0 {
		t.Errorf("a text in another language was found")
	}
}
