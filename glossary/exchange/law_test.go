package exchange

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"golang.org/x/text/language"
	"pgregory.net/rapid"

	"hexaglot/glossary"
	"hexaglot/messages/fault"
)

// equal compares termbases by what they say, not by where they were read.
var equal = cmp.Options{
	cmpopts.IgnoreUnexported(glossary.Termbase{}),
	cmpopts.IgnoreFields(glossary.Termbase{}, "Head"),
	cmpopts.IgnoreFields(glossary.Concept{}, "File", "Line"),
	cmpopts.IgnoreFields(glossary.Term{}, "File", "Line"),
	cmpopts.EquateEmpty(),
	cmp.Comparer(func(a, b language.Tag) bool { return a == b }),
}

// roundTrip writes and reads a termbase.
func roundTrip(t interface {
	Helper()
	Fatal(...any)
	Fatalf(string, ...any)
}, f Format, b *glossary.Termbase,
) []byte {
	t.Helper()
	data, err := f.Write(b)
	if err != nil {
		t.Fatalf("%s: %v", f.Name, err)
	}
	back, err := f.Read("x"+f.Extensions[0], data)
	if err != nil {
		t.Fatalf("%s: %v\n%.2000s", f.Name, err, data)
	}
	if diff := cmp.Diff(b, back, equal); diff != "" {
		t.Fatalf("%s: %s\n%.2000s", f.Name, diff, data)
	}
	return data
}

// TestITU: our own data goes through every format without loss, and is known
// again by its name and content, and by its content alone.
func TestITU(t *testing.T) {
	b, err := glossary.ITU()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range All() {
		data := roundTrip(t, f, b)
		for _, name := range []string{"x" + f.Extensions[0], "x"} {
			if found, ok := Find(name, data); !ok || found.Extensions[0] != f.Extensions[0] {
				t.Errorf("%s: found as %q", f.Name, found.Name)
			}
		}
	}
}

// TestLaw: whatever a termbase says, every format gives it back; a worksheet
// may refuse it, and only for a character that it cannot hold.
func TestLaw(t *testing.T) {
	for _, f := range All() {
		t.Run(f.Name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				b := anyBase(t, f.Name != "xlsx")
				if f.Name == "xlsx" && escapes.Match(b.Encode()) {
					t.Skip("a cell cannot hold this")
				}
				roundTrip(t, f, b)
			})
		})
	}
}

// anyText draws a text with what is hard to write down.
func anyText(t *rapid.T, name string, least int, controls bool) string {
	pieces := []string{
		"a", "é", "ы", "قَ", "国", "'", `"`, `\`, "=", "+", "-", "@", "＝", "#", " ", "  ", "\t", "\n", "\u00a0", "\u2028",
		",", ";", "|", " / ", "[", `["a"]`, "json:", `"`, "hexaglot:", `hexaglot:{"pos":"x"}`, "&amp;", "<b>", "]]>", "\ufeff", "😀", "_x0041_", "_x005F_", "x005F_", "x0041_", "_", "TRUE", "1", "\ufffd",
	}
	if controls {
		pieces = append(pieces, "\r", "\r\n", "\x00", "\x0b", "\x1f", "\x7f", "\u0085", "\ufffe")
	}
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), least, 5).Draw(t, name), "")
}

