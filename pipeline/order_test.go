package pipeline_test

import (
	"archive/zip"
	"bytes"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"hexaglot/messages"
	"hexaglot/pipeline"
)

// sortedForms are circulars with a list that is to be sorted, in each format:
// what stands before the list, around each item, and after it.
var sortedForms = map[string]struct {
	head, before, after, tail string
	pack                      func(testing.TB, string) []byte
}{
	"a.fr.md":   {"Avant\n\n<!-- hexaglot:sort -->\n", "- ", "\n", "\nAprès\n", asIs},
	"b.fr.md":   {"<!-- hexaglot:sort -->\n\n| nom |\n| --- |\n", "| ", " |\n", "", asIs},
	"a.fr.html": {"<p>Avant</p><!-- hexaglot:sort --><ul>\n", "<li>", "</li>\n", "</ul><p>Après</p>", asIs},
	"b.fr.html": {"<!-- hexaglot:sort --><table><thead><tr><th>x</th></tr></thead>", "<tr><td>", "</td></tr>", "</table>", asIs},
	"c.fr.html": {"<!-- hexaglot:sort --><ol>\n", "<li>", "\n", "</ol>", asIs},
	"a.fr.txt":  {"Avant\n\n<!-- hexaglot:sort -->\n", "- ", "\n", "\nAprès\n", asIs},
	"a.fr.docx": {wordParagraph("Normal", "Avant"), `<w:p><w:pPr><w:pStyle w:val="HexaglotSort"/></w:pPr><w:r><w:t>`, "</w:t></w:r></w:p>", wordParagraph("Normal", "Après"), wordFile},
}

func asIs(_ testing.TB, s string) []byte { return []byte(s) }

func wordParagraph(style, text string) string {
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
}

