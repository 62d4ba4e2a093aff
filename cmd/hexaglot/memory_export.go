package main

import (
	"os"

	"github.com/urfave/cli/v2"
	"golang.org/x/text/language"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/memory"
	"hexaglot/pipeline/memory/tmx"
)

func memoryExportCommand(t *tool) *cli.Command {
	return &cli.Command{
		Name:        "export",
		Usage:       t.say("memory-export-usage"),
		ArgsUsage:   t.say("synopsis-tmx-file"),
		Description: "hexaglot memory export --to en,ru memory.tmx",
		Flags:       []cli.Flag{t.toFlag(), t.forceFlag()},
		Action:      t.memoryExport,
	}
}

// memoryExport writes the memory into a TMX file.
func (t *tool) memoryExport(c *cli.Context) error {
	if c.NArg() == 0 {
		return fault.New(fault.Usage, "export-no-file", "the file to write is not named")
	}
	if err := unread(c, 1); err != nil {
		return err
	}
	scope, err := scopeOf(c)
	if err != nil {
		return err
	}
	out, base, err := folderOf(c.Args().First())
	if err != nil {
		return err
	}
	defer out.close()
	if _, err := out.root.Lstat(base); err == nil && !c.Bool("force") {
		return fault.New(fault.Usage, "out-exists", "the file exists already").At(out.shown(base), 0)
	}
	return withMemory(memory.Read, func(_ *project, s *memory.Store) error {
		n, err := out.exportTo(base, s, scope.to)
		if err == nil {
			t.println(t.say("memory-exported", "File", out.shown(base), "Count", n))
		}
		return err
	})
}

// exportTo writes the units beside the file, and puts them in its place when
// all are there.
func (p *project) exportTo(name string, s *memory.Store, to []language.Tag) (n int, err error) {
	aside := beside(name)
	p.root.Remove(aside)
	f, err := p.root.OpenFile(aside, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return 0, p.unwritable(name, err)
	}
	n, err = writeUnits(tmx.NewWriter(f, version, language.Und), s, to)
	if closed := f.Close(); err == nil && closed != nil {
		err = p.unwritable(name, closed)
	}
	if err == nil {
		if err = p.root.Rename(aside, name); err == nil {
			return n, nil
		}
		err = p.unwritable(name, err)
	}
	p.root.Remove(aside)
	return n, fault.At(err, p.shown(name), 0)
}

func writeUnits(w *tmx.Writer, s *memory.Store, to []language.Tag) (n int, err error) {
	if s != nil {
		for e, err := range s.All(0) {
			if err != nil {
				return n, err
			}
			u, ok := entryUnit(e, to)
			if !ok {
				continue
			}
			if err := w.Write(u); err != nil {
				return n, err
			}
			n++
		}
	}
	return n, w.Close()
}
