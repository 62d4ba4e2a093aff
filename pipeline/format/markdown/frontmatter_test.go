package markdown

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestScalars: a value is read again as it was written, in every kind of
// quotes, and its line stays one line.
func TestScalars(t *testing.T) {
	sources := []string{
		"---\ntitle: a b\nx: y\n---\n", "---\ntitle: \"a\"\nx: y\n---\n", "---\r\ntitle: 'a' # b\r\n---\r\n",
		"+++\ntitle = \"a\"\n+++\n", "+++\ntitle = 'a'\n+++\ntext\n",
	}
	bits := append([]string{": ", " #", "true", "12", "2021-01-01", "- ", "? ", "''", "\x01", "\u0085", "@", "%", "null", "~"}, words...)
	rapid.Check(t, func(rt *rapid.T) {
		src := rapid.SampledFrom(sources).Draw(rt, "source")
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(bits), 1, 6).Draw(rt, "text"), "")
		d := mustRead(t, []byte(src))
		translate(d, func(string) string { return text })
		d.Units = d.Units[:1]
		out := mustWrite(t, d)
		want := joined(tidy(d.Units[0].Target())).Text
		if strings.TrimSpace(want) == "" {
			rt.Skip("nothing to write")
		}
		again := mustRead(t, out)
		if len(again.Units) == 0 || again.Units[0].Source().Text != want || again.Units[0].Role != "title" {
			rt.Fatalf("text %q\nwritten %q", want, out)
		}
		if strings.Count(string(out[:frontMatter(out).size]), "\n") != strings.Count(src[:frontMatter([]byte(src)).size], "\n") {
			rt.Fatalf("text %q\nwritten %q: another number of lines", want, out)
		}
	})
}
