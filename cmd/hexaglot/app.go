package main

import (
	"errors"
	"flag"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"hexaglot/messages/fault"
)

// app wires the commands together and gives every text of the library in the
// user's language.
func (t *tool) app() *cli.App {
	app := &cli.App{
		Name:                 "hexaglot",
		Usage:                t.say("app-usage"),
		Version:              version,
		Writer:               t.stdout,
		ErrWriter:            t.stderr,
		HideHelpCommand:      true,
		EnableBashCompletion: true,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "lang", Usage: t.say("flag-lang")},
		},
		HideHelp:       true,
		HideVersion:    true,
		ExitErrHandler: func(*cli.Context, error) {},
		OnUsageError:   func(_ *cli.Context, err error, _ bool) error { return usage(err) },
		Action: func(c *cli.Context) error {
			if c.NArg() > 0 {
				return fault.New(fault.Usage, "usage-unknown-command", "there is no command {Command}", "Command", c.Args().First())
			}
			if c.Bool("version") {
				t.println("hexaglot " + version)
				return nil
			}
			return cli.ShowAppHelp(c)
		},
	}
	app.Flags = append(app.Flags, t.helpFlag(), &cli.BoolFlag{Name: "version", Aliases: []string{"v"}, Usage: t.say("flag-version")})
	app.CustomAppHelpTemplate = t.appHelp()
	for _, command := range commands {
		app.Commands = append(app.Commands, t.finish(command(t), "hexaglot"))
	}
	return app
}

func (t *tool) helpFlag() cli.Flag {
	return &cli.BoolFlag{Name: "help", Aliases: []string{"h"}, Usage: t.say("flag-help")}
}

// finish gives a command, and those below it, what all commands have.
func (t *tool) finish(c *cli.Command, parent string) *cli.Command {
	c.HideHelp = true
	c.HideHelpCommand = true
	c.Flags = append(c.Flags, t.helpFlag())
	c.OnUsageError = func(_ *cli.Context, err error, _ bool) error { return usage(err) }
	c.CustomHelpTemplate = t.commandHelp(c, parent+" "+c.Name)
	action := c.Action
	c.Action = func(ctx *cli.Context) error {
		if ctx.Bool("help") || action == nil && ctx.NArg() == 0 {
			fmt.Fprint(t.stdout, c.CustomHelpTemplate)
			return nil
		}
		if action == nil {
			return fault.New(fault.Usage, "usage-unknown-command", "there is no command {Command}", "Command", c.Name+" "+ctx.Args().First())
		}
		return action(ctx)
	}
	for _, sub := range c.Subcommands {
		t.finish(sub, parent+" "+c.Name)
	}
	return c
}

// appHelp gives the help of the whole program, ready to print.
func (t *tool) appHelp() string {
	var b strings.Builder
	fmt.Fprintf(&b, "hexaglot — %s\n\n%s\n  hexaglot %s\n\n%s\n", t.say("app-usage"), t.say("help-usage"), t.say("help-app-synopsis"), t.say("help-commands"))
	for _, command := range commands {
		c := command(t)
		fmt.Fprintf(&b, "  %s%s\n", pad(c.Name, 12), c.Usage)
	}
	fmt.Fprintf(&b, "\n%s\n", t.say("help-options"))
	for _, line := range [][2]string{{"--lang ar|zh|en|fr|ru|es", "flag-lang"}, {"--help, -h", "flag-help"}, {"--version, -v", "flag-version"}} {
		fmt.Fprintf(&b, "  %s%s\n", pad(line[0], 27), t.say(line[1]))
	}
	fmt.Fprintf(&b, "\n%s\n", t.say("help-exit-codes"))
	return literal(b.String())
}

// commandHelp gives the help of a command: synopsis, what it does, options, and
// the example in its Description.
func (t *tool) commandHelp(c *cli.Command, path string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s — %s\n\n%s\n  %s %s\n", path, c.Usage, t.say("help-usage"), path, c.ArgsUsage)
	if len(c.Subcommands) > 0 {
		fmt.Fprintf(&b, "\n%s\n", t.say("help-commands"))
		for _, sub := range c.Subcommands {
			fmt.Fprintf(&b, "  %s%s\n", pad(sub.Name, 12), sub.Usage)
		}
	}
	fmt.Fprintf(&b, "\n%s\n", t.say("help-options"))
	for _, f := range append(c.Flags, &cli.StringFlag{Name: "lang", Usage: t.say("flag-lang")}) {
		fmt.Fprintf(&b, "  %s%s\n", pad(flagNames(f), 27), f.(cli.DocGenerationFlag).GetUsage())
	}
	fmt.Fprintf(&b, "\n%s\n", t.say("help-example"))
	for line := range strings.SplitSeq(c.Description, "\n") {
		fmt.Fprintf(&b, "  %s\n", line)
	}
	return b.String()
}

func flagNames(f cli.Flag) string {
	var names []string
	for _, n := range f.Names() {
		names = append(names, strings.Repeat("-", min(len(n), 2))+n)
	}
	joined := strings.Join(names, ", ")
	if d, ok := f.(cli.DocGenerationFlag); ok && d.TakesValue() {
		joined += " …"
	}
	return joined
}

func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(1, width-len([]rune(s))))
}

// literal keeps a text from being read as a template.
func literal(s string) string { return strings.ReplaceAll(s, "{{", `{{"{{"}}`) }

// usage turns the errors of flag parsing into faults.
func usage(err error) error {
	text := err.Error()
	if errors.Is(err, flag.ErrHelp) {
		return nil
	}
	for prefix, f := range map[string]*fault.Error{
		"flag provided but not defined: ": fault.New(fault.Usage, "usage-unknown-flag", "there is no option {Flag}"),
		"flag needs an argument: ":        fault.New(fault.Usage, "usage-flag-value", "the option {Flag} needs a value"),
	} {
		if name, ok := strings.CutPrefix(text, prefix); ok {
			f.Args = map[string]any{"Flag": "-" + strings.TrimPrefix(name, "-")}
			return f
		}
	}
	return fault.New(fault.Usage, "usage-wrong", "{Why}", "Why", text)
}
