package html

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
	"pgregory.net/rapid"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/document"
)

func mustRead(t testing.TB, src []byte) *document.Document {
	t.Helper()
	d, err := Format.Read(src, language.French)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func mustWrite(t testing.TB, d *document.Document, lang language.Tag) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Format.Write(&out, d, lang); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func translate(d *document.Document, f func(string) string) {
	for _, u := range d.Units {
		s := u.Segments[0]
		s.Target, s.State = s.Source.MapText(f), document.Translated
	}
}

// eachCase runs f on the cases of testdata/units.txt.
func eachCase(t testing.TB, f func(name, src, want string)) {
	data, err := os.ReadFile("testdata/units.txt")
	if err != nil {
		t.Fatal(err)
	}
	cases := strings.Split(string(data), "\n@ ")[1:]
	if len(cases) < 6 {
		t.Fatalf("only %d cases", len(cases))
	}
	for _, c := range cases {
		name, rest, _ := strings.Cut(c, "\n")
		src, want, _ := strings.Cut(rest, "@=\n")
		f(name, src, want)
	}
}

func TestUnits(t *testing.T) {
	eachCase(t, func(name, src, want string) {
		t.Run(name, func(t *testing.T) {
			got := describe(mustRead(t, []byte(src)), strings.Contains(want, "\n\t"))
			if diff := cmp.Diff(strings.TrimRight(want, "\n"), strings.TrimRight(got, "\n")); diff != "" {
				t.Error(diff)
			}
		})
	})
}

// describe prints the units of d in the way of testdata/units.txt.
func describe(d *document.Document, codes bool) string {
	var b strings.Builder
	for _, u := range d.Units {
		fmt.Fprintf(&b, "%d %s: %s", u.Line, u.Role, u.Source())
		for _, note := range u.Notes {
			b.WriteString(" »" + note)
		}
		b.WriteByte('\n')
		if !codes {
			continue
		}
		for _, code := range u.Source().Codes {
			fmt.Fprintf(&b, "\t%s %s\n", code, document.AppendChunks(nil, code.Data))
		}
	}
	return b.String()
}

func TestWrite(t *testing.T) {
	data, err := os.ReadFile("testdata/write.txt")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.NewReplacer("␤", "\n")
	cases := 0
	for _, line := range strings.Split(string(data), "\n") {
		f := strings.Split(line, "\t")
		if len(f) != 3 {
			continue
		}
		cases++
		d := mustRead(t, []byte(lines.Replace(f[0])))
		s := d.Units[0].Segments[0]
		target, err := document.ParseContent(lines.Replace(f[1])).Bind(s.Source)
		if err != nil {
			t.Errorf("%s: %v", line, err)
		}
		s.Target, s.State = target, document.Translated
		if got := string(mustWrite(t, d, d.Lang)); got != lines.Replace(f[2]) {
			t.Errorf("%s\ngot %q", line, got)
		}
	}
	if cases < 10 {
		t.Errorf("only %d cases", cases)
	}
}

// TestReread: a translation is read again as it was written, whatever it
// contains.
func TestReread(t *testing.T) {
	var sources []string
	eachCase(t, func(_, src, _ string) { sources = append(sources, src) })
	bits := []string{"a", "é", "联", "م", " ", "  ", "\t", "\u00a0", "<", ">", "&", "&amp;", "&lt", "&#38;", "\"", "'", "</p>", "<!--", "-->", "</title>", "\u2028", ";", "`", "\r"}
	rapid.Check(t, func(rt *rapid.T) {
		src := rapid.SampledFrom(sources).Draw(rt, "source")
		before := "x" + strings.Join(rapid.SliceOfN(rapid.SampledFrom(bits), 0, 5).Draw(rt, "before"), "")
		after := strings.Join(rapid.SliceOfN(rapid.SampledFrom(bits), 0, 5).Draw(rt, "after"), "")
		d := mustRead(t, []byte(src))
		translate(d, func(s string) string { return before + s + after })
		var want []string
		for _, u := range d.Units {
			want = append(want, u.Role+": "+u.Target().String())
		}
		out := mustWrite(t, d, d.Lang)
		var got []string
		for _, u := range mustRead(t, out).Units {
			got = append(got, u.Role+": "+u.Source().String())
		}
		if diff := cmp.Diff(want, got); diff != "" {
			rt.Fatalf("written %q\n%s", out, diff)
		}
	})
}

// TestLanguage: a version says its own language and direction.
func TestLanguage(t *testing.T) {
	for _, c := range []struct {
		src      string
		from, to language.Tag
		want     string
	}{
		{`<html><p>a`, language.French, language.French, `<html><p>a`},
		{`<html><p>a`, language.French, language.English, `<html lang="en"><p>a`},
		{`<html lang='fr'><p>a`, language.French, language.Arabic, `<html dir="rtl" lang='ar'><p>a`},
		{`<html lang=fr dir="ltr" class="x"><p>a`, language.French, language.Arabic, `<html lang="ar" dir="rtl" class="x"><p>a`},
		{`<html lang="ar" dir="rtl"><p>a`, language.Arabic, language.Russian, `<html lang="ru"><p>a`},
		{`<html lang="fr"><p lang="fr-CH">a<i lang="en">b</i><q lang="fr" translate="no">c</q>`, language.French, language.Chinese, `<html lang="zh"><p lang="zh">a<i lang="en">b</i><q lang="fr" translate="no">c</q>`},
		{`<div lang="fr">a</div>`, language.French, language.Arabic, `<div dir="rtl" lang="ar">a</div>`},
		{`<div lang="ar" dir="rtl">a</div>`, language.Arabic, language.Spanish, `<div lang="es" dir="ltr">a</div>`},
	} {
		d, err := Format.Read([]byte(c.src), c.from)
		if err != nil {
			t.Fatal(err)
		}
		if got := string(mustWrite(t, d, c.to)); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.src, got, c.want)
		}
	}
}

