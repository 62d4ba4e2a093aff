package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var six = []string{"ar", "en", "es", "fr", "ru", "zh"}

// builtExample gives the folder with the six versions of the example.
func builtExample(t *testing.T) string {
	t.Helper()
	out := t.TempDir()
	if code := silently("build", examples, "--out", out); code != 0 {
		t.Fatalf("build: exit %d", code)
	}
	return out
}

// verified runs verify on six files of a folder.
func verified(t *testing.T, dir, format string) (jsonVerification, int) {
	t.Helper()
	args := []string{"verify", "--format", "json"}
	for _, lang := range six {
		args = append(args, filepath.Join(dir, "bdt-dir-105."+lang+"."+format))
	}
	var stdout, stderr bytes.Buffer
	code := run(args, &stdout, &stderr, func(string) string { return "" })
	var v jsonVerification
	if err := json.Unmarshal(stdout.Bytes(), &v); err != nil {
		t.Fatalf("%v: %s", err, stderr.String())
	}
	return v, code
}

func TestVersionsOfTheExampleAgree(t *testing.T) {
	dir := builtExample(t)
	for _, format := range []string{"md", "docx"} {
		v, code := verified(t, dir, format)
		if code != 0 || len(v.Findings) != 0 {
			t.Errorf("%s: exit %d, %+v", format, code, v.Findings)
		}
		if n := v.Versions[0].Counts["paragraph"]; n < 16 {
			t.Errorf("%s: only %d paragraphs", format, n)
		}
	}
}

// Each damage to one version is found, in its place, and nothing else is.
func TestVerifyFindsDamage(t *testing.T) {
	dir := builtExample(t)
	data, err := os.ReadFile(filepath.Join("testdata", "parity", "damages.txt"))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		n++
		t.Run(fmt.Sprint(n), func(t *testing.T) { findDamage(t, dir, strings.TrimSuffix(line, "\n")) })
	}
	if n < 25 {
		t.Fatalf("%d damages only", n)
	}
}

func findDamage(t *testing.T, dir, line string) {
	cells := strings.Split(line, "|")
	if len(cells) != 10 {
		t.Fatalf("%d cells: %s", len(cells), line)
	}
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	format, lang, act, text, other := cells[0], cells[1], cells[2], cells[3], cells[4]
	name := filepath.Join(dir, "bdt-dir-105."+lang+"."+format)
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := os.WriteFile(name, src, 0o644); err != nil {
			t.Fatal(err)
		}
	})
	damaged := damageText
	if format == "docx" {
		damaged = damageWord
	}
	if err := os.WriteFile(name, damaged(t, src, act, text, other), 0o644); err != nil {
		t.Fatal(err)
	}
	v, code := verified(t, dir, format)
	if code != 1 || len(v.Findings) != 1 {
		t.Errorf("exit %d, %d findings: %s", code, len(v.Findings), line)
	}
	for _, f := range v.Findings {
		where := namedPlace(f, lang)
		got := []string{f.Feature, f.Verdict, f.Value, f.Own}
		if !slices.Equal(got, cells[5:9]) || !slices.Equal(f.Odd, []string{lang}) || !strings.HasPrefix(where, cells[9]) {
			t.Errorf("%s: got %v in %v at %q", line, got, f.Odd, where)
		}
	}
}

// namedPlace gives the place of the named version as the table writes it.
func namedPlace(f jsonFinding, lang string) string {
	for _, p := range f.Places {
		if p.Language != lang {
			continue
		}
		where := fmt.Sprintf("%s %d", p.Unit, max(p.Number, p.Table*btoi(p.Unit == "table")))
		if p.After {
			where = "after " + where
		}
		return where
	}
	return ""
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// damageText damages a Markdown text: a paragraph is what stands between blank
// lines, a list item is a line.
func damageText(t *testing.T, src []byte, act, text, other string) []byte {
	t.Helper()
	s := string(src)
	at := strings.Index(s, text)
	if at < 0 {
		t.Fatalf("no %q", text)
	}
	gap := "\n\n"
	if strings.HasPrefix(text, "-") {
		gap = "\n"
	}
	from := strings.LastIndex(s[:at], gap) + len(gap)
	to := at + strings.Index(s[at:], gap) + len(gap)
	switch act {
	case "replace":
		s = strings.Replace(s, text, other, 1)
	case "drop":
		s = s[:from] + s[to:]
	case "double":
		s = s[:to] + s[from:to] + s[to:]
	case "swap":
		next := to + strings.Index(s[to:], gap) + len(gap)
		s = s[:from] + s[to:next] + s[from:to] + s[next:]
	}
	return []byte(s)
}

// damageWord damages the part of a Word file that holds the text.
func damageWord(t *testing.T, src []byte, act, text, other string) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	done := false
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if at := bytes.Index(data, []byte(text)); at >= 0 && !done && strings.HasPrefix(f.Name, "word/") {
			data, done = []byte(damageXML(string(data), at, act, text, other)), true
		}
		w, err := out.Create(f.Name)
		if err == nil {
			_, err = w.Write(data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil || !done {
		t.Fatalf("%q is not in the file (%v)", text, err)
	}
	return b.Bytes()
}

func damageXML(s string, at int, act, text, other string) string {
	verb, name, _ := strings.Cut(act, " ")
	if name == "" {
		name = "t"
	}
	open := regexp.MustCompile(`<w:` + name + `[ >]`)
	starts := open.FindAllStringIndex(s[:at], -1)
	if verb == "replace" {
		return strings.Replace(s, text, other, 1)
	}
	end := "</w:" + name + ">"
	from := starts[len(starts)-1][0]
	to := at + strings.Index(s[at:], end) + len(end)
	switch verb {
	case "drop":
		return s[:from] + s[to:]
	case "empty":
		inner := from + strings.Index(s[from:], ">") + 1
		return s[:inner] + s[to-len(end):]
	}
	next := to + strings.Index(s[to:], end) + len(end)
	return s[:from] + s[to:next] + s[from:to] + s[next:]
}
