package main

import (
	"github.com/urfave/cli/v2"

	"hexaglot/messages/fault"
)

// report is a form in which findings are printed.
type report struct {
	name  string
	print func(t *tool, all []finding) error
}

// reports lists the forms, the usual one first.
func reports() []report {
	return []report{
		{"text", (*tool).showFindings},
		{"json", func(t *tool, all []finding) error { return t.json(all) }},
		{"sarif", (*tool).sarif},
		{"html", (*tool).html},
	}
}

func reportNames() []string {
	var out []string
	for _, r := range reports() {
		out = append(out, r.name)
	}
	return out
}

// reportOf gives the form that a command line asks for; --json is short for
// --format json.
func reportOf(c *cli.Context) (report, error) {
	name := c.String("format")
	if name == "" && c.Bool("json") {
		name = "json"
	}
	if name == "" {
		name = "text"
	}
	for _, r := range reports() {
		if r.name == name {
			return r, nil
		}
	}
	return report{}, fault.New(fault.Usage, "check-format", "there is no format {Format}; there are {Formats}", "Format", name, "Formats", reportNames())
}
