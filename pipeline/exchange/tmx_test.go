package exchange

import (
	"bytes"
	"testing"

	"golang.org/x/text/language"

	"hexaglot/pipeline/memory/tmx"
)

// TestTMX writes what is translated, in two languages, and no draft.
func TestTMX(t *testing.T) {
	ar, zh := letter(language.Arabic), letter(language.Chinese)
	zh.Units[1].State = Initial
	var out bytes.Buffer
	if err := TMX.Write(&out, ar, zh); err != nil {
		t.Fatal(err)
	}
	var units []tmx.Unit
	for u, err := range tmx.Read(&out, "x.tmx", language.French) {
		if err != nil {
			t.Fatal(err)
		}
		units = append(units, u)
	}
	if len(units) != 2 || len(units[0].Variants) != 3 || len(units[1].Variants) != 2 {
		t.Fatalf("%+v", units)
	}
	for i, want := range []string{"Madame, Monsieur,", "حضرات السادة والسيدات،", "尊敬的先生/女士："} {
		if got := units[0].Variants[i].Content.String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got, want := units[1].Variants[1].Content.String(), ar.Units[1].Target.String(); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
