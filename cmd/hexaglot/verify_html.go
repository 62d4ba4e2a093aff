package main

import (
	_ "embed"
	"html/template"
	"io"
	"path/filepath"
	"strconv"
	"time"

	"hexaglot/pipeline/locale"
	"hexaglot/pipeline/parity"
)

//go:embed verify.html
var verifyPage string

// parityPage is the report as verify.html shows it.
type parityPage struct {
	Lang, Dir, Title, Date, Verdict string
	Agree                           bool
	Say                             func(string) string
	Files                           []pageFile
	Languages                       []string
	Counts                          []pageCount
	Findings                        []pageFinding
}

type pageFile struct {
	Name, Language, Size, Sum string
}

type pageCount struct {
	Name  string
	Cells []pageCell
}

type pageCell struct {
	Number int
	Odd    bool
}

type pageFinding struct {
	Feature, Sentence string
	Places            []pagePlace
}

type pagePlace struct {
	Lang, Dir, Where, Text string
	Odd                    bool
}

// verifyHTML writes the report as one page that needs no other file.
func (t *tool) verifyHTML(w io.Writer, v verification) error {
	tmpl, err := template.New("verify").Parse(verifyPage)
	if err != nil {
		return err
	}
	return tmpl.Execute(w, t.parityPage(v))
}

func (t *tool) parityPage(v verification) parityPage {
	out := parityPage{
		Lang: t.speaker.Lang.String(), Dir: direction(t.speaker.Lang), Title: t.say("verify-title"), Date: t.today(),
		Verdict: t.verdict(v), Agree: len(v.report.Findings) == 0, Say: t.pageWord, Languages: t.countHeader(v)[1:],
	}
	for _, one := range v.versions {
		out.Files = append(out.Files, pageFile{filepath.Base(one.Name), locale.Find(one.Doc.Lang).Endonym, strconv.Itoa(one.size), one.sum})
	}
	for _, f := range countedFeatures(v) {
		out.Counts = append(out.Counts, t.pageCount(v, f))
	}
	for _, f := range v.report.Findings {
		out.Findings = append(out.Findings, t.pageFinding(v, f))
	}
	return out
}

// pageWord tells one of the page's own words.
func (t *tool) pageWord(name string) string {
	switch name {
	case "files":
		return t.say("verify-files")
	case "file":
		return t.say("verify-file")
	case "language":
		return t.say("column-language")
	case "bytes":
		return t.say("verify-bytes")
	case "counts":
		return t.say("verify-counts")
	case "what":
		return t.say("verify-column-what")
	case "findings":
		return t.say("verify-findings")
	case "date":
		return t.say("verify-date")
	case "checked":
		return t.say("verify-checked")
	default:
		return t.say("verify-signature")
	}
}

func (t *tool) pageCount(v verification, f parity.Feature) pageCount {
	out := pageCount{Name: t.featureName(f)}
	for i := range v.versions {
		odd := false
		for _, one := range v.report.Findings {
			for _, o := range one.Odd {
				odd = odd || o == i && one.Feature == f
			}
		}
		out.Cells = append(out.Cells, pageCell{v.report.Counts[i][f], odd})
	}
	return out
}

func (t *tool) pageFinding(v verification, f parity.Finding) pageFinding {
	out := pageFinding{Feature: t.featureName(f.Feature), Sentence: t.sentence(v, f)}
	odd := map[int]bool{}
	for _, i := range f.Odd {
		odd[i] = true
	}
	for _, p := range f.Places {
		lang := v.versions[p.Version].Doc.Lang
		where := t.placeName(p)
		if p.Line > 0 {
			where = t.say("verify-place-line", "Place", part(where), "Line", p.Line)
		}
		out.Places = append(out.Places, pagePlace{lang.String(), direction(lang), where, excerpt(p.Text, 240), odd[p.Version]})
	}
	return out
}

// today gives the date in ISO 8601; SOURCE_DATE_EPOCH, in seconds, stands for
// now where it is set (reproducible-builds.org/specs/source-date-epoch).
func (t *tool) today() string {
	now := time.Now()
	if seconds, err := strconv.ParseInt(t.getenv("SOURCE_DATE_EPOCH"), 10, 64); err == nil {
		now = time.Unix(seconds, 0).UTC()
	}
	return now.Format(time.DateOnly)
}
