package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hexaglot/messages/ui"
	"hexaglot/pipeline"
	"hexaglot/pipeline/check"
)

// The README's tables are those of the registries; UPDATE=1 writes them anew.
func TestReadmeTables(t *testing.T) {
	name := filepath.Join("..", "..", "README.md")
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	want := string(data)
	for mark, table := range map[string]string{"commands": commandTable(t), "formats": formatTable(), "checks": checkTable()} {
		want = replaceTable(t, want, mark, table)
	}
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(name, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, string(data)); diff != "" {
		t.Errorf("run UPDATE=1 go test ./cmd/hexaglot: %s", diff)
	}
}

func replaceTable(t *testing.T, text, mark, table string) string {
	t.Helper()
	start := "<!-- " + mark + " -->\n"
	before, rest, ok := strings.Cut(text, start)
	_, after, ended := strings.Cut(rest, "<!-- end -->")
	if !ok || !ended {
		t.Fatalf("README.md has no table %s", mark)
	}
	return before + start + table + "<!-- end -->" + after
}

func commandTable(t *testing.T) string {
	speaker, err := ui.New(ui.Languages[0])
	if err != nil {
		t.Fatal(err)
	}
	tool := &tool{speaker: speaker, stdout: &bytes.Buffer{}, stderr: &bytes.Buffer{}, getenv: os.Getenv}
	b := &strings.Builder{}
	b.WriteString("| command | what it does |\n| --- | --- |\n")
	for _, command := range commands {
		c := command(tool)
		fmt.Fprintf(b, "| `%s` | %s |\n", c.Name, c.Usage)
		for _, sub := range c.Subcommands {
			fmt.Fprintf(b, "| `%s %s` | %s |\n", c.Name, sub.Name, sub.Usage)
		}
	}
	return b.String()
}

func formatTable() string {
	b := &strings.Builder{}
	b.WriteString("| format | files | |\n| --- | --- | --- |\n")
	for _, f := range pipeline.Formats() {
		fmt.Fprintf(b, "| %s | %s | %s |\n", f.Name, strings.Join(f.Extensions, " "), f.Doc)
	}
	return b.String()
}

func checkTable() string {
	b := &strings.Builder{}
	b.WriteString("| check | what it finds | ITS 2.0 issue type |\n| --- | --- | --- |\n")
	for _, c := range check.All() {
		fmt.Fprintf(b, "| %s | %s | %s |\n", c.Name, c.Doc, c.IssueType)
	}
	return b.String()
}