// wordFile gives a Word file with a body.
func wordFile(t testing.TB, body string) []byte {
	t.Helper()
	const (
		head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
		ns   = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
		rel  = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
		kind = `application/vnd.openxmlformats-officedocument.wordprocessingml.`
	)
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range [][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="` + kind + `document.main+xml"/><Override PartName="/word/styles.xml" ContentType="` + kind + `styles+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="` + rel + `officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/_rels/document.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="` + rel + `styles" Target="styles.xml"/></Relationships>`},
		{"word/styles.xml", `<w:styles ` + ns + `><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="HexaglotSort"><w:name w:val="Hexaglot Sort"/></w:style></w:styles>`},
		{"word/document.xml", `<w:document ` + ns + `><w:body>` + body + `</w:body></w:document>`},
	} {
		w, err := z.Create(f[0])
		if err == nil {
			_, err = w.Write([]byte(head + f[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// A list below the comment hexaglot:sort, or in Word's style for it, has the
// order of the language that it is translated into; all else keeps its place.
func TestListsAreSortedInEveryLanguage(t *testing.T) {
	for name, form := range sortedForms {
		for _, row := range orderRows(t) {
			to, items, want := language.MustParse(row[0]), strings.Split(row[1], "; "), strings.Split(row[2], "; ")
			if got := sortedItems(t, name, form.pack(t, listOf(form.head, form.before, form.after, form.tail, items)), to, items); !slices.Equal(got, want) {
				t.Errorf("%s in %s: got %q, want %q", name, to, got, want)
			}
		}
	}
}

func listOf(head, before, after, tail string, items []string) string {
	var b strings.Builder
	b.WriteString(head)
	for i := range items {
		b.WriteString(before + "nom" + strconv.Itoa(i) + after)
	}
	return b.String() + tail
}

// sortedItems translates the items of a circular twice, into another language
// in between, and gives them as the version in the language to has them.
func sortedItems(t *testing.T, name string, src []byte, to language.Tag, items []string) []string {
	t.Helper()
	d, err := pipeline.Read(name, src, language.French, pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for i, item := range items {
		texts[messages.ID("nom"+strconv.Itoa(i))] = item
	}
	for _, lang := range []language.Tag{language.German, to} {
		pipeline.Merge(d, lang, func(id string) (string, bool) { text, ok := texts[id]; return text, ok })
	}
	out, err := pipeline.Write(name, d, to)
	if err != nil {
		t.Fatal(err)
	}
	again, err := pipeline.Read(name, out, to, pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range pipeline.Segments(again) {
		if slices.Contains(items, s.Source.Text) {
			got = append(got, s.Source.Text)
		}
	}
	return got
}

func orderRows(t *testing.T) [][]string {
	t.Helper()
	data, err := os.ReadFile("testdata/order.txt")
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	for line := range strings.SplitSeq(string(data), "\n") {
		if row := strings.Split(line, " | "); len(row) == 3 && !strings.HasPrefix(line, "#") {
			rows = append(rows, row)
		}
	}
	if len(rows) < 8 {
		t.Fatalf("%d rows only", len(rows))
	}
	return rows
}

// The marks at the ends of items keep their places.
func TestSortedListsEndAsTheyDid(t *testing.T) {
	const src = "<!-- hexaglot:sort -->\n1. Zambie;\n2. Égypte **(est)**;\n3. Andorre.\n"
	d, err := pipeline.Read("a.fr.md", []byte(src), language.French, pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	pipeline.Merge(d, language.English, func(id string) (string, bool) {
		text, ok := map[string]string{messages.ID("Zambie;"): "Zambia;", messages.ID("Égypte <b1>(est)</b1>;"): "Egypt <b1>(east)</b1>;", messages.ID("Andorre."): "Andorra."}[id]
		return text, ok
	})
	out, err := pipeline.Write("a.fr.md", d, language.English)
	if want := "<!-- hexaglot:sort -->\n1. Andorra;\n2. Egypt **(east)**;\n3. Zambia.\n"; err != nil || string(out) != want {
		t.Errorf("got %q (%v), want %q", out, err, want)
	}
}

// The word that joins the last item stays before the last, and an end without a
// mark stays at the end.
func TestSortedListsKeepTheirJoint(t *testing.T) {
	for _, c := range []struct{ to, items, want string }{
		{"en", "- c;\n- b; and\n- a.\n", "- a;\n- b; and\n- c.\n"},
		{"en", "- c,\n- b, **or**\n- a\n", "- a,\n- b, **or**\n- c\n"},
		{"en", "- c,\n- a and\n- b.\n", "- a,\n- b and\n- c.\n"},
		{"es", "- c;\r\n- b; y\r\n- a.\r\n", "- a;\r\n- b; y\r\n- c.\r\n"},
		{"ru", "- в;\n- б; и\n- а.\n", "- а;\n- б; и\n- в.\n"},
		{"zh", "- 中国；\n- 德国；和\n- 埃及。\n", "- 埃及；\n- 德国；和\n- 中国。\n"},
		{"en", "- U.S.A.\n- Mali\n", "- Mali\n- U.S.A.\n"},
	} {
		d, err := pipeline.Read("a.fr.md", []byte("<!-- hexaglot:sort -->\n"+c.items), language.French, pipeline.Options{})
		if err != nil {
			t.Fatal(err)
		}
		same := map[string]string{}
		for _, s := range pipeline.Segments(d) {
			same[messages.ID(s.Source.String())] = s.Source.String()
		}
		to := language.MustParse(c.to)
		pipeline.Merge(d, to, func(id string) (string, bool) { text, ok := same[id]; return text, ok })
		out, err := pipeline.Write("a.fr.md", d, to)
		if got := strings.TrimPrefix(string(out), "<!-- hexaglot:sort -->\n"); err != nil || got != c.want {
			t.Errorf("%s: %q becomes %q (%v), want %q", c.to, c.items, got, err, c.want)
		}
	}
}

// A comment that asks to sort what is no list is an error with its line.
func TestNothingToSort(t *testing.T) {
	for name, src := range map[string]string{
		"a.fr.md": "x\n\n<!-- hexaglot:sort -->\n\nTexte\n", "b.fr.md": "x\n\n<!-- hexaglot:sort -->\n- a\n\n      code\n- b\n",
		"c.fr.md": "x\n\n<!-- hexaglot:sort -->", "a.fr.html": "<p>x\n\n<!-- hexaglot:sort --><p>y", "a.fr.txt": "x\n\n<!-- hexaglot:sort -->\n\nTexte\n\n- a\n",
	} {
		_, err := pipeline.Read(name, []byte(src), language.French, pipeline.Options{})
		if err == nil || !strings.Contains(err.Error(), ":3:") || !strings.Contains(err.Error(), "hexaglot:sort") {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

// A document is merged into several languages one after the other: each has the
// marks of the source at its places.
func TestSortedListsForgetOtherLanguages(t *testing.T) {
	const src = "<!-- hexaglot:sort -->\n- b;\n- a;\n- c.\n"
	d, err := pipeline.Read("a.fr.md", []byte(src), language.French, pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	texts := map[language.Tag]map[string]string{
		language.English: {"b;": "z;", "a;": "y;", "c.": "x."}, language.Spanish: {"b;": "n;", "a;": "ñ;", "c.": "m."},
	}
	want := map[language.Tag]string{
		language.English: "<!-- hexaglot:sort -->\n- x;\n- y;\n- z.\n", language.Spanish: "<!-- hexaglot:sort -->\n- m;\n- n;\n- ñ.\n",
	}
	for _, to := range []language.Tag{language.English, language.Spanish, language.English} {
		byID := map[string]string{}
		for text, translation := range texts[to] {
			byID[messages.ID(text)] = translation
		}
		pipeline.Merge(d, to, func(id string) (string, bool) { text, ok := byID[id]; return text, ok })
		if out, err := pipeline.Write("a.fr.md", d, to); err != nil || string(out) != want[to] {
			t.Errorf("%s: got %q (%v)", to, out, err)
		}
	}
}
