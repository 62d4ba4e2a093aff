package messages

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/nicksnyder/go-i18n/v2/i18n/template"
	"github.com/pelletier/go-toml/v2"
)

// bundle loads a catalog the way a program does that uses go-i18n, and gives
// the texts that it finds.
func bundle(t *testing.T, name string, data []byte, ids []string) map[string]string {
	t.Helper()
	b := i18n.NewBundle(french)
	b.RegisterUnmarshalFunc("toml", toml.Unmarshal)
	if _, err := b.ParseMessageFileBytes(data, name); err != nil {
		t.Fatalf("%s: %v\n%s", name, err, data)
	}
	_, lang, err := ParseName(name)
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, id := range ids {
		text, err := i18n.NewLocalizer(b, lang.String()).Localize(&i18n.LocalizeConfig{
			MessageID: id, TemplateParser: template.IdentityParser{},
		})
		if err == nil && filled(text) {
			texts[id] = text
		}
	}
	return texts
}

// TestBundle checks that go-i18n reads in every catalog of the stories what
// this package does: a draft is no translation.
func TestBundle(t *testing.T) {
	paths, _ := filepath.Glob("testdata/stories/*.txtar")
	n := 0
	for _, path := range paths {
		story, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for name, text := range sections(string(story)) {
			if !strings.HasSuffix(name, ".toml") {
				continue
			}
			n++
			c := reread(t, []byte(text))
			if d := cmp.Diff(c.Accepted(), bundle(t, filepath.Base(name), []byte(text), c.ids())); d != "" {
				t.Errorf("%s %s: (-ours +go-i18n)\n%s", path, name, d)
			}
		}
	}
	if n < 20 {
		t.Errorf("only %d catalogs", n)
	}
}

func (c *Catalog) ids() []string {
	var ids []string
	for _, m := range c.Messages {
		ids = append(ids, m.ID)
	}
	return ids
}

// awkward are texts that a careless writer would spoil.
var awkward = []string{
	"{{.Name}} }}", `"`, `'`, `\`, `'"`, `""`, `'''`, `"""`, `\u0041`, "a\nb", "a\r\nb", "\t", "a\x7fb\x01", "\u0085", "\u200b\u200f\u202e\u00a0\u202f\ufeff",
	"\u2028", "\ufffd", "<b1>x</b1><empty/>", " x ", "# x", "[x]", "x = 1", "السيدات \"و\" السادة", "尊敬的女士/先生:", "Уважаемый «господин»", "¡señor!", "𝒳",
}

// TestAwkwardTexts writes them as everything that a catalog holds.
func TestAwkwardTexts(t *testing.T) {
	c := &Catalog{Lang: english, Comments: []string{"# top"}, Tail: []string{"# end"}}
	for _, text := range awkward {
		c.Messages = append(c.Messages, &Message{
			ID: ID(text), Description: text, Hash: text, Other: text, More: map[string]string{"one": text},
			Drafts: []Draft{{Text: text, Origin: "memory", Similarity: 7}},
		})
	}
	data := c.Encode()
	got := reread(t, data)
	if d := diffCatalogs(c, got); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
	if d := cmp.Diff(c.Accepted(), bundle(t, "active.en.toml", data, c.ids())); d != "" {
		t.Errorf("(-ours +go-i18n)\n%s", d)
	}
}

func TestAwkwardComments(t *testing.T) {
	for _, text := range awkward {
		src := []Source{{ID: ID(text), Text: text, Description: text, Notes: []string{text}, Where: []string{text}, Codes: []string{text}}}
		advise := func(*Source, *Before) Advice {
			return Advice{Terms: []string{text}, Drafts: []Draft{{Text: text, Origin: text, Similarity: 1}}}
		}
		first := run(t, map[string]string{}, src, advise)
		if d := cmp.Diff(first, run(t, first, src, advise)); d != "" {
			t.Errorf("%q: (-first +second)\n%s", text, d)
		}
	}
}

func reread(t *testing.T, data []byte) *Catalog {
	t.Helper()
	c, err := Read("active.en.toml", data, english)
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	return c
}

// TestAfterGoi18nMerge takes the files that `goi18n merge` v2.7.0 wrote over a
// folder of ours: it copied the source into what is to do, which is still to
// do, and one of the copies was then translated.
func TestAfterGoi18nMerge(t *testing.T) {
	src := parseSources("paragraph: Madame, Monsieur,\nheading: Objet: 2021\nparagraph: 2021\nparagraph: Voilà.\n")
	folder := map[string]string{}
	for _, name := range []string{"active.fr.toml", "active.en.toml", "translate.en.toml"} {
		data, err := os.ReadFile("testdata/goi18n/" + name)
		if err != nil {
			t.Fatal(err)
		}
		folder[name] = string(data)
	}
	plan := NewPlan(french, src, readFiles(t, folder, french))
	files, report := plan.Target(english, readFiles(t, folder, english), Options{})
	want := map[string]string{ID("Madame, Monsieur,"): "Dear Sir or Madam,", ID("2021"): "2021", ID("Voilà."): "There."}
	if d := cmp.Diff(want, files.Active.Accepted()); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
	if d := cmp.Diff(Report{Moved: []string{ID("Voilà.")}, Done: IDs([]string{"Madame, Monsieur,", "2021", "Voilà."}), ToDo: IDs([]string{"Objet: 2021"})}, report); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}
