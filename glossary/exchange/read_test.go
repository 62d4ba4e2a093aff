package exchange

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/language"

	"hexaglot/glossary"
	"hexaglot/messages/fault"
)

// TestRead: files made elsewhere are known by name and content, and say what
// the termbase of testdata/want says.
func TestRead(t *testing.T) {
	sources, err := filepath.Glob("testdata/read/*")
	if err != nil || len(sources) < 8 {
		t.Fatalf("%d files (%v)", len(sources), err)
	}
	for _, source := range sources {
		t.Run(filepath.Base(source), func(t *testing.T) {
			data, err := os.ReadFile(source)
			if err != nil {
				t.Fatal(err)
			}
			name := strings.TrimSuffix(filepath.Base(source), filepath.Ext(source))
			want, err := os.ReadFile(filepath.Join("testdata", "want", name+".toml"))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), string(found(t, source, data).Encode())); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// found reads a file in the format that Find finds.
func found(t *testing.T, name string, data []byte) *glossary.Termbase {
	t.Helper()
	f, ok := Find(name, data)
	if !ok {
		t.Fatal("no format is found")
	}
	b, err := f.Read(name, data)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestReadWorkbook: a title above the header, another sheet before it, numbers
// and booleans as a spreadsheet has them.
func TestReadWorkbook(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	if _, err := f.NewSheet("Terms"); err != nil {
		t.Fatal(err)
	}
	set := func(sheet, cell string, values ...any) {
		t.Helper()
		if err := f.SetSheetRow(sheet, cell, &values); err != nil {
			t.Fatal(err)
		}
	}
	set("Sheet1", "A1", "Read me first")
	set("Terms", "B2", "Our terms")
	set("Terms", "B4", "ID", "lang", "term", "insert", "verified", "capital")
	set("Terms", "B5", 7, "fr", "pays en développement", 2.0, true, "non")
	set("Terms", "B6", 7, "ru", "развивающаяся страна")
	data, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	want := "[[concept]]\nid = \"7\"\n  [[concept.fr]]\n  term = \"pays en développement\"\n  insert = 2\n  verified = true\n  [[concept.ru]]\n  term = \"развивающаяся страна\"\n"
	b := found(t, "terms.xlsx", data.Bytes())
	if diff := cmp.Diff(want, string(b.Encode())); diff != "" {
		t.Error(diff)
	}
	if line := b.Concepts[0].Terms[language.Russian][0].Line; line != 6 {
		t.Errorf("the term stands in row 6, not %d", line)
	}
}

// TestFaults: what is wrong is told with its line or row.
func TestFaults(t *testing.T) {
	const head, tail = "<tbx>\n<text><body>\n", "</body></text></tbx>"
	for _, c := range []struct {
		name, data, id string
		line           int
	}{
		{"x.csv", "id,lang,term\na,fr,x\na,fr\"y,z\n", "exchange-csv", 3},
		{"x.csv", "sep=;\nid;lang;term\na;fr;\"x\n", "exchange-csv", 3},
		{"x.csv", "a,b\n1,2\n", "exchange-columns", 1},
		{"x.csv", "", "exchange-columns", 1},
		{"x.csv", "id,lang,term\n\na,fr,x,y\n", "exchange-row", 3},
		{"x.csv", "id,lang,term\na,klingonese,x\n", "glossary-language", 2},
		{"x.csv", "id,lang,term\na,,x\n", "glossary-language", 2},
		{"x.csv", "id,lang,term,status\na,fr,x,\"best\nof all\"\n", "exchange-value", 2},
		{"x.tsv", "id\tlang\tterm\tinsert\na\tfr\tx\t9\n", "exchange-value", 2},
		{"x.tsv", "id\tlang\tterm\tverified\na\tfr\tx\tperhaps\n", "exchange-value", 2},
		{"x.csv", "id,lang,term\na,fr,\xe9t\xe9\n", "exchange-encoding", 2},
		{"x.csv", "id,lang,term\na,fr," + strings.Repeat("x", 3000) + "\n", "glossary-value", 2},
		{"x.utx", "#UTX 1.20; en/fr\nroad map\tplan\n", "exchange-utx", 2},
		{"x.xlsx", "PK\x03\x04xl/", "exchange-xlsx", 0},
		{"x.tbx", head + "<conceptEntry>\n</text>", "exchange-xml", 4},
		{"x.tbx", head + "&ent;" + tail, "exchange-xml", 3},
		{"x.tbx", "<?xml version='1.0' encoding='x-unknown'?><tbx/>", "exchange-xml", 1},
		{"x.tbx", "<!DOCTYPE tbx [<!ENTITY a \"b\">]>\n<tbx>&a;</tbx>", "exchange-entities", 1},
		{"x.tbx", head + strings.Repeat("<a>", maxDepth) + tail, "exchange-depth", 3},
		{"x.tbx", "<html>\n</html>", "exchange-tbx", 0},
		{"x.tbx", head + "<conceptEntry id='a'/>\n<conceptEntry id='a'/>" + tail, "glossary-id-twice", 4},
		{"x.tbx", head + "<conceptEntry id='a'>\n<langSec xml:lang='?'/></conceptEntry>" + tail, "glossary-language", 4},
		{"x.tbx", head + "<conceptEntry id='a'><langSec xml:lang='fr'>\n<termSec/></langSec></conceptEntry>" + tail, "exchange-term", 4},
		{"x.toml", "[[concept]]\nid = 7\n", "glossary-value", 2},
	} {
		f, ok := Find(c.name, []byte(c.data))
		if !ok {
			t.Errorf("%.60q: no format", c.data)
			continue
		}
		_, err := f.Read(c.name, []byte(c.data))
		if err == nil {
			t.Errorf("%.60q: no fault, want %s", c.data, c.id)
			continue
		}
		e := faultOf(t, err)
		if e.ID != c.id || e.Line != c.line || e.File != c.name || e.Kind != fault.Input {
			t.Errorf("%.60q: %s at %s, want %s at line %d", c.data, e.ID, e.Where(), c.id, c.line)
		}
		if strings.Contains(fault.Expand(e.Text, e.Args), "{") {
			t.Errorf("%s: a value is missing in %q", c.id, e.Error())
		}
	}
}

// TestFacts: the table that the termbase of the ITU was made from is read, a row
// a concept, each in six languages.
func TestFacts(t *testing.T) {
	data := facts(t)
	b := found(t, "terms.csv", data)
	itu, err := glossary.ITU()
	if err != nil {
		t.Fatal(err)
	}
	if len(b.Concepts) < 150 || bytes.Count(data, []byte("\n")) < len(b.Concepts) {
		t.Fatalf("%d concepts", len(b.Concepts))
	}
	for _, c := range b.Concepts {
		if itu.Concept(c.ID) == nil || len(c.Terms) != 6 {
			t.Errorf("%s is another concept", c.ID)
		}
	}
}

// facts reads ../shared/facts/terms.csv beside the module, or skips.
func facts(t *testing.T) []byte {
	t.Helper()
	dir := "."
	for range 8 {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		dir = filepath.Join(dir, "..")
	}
	data, err := os.ReadFile(filepath.Join(dir, "..", "shared", "facts", "terms.csv"))
	if err != nil {
		t.Skipf("the facts are not here: %v", err)
	}
	return data
}
