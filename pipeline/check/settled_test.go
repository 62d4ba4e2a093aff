package check

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hexaglot/pipeline/locale"
)

// A settled text needs no tidying that a reader would see, and its brackets are
// in pairs.
func TestSettledTextsAreTidy(t *testing.T) {
	pieces := []string{
		"word", "Word", "слово", "كلمة", "词语", "ITU", "l'eau", "end", "12", "3", "a", "(see", "(a", "b)", ")", " ", " ", " ", ", ", ". ", ".", ",", ";", ":",
		"?", "،", "؛ ", "；", "，", "。", "（", "）", "-", "/", "'", "\u00a0", "мир", "ال", "é", "n°",
	}
	n := 0
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 12).Draw(t, "pieces"), "")
		l := rapid.SampledFrom(locale.All()).Draw(t, "language")
		if !settled(text, l) {
			return
		}
		n++
		for _, e := range l.Tidy(text) {
			if e.Rule != unseen {
				t.Fatalf("%v: %q needs %v", l.Tag, text, e)
			}
		}
		if places := l.Unpaired(text); places != nil {
			t.Fatalf("%v: %q has marks without another half at %v", l.Tag, text, places)
		}
	})
	if n == 0 {
		t.Fatal("no text was settled")
	}
}
