package exchange

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"
)

// corpusDir holds the OASIS suites and schemas.
const corpusDir = "../../../shared/corpus/xliff/oasis"

// TestWriteKeepsTheSchemas has the schemas of OASIS judge what is written.
func TestWriteKeepsTheSchemas(t *testing.T) {
	schemas, err := filepath.Abs(filepath.Join(corpusDir, "xliff-21/schemas"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(schemas); err != nil {
		t.Skip("the schemas of OASIS are not here")
	}
	xmllint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("xmllint is not installed")
	}
	dir := t.TempDir()
	driver := filepath.Join(dir, "all.xsd")
	var b bytes.Buffer
	b.WriteString(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">`)
	for _, s := range [][2]string{{nsCore, "xliff_core_2.0.xsd"}, {nsMatches, "matches.xsd"}, {nsGlossary, "glossary.xsd"}, {nsMetadata, "metadata.xsd"}} {
		fmt.Fprintf(&b, `<xs:import namespace="%s" schemaLocation="file://%s/%s"/>`, s[0], schemas, s[1])
	}
	b.WriteString(`</xs:schema>`)
	if err := os.WriteFile(driver, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	args := []string{"--noout", "--nonet", "--schema", driver}
	files := rapid.Custom(genFile)
	for i := range 40 {
		var out bytes.Buffer
		if err := XLIFF.Write(&out, files.Example(i)); err != nil {
			t.Fatal(err)
		}
		name := filepath.Join(dir, fmt.Sprintf("%d.xlf", i))
		if err := os.WriteFile(name, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		args = append(args, name)
	}
	if out, err := exec.Command(xmllint, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}
