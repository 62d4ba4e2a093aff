package docx

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"hexaglot/messages/fault"
)

// corpusPart is one part of a Word file of the corpus.
type corpusPart struct {
	name string
	kind partKind
	xml  []byte
}

var corpusKinds = []struct {
	name *regexp.Regexp
	kind partKind
}{
	{regexp.MustCompile(`^word/(document\d*|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$`), partStory},
	{regexp.MustCompile(`^word/(styles|stylesWithEffects)\.xml$`), partStyles},
	{regexp.MustCompile(`^word/numbering\.xml$`), partNumbering},
	{regexp.MustCompile(`^word/settings\.xml$`), partSettings},
	{regexp.MustCompile(`^word/charts/chart\d*\.xml$`), partChart},
	{regexp.MustCompile(`^word/diagrams/(data|drawing)\d*\.xml$`), partDiagram},
}

// retargetCorpus calls f for the parts of every Word file of the corpus, once
// for those that are the same.
func retargetCorpus(t *testing.T, f func(t *testing.T, p corpusPart)) {
	root := filepath.Join(moduleFolder(t), "..", "shared", "corpus", "docx")
	if _, err := os.Stat(root); err != nil {
		t.Skip("no corpus at ../shared/corpus/docx")
	}
	files, parts, seen := 0, 0, map[[sha256.Size]byte]bool{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".docx" {
			return err
		}
		files++
		if testing.Short() && files%10 != 0 {
			return nil
		}
		for _, p := range corpusParts(path) {
			parts++
			if sum := sha256.Sum256(p.xml); !seen[sum] {
				seen[sum] = true
				f(t, p)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 500 || parts < 2000 && !testing.Short() {
		t.Errorf("only %d files with %d parts", files, parts)
	}
}

// corpusParts gives the parts of one file; files that are no archive have none.
func corpusParts(path string) []corpusPart {
	z, err := zip.OpenReader(path)
	if err != nil {
		return nil
	}
	defer z.Close()
	var parts []corpusPart
	for _, f := range z.File {
		for _, k := range corpusKinds {
			if !k.name.MatchString(f.Name) {
				continue
			}
			if b, err := readEntry(f); err == nil {
				parts = append(parts, corpusPart{filepath.Base(path) + "/" + f.Name, k.kind, b})
			}
		}
	}
	return parts
}

func readEntry(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

func moduleFolder(t testing.TB) string {
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("no go.mod above the package")
		}
		dir = filepath.Dir(dir)
	}
}

var (
	french  = language.French
	arabic  = language.Arabic
	chinese = language.Chinese
	english = language.English
)

// TestRetargetCorpus holds, for every part of the corpus and every turn: the
// result is well-formed where the source is, the text of its paragraphs is the
// same, and a second call changes nothing.
func TestRetargetCorpus(t *testing.T) {
	pairs := []target{{From: french, To: arabic}, {From: english, To: chinese}, {From: arabic, To: french}, {From: chinese, To: english}}
	retargetCorpus(t, func(t *testing.T, p corpusPart) {
		for _, trg := range pairs {
			if err := keepsLaws(p, trg); err != nil && wellFormed(p.xml) == nil {
				t.Errorf("%s, %v to %v: %v", p.name, trg.From, trg.To, err)
			}
		}
	})
}

func keepsLaws(p corpusPart, trg target) error {
	before := bytes.Clone(p.xml)
	got, err := retarget(p.xml, p.kind, trg)
	if err != nil {
		return err
	}
	if !bytes.Equal(before, p.xml) {
		return errors.New("the source was written to")
	}
	if bytes.Equal(got, p.xml) {
		return nil
	}
	if err := wellFormed(got); err != nil {
		return err
	}
	if a, b := paragraphTexts(p.xml), paragraphTexts(got); !slices.Equal(a, b) {
		return errors.New("the text changed: " + cmp.Diff(a, b))
	}
	again, err := retarget(got, p.kind, trg)
	if err != nil {
		return err
	}
	if !bytes.Equal(got, again) {
		return errors.New("a second call changes it: " + cmp.Diff(tagLines(string(got)), tagLines(string(again))))
	}
	return nil
}

// paragraphTexts gives the text between the tags of paragraphs, in order.
func paragraphTexts(part []byte) []string {
	t, err := parseXML(part, len(part))
	if err != nil {
		return []string{err.Error()}
	}
	texts := []string{""}
	for n := range t.nodes {
		switch t.nodes[n].name {
		case wP, aP:
			texts = append(texts, "")
		case wT, wDelText, wInstrText, aT:
			texts[len(texts)-1] += string(t.text(int32(n)))
		}
	}
	return texts
}

// placement matches what says where text stands: what is mirrored and what is
// logical.
var placement = regexp.MustCompile(`<(\w+:)?(jc|ind|tab|pBdr|left|right|framePr|tblpPr|tblInd|positionH|align|anchor|wrap\w+|shape|lvlJc|pgMar)\b[^>]*>|<\w+:align>\w+`)

// TestRetargetThereAndBack holds that French to Arabic to French leaves every
// alignment, indent, border and position where it was, in documents that were
// LTR throughout.
func TestRetargetThereAndBack(t *testing.T) {
	mixed := regexp.MustCompile(`<\w+:(bidi|bidiVisual)\b`)
	retargetCorpus(t, func(t *testing.T, p corpusPart) {
		if mixed.Match(p.xml) || wellFormed(p.xml) != nil {
			return
		}
		there, err := retarget(p.xml, p.kind, target{From: french, To: arabic})
		if err != nil {
			t.Errorf("%s: %v", p.name, err)
			return
		}
		back, err := retarget(there, p.kind, target{From: arabic, To: french})
		if err != nil {
			t.Errorf("%s: %v", p.name, err)
			return
		}
		a, b := placement.FindAllString(string(p.xml), -1), placement.FindAllString(string(back), -1)
		if !slices.Equal(a, b) {
			t.Errorf("%s: %s", p.name, cmp.Diff(a, b))
		}
	})
}

// TestRetargetSchema holds that xmllint finds nothing in the result that it
// does not find in the source.
func TestRetargetSchema(t *testing.T) {
	if testing.Short() {
		t.Skip("the whole corpus is needed")
	}
	if _, err := exec.LookPath("xmllint"); err != nil {
		t.Skip("xmllint is not installed")
	}
	dir, n := t.TempDir(), 0
	bad := filepath.Join(dir, "bad.xml")
	writeFile(t, bad, []byte(`<w:document `+retargetSpaces+`><w:body><w:p><w:pPr><w:jc w:val="left"/><w:bidi/></w:pPr></w:p></w:body></w:document>`))
	names := []string{bad}
	turns := []target{{From: english, To: arabic}, {From: arabic, To: french}, {From: english, To: chinese}}
	retargetCorpus(t, func(t *testing.T, p corpusPart) {
		if n++; n%4 != 0 || p.kind == partChart || p.kind == partDiagram || wellFormed(p.xml) != nil {
			return
		}
		got, err := retarget(p.xml, p.kind, turns[len(names)/2%len(turns)])
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Join(dir, strings.ReplaceAll(p.name, "/", "_"))
		writeFile(t, name+".src", p.xml)
		writeFile(t, name+".trg", got)
		names = append(names, name+".src", name+".trg")
	})
	if len(names) < 200 {
		t.Errorf("only %d parts", len(names)/2)
	}
	found := schemaErrors(t, dir, names)
	if len(found[bad]) == 0 {
		t.Fatal("xmllint does not see a wrong order")
	}
	for _, name := range names {
		src, ok := strings.CutSuffix(name, ".trg")
		for what := range found[name] {
			if ok && !found[src+".src"][what] {
				t.Errorf("%s: %s", filepath.Base(src), what)
			}
		}
	}
}

func writeFile(t *testing.T, name string, b []byte) {
	if err := os.WriteFile(name, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

// schemaErrors gives what xmllint says of files, file by file. The schemas ask
// for that of the namespace xml, which is not among them.
func schemaErrors(t *testing.T, dir string, names []string) map[string]map[string]bool {
	const space = `namespace="http://www.w3.org/XML/1998/namespace"`
	schemas, err := filepath.Glob(filepath.Join(moduleFolder(t), "..", "shared", "corpus", "ooxml-xsd", "*.xsd"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range schemas {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		b = bytes.ReplaceAll(b, []byte(space+"/>"), []byte(space+` schemaLocation="xml.xsd"/>`))
		writeFile(t, filepath.Join(dir, filepath.Base(name)), b)
	}
	writeFile(t, filepath.Join(dir, "xml.xsd"), []byte(`<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace"><xsd:attribute name="space"/><xsd:attribute name="lang"/></xsd:schema>`))
	out, _ := exec.Command("xmllint", append([]string{"--noout", "--schema", filepath.Join(dir, "wml.xsd")}, names...)...).CombinedOutput()
	found := map[string]map[string]bool{}
	for line := range strings.Lines(string(out)) {
		at, what, ok := strings.Cut(line, ": ")
		if !ok || !strings.Contains(what, "Schemas validity error") {
			continue
		}
		file, _, _ := strings.Cut(at, ":")
		what, _, _ = strings.Cut(what, " Expected is")
		if found[file] == nil {
			found[file] = map[string]bool{}
		}
		found[file][what] = true
	}
	return found
}

func faultID(err error) string {
	var f *fault.Error
	if errors.As(err, &f) {
		return f.ID
	}
	return ""
}
