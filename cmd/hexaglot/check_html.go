package main

import (
	_ "embed"
	"html/template"
	"strings"

	"golang.org/x/text/language"

	"hexaglot/messages/fault"
	"hexaglot/messages/ui"
	"hexaglot/pipeline/check"
	"hexaglot/pipeline/locale"
)

//go:embed check.html
var checkPage string

// page is what the template check.html shows.
type page struct {
	Lang, Dir, Title, Summary string
	Labels                    map[string]string
	Groups                    []pageGroup
}

// pageGroup is the findings in one file.
type pageGroup struct {
	File string
	Rows []pageRow
}

type pageRow struct {
	finding
	Level, Where       string
	SourceLang         string
	SourceDir, TextDir string
	SourceParts        parts
	TargetParts        parts
}

// parts is a text and the stretch of it that is meant.
type parts struct{ Before, Marked, After string }

// html prints the findings as one page that needs nothing else.
func (t *tool) html(all []finding) error {
	tmpl, err := template.New("check").Parse(checkPage)
	if err != nil {
		return err
	}
	lang := t.speaker.Lang
	p := page{
		Lang: lang.String(), Dir: direction(lang), Title: t.say("check-report-title"), Summary: t.summary(all),
		Labels: map[string]string{
			"Severity": t.say("column-severity"), "Finding": t.say("column-finding"), "Source": t.say("column-source"),
			"Translation": t.say("column-translation"), "Suppressed": t.say("check-report-suppressed"), "None": t.say("check-report-none"),
		},
	}
	for _, f := range all {
		n := len(p.Groups) - 1
		if n < 0 || p.Groups[n].File != f.File {
			p.Groups = append(p.Groups, pageGroup{File: f.File})
			n++
		}
		p.Groups[n].Rows = append(p.Groups[n].Rows, t.row(f))
	}
	return tmpl.Execute(t.stdout, p)
}

func (t *tool) row(f finding) pageRow {
	f.Message = plain(f.Message)
	source := language.Und
	if _, _, lang := splitName(f.Circular); lang != language.Und {
		source = lang
	}
	target, _ := ui.Parse(f.Language)
	return pageRow{
		finding: f, Level: t.say("severity-" + f.Severity), Where: fault.New(fault.Content, "", "").At(f.File, f.Line).Where(),
		SourceLang: source.String(), SourceDir: direction(source), TextDir: direction(target),
		SourceParts: cutAt(f.Source, f.SourceStart, f.SourceEnd), TargetParts: cutAt(f.Target, f.TargetStart, f.TargetEnd),
	}
}

// direction gives the value of the attribute dir for a language; of an unknown
// one, the browser finds it out.
func direction(lang language.Tag) string {
	switch {
	case lang == language.Und:
		return "auto"
	case locale.RightToLeft(lang):
		return "rtl"
	}
	return "ltr"
}

func cutAt(text string, start, end *int) parts {
	if start == nil || end == nil || *start > *end || *end > len(text) {
		return parts{Before: text}
	}
	return parts{strings.ToValidUTF8(text[:*start], "\ufffd"), strings.ToValidUTF8(text[*start:*end], "\ufffd"), strings.ToValidUTF8(text[*end:], "\ufffd")}
}

// Class gives the name of the row's style.
func (r pageRow) Class() string {
	if r.Suppressed {
		return "suppressed"
	}
	return map[check.Severity]string{check.Error: "error", check.Warning: "warning", check.Info: "info"}[r.severity]
}
