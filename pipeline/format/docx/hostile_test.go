package docx

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/language"

	"hexaglot/messages/fault"
)

// plain gives the files of a small document.
func plain() []file {
	return document1(map[string]string{"body": `<w:p><w:r><w:t>Réunion</w:t></w:r></w:p>`})
}

// with gives files with one of them replaced or added.
func with(files []file, name, content string) []file {
	for i := range files {
		if files[i].name == name {
			files[i].content = content
			return files
		}
	}
	return append(files, file{name, content})
}

func without(files []file, name string) []file {
	var out []file
	for _, f := range files {
		if f.name != name {
			out = append(out, f)
		}
	}
	return out
}

func body(content string) string {
	return `<w:document ` + wordNS + `><w:body>` + content + `</w:body></w:document>`
}

func utf16LE(s string) string {
	out := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(s)) {
		out = binary.LittleEndian.AppendUint16(out, u)
	}
	return string(out)
}

const main = "word/document.xml"

// TestHostile refuses what is no sound Word file, each with its name.
func TestHostile(t *testing.T) {
	pack := func(files []file) []byte { return packed(t, files) }
	small := Limits{Entries: 5, NameBytes: 40, PartBytes: 10_000, TotalBytes: 100_000, Depth: 20}
	for _, c := range []struct {
		name   string
		src    []byte
		limits Limits
		want   string
	}{
		{"empty", nil, Limits{}, "docx-damaged"},
		{"text", []byte("Bonjour"), Limits{}, "docx-damaged"},
		{"truncated", pack(plain())[:400], Limits{}, "docx-damaged"},
		{"truncated at the end", pack(plain())[:len(pack(plain()))-8], Limits{}, "docx-damaged"},
		{"corrupt", corrupted(t), Limits{}, "docx-damaged"},
		{"a .doc", append(oleMagic[:len(oleMagic):len(oleMagic)], make([]byte, 1000)...), Limits{}, "docx-legacy"},
		{"encrypted", append(append(oleMagic[:len(oleMagic):len(oleMagic)], make([]byte, 1000)...), utf16LE("EncryptedPackage")[2:]...), Limits{}, "docx-encrypted"},
		{"an .odt", pack([]file{{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<x/>"}}), Limits{}, "docx-opendocument"},
		{"a ZIP", pack([]file{{"a.txt", "a"}}), Limits{}, "docx-not-word"},
		{"an .xlsx", pack(with(plain(), "[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`)), Limits{}, "docx-other-office"},
		{"no main part", pack(without(plain(), main)), Limits{}, "docx-not-word"},
		{"an external main part", pack(with(plain(), "_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="`+relNS+`officeDocument" Target="http://localhost/x" TargetMode="External"/></Relationships>`)), Limits{}, "docx-not-word"},
		{"a name that climbs", pack(append(plain(), file{"word/../../x", ""})), Limits{}, "docx-entry-name"},
		{"an absolute name", pack(append(plain(), file{"/etc/x", ""})), Limits{}, "docx-entry-name"},
		{"a name with a drive", pack(append(plain(), file{"C:/x", ""})), Limits{}, "docx-entry-name"},
		{"a name with backslashes", pack(append(plain(), file{`word\x`, ""})), Limits{}, "docx-entry-name"},
		{"the same name twice", pack(append(plain(), file{"WORD/Document.xml", body("")})), Limits{}, "docx-entry-twice"},
		{"a bomb", pack(append(plain(), file{"word/media/a.bin", strings.Repeat("\x00", 4<<20)})), Limits{}, "docx-bomb"},
		{"a bomb in XML", pack(with(plain(), main, body(strings.Repeat(" ", 4<<20)))), Limits{}, "docx-bomb"},
		{"too many entries", pack(append(plain(), file{"a", ""}, file{"b", ""})), small, "docx-too-many-files"},
		{"a long name", pack(append(plain(), file{strings.Repeat("a", 41), ""})), small, "docx-long-name"},
		{"a large part", pack(with(plain(), main, body("<!--"+strings.Repeat("0123456789abcdef", 1000)+"-->"))), small, "docx-too-large"},
		{"large in all", pack(append(plain(), file{"b", strings.Repeat("0123456789abcdef", 7000)})), small, "docx-too-large"},
		{"deep", pack(with(plain(), main, body(strings.Repeat("<w:sdt><w:sdtContent>", 5000)+strings.Repeat("</w:sdtContent></w:sdt>", 5000)))), Limits{}, "docx-depth"},
		{"a document type", pack(with(plain(), main, `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>`+body("&a;"))), Limits{}, "docx-doctype"},
		{"an entity", pack(with(plain(), main, body("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>"))), Limits{}, "docx-xml-malformed"},
		{"crossed tags", pack(with(plain(), main, body("<w:p><w:r></w:p></w:r>"))), Limits{}, "docx-xml-malformed"},
		{"an open tag", pack(with(plain(), main, "<w:document")), Limits{}, "docx-xml-malformed"},
		{"an attribute twice", pack(with(plain(), main, body(`<w:p w:a="1" w:a="2"/>`))), Limits{}, "docx-xml-malformed"},
		{"two roots", pack(with(plain(), main, body("")+body(""))), Limits{}, "docx-xml-malformed"},
		{"an illegal character", pack(with(plain(), main, body("<w:p><w:r><w:t>a\x01</w:t></w:r></w:p>"))), Limits{}, "docx-xml-malformed"},
		{"a reference to one", pack(with(plain(), main, body("<w:p><w:r><w:t>&#x1;</w:t></w:r></w:p>"))), Limits{}, "docx-xml-malformed"},
		{"no UTF-8", pack(with(plain(), main, body("<w:p><w:r><w:t>\xe9</w:t></w:r></w:p>"))), Limits{}, "docx-xml-malformed"},
		{"an empty part", pack(with(plain(), main, "")), Limits{}, "docx-xml-malformed"},
		{"a thousand namespaces", pack(with(plain(), main, "<a"+manyNamespaces(3000)+"/>")), Limits{}, "docx-xml-malformed"},
		{"damaged styles", pack(document1(map[string]string{"body": "<w:p/>", "styles": "<w:style>"})), Limits{}, "docx-xml-malformed"},
		{"tracked changes", pack(document1(map[string]string{"body": `<w:p><w:ins w:id="1"><w:r><w:t>a</w:t></w:r></w:ins></w:p>`})), Limits{}, "tracked-changes"},
		{"tracked changes in a header", pack(document1(map[string]string{"body": "<w:p/>", "header": `<w:p><w:pPr><w:pPrChange w:id="1"/></w:pPr></w:p>`})), Limits{}, "tracked-changes"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Read(c.src, language.French, Options{Limits: c.limits})
			var f *fault.Error
			if !errors.As(err, &f) || f.ID != c.want {
				t.Fatalf("got %v, want %s", err, c.want)
			}
			if strings.Contains(f.Error(), "{") {
				t.Errorf("a value is missing: %v", f)
			}
		})
	}
}

func manyNamespaces(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(" xmlns:a")
		for ; i > 0; i /= 26 {
			b.WriteByte('a' + byte(i%26))
		}
		b.WriteString(`="u"`)
	}
	return b.String()
}

// corrupted gives an archive in which a byte of a deflated part is another.
func corrupted(t *testing.T) []byte {
	src := packed(t, plain())
	z, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		t.Fatal(err)
	}
	at, err := z.File[2].DataOffset()
	if err != nil {
		t.Fatal(err)
	}
	for i := range 20 {
		src[int(at)+30+i] ^= 0x55
	}
	return src
}

// TestUnusual reads what is rare and sound.
func TestUnusual(t *testing.T) {
	strict := strings.NewReplacer("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
	doc := body(`<w:p><w:r><w:t>Réunion</w:t></w:r></w:p>`)
	for _, c := range []struct {
		name  string
		files []file
	}{
		{"strict", with(plain(), main, strict.Replace(doc))},
		{"another prefix", with(plain(), main, strings.NewReplacer("w:", "ns0:", "xmlns:w=", "xmlns:ns0=").Replace(doc))},
		{"no prefix", with(plain(), main, strings.NewReplacer("<w:", "<", "</w:", "</", "xmlns:w=", "xmlns=").Replace(doc))},
		{"a prefix declared inside", with(plain(), main, `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><y:p xmlns:y="http://purl.oclc.org/ooxml/wordprocessingml/main"><y:r><y:t>Réunion</y:t></y:r></y:p></x:body></x:document>`)},
		{"a prefix declared for one element", with(plain(), main, body(`<x xmlns:w="other"><w:p><w:r><w:t>non</w:t></w:r></w:p></x><x xmlns:w="other"/><w:p><w:r><w:t>Réunion</w:t></w:r></w:p>`))},
		{"a prefix declared a thousand times", with(plain(), main, body(strings.Repeat(`<a:x xmlns:a="u"/><a:x xmlns:a="u"></a:x>`, 1000)+`<w:p><w:r><w:t>Réunion</w:t></w:r></w:p>`))},
		{"UTF-16", with(plain(), main, utf16LE(`<?xml version="1.0" encoding="UTF-16"?>`+doc))},
		{"BOM and CRLF", with(plain(), main, "\ufeff"+xmlHead+strings.ReplaceAll(doc, "><", ">\r\n<"))},
		{"an absolute target", with(plain(), "_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="`+relNS+`officeDocument" Target="/word/document.xml"/></Relationships>`)},
		{"a target that climbs", with(plain(), "_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="`+relNS+`officeDocument" Target="a/../word/document.xml"/></Relationships>`)},
		{"another folder", []file{
			plain()[0],
			{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="Autre%20lieu/texte.xml"/></Relationships>`},
			{"Autre lieu/texte.xml", doc},
		}},
		{"an external header", with(plain(), "word/_rels/document.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="`+relNS+`header" Target="http://localhost/h.xml" TargetMode="External"/></Relationships>`)},
		{"a header that is missing", with(plain(), "word/_rels/document.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="`+relNS+`header" Target="h.xml"/></Relationships>`)},
		{"a circle of parts", with(with(plain(), "word/_rels/document.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="`+relNS+`chart" Target="document.xml"/></Relationships>`), "x", "")},
		{"a circle of styles", document1(map[string]string{"body": `<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>Réunion</w:t></w:r></w:p>`, "styles": `<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>`})},
	} {
		t.Run(c.name, func(t *testing.T) {
			src := packed(t, c.files)
			d, err := Read(src, language.French, Options{})
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.Join(texts(d), "|"); got != "paragraph: Réunion" {
				t.Errorf("got %s", got)
			}
			laws(t, src, Options{})
		})
	}
}

// TestEntries keeps the order, names, times and bytes of the entries that do
// not change.
func TestEntries(t *testing.T) {
	src := packed(t, append(plain(), file{"word/media/a.png", "PNG"}, file{"word/", ""}))
	d, err := Read(src, language.French, Options{})
	if err != nil {
		t.Fatal(err)
	}
	translate(d)
	out := written(t, d)
	a, b := opened(t, src), opened(t, out)
	if len(a.File) != len(b.File) {
		t.Fatalf("%d entries, then %d", len(a.File), len(b.File))
	}
	for i := range a.File {
		x, y := a.File[i], b.File[i]
		if x.Name != y.Name || !x.Modified.Equal(y.Modified) || x.Method != y.Method && x.Name != main {
			t.Errorf("%s became %s", x.Name, y.Name)
		}
		if same := bytes.Equal(deflated(t, x), deflated(t, y)); same == (x.Name == main) {
			t.Errorf("%s: same bytes: %v", x.Name, same)
		}
	}
}

func opened(t *testing.T, src []byte) *zip.Reader {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		t.Fatal(err)
	}
	return z
}

func deflated(t *testing.T, f *zip.File) []byte {
	t.Helper()
	r, err := f.OpenRaw()
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestWriteForeign refuses a document of another reader.
func TestWriteForeign(t *testing.T) {
	d, err := Read(packed(t, plain()), language.French, Options{})
	if err != nil {
		t.Fatal(err)
	}
	d.Data = nil
	if err := Write(io.Discard, d, d.Lang); !errors.Is(err, fault.New(fault.Input, "docx-foreign", "")) {
		t.Fatal(err)
	}
}
