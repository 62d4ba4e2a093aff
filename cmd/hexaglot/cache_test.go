package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A large glossary is compiled once; a change of it, or damage to the cache,
// compiles it anew; and what is found is the same.
func TestLargeGlossariesAreKeptCompiled(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_CACHE_HOME", filepath.Join(dir, "cache"))
	t.Setenv("HOME", dir)
	terms := filepath.Join(dir, "terms.toml")
	must(t, os.WriteFile(filepath.Join(dir, configName), []byte("source = \"fr\"\nglossaries = [\"terms.toml\"]\n"), 0o644))
	must(t, os.WriteFile(terms, []byte(manyConcepts("pont suspendu", "suspension bridge")), 0o644))
	t.Chdir(dir)
	find := func(want string) {
		t.Helper()
		var stdout bytes.Buffer
		if code := run([]string{"glossary", "find", "Les ponts suspendus.", "--to", "en"}, &stdout, os.Stderr, os.Getenv); code != 0 {
			t.Fatalf("exit %d", code)
		}
		if !strings.Contains(stdout.String(), want) {
			t.Errorf("want %q in\n%s", want, stdout.String())
		}
	}
	compiled := func() []string {
		cache, err := os.UserCacheDir()
		must(t, err)
		names, err := filepath.Glob(filepath.Join(cache, "hexaglot", "*.hxg"))
		must(t, err)
		return names
	}
	find("suspension bridge")
	if len(compiled()) != 1 {
		t.Fatalf("compiled: %v", compiled())
	}
	find("suspension bridge")
	must(t, os.WriteFile(compiled()[0], []byte("damaged"), 0o644))
	find("suspension bridge")
	must(t, os.WriteFile(terms, []byte(manyConcepts("pont suspendu", "hanging bridge")), 0o644))
	find("hanging bridge")
	if len(compiled()) != 2 {
		t.Errorf("compiled: %v", compiled())
	}
}

// manyConcepts gives a glossary above the size from which it is compiled.
func manyConcepts(fr, en string) string {
	var b strings.Builder
	concept := func(id, fr, en string) {
		fmt.Fprintf(&b, "[[concept]]\nid = %q\n  [[concept.fr]]\n  term = %q\n  [[concept.en]]\n  term = %q\n", id, fr, en)
	}
	concept("bridge", fr, en)
	for i := 0; b.Len() < cacheFloor; i++ {
		concept(fmt.Sprintf("c%d", i), fmt.Sprintf("objet numéro %d de la liste", i), fmt.Sprintf("item number %d of the list", i))
	}
	return b.String()
}
