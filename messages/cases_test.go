package messages

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"hexaglot/messages/fault"
)

// TestFaults reads the catalogs of testdata/faults.txt. Each is headed by
// "-- fault line: the English text --"; in it, ␀ stands for NUL and ⍰ for a
// byte that is not UTF-8.
func TestFaults(t *testing.T) {
	data, err := os.ReadFile("testdata/faults.txt")
	if err != nil {
		t.Fatal(err)
	}
	cases := strings.Split(string(data), "\n-- ")[1:]
	if len(cases) < 30 {
		t.Fatalf("only %d cases", len(cases))
	}
	for _, c := range cases {
		want, toml, _ := strings.Cut(c, " --\n")
		toml = strings.NewReplacer("␀", "\x00", "⍰", "\xff").Replace(toml)
		t.Run(want, func(t *testing.T) {
			_, err := Read("active.en.toml", []byte(toml), english)
			var e *fault.Error
			if !errors.As(err, &e) {
				t.Fatalf("no fault: %v", err)
			}
			got := e.ID + " " + strconv.Itoa(e.Line) + ": " + fault.Expand(e.Text, e.Args)
			if got != want || e.File != "active.en.toml" || e.Kind != fault.Input {
				t.Errorf("got %s (%s, kind %d)", got, e.File, e.Kind)
			}
		})
	}
}

func TestReadLimits(t *testing.T) {
	_, err := Read("active.en.toml", make([]byte, maxBytes+1), english)
	if !errors.Is(err, &fault.Error{ID: "catalog-size"}) {
		t.Error(err)
	}
	var b strings.Builder
	for i := range maxMessages + 1 {
		b.WriteString("m" + strconv.Itoa(i) + "=''\n")
	}
	_, err = Read("active.en.toml", []byte(b.String()), english)
	if !errors.Is(err, &fault.Error{ID: "catalog-count"}) {
		t.Error(err)
	}
	_, err = Read("active.en.toml", []byte("a = "+strings.Repeat("[", 1<<20)), english)
	if !errors.Is(err, &fault.Error{ID: "catalog-syntax"}) {
		t.Error(err)
	}
}

func TestReadTolerates(t *testing.T) {
	one := []*Message{{ID: "a", Other: "x"}}
	tests := map[string]struct {
		toml string
		want Catalog
	}{
		"nothing":              {"", Catalog{}},
		"a byte order mark":    {"\uFEFF[a]\nother='x'\n", Catalog{Messages: one}},
		"CR LF":                {"[a]\r\nother=\"x\"\r\n", Catalog{Messages: one}},
		"no last line end":     {"[a]\nother='x'", Catalog{Messages: one}},
		"a message in a line":  {"a = 'x'", Catalog{Messages: one}},
		"an inline table":      {"a = {other = 'x'}", Catalog{Messages: one}},
		"upper case":           {"[a]\nOther = 'x'", Catalog{Messages: one}},
		"an empty text before": {"[a]\nother=''\nother='x'", Catalog{Messages: one}},
		"an empty text after":  {"[a]\nother='x'\nother=\"\"", Catalog{Messages: one}},
		"the same text twice":  {"[a]\nother='x'\nother=\"x\"", Catalog{Messages: one}},
		"a text of two lines":  {"[a]\nother='''x\r\ny'''", Catalog{Messages: []*Message{{ID: "a", Other: "x\ny"}}}},
		"a dot in quotes":      {"['a.b']\nother='x'", Catalog{Messages: []*Message{{ID: "a.b", Other: "x"}}}},
		"all keys": {
			"[a]\ndescription='d'\nhash='h'\nleftdelim='<'\nrightdelim='>'\nzero='0'\none='1'\ntwo='2'\nfew='3'\nmany='4'\nother='x'",
			Catalog{Messages: []*Message{{
				ID: "a", Description: "d", Hash: "h", Other: "x",
				More: map[string]string{"leftdelim": "<", "rightdelim": ">", "zero": "0", "one": "1", "two": "2", "few": "3", "many": "4"},
			}}},
		},
		"an accepted draft": {"[a]\nother = 'x'  # memory: a b.tmx 87% ~0123abcd ", Catalog{Messages: one}},
		"only comments": {"#. head\n# mine\n\n#.\n", Catalog{
			About: []string{"#. head", "#."}, Comments: []string{"# mine"},
		}},
		"comments everywhere": {
			"#. head\n# top\n\n#: w\n# before\n[a] # on the id\n# in\nother = 'x' # on the text\n# below\n\n# next\n[b]\n# empty\n\n# end\n#.end\n",
			Catalog{
				About: []string{"#. head"}, Comments: []string{"# top"}, Tail: []string{"# end", "#.end"},
				Messages: []*Message{
					{ID: "a", Other: "x", About: []string{"#: w"}, Comments: []string{"# before", "# on the id", "# in", "# on the text", "# below"}},
					{ID: "b", Comments: []string{"# next", "# empty"}},
				},
			},
		},
		"no blank line": {
			"[a]\nother='x'\n# of b\n[b]\nhash='h'\n# of b, too\n#: of c\n[c]\n",
			Catalog{Messages: []*Message{
				{ID: "a", Other: "x"},
				{ID: "b", Hash: "h", Comments: []string{"# of b", "# of b, too"}},
				{ID: "c", About: []string{"#: of c"}},
			}},
		},
		"drafts, and what is none": {
			"[a]\n#? other = 'x'  # glossary 100% " + checksum("x", "glossary 100%", false) +
				"\n#?other=\"y\" # " + checksum("y", "", true) +
				"\n#? other = 'edited'  # glossary 100% ~01234567\n#? one = 'z'\n#? broken\n#?! what\n[b]",
			Catalog{Messages: []*Message{
				{ID: "a", Drafts: []Draft{{"x", "glossary", 100, false}, {"y", "", 0, true}}, Comments: []string{
					"# kept: other = 'edited'  # glossary 100% ~01234567", "# kept: one = 'z'", "# kept: broken",
				}},
				{ID: "b", Comments: []string{"#?! what"}},
			}},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := Read("active.en.toml", []byte(test.toml), english)
			if err != nil {
				t.Fatal(err)
			}
			test.want.Lang = english
			if d := diffCatalogs(&test.want, got); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
		})
	}
}

