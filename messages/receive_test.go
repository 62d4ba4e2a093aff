package messages

import (
	"strings"
	"testing"

	"golang.org/x/text/language"
)

// TestReceive takes answers into catalogs, twice, and updates them after.
func TestReceive(t *testing.T) {
	var src []Source
	for _, text := range []string{"un", "deux", "trois", "quatre", "cinq"} {
		src = append(src, Source{ID: ID(text), Text: text, Description: "paragraph"})
	}
	plan := NewPlan(language.French, src, Files{})
	first, _ := plan.Target(language.English, Files{Active: &Catalog{Lang: language.English, Messages: []*Message{
		{ID: ID("deux"), Other: "two"}, {ID: ID("quatre"), Other: "four"},
	}}}, Options{})
	answers := []Answer{
		{ID: ID("un"), Text: "one", State: Reviewed},
		{ID: ID("deux"), Draft: &Draft{Text: "2", Origin: "letter.en.xlf"}},
		{ID: ID("trois"), Draft: &Draft{Text: "3?", Origin: "letter.en.xlf"}},
		{ID: ID("quatre"), Text: "four", State: Final},
		{ID: ID("six"), Text: "six"},
	}
	files := plan.Receive(language.English, first, answers, Heads{})
	encoded := encodeAll(files)
	if again := encodeAll(plan.Receive(language.English, readAgain(t, files), answers, Heads{})); again != encoded {
		t.Errorf("the same answers again changed\n%s\nto\n%s", encoded, again)
	}
	updated, report := plan.Target(language.English, readAgain(t, files), Options{})
	if got := encodeAll(updated); got != encoded {
		t.Errorf("an update changed\n%s\nto\n%s", encoded, got)
	}
	if len(report.Done) != 3 || len(report.ToDo) != 2 {
		t.Errorf("%+v", report)
	}
	active := updated.Active.Messages
	if active[0].Other != "one" || active[0].State() != Reviewed || active[2].State() != Final {
		t.Errorf("%+v", active[0])
	}
	if d := active[1].Drafts; len(d) != 1 || d[0].Text != "2" || !d[0].Kept || active[1].Other != "two" {
		t.Errorf("the draft beside an accepted message: %+v", active[1])
	}
	edited := strings.Replace(string(updated.Active.Encode()), `"one"`, `"One"`, 1)
	c, err := Read("x", []byte(edited), language.English)
	if err != nil || c.Messages[0].State() != "" {
		t.Errorf("a text that was edited is still %q (%v)", c.Messages[0].State(), err)
	}
}

func encodeAll(f Files) string {
	return string(f.Active.Encode()) + "\n=====\n" + string(f.Translate.Encode()) + "\n=====\n" + string(f.Attic.Encode())
}

func readAgain(t *testing.T, f Files) Files {
	t.Helper()
	read := func(c *Catalog) *Catalog {
		if c.Empty() {
			return nil
		}
		out, err := Read("x", c.Encode(), language.English)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	return Files{read(f.Active), read(f.Translate), read(f.Attic)}
}
