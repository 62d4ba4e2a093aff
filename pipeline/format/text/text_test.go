package text

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
	"pgregory.net/rapid"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/document"
	"hexaglot/pipeline/format/formattest"
)

// TestLayout reads testdata/layout.txt: cases separated by lines of "%", a
// source and what is read of it divided by a line of ">".
func TestLayout(t *testing.T) {
	data, err := os.ReadFile("testdata/layout.txt")
	if err != nil {
		t.Fatal(err)
	}
	cases := strings.Split(string(data), "\n%\n")
	if len(cases) < 30 {
		t.Errorf("%d cases", len(cases))
	}
	for _, c := range cases {
		src, want, _ := strings.Cut(c, "\n>\n")
		d, err := read([]byte(src), language.French)
		if err != nil {
			t.Errorf("%s\n%v", src, err)
			continue
		}
		if diff := cmp.Diff(strings.TrimSpace(want), strings.TrimSpace(show(d))); diff != "" {
			t.Errorf("%s\n%s", src, diff)
		}
		formattest.Laws(t, Format, []byte(src))
	}
}

func show(d *document.Document) string {
	var b strings.Builder
	for _, u := range d.Units {
		b.WriteString(u.Role + ": " + u.Source().Text)
		for _, note := range u.Notes {
			b.WriteString(" (" + note + ")")
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestLines(t *testing.T) {
	for src, want := range map[string][]string{
		"a\r\nb\rc\nd":              {"a", "b", "c", "d"},
		"\ufeffa\u2028b\u0085c":     {"a", "b", "c"},
		"a\fb\vc\u2029d":            {"a", "b", "c", "d"},
		" \u00a0a\u00a0 \n\n\u3000": {"a"},
		"a\tb  c d":                 {"a", "b", "c d"},
		"End.  Start":               {"End.  Start"},
		"End.  start":               {"End.", "start"},
		"":                          nil,
		"\ufeff":                    nil,
		"-\n--\n- \n":               {"-", "--", "-"},
	} {
		d, err := read([]byte(src), language.French)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, u := range d.Units {
			got = append(got, u.Source().Text)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q: %s", src, diff)
		}
		formattest.Laws(t, Format, []byte(src))
	}
}

func TestLineNumbers(t *testing.T) {
	d, err := read([]byte("\ufeffa\r\n\rb\u2028c\n\fd\n"), language.French)
	if err != nil {
		t.Fatal(err)
	}
	var got []int
	for _, u := range d.Units {
		got = append(got, u.Line)
	}
	if diff := cmp.Diff([]int{1, 3, 3, 4}, got); diff != "" {
		t.Error(diff)
	}
}

func TestEncode(t *testing.T) {
	long := strings.Repeat("mot ", 15) + "fin"
	for _, c := range []struct{ src, translation, want string }{
		{"Un\n", "One\nTwo", "One\nTwo\n"},
		{"  Un\r\n", "One\nTwo", "  One\r\n  Two\r\n"},
		{"- Un\n", "One\nTwo", "- One\n  Two\n"},
		{"12)\tUn\n", "One\nTwo", "12)\tOne\n        Two\n"},
		{"Un\rDeux", "One\nTwo", "One\rTwo\rOne\rTwo"},
		{"Un\nDeux\n", long, long + "  \n" + long + "\n"},
		{"Un\n\nDeux\n", long, long + "\n\n" + long + "\n"},
		{"Un  \nDeux\n", long, long + "  \n" + long + "\n"},
		{"Un\n- Deux\n", long, long + "\n- " + long + "\n"},
		{"Un:   deux\n", "x", "x   x\n"},
		{"Titre\n=====\n", "Title", "Title\n=====\n"},
	} {
		d, err := read([]byte(c.src), language.French)
		if err != nil {
			t.Fatal(err)
		}
		for _, u := range d.Units {
			u.Segments[0].Target = document.Content{Text: c.translation}
			u.Segments[0].State = document.Translated
		}
		var out bytes.Buffer
		if err := Format.Write(&out, d, language.English); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.want, out.String()); diff != "" {
			t.Errorf("%q: %s", c.src, diff)
		}
	}
}

func TestFaults(t *testing.T) {
	for src, want := range map[string]struct {
		id   string
		line int
	}{
		"a\r\n\n<!-- hexaglot:stop -->\n":             {"directive-unknown", 3},
		"a\rb\n" + strings.Repeat("x", maxLine+1):     {"line-too-long", 3},
		"<!-- hexaglot: -->":                          {"directive-unknown", 1},
		strings.Repeat("会", maxLine/3+1) + "\nb":      {"line-too-long", 1},
		"<!--hexaglot:skip-->\n<!--hexaglot:fix-->\n": {"directive-unknown", 2},
	} {
		_, err := read([]byte(src), language.French)
		var f *fault.Error
		if !errors.As(err, &f) || f.ID != want.id || f.Line != want.line {
			t.Errorf("%.40q: %v, want %v", src, err, want)
		}
	}
	if _, err := read([]byte(strings.Repeat("x", maxLine)+"\n"), language.French); err != nil {
		t.Errorf("a line of the greatest length: %v", err)
	}
}

func TestSeeds(t *testing.T) {
	for name, src := range seeds(t) {
		t.Run(name, func(t *testing.T) {
			formattest.Laws(t, Format, src)
			formattest.Laws(t, Format, bytes.ReplaceAll(src, []byte("\n"), []byte("\r\n")))
			formattest.Laws(t, Format, append([]byte("\ufeff"), src...))
		})
	}
}

func seeds(t testing.TB) map[string][]byte {
	names, err := filepath.Glob("testdata/seeds/*")
	if err != nil || len(names) < 6 {
		t.Fatalf("%d seeds: %v", len(names), err)
	}
	out := map[string][]byte{}
	for _, name := range names {
		if out[filepath.Base(name)], err = os.ReadFile(name); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// TestLaws draws layouts from the pieces that decide them.
func TestLaws(t *testing.T) {
	pieces := strings.Split("mot|Phrase.|un texte assez long pour remplir une ligne|Союз решил|会议将于日内瓦举行|وقد عقد| |  |\t|\u3000|\u00a0|\n|\n|\n|\n|\r\n|\r|\n\n|\f|\u2028|\u2029|- |* |• |1) |1. |a) |iv) |– |---|====|***|<!-- hexaglot:skip -->|<!-- hexaglot:resume -->|<!-- hexaglot:note n -->|\ufeff|-|.|  X", "|")
	rapid.Check(t, func(r *rapid.T) {
		src := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 30).Draw(r, "pieces"), "")
		formattest.Laws(t, Format, []byte(src))
	})
}

func FuzzRead(f *testing.F) {
	for _, src := range seeds(f) {
		f.Add(src)
		f.Add(bytes.ReplaceAll(src, []byte("\n"), []byte("\r\n")))
	}
	f.Add([]byte("\ufeffa\u2028b\u2029c\fd\re\r\n"))
	f.Fuzz(func(t *testing.T, src []byte) { formattest.Laws(t, Format, src) })
}

func BenchmarkRead(b *testing.B) {
	src := bytes.Repeat(seeds(b)["fr.txt"], 1000)
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		if _, err := read(src, language.French); err != nil {
			b.Fatal(err)
		}
	}
}
