package locale_test

import (
	"strings"
	"testing"

	"hexaglot/pipeline/locale"
)

// The work grows with the text, not with its square: texts of one mark, or of
// marks that never pair, do not take minutes.
func TestTypographyOfHostileTexts(t *testing.T) {
	for _, piece := range []string{
		"«", "“", "”", "‘", "’", `"`, "(", ")", ",", ".", "。", "…", "-", " ", "\u00a0 ", " ,", "1 ", "1,", "٣", "ـ", "a’", "(1) ", "слово,слово ", "词,", "词 1 ", "نص, ", "«a» ", "\u0301", "' ", "``", "{{", "a.",
		"(“", "词\"",
	} {
		text := strings.Repeat(piece, 20_000/len(piece))
		for _, l := range locale.All() {
			locale.Apply(text, l.Tidy(text))
			l.Unpaired(text)
		}
	}
}

func BenchmarkTidy(b *testing.B) {
	text := strings.Repeat("L’UIT : « la réunion » se tiendra le 6–15 juin 2022, de 8 h 30 à 11 h 30 (EST)... ", 10)
	l := locale.All()[3]
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		l.Tidy(text)
	}
}
