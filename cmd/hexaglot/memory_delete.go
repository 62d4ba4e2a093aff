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
	return withMemory(memory.Read, func(p *project, s *memory.Store) (err error) {
		n := 0
		if s != nil && c.Bool("write") {
			n, err = p.deleteFrom(origin)
		} else if s != nil {
			n, err = s.Delete(origin, false)
		}
		switch {
		case err != nil:
			return err
		case c.Bool("write"):
			t.println(t.say("memory-deleted", "Count", n, "Origin", origin))
		default:
			t.println(t.say("memory-would-delete", "Count", n, "Origin", origin))
		}
		return nil
	})
}

// deleteFrom removes what came from an origin from a memory that is there.
func (p *project) deleteFrom(origin string) (n int, err error) {
	s, err := p.openMemory(memory.Write)
	if err != nil {
		return 0, err
	}
	defer closeMemory(s, &err)
	return s.Delete(origin, true)
}
