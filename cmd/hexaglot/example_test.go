package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
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
	built, err := filepath.Glob(filepath.Join(out, "*.md"))
	if err != nil || len(built) != 6 {
		t.Fatalf("%d versions (%v)", len(built), err)
	}
	for _, name := range built {
		got, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		golden := filepath.Join("testdata", "golden", filepath.Base(name))
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
	source, err := os.ReadFile(filepath.Join(examples, "bdt-dir-105.fr.md"))
	if err != nil {
		t.Fatal(err)
	}
	if same, err := os.ReadFile(filepath.Join(out, "bdt-dir-105.fr.md")); err != nil || !bytes.Equal(source, same) {
		t.Errorf("the source language is not byte-identical (%v)", err)
	}
}

// The example is finished: nothing to do, no error, no warning.
func TestExampleIsFinished(t *testing.T) {
	var stdout bytes.Buffer
	if code := run([]string{"check", examples}, &stdout, os.Stderr, func(string) string { return "" }); code != 0 {
		t.Fatalf("exit %d: %s", code, stdout.String())
	}
	if !bytes.Contains(stdout.Bytes(), []byte("0 errors, 0 warnings, 3 remarks")) {
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
