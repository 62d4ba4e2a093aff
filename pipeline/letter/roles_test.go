package letter_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"hexaglot/pipeline/document"
	"hexaglot/pipeline/letter"
)

// Each file of testdata/letters is a letter as its readers see it, a unit a
// line: role | kind | text. A file's name ends with its language.
func TestRolesOfLetters(t *testing.T) {
	f := itu(t)
	names, err := filepath.Glob(filepath.Join("testdata", "letters", "*.txt"))
	if err != nil || len(names) < 7 {
		t.Fatalf("%d letters (%v)", len(names), err)
	}
	for _, name := range names {
		parts := strings.Split(filepath.Base(name), ".")
		d := &document.Document{Lang: language.MustParse(parts[1])}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSpace(string(data)), "\n")
		for i, line := range lines {
			cells := strings.SplitN(line, " | ", 3)
			d.Units = append(d.Units, document.NewUnit(cells[1], i+1, document.Content{Text: cells[2]}))
		}
		var got []string
		for i, role := range f.Roles(d) {
			got = append(got, orDash(role)+" | "+d.Units[i].Role+" | "+d.Units[i].Source().Text)
		}
		if diff := cmp.Diff(lines, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func orDash(role letter.Role) string {
	if role == "" {
		return "-"
	}
	return string(role)
}

func extended(t *testing.T, rows ...letter.Row) *letter.Furniture {
	t.Helper()
	f, err := itu(t).Extend(rows)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestExtend(t *testing.T) {
	label := letter.Row{Role: letter.Reference, En: []string{"Our ref.:"}}
	shared := letter.Row{Role: letter.Salutation, Fr: []string{"Madame, Monsieur,"}, En: []string{"Dear friends,", "Dear {friend|comrade},"}}
	alone := letter.Row{Role: letter.Closing, Fr: []string{"À bientôt,"}}
	person := letter.Row{Role: letter.Signature, Fr: []string{"Jean Dupont"}, Ru: []string{"Жан Дюпон"}}
	city := letter.Row{Role: letter.City, Fr: []string{"Morges"}, Ru: []string{"Морж"}}
	f := extended(t, label, shared, alone, person, city)
	for _, c := range []struct {
		text, from, to, want string
		certain, ok          bool
	}{
		{"Réf.: BDT/DIR/105", "fr", "en", "Our ref.: BDT/DIR/105", true, true},
		{"Our ref.: BDT/DIR/105", "en", "ru", "Осн.: BDT/DIR/105", true, true},
		{"Madame, Monsieur,", "fr", "en", "Dear friends,", true, true},
		{"Madame, Monsieur,", "fr", "ru", "Уважаемая госпожа, уважаемый господин,", true, true},
		{"dear comrade", "en", "fr", "Madame, Monsieur,", true, true},
		{"Dear Sir/Madam,", "en", "fr", "Madame, Monsieur,", true, true},
		{"À bientôt,", "fr", "en", "", false, false},
		{"Jean Dupont", "fr", "ru", "Жан Дюпон", true, true},
		{"Jean Dupont Directrice", "fr", "ru", "Жан Дюпон Директор", true, true},
		{"Morges, le 6 septembre 2021", "fr", "ru", "Морж, 6 сентября 2021 года", true, true},
	} {
		out, _, certain, ok := f.Formula(c.text, language.MustParse(c.from), language.MustParse(c.to))
		if out != c.want || certain != c.certain || ok != c.ok {
			t.Errorf("%s: got %q %v %v, want %q %v %v", c.text, out, certain, ok, c.want, c.certain, c.ok)
		}
	}
	if role, _ := f.Role("À bientôt !", language.French); role != letter.Closing {
		t.Errorf("a formula of the editor has the role %q", role)
	}
	if same := extended(t); same != itu(t) {
		t.Error("nothing laid over the table changed it")
	}
}

func TestExtendRefusesWhatNobodyCanUse(t *testing.T) {
	for want, row := range map[string]letter.Row{
		"greeting is no role of a letter": {Role: "greeting", Fr: []string{"Bonjour"}},
		"has no wording in any language":  {Role: letter.Closing},
		"cannot be recognised":            {Role: letter.Closing, Fr: []string{"…"}},
		"{{{{{{{{{a cannot be recognised": {Role: letter.Closing, Fr: []string{"{{{{{{{{{a"}},
		"aaa cannot be recognised":        {Role: letter.Closing, Fr: []string{strings.Repeat("a", 3000)}},
	} {
		if _, err := itu(t).Extend([]letter.Row{row}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}
