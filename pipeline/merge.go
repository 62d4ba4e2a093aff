package pipeline

import (
	"errors"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/document"
	"hexaglot/pipeline/locale"
)

// Problem is a segment that cannot be merged.
type Problem struct {
	Unit    *document.Unit
	Segment *document.Segment
	Cause   *fault.Error // nil: it is not translated
}

// Merge lays translations into to, found by the id of a message, over the
// document: it sets the targets of all segments, and sorts the lists that are
// to be sorted. What has no translation, or one whose codes
// are not those of the source, keeps its source and is told as a problem.
func Merge(d *document.Document, to language.Tag, translation func(id string) (text string, ok bool)) []Problem {
	var problems []Problem
	for _, u := range d.Units {
		for _, s := range u.Segments {
			s.Target, s.State = document.Content{}, document.Initial
			if s.Ignorable {
				continue
			}
			if p := mergeSegment(u, s, translation); p != nil {
				problems = append(problems, *p)
			}
		}
		space(u, locale.Find(d.Lang), locale.Find(to))
	}
	sortLists(d, to)
	return problems
}

func mergeSegment(u *document.Unit, s *document.Segment, translation func(string) (string, bool)) *Problem {
	text, ok := translation(s.ID)
	if !ok {
		return &Problem{Unit: u, Segment: s}
	}
	target, err := document.ParseContent(text).Bind(s.Source)
	if err != nil {
		return &Problem{Unit: u, Segment: s, Cause: codeFault(err)}
	}
	s.Target, s.State = edged(target, s.Source), document.Translated
	return nil
}

// blank is the white space that editors put in without being asked.
const blank = " \t\r\n"

// edged gives a translation without the blanks at its edges that a translator
// typed by accident: those of which the source has none.
func edged(trg, src document.Content) document.Content {
	start, end := 0, len(trg.Text)
	first, last := placeholders(trg)
	if strings.TrimLeft(src.Text, blank) == src.Text {
		start = min(end-len(strings.TrimLeft(trg.Text, blank)), first)
	}
	if strings.TrimRight(src.Text, blank) == src.Text {
		end = max(len(strings.TrimRight(trg.Text, blank)), last, start)
	}
	if start == 0 && end == len(trg.Text) {
		return trg
	}
	out := document.Content{Text: trg.Text[start:end], Codes: slices.Clone(trg.Codes)}
	for i := range out.Codes {
		out.Codes[i].Pos = min(max(out.Codes[i].Pos, start), end) - start
	}
	return out
}

// placeholders gives where the first and the last placeholder of c stand: a
// blank beyond them is at no edge.
func placeholders(c document.Content) (first, last int) {
	first = len(c.Text)
	for _, code := range c.Codes {
		if code.Kind == document.Standalone {
			first, last = min(first, code.Pos), max(last, code.Pos)
		}
	}
	return first, last
}

func codeFault(err error) *fault.Error {
	var e *document.CodeError
	if errors.As(err, &e) {
		return e.Fault()
	}
	return fault.New(fault.Content, "codes-crossed", "{Codes}", "Codes", err.Error())
}
