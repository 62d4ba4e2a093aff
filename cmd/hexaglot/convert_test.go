package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The README shows what convert prints.
func TestReadmeShowsConvert(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if code := run([]string{"convert", "--from", "fr", "--to", "ru", "Genève, le 6 septembre 2021", "--lang", "en"}, &out, &bytes.Buffer{}, os.Getenv); code != 0 {
		t.Fatalf("exit %d", code)
	}
	if !strings.Contains(string(readme), out.String()) {
		t.Errorf("README.md does not show\n%s", out.String())
	}
}
