package glossary

import (
	"encoding/csv"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"hexaglot/messages/fault"
)

// TestParseFaults: every fault has its name and its line.
func TestParseFaults(t *testing.T) {
	const concept = "[[concept]]\nid = \"a\"\n"
	for _, c := range []struct {
		name, data, id string
		line           int
	}{
		{"syntax", concept + "subject = \n", "glossary-syntax", 3},
		{"conflict marker", concept + "<<<<<<< HEAD\n", "glossary-syntax", 3},
		{"not UTF-8", concept + "note = \"\xff\"\n", "glossary-encoding", 3},
		{"key before any table", "id = \"a\"\n", "glossary-key", 1},
		{"unknown key of a concept", concept + "nota = \"x\"\n", "glossary-key", 3},
		{"unknown key of a term", concept + "[[concept.fr]]\nterm = \"x\"\nabbr = \"y\"\n", "glossary-key", 5},
		{"dotted key", concept + "note.fr = \"x\"\n", "glossary-key", 3},
		{"key twice", concept + "note = \"x\"\nnote = \"y\"\n", "glossary-key-twice", 4},
		{"wrong type", concept + "[[concept.fr]]\nterm = 7\n", "glossary-value", 4},
		{"unknown status", concept + "[[concept.fr]]\nterm = \"x\"\nstatus = \"best\"\n", "glossary-value", 5},
		{"too many insertions", concept + "[[concept.fr]]\nterm = \"x\"\ninsert = 9\n", "glossary-value", 5},
		{"forms not a list", concept + "[[concept.fr]]\nterm = \"x\"\nforms = \"y\"\n", "glossary-value", 5},
		{"verified not a boolean", concept + "[[concept.fr]]\nterm = \"x\"\nverified = \"yes\"\n", "glossary-value", 5},
		{"endless term", concept + "[[concept.fr]]\nterm = \"" + strings.Repeat("x ", maxTermBytes) + "\"\n", "glossary-value", 4},
		{"no language", concept + "[[concept.klingonese]]\nterm = \"x\"\n", "glossary-language", 3},
		{"term without a concept", "[[concept.fr]]\nterm = \"x\"\n", "glossary-table", 1},
		{"plain table", "[concept]\nid = \"a\"\n", "glossary-table", 1},
		{"another table", concept + "[[term]]\n", "glossary-table", 3},
		{"concept without id", "[[concept]]\nnote = \"x\"\n\n[[concept]]\nid = \"b\"\n", "glossary-id", 1},
		{"last concept without id", concept + "[[concept]]\nnote = \"x\"\n", "glossary-id", 3},
		{"id twice", concept + concept, "glossary-id-twice", 4},
		{"term without text", concept + "[[concept.fr]]\nnote = \"x\"\n", "glossary-term", 3},
	} {
		_, err := Parse("x.toml", []byte(c.data))
		var e *fault.Error
		switch {
		case !errors.As(err, &e):
			t.Errorf("%s: %v is no fault", c.name, err)
		case e.ID != c.id || e.Line != c.line || e.File != "x.toml" || e.Kind != fault.Input:
			t.Errorf("%s: %s at %s, want %s at line %d", c.name, e.ID, e.Where(), c.id, c.line)
		case strings.ContainsAny(e.Text, "{") && strings.Contains(e.Error(), "{"):
			t.Errorf("%s: a value is missing in %q", c.name, e.Error())
		}
	}
}

