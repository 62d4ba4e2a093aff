package parity_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"golang.org/x/text/language"

	"hexaglot/glossary"
	"hexaglot/pipeline/document"
	"hexaglot/pipeline/parity"
)

var six = []string{"ar", "en", "es", "fr", "ru", "zh"}

// written makes a version of paragraphs.
func written(lang string, texts ...string) parity.Version {
	d := &document.Document{Lang: language.MustParse(lang)}
	for i, text := range texts {
		d.Units = append(d.Units, document.NewUnit("paragraph", i+1, document.Content{Text: text}))
	}
	return parity.Version{Name: "letter." + lang + ".txt", Format: "text", Doc: d}
}

// On official texts in six languages, at most one row in twenty gets a finding:
// most of those are dates and numbers that one version does leave out
// ("By 2030", "per 100 inhabitants").
func TestOfficialTextsAgree(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "corpus", "parallel", "sdg", "sdg-six.json"))
	if err != nil {
		t.Skip("no parallel texts")
	}
	var texts map[string]map[string]string
	if err := json.Unmarshal(data, &texts); err != nil {
		t.Fatal(err)
	}
	var names []string
	for name := range texts {
		names = append(names, name)
	}
	slices.Sort(names)
	var versions []parity.Version
	for _, lang := range six {
		var all []string
		for _, name := range names {
			all = append(all, texts[name][lang])
		}
		versions = append(versions, written(lang, all...))
	}
	base, err := glossary.ITU()
	if err != nil {
		t.Fatal(err)
	}
	report := parity.Compare(versions, base)
	for _, f := range report.Findings {
		t.Logf("%s %s %v %q %q %q", f.Feature, f.Verdict, f.Odd, f.Value, f.Own, f.Places[0].Text)
	}
	if n := len(report.Findings); 20*n > len(names) {
		t.Errorf("%d findings on %d rows", n, len(names))
	}
}
