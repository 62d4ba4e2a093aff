package docx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
)

// retargetRoots wrap the fragments of a case by kind; "whole" is a story as it
// stands.
var retargetRoots = map[string]struct {
	kind       partKind
	head, tail string
}{
	"story":     {partStory, `<w:document ` + retargetSpaces + `><w:body>`, `</w:body></w:document>`},
	"styles":    {partStyles, `<w:styles ` + retargetSpaces + `>`, `</w:styles>`},
	"numbering": {partNumbering, `<w:numbering ` + retargetSpaces + `>`, `</w:numbering>`},
	"settings":  {partSettings, `<w:settings ` + retargetSpaces + `>`, `</w:settings>`},
	"fonts":     {partFontTable, `<w:fonts ` + retargetSpaces + `>`, `</w:fonts>`},
	"chart":     {partChart, `<c:chartSpace ` + retargetSpaces + `>`, `</c:chartSpace>`},
	"diagram":   {partDiagram, `<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" ` + retargetSpaces + `>`, `</dgm:dataModel>`},
	"whole":     {partStory, "", ""},
}

const retargetSpaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
	` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"` +
	` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
	` xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"` +
	` xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"` +
	` xmlns:v="urn:schemas-microsoft-com:vml"` +
	` xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"` +
	` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`

// A retargetCase is one block of testdata/retarget/*.txt:
//
//	# name
//	kind from to
//	the part before
//	=>
//	the part after, or "same"
//
// Lines are joined without what surrounds them.
type retargetCase struct {
	name, kind, from, to, in, out string
}

func retargetCases(t testing.TB) []retargetCase {
	files, err := filepath.Glob("testdata/retarget/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	var cases []retargetCase
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, block := range strings.Split("\n"+string(b), "\n# ")[1:] {
			cases = append(cases, retargetCaseOf(t, f, block))
		}
	}
	return cases
}

func retargetCaseOf(t testing.TB, file, block string) retargetCase {
	lines := strings.Split(block, "\n")
	c := retargetCase{name: filepath.Base(file) + "/" + lines[0]}
	head := strings.Fields(lines[1])
	if len(head) != 3 {
		t.Fatalf("%s: %q is not kind, from, to", c.name, lines[1])
	}
	c.kind, c.from, c.to = head[0], head[1], head[2]
	in, out, ok := strings.Cut("\n"+strings.Join(lines[2:], "\n"), "\n=>\n")
	if !ok {
		t.Fatalf("%s: no =>", c.name)
	}
	if c.in, c.out = joinLines(in), joinLines(out); c.out == "same" {
		c.out = c.in
	}
	return c
}

func joinLines(s string) string {
	var b strings.Builder
	for line := range strings.Lines(s) {
		b.WriteString(strings.TrimSpace(line))
	}
	return b.String()
}

// TestRetargetCases runs the cases; every one is idempotent and well-formed.
func TestRetargetCases(t *testing.T) {
	cases := retargetCases(t)
	if len(cases) < 60 {
		t.Fatalf("only %d cases", len(cases))
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			root, ok := retargetRoots[c.kind]
			if !ok {
				t.Fatalf("no kind %q", c.kind)
			}
			trg := target{From: language.MustParse(c.from), To: language.MustParse(c.to)}
			src := root.head + c.in + root.tail
			got, err := retarget([]byte(src), root.kind, trg)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tagLines(root.head+c.out+root.tail), tagLines(string(got))); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			again, err := retarget(got, root.kind, trg)
			if err != nil || !bytes.Equal(again, got) {
				t.Errorf("a second call: %v\n%s", err, cmp.Diff(tagLines(string(got)), tagLines(string(again))))
			}
			if err := wellFormed(got); err != nil {
				t.Error(err)
			}
		})
	}
}

// tagLines shows a part with a line for each tag.
func tagLines(s string) []string { return strings.Split(strings.ReplaceAll(s, "<", "\n<"), "\n") }

func wellFormed(b []byte) error {
	d := xml.NewDecoder(bytes.NewReader(b))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}
