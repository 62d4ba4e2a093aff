package docx

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/language"
)

// TestSchema validates stories before and after a translation: the schema finds
// nothing in the target that it did not find in the source.
func TestSchema(t *testing.T) {
	if testing.Short() {
		t.Skip("the whole corpus is needed")
	}
	lint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("xmllint is absent")
	}
	root := corpusRoot(t)
	dir := t.TempDir()
	var before, after []string
	for i, file := range corpus(t) {
		if i%3 == 0 || strings.Contains(file, "Rev") {
			a, b := stories(t, dir, i, file)
			before, after = append(before, a...), append(after, b...)
		}
	}
	if len(before) < 150 {
		t.Fatalf("%d stories", len(before))
	}
	schema := compiled(t, filepath.Join(root, "ooxml-xsd"))
	old, fresh := findings(lint, schema, before), findings(lint, schema, after)
	for i := range before {
		known := map[string]bool{}
		for _, finding := range old[before[i]] {
			known[finding] = true
		}
		for _, finding := range fresh[after[i]] {
			if !known[finding] {
				t.Errorf("%s: %s", filepath.Base(after[i]), finding)
			}
		}
	}
	if len(old) == 0 {
		t.Error("xmllint found nothing at all")
	}
}

// xmlSpace is the schema of the namespace xml, which those of ECMA-376 import
// without saying where it is.
const xmlSpace = `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace"><xsd:attribute name="space"><xsd:simpleType><xsd:restriction base="xsd:NCName"><xsd:enumeration value="default"/><xsd:enumeration value="preserve"/></xsd:restriction></xsd:simpleType></xsd:attribute></xsd:schema>`

// compiled gives the schema of WordprocessingML with all that it imports.
func compiled(t *testing.T, from string) string {
	t.Helper()
	dir := t.TempDir()
	files, err := filepath.Glob(filepath.Join(from, "*.xsd"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		b = bytes.ReplaceAll(b, []byte(`namespace="http://www.w3.org/XML/1998/namespace"/>`), []byte(`namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="xml.xsd"/>`))
		if err := os.WriteFile(filepath.Join(dir, filepath.Base(file)), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "xml.xsd"), []byte(xmlSpace), 0o600); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(dir, "wml.xsd")
}

// stories writes the stories of a file as they are and as they are translated
// and reordered.
func stories(t *testing.T, dir string, n int, file string) (before, after []string) {
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	d, err := Read(src, language.French, Options{AcceptChanges: true})
	if err != nil {
		return nil, nil
	}
	translate(d)
	for i, u := range d.Units {
		if s := u.Segments[0]; i%2 == 0 {
			s.Target = reversed(s.Target)
		}
	}
	source := d.Data.(*archive).container
	target, err := openContainer(written(t, d), DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range d.Parts {
		if !strings.HasPrefix(p.Name, "word/") || strings.Contains(p.Name, "charts") || strings.Contains(p.Name, "diagrams") {
			continue
		}
		for j, c := range []*container{source, target} {
			b, err := c.xml(c.part(p.Name))
			if err != nil {
				t.Fatal(err)
			}
			name := filepath.Join(dir, fmt.Sprintf("%d-%d-%d-%s.xml", n, i, j, filepath.Base(file)))
			if err := os.WriteFile(name, b, 0o600); err != nil {
				t.Fatal(err)
			}
			if j == 0 {
				before = append(before, name)
			} else {
				after = append(after, name)
			}
		}
	}
	return before, after
}

var finding = regexp.MustCompile(`^(.*\.xml):\d+: (.*)$`)

// findings gives what the schema finds in each file, without line numbers.
func findings(lint, schema string, files []string) map[string][]string {
	var out bytes.Buffer
	cmd := exec.Command(lint, append([]string{"--noout", "--nonet", "--schema", schema}, files...)...)
	cmd.Stderr = &out
	_ = cmd.Run() // it fails where it finds something
	found := map[string][]string{}
	for _, line := range strings.Split(out.String(), "\n") {
		if m := finding.FindStringSubmatch(line); m != nil {
			found[m[1]] = append(found[m[1]], m[2])
		}
	}
	return found
}
