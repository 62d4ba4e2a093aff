package main

import (
	"bytes"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// floors says what each package may import of the project: the packages of
// lower floors only, so imports point one way. A package that is not listed
// fails: it must be given a place.
var floors = [][]string{
	{"messages/fault"},
	{"pipeline/document", "pipeline/locale", "glossary", "messages", "messages/ui"},
	{"pipeline/format", "glossary/exchange", "pipeline/segment"},
	{"pipeline/format/html", "pipeline/format/docx", "pipeline/check", "pipeline/letter"},
	{"pipeline/format/markdown", "pipeline/format/text", "pipeline/parity"},
	{"pipeline/memory/fuzzy", "pipeline/memory/tmx", "pipeline/memory/align"},
	{"pipeline/memory", "pipeline/exchange"},
	{"pipeline"},
	{"cmd/hexaglot"},
}

// leaves import nothing of the project but the fault.
var leaves = []string{"messages", "messages/ui", "glossary", "pipeline/document", "pipeline/locale"}

func TestImportsPointOneWay(t *testing.T) {
	for pkg, imports := range projectImports(t) {
		own := floor(pkg)
		if own < 0 {
			t.Errorf("%s stands on no floor: add it to floors", pkg)
			continue
		}
		for _, imported := range imports {
			if floor(imported) >= own {
				t.Errorf("%s imports %s, which is not below it", pkg, imported)
			}
			if slices.Contains(leaves, pkg) && imported != "messages/fault" {
				t.Errorf("%s is a leaf, but imports %s", pkg, imported)
			}
			if imported == "pipeline" && !strings.HasPrefix(pkg, "cmd/") {
				t.Errorf("%s imports pipeline, which only cmd may", pkg)
			}
		}
	}
}

func floor(pkg string) int {
	return slices.IndexFunc(floors, func(f []string) bool { return slices.Contains(f, pkg) })
}

// projectImports gives, for each package that is not only for tests, what it
// imports of the project.
func projectImports(t *testing.T) map[string][]string {
	t.Helper()
	cmd := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "hexaglot/...")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, stderr.String())
	}
	imports := map[string][]string{}
	for line := range strings.SplitSeq(strings.TrimSpace(string(out)), "\n") {
		fields := strings.Fields(strings.ReplaceAll(line, "hexaglot/", ""))
		pkg := fields[0]
		if strings.HasSuffix(pkg, "test") {
			continue
		}
		imports[pkg] = []string{}
		for i, field := range strings.Fields(line) {
			if i > 0 && strings.HasPrefix(field, "hexaglot/") {
				imports[pkg] = append(imports[pkg], strings.TrimPrefix(field, "hexaglot/"))
			}
		}
	}
	if len(imports) < 12 {
		t.Fatalf("go list names %d packages only", len(imports))
	}
	return imports
}
