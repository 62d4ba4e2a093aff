package check

import (
	"slices"

	"hexaglot/messages/fault"
)

// Off is the setting of a check that gives no findings.
const Off Severity = -1

// Settings are the severities that a project gives to checks, by name.
type Settings map[string]Severity

// Set gives a check a severity: "error", "warning", "info" or "off". It refuses
// names that no check has.
func (s Settings) Set(name, severity string) error {
	if _, ok := Find(name); !ok {
		return fault.New(fault.Input, "config-check", "there is no check {Name}; there are {Names}", "Name", name, "Names", Names())
	}
	levels := []string{"off", "info", "warning", "error"}
	i := slices.Index(levels, severity)
	if i < 0 {
		return fault.New(fault.Input, "config-severity", "{Severity} is no severity; there are {Severities}", "Severity", severity, "Severities", levels)
	}
	s[name] = Severity(i - 1)
	return nil
}

// Names lists the names of the checks.
func Names() []string {
	var out []string
	for _, c := range all {
		out = append(out, c.Name)
	}
	return out
}

// Apply gives a finding the severity that is set for its check, and reports
// whether it stands. What a check only remarks on stays a remark, unless all
// that it finds are remarks.
func (s Settings) Apply(f Finding) (Finding, bool) {
	level, set := s[f.Check]
	if !set {
		return f, true
	}
	if c, _ := Find(f.Check); f.Severity > Info || c.Severity == Info {
		f.Severity = max(level, Info)
	}
	return f, level != Off
}
