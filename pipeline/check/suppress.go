package check

import (
	"regexp"
	"slices"
	"strings"
)

// Suppressed is the check of the comments that suppress findings: a reason that
// is missing, a name that no check has, and a comment that has outlived what it
// suppressed.
var Suppressed = Check{
	Name: "suppression", Doc: "comments that suppress findings without a reason, or none any more", IssueType: "other", Severity: Warning,
}

// suppression is a comment in a catalog, above its message:
//
//	# check: numbers, terminology – the years are those of the annex
type suppression struct {
	checks []string
	reason string
}

// marked matches a comment that suppresses findings: names of checks, and
// behind a dash, a colon or nothing a reason.
var marked = regexp.MustCompile(`^#\s*check:\s*([^–—:]*?)(?:\s+(?:--?|–|—)\s*(.*)|\s*[–—:]\s*(.*))?$`)

// suppressions reads those of the comments of a message that suppress findings.
func suppressions(comments []string) []suppression {
	var out []suppression
	for _, comment := range comments {
		m := marked.FindStringSubmatch(strings.TrimSpace(comment))
		if m == nil {
			continue
		}
		s := suppression{reason: strings.TrimSpace(m[2] + m[3])}
		for name := range strings.SplitSeq(m[1], ",") {
			if name = strings.TrimSpace(name); name != "" {
				s.checks = append(s.checks, name)
			}
		}
		out = append(out, s)
	}
	return out
}

// Suppress marks the findings on a message that its comments suppress, with the
// reason as their Justification, and adds what is wrong with the comments. A
// comment without a reason suppresses nothing.
func Suppress(findings []Finding, comments []string) []Finding {
	all := suppressions(comments)
	if all == nil {
		return findings
	}
	out := slices.Clone(findings)
	for _, s := range all {
		if s.reason == "" {
			out = append(out, found(Suppressed.Name, Warning, "check-suppression-reason", "the comment suppresses {Checks} without a reason: it does not count", "Checks", s.checks))
			continue
		}
		for _, name := range s.checks {
			if f, ok := s.apply(out[:len(findings)], name); !ok {
				out = append(out, f)
			}
		}
	}
	return out
}

// apply marks the findings of a check, and gives a finding where there is none,
// or no such check.
func (s suppression) apply(findings []Finding, name string) (Finding, bool) {
	if _, ok := Find(name); !ok {
		return found(Suppressed.Name, Warning, "check-suppression-unknown", "the comment suppresses {Name}, but no check has that name", "Name", name), false
	}
	any := false
	for i := range findings {
		if findings[i].Check == name {
			findings[i].Justification = s.reason
			any = true
		}
	}
	if any {
		return Finding{}, true
	}
	return found(Suppressed.Name, Info, "check-suppression-unused", "the comment suppresses {Name}, but there is nothing to suppress", "Name", name), false
}
