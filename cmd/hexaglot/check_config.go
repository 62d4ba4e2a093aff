package main

import (
	"maps"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/check"
)

// grade reads the table [checks] of hexaglot.toml, which data is: the severity
// of each check, by name.
func (c *config) grade(name string, data []byte) error {
	c.severities = check.Settings{}
	for _, key := range slices.Sorted(maps.Keys(c.Checks)) {
		if err := c.severities.Set(key, c.Checks[key]); err != nil {
			return fault.At(err, name, keyLine(data, "checks", key))
		}
	}
	return nil
}

// keyLine gives the line, from 1, of a key in a table of a TOML file; 0 where it
// is not found.
func keyLine(data []byte, table, key string) int {
	var p unstable.Parser
	p.Reset(data)
	inside := false
	for p.NextExpression() {
		n := p.Expression()
		path, line := keyPath(&p, n)
		switch {
		case n.Kind == unstable.Table || n.Kind == unstable.ArrayTable:
			inside = path == table
		case n.Kind == unstable.KeyValue && (inside && path == key || path == table+"."+key):
			return line
		}
	}
	return 0
}

// keyPath gives the key of an expression, its parts joined by points, and its
// line.
func keyPath(p *unstable.Parser, n *unstable.Node) (path string, line int) {
	var parts []string
	for key := n.Key(); key.Next(); {
		if line == 0 {
			line = p.Shape(key.Node().Raw).Start.Line
		}
		parts = append(parts, string(key.Node().Data))
	}
	return strings.Join(parts, "."), line
}

// checksText explains the table [checks] in a new hexaglot.toml; the example is
// a comment.
func (t *tool) checksText() string {
	var b strings.Builder
	comment(&b, t.say("config-checks"))
	for names := range slices.Chunk(check.Names(), 8) {
		comment(&b, "  "+strings.Join(names, ", "))
	}
	comment(&b, "[checks]\ncapitals = \"info\"\nlength = \"off\"")
	return b.String()
}
