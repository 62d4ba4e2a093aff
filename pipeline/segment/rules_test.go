package segment

import (
	"io/fs"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/language"
)

// TestRules reads every file of rules; a linguist's slip fails here.
func TestRules(t *testing.T) {
	names, err := fs.Glob(files, "rules/*.txt")
	if err != nil || len(names) != len(languages) {
		t.Fatalf("%d files of rules for %d languages: %v", len(names), len(languages), err)
	}
	for _, name := range names {
		data, err := files.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		r, err := parseRules(string(data))
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if len(r.exceptions)+len(r.continuations) < 40 {
			t.Errorf("%s: %d exceptions, %d continuations", name, len(r.exceptions), len(r.continuations))
		}
	}
}

func TestRulesRefuse(t *testing.T) {
	for _, data := range []string{"art.", "[nowhere]\nart.", "[never]\nart", "[never]\n.", "[never]\nart., art.", "[never]\nart.\n[before numbers]\nart.", "[never]\n" + strings.Repeat("a", 60) + "."} {
		if _, err := parseRules(data); err == nil {
			t.Errorf("%q is read without an error", data)
		}
	}
}

func TestRulesCase(t *testing.T) {
	r, err := parseRules("# comment\n[never]\nart., Dr. # titles\n[before a name]\np. ex.\n[ordinary words]\nkm\n[starters]\nThe, و*\n")
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]exception{
		"art": never, "Art": never, "ART": never, "Dr": never, "DR": never, "dr": none,
		"p. ex": beforeName, "p.\u00a0ex": beforeName, "km": ordinary, "KM": ordinary,
	} {
		var k key
		k.set(word)
		if got, _ := r.own(&k); got != want {
			t.Errorf("%q: %d, want %d", word, got, want)
		}
	}
	r.script = unicode.Latin
	if !r.starts(following{first: 'T', word: "The"}) || r.starts(following{first: 'T', word: "The", dotted: true}) || r.starts(following{first: 'G', word: "Geneva"}) {
		t.Error("starters")
	}
	r.script = unicode.Arabic
	if !r.starts(following{first: 'و', word: "وقد"}) || r.starts(following{first: 'و', word: "و"}) {
		t.Error("starters with a star")
	}
}

func TestRulesOf(t *testing.T) {
	for tag, want := range map[string]string{"zh-Hant-TW": "zh", "fr-CH": "fr", "pt-BR": "en", "und": "en", "ar-EG": "ar"} {
		if rulesOf(language.Make(tag)) != languages[want].load() {
			t.Errorf("%s is not served by %s", tag, want)
		}
	}
}