// TestFaults: what cannot be read says why and where.
func TestFaults(t *testing.T) {
	for _, c := range []struct {
		src, id string
		line    int
	}{
		{"<p>a\n<!-- hexaglot:foo -->", "directive-unknown", 2},
		{"<p>a\n\xff", "not-utf8", 2},
		{"<p>\n" + strings.Repeat("x", maxLine+1) + "\n", "line-too-long", 2},
	} {
		_, err := Format.Read([]byte(c.src), language.French)
		var e *fault.Error
		if !errors.As(err, &e) || e.ID != c.id || e.Line != c.line {
			t.Errorf("%.40q: got %v, want %s in line %d", c.src, err, c.id, c.line)
		}
	}
}

// FuzzRead: any text is written as it was read; and translated into itself, it
// is read again as the same units.
func FuzzRead(f *testing.F) {
	eachCase(f, func(_, src, _ string) {
		f.Add([]byte(src))
		f.Add([]byte("\ufeff" + strings.ReplaceAll(src, "\n", "\r\n")))
	})
	for _, s := range []string{"مرحبا", "你好。", "hello", "à bientôt", "привет", "¡hola!"} {
		f.Add([]byte("<p title=\"" + s + "\">" + s + " <b>" + s + "</b>\u2028" + s + "</p>"))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		d, err := Format.Read(src, language.French)
		if err != nil {
			return
		}
		if got := mustWrite(t, d, d.Lang); !bytes.Equal(got, src) {
			t.Fatalf("written %q\nsource  %q", got, src)
		}
		want := describe(d, false)
		translate(d, func(s string) string { return s })
		out := mustWrite(t, d, d.Lang)
		if diff := cmp.Diff(withoutLines(want), withoutLines(describe(mustRead(t, out), false))); diff != "" {
			t.Fatalf("source  %q\nwritten %q\n%s", src, out, diff)
		}
	})
}

// withoutLines takes the line numbers off what describe prints.
func withoutLines(s string) []string {
	list := strings.Split(s, "\n")
	for i := range list {
		_, list[i], _ = strings.Cut(list[i], " ")
	}
	return list
}
