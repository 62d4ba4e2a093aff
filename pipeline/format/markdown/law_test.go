package markdown

import (
	"os"
	"strings"
	"testing"

	"hexaglot/pipeline/document"
)

// pseudo changes every letter of a text and adds some.
func pseudo(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			return 'à' + (r-'a')%20
		case r >= 'A' && r <= 'Z':
			return 'À' + (r-'A')%20
		}
		return r
	}, s) + "ẽẽ"
}

// targets gives what each unit should be read as again.
func targets(d *document.Document) []string {
	var list []string
	for _, u := range d.Units {
		c := joined(tidy(u.Target())).Renumber()
		if !c.Blank() {
			list = append(list, u.Role+": "+c.String())
		}
	}
	return list
}

func sources(d *document.Document) []string {
	var list []string
	for _, u := range d.Units {
		list = append(list, u.Role+": "+u.Source().String())
	}
	return list
}

// TestPseudo: a translated text is read again with the same units, codes and
// texts.
func TestPseudo(t *testing.T) {
	known := exceptions(t, "pseudo")
	eachExample(t, func(t *testing.T, name string, src []byte) {
		if diff := reread(t, src, pseudo); diff != "" && known[name] == "" {
			t.Error(diff)
		} else if diff == "" && known[name] != "" {
			t.Errorf("passes, but is listed as an exception: %s", known[name])
		}
	})
}

// reread translates src by f and tells what is read otherwise afterwards.
func reread(t testing.TB, src []byte, f func(string) string) string {
	t.Helper()
	d := mustRead(t, src)
	translate(d, f)
	out := mustWrite(t, d)
	want, got := strings.Join(targets(d), "\n"), strings.Join(sources(mustRead(t, out)), "\n")
	if got == want {
		return ""
	}
	return "source:\n" + string(src) + "\nwritten:\n" + string(out) + "\nread:\n" + got + "\nwant:\n" + want
}

// TestNasty: a translation comes out as that text, whatever it looks like.
func TestNasty(t *testing.T) {
	data, err := os.ReadFile("testdata/nasty.txt")
	if err != nil {
		t.Fatal(err)
	}
	texts := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	if len(texts) < 50 {
		t.Fatalf("only %d texts", len(texts))
	}
	for _, text := range texts {
		text = strings.NewReplacer("␠", " ", "␤", "\n", "␉", "\t").Replace(text)
		for _, f := range []func(string) string{
			func(string) string { return text },
			func(s string) string { return text + s },
			func(s string) string { return s + text },
			func(s string) string { return text + " " + s + " " + text },
		} {
			if diff := reread(t, []byte(everything), f); diff != "" {
				t.Errorf("text %q\n%s", text, firstDifference(diff))
			}
		}
	}
}

// firstDifference shortens what reread tells to the lines that differ.
func firstDifference(diff string) string {
	_, tail, _ := strings.Cut(diff, "\nread:\n")
	read, want, _ := strings.Cut(tail, "\nwant:\n")
	g, w := strings.Split(read, "\n"), strings.Split(want, "\n")
	for i := range w {
		if i >= len(g) || g[i] != w[i] {
			return "got  " + strings.Join(g[min(i, len(g)):min(i+2, len(g))], " ⏎ ") + "\nwant " + w[i]
		}
	}
	return diff
}

// everything is a text with each kind of place that a translation stands in.
const everything = `# Heading *one* here

Setext
heading
=======

Paragraph with **strong**, _em_, ~~del~~, ` + "`code`" + `, [link](/url "title"), 76^{ème}.

Line one\
line two with <sup>html</sup> and <https://a.b> and info@itu.int.

> Quote with ![alt *em* text](img.png "image title") and [ref] and [full][ref].
> Second line.

![alt](img.png "image title"), alone.

- item **bold**
- [ ] task
  continued

1. ordered

   loose paragraph

| head *x* | second |
|----------|--------|
| cell     | **c** [l](u) |

Term
: Definition text[^1] with [coll][].

[ref]: /r "ref title"
[coll]: /c

[^1]: Footnote *text*.

Last[original]**"x"**y
`