func anyBase(t *rapid.T, controls bool) *glossary.Termbase {
	ids := rapid.SliceOfNDistinct(rapid.Custom(func(t *rapid.T) string {
		if rapid.Bool().Draw(t, "plain") {
			return rapid.StringMatching(`[a-z]|c-?[0-9]?`).Draw(t, "id")
		}
		return anyText(t, "id", 1, controls)
	}), 0, 4, rapid.ID).Draw(t, "ids")
	var concepts []*glossary.Concept
	for _, id := range ids {
		some := func(name string) string { return anyText(t, name, 0, controls) }
		c := &glossary.Concept{ID: id, Subject: some("subject"), POS: some("pos"), Definition: some("definition"), Note: some("note")}
		c.Terms = map[language.Tag][]*glossary.Term{}
		langs := []language.Tag{language.Arabic, language.Chinese, language.English, language.French, language.Russian, language.Spanish, language.German}
		for _, lang := range rapid.SliceOfDistinct(rapid.SampledFrom(langs), language.Tag.String).Draw(t, "languages") {
			for range rapid.IntRange(1, 3).Draw(t, "terms") {
				c.Terms[lang] = append(c.Terms[lang], anyTerm(t, controls))
			}
		}
		concepts = append(concepts, c)
	}
	b, err := glossary.New(concepts)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func anyTerm(t *rapid.T, controls bool) *glossary.Term {
	some := func(name string) string { return anyText(t, name, 0, controls) }
	texts := func(name string) []string {
		var out []string
		for range rapid.IntRange(0, 2).Draw(t, name) {
			out = append(out, anyText(t, name, 1, controls))
		}
		return out
	}
	flag := func(name string) bool { return rapid.Bool().Draw(t, name) }
	return &glossary.Term{
		Text:   anyText(t, "term", 1, controls),
		Type:   rapid.SampledFrom([]glossary.Type{glossary.FullForm, glossary.Abbreviation, glossary.ShortForm}).Draw(t, "type"),
		Status: rapid.SampledFrom([]glossary.Status{glossary.Preferred, glossary.Admitted, glossary.Superseded, glossary.Deprecated}).Draw(t, "status"),
		POS:    rapid.SampledFrom([]string{"", "noun", "noun phrase", "proper noun", "properNoun", "verb", "label", "other", some("pos")}).Draw(t, "part of speech"),
		Gender: rapid.SampledFrom([]string{"", "masculine", "feminine", "neuter"}).Draw(t, "gender"),
		Number: rapid.SampledFrom([]string{"", "singular", "plural"}).Draw(t, "number"),
		Note:   some("note"), Source: some("source"), Verified: flag("verified"),
		Forms: texts("forms"), Except: texts("except"), Insert: rapid.IntRange(0, maxInsert).Draw(t, "insert"),
		Exact: flag("exact"), Capital: flag("capital"), Word: flag("word"), Silent: flag("silent"),
	}
}

// TestGuard: no cell begins as a formula does, and every cell comes back.
func TestGuard(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cell := rapid.StringMatching(`'{0,3}[=+@\t\r\n＝＋－＠a'-]{0,3}`).Draw(t, "cell")
		guarded := Guard(cell)
		if guarded != "" && strings.ContainsAny(guarded[:1], "=+-@\t\r\n") {
			t.Fatalf("%q is run", guarded)
		}
		if back := Unguard(guarded); back != cell {
			t.Fatalf("%q came back as %q", cell, back)
		}
	})
	for given, want := range map[string]string{"'=1+1": "=1+1", "'abc": "'abc", "abc": "abc", "''=x": "'=x", "": ""} {
		if got := Unguard(given); got != want {
			t.Errorf("Unguard(%q) = %q, want %q", given, got, want)
		}
	}
}

// TestWorksheetRefusesControls: what a cell cannot hold is told, not lost.
func TestWorksheetRefusesControls(t *testing.T) {
	for _, text := range []string{"a\x01b", "a\r\nb", "_x0041_x0042_", "_x005F_", strings.Repeat("国", maxCellUnits+1)} {
		b, err := glossary.New([]*glossary.Concept{{ID: "a", Terms: map[language.Tag][]*glossary.Term{language.French: {{Text: "x", Note: text}}}}})
		if err != nil {
			t.Fatal(err)
		}
		_, err = XLSX.Write(b)
		if e := faultOf(t, err); e.ID != "exchange-cell" || e.Args["Concept"] != "a" || e.Args["Column"] != "note" {
			t.Errorf("%.10q: %v", text, err)
		}
	}
}

func faultOf(t *testing.T, err error) *fault.Error {
	t.Helper()
	var e *fault.Error
	if !errors.As(err, &e) {
		t.Fatalf("%v is no fault", err)
	}
	return e
}
