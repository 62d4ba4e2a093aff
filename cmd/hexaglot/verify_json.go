package main

import (
	"io"

	"hexaglot/pipeline/parity"
)

// jsonVerification is the report in JSON.
type jsonVerification struct {
	Agree    bool          `json:"agree"`
	Versions []jsonVersion `json:"versions"`
	Findings []jsonFinding `json:"findings"`
}

type jsonVersion struct {
	File     string         `json:"file"`
	Language string         `json:"language"`
	Format   string         `json:"format"`
	Bytes    int            `json:"bytes"`
	SHA256   string         `json:"sha256"`
	Counts   map[string]int `json:"counts"`
}

type jsonFinding struct {
	Feature string      `json:"feature"`
	Verdict string      `json:"verdict"`
	Odd     []string    `json:"odd"`
	Others  []string    `json:"others"`
	Value   string      `json:"value,omitempty"`
	Own     string      `json:"own,omitempty"`
	Units   int         `json:"units,omitempty"`
	Message string      `json:"message"`
	Places  []jsonPlace `json:"places"`
}

type jsonPlace struct {
	Language string `json:"language"`
	File     string `json:"file"`
	Line     int    `json:"line,omitempty"`
	Unit     string `json:"unit"`
	Number   int    `json:"number,omitempty"`
	Table    int    `json:"table,omitempty"`
	Row      int    `json:"row,omitempty"`
	Column   int    `json:"column,omitempty"`
	After    bool   `json:"after,omitempty"`
	Text     string `json:"text,omitempty"`
}

func (t *tool) verifyJSON(w io.Writer, v verification) error {
	out := jsonVerification{Agree: len(v.report.Findings) == 0, Findings: []jsonFinding{}}
	for i, one := range v.versions {
		counts := map[string]int{}
		for _, f := range countedFeatures(v) {
			counts[string(f)] = v.report.Counts[i][f]
		}
		out.Versions = append(out.Versions, jsonVersion{one.Name, one.Doc.Lang.String(), one.Format, one.size, one.sum, counts})
	}
	for _, f := range v.report.Findings {
		out.Findings = append(out.Findings, t.jsonFinding(v, f))
	}
	own := *t
	own.stdout = w
	return own.json(out)
}

func (t *tool) jsonFinding(v verification, f parity.Finding) jsonFinding {
	out := jsonFinding{
		Feature: string(f.Feature), Verdict: string(f.Verdict), Odd: versionNames(v, f.Odd), Others: versionNames(v, f.Others),
		Value: f.Value, Own: f.Own, Units: f.Units, Message: t.sentence(v, f), Places: []jsonPlace{},
	}
	for _, p := range f.Places {
		one := v.versions[p.Version]
		out.Places = append(out.Places, jsonPlace{one.Doc.Lang.String(), one.Name, p.Line, string(p.Feature), p.Number, p.Table, p.Row, p.Column, p.After, p.Text})
	}
	return out
}
