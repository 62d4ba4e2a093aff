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
	"unicode"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/document"
)

// corpus gives the Word files of ../shared/corpus, or skips.
func corpus(t testing.TB) []string {
	t.Helper()
	root := corpusRoot(t)
	var files []string
	err := filepath.WalkDir(filepath.Join(root, "docx"), func(path string, _ os.DirEntry, err error) error {
		if strings.HasSuffix(path, ".docx") {
			files = append(files, path)
		}
		return err
	})
	if err != nil || len(files) < 580 {
		t.Fatalf("%d files: %v", len(files), err)
	}
	if testing.Short() {
		return sample(files)
	}
	return files
}

// sample gives every tenth file: enough for the race detector.
func sample(files []string) []string {
	var out []string
	for i := 0; i < len(files); i += 10 {
		out = append(out, files[i])
	}
	return out
}

func corpusRoot(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for dir != filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		dir = filepath.Dir(dir)
	}
	root := filepath.Join(dir, "..", "shared", "corpus")
	if _, err := os.Stat(filepath.Join(root, "docx")); err != nil {
		t.Skip("../shared/corpus/docx is absent")
	}
	return root
}

func TestCorpus(t *testing.T) {
	for _, file := range corpus(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			laws(t, src, Options{})
			laws(t, src, Options{AcceptChanges: true, Comments: true})
			reordered(t, src, Options{AcceptChanges: true, Comments: true})
		})
	}
}

// laws checks identity, and that what is translated is read again.
func laws(t *testing.T, src []byte, o Options) {
	t.Helper()
	d, err := Read(src, language.French, o)
	if err != nil {
		var f *fault.Error
		if !errors.As(err, &f) {
			t.Fatal(err)
		}
		return
	}
	if out := written(t, d); !o.AcceptChanges && !bytes.Equal(out, src) {
		t.Fatal("identity: the archive differs")
	}
	want := translate(d)
	out := written(t, d)
	again, err := Read(out, language.French, o)
	if err != nil {
		t.Fatalf("read again: %v", err)
	}
	if diff := cmp.Diff(want, texts(again)); diff != "" {
		t.Fatalf("read again: %s", diff)
	}
	partsWellFormed(t, d, again)
	for _, p := range again.Parts {
		if x, err := parseXML(rawChunks(p.Skeleton), 1000); err != nil || countChanges(x) > 0 {
			t.Fatalf("%s: tracked changes are left, or %v", p.Name, err)
		}
	}
}

// reordered checks that texts, placeholders and the elements around text are
// where a translation put them: in it, all is in the opposite order.
func reordered(t *testing.T, src []byte, o Options) {
	t.Helper()
	d, err := Read(src, language.French, o)
	if err != nil {
		return
	}
	var want []string
	for _, u := range d.Units {
		s := u.Segments[0]
		s.State, s.Target = document.Translated, reversed(s.Source)
		want = append(want, u.Role+": "+plainCodes(s.Target))
	}
	again, err := Read(written(t, d), language.French, o)
	if err != nil {
		t.Fatalf("reordered, read again: %v", err)
	}
	var got []string
	for _, u := range again.Units {
		got = append(got, u.Role+": "+plainCodes(u.Source()))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("reordered: %s", diff)
	}
}

// reversed gives the words and codes of a content in the opposite order.
func reversed(c document.Content) document.Content {
	pieces := [][]any{nil}
	at := 0
	add := func(piece ...any) {
		top := len(pieces) - 1
		pieces[top] = append(piece, pieces[top]...)
	}
	for _, code := range c.Codes {
		for _, word := range strings.SplitAfter(c.Text[at:code.Pos], " ") {
			add(word)
		}
		at = code.Pos
		switch code.Kind {
		case document.Open:
			pieces = append(pieces, nil)
		case document.Close:
			inner := pieces[len(pieces)-1]
			pieces = pieces[:len(pieces)-1]
			open := code
			for _, o := range c.Codes {
				if o.Kind == document.Open && o.ID == code.ID && o.Name == code.Name {
					open = o
				}
			}
			add(append(append([]any{open}, inner...), code)...)
		default:
			add(code)
		}
	}
	for _, word := range strings.SplitAfter(c.Text[at:], " ") {
		add(word)
	}
	var out document.Content
	for _, piece := range pieces[0] {
		switch piece := piece.(type) {
		case string:
			out.Text += piece
		case document.Code:
			piece.Pos = len(out.Text)
			out.Codes = append(out.Codes, piece)
		}
	}
	return out
}

// plainCodes prints a content without the pairs of formatting and without
// numbers: two pairs that come to stand side by side may be one.
func plainCodes(c document.Content) string {
	var b strings.Builder
	at := 0
	for _, code := range c.Codes {
		b.WriteString(c.Text[at:code.Pos])
		at = code.Pos
		switch code.Name {
		case "b", "i", "u", "s", "f", "sup", "sub":
			continue
		case "a":
			if code.Kind != document.Standalone && code.Disp == "" && strings.HasPrefix(string(code.Data[0].Raw), "<a:rPr") {
				continue
			}
		}
		code.ID = 1
		b.WriteString(code.String())
	}
	return b.String() + c.Text[at:]
}

func written(t *testing.T, d *document.Document) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, d, d.Lang); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func texts(d *document.Document) []string {
	var out []string
	for _, u := range d.Units {
		out = append(out, u.Role+": "+u.Source().String())
	}
	return out
}

// translate puts other letters into every unit, and gives what is to be read.
func translate(d *document.Document) []string {
	var out []string
	for _, u := range d.Units {
		s := u.Segments[0]
		s.State = document.Translated
		s.Target = s.Source.MapText(func(text string) string { return strings.Map(turned, text) })
		out = append(out, u.Role+": "+s.Target.String())
	}
	return out
}

// turned gives another letter for a letter.
func turned(r rune) rune {
	switch {
	case r >= 'a' && r <= 'z':
		return 'a' + (r-'a'+13)%26
	case r >= 'A' && r <= 'Z':
		return 'A' + (r-'A'+13)%26
	case unicode.IsLetter(r):
		return 'ж'
	}
	return r
}

// partsWellFormed checks every part with encoding/xml, where it takes the
// source.
func partsWellFormed(t *testing.T, source, d *document.Document) {
	t.Helper()
	for i, p := range d.Parts {
		if err := decoded(document.AppendChunks(nil, p.Skeleton)); err != nil && decoded(rawChunks(source.Parts[i].Skeleton)) == nil {
			t.Fatalf("%s: %v", p.Name, err)
		}
	}
}

func rawChunks(chunks []document.Chunk) []byte {
	var out []byte
	for _, c := range chunks {
		out = append(out, c.Raw...)
	}
	return out
}

func decoded(part []byte) error {
	x := xml.NewDecoder(bytes.NewReader(part))
	for {
		if _, err := x.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}
