package main

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"hexaglot/pipeline/locale"
	"hexaglot/pipeline/parity"
)

// verifyText tells the report for a terminal: what each version has, the
// differences with their places, and a last line.
func (t *tool) verifyText(w io.Writer, v verification) error {
	own := *t
	own.stdout = w
	own.table(t.countHeader(v), t.countRows(v))
	for _, f := range v.report.Findings {
		label := t.say("verify-label", "Feature", t.featureName(f.Feature))
		fmt.Fprintf(w, "\n%s %s\n", paint(t.stdout, t.getenv, bold, label), t.sentence(v, f))
		for _, p := range shownPlaces(f) {
			fmt.Fprintf(w, "  %s\n", t.placeLine(v, p))
		}
	}
	fmt.Fprintf(w, "\n%s\n", t.verdict(v))
	return own.unsaid
}

// verdict is the last line of the report.
func (t *tool) verdict(v verification) string {
	if len(v.report.Findings) == 0 {
		return t.say("verify-agree", "Count", len(v.versions))
	}
	return t.say("verify-differences", "Count", len(v.report.Findings))
}

func (t *tool) featureName(f parity.Feature) string { return t.say("feature-" + string(f)) }

// countHeader and countRows give the table of what each version has.
func (t *tool) countHeader(v verification) []string {
	header := []string{t.say("verify-column-what")}
	for _, one := range v.versions {
		header = append(header, one.Doc.Lang.String())
	}
	return header
}

func (t *tool) countRows(v verification) [][]string {
	var rows [][]string
	for _, f := range countedFeatures(v) {
		row := []string{t.featureName(f)}
		for i := range v.versions {
			row = append(row, strconv.Itoa(v.report.Counts[i][f]))
		}
		rows = append(rows, row)
	}
	return rows
}

// countedFeatures lists the features that any version has. Terms and names are
// compared, but their numbers tell nothing: languages differ in them.
func countedFeatures(v verification) []parity.Feature {
	return slices.DeleteFunc(parity.Features(), func(f parity.Feature) bool {
		held := slices.ContainsFunc(v.report.Counts, func(c parity.Counts) bool { return c[f] > 0 })
		return !held || f == parity.Term || f == parity.Name
	})
}

// sentence tells a finding in the user's language.
func (t *tool) sentence(v verification, f parity.Finding) string {
	odd, others := versionNames(v, f.Odd), versionNames(v, f.Others)
	value := t.findingValue(f)
	switch f.Verdict {
	case parity.Lacks:
		return t.say("verify-lacks", "Odd", odd, "Others", others, "Value", value)
	case parity.Extra:
		return t.say("verify-extra", "Odd", odd, "Others", others, "Value", value)
	case parity.Differ:
		return t.say("verify-differ", "Odd", odd, "Others", others, "Value", value)
	case parity.Moved:
		return t.say("verify-moved", "Odd", odd, "Others", others, "Value", value)
	case parity.Kind:
		return t.say("verify-kind", "Odd", odd, "Others", others, "Own", t.featureName(parity.Feature(f.Own)), "Value", t.featureName(parity.Feature(f.Value)))
	case parity.Size:
		return t.say("verify-size", "Odd", odd, "Others", others, "Own", f.Own, "Value", f.Value)
	default:
		return t.say("verify-instead", "Odd", odd, "Others", others, "Own", t.keyed(f.Own), "Value", t.keyed(f.Value))
	}
}

// keyed keeps a value of digits and signs alone in its order where the user's
// language runs from right to left: a left-to-right mark goes before it (Unicode
// Standard Annex 9, section 2.6).
func (t *tool) keyed(value string) string {
	if value == "" || !locale.RightToLeft(t.speaker.Lang) || strings.ContainsFunc(value, unicode.IsLetter) {
		return value
	}
	return "\u200e" + value
}

// findingValue gives what a finding is about: its value, or the text of the
// first unit that it means.
func (t *tool) findingValue(f parity.Finding) string {
	if f.Units == 0 || len(f.Places) == 0 {
		return t.keyed(f.Value)
	}
	text := ""
	for _, p := range f.Places {
		if !p.After {
			text = excerpt(p.Text, 60)
			break
		}
	}
	if f.Units > 1 {
		return part(t.say("verify-and-more", "Text", text, "Count", f.Units-1))
	}
	return text
}

func versionNames(v verification, at []int) []string {
	var out []string
	for _, i := range at {
		out = append(out, v.versions[i].Doc.Lang.String())
	}
	return out
}

// shownPlaces gives the places of the versions that are named, and one of the
// others.
func shownPlaces(f parity.Finding) []parity.Place {
	var out []parity.Place
	for _, p := range f.Places {
		if slices.Contains(f.Odd, p.Version) {
			out = append(out, p)
		}
	}
	for _, p := range f.Places {
		if !slices.Contains(f.Odd, p.Version) {
			return append(out, p)
		}
	}
	return out
}

// placeLine gives a place with its file: "letter.ar.md:12: paragraph 4: …".
func (t *tool) placeLine(v verification, p parity.Place) string {
	where := visible(v.versions[p.Version].Name)
	if p.Line > 0 {
		where += ":" + strconv.Itoa(p.Line)
	}
	parts := []string{where, t.placeName(p)}
	if p.Text != "" {
		parts = append(parts, visible(excerpt(p.Text, 80)))
	}
	return strings.Join(parts, ": ")
}

// placeName gives a place within its version: "paragraph 4".
func (t *tool) placeName(p parity.Place) string {
	name := t.say("verify-place", "Feature", t.featureName(p.Feature), "Number", p.Number)
	switch {
	case p.Table > 0 && p.Row > 0:
		name = t.say("verify-place-cell", "Table", p.Table, "Row", p.Row, "Column", p.Column)
	case p.Feature == parity.Table:
		name = t.say("verify-place", "Feature", t.featureName(p.Feature), "Number", p.Table)
	}
	if p.After {
		return t.say("verify-after", "Place", part(name))
	}
	return name
}

// part makes a message a value of another one, which isolates it as a whole.
func part(said string) string {
	return strings.NewReplacer("\u2068", "", "\u2069", "").Replace(said)
}
