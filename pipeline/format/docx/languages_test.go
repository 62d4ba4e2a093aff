package docx

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"hexaglot/pipeline/document"
)

// TestLanguages writes the corpus in a language of another direction or script,
// and reads the same texts and codes again.
func TestLanguages(t *testing.T) {
	for i, file := range corpus(t) {
		if i%2 == 1 {
			continue
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for lang, letter := range map[language.Tag]rune{language.Arabic: 'ج', language.Russian: 'ж', language.Chinese: '会'} {
				inLanguage(t, src, lang, letter)
			}
		})
	}
}

func inLanguage(t *testing.T, src []byte, lang language.Tag, letter rune) {
	t.Helper()
	d, err := Read(src, language.French, Options{})
	if err != nil {
		return
	}
	var want []string
	for _, u := range d.Units {
		s := u.Segments[0]
		s.State = document.Translated
		s.Target = s.Source.MapText(func(text string) string {
			return strings.Map(func(r rune) rune {
				if unicode.IsLetter(r) {
					return letter
				}
				return r
			}, text)
		})
		want = append(want, u.Role+": "+plainCodes(s.Target))
	}
	var out bytes.Buffer
	if err := Write(&out, d, lang); err != nil {
		t.Fatal(err)
	}
	again, err := Read(out.Bytes(), lang, Options{})
	if err != nil {
		t.Fatalf("%s: read again: %v", lang, err)
	}
	var got []string
	for _, u := range again.Units {
		got = append(got, u.Role+": "+plainCodes(u.Source()))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("%s: %s", lang, diff)
	}
	partsWellFormed(t, d, again)
}
