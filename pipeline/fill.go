package pipeline

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"hexaglot/glossary"
	"hexaglot/messages"
	"hexaglot/pipeline/check"
	"hexaglot/pipeline/document"
	"hexaglot/pipeline/letter"
	"hexaglot/pipeline/locale"
	"hexaglot/pipeline/memory"
)

// Fill is a translation that was made by rule.
type Fill struct {
	Text    string
	Rule    string // its name, see Rules
	Certain bool   // it needs no translator
}

// Filler fills in what is converted rather than translated.
type Filler struct {
	From, To  language.Tag
	Furniture *letter.Furniture
	Glossary  *glossary.Termbase
}

// rule is one way to fill in a message.
type rule struct {
	name string
	fill func(f Filler, src document.Content, before *messages.Before) (out document.Content, certain, ok bool)
}

// rules lists the ways, the surest first.
func rules() []rule {
	return []rule{
		{"unchanged", unchanged},
		{"formula", formula},
		{"value", value},
		{"revalued", revalued},
		{"glossary", wholeTerm},
	}
}

// Rules gives the names of the rules, in their order.
func Rules() []string {
	var names []string
	for _, r := range rules() {
		names = append(names, r.name)
	}
	return names
}

// Fill gives what the rules make of a message, the surest first and in house
// typography; before is the translated version that it replaced, or nil.
func (f Filler) Fill(m *messages.Source, before *messages.Before) []Fill {
	src := document.ParseContent(m.Text)
	sound := !queried(src.Text, f.From)
	var out []Fill
	for _, r := range rules() {
		if made, certain, ok := r.fill(f, src, before); ok {
			if r.name != "unchanged" {
				made, _ = Tidy(made, f.To)
			}
			out = append(out, Fill{Text: made.String(), Rule: r.name, Certain: certain && sound})
		}
	}
	return out
}

// Lines gives the values that a message says with what the target language
// writes for them, a line each: "8 h 30 → 08:30". A form that depends on the
// sentence around it is marked with "?"; one that is the same is not shown.
func (f Filler) Lines(m *messages.Source) []string {
	from, to := locale.Find(f.From), locale.Find(f.To)
	text := document.ParseContent(m.Text).Text
	var out []string
	for _, v := range from.Values(text) {
		written, certain := to.Write(v)
		if written == "" || written == text[v.Start:v.End] {
			continue
		}
		line := text[v.Start:v.End] + " → " + written
		if !certain {
			line += " ?"
		}
		out = union(out, []string{line})
	}
	return out
}

// queried reports a source whose author is to be asked what is meant by a value.
func queried(text string, lang language.Tag) bool {
	return slices.ContainsFunc(check.Queries(text, lang), func(q check.Query) bool { return q.ID == "query-zone" })
}

// unchanged keeps what is the same in every language: marks and addresses.
func unchanged(_ Filler, src document.Content, _ *messages.Before) (document.Content, bool, bool) {
	rest := src.Text
	for _, address := range check.AddressesIn(rest) {
		rest = strings.Replace(rest, address, "", 1)
	}
	said := strings.ContainsFunc(rest, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
	return src, true, !said
}

// formula gives a formula of letters.
func formula(f Filler, src document.Content, _ *messages.Before) (document.Content, bool, bool) {
	if f.Furniture == nil || !edgeCodes(src) {
		return src, false, false
	}
	text, _, certain, ok := f.Furniture.Formula(src.Text, f.From, f.To)
	return retext(src, text), certain, ok
}

// value writes a text that is nothing but a value. One with several is not
// certain, for what joins them may want to be said otherwise, nor is a rank,
// for it counts something.
func value(f Filler, src document.Content, _ *messages.Before) (document.Content, bool, bool) {
	if !edgeCodes(src) {
		return src, false, false
	}
	to := locale.Find(f.To)
	values := locale.Find(f.From).Values(src.Text)
	certain := len(values) == 1 && values[0].Start == 0 && values[0].End == len(src.Text) && values[0].Kind != locale.KindOrdinal
	var out strings.Builder
	at := 0
	for _, v := range values {
		if letters(src.Text[at:v.Start]) {
			return src, false, false
		}
		text, sure := to.Write(v)
		if text == "" {
			return src, false, false
		}
		out.WriteString(src.Text[at:v.Start] + text)
		certain, at = certain && sure, v.End
	}
	if at == 0 || letters(src.Text[at:]) {
		return src, false, false
	}
	out.WriteString(src.Text[at:])
	if len(values) == 1 {
		return retext(src, out.String()), certain, true
	}
	trg, _ := Tidy(retext(src, out.String()), f.To)
	return trg, certain, true
}

func letters(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

// revalued takes the translation of the version before, where nothing but
// values has changed since.
func revalued(f Filler, src document.Content, before *messages.Before) (document.Content, bool, bool) {
	if before == nil {
		return src, false, false
	}
	old, trg := document.ParseContent(before.Source), document.ParseContent(before.Translation)
	out, certain, ok := memory.Revalue(f.From, f.To, old, src, trg)
	return out, certain, ok
}

func wholeTerm(f Filler, src document.Content, _ *messages.Before) (document.Content, bool, bool) {
	if f.Glossary == nil || !edgeCodes(src) {
		return src, false, false
	}
	text, ok := WholeTerm(f.Glossary, src.Text, f.From, f.To)
	return retext(src, text), false, ok
}

// Name gives the name of a city in the other language, or that of the concept of
// the glossary; ok is false where it is not known.
func (f Filler) Name(name string) (text string, ok bool) {
	if f.Furniture != nil {
		text, ok = f.Furniture.City(name, f.From, f.To)
	}
	if !ok && f.Glossary != nil {
		text, ok = WholeTerm(f.Glossary, name, f.From, f.To)
	}
	return text, ok
}

// edgeCodes reports whether the codes of c stand around its text.
func edgeCodes(c document.Content) bool {
	for _, code := range c.Codes {
		if code.Pos != 0 && code.Pos != len(c.Text) {
			return false
		}
	}
	return true
}

// retext gives another text the codes that stand around that of c.
func retext(c document.Content, text string) document.Content {
	out := document.Content{Text: text}
	for _, code := range c.Codes {
		if code.Pos > 0 {
			code.Pos = len(text)
		}
		out.Codes = append(out.Codes, code)
	}
	return out
}
