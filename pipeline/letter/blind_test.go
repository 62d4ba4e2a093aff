package letter_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"
)

// blindLanguages are the columns of blind.txt.
var blindLanguages = []string{"en", "fr", "es", "ru", "zh", "ar"}

// plainBlanks makes no-break spaces and hyphens plain.
var plainBlanks = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2011", "-")

func TestBlind(t *testing.T) {
	f := itu(t)
	for _, row := range rows(t, "blind.txt", 1+len(blindLanguages), 100) {
		from := strings.Fields(row[0])
		if row[0] == "all" {
			from = blindLanguages
		}
		texts := row[1:]
		for _, lang := range from {
			src := texts[slices.Index(blindLanguages, lang)]
			for i, trg := range blindLanguages {
				if trg == lang || texts[i] == "-" {
					continue
				}
				var got strings.Builder
				certain := true
				for _, p := range f.Convert(src, language.MustParse(lang), language.MustParse(trg)) {
					got.WriteString(p.Target)
					certain = certain && p.Certain
				}
				if plainBlanks.Replace(got.String()) != texts[i] {
					t.Errorf("%s (%s to %s): got %q (certain: %v), want %q", src, lang, trg, got.String(), certain, texts[i])
				}
			}
		}
	}
}