// diffCatalogs compares catalogs but for the lines of their messages.
func diffCatalogs(want, got *Catalog) string {
	return cmp.Diff(want, got, cmpopts.EquateEmpty(), cmpopts.IgnoreFields(Message{}, "Line"), cmpopts.EquateComparable(english))
}

func TestLines(t *testing.T) {
	c, err := Read("", []byte("# top\n\n[a]\nother='''\n\n'''\n# x\n\n\n[b]\nother=''"), english)
	if err != nil || c.Messages[0].Line != 3 || c.Messages[1].Line != 10 {
		t.Errorf("%v, %+v", err, c)
	}
}

// TestIDs reads testdata/ids.txt: a line "slug | text" for each.
func TestIDs(t *testing.T) {
	data, err := os.ReadFile("testdata/ids.txt")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(data)) {
		want, text, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " | ")
		if !ok {
			continue
		}
		n++
		if got := ID(text); got != want+"-"+digest(text)[:8] {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
	if n < 20 {
		t.Errorf("only %d cases", n)
	}
}

func TestIDsOfOneCircular(t *testing.T) {
	zeros := strings.Repeat("0", 8)
	digests := map[string]string{
		"x!": strings.Repeat(zeros, 8),
		"x?": zeros + strings.Repeat("1", 56),
		"x.": zeros + zeros + strings.Repeat("2", 48),
		"y":  strings.Repeat(zeros, 8),
	}
	got := distinct([]string{"x!", "x?", "x!", "y", "x."}, func(s string) string { return digests[s] })
	want := []string{"x-" + zeros + zeros + zeros, "x-0000000011111111", "x-" + zeros + zeros + zeros, "y-" + zeros, "x-" + zeros + zeros + "22222222"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{ID("a"), ID("b"), ID("a")}, IDs([]string{"a", "b", "a"})); d != "" {
		t.Error(d)
	}
}

func TestHash(t *testing.T) {
	// As goi18n v2.7.0 writes it.
	if got := Hash("paragraph", "Madame, Monsieur,"); got != "sha1-139bd63f2cb0f5fabab377c0a68eb1c3f6e21ae8" {
		t.Error(got)
	}
}

