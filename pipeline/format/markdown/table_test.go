package markdown

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hexaglot/pipeline/document"
)

// TestUnits reads the sources of testdata/units.txt.
func TestUnits(t *testing.T) {
	data, err := os.ReadFile("testdata/units.txt")
	if err != nil {
		t.Fatal(err)
	}
	cases := strings.Split(string(data), "\n@ ")[1:]
	if len(cases) < 15 {
		t.Fatalf("only %d cases", len(cases))
	}
	for _, c := range cases {
		name, rest, _ := strings.Cut(c, "\n")
		src, want, ok := strings.Cut(rest, "@=\n")
		if !ok {
			t.Fatalf("%s: no line @=", name)
		}
		t.Run(name, func(t *testing.T) {
			got := describe(mustRead(t, []byte(src)), strings.Contains(want, "\n\t"))
			if diff := cmp.Diff(strings.TrimRight(want, "\n"), strings.TrimRight(got, "\n")); diff != "" {
				t.Error(diff)
			}
		})
	}
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
			data := strings.ReplaceAll(string(document.AppendChunks(nil, code.Data)), "\n", "␤")
			fmt.Fprintf(&b, "\t%s %s", code, data)
			if code.Disp != "" {
				b.WriteString(" " + code.Disp)
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// TestWrite writes the translations of testdata/write.txt.
func TestWrite(t *testing.T) {
	data, err := os.ReadFile("testdata/write.txt")
	if err != nil {
		t.Fatal(err)
	}
	cases := 0
	lines := strings.NewReplacer("␤", "\n")
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
			target = document.ParseContent(lines.Replace(f[1]))
			t.Errorf("%s: %v", line, err)
		}
		s.Target, s.State = target, document.Translated
		if got := string(mustWrite(t, d)); got != lines.Replace(f[2]) {
			t.Errorf("%s\ngot %q", line, got)
		}
	}
	if cases < 50 {
		t.Errorf("only %d cases", cases)
	}
}
