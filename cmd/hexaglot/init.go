package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"
	"golang.org/x/text/language"

	"hexaglot/messages/fault"
)

func initCommand(t *tool) *cli.Command {
	return &cli.Command{
		Name:        "init",
		Usage:       t.say("init-usage"),
		ArgsUsage:   t.say("synopsis-dir"),
		Description: "hexaglot init circulars",
		Flags:       []cli.Flag{t.fromFlag(), t.toFlag(), &cli.BoolFlag{Name: "git", Usage: t.say("flag-git")}},
		Action:      t.init,
	}
}

// init writes hexaglot.toml into a new or existing folder, and with --git
// installs the merge driver, in an existing project too.
func (t *tool) init(c *cli.Context) error {
	if c.NArg() > 1 {
		return fault.New(fault.Usage, "usage-one-folder", "init takes one folder")
	}
	s, err := scopeOf(c)
	if err != nil {
		return err
	}
	dir := files(c)[0]
	err = t.newProject(dir, s)
	var exists *fault.Error
	if c.Bool("git") && errors.As(err, &exists) && exists.ID == "project-exists" {
		err = nil
	}
	if err != nil || !c.Bool("git") {
		return err
	}
	return t.installDriver(dir)
}

func (t *tool) newProject(dir string, s scope) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fault.New(fault.Input, "unwritable", "cannot be written").At(dir, 0).Wrap(err)
	}
	settings := defaults(firstLanguage(s.from, dir))
	if s.to != nil {
		settings.Targets = nil
		for _, tag := range s.to {
			settings.Targets = append(settings.Targets, tag.String())
		}
	}
	name := filepath.Join(dir, configName)
	f, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if os.IsExist(err) {
		return fault.New(fault.Usage, "project-exists", "there is a project already").At(name, 0)
	}
	if err == nil {
		_, err = f.WriteString(t.configText(settings))
		if closed := f.Close(); err == nil {
			err = closed
		}
	}
	if err != nil {
		return fault.New(fault.Input, "unwritable", "cannot be written").At(name, 0).Wrap(err)
	}
	t.println(t.say("init-done", "File", filepath.ToSlash(name), "Source", settings.Source))
	return nil
}

// firstLanguage gives the source language of a new project: the one that was
// asked for, else that of the circulars that lie there, else French.
func firstLanguage(from language.Tag, dir string) language.Tag {
	if from != language.Und {
		return from
	}
	entries, _ := os.ReadDir(dir)
	for _, entry := range entries {
		if _, ext, lang := splitName(entry.Name()); ext != "" && lang != language.Und && !entry.IsDir() {
			return lang
		}
	}
	return language.French
}

// configText gives hexaglot.toml with every key explained in the user's
// language.
func (t *tool) configText(c config) string {
	var b strings.Builder
	comment(&b, t.say("config-head"))
	for _, key := range keys {
		b.WriteByte('\n')
		comment(&b, t.say("config-"+key.name))
		fmt.Fprintf(&b, "%s = %s\n", key.name, tomlValue(key.value(c)))
	}
	b.WriteByte('\n')
	b.WriteString(t.wordText())
	b.WriteByte('\n')
	b.WriteString(t.memoryText())
	b.WriteByte('\n')
	b.WriteString(t.letterText())
	b.WriteByte('\n')
	b.WriteString(t.checksText())
	return b.String()
}

func comment(b *strings.Builder, text string) {
	for line := range strings.SplitSeq(text, "\n") {
		b.WriteString(strings.TrimRight("# "+line, " ") + "\n")
	}
}

func tomlValue(v any) string {
	if list, ok := v.([]string); ok {
		quoted := make([]string, len(list))
		for i, s := range list {
			quoted[i] = fmt.Sprintf("%q", s)
		}
		return "[" + strings.Join(quoted, ", ") + "]"
	}
	return fmt.Sprintf("%q", v)
}
