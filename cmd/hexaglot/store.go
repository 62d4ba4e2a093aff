package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/gofrs/flock"

	"hexaglot/messages/fault"
)

// Limits on what is read, in bytes.
const (
	configLimit   = 1 << 20
	circularLimit = 256 << 20
	catalogLimit  = 64 << 20
)

// lockWait is how long a command waits for another one to finish.
const lockWait = 30 * time.Second

// lockName is the file that keeps two commands from writing catalogs at once.
const lockName = ".hexaglot.lock"

// journalName is the list of files that a command was about to put in place.
const journalName = ".hexaglot.journal"

// read gives a file of the project, at most limit bytes long. The error is a
// fault that wraps fs.ErrNotExist where there is no such file.
func (p *project) read(name string, limit int64) ([]byte, error) {
	f, err := p.root.Open(filepath.FromSlash(name))
	if err != nil {
		return nil, p.unreadable(name, err)
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, p.unreadable(name, err)
	case info.IsDir():
		return nil, fault.New(fault.Input, "is-folder", "is a folder, not a file").At(p.shown(name), 0)
	case !info.Mode().IsRegular():
		return nil, fault.New(fault.Input, "not-regular", "is not a regular file").At(p.shown(name), 0)
	case info.Size() > limit:
		return nil, p.tooLarge(name, limit)
	}
	data := bytes.NewBuffer(make([]byte, 0, info.Size()+bytes.MinRead))
	if _, err := data.ReadFrom(io.LimitReader(f, limit+1)); err != nil {
		return nil, p.unreadable(name, err)
	}
	if int64(data.Len()) > limit {
		return nil, p.tooLarge(name, limit)
	}
	return data.Bytes(), nil
}

func (p *project) unreadable(name string, err error) error {
	return fault.New(fault.Input, "unreadable", "cannot be read").At(p.shown(name), 0).Wrap(err)
}

func (p *project) tooLarge(name string, limit int64) error {
	return fault.New(fault.Input, "too-large", "is larger than {Limit} MiB", "Limit", limit>>20).At(p.shown(name), 0)
}

// readIfAny is read, with nil for a file that is not there.
func (p *project) readIfAny(name string, limit int64) ([]byte, error) {
	data, err := p.read(name, limit)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return data, err
}

// lock keeps other commands from the project's catalogs until it is released,
// and finishes what a command that was killed had begun.
func (p *project) lock() (release func(), err error) {
	if err := p.root.MkdirAll(filepath.FromSlash(p.Catalogs), 0o755); err != nil {
		return nil, p.unwritable(p.Catalogs, err)
	}
	name := path.Join(p.Catalogs, lockName)
	// The root opens it first, for it refuses a link that leads elsewhere.
	f, err := p.root.OpenFile(filepath.FromSlash(name), os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return nil, p.unwritable(name, err)
	}
	f.Close()
	ctx, cancel := context.WithTimeout(context.Background(), lockWait)
	defer cancel()
	l := flock.New(filepath.Join(p.dir, filepath.FromSlash(name)))
	ok, err := l.TryLockContext(ctx, 20*time.Millisecond)
	if err != nil || !ok {
		return nil, fault.New(fault.Input, "locked", "another hexaglot is at work on these catalogs").At(p.shown(name), 0)
	}
	if err := p.recover(); err != nil {
		l.Unlock()
		return nil, err
	}
	return func() { l.Unlock() }, nil
}

// file is one file to put in place.
type file struct {
	Name string // slash-separated, below the project
	Data []byte // nil: the file is removed
}

// commit puts files in place as one: after a crash at any moment, either none
// of them is new or, once the next command has finished what was begun, all
// are. The new files are written beside the old ones, a journal names them, and
// only then are they renamed. The caller holds the lock.
func (p *project) commit(files []file) error {
	if len(files) == 0 {
		return nil
	}
	for _, f := range files {
		if len(f.Data) > catalogLimit { // what could not be read again
			return p.tooLarge(f.Name, catalogLimit)
		}
	}
	var journal strings.Builder
	for i, f := range files {
		verb := "rename"
		if f.Data == nil {
			verb = "remove"
		} else if err := p.writeBeside(f); err != nil {
			p.discard(files[:i+1])
			return err
		}
		fmt.Fprintf(&journal, "%s\t%q\n", verb, f.Name)
	}
	journal.WriteString("end\n")
	if err := p.replace(p.journal(), beside(p.journal()), []byte(journal.String()), true); err != nil {
		p.discard(files)
		return err
	}
	return p.recover()
}

func (p *project) journal() string { return path.Join(p.Catalogs, journalName) }

// recover carries out the journal, if there is one.
func (p *project) recover() error {
	data, err := p.readIfAny(p.journal(), configLimit*64)
	if err != nil || data == nil {
		return err
	}
	lines := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	for _, line := range lines[:len(lines)-1] {
		verb, quoted, _ := strings.Cut(line, "\t")
		name, err := strconv.Unquote(quoted)
		if err != nil || !p.catalogued(name) {
			continue
		}
		if err := p.carryOut(verb, name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return p.unwritable(name, err)
		}
	}
	return p.root.Remove(filepath.FromSlash(p.journal()))
}

// catalogued reports whether a name lies in the folder of the catalogs.
func (p *project) catalogued(name string) bool {
	dir := path.Clean(p.Catalogs)
	return path.Clean(name) == name && filepath.IsLocal(filepath.FromSlash(name)) &&
		(dir == "." || strings.HasPrefix(name, dir+"/"))
}

func (p *project) carryOut(verb, name string) error {
	local := filepath.FromSlash(name)
	if verb == "remove" {
		return p.root.Remove(local)
	}
	return p.root.Rename(filepath.FromSlash(beside(name)), local)
}

// discard removes the new files of a commit that did not come about.
func (p *project) discard(files []file) {
	for _, f := range files {
		p.root.Remove(filepath.FromSlash(beside(f.Name)))
	}
}

// beside is the name under which a file is written before it is renamed. It is
// fixed, so that what a crash leaves is written over by the next command.
func beside(name string) string {
	dir, base := path.Split(name)
	return dir + "." + base + ".new"
}

func (p *project) writeBeside(f file) error {
	if err := p.create(beside(f.Name), f.Data, true); err != nil {
		return p.unwritable(f.Name, err)
	}
	return nil
}

// writeAtomic writes a file so that a crash at any moment leaves the old one or
// the new one, also where others write it at the same time.
func (p *project) writeAtomic(name string, data []byte) error {
	return p.replace(name, beside(name+"."+rand.Text()[:8]), data, false)
}

// replace writes a file as aside, and puts it in its place; durable says that
// it must also outlive a loss of power.
func (p *project) replace(name, aside string, data []byte, durable bool) error {
	err := p.create(aside, data, durable)
	if err == nil {
		err = p.root.Rename(filepath.FromSlash(aside), filepath.FromSlash(name))
	}
	if err != nil {
		p.root.Remove(filepath.FromSlash(aside))
		return p.unwritable(name, err)
	}
	return nil
}

// create writes a new file, with the folders above it.
func (p *project) create(name string, data []byte, durable bool) error {
	local := filepath.FromSlash(name)
	if err := p.root.MkdirAll(filepath.Dir(local), 0o755); err != nil {
		return err
	}
	// A link in its place is not followed but replaced.
	p.root.Remove(local)
	f, err := p.root.OpenFile(local, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil && durable {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		p.root.Remove(local)
	}
	return err
}

func (p *project) unwritable(name string, err error) error {
	return fault.New(fault.Input, "unwritable", "cannot be written").At(p.shown(name), 0).Wrap(err)
}
