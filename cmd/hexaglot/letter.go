package main

import (
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/letter"
)

// furnish lays the tables [[letter]] of hexaglot.toml, which data is, over those
// of the ITU.
func (c *config) furnish(name string, data []byte) error {
	itu, err := letter.ITU()
	if err != nil {
		return err
	}
	lines := tableLines(data, "letter")
	for i, row := range c.Letter {
		if err := row.Check(); err != nil {
			return fault.At(err, name, append(lines, make([]int, i+1)...)[i])
		}
	}
	c.letter, err = itu.Extend(c.Letter)
	return err
}

// tableLines gives the lines, from 1, of the tables [[name]] of a TOML file.
func tableLines(data []byte, name string) []int {
	var p unstable.Parser
	p.Reset(data)
	var out []int
	for p.NextExpression() {
		n := p.Expression()
		if n.Kind != unstable.ArrayTable {
			continue
		}
		key := n.Key()
		if key.Next() && string(key.Node().Data) == name {
			out = append(out, p.Shape(key.Node().Raw).Start.Line)
		}
	}
	return out
}

// letterText explains the tables [[letter]] in a new hexaglot.toml; the example
// is a comment, for it would change every letter.
func (t *tool) letterText() string {
	var b strings.Builder
	comment(&b, t.say("config-letter"))
	for roles := range slices.Chunk(letter.Roles(), 7) {
		names := make([]string, len(roles))
		for i, role := range roles {
			names[i] = string(role)
		}
		comment(&b, "  "+strings.Join(names, ", "))
	}
	comment(&b, `[[letter]]
role = "salutation"
fr = ["Chères et chers membres,"]
en = ["Dear members,", "Dear Members and friends,"]`)
	return b.String()
}
