package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hexaglot/pipeline"
)

var examples = filepath.Join("..", "..", "examples")

// The example's versions are what they were when an editor last read them; run
// the test with UPDATE=1 after a change, and read them again.
func TestExample(t *testing.T) {
	out := t.TempDir()
	var stderr bytes.Buffer
	if code := run([]string{"build", examples, "--out", out}, &bytes.Buffer{}, &stderr, os.Getenv); code != 0 {
		t.Fatalf("exit %d: %s", code, stderr.String())
	}
	built, err := filepath.Glob(filepath.Join(out, "*.*.*"))
	if err != nil || len(built) != 12 {
		t.Fatalf("%d versions (%v)", len(built), err)
	}
	for _, name := range built {
		got := readable(t, name)
		golden := filepath.Join("testdata", "golden", strings.Replace(filepath.Base(name), ".docx", ".docx.txt", 1))
		if os.Getenv("UPDATE") != "" {
			if err := os.WriteFile(golden, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Errorf("%s: %s", filepath.Base(name), diff)
		}
	}
	for _, name := range []string{"bdt-dir-105.fr.md", "bdt-dir-105.fr.docx"} {
		source, err := os.ReadFile(filepath.Join(examples, name))
		if err != nil {
			t.Fatal(err)
		}
		if same, err := os.ReadFile(filepath.Join(out, name)); err != nil || !bytes.Equal(source, same) {
			t.Errorf("%s is not byte-identical (%v)", name, err)
		}
	}
}

// readable gives a version as a person reads it: of a Word file, the text of
// each paragraph on a line.
func readable(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	_, ext, lang := splitName(filepath.Base(name))
	if ext != ".docx" {
		return data
	}
	d, err := pipeline.Read(name, data, lang, pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, u := range d.Units {
		b.WriteString(u.Role + ": " + u.Source().String() + "\n")
	}
	return []byte(b.String())
}

// The example is finished: nothing to do, no error, no warning.
func TestExampleIsFinished(t *testing.T) {
	var stdout bytes.Buffer
	if code := run([]string{"check", examples}, &stdout, os.Stderr, func(string) string { return "" }); code != 0 {
		t.Fatalf("exit %d: %s", code, stdout.String())
	}
	if !bytes.Contains(stdout.Bytes(), []byte("0 errors, 0 warnings, 8 remarks")) {
		t.Errorf("%s", stdout.String())
	}
	left, err := filepath.Glob(filepath.Join(examples, "messages", "*", "translate.*"))
	if err != nil || len(left) > 0 {
		t.Errorf("%v is still to do (%v)", left, err)
	}
}

// An extract of the example changes nothing: its catalogs are up to date.
func TestExampleIsUpToDate(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(examples)); err != nil {
		t.Fatal(err)
	}
	if code := silently("extract", dir); code != 0 {
		t.Fatalf("exit %d", code)
	}
	catalogs, err := filepath.Glob(filepath.Join(dir, "messages", "*", "*.toml"))
	if err != nil || len(catalogs) < 6 {
		t.Fatalf("%d catalogs (%v)", len(catalogs), err)
	}
	for _, name := range catalogs {
		rel, err := filepath.Rel(dir, name)
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(filepath.Join(examples, rel))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Errorf("%s: %s", rel, diff)
		}
	}
}
