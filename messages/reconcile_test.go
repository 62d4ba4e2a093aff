package messages

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func catalogOf(t interface{ Fatal(...any) }, text string) *Catalog {
	c, err := Read("active.en.toml", []byte(text), english)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestReconcile(t *testing.T) {
	const base = "[a]\nother = \"A\"\n\n[b]\nother = \"B\"\n\n[c]\nother = \"C\"\n"
	for name, c := range map[string]struct {
		ours, theirs, want string
		conflicts          []Conflict
	}{
		"each side its own": {
			"[a]\nother = \"A1\"\n\n[b]\nother = \"B\"\n\n[c]\nother = \"C\"\n",
			"[a]\nother = \"A\"\n\n# sure?\n[b]\nother = \"B2\"\n\n[c]\nother = \"C\"\n",
			"[\"a\"]\nother = \"A1\"\n\n# sure?\n[\"b\"]\nother = \"B2\"\n\n[\"c\"]\nother = \"C\"\n", nil,
		},
		"a conflict keeps both": {
			"[a]\nother = \"A1\"\n", "[a]\nother = \"A2\"\n\n[b]\nother = \"B\"\n\n[c]\nother = \"C\"\n",
			"# conflict: other = \"A2\"\n[\"a\"]\nother = \"A1\"\n",
			[]Conflict{{"a", "other", "A1", "A2"}},
		},
		"the same change": {
			"[a]\nother = \"A1\"\n\n[b]\nother = \"B\"\n\n[c]\nother = \"C\"\n", "[a]\nother = \"A1\"\n\n[c]\nother = \"C\"\n",
			"[\"a\"]\nother = \"A1\"\n\n[\"c\"]\nother = \"C\"\n", nil,
		},
		"deleted and changed": {
			"[a]\nother = \"A\"\n", "[a]\nother = \"A\"\n\n[b]\nother = \"B2\"\n\n[c]\nother = \"C\"\n",
			"[\"a\"]\nother = \"A\"\n\n[\"b\"]\nother = \"B2\"\n", nil,
		},
		"new on both sides": {
			"[x]\nother = \"X\"\n\n[a]\nother = \"A\"\n\n[b]\nother = \"B\"\n\n[c]\nother = \"C\"\n",
			"[a]\nother = \"A\"\n\n[y]\nother = \"Y\"\n\n[b]\nother = \"B\"\n\n[c]\nother = \"C\"\n",
			"[\"x\"]\nother = \"X\"\n\n[\"a\"]\nother = \"A\"\n\n[\"y\"]\nother = \"Y\"\n\n[\"b\"]\nother = \"B\"\n\n[\"c\"]\nother = \"C\"\n", nil,
		},
		"emptied and changed": {
			"[a]\nother = \"\"\n", "[a]\nother = \"A2\"\n",
			"[\"a\"]\nother = \"A2\"\n", nil,
		},
		"new and different": {
			base + "\n[d]\nother = \"D1\"\n", base + "\n[d]\nother = \"D2\"\n",
			"[\"a\"]\nother = \"A\"\n\n[\"b\"]\nother = \"B\"\n\n[\"c\"]\nother = \"C\"\n\n# conflict: other = \"D2\"\n[\"d\"]\nother = \"D1\"\n",
			[]Conflict{{"d", "other", "D1", "D2"}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			got, conflicts := Reconcile(catalogOf(t, base), catalogOf(t, c.ours), catalogOf(t, c.theirs))
			if d := cmp.Diff(c.want, string(got.Encode())); d != "" {
				t.Error(d)
			}
			if d := cmp.Diff(c.conflicts, conflicts); d != "" {
				t.Error(d)
			}
		})
	}
}

// Whatever two people do to a catalog, every text that one of them typed is in
// the reconciled one, and a text is lost only where a side took it away.
func TestReconcileLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		side := rapid.Custom(func(t *rapid.T) string {
			var b strings.Builder
			for _, id := range rapid.Permutation([]string{"a", "b", "c"}).Draw(t, "order") {
				if rapid.IntRange(0, 4).Draw(t, "gone") > 0 {
					comment := rapid.SampledFrom([]string{"", "# note 1\n", "# note 2\n"}).Draw(t, "comment")
					b.WriteString("\n" + comment + "[" + id + "]\nother = \"" + rapid.SampledFrom([]string{"", "un", "deux", "ثلاثة", "四"}).Draw(t, "text") + "\"\n")
				}
			}
			return b.String()
		})
		base, ours, theirs := catalogOf(t, side.Draw(t, "base")), catalogOf(t, side.Draw(t, "ours")), catalogOf(t, side.Draw(t, "theirs"))
		got, _ := Reconcile(base, ours, theirs)
		text := string(got.Encode())
		if again := string(catalogOf(t, text).Encode()); again != text {
			t.Fatalf("%q is read again as %q", text, again)
		}
		before, after := base.ByID(), got.ByID()
		for _, side := range []*Catalog{ours, theirs} {
			for _, m := range side.Messages {
				old := before[m.ID]
				if !m.Filled() || old != nil && old.Other == m.Other {
					continue
				}
				if now := after[m.ID]; now == nil || now.Other != m.Other && !strings.Contains(strings.Join(now.Comments, "\n"), pair("other", m.Other)) {
					t.Fatalf("%s = %q is lost in\n%s", m.ID, m.Other, text)
				}
			}
		}
	})
}
