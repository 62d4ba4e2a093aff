package letter_test

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"hexaglot/pipeline/letter"
	"hexaglot/pipeline/locale"
)

func itu(t testing.TB) *letter.Furniture {
	t.Helper()
	f, err := letter.ITU()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// rows reads a table of testdata: cells divided by " | "; lines that begin with
// # are remarks.
func rows(t testing.TB, name string, columns, least int) [][]string {
	t.Helper()
	file, err := os.Open(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var out [][]string
	for s := bufio.NewScanner(file); s.Scan(); {
		if s.Text() == "" || strings.HasPrefix(s.Text(), "#") {
			continue
		}
		cells := strings.Split(s.Text(), " | ")
		if len(cells) != columns {
			t.Fatalf("%s: %q has %d cells, want %d", name, s.Text(), len(cells), columns)
		}
		out = append(out, cells)
	}
	if len(out) < least {
		t.Fatalf("%s has %d rows, want at least %d", name, len(out), least)
	}
	return out
}

func TestFurniture(t *testing.T) {
	f := itu(t)
	sources, targets := map[string]bool{}, map[string]bool{}
	for _, row := range slices.Concat(rows(t, "furniture.txt", 6, 200), rows(t, "datelines.txt", 6, 50)) {
		from, to := language.MustParse(row[1]), language.MustParse(row[2])
		out, rule, certain, ok := f.Formula(row[0], from, to)
		got := []string{out, rule, map[bool]string{true: "yes", false: "no"}[certain]}
		if want := row[3:]; !ok || !slices.Equal(got, want) {
			t.Errorf("%s (%s to %s): got %q (%v), want %q", row[0], row[1], row[2], got, ok, want)
		}
		sources[row[4]+" "+row[1]], targets[row[4]+" "+row[2]] = true, true
	}
	for _, role := range letter.Roles() {
		for _, l := range locale.All() {
			key := string(role) + " " + l.Tag.String()
			if role != letter.City && (!sources[key] || !targets[key]) {
				t.Errorf("the table has no row from and to %s", key)
			}
		}
	}
}

// What nothing verifies is never certain, and what comes of a formula goes back
// to it.
func TestFormulaeComeBack(t *testing.T) {
	f := itu(t)
	for _, row := range rows(t, "furniture.txt", 6, 200) {
		from, to := language.MustParse(row[1]), language.MustParse(row[2])
		canonical, _, _, ok := f.Formula(row[0], from, from)
		if !ok {
			t.Errorf("%s has no wording of its own language", row[0])
		}
		there, _, sure, _ := f.Formula(row[0], from, to)
		back, rule, certain, ok := f.Formula(there, to, from)
		if !ok || rule != row[4] {
			t.Errorf("%s gave %s, which gives %q as %s", row[0], there, back, rule)
		}
		if unspaced := strings.NewReplacer(" ", ""); sure && certain && unspaced.Replace(back) != unspaced.Replace(canonical) {
			t.Errorf("%s gave %s, which gives %s, not %s", row[0], there, back, canonical)
		}
	}
}

func TestRunningTextHasNoRole(t *testing.T) {
	f := itu(t)
	for _, row := range rows(t, "running.txt", 2, 60) {
		if role, ok := f.Role(row[0], language.MustParse(row[1])); ok {
			t.Errorf("%s (%s) is taken for %s", row[0], row[1], role)
		}
	}
}
