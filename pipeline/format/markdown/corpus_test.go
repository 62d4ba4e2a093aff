package markdown

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"hexaglot/pipeline/document"
)

type example struct {
	Example  int    `json:"example"`
	Markdown string `json:"markdown"`
}

// corpora lists the example files with how many examples each must have.
var corpora = map[string]int{
	"commonmark-0.31.2": 652, "gfm-spec": 673, "gfm-extensions": 28, "gfm-regression": 19, "gfm-smart": 16,
}

// corpusDir gives the folder of the shared corpora, or skips the test.
func corpusDir(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		if parent := filepath.Dir(dir); parent != dir {
			dir = parent
			continue
		}
		t.Fatal("no go.mod above the package")
	}
	dir = filepath.Join(dir, "..", "shared", "corpus", "markdown")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the shared corpus is absent")
	}
	return dir
}

// eachExample runs f on every example, under its name.
func eachExample(t *testing.T, f func(t *testing.T, name string, src []byte)) {
	dir := corpusDir(t)
	for _, file := range slices.Sorted(maps.Keys(corpora)) {
		data, err := os.ReadFile(filepath.Join(dir, file+".json"))
		if err != nil {
			t.Fatal(err)
		}
		var list []example
		if err := json.Unmarshal(data, &list); err != nil {
			t.Fatal(err)
		}
		if len(list) != corpora[file] {
			t.Fatalf("%s has %d examples, want %d", file, len(list), corpora[file])
		}
		for _, e := range list {
			name := fmt.Sprintf("%s/%d", file, e.Example)
			t.Run(name, func(t *testing.T) { f(t, name, []byte(e.Markdown)) })
		}
	}
}

func mustRead(t testing.TB, src []byte) *document.Document {
	t.Helper()
	d, err := Format.Read(src, language.French)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func mustWrite(t testing.TB, d *document.Document) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Format.Write(&out, d, d.Lang); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// translate gives every unit a target: its source with f applied to the text.
func translate(d *document.Document, f func(string) string) {
	for _, u := range d.Units {
		for _, s := range u.Segments {
			s.Target = s.Source.MapText(f)
			s.State = document.Translated
		}
	}
}

// unchanged is the translation of a text into itself.
func unchanged(s string) string { return s }

// exceptions reads the examples that a law cannot hold for, with the reason.
func exceptions(t *testing.T, law string) map[string]string {
	t.Helper()
	data, err := os.ReadFile("testdata/exceptions.txt")
	if err != nil {
		t.Fatal(err)
	}
	list := map[string]string{}
	for _, line := range strings.Split(string(data), "\n") {
		f := strings.SplitN(line, "\t", 3)
		if len(f) == 3 && f[0] == law {
			list[f[1]] = f[2]
		}
	}
	return list
}

// TestIdentity: Write(Read(b)) is b.
func TestIdentity(t *testing.T) {
	eachExample(t, func(t *testing.T, _ string, src []byte) {
		if got := mustWrite(t, mustRead(t, src)); !bytes.Equal(got, src) {
			t.Errorf("got  %q\nwant %q", got, src)
		}
	})
}

// TestOwnSource: a text translated into itself is rendered as before.
func TestOwnSource(t *testing.T) {
	checkExamples(t, "own", unchanged, func(b []byte) any { return visible(b) })
}

// TestUpperCase: upper case changes no tag of the rendered text.
func TestUpperCase(t *testing.T) {
	checkExamples(t, "upper", strings.ToUpper, func(b []byte) any { return tagNames(b) })
}

func checkExamples(t *testing.T, law string, f func(string) string, view func([]byte) any) {
	known := exceptions(t, law)
	eachExample(t, func(t *testing.T, name string, src []byte) {
		d := mustRead(t, src)
		translate(d, f)
		out := mustWrite(t, d)
		diff := cmp.Diff(view(toHTML(t, src)), view(toHTML(t, out)))
		switch reason := known[name]; {
		case diff == "" && reason != "":
			t.Errorf("passes, but is listed as an exception: %s", reason)
		case diff != "" && reason == "":
			t.Errorf("source  %q\nwritten %q\n%s", src, out, diff)
		}
	})
}
