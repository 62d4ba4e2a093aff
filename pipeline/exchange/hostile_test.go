package exchange

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/language"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/document"
)

// TestRefused has files that must be refused, with the fault and its line.
func TestRefused(t *testing.T) {
	const head = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="fr" trgLang="ru">`
	for name, c := range map[string]struct {
		data, id string
		line     int
	}{
		"a bomb":                   {"<!DOCTYPE x [<!ENTITY a \"b\">]>\n" + head + "&a;</xliff>", "xml-doctype", 1},
		"an external subset":       {"\n<!DOCTYPE xliff SYSTEM \"http://example.org/x.dtd\">" + head + "</xliff>", "xml-doctype", 2},
		"an unknown entity":        {head + "\n&nbsp;</xliff>", "exchange-xml", 2},
		"too deep":                 {head + strings.Repeat("<a>", 300), "xml-depth", 1},
		"cut off":                  {head + "\n<file id=\"1\">", "exchange-xml", 2},
		"two roots":                {head + "</xliff>\n<xliff/>", "exchange-xml", 2},
		"an attribute twice":       {`<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" a="1" a="2"/>`, "exchange-xml", 1},
		"an undeclared space":      {`<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" x:a="1"/>`, "exchange-xml", 1},
		"a character that is none": {head + "\x01</xliff>", "exchange-xml", 1},
		"another encoding":         {`<?xml version="1.0" encoding="x-none"?>` + head + `</xliff>`, "xml-encoding", 1},
		"no file":                  {head + "</xliff>", "xliff-lacks", 1},
		"nothing":                  {"", "exchange-xml", 1},
	} {
		_, err := XLIFF.Read("x.xlf", []byte(c.data))
		var f *fault.Error
		if !errors.As(err, &f) || f.ID != c.id || f.Line != c.line || f.File != "x.xlf" {
			t.Errorf("%s: %v, want %s on line %d", name, err, c.id, c.line)
		}
	}
}

// TestEncodings reads UTF-16, with and without a mark, and Latin-1, and writes
// them as they were, changed in one place.
func TestEncodings(t *testing.T) {
	var b bytes.Buffer
	f := File{Name: "été.fr.md", From: language.French, To: language.Spanish, Units: []Unit{{ID: "un-1", Source: document.Content{Text: "été"}}}}
	if err := XLIFF.Write(&b, f); err != nil {
		t.Fatal(err)
	}
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	latin := bytes.ReplaceAll(bytes.ReplaceAll(b.Bytes(), []byte("é"), []byte{0xe9}), []byte("UTF-8"), []byte("ISO-8859-1"))
	for name, data := range map[string][]byte{"UTF-16": utf16, "Latin-1": latin, "UTF-8 with a mark": append([]byte("\uFEFF"), b.Bytes()...)} {
		files, err := XLIFF.Read(name, data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var same, changed bytes.Buffer
		if err := XLIFF.Write(&same, files...); err != nil || !bytes.Equal(same.Bytes(), data) {
			t.Errorf("%s: not byte for byte (%v)", name, err)
		}
		files[0].Units[0].Target, files[0].Units[0].State = document.Content{Text: "año"}, Translated
		if err := XLIFF.Write(&changed, files...); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		again, err := XLIFF.Read(name, changed.Bytes())
		if err != nil || again[0].Units[0].Target.Text != "año" || again[0].Units[0].Source.Text != "été" || again[0].Name != "été.fr.md" {
			t.Errorf("%s: %+v (%v)", name, again, err)
		}
	}
}
