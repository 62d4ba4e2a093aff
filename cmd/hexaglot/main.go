// Command hexaglot turns an official circular in one of the six languages of
// the United Nations into its versions in all six.
//
// Files, locks, flags and the terminal are touched here and nowhere else; the
// work itself is in the packages below. Each command is one file and one line
// in the list commands.
package main

import (
	"io"
	"os"

	"github.com/urfave/cli/v2"
)

// commands lists the program's commands in the order in which help shows them.
var commands = []func(*tool) *cli.Command{
	initCommand,
	extractCommand,
	buildCommand,
	statusCommand,
	statsCommand,
	checkCommand,
	verifyCommand,
	tidyCommand,
	exportCommand,
	importCommand,
	glossaryCommand,
	memoryCommand,
	mergeDriverCommand,
	convertCommand,
	completionCommand,
}

// version is the program's version; a release sets it when linking.
var version = "0.1.0"

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr, os.Getenv)) }

// run executes one command line and gives the exit code: 0 done; 1 the content
// is incomplete or has errors; 2 wrong use; 3 unreadable, damaged or unwritable
// input.
func run(args []string, stdout, stderr io.Writer, getenv func(string) string) int {
	t, args, err := newTool(args, stdout, stderr, getenv)
	if err != nil {
		return t.report(err)
	}
	app := t.app()
	completing := len(args) > 0 && args[len(args)-1] == "--generate-bash-completion"
	if !completing {
		if args, err = arrange(app, args); err != nil {
			return t.report(err)
		}
	}
	err = app.Run(append([]string{app.Name}, args...))
	if err == nil {
		err = t.unsaid
	}
	return t.report(err)
}
