package exchange

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hexaglot/pipeline/document"
)

// TestForeignFiles reads what Trados, memoQ, Weblate and OmegaT write, by a
// table; writes it as it was; and changes one target at a time, so that all
// that the tools have put around it stays.
func TestForeignFiles(t *testing.T) {
	table, err := os.ReadFile("testdata/foreign.txt")
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	for line := range strings.Lines(string(table)) {
		cells := strings.Split(strings.TrimRight(line, "\n"), "|")
		if strings.HasPrefix(line, "#") || len(cells) < 5 {
			continue
		}
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		rows++
		t.Run(cells[0]+" "+cells[1], func(t *testing.T) { foreign(t, cells) })
	}
	if rows < 12 {
		t.Fatalf("only %d rows", rows)
	}
}

func foreign(t *testing.T, cells []string) {
	data, err := os.ReadFile(filepath.Join("testdata", "foreign", cells[0]))
	if err != nil {
		t.Fatal(err)
	}
	format, ok := Find(cells[0], data)
	if !ok || format.Name != "xliff12" {
		t.Fatalf("taken for %q", format.Name)
	}
	files, err := format.Read(cells[0], data)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := format.Write(&out, files...); err != nil || !bytes.Equal(out.Bytes(), data) {
		t.Fatalf("%v: became\n%s", err, out.String())
	}
	u := unitOf(t, files, cells[1])
	got := []string{cells[0], u.ID, u.Source.String(), u.Target.String(), u.State.String()}
	if strings.Join(got, "|") != strings.Join(cells, "|") {
		t.Errorf("%q\nwant %q", got, cells)
	}
	if u.Fault != nil {
		t.Fatal(u.Fault)
	}
	change(t, format, files, u)
}

// change writes another target in the place of the one that is there.
func change(t *testing.T, format Format, files []File, u *Unit) {
	target := u.Target
	if target.Blank() {
		target = u.Source
	}
	u.Target = document.Content{Text: target.Text + " §", Codes: target.Codes}
	u.State = Final
	var out bytes.Buffer
	if err := format.Write(&out, files...); err != nil {
		t.Fatal(err)
	}
	again, err := format.Read("x", out.Bytes())
	if err != nil {
		t.Fatalf("%v\n%s", err, out.String())
	}
	if got := unitOf(t, again, u.ID); got.Target.String() != u.Target.String() || got.State != Final || got.Fault != nil {
		t.Errorf("%q %v %v in\n%s", got.Target, got.State, got.Fault, out.String())
	}
}

func unitOf(t *testing.T, files []File, id string) *Unit {
	t.Helper()
	for _, f := range files {
		for i := range f.Units {
			if f.Units[i].ID == id {
				return &f.Units[i]
			}
		}
	}
	t.Fatalf("no unit %s", id)
	return nil
}
