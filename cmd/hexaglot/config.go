package main

import (
	"bytes"
	"errors"
	"path"
	"path/filepath"
	"slices"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/pelletier/go-toml/v2"
	"golang.org/x/text/language"

	"hexaglot/messages/fault"
	"hexaglot/messages/ui"
	"hexaglot/pipeline"
	"hexaglot/pipeline/check"
	"hexaglot/pipeline/letter"
)

// configName is the file that makes a folder a project.
const configName = "hexaglot.toml"

// config is hexaglot.toml. A new key is one field here and one line in keys.
type config struct {
	Source    string   `toml:"source"`
	Targets   []string `toml:"targets"`
	Circulars []string `toml:"circulars"`
	Catalogs  string   `toml:"catalogs"`
	Out       string   `toml:"out"`
	// Glossaries are laid over the termbase of the ITU, the later over the earlier.
	Glossaries []string `toml:"glossaries"`
	Word       word     `toml:"word"`
	// Letter is laid over what the letters of the ITU write.
	Letter []letter.Row   `toml:"letter"`
	Memory memorySettings `toml:"memory"`
	// Checks are the severities of checks, by name.
	Checks map[string]string `toml:"checks"`

	source  language.Tag
	targets []language.Tag
	letter  *letter.Furniture

	severities check.Settings
}

// keys are the keys of hexaglot.toml in the order in which init explains them;
// each one's explanation is the message "config-" + name.
var keys = []struct {
	name  string
	value func(config) any
}{
	{"source", func(c config) any { return c.Source }},
	{"targets", func(c config) any { return c.Targets }},
	{"circulars", func(c config) any { return c.Circulars }},
	{"catalogs", func(c config) any { return c.Catalogs }},
	{"out", func(c config) any { return c.Out }},
	{"glossaries", func(c config) any { return c.Glossaries }},
}

// defaults gives the settings of a project that says nothing but its source.
func defaults(source language.Tag) config {
	c := config{Source: source.String(), Catalogs: "messages", Out: "out", source: source}
	for _, tag := range ui.Languages {
		if tag != source {
			c.targets = append(c.targets, tag)
			c.Targets = append(c.Targets, tag.String())
		}
	}
	for _, f := range pipeline.Formats() {
		c.Circulars = append(c.Circulars, "*."+c.Source+f.Extensions[0])
	}
	return c
}

// parseConfig reads hexaglot.toml; name is the file that errors name.
func parseConfig(name string, data []byte) (config, error) {
	var c config
	decoder := toml.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&c); err != nil {
		return c, configError(name, err)
	}
	if c.Source == "" {
		return c, fault.New(fault.Input, "config-no-source", "the key source is missing").At(name, 0)
	}
	var ok bool
	if c.source, ok = ui.Parse(c.Source); !ok {
		return c, fault.At(unknownLanguage(c.Source), name, 0)
	}
	if err := c.complete(name); err != nil {
		return c, err
	}
	if err := c.furnish(name, data); err != nil {
		return c, err
	}
	if err := c.grade(name, data); err != nil {
		return c, err
	}
	return c, c.contained(name)
}

// complete fills in what the file leaves out and reads the languages.
func (c *config) complete(name string) error {
	d := defaults(c.source)
	if c.Targets == nil {
		c.Targets = d.Targets
	}
	if c.Circulars == nil {
		c.Circulars = d.Circulars
	}
	if c.Catalogs == "" {
		c.Catalogs = d.Catalogs
	}
	if c.Out == "" {
		c.Out = d.Out
	}
	tags, err := languages(c.Targets, ui.Languages)
	if err != nil {
		return fault.At(err, name, 0)
	}
	c.targets = tags
	return fault.At(c.Memory.check(), name, 0)
}

// contained refuses paths that lead out of the project.
func (c config) contained(name string) error {
	for _, p := range slices.Concat([]string{c.Catalogs, c.Out}, c.Circulars, c.Glossaries, []string{c.memoryFile()}) {
		if !filepath.IsLocal(filepath.FromSlash(path.Clean(p))) {
			return fault.New(fault.Input, "config-outside", "{Path} leads out of the project", "Path", p).At(name, 0)
		}
	}
	for _, pattern := range c.Circulars {
		if !doublestar.ValidatePattern(pattern) {
			return fault.New(fault.Input, "config-pattern", "{Pattern} is not a pattern for file names", "Pattern", pattern).At(name, 0)
		}
	}
	return nil
}

func configError(name string, err error) error {
	var strict *toml.StrictMissingError
	if errors.As(err, &strict) && len(strict.Errors) > 0 {
		line, _ := strict.Errors[0].Position()
		key := strict.Errors[0].Key()
		return fault.New(fault.Input, "config-key", "there is no key {Key}", "Key", key[len(key)-1]).At(name, line)
	}
	var syntax *toml.DecodeError
	if errors.As(err, &syntax) {
		line, _ := syntax.Position()
		return fault.New(fault.Input, "config-syntax", "this is not TOML as hexaglot.toml wants it").Wrap(errors.New(syntax.Error())).At(name, line)
	}
	return fault.New(fault.Input, "config-syntax", "this is not TOML as hexaglot.toml wants it").Wrap(err).At(name, 0)
}
