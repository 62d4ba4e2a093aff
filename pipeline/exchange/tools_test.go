package exchange

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"hexaglot/pipeline/document"
)

// tool runs a program of others, or skips where it is not installed.
func tool(t *testing.T, name string, args ...string) {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s is not installed", name)
	}
	if out, err := exec.Command(path, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
}

// TestTranslateToolkit has xliff2po and pofilter read what we write, and reads
// what po2xliff writes.
func TestTranslateToolkit(t *testing.T) {
	dir := t.TempDir()
	f := File{Name: "letter.fr.md", From: language.French, To: language.Russian, Units: []Unit{
		{ID: "un-1", Source: document.Content{Text: "Merci & à bientôt."}, Target: document.Content{Text: "Спасибо <до> встречи."}, State: Reviewed},
		{ID: "deux-2", Source: document.Content{Text: "Deux"}},
	}}
	var b bytes.Buffer
	if err := XLIFF12.Write(&b, f); err != nil {
		t.Fatal(err)
	}
	xlf, po, back := filepath.Join(dir, "letter.ru.xlf"), filepath.Join(dir, "letter.ru.po"), filepath.Join(dir, "back.xlf")
	if err := os.WriteFile(xlf, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	tool(t, "xliff2po", "-i", xlf, "-o", po)
	got, err := os.ReadFile(po)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"#: un-1\nmsgid \"Merci & à bientôt.\"\nmsgstr \"Спасибо <до> встречи.\"\n", "#: deux-2\n"} {
		if !strings.Contains(string(got), want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	tool(t, "pofilter", "--test=xmltags", xlf, filepath.Join(dir, "filtered"))
	tool(t, "po2xliff", "-i", po, "-o", back)
	data, err := os.ReadFile(back)
	if err != nil {
		t.Fatal(err)
	}
	format, ok := Find(back, data)
	if !ok {
		t.Fatalf("not known:\n%s", data)
	}
	files, err := format.Read(back, data)
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, u := range files[0].Units {
		found = found || u.Source.Text == "Merci & à bientôt." && u.Target.Text == "Спасибо <до> встречи."
	}
	if !found {
		t.Errorf("the translation is not in\n%s", data)
	}
}
