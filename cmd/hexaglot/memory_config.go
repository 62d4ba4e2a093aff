package main

import (
	"fmt"
	"strings"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/memory"
)

// defaultMemory is the file of the memory where the project does not say.
const defaultMemory = "memory.db"

// memorySettings is the table [memory] of hexaglot.toml.
type memorySettings struct {
	File      *string `toml:"file"`      // "" for no memory
	Threshold int     `toml:"threshold"` // percent; 0 stands for the default
	Most      int     `toml:"most"`      // matches; 0 stands for the default
}

func (c config) memoryFile() string {
	if c.Memory.File == nil {
		return defaultMemory
	}
	return *c.Memory.File
}

// check refuses settings without a meaning.
func (m memorySettings) check() error {
	if m.Threshold < 0 || m.Threshold > 100 {
		return fault.New(fault.Input, "config-range", "{Key} is to be from {Least} to {Most}", "Key", "threshold", "Least", 1, "Most", 100)
	}
	if m.Most < 0 || m.Most > 100 {
		return fault.New(fault.Input, "config-range", "{Key} is to be from {Least} to {Most}", "Key", "most", "Least", 1, "Most", 100)
	}
	return nil
}

// memoryText gives the table [memory] of a new hexaglot.toml, with the defaults
// as its values.
func (t *tool) memoryText() string {
	var b strings.Builder
	comment(&b, t.say("config-memory"))
	fmt.Fprintf(&b, "[memory]\nfile = %q\nthreshold = %d\nmost = %d\n", defaultMemory, memory.DefaultThreshold, memory.DefaultMost)
	return b.String()
}
