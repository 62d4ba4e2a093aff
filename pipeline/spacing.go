package pipeline

import (
	"strings"
	"unicode"

	"hexaglot/pipeline/document"
	"hexaglot/pipeline/locale"
)

// space divides the translated sentences of a unit the way the target language
// does: a language that is written without spaces has none between sentences,
// and where the source has none, the others get one.
func space(u *document.Unit, from, to *locale.Locale) {
	for i, s := range u.Segments {
		if !s.Ignorable && s.State == document.Translated && s.Target.Blank() {
			closeGap(u.Segments, i)
		}
	}
	if from.Unspaced == to.Unspaced {
		return
	}
	before := -1
	for i, s := range u.Segments {
		if s.Ignorable {
			continue
		}
		if before >= 0 && u.Segments[before].State == document.Translated && s.State == document.Translated {
			divide(u.Segments[before:i+1], to.Unspaced)
		}
		before = i
	}
}

// closeGap drops the white space beside a segment that was left empty on
// purpose: before it where it is the last, else behind it.
func closeGap(segments []*document.Segment, empty int) {
	for _, i := range []int{empty + 1, empty - 1} {
		if i < 0 || i >= len(segments) || !segments[i].Ignorable || segments[i].State == document.Translated {
			continue
		}
		if s := segments[i]; len(s.Source.Codes) == 0 && strings.TrimSpace(s.Source.Text) == "" {
			s.Target, s.State = document.Content{}, document.Translated
			return
		}
	}
}

// divide works on two sentences and the ignorable segments between them.
func divide(run []*document.Segment, unspaced bool) {
	first, last, between := run[0], run[len(run)-1], run[1:len(run)-1]
	gap := ""
	for _, s := range between {
		gap += s.Source.Text
		for _, code := range s.Source.Codes {
			gap += lineBreak(code)
		}
	}
	switch {
	case strings.Contains(gap, "\n"):
	case unspaced && wide(lastRune(first.Target.Text)):
		for _, s := range between {
			s.Target = s.Source.MapText(func(string) string { return "" })
			s.State = document.Translated
		}
	case !unspaced && gap == "" && last.Target.Text != "" && first.Target.Text != "":
		first.Target.Text += " "
	}
}

// lineBreak gives a line end for a code that is one.
func lineBreak(code document.Code) string {
	if code.Name == "br" {
		return "\n"
	}
	return ""
}

func lastRune(s string) rune {
	runes := []rune(s)
	if len(runes) == 0 {
		return 0
	}
	return runes[len(runes)-1]
}

// wide reports whether r is a Chinese character or full-width punctuation, or a
// quotation mark that closes after one.
func wide(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xff60 || r == '”' || r == '’' || r == '…' || r == '—'
}
