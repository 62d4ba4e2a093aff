package pipeline

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"hexaglot/pipeline/document"
	"hexaglot/pipeline/locale"
)

// sortLists puts the items of the lists that a circular wants sorted into the
// alphabetical order of a language: of its collation in CLDR, Chinese by
// pinyin, Arabic without the article and the hamza of an alif. The marks that end the items keep their
// places: the last one has its full stop, whichever it is.
func sortLists(d *document.Document, to language.Tag) {
	var order *collate.Collator
	for i := range d.Parts {
		for list := range d.Parts[i].Lists {
			if order == nil {
				order = collate.New(to, collate.IgnoreCase, collate.IgnoreWidth, collate.Numeric)
			}
			sortList(&d.Parts[i], list, order, to)
		}
	}
}

func sortList(p *document.Part, list int, order *collate.Collator, to language.Tag) {
	p.Restore(list)
	items, ok := p.Items(list)
	if !ok {
		return
	}
	keys := make([]string, len(items))
	places := make([]int, len(items))
	for i, units := range items {
		keys[i], places[i] = sortKey(units, to), i
	}
	slices.SortStableFunc(places, func(a, b int) int {
		return cmp.Or(order.CompareString(keys[a], keys[b]), strings.Compare(keys[a], keys[b]))
	})
	marks := endMarks(items)
	p.Permute(list, places)
	for i, place := range places {
		if marks != nil {
			setEndMark(items[place], marks[i])
		}
	}
}

// sortKey gives the text by which an item is sorted: that of its first unit,
// from its first letter or digit on.
func sortKey(units []*document.Unit, to language.Tag) string {
	for _, u := range units {
		text := strings.TrimLeftFunc(u.Target().Text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if text != "" {
			return locale.Find(to).SortKey(text)
		}
	}
	return ""
}

// ends are the marks that end the items of a list.
const ends = ".;,。；，、؛،"

// endMarks gives the marks that end the items; nil unless each has one.
func endMarks(items [][]*document.Unit) []string {
	var marks []string
	for _, units := range items {
		s := lastTarget(units)
		if s == nil {
			return nil
		}
		_, mark := endMark(s.Target.Text)
		if mark == "" {
			return nil
		}
		marks = append(marks, mark)
	}
	return marks
}

// endMark divides a text before the mark that ends it; "" where none does.
func endMark(text string) (before, mark string) {
	r, size := utf8.DecodeLastRuneInString(text)
	if size == 0 || !strings.ContainsRune(ends, r) {
		return text, ""
	}
	return text[:len(text)-size], text[len(text)-size:]
}

// lastTarget gives the last segment of an item; nil unless it is translated.
func lastTarget(units []*document.Unit) *document.Segment {
	if len(units) == 0 {
		return nil
	}
	segments := units[len(units)-1].Segments
	for i := len(segments) - 1; i >= 0; i-- {
		if s := segments[i]; !s.Ignorable {
			if s.State != document.Translated {
				return nil
			}
			return s
		}
	}
	return nil
}

// setEndMark gives an item another mark at its end.
func setEndMark(units []*document.Unit, mark string) {
	s := lastTarget(units)
	before, old := endMark(s.Target.Text)
	codes := slices.Clone(s.Target.Codes)
	for i := range codes {
		if codes[i].Pos > len(before) {
			codes[i].Pos += len(mark) - len(old)
		}
	}
	s.Target = document.Content{Text: before + mark, Codes: codes}
}
