package main

import (
	"github.com/urfave/cli/v2"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/memory"
)

func memoryDeleteCommand(t *tool) *cli.Command {
	return &cli.Command{
		Name:        "delete",
		Usage:       t.say("memory-delete-usage"),
		ArgsUsage:   " ",
		Description: "hexaglot memory delete --origin unterm.tmx --write",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "origin", Usage: t.say("flag-origin")},
			&cli.BoolFlag{Name: "write", Usage: t.say("flag-memory-write")},
		},
		Action: t.memoryDelete,
	}
}

// memoryDelete removes what came from one origin, or tells how much that is.
func (t *tool) memoryDelete(c *cli.Context) error {
	if err := unread(c, 0); err != nil {
		return err
	}
	origin := c.String("origin")
	if origin == "" {
		return fault.New(fault.Usage, "memory-no-origin", "--origin does not say what to delete")
	}
	mode := memory.Read
	if c.Bool("write") {
		mode = memory.Write
	}
	return withMemory(mode, func(_ *project, s *memory.Store) error {
		if s == nil {
			t.println(t.say("memory-would-delete", "Count", 0, "Origin", origin))
			return nil
		}
		n, err := s.Delete(origin, mode == memory.Write)
		if err != nil {
			return err
		}
		if mode == memory.Write {
			t.println(t.say("memory-deleted", "Count", n, "Origin", origin))
		} else {
			t.println(t.say("memory-would-delete", "Count", n, "Origin", origin))
		}
		return nil
	})
}
