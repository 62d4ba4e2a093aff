package main

import (
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"slices"
	"strings"

	"hexaglot/pipeline/check"
)

// The types below are the part of SARIF 2.1.0 (OASIS, docs.oasis-open.org/sarif/
// sarif/v2.1.0) that findings need, with the names of the standard.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		Language   string        `json:"language"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID            string         `json:"id"`
		Short         sarifText      `json:"shortDescription"`
		Help          sarifText      `json:"help"`
		HelpURI       string         `json:"helpUri"`
		Configuration sarifLevel     `json:"defaultConfiguration"`
		Properties    map[string]any `json:"properties"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifLevel struct {
		Level string `json:"level"`
	}

	sarifResult struct {
		RuleID       string             `json:"ruleId"`
		RuleIndex    int                `json:"ruleIndex"`
		Level        string             `json:"level"`
		Message      sarifText          `json:"message"`
		Locations    []sarifLocation    `json:"locations"`
		Related      []sarifLocation    `json:"relatedLocations,omitempty"`
		Fingerprints map[string]string  `json:"partialFingerprints"`
		Suppressions []sarifSuppression `json:"suppressions"`
		Properties   map[string]any     `json:"properties"`
	}
	sarifLocation struct {
		ID       int            `json:"id,omitempty"`
		Physical sarifPhysical  `json:"physicalLocation"`
		Logical  []sarifLogical `json:"logicalLocations,omitempty"`
		Message  *sarifText     `json:"message,omitempty"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int        `json:"startLine"`
		StartColumn int        `json:"startColumn,omitempty"`
		EndLine     int        `json:"endLine,omitempty"`
		EndColumn   int        `json:"endColumn,omitempty"`
		CharOffset  *int       `json:"charOffset,omitempty"`
		CharLength  *int       `json:"charLength,omitempty"`
		Snippet     *sarifText `json:"snippet,omitempty"`
	}
	sarifLogical struct {
		Name string `json:"name"`
		Kind string `json:"kind"`
	}
	sarifSuppression struct {
		Kind          string `json:"kind"`
		Status        string `json:"status"`
		Justification string `json:"justification"`
	}
)

const (
	sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
	itsIssues   = "https://www.w3.org/TR/its20/#lqissue-typevalues"
)

// sarifLevels are the words of section 3.27.10 for severities.
var sarifLevels = map[check.Severity]string{check.Error: "error", check.Warning: "warning", check.Info: "note"}

// sarif prints the findings as a SARIF log of one run.
func (t *tool) sarif(all []finding) error {
	results := []sarifResult{}
	for _, f := range all {
		results = append(results, t.sarifResult(f))
	}
	return t.json(sarifLog{Schema: sarifSchema, Version: "2.1.0", Runs: []sarifRun{{
		Tool:       sarifTool{sarifDriver{Name: "hexaglot", Version: version, Rules: t.sarifRules()}},
		Language:   t.speaker.Lang.String(),
		ColumnKind: "unicodeCodePoints",
		Results:    results,
	}}})
}

func (t *tool) sarifRules() []sarifRule {
	var out []sarifRule
	for _, c := range check.All() {
		what := t.say("rule-" + c.Name)
		help := t.say("rule-help", "What", what, "Comment", "# check: "+c.Name+" – …")
		out = append(out, sarifRule{
			ID: c.Name, Short: sarifText{what}, Help: sarifText{plain(help)}, HelpURI: itsIssues,
			Configuration: sarifLevel{sarifLevels[c.Severity]}, Properties: map[string]any{"tags": []string{c.IssueType}},
		})
	}
	return out
}

func (t *tool) sarifResult(f finding) sarifResult {
	out := sarifResult{
		RuleID: f.Check, RuleIndex: slices.Index(check.Names(), f.Check), Level: sarifLevels[f.severity], Message: sarifText{plain(f.Message)},
		Locations:    []sarifLocation{f.location()},
		Fingerprints: map[string]string{"hexaglot/v1": f.fingerprint()},
		Suppressions: []sarifSuppression{},
		Properties:   map[string]any{"language": f.Language, "issueType": f.IssueType, "source": f.Source, "target": f.Target},
	}
	if f.Suppressed {
		out.Suppressions = append(out.Suppressions, sarifSuppression{"inSource", "accepted", f.Justification})
	}
	if f.SourceLine > 0 && f.File != f.Circular {
		out.Related = []sarifLocation{{ID: 1, Physical: sarifPhysical{artifact(f.Circular), &sarifRegion{StartLine: f.SourceLine}}, Message: &sarifText{f.Source}}}
	}
	return out
}

func (f finding) location() sarifLocation {
	out := sarifLocation{Physical: sarifPhysical{Artifact: artifact(f.File)}, Logical: []sarifLogical{{f.ID, "resource"}}}
	switch r := f.region; {
	case r.line > 0:
		out.Physical.Region = &sarifRegion{
			StartLine: r.line, StartColumn: r.column, EndLine: r.endLine, EndColumn: r.endColumn,
			CharOffset: &r.offset, CharLength: &r.length, Snippet: &sarifText{r.text},
		}
	case f.Line > 0:
		out.Physical.Region = &sarifRegion{StartLine: f.Line}
	}
	return out
}

// artifact gives a path as a URI reference (RFC 3986).
func artifact(path string) sarifArtifact {
	u := url.URL{Path: path}
	return sarifArtifact{u.String()}
}

// fingerprint tells a finding again whatever moves around it: its check, its
// language, its message and its words, but not its place.
func (f finding) fingerprint() string {
	sum := sha256.Sum256([]byte(strings.Join([]string{f.Check, f.Language, f.ID, f.Circular, f.Target}, "\x00")))
	return hex.EncodeToString(sum[:16])
}

// plain gives a text without the isolates that a terminal needs.
func plain(text string) string { return strings.NewReplacer("\u2068", "", "\u2069", "").Replace(text) }
