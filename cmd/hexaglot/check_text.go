package main

import (
	"fmt"
	"strings"

	"github.com/fatih/color"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/check"
)

// severityColours are the colours of severities on a terminal.
var severityColours = map[check.Severity]color.Attribute{check.Error: red, check.Warning: amber, check.Info: faint}

// showFindings prints the findings that stand, and how many there are.
func (t *tool) showFindings(all []finding) error {
	for _, f := range all {
		if f.Suppressed {
			continue
		}
		where := fault.New(fault.Content, "", "").At(f.File, f.Line).Where()
		word := paint(t.stdout, t.getenv, severityColours[f.severity], t.say("severity-"+f.Severity))
		fmt.Fprintf(t.stdout, "%s: %s: %s [%s]\n", visible(where), word, f.Message, f.Check)
		fmt.Fprintf(t.stdout, "  %s: %s\n", sourceTag(f), visible(excerpt(f.Source, 100)))
		if strings.TrimSpace(f.Target) != "" {
			fmt.Fprintf(t.stdout, "  %s: %s\n", f.Language, visible(excerpt(f.Target, 100)))
		}
	}
	t.println(t.summary(all))
	return nil
}

// summary counts the findings: "1 error, 2 warnings, 0 remarks, 3 suppressed".
func (t *tool) summary(all []finding) string {
	counts := []string{
		t.say("check-errors", "Count", count(all, check.Error)),
		t.say("check-warnings", "Count", count(all, check.Warning)),
		t.say("check-infos", "Count", count(all, check.Info)),
	}
	if n := suppressedOf(all); n > 0 {
		counts = append(counts, t.say("check-suppressed", "Count", n))
	}
	return strings.Join(counts, t.say("list-separator"))
}

func suppressedOf(all []finding) int {
	n := 0
	for _, f := range all {
		if f.Suppressed {
			n++
		}
	}
	return n
}

// sourceTag names the place of the source: its file and line.
func sourceTag(f finding) string {
	return visible(fault.New(fault.Content, "", "").At(f.Circular, f.SourceLine).Where())
}
