package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"
	"golang.org/x/text/language"

	"hexaglot/messages/ui"
	"hexaglot/pipeline"
	"hexaglot/pipeline/check"
	"hexaglot/pipeline/locale"
	"hexaglot/pipeline/parity"
)

// prefixes are the ids that the program puts together from two parts.
var prefixes = map[string][]string{
	"rule-":            append(check.Names(), "help"),
	"check-character-": {"lost", "control", "private", "unassigned", "unseen"},

	"band-":     {"done", "filled", "repetition", "context", "new"},
	"config-":   {"head", "source", "targets", "circulars", "catalogs", "out", "glossaries"},
	"feature-":  featureNames(),
	"language-": {"ar", "zh", "en", "fr", "ru", "es"},
	"origin-":   append(pipeline.Rules(), "previous"),
	"match-":    {"same", "previous", "context", "exact", "values", "term", "fuzzy", "fragment"},
	"severity-": {"error", "warning", "info"},

	"typography-": locale.TypographyRules(),
	"what-": {
		"reference", "place-and-date", "original-language", "addressee", "contact", "subject", "salutation", "closing", "signed-mark",
		"signature", "title", "annexes", "copy", "date", "time", "symbol", "money", "frequency", "percentage", "ordinal", "number",
	},
	"outcome-": {"taken", "draft", "conflict", "refused"},
	"sheet-":   {"id", "description", "where", "notes", "source", "target", "state", "terms", "suggestions", "remarks", "base"},
	"state-":   {"initial", "translated", "reviewed", "final"},
	"bilingual-": {
		"number", "untranslated", "colon", "suggestion", "note", "signoff", "role", "name", "signature", "date", "translator", "reviser", "editor",
	},
}

func featureNames() []string {
	var names []string
	for _, f := range parity.Features() {
		names = append(names, string(f))
	}
	return names
}

// spoken gathers from the program's own source the ids that it tells and, for
// faults, their English texts.
func spoken(t *testing.T) map[string]string {
	t.Helper()
	said := map[string]string{}
	for prefix, ends := range prefixes {
		for _, end := range ends {
			said[prefix+end] = ""
		}
	}
	for _, id := range slices.Collect(maps.Keys(osErrors)) {
		said[id] = ""
	}
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				note(said, call)
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return said
}

// note adds the id of a call of say, of fault.New, or of a wrapper of it.
func note(said map[string]string, call *ast.CallExpr) {
	name := ""
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		name = f.Sel.Name
	case *ast.Ident:
		name = f.Name
	}
	at, ok := map[string]int{"say": 0, "Say": 0, "New": 1, "fault": 1, "found": 2}[name]
	if !ok || len(call.Args) <= at {
		return
	}
	id, ok := literalOf(call.Args[at])
	if !ok || strings.HasSuffix(id, "-") || id == "" {
		return
	}
	text := ""
	if name != "say" && len(call.Args) > at+1 {
		text, _ = literalOf(call.Args[at+1])
	}
	if said[id] == "" {
		said[id] = text
	}
}

func literalOf(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}

func catalog(t *testing.T, tag language.Tag) map[string]map[string]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "messages", "ui", "active."+tag.String()+".toml"))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]map[string]string{}
	if err := toml.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

var placeholder = regexp.MustCompile(`\{\{\.(\w+)\}\}`)

func placeholders(text string) []string {
	out := placeholder.FindAllString(text, -1)
	slices.Sort(out)
	return slices.Compact(out)
}

// forms are the plural categories of a language (CLDR 48, supplemental data).
var forms = map[language.Tag][]string{
	language.English: {"one", "other"},
	language.French:  {"many", "one", "other"},
	language.Spanish: {"many", "one", "other"},
	language.Russian: {"few", "many", "one", "other"},
	language.Chinese: {"other"},
	language.Arabic:  {"few", "many", "one", "other", "two", "zero"},
}

func TestEveryMessageIsToldInSixLanguages(t *testing.T) {
	said := spoken(t)
	if len(said) < 60 {
		t.Fatalf("only %d messages found in the source", len(said))
	}
	english := catalog(t, language.English)
	for id := range said {
		if english[id] == nil {
			t.Errorf("%s is told, but not in active.en.toml", id)
		}
	}
	for id := range english {
		if _, ok := said[strings.TrimSuffix(id, "-hint")]; !ok {
			t.Errorf("%s is in active.en.toml, but nothing tells it", id)
		}
	}
	for _, tag := range ui.Languages {
		other := catalog(t, tag)
		for id, message := range english {
			compare(t, tag, id, message, other[id])
		}
		for id := range other {
			if english[id] == nil {
				t.Errorf("%s: %s is not in active.en.toml", tag, id)
			}
		}
	}
}

func compare(t *testing.T, tag language.Tag, id string, english, other map[string]string) {
	t.Helper()
	if other == nil {
		t.Errorf("%s: %s is missing", tag, id)
		return
	}
	want := []string{"other"}
	if len(english) > 1 {
		want = forms[tag]
	}
	if got := slices.Sorted(maps.Keys(other)); !slices.Equal(got, want) {
		t.Errorf("%s: %s has the forms %v, want %v", tag, id, got, want)
	}
	if got, want := placeholders(other["other"]), placeholders(english["other"]); !slices.Equal(got, want) {
		t.Errorf("%s: %s has the values %v, want %v", tag, id, got, want)
	}
}

// A fault's English text in the code has the same values as its message.
func TestFaultsHaveTheValuesOfTheirMessages(t *testing.T) {
	english := catalog(t, language.English)
	value := regexp.MustCompile(`\{(\w+)\}`)
	n := 0
	for id, text := range spoken(t) {
		if text == "" || english[id] == nil {
			continue
		}
		n++
		var want []string
		for _, m := range value.FindAllStringSubmatch(text, -1) {
			want = append(want, "{{."+m[1]+"}}")
		}
		slices.Sort(want)
		if got := placeholders(english[id]["other"]); !slices.Equal(got, slices.Compact(want)) {
			t.Errorf("%s: the message has %v, the fault %v", id, got, want)
		}
	}
	if n < 30 {
		t.Fatalf("only %d faults compared", n)
	}
}
