package main

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/memory"
)

// memoryCommands lists the commands below memory in the order in which help
// shows them.
var memoryCommands = []func(*tool) *cli.Command{
	memoryMatchCommand,
	memorySearchCommand,
	memoryAddCommand,
	memoryAlignCommand,
	memoryImportCommand,
	memoryExportCommand,
	memoryStatsCommand,
	memoryDeleteCommand,
}

func memoryCommand(t *tool) *cli.Command {
	c := &cli.Command{
		Name:        "memory",
		Usage:       t.say("memory-usage"),
		ArgsUsage:   t.say("synopsis-memory"),
		Description: `hexaglot memory match "La réunion se tiendra à Genève." --from fr --to en`,
	}
	for _, command := range memoryCommands {
		c.Subcommands = append(c.Subcommands, command(t))
	}
	return c
}

// openMemory opens the memory of a project; nil where the project has none, or,
// for reading, where there is none yet.
func (p *project) openMemory(mode memory.Mode) (*memory.Store, error) {
	if p.single || p.memoryFile() == "" {
		return nil, nil
	}
	name := path.Clean(p.memoryFile())
	if err := p.guardMemory(name, mode); err != nil {
		if mode == memory.Read && errors.Is(err, fs.ErrNotExist) {
			return nil, nil
		}
		return nil, err
	}
	s, err := memory.Open(filepath.Join(p.dir, filepath.FromSlash(name)), p.shown(name), mode)
	if mode == memory.Read && errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return s, err
}

// guardMemory looks through the root at the files that SQLite will open by
// their paths: no link may lead out of the project. For writing it makes the
// file where there is none.
func (p *project) guardMemory(name string, mode memory.Mode) error {
	local := filepath.FromSlash(name)
	for _, suffix := range []string{"-wal", "-shm", "-journal"} {
		if info, err := p.root.Lstat(local + suffix); err == nil && !info.Mode().IsRegular() {
			return fault.New(fault.Input, "not-regular", "is not a regular file").At(p.shown(name+suffix), 0)
		}
	}
	_, err := p.root.Stat(local)
	switch {
	case err == nil:
		return nil
	case mode == memory.Read || !errors.Is(err, fs.ErrNotExist):
		return p.unreadable(name, err)
	}
	if err := p.root.MkdirAll(filepath.Dir(local), 0o755); err != nil {
		return p.unwritable(name, err)
	}
	f, err := p.root.OpenFile(local, os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return p.unwritable(name, err)
	}
	return f.Close()
}

// closeMemory closes a memory, which may be nil, and keeps the first error.
func closeMemory(s *memory.Store, err *error) {
	if s == nil {
		return
	}
	if closed := s.Close(); *err == nil {
		*err = closed
	}
}

// here opens the project that the current folder belongs to.
func here() (*project, error) {
	dir, _ := home(filepath.Join(".", configName))
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fault.New(fault.Input, "unreadable", "cannot be read").At(dir, 0).Wrap(err)
	}
	p := &project{dir: dir, root: root}
	data, err := p.read(configName, configLimit)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		err = fault.New(fault.Usage, "no-project", "the folder has no hexaglot.toml").At(dir, 0)
	case err == nil:
		p.config, err = parseConfig(p.shown(configName), data)
	}
	if err != nil {
		p.close()
		return nil, err
	}
	return p, nil
}

// withMemory works on the memory of the project that the current folder belongs
// to; for reading, it may be nil.
func withMemory(mode memory.Mode, work func(*project, *memory.Store) error) (err error) {
	p, err := here()
	if err != nil {
		return err
	}
	defer p.close()
	s, err := p.openMemory(mode)
	if err != nil {
		return err
	}
	defer closeMemory(s, &err)
	if s == nil && (mode == memory.Write || p.memoryFile() == "") {
		return fault.New(fault.Usage, "memory-none", "the project has no memory").At(p.shown(configName), 0)
	}
	return work(p, s)
}

// askMemory asks the memory of the project here about the text of a command
// line; what it gives is never nil.
func askMemory[R any](c *cli.Context, ask func(s scope, text string, p *project, store *memory.Store) ([]R, error)) ([]R, error) {
	s, err := scopeOf(c)
	if err != nil {
		return nil, err
	}
	text, err := textOf(c)
	if err != nil {
		return nil, err
	}
	all := []R{}
	err = withMemory(memory.Read, func(p *project, store *memory.Store) error {
		found, err := ask(s, text, p, store)
		all = append(all, found...)
		return err
	})
	return all, err
}

// answer shows what a command has found, or prints it as JSON.
func answer[R any](t *tool, c *cli.Context, all []R, err error, show func([]R)) error {
	switch {
	case err != nil:
		return err
	case c.Bool("json"):
		return t.json(all)
	}
	show(all)
	return nil
}

// warning tells faults without failing.
func (t *tool) warning(err error) { t.report(err) }
