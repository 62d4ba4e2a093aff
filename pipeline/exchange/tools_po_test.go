package exchange

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/language"
	"pgregory.net/rapid"

	"hexaglot/pipeline/document"
)

// poFile writes a file as PO into a folder.
func poFile(t *testing.T, dir string, f File) string {
	t.Helper()
	var out bytes.Buffer
	if err := PO.Write(&out, f); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, PO.FileName("letter", f.To))
	if err := os.WriteFile(name, out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

// reread reads a file that a tool has written.
func reread(t *testing.T, name string) []File {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	format, ok := Find(name, data)
	if !ok {
		t.Fatalf("not known:\n%s", data)
	}
	files, err := format.Read(name, data)
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	return files
}

// TestMsgfmtAccepts has msgfmt --check read random files.
func TestMsgfmtAccepts(t *testing.T) {
	msgfmt, err := exec.LookPath("msgfmt")
	if err != nil {
		t.Skip("msgfmt is not installed")
	}
	files := rapid.Custom(genFile)
	for i := range 25 {
		f := files.Example(i)
		name := poFile(t, t.TempDir(), f)
		if out, err := exec.Command(msgfmt, "--check", "-o", os.DevNull, name).CombinedOutput(); err != nil || len(out) > 0 {
			data, _ := os.ReadFile(name)
			t.Fatalf("%v %s\n%s", err, out, data)
		}
	}
}

// TestGettext sends a file through msgcat, msgattrib and msgmerge.
func TestGettext(t *testing.T) {
	dir := t.TempDir()
	name := poFile(t, dir, letter(language.Arabic))
	out := filepath.Join(dir, "out.po")
	want := plainUnits(reread(t, name)[0].Units, false)
	for _, args := range [][]string{
		{"msgcat", name, "-o", out},
		{"msgcat", "--no-wrap", name, "-o", out},
		{"msgcat", "--width=40", name, "-o", out},
		{"msgmerge", "--quiet", name, name, "-o", out},
		{"msgattrib", "--no-obsolete", name, "-o", out},
	} {
		tool(t, args[0], args[1:]...)
		got := reread(t, out)
		if got[0].Name != "letters/one.fr.md" || got[0].From != language.French || got[0].To != language.Arabic {
			t.Errorf("%s: %+v", args, got[0])
		}
		for i, u := range plainUnits(got[0].Units, false) {
			if u.ID != want[i].ID || u.Source != want[i].Source || u.Target != want[i].Target || u.State != want[i].State || u.Base != want[i].Base {
				t.Errorf("%s: %+v, want %+v", args, u, want[i])
			}
		}
	}
	tool(t, "msgattrib", "--clear-fuzzy", "--clear-previous", name, "-o", out)
	if u := reread(t, out)[0].Units[2]; u.State != Translated || u.Target.Text != "شكراً." {
		t.Errorf("the accepted draft is %+v", u)
	}
}

// TestToolkitReadsPO sends a file through po2xliff and xliff2po, and has pofilter
// read it.
func TestToolkitReadsPO(t *testing.T) {
	dir := t.TempDir()
	f := letter(language.Chinese)
	name := poFile(t, dir, f)
	xlf, back := filepath.Join(dir, "letter.xlf"), filepath.Join(dir, "back.zh.po")
	tool(t, "po2xliff", "-i", name, "-o", xlf)
	tool(t, "xliff2po", "-i", xlf, "-o", back)
	tool(t, "pofilter", "--test=xmltags", name, filepath.Join(dir, "filtered.po"))
	found := 0
	for _, u := range reread(t, back)[0].Units {
		for _, want := range f.Units[:2] {
			if u.Source.String() == want.Source.String() && u.Target.String() == want.Target.String() {
				found++
			}
		}
	}
	if found != 2 {
		data, _ := os.ReadFile(back)
		t.Errorf("%d of 2 translations came back:\n%s", found, data)
	}
}

// TestPo4a has po4a translate a circular with a file of ours, and reads what
// po4a-gettextize makes of the two.
func TestPo4a(t *testing.T) {
	dir := t.TempDir()
	source := filepath.Join(dir, "letter.fr.md")
	if err := os.WriteFile(source, []byte("Madame, Monsieur,\n\nMerci.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	name := poFile(t, dir, File{Name: "letter.fr.md", From: language.French, To: language.Russian, Units: []Unit{
		{ID: "a-00000001", Source: document.Content{Text: "Madame, Monsieur,"}, Target: document.Content{Text: "Уважаемые дамы и господа!"}, State: Translated},
		{ID: "b-00000002", Source: document.Content{Text: "Merci."}, Target: document.Content{Text: "Спасибо."}, State: Translated},
	}})
	bare := filepath.Join(dir, "bare.po")
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for line := range strings.Lines(string(data)) {
		if !strings.HasPrefix(line, "msgctxt") { // po4a knows no contexts
			lines = append(lines, line)
		}
	}
	if err := os.WriteFile(bare, []byte(strings.Join(lines, "")), 0o644); err != nil {
		t.Fatal(err)
	}
	target, made := filepath.Join(dir, "letter.ru.md"), filepath.Join(dir, "made.ru.po")
	tool(t, "po4a-translate", "-f", "text", "-o", "markdown", "-M", "UTF-8", "-L", "UTF-8", "-k", "0", "-m", source, "-p", bare, "-l", target)
	if text, err := os.ReadFile(target); err != nil || string(text) != "Уважаемые дамы и господа!\n\nСпасибо.\n" {
		t.Errorf("%q (%v)", text, err)
	}
	tool(t, "po4a-gettextize", "-f", "text", "-o", "markdown", "-M", "UTF-8", "-L", "UTF-8", "-m", source, "-l", target, "-p", made)
	units := reread(t, made)[0].Units
	if len(units) != 2 || units[1].Target.Text != "Спасибо." || units[1].State != Initial {
		t.Errorf("%+v", units)
	}
}
