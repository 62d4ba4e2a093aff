package main

import (
	"bytes"
	"encoding/json"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hexaglot/messages"
)

// letterProject is a project of one circular whose catalog has flaws of every
// severity, one of them suppressed.
func letterProject(t *testing.T, above string) (dir, catalog string) {
	t.Helper()
	dir = t.TempDir()
	put := func(name, text string) {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	sources := []string{"La réunion aura lieu le 6 septembre 2021.", "Genève, siège de l'UIT, accueille la réunion des membres.", "Veuillez agréer, Madame, mes salutations."}
	put("hexaglot.toml", "source = \"fr\"\ntargets = [\"ru\"]\n")
	put("a letter.fr.md", strings.Join(sources, "\n\n")+"\n")
	catalog = above +
		"[\"" + messages.ID(sources[0]) + "\"]\nother = \"Собрание 😀 состоится 7 сентября 2021 года.\"\n\n" +
		"# check: ending – the rest follows\n[\"" + messages.ID(sources[1]) + "\"]\nother = \"Женева, штаб-квартира МСЭ, принимает собрание членов\"\n"
	put("messages/a letter/active.ru.toml", catalog)
	return dir, catalog
}

func sarifOf(t *testing.T, dir string) sarifLog {
	t.Helper()
	var out bytes.Buffer
	if code := run([]string{"check", dir, "--to", "ru", "--format", "sarif"}, &out, &out, func(string) string { return "" }); code != 1 {
		t.Fatalf("exit %d: %s", code, out.String())
	}
	decoder := json.NewDecoder(&out)
	decoder.DisallowUnknownFields()
	var log sarifLog
	if err := decoder.Decode(&log); err != nil {
		t.Fatal(err)
	}
	return log
}

// The log keeps what SARIF 2.1.0 demands: sections 3.13 (log), 3.19 (component),
// 3.27 (result), 3.30 (region), 3.35 (suppression).
func TestSARIF(t *testing.T) {
	dir, catalog := letterProject(t, "")
	log := sarifOf(t, dir)
	if log.Version != "2.1.0" || !strings.HasPrefix(log.Schema, "https://docs.oasis-open.org/sarif/") || len(log.Runs) != 1 {
		t.Fatalf("%s, %s, %d runs", log.Version, log.Schema, len(log.Runs))
	}
	rules := log.Runs[0].Tool.Driver.Rules
	for i, r := range rules {
		if r.Short.Text == "" || r.Help.Text == "" || slices.IndexFunc(rules, func(o sarifRule) bool { return o.ID == r.ID }) != i {
			t.Errorf("rule %d, %s: no text, or it stands twice", i, r.ID)
		}
	}
	levels := map[string]bool{}
	suppressed := 0
	for _, r := range log.Runs[0].Results {
		levels[r.Level] = true
		suppressed += len(r.Suppressions)
		result(t, r, rules, catalog)
	}
	if !levels["error"] || suppressed != 1 {
		t.Errorf("levels %v, %d suppressed", levels, suppressed)
	}
}

func result(t *testing.T, r sarifResult, rules []sarifRule, catalog string) {
	t.Helper()
	if r.RuleIndex < 0 || r.RuleIndex >= len(rules) || rules[r.RuleIndex].ID != r.RuleID || r.Message.Text == "" || r.Fingerprints["hexaglot/v1"] == "" {
		t.Errorf("%+v", r)
	}
	if !slices.Contains([]string{"error", "warning", "note", "none"}, r.Level) || len(r.Locations) != 1 {
		t.Errorf("%s: level %s, %d places", r.RuleID, r.Level, len(r.Locations))
	}
	for _, s := range r.Suppressions {
		if s.Kind != "inSource" || s.Status != "accepted" || s.Justification != "the rest follows" {
			t.Errorf("%+v", s)
		}
	}
	at := r.Locations[0].Physical
	if _, err := url.Parse(at.Artifact.URI); err != nil || strings.Contains(at.Artifact.URI, " ") {
		t.Errorf("%q is no reference", at.Artifact.URI)
	}
	region := at.Region
	if region == nil || region.CharOffset == nil {
		return
	}
	chars, lines := []rune(catalog), strings.Split(catalog, "\n")
	if got := string(chars[*region.CharOffset : *region.CharOffset+*region.CharLength]); got != region.Snippet.Text {
		t.Errorf("%s: the offset is that of %q, not %q", r.RuleID, got, region.Snippet.Text)
	}
	line := []rune(lines[region.StartLine-1])
	if got := string(line[region.StartColumn-1:]); region.StartLine == region.EndLine && !strings.HasPrefix(got, region.Snippet.Text) {
		t.Errorf("%s: the column is that of %q", r.RuleID, got)
	}
}

// A finding is the same one after lines were put above it.
func TestSARIFTellsFindingsAgain(t *testing.T) {
	prints := func(above string) []string {
		dir, _ := letterProject(t, above)
		var out []string
		for _, r := range sarifOf(t, dir).Runs[0].Results {
			out = append(out, r.Fingerprints["hexaglot/v1"])
		}
		return out
	}
	if a, b := prints(""), prints("# a comment\n\n"); len(a) == 0 || len(a) != len(b) {
		t.Errorf("%d findings, then %d", len(a), len(b))
	}
}
