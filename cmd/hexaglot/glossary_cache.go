package main

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"time"

	"hexaglot/glossary"
)

// cacheFloor is the size of a project's glossaries, in bytes, from which they
// are kept compiled: below it they are parsed as fast.
const cacheFloor = 4 << 20

// cacheAge is how long a compiled glossary that nobody uses is kept.
const cacheAge = 30 * 24 * time.Hour

// cached gives the termbase of a project with large glossaries from the user's
// cache, compiling it first where it is not there, as glossary.Key says. A cache
// that cannot be written is no failure.
func (t *tool) cached(p *project, itu *glossary.Termbase, parse func() (*glossary.Termbase, error)) (*glossary.Termbase, error) {
	stamps, size, err := p.glossaryStamps()
	if err != nil {
		return nil, err
	}
	dir, err := os.UserCacheDir()
	if size < cacheFloor || err != nil {
		return parse()
	}
	key := glossary.Key(append(stamps, itu.Encode())...)
	name := filepath.Join(dir, "hexaglot", key+".hxg")
	if base, err := loadCompiled(name, key); err == nil {
		return base, nil
	}
	base, err := parse()
	if err == nil {
		storeCompiled(name, base, key)
	}
	return base, err
}

// glossaryStamps tells the project's glossaries by their paths, sizes and times
// of change, for they may be too large to be read at each start.
func (p *project) glossaryStamps() (stamps [][]byte, size int64, err error) {
	for _, name := range p.Glossaries {
		name = path.Clean(name)
		info, err := p.root.Stat(filepath.FromSlash(name))
		if err != nil {
			return nil, 0, p.unreadable(name, err)
		}
		size += info.Size()
		stamps = append(stamps, fmt.Appendf(nil, "%s %d %d", filepath.Join(p.root.Name(), name), info.Size(), info.ModTime().UnixNano()))
	}
	return stamps, size, nil
}

func loadCompiled(name, key string) (*glossary.Termbase, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	base, err := glossary.Load(f, info.Size(), key)
	if err == nil {
		now := time.Now()
		_ = os.Chtimes(name, now, now) // tells that it is in use
	}
	return base, err
}

// storeCompiled writes a compiled termbase beside its place and renames it, so
// that another process sees all of it or none, and drops what is long unused.
func storeCompiled(name string, base *glossary.Termbase, key string) {
	data, err := glossary.Compile(base, key)
	if err != nil || os.MkdirAll(filepath.Dir(name), 0o755) != nil {
		return
	}
	if replaceFile(name, data) != nil {
		return
	}
	others, _ := filepath.Glob(filepath.Join(filepath.Dir(name), "*.hxg"))
	for _, other := range others {
		if info, err := os.Stat(other); err == nil && time.Since(info.ModTime()) > cacheAge {
			_ = os.Remove(other)
		}
	}
}
