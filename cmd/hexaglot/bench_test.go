package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"
)

func silently(args ...string) int {
	return run(args, io.Discard, io.Discard, func(string) string { return "" })
}

// manyCirculars makes a project of n circulars of about 6 kB, translated into
// English.
func manyCirculars(b *testing.B, n int) string {
	b.Helper()
	dir := b.TempDir()
	circular, err := os.ReadFile(filepath.Join("..", "..", "examples", "bdt-dir-105.fr.md"))
	if err != nil {
		b.Fatal(err)
	}
	text := string(circular) + strings.Repeat("\n\nLes PMA, les PDSL et les PEID prendront part à la réunion de Genève, le 6 septembre 2021.", 12)
	for i := range n {
		write(b, filepath.Join(dir, fmt.Sprintf("letter-%04d.fr.md", i)), strings.ReplaceAll(text, "105", fmt.Sprint(i)))
	}
	write(b, filepath.Join(dir, "hexaglot.toml"), "source = \"fr\"\ntargets = [\"en\"]\n")
	if code := silently("extract", dir); code != 0 {
		b.Fatalf("extract: exit %d", code)
	}
	catalogs, err := filepath.Glob(filepath.Join(dir, "messages", "*", "active.fr.toml"))
	if err != nil || len(catalogs) != n {
		b.Fatalf("%d catalogs (%v)", len(catalogs), err)
	}
	for _, name := range catalogs {
		accept(b, name)
	}
	return dir
}

// accept makes a translation of every message of a source catalog.
func accept(b testing.TB, source string) {
	b.Helper()
	data, err := os.ReadFile(source)
	if err != nil {
		b.Fatal(err)
	}
	var catalog map[string]map[string]string
	if err := toml.Unmarshal(data, &catalog); err != nil {
		b.Fatal(err)
	}
	for id := range catalog {
		delete(catalog[id], "description")
	}
	out, err := toml.Marshal(catalog)
	if err != nil {
		b.Fatal(err)
	}
	write(b, strings.Replace(source, "active.fr", "active.en", 1), string(out))
}

func write(b testing.TB, name, text string) {
	b.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkBuild builds 2,000 circulars of 6 kB for one language: s/op is to
// stay below 1.5 on two cores; with a memory, which the first build fills, it is
// to be at most a fifth more.
func BenchmarkBuild(b *testing.B) {
	dir := manyCirculars(b, 2000)
	db := filepath.Join(dir, "memory.db")
	for _, c := range []struct {
		name, config string
		before       func()
	}{
		{"alone", "[memory]\nfile = \"\"\n", func() {}},
		{"first", "", func() { os.Remove(db) }},
		{"again", "", func() {}},
	} {
		b.Run(c.name, func(b *testing.B) {
			write(b, filepath.Join(dir, "hexaglot.toml"), "source = \"fr\"\ntargets = [\"en\"]\n"+c.config)
			for b.Loop() {
				c.before()
				if code := silently("build", dir, "--to", "en"); code != 0 {
					b.Fatalf("exit %d", code)
				}
			}
			b.ReportMetric(b.Elapsed().Seconds()/float64(b.N), "s/op")
		})
	}
}

// BenchmarkStart starts the program to do nothing: ms/op is to stay below 20.
func BenchmarkStart(b *testing.B) {
	bin := filepath.Join(b.TempDir(), "hexaglot")
	if out, err := exec.Command("go", "build", "-o", bin, ".").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	for b.Loop() {
		if err := exec.Command(bin, "--version").Run(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(b.Elapsed().Seconds()*1000/float64(b.N), "ms/op")
}

// BenchmarkFind starts the program to look up a term, glossary and all.
func BenchmarkFind(b *testing.B) {
	bin := filepath.Join(b.TempDir(), "hexaglot")
	if out, err := exec.Command("go", "build", "-o", bin, ".").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	for b.Loop() {
		if err := exec.Command(bin, "glossary", "find", "les PMA", "--to", "en").Run(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(b.Elapsed().Seconds()*1000/float64(b.N), "ms/op")
}
