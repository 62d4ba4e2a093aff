package glossary

import (
	"bufio"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/language"
)

var six = []language.Tag{
	language.Arabic, language.Chinese, language.English, language.French, language.Russian, language.Spanish,
}

func ituBase(t testing.TB) *Termbase {
	t.Helper()
	b, err := ITU()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// find is a labelled find: the concept and the bytes from start to end.
type find struct {
	concept    string
	start, end int
}

// labelled is a line of testdata/find_<lang>.txt, its labels taken out.
type labelled struct {
	line  int
	text  string
	finds []find
}

var (
	label  = regexp.MustCompile(`^\[([a-z0-9_]+):`)
	escape = regexp.MustCompile(`\\u[0-9a-f]{4}|\\n`)
)

func readTable(t *testing.T, lang language.Tag) []labelled {
	t.Helper()
	f, err := os.Open("testdata/find_" + lang.String() + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []labelled
	scanner := bufio.NewScanner(f)
	for n := 1; scanner.Scan(); n++ {
		if line := scanner.Text(); line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, parseLabelled(t, n, line))
		}
	}
	return out
}

// parseLabelled takes the labels out of a line: "Les [ldc:PMA]".
func parseLabelled(t *testing.T, n int, line string) labelled {
	t.Helper()
	line = escape.ReplaceAllStringFunc(line, func(s string) string {
		s, err := strconv.Unquote(`"` + s + `"`)
		if err != nil {
			t.Fatal(err)
		}
		return s
	})
	out := labelled{line: n}
	var text strings.Builder
	depth, open := 0, find{}
	for len(line) > 0 {
		m := label.FindStringSubmatch(line)
		switch {
		case depth == 0 && m != nil:
			depth, open = 1, find{m[1], text.Len(), 0}
			line = line[len(m[0]):]
			continue
		case depth > 0 && line[0] == '[':
			depth++
		case depth > 0 && line[0] == ']':
			if depth--; depth == 0 {
				open.end = text.Len()
				out.finds = append(out.finds, open)
				line = line[1:]
				continue
			}
		}
		text.WriteByte(line[0])
		line = line[1:]
	}
	if depth > 0 {
		t.Fatalf("line %d: a label is not closed", n)
	}
	out.text = text.String()
	return out
}

// TestFind compares the finds with the labels of testdata/find_<lang>.txt, and
// logs precision and recall.
func TestFind(t *testing.T) {
	b := ituBase(t)
	for _, lang := range six {
		t.Run(lang.String(), func(t *testing.T) {
			table := readTable(t, lang)
			if len(table) < 50 {
				t.Fatalf("%d sentences, want 50", len(table))
			}
			var right, found, wanted int
			for _, l := range table {
				r, f := compare(t, b, lang, l)
				right, found, wanted = right+r, found+f, wanted+len(l.finds)
			}
			t.Logf("%d sentences, %d terms: precision %.3f, recall %.3f", len(table), wanted, float64(right)/float64(found), float64(right)/float64(wanted))
		})
	}
}

// compare reports every difference of a sentence and counts the finds that are
// right, and all finds.
func compare(t *testing.T, b *Termbase, lang language.Tag, l labelled) (right, found int) {
	t.Helper()
	wanted := map[find]bool{}
	for _, f := range l.finds {
		if b.Concept(f.concept) == nil {
			t.Errorf("find_%s.txt:%d: no concept %s", lang, l.line, f.concept)
		}
		wanted[f] = true
	}
	for _, m := range b.Matcher(lang).Find(l.text) {
		found++
		f := find{m.Concept.ID, m.Start, m.End}
		if !wanted[f] {
			t.Errorf("find_%s.txt:%d: not wanted: [%s:%s]", lang, l.line, f.concept, l.text[f.start:f.end])
			continue
		}
		right++
		delete(wanted, f)
	}
	for f := range wanted {
		t.Errorf("find_%s.txt:%d: not found: [%s:%s]", lang, l.line, f.concept, l.text[f.start:f.end])
	}
	return right, found
}
