package docx

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"hexaglot/pipeline/document"
)

const (
	wordNS  = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"`
	relNS   = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
	xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\r\n"
)

// file is an entry of an archive that a test makes.
type file struct{ name, content string }

func packed(t testing.TB, files []file) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range files {
		w, err := z.CreateHeader(&zip.FileHeader{Name: f.name, Method: zip.Deflate})
		if err == nil {
			_, err = w.Write([]byte(f.content))
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

// partOf says how a section of a case becomes a part: its name, the type of its
// relationship, and its root element.
var partOf = map[string]struct{ name, kind, root string }{
	"styles":    {"word/styles.xml", "styles", "w:styles"},
	"numbering": {"word/numbering.xml", "numbering", "w:numbering"},
	"settings":  {"word/settings.xml", "settings", "w:settings"},
	"footnotes": {"word/footnotes.xml", "footnotes", "w:footnotes"},
	"endnotes":  {"word/endnotes.xml", "endnotes", "w:endnotes"},
	"comments":  {"word/comments.xml", "comments", "w:comments"},
	"header":    {"word/header1.xml", "header", "w:hdr"},
	"footer":    {"word/footer1.xml", "footer", "w:ftr"},
	"chart":     {"word/charts/chart1.xml", "chart", "c:chartSpace"},
}

var sectionOrder = []string{"styles", "numbering", "settings", "footnotes", "endnotes", "comments", "header", "footer", "chart"}

func document1(sections map[string]string) []file {
	rels := `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + sections["rels"]
	files := []file{
		{"[Content_Types].xml", xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`},
		{"_rels/.rels", xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + relNS + `officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`},
		{"word/document.xml", xmlHead + "<w:document " + wordNS + "><w:body>" + sections["body"] + "</w:body></w:document>"},
	}
	for i, section := range sectionOrder {
		if content, ok := sections[section]; ok {
			p := partOf[section]
			files = append(files, file{p.name, xmlHead + "<" + p.root + " " + wordNS + ">" + content + "</" + p.root + ">"})
			rels += `<Relationship Id="part` + string(rune('a'+i)) + `" Type="` + relNS + p.kind + `" Target="` + strings.TrimPrefix(p.name, "word/") + `"/>`
		}
	}
	if core, ok := sections["core"]; ok {
		files = append(files, file{"docProps/core.xml", xmlHead + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` + core + `</cp:coreProperties>`})
	}
	return append(files, file{"word/_rels/document.xml.rels", xmlHead + rels + "</Relationships>"})
}

// testCase is a case of testdata/*.txt: sections, each under a line "--- name".
// Lines that are indented continue the line before.
type testCase struct {
	file, name string
	sections   map[string]string
}

func testCases(t testing.TB) []testCase {
	t.Helper()
	names, err := filepath.Glob("testdata/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []testCase
	for _, name := range names {
		if filepath.Base(name) == "refused.txt" {
			continue
		}
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, block := range strings.Split("\n"+string(b), "\n=== ")[1:] {
			title, rest, _ := strings.Cut(block, "\n")
			c := testCase{filepath.Base(name), title, map[string]string{}}
			for _, section := range strings.Split("\n"+rest, "\n--- ")[1:] {
				head, body, _ := strings.Cut(section, "\n")
				c.sections[head] = strings.TrimRight(body, "\n")
			}
			out = append(out, c)
		}
	}
	return out
}

func joined(s string) string { return strings.ReplaceAll(s, "\n", "") }

func (c testCase) options() Options {
	return Options{AcceptChanges: strings.Contains(c.sections["options"], "accept"), Comments: strings.Contains(c.sections["options"], "comments")}
}

func (c testCase) source(t testing.TB) []byte {
	sections := map[string]string{}
	for name, content := range c.sections {
		sections[name] = joined(content)
	}
	return packed(t, document1(sections))
}

// TestCases reads each case, compares the units, keeps the laws, and where the
// case has a target compares the body that is written.
func TestCases(t *testing.T) {
	cases := testCases(t)
	if len(cases) < 60 {
		t.Errorf("%d cases", len(cases))
	}
	for _, c := range cases {
		t.Run(c.file+"/"+c.name, func(t *testing.T) {
			src := c.source(t)
			d, err := Read(src, language.French, c.options())
			if err != nil {
				t.Fatal(err)
			}
			got := strings.Join(texts(d), "\n")
			if diff := cmp.Diff(strings.Split(c.sections["units"], "\n"), strings.Split(got, "\n")); diff != "" {
				t.Errorf("units: %s\n%s", diff, got)
			}
			if target, ok := c.sections["target"]; ok {
				c.compare(t, d, strings.Split(target, "\n"))
			}
			laws(t, src, c.options())
			reordered(t, src, c.options())
		})
	}
}

// compare writes the targets, one line a unit, and compares the body.
func (c testCase) compare(t *testing.T, d *document.Document, targets []string) {
	t.Helper()
	for i, u := range d.Units {
		s := u.Segments[0]
		if i >= len(targets) || targets[i] == "=" {
			continue
		}
		target, err := document.ParseContent(strings.ReplaceAll(targets[i], "⏎", "\n")).Bind(s.Source)
		if err != nil {
			t.Fatal(err)
		}
		s.Target, s.State = target, document.Translated
	}
	p, err := openContainer(written(t, d), DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	name := "word/document.xml"
	if c.sections["part"] != "" {
		name = c.sections["part"]
	}
	b, err := p.xml(p.part(name))
	if err != nil {
		t.Fatal(err)
	}
	x, err := parseXML(b, 99)
	if err != nil {
		t.Fatal(err)
	}
	node := x.nodes[1]
	if c.sections["part"] == "" {
		node = x.nodes[2]
	}
	got := string(b[node.inner:node.close])
	if want := joined(c.sections["after"]); got != want {
		t.Errorf("after: %s\n%s", cmp.Diff(strings.Split(strings.ReplaceAll(want, "><", ">\n<"), "\n"), strings.Split(strings.ReplaceAll(got, "><", ">\n<"), "\n")), got)
	}
}
