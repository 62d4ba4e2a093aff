package pipeline_test

import (
	"testing"

	"golang.org/x/text/language"

	"hexaglot/pipeline"
)

// A translation has white space at its edges only where the source has some.
func TestMergeTakesNoBlanksAtTheEdges(t *testing.T) {
	for _, c := range []struct{ src, translation, want string }{
		{"Un", " One \n", "One"},
		{"**Un** deux", "<b1> One</b1> two ", "**One** two"},
		{"**Un** deux", "<b1></b1> Two", "Two"},
		{"Voir ![](a.png).", "<img1/> see.\t", "![](a.png) see."},
		{"Voir ![](a.png).", "See <img1/> ", "See ![](a.png)"},
		{"&#32;Un", " One ", "&#32;One"},
		{"`a` un", "One <code1/>", "One `a`"},
		{"Un", "\u3000One\u00a0", "\u3000One\u00a0"},
	} {
		d, err := pipeline.Read("a.fr.md", []byte(c.src), language.French, pipeline.Options{})
		if err != nil {
			t.Fatal(err)
		}
		problems := pipeline.Merge(d, language.English, func(string) (string, bool) { return c.translation, true })
		out, err := pipeline.Write("a.fr.md", d, language.English)
		if err != nil || len(problems) > 0 {
			t.Fatalf("%q: %v %v", c.translation, problems, err)
		}
		if string(out) != c.want {
			t.Errorf("%q: got %q, want %q", c.translation, out, c.want)
		}
	}
}
