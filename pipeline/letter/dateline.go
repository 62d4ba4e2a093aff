package letter

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"hexaglot/pipeline/locale"
)

// dateline is a line that says where and when.
type dateline struct {
	place string // as it stands in the line
	city  []hit  // what is known of the place
	date  locale.Value
}

// dateLine reads text as a place and one date, in either order. The place may
// be unknown, or missing.
func dateLine(f *Furniture, text string, lang language.Tag) (dateline, bool) {
	if utf8.RuneCountInString(text) > maxDateLine {
		return dateline{}, false
	}
	l := locale.Find(lang)
	values := l.Values(text)
	if len(values) != 1 || values[0].Kind != locale.KindDate {
		return dateline{}, false
	}
	date := values[0]
	before, after := place(text[:date.Start], l.Tag), place(text[date.End:], l.Tag)
	if before != "" && after != "" {
		return dateline{}, false
	}
	d := dateline{place: before + after, date: date}
	d.city = having(f.find(fold(d.place), lang, false), func(r Role) bool { return r == City })
	return d, true
}

// articles are the words between a place and a date.
var articles = map[language.Tag][]string{
	language.French: {"le", "du"}, language.English: {"on"}, language.Spanish: {"a", "el", "del"},
	language.Arabic: {"في"}, language.Chinese: {"于"},
}

// place gives what stands beside a date, without what joins the two.
func place(s string, lang language.Tag) string {
	trim := func(s string) string {
		return strings.TrimFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
	}
	s = trim(s)
	for _, word := range articles[lang] {
		if strings.EqualFold(s, word) {
			return ""
		}
		if head, ok := strings.CutSuffix(s, word); ok && trim(head) != head {
			return trim(head)
		}
	}
	return s
}

// named reports a place that reads as a proper name: at most four words, none
// of which begins with a small letter.
func (d dateline) named() bool {
	words := strings.Fields(d.place)
	for _, word := range words {
		first := []rune(word)[0]
		if unicode.IsLower(first) || len([]rune(word)) > 20 {
			return false
		}
	}
	return len(words) > 0 && len(words) <= 4
}

// write gives the line in another language; ok is false where the place is not
// known there.
func (d dateline) write(f *Furniture, to language.Tag) (text string, certain, ok bool) {
	city, known, ok := write(d.city, to, whatever)
	if !ok {
		return "", false, false
	}
	l := locale.Find(to)
	date, sure := l.Write(d.date)
	forms := f.lines[l.Tag]
	if len(forms) == 0 {
		return "", false, false
	}
	form := forms[0]
	if strings.Contains(d.date.Key, "/") {
		form = forms[len(forms)-1]
	}
	return strings.NewReplacer("{place}", city.plain(), "{date}", date).Replace(form), known && sure, true
}
