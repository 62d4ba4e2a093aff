package pipeline

import (
	"errors"

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
// document: it sets the targets of all segments. What has no translation, or one whose codes
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
	s.Target, s.State = target, document.Translated
	return nil
}

func codeFault(err error) *fault.Error {
	var e *document.CodeError
	if errors.As(err, &e) {
		return e.Fault()
	}
	return fault.New(fault.Content, "codes-crossed", "{Codes}", "Codes", err.Error())
}