// TestParse: a term has what the file says, and the concept's part of speech.
func TestParse(t *testing.T) {
	b, err := Parse("x.toml", []byte("\ufeff[[concept]]\r\nid = \"a\"\r\npos = \"noun\"\r\ndefinition = \"d\"\r\n[[concept.fr-CH]]\r\nterm = \"x\"\r\ntype = \"short form\"\r\n"+
		"status = \"admitted\"\r\ngender = \"feminine\"\r\nforms = [\"y\", \"z\"]\r\ninsert = 2\r\nverified = true\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	c := b.Concept("a")
	if c == nil || c.Definition != "d" || len(c.In(language.French)) != 1 || b.Concept("b") != nil {
		t.Fatalf("%+v", c)
	}
	term := c.In(language.MustParse("fr-BE"))[0]
	if term.Text != "x" || term.Type != ShortForm || term.Status != Admitted || term.POS != "noun" || term.Gender != "feminine" ||
		strings.Join(term.Forms, " ") != "y z" || term.Insert != 2 || !term.Verified {
		t.Errorf("%+v", term)
	}
}

// TestLabel: a first mention is printed as each language does it.
func TestLabel(t *testing.T) {
	b := ituBase(t)
	for _, c := range []struct {
		id, want string
		lang     language.Tag
	}{
		{"ldc", "least developed countries (LDCs)", language.English},
		{"ldc", "наименее развитые страны (НРС)", language.Russian},
		{"ldc", "最不发达国家（LDC）", language.Chinese},
		{"ldc", "أقل البلدان نمواً (LDC)", language.Arabic},
		{"cis", "独立国家联合体（独联体）", language.Chinese},
		{"director", "Directrice", language.French},
		{"chair", "Chair", language.English},
		{"fa1", "Connecting people everywhere", language.English},
		{"ldc", "", language.German},
	} {
		if got := b.Concept(c.id).Label(c.lang); got != c.want {
			t.Errorf("%s in %s: %q, want %q", c.id, c.lang, got, c.want)
		}
	}
}

// TestITU: every concept of the embedded termbase has a usable term with a
// source in each of the six languages, and no term twice.
func TestITU(t *testing.T) {
	b := ituBase(t)
	for _, c := range b.Concepts {
		if c.Subject == "" || c.POS == "" {
			t.Errorf("%s has no subject or part of speech", c.ID)
		}
		for _, lang := range six {
			if c.Preferred(lang) == nil {
				t.Errorf("%s has no term in %s", c.ID, lang)
			}
			seen := map[string]bool{}
			for _, term := range c.In(lang) {
				if seen[term.Text] || term.Source == "" {
					t.Errorf("%s in %s: %s stands twice or has no source", c.ID, lang, term.Text)
				}
				seen[term.Text] = true
			}
		}
	}
}

// sustainableGoals is how many Sustainable Development Goals there are.
const sustainableGoals = 17

// TestGoals: each goal has its title and its short form in six languages.
func TestGoals(t *testing.T) {
	b := ituBase(t)
	for n := range sustainableGoals {
		c := b.Concept("sdg_" + strconv.Itoa(n+1))
		if c == nil {
			t.Fatalf("goal %d is missing", n+1)
		}
		for _, lang := range six {
			if terms := c.In(lang); len(terms) != 2 || terms[0].Type != FullForm || terms[1].Type != ShortForm {
				t.Errorf("%s in %s has not a title and a short form", c.ID, lang)
			}
		}
	}
}

// TestFactsAreKept: every row of the terms that the base was made from is in
// it, with every term and abbreviation of its six languages.
func TestFactsAreKept(t *testing.T) {
	rows := readFacts(t)
	b := ituBase(t)
	if want := len(rows) + sustainableGoals; len(b.Concepts) != want {
		t.Errorf("%d concepts, want %d", len(b.Concepts), want)
	}
	for _, row := range rows {
		c := b.Concept(row["concept_id"])
		if c == nil || c.Subject != row["subject"] || c.POS != row["part_of_speech"] {
			t.Errorf("%s is missing or another", row["concept_id"])
			continue
		}
		for _, lang := range six {
			keepsTerms(t, c, lang, row)
		}
	}
}

// keepsTerms checks one language of a row; " / " parts variants.
func keepsTerms(t *testing.T, c *Concept, lang language.Tag, row map[string]string) {
	t.Helper()
	has := map[string]*Term{}
	for _, term := range c.In(lang) {
		has[term.Text] = term
	}
	whole := row[lang.String()+"_term"]
	variants := strings.Split(whole, " / ")
	if has[whole] != nil {
		variants = []string{whole}
	}
	for _, v := range variants {
		if has[v] == nil || has[v].Verified != (row[lang.String()+"_verified"] == "yes") {
			t.Errorf("%s in %s: %s is missing or wrongly verified", c.ID, lang, v)
		}
	}
	if abbr := row[lang.String()+"_abbr"]; abbr != "" && has[abbr] == nil {
		t.Errorf("%s in %s: %s is missing", c.ID, lang, abbr)
	}
}

// readFacts reads ../shared/facts/terms.csv beside the module, or skips.
func readFacts(t *testing.T) []map[string]string {
	t.Helper()
	dir := "."
	for range 8 {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		dir = filepath.Join(dir, "..")
	}
	f, err := os.Open(filepath.Join(dir, "..", "shared", "facts", "terms.csv"))
	if err != nil {
		t.Skipf("the facts are not here: %v", err)
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, r := range records[1:] {
		row := map[string]string{}
		for i, name := range records[0] {
			row[name] = r[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// FuzzParse: whatever the file, a termbase or a fault with a line.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"[[concept]]\nid = \"ldc\"\n  [[concept.fr]]\n  term = \"pays les moins avancés\"\n  forms = [\"x\"]\n",
		"\ufeff[[concept]]\r\nid = \"ldc\"\r\n[[concept.ar]]\r\nterm = \"أقل البلدان نمواً\"\r\n[[concept.zh]]\r\nterm = \"最不发达国家\"\r\n",
		"[[concept]]\nid = \"наименее\"\n[[concept.ru]]\nterm = '''развитые\u2028страны'''\ninsert = 3\n",
		"[[concept.es]]", "id = 1", "[[concept]]\n[[concept]]", "<<<<<<< HEAD",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := Parse("x.toml", data)
		var e *fault.Error
		switch {
		case err == nil && b == nil:
			t.Error("neither a termbase nor a fault")
		case err != nil && (!errors.As(err, &e) || e.Line < 1):
			t.Errorf("a fault without a line: %v", err)
		case err == nil:
			for _, lang := range six {
				b.Matcher(lang).Find(string(data))
			}
		}
	})
}
