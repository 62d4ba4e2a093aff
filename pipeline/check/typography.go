package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hexaglot/pipeline/locale"
)

// Typography reports punctuation that breaks the rules of the language. What
// is plainly wrong is a warning, what is the style of the house a remark. Where
// the source has a mark without its other half, so may the translation.
var Typography = Check{
	Name: "typography", Doc: "punctuation that breaks the language's own rules", IssueType: "typographical", Severity: Warning, Run: typography,
}

// Whitespace reports spacing that breaks the rules of the language.
var Whitespace = Check{
	Name: "whitespace", Doc: "spacing that breaks the language's own rules", IssueType: "whitespace", Severity: Warning, Run: whitespace,
}

// spacing are the rules of typography that concern spaces.
var spacing = map[string]bool{
	"space-before": true, "space-inside": true, "space-after": true, "double-space": true, "han-spacing": true, "percent": true,
}

// plainlyWrong are the rules whose breach no style allows.
var plainlyWrong = map[string]bool{
	"space-before": true, "space-inside": true, "space-after": true, "double-space": true, "arabic-punctuation": true, "full-width": true,
}

func typography(p Pair) []Finding {
	return append(p.untidy("typography", false), p.unpaired()...)
}

func whitespace(p Pair) []Finding { return p.untidy("whitespace", true) }

// unseen is the rule that a reader never sees broken: tidy applies it, and no
// finding tells of it.
const unseen = "no-break-space"

// untidy gives a finding for each rule that the translation breaks, with the
// place of the first breach.
func (p Pair) untidy(check string, spaces bool) []Finding {
	text, offset := p.Target.Solid()
	seen := map[string]bool{}
	var out []Finding
	for _, e := range p.edits(text) {
		if spacing[e.Rule] != spaces || seen[e.Rule] || e.Rule == unseen {
			continue
		}
		seen[e.Rule] = true
		place := Span{offset(e.Start), offset(e.End)}
		before, after := surrounded(text, e)
		out = append(out, found(check, p.gravity(text, e), "typography-"+e.Rule, "{Before} → {After}", "Before", before, "After", after).at(Span{}, place))
	}
	return out
}

// edits gives what house typography would change in the target, whose solid
// text is given.
func (p Pair) edits(text string) []locale.Edit {
	p = p.prepared()
	return p.read.edits.get(func() []locale.Edit {
		if settled(text, p.toLocale()) {
			return nil
		}
		return p.toLocale().Tidy(text)
	})
}

// gravity gives how much a breach matters. Half-width punctuation is plainly
// wrong between Chinese characters only; the space that French outside the
// house has before : ; ? ! is a matter of style.
func (p Pair) gravity(text string, e locale.Edit) Severity {
	before, after := neighbours(text, e)
	base, _ := p.To.Base()
	switch {
	case !plainlyWrong[e.Rule]:
		return Info
	case e.Rule == "full-width" && (!unicode.Is(unicode.Han, before) || !unicode.Is(unicode.Han, after)):
		return Info
	case e.Rule == "space-before" && base.String() == "fr" && after != ',' && after != '.':
		return Info
	}
	return Warning
}

// neighbours gives the characters on both sides of an edit.
func neighbours(text string, e locale.Edit) (before, after rune) {
	if e.Start > 0 {
		before, _ = utf8.DecodeLastRuneInString(text[:e.Start])
	}
	if e.End < len(text) {
		after, _ = utf8.DecodeRuneInString(text[e.End:])
	}
	return before, after
}

// surrounded shows a stretch before and after an edit, with visible spaces and
// the characters beside it.
func surrounded(text string, e locale.Edit) (old, fresh string) {
	before, after := neighbours(text, e)
	lead, tail := shown(before), shown(after)
	return locale.VisibleSpaces(lead + text[e.Start:e.End] + tail), locale.VisibleSpaces(lead + e.New + tail)
}

// shown gives a character, "" for none.
func shown(r rune) string {
	if r == 0 {
		return ""
	}
	return string(r)
}

// paired are the marks that come in pairs.
const paired = "()[]{}（）［］｛｝「」『』\"«»‹›“”„‟‘’‚＂'"

// unpaired reports the quotation marks and brackets without their other half,
// where the source has none such.
func (p Pair) unpaired() []Finding {
	text, offset := p.Target.Solid()
	if !strings.ContainsAny(text, paired) || !utf8.ValidString(text) {
		return nil
	}
	places := p.toLocale().Unpaired(text)
	source, _ := p.Source.Solid()
	if len(places) == 0 || len(p.fromLocale().Unpaired(source)) > 0 {
		return nil
	}
	at := places[0]
	mark := string([]rune(text[at:])[0])
	place := Span{offset(at), offset(at) + len(mark)}
	return []Finding{found("typography", Warning, "check-unpaired", "{Mark} has no other half", "Mark", mark).at(Span{}, place)}
}
