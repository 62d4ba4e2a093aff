package main

import (
	"bytes"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"
	"golang.org/x/text/language"

	"hexaglot/messages"
	"hexaglot/messages/fault"
)

func mergeDriverCommand(t *tool) *cli.Command {
	return &cli.Command{
		Name:        "merge-driver",
		Usage:       t.say("merge-driver-usage"),
		ArgsUsage:   t.say("synopsis-merge-driver"),
		Description: "hexaglot merge-driver %O %A %B %P",
		Action:      t.mergeDriver,
	}
}

// mergeDriver does what git wants of a merge driver (gitattributes(5),
// "Defining a custom merge driver"): the three versions of a catalog are files,
// and the result takes the place of the second. Its exit code is 1 where there
// are conflicts.
func (t *tool) mergeDriver(c *cli.Context) error {
	if c.NArg() != 4 {
		return fault.New(fault.Usage, "merge-driver-arguments", "merge-driver takes four arguments: base, ours, theirs and the path of the catalog")
	}
	args := c.Args().Slice()
	shown := args[3]
	lang := language.Und
	if _, tag, err := messages.ParseName(filepath.Base(shown)); err == nil {
		lang = tag
	}
	var sides [3]*messages.Catalog
	for i, name := range args[:3] {
		side, err := readSide(name, shown, lang)
		if err != nil {
			return err
		}
		sides[i] = side
	}
	merged, conflicts := messages.Reconcile(sides[0], sides[1], sides[2])
	if err := replaceFile(args[1], merged.Encode()); err != nil {
		return err
	}
	return t.conflicts(shown, conflicts)
}

// readSide reads one version of a catalog; an empty one has no messages.
func readSide(name, shown string, lang language.Tag) (*messages.Catalog, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, fault.New(fault.Input, "unreadable", "cannot be read").At(name, 0).Wrap(err)
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return &messages.Catalog{Lang: lang}, nil
	}
	return messages.Read(shown, data, lang)
}

// replaceFile puts data in the place of a file, whole or not at all.
func replaceFile(name string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(name), filepath.Base(name)+".*")
	if err == nil {
		defer os.Remove(f.Name())
		_, err = f.Write(data)
		if closed := f.Close(); err == nil {
			err = closed
		}
	}
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		return fault.New(fault.Input, "unwritable", "cannot be written").At(name, 0).Wrap(err)
	}
	return nil
}

// conflicts tells what two people translated differently.
func (t *tool) conflicts(shown string, conflicts []messages.Conflict) error {
	if len(conflicts) == 0 {
		return nil
	}
	for _, one := range conflicts {
		f := fault.New(fault.Content, "conflict", "{ID} was translated in two ways; the other one is kept in a comment: {Theirs}", "ID", one.ID, "Theirs", excerpt(one.Theirs, 60))
		t.reportOne(f.At(shown, 0))
	}
	return exit(1)
}
