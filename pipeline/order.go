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
// pinyin, Arabic without the article and the hamza of an alif. The marks that end
// the items keep their places, with the "and" before the last: that one has its
// full stop, whichever it is.
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
	marks := endMarks(items, to)
	p.Permute(list, places)
	for i, place := range places {
		if marks != nil {
			setEndMark(items[place], marks[i], to)
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

// endMarks gives the marks that end the items; nil unless each has one. The
// last may have none where the others do not end as sentences.
func endMarks(items [][]*document.Unit, to language.Tag) []string {
	var marks []string
	for i, units := range items {
		s := lastTarget(units)
		if s == nil {
			return nil
		}
		_, mark := endMark(s.Target.Text, to)
		if mark == "" && (i < len(items)-1 || i == 0 || slices.Contains(marks, ".")) {
			return nil
		}
		marks = append(marks, mark)
	}
	return marks
}

// endMark divides a text before the mark that ends it, with the "and" or the
// "or" before the last item: ";", "; and". It is "" where there is none.
func endMark(text string, to language.Tag) (before, mark string) {
	before = strings.TrimRightFunc(withoutJoint(text, to), unicode.IsSpace)
	if before == "" {
		return text, ""
	}
	if r, size := utf8.DecodeLastRuneInString(before); strings.ContainsRune(ends, r) {
		before = before[:len(before)-size]
	}
	return before, text[len(before):]
}

// withoutJoint takes off the word that joins an item to the last one.
func withoutJoint(text string, to language.Tag) string {
	l := locale.Find(to)
	for i, word := range strings.Split(l.Figures.And, "|") {
		rest, ok := strings.CutSuffix(text, word)
		r, _ := utf8.DecodeLastRuneInString(rest)
		if ok && i != 2 && (unicode.IsSpace(r) || l.Unspaced && strings.ContainsRune(ends, r)) {
			return rest
		}
	}
	return text
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
func setEndMark(units []*document.Unit, mark string, to language.Tag) {
	s := lastTarget(units)
	before, old := endMark(s.Target.Text, to)
	codes := slices.Clone(s.Target.Codes)
	for i := range codes {
		if codes[i].Pos > len(before) {
			codes[i].Pos = max(len(before), codes[i].Pos+len(mark)-len(old))
		}
	}
	s.Target = document.Content{Text: before + mark, Codes: codes}
}
