package main

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"hexaglot/messages/fault"
)

// arrange puts the options of a command line right behind its command, for
// users write them anywhere and the library reads them only there. What
// follows "--" is never an option.
func arrange(app *cli.App, args []string) ([]string, error) {
	every := everyFlag(app.Flags, app.Commands)
	own, available := app.Flags, app.Commands
	var path, options, operands, names []string
	for i := 0; i < len(args); i++ {
		arg := args[i]
		switch {
		case arg == "--":
			operands = append(operands, args[i+1:]...)
			i = len(args)
		case len(arg) > 1 && arg[0] == '-':
			names = append(names, arg)
			options = append(options, arg)
			flag := findFlag(every, arg)
			if flag == nil || !takesValue(flag) || strings.Contains(arg, "=") {
				continue
			}
			if i++; i == len(args) {
				return nil, fault.New(fault.Usage, "usage-flag-value", "the option {Flag} needs a value", "Flag", arg)
			}
			options = append(options, args[i])
		default:
			if c := findCommand(available, arg); c != nil && len(operands) == 0 {
				path = append(path, arg)
				own, available = c.Flags, c.Subcommands
				continue
			}
			operands = append(operands, arg)
		}
	}
	for _, name := range names {
		if findFlag(own, name) == nil {
			return nil, fault.New(fault.Usage, "usage-unknown-flag", "there is no option {Flag}", "Flag", name)
		}
	}
	path = append(path, options...)
	if len(operands) > 0 {
		path = append(append(path, "--"), operands...)
	}
	return path, nil
}

func everyFlag(flags []cli.Flag, commands []*cli.Command) []cli.Flag {
	all := slices.Clone(flags)
	for _, c := range commands {
		all = append(all, everyFlag(c.Flags, c.Subcommands)...)
	}
	return all
}

func findFlag(flags []cli.Flag, arg string) cli.Flag {
	name, _, _ := strings.Cut(strings.TrimLeft(arg, "-"), "=")
	for _, f := range flags {
		if slices.Contains(f.Names(), name) {
			return f
		}
	}
	return nil
}

func findCommand(commands []*cli.Command, name string) *cli.Command {
	for _, c := range commands {
		if c.HasName(name) {
			return c
		}
	}
	return nil
}

func takesValue(f cli.Flag) bool {
	d, ok := f.(cli.DocGenerationFlag)
	return ok && d.TakesValue()
}
