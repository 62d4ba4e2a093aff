package exchange

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"hexaglot/glossary"
)

// tbxFile is the structure of TBX 3 (ISO 30042:2019, clause 8) as far as no
// file may lack it.
type tbxFile struct {
	XMLName  xml.Name `xml:"urn:iso:std:iso:30042:ed-2 tbx"`
	Type     string   `xml:"type,attr"`
	Style    string   `xml:"style,attr"`
	Lang     string   `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
	Source   string   `xml:"tbxHeader>fileDesc>sourceDesc>p"`
	Concepts []struct {
		ID    string `xml:"id,attr"`
		Langs []struct {
			Lang  string `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
			Terms []struct {
				Term string `xml:"term"`
			} `xml:"termSec"`
		} `xml:"langSec"`
	} `xml:"text>body>conceptEntry"`
}

// TestTBXStructure: what is written is TBX, its identifiers are unique names of
// XML, whatever ours are.
func TestTBXStructure(t *testing.T) {
	terms := map[language.Tag][]*glossary.Term{language.French: {{Text: "a < b & c", Type: glossary.FullForm, Status: glossary.Preferred}}}
	var concepts []*glossary.Concept
	for _, id := range []string{"ldc", "c", "c-2", "2030 agenda", "\"<&>", "понятие", "概念"} {
		concepts = append(concepts, &glossary.Concept{ID: id, Terms: terms})
	}
	b, err := glossary.New(concepts)
	if err != nil {
		t.Fatal(err)
	}
	for style, f := range map[string]Format{"dct": TBX, "dca": TBXDCA} {
		var file tbxFile
		data := roundTrip(t, f, b)
		if err := xml.Unmarshal(data, &file); err != nil {
			t.Fatal(err)
		}
		if file.Type != "TBX-Basic" || file.Style != style || file.Lang == "" || file.Source == "" || len(file.Concepts) != len(concepts) {
			t.Errorf("%+v", file)
		}
		seen := map[string]bool{}
		for _, c := range file.Concepts {
			if seen[c.ID] || !ncName.MatchString(c.ID) || c.Langs[0].Lang != "fr" || c.Langs[0].Terms[0].Term != "a < b & c" {
				t.Errorf("%s: %+v", style, c)
			}
			seen[c.ID] = true
		}
	}
}

// TestBomb: a workbook that unpacks to more than a file may have is refused.
func TestBomb(t *testing.T) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	f, err := w.Create("xl/worksheets/sheet1.xml")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.CopyN(f, zeros{}, maxBytes+1); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	_, err = XLSX.Read("x.xlsx", b.Bytes())
	if e := faultOf(t, err); e.ID != "exchange-xlsx" || !strings.Contains(err.Error(), "limit") {
		t.Error(err)
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { return len(p), nil }
