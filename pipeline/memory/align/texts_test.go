package align_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
	"golang.org/x/text/language"

	"hexaglot/glossary"
)

const (
	root   = "../../../"
	corpus = root + "../shared/corpus/parallel/"
)

var languages = []language.Tag{language.Arabic, language.Chinese, language.English, language.French, language.Russian, language.Spanish}

// passage is a stretch of text in six languages that is known to correspond.
type passage struct {
	section string
	role    string
	text    map[string]string
	loose   bool // its sentences are not known to correspond one by one
}

// texts lists the parallel texts, each with the termbase that goes with it.
var texts = []struct {
	name string
	read func(t testing.TB) []passage
	base *glossary.Termbase
}{
	{"udhr", udhr, itu},
	{"sdg", sdg, itu},
	{"report", report, itu},
	{"circular", circular, itu},
	{"program", program, itu},
	{"terms", terms, nil},
}

var itu = func() *glossary.Termbase {
	b, err := glossary.ITU()
	if err != nil {
		panic(err)
	}
	return b
}()

// udhr gives the passages of the Universal Declaration.
func udhr(t testing.TB) []passage {
	var sections map[string]map[string][]string
	order := load(t, "udhr/aligned-by-section.json", &sections)
	var out []passage
	for _, name := range order {
		s := sections[name]
		n := len(s["en"])
		equal := true
		for _, l := range languages {
			equal = equal && len(s[l.String()]) == n
		}
		if !equal {
			p := passage{section: name, role: "paragraph", text: map[string]string{}, loose: true}
			for l, texts := range s {
				p.text[l] = joined(l, texts)
			}
			out = append(out, p)
			continue
		}
		for i := range n {
			p := passage{section: name, role: "paragraph", text: map[string]string{}}
			if i == 0 {
				p.role = "heading"
			}
			for l, texts := range s {
				p.text[l] = texts[i]
			}
			out = append(out, p)
		}
	}
	return out
}

// sdg gives the passages of the Sustainable Development Goals, a section a goal,
// as sentences.
func sdg(t testing.TB) []passage {
	var all map[string]map[string]string
	order := load(t, "sdg/sdg-six.json", &all)
	var out []passage
	for _, name := range order {
		kind, id, _ := strings.Cut(name, ".")
		goal, _, _ := strings.Cut(id, "-")
		p := passage{section: kind + goal, role: "paragraph", text: map[string]string{}}
		for l, text := range all[name] {
			p.text[l] = stopped(l, text)
		}
		out = append(out, p)
	}
	return out
}

// stopped makes a sentence of a text.
func stopped(lang, text string) string {
	text = strings.TrimSpace(text)
	if r, n := utf8.DecodeRuneInString(text); unicode.IsLower(r) {
		text = string(unicode.ToUpper(r)) + text[n:]
	}
	if strings.ContainsRune(".。:：?？!！…;；؛؟", []rune(text + " ")[len([]rune(text))-1]) {
		return text
	}
	if lang == "zh" {
		return text + "。"
	}
	return text + "."
}

// load reads a file of the corpus, and gives its keys in order.
func load(t testing.TB, name string, into any) (keys []string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(corpus, name))
	if err != nil {
		t.Skipf("no parallel texts at %s", corpus)
	}
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatal(err)
	}
	d := json.NewDecoder(strings.NewReader(string(data)))
	if _, err := d.Token(); err != nil {
		t.Fatal(err)
	}
	for d.More() {
		key, _ := d.Token()
		keys = append(keys, key.(string))
		var skip json.RawMessage
		if err := d.Decode(&skip); err != nil {
			t.Fatal(err)
		}
	}
	return keys
}

// report gives the passages of testdata/report.txt.
func report(t testing.TB) []passage {
	data, err := os.ReadFile("testdata/report.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []passage
	section := ""
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(strings.TrimSpace(line), " | ")
		if cells[0] == "heading" {
			section = cells[1]
		}
		p := passage{section: section, role: cells[0], text: map[string]string{}}
		for i, l := range []string{"en", "fr", "es", "ru", "zh", "ar"} {
			p.text[l] = cells[i+1]
		}
		out = append(out, p)
	}
	return out
}

// circular gives the passages of the example, with the roles of its units.
func circular(t testing.TB) []passage {
	return catalogs(t, root+"examples/messages/bdt-dir-105/active.%s.toml", func(i int) string { return fmt.Sprint(i / 8) })
}

// program gives what the program says, with a paragraph for a message.
func program(t testing.TB) []passage {
	out := catalogs(t, root+"messages/ui/active.%s.toml", func(i int) string { return fmt.Sprint(i / 20) })
	for i := range out {
		for l, text := range out[i].text {
			out[i].text[l] = stopped(l, text)
		}
	}
	return out[:400]
}

var (
	table = regexp.MustCompile(`(?m)^\["?([^"\]]+)"?\]`)
	codes = regexp.MustCompile(`</?[a-z]+[0-9]+/?>`)
)

// catalogs gives the messages of catalogs in six languages.
func catalogs(t testing.TB, pattern string, section func(i int) string) []passage {
	all := map[string]map[string]map[string]any{}
	var order []string
	for _, l := range languages {
		data, err := os.ReadFile(fmt.Sprintf(pattern, l))
		if err != nil {
			t.Fatal(err)
		}
		var one map[string]map[string]any
		if err := toml.Unmarshal(data, &one); err != nil {
			t.Fatal(err)
		}
		all[l.String()] = one
		order = order[:0]
		for _, m := range table.FindAllStringSubmatch(string(data), -1) {
			order = append(order, m[1])
		}
	}
	var out []passage
	for i, id := range order {
		p := passage{section: section(i), role: "paragraph", text: map[string]string{}}
		for l, one := range all {
			text, _ := one[id]["other"].(string)
			p.text[l] = codes.ReplaceAllString(text, "")
			if role, ok := one[id]["description"].(string); ok && l == "fr" {
				p.role = role
			}
		}
		if !slices.Contains(values(p.text), "") {
			out = append(out, p)
		}
	}
	return out
}

func values(m map[string]string) (out []string) {
	for _, l := range languages {
		out = append(out, m[l.String()])
	}
	return out
}

// terms gives terms of the glossary as a list of words, which is hard: an item has
// few words, and few that others have too.
func terms(testing.TB) []passage {
	var out []passage
	for i, c := range itu.Concepts {
		p := passage{section: fmt.Sprint(i / 10), role: "list item", text: map[string]string{}}
		for _, l := range languages {
			if term := c.Preferred(l); term != nil {
				p.text[l.String()] = term.Text
			}
		}
		if !slices.Contains(values(p.text), "") && len(out) < 200 {
			out = append(out, p)
		}
	}
	return out
}