func TestNames(t *testing.T) {
	for name, id := range map[string]string{
		"active.fr.toml": "", "translate.zh-Hans.toml": "", "attic.ar.toml": "", "active.es-419.toml": "",
		"active.toml": "catalog-name", "notes.fr.toml": "catalog-name", "active.fr.json": "catalog-name",
		"active.fr.toml.orig": "catalog-name", "": "catalog-name", "Active.fr.toml": "catalog-name",
		"translate.No.toml": "catalog-language", "active.und.toml": "catalog-language", "active..toml": "catalog-language",
		"active.xx.toml": "catalog-language", "active.FR.toml": "catalog-language", "active.french.toml": "catalog-language",
		"active.a.b.toml": "catalog-language",
	} {
		kind, lang, err := ParseName(name)
		var e *fault.Error
		switch {
		case id == "" && (err != nil || FileName(kind, lang) != name):
			t.Errorf("%s: %v, %v, %v", name, kind, lang, err)
		case id != "" && (!errors.As(err, &e) || e.ID != id || filepath.Base(e.File) != filepath.Base(name)):
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAccepted(t *testing.T) {
	c := &Catalog{Messages: []*Message{{ID: "a", Other: "x"}, {ID: "b"}, {ID: "c", Other: EmptyMark}, {ID: "d", Other: " "}}}
	if d := cmp.Diff(map[string]string{"a": "x", "c": EmptyMark}, c.Accepted()); d != "" {
		t.Error(d)
	}
	var none *Catalog
	if none.Accepted() != nil || none.ByID() != nil || !none.Empty() || none.Encode() != nil {
		t.Error("a nil catalog is not an empty one")
	}
}

// TestStrings reads testdata/strings.txt: a line "text → as it is written".
func TestStrings(t *testing.T) {
	data, err := os.ReadFile("testdata/strings.txt")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(data)) {
		text, want, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " → ")
		if !ok {
			continue
		}
		n++
		text = strings.NewReplacer("␊", "\n", "␍", "\r", "␉", "\t", "␡", "\x7f", "␛", "\x1b").Replace(text)
		if got := string(appendString(nil, text)); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	if n < 10 {
		t.Errorf("only %d cases", n)
	}
}

func TestWordDiff(t *testing.T) {
	for _, c := range [][3]string{
		{"le 20 septembre", "le 21 septembre", "le [-20-]{+21+} septembre"},
		{"", "neu", "{+neu+}"},
		{"会议将于九月举行", "会议将于十月举行", "会议将于[-九-]{+十+}月举行"},
		{"в среду", "в четверг, 5 мая", "в [-среду-]{+четверг, 5 мая+}"},
	} {
		if got := WordDiff(c[0], c[1]); got != c[2] {
			t.Errorf("got %s, want %s", got, c[2])
		}
	}
	long := strings.Repeat("a ", maxTokens)
	if got := WordDiff(long, "b"); got != "[-"+long+"-]{+b+}" {
		t.Errorf("a long text gives %.80s", got)
	}
}

func TestSimilarity(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"a", "a", 100},
		{"A b", "a b", 99},
		{"", "x", 0},
		{"le 20 septembre", "le 21 septembre", 66},
		{"会议将于九月举行", "会议将于十月举行", 87},
		{"en", "fr", 0},
	} {
		if got := similarity(c.a, c.b); got != c.want {
			t.Errorf("%s, %s: got %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

func TestMatch(t *testing.T) {
	old := func(id, text string, place int) candidate { return candidate{id, text, place} }
	for name, c := range map[string]struct {
		olds, news []candidate
		want       map[string]string
	}{
		"nothing":            {nil, nil, map[string]string{}},
		"too little":         {[]candidate{old("a", "un deux trois", 0)}, []candidate{old("x", "un 2 3", 0)}, map[string]string{}},
		"enough":             {[]candidate{old("a", "un deux trois", 0)}, []candidate{old("x", "un deux 3", 0)}, map[string]string{"x": "a"}},
		"in the other order": {[]candidate{old("a", "un deux trois", 0)}, []candidate{old("x", "trois deux un", 0)}, map[string]string{}},
		"each once": {
			[]candidate{old("a", "un deux trois quatre", 0)},
			[]candidate{old("x", "un deux trois", 9), old("y", "un deux trois quatre!", 9)},
			map[string]string{"y": "a"},
		},
		"the nearest": {
			[]candidate{old("a", "article 1", 0), old("b", "article 2", 50), old("c", "article 3", nowhere)},
			[]candidate{old("x", "article 7", 50), old("y", "article 8", 0)},
			map[string]string{},
		},
		"the nearest of equals": {
			[]candidate{old("a", "de l'article 1", 0), old("b", "de l'article 2", 50), old("c", "de l'article 3", nowhere)},
			[]candidate{old("x", "de l'article 7", 50), old("y", "de l'article 8", 0)},
			map[string]string{"x": "b", "y": "a"},
		},
		"near before a little more similar": {
			[]candidate{old("a", "un deux trois quatre cinq six", 9), old("b", "un deux trois quatre cinq 6 7", 50)},
			[]candidate{old("x", "un deux trois quatre cinq 7", 10)},
			map[string]string{"x": "a"},
		},
		"from the attic": {
			[]candidate{old("a", "会议将于九月举行", nowhere)},
			[]candidate{old("x", "会议将于十月举行", 3)},
			map[string]string{"x": "a"},
		},
	} {
		got := map[string]string{}
		for _, m := range match(c.olds, c.news) {
			got[m.id] = m.old
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: (-want +got)\n%s", name, d)
		}
	}
}
