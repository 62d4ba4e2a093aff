// Package formattest holds the laws that every document format keeps. They run
// over the whole registry, on the seeds that each format has in its testdata
// folder, and as the body of its fuzz target.
//
//  1. What is read and written again is the same, byte for byte.
//  2. What is translated into itself, written and read again has the same
//     segments, codes and all.
//  3. What is translated into other words, written and read again has these
//     words, and the same codes.
package formattest

import (
	"bytes"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"hexaglot/pipeline/document"
	"hexaglot/pipeline/format"
)

// Laws checks all of them on one file. A file that the format refuses keeps
// them all.
func Laws(t *testing.T, f format.Format, src []byte) {
	t.Helper()
	before := bytes.Clone(src)
	d, err := f.Read(src, language.French)
	if err != nil {
		return
	}
	identity(t, f, d, before)
	if !bytes.Equal(src, before) {
		t.Fatal("reading changed the bytes that were read")
	}
	again(t, f, before, "itself", func(c document.Content) document.Content { return c })
	again(t, f, before, "other words", otherWords)
}

func identity(t *testing.T, f format.Format, d *document.Document, src []byte) {
	t.Helper()
	if out := write(t, f, d); !bytes.Equal(out, src) {
		t.Fatalf("law 1: identity: %s", cmp.Diff(string(src), string(out)))
	}
}

// again translates every unit with f, writes, reads, and compares the units.
func again(t *testing.T, f format.Format, src []byte, name string, translate func(document.Content) document.Content) {
	t.Helper()
	d, err := f.Read(bytes.Clone(src), language.French)
	if err != nil {
		t.Fatalf("read a second time: %v", err)
	}
	var want []string
	for _, u := range d.Units {
		s := u.Segments[0]
		s.Target, s.State = translate(s.Source), document.Translated
		want = append(want, s.Target.String())
	}
	out := write(t, f, d)
	read, err := f.Read(out, language.French)
	if err != nil {
		t.Fatalf("translated into %s, it cannot be read: %v\n%s", name, err, out)
	}
	var got []string
	for _, u := range read.Units {
		got = append(got, u.Source().String())
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("translated into %s: %s\nsource:\n%s\nwritten:\n%s", name, diff, src, out)
	}
}

func write(t *testing.T, f format.Format, d *document.Document) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := f.Write(&out, d, d.Lang); err != nil {
		t.Fatalf("write: %v", err)
	}
	return out.Bytes()
}

// otherWords changes every letter and adds a few.
func otherWords(c document.Content) document.Content {
	return c.MapText(func(s string) string {
		s = strings.Map(func(r rune) rune {
			switch {
			case unicode.IsUpper(r):
				return 'Ж'
			case unicode.IsLetter(r):
				return 'ж'
			}
			return r
		}, s)
		return strings.ReplaceAll(s, "ж ", "жж ")
	})
}
