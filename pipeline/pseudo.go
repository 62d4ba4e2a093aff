package pipeline

import (
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"hexaglot/pipeline/document"
	"hexaglot/pipeline/locale"
)

// Pseudo gives every segment a pseudo-translation: accented, longer by about a
// third, in brackets, so that whoever reads the circular sees what was not
// extracted, what is cut off and what is put together from pieces. For a
// language written from right to left the words are mirrored as well, with
// explicit overrides (Unicode Standard Annex 9, section 2.2).
func Pseudo(d *document.Document, lang language.Tag) {
	for _, s := range Segments(d) {
		s.Target, s.State = pseudo(s.Source, locale.RightToLeft(lang)), document.Translated
	}
}

func pseudo(c document.Content, mirrored bool) document.Content {
	letters := 0
	out := c.MapText(func(s string) string {
		letters += len([]rune(s))
		s = strings.Map(accent, s)
		if mirrored {
			s = mirror(s)
		}
		return s
	})
	tail := strings.Repeat("·", letters/3) + "]"
	shift := len("[")
	out.Text = "[" + out.Text + tail
	for i := range out.Codes {
		out.Codes[i].Pos += shift
	}
	return out
}

// accents maps the letters of ASCII to accented ones of the same look.
var accents = strings.NewReplacer(
	"a", "á", "b", "ƀ", "c", "ç", "d", "đ", "e", "ê", "f", "ƒ", "g", "ĝ", "h", "ĥ", "i", "î", "j", "ĵ", "k", "ķ", "l", "ļ", "m", "ɱ",
	"n", "ñ", "o", "ô", "p", "þ", "q", "ɋ", "r", "ŕ", "s", "š", "t", "ţ", "u", "û", "v", "ṽ", "w", "ŵ", "x", "ẋ", "y", "ý", "z", "ž",
	"A", "Å", "B", "Ɓ", "C", "Ç", "D", "Ð", "E", "É", "F", "Ƒ", "G", "Ĝ", "H", "Ĥ", "I", "Î", "J", "Ĵ", "K", "Ķ", "L", "Ļ", "M", "Ɯ",
	"N", "Ñ", "O", "Ö", "P", "Þ", "Q", "Ǫ", "R", "Ŕ", "S", "Š", "T", "Ţ", "U", "Û", "V", "Ṽ", "W", "Ŵ", "X", "Ẍ", "Y", "Ý", "Z", "Ž",
)

func accent(r rune) rune {
	if r >= unicode.MaxASCII {
		return r
	}
	return []rune(accents.Replace(string(r)))[0]
}

// mirror puts every word between RIGHT-TO-LEFT OVERRIDE and POP DIRECTIONAL
// FORMATTING.
func mirror(s string) string {
	const override, pop = "\u202e", "\u202c"
	var b strings.Builder
	inside := false
	for _, r := range s {
		if word := unicode.IsLetter(r) || unicode.IsDigit(r); word != inside {
			inside = word
			b.WriteString(map[bool]string{true: override, false: pop}[word])
		}
		b.WriteRune(r)
	}
	if inside {
		b.WriteString(pop)
	}
	return b.String()
}
