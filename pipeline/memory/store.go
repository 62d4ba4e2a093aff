package memory

import (
	"context"
	"database/sql"
	"errors"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	_ "modernc.org/sqlite" // the driver "sqlite"

	"hexaglot/messages/fault"
)

// Mode says what a store is opened for.
type Mode int

const (
	// Read opens a memory that is there; nothing is created or written.
	Read Mode = iota
	// Write creates the memory where there is none.
	Write
)

// Store is an open memory. It is safe for several goroutines.
type Store struct {
	db      *sql.DB
	path    string
	name    string // in faults
	mode    Mode
	exact   *sql.Stmt // entries by their hash
	exists  *sql.Stmt // whether there is an entry
	similar similar
	origins atomic.Pointer[map[int64]Origin] // never changed, only replaced
}

// smallest is the size in bytes up to which a memory is checked in full when it
// is opened. In a larger one each entry is checked when it is read, and
// everything by Check.
const smallest = 4 << 20

// Open opens the memory in the file path, which faults call name. Faults:
// memory-foreign, memory-newer, memory-damaged, memory-busy, memory-readonly,
// memory-full, memory-failed; one that wraps fs.ErrNotExist (unreadable) where
// there is no memory to Read. The caller closes the store.
func Open(path, name string, mode Mode) (*Store, error) {
	s := &Store{path: path, name: name, mode: mode}
	size, err := s.head()
	if err != nil {
		return nil, err
	}
	if size == 0 && mode == Read {
		return nil, s.none()
	}
	if size > 0 {
		if err := s.inspect(size); err != nil {
			return nil, err
		}
	}
	if mode == Read {
		return s, s.ready()
	}
	if err := s.create(); err != nil {
		return nil, s.tell(err)
	}
	return s, s.ready()
}

// head looks at the first bytes and gives the size of the file; 0 for none.
func (s *Store) head() (int64, error) {
	f, err := os.Open(s.path)
	if errors.Is(err, fs.ErrNotExist) && s.mode == Write {
		return 0, nil
	}
	if err != nil {
		return 0, fault.New(fault.Input, "unreadable", "cannot be read").At(s.name, 0).Wrap(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return 0, foreign().At(s.name, 0)
	}
	const magic = "SQLite format 3\x00" // https://sqlite.org/fileformat.html, section 1.3.1
	start := make([]byte, len(magic))
	if n, _ := io.ReadFull(f, start); n > 0 && string(start) != magic {
		return 0, foreign().At(s.name, 0)
	}
	return info.Size(), nil
}

// dsn gives SQLite's address of the file.
func (s *Store) dsn(query string) string {
	path := filepath.ToSlash(s.path)
	if filepath.VolumeName(s.path) != "" {
		path = "/" + path
	}
	return "file:" + strings.ReplaceAll((&url.URL{Path: path}).EscapedPath(), "+", "%2B") + "?" + query + "&_pragma=busy_timeout(5000)"
}

// inspect opens the file for reading and refuses what is no memory of ours.
func (s *Store) inspect(size int64) error {
	var first error
	for _, query := range []string{"mode=ro", "mode=ro&immutable=1"} {
		db, err := sql.Open("sqlite", s.dsn(query))
		if err == nil {
			err = s.known(db, size)
		}
		if err == nil {
			s.keep(db)
			return nil
		}
		if db != nil {
			db.Close()
		}
		if first == nil {
			first = err
		}
		// A folder that cannot be written holds no shared memory for the journal.
		if !errors.Is(s.tell(err), &fault.Error{ID: "memory-readonly"}) || s.mode == Write {
			break
		}
	}
	return s.tell(first)
}

// none says that there is no memory yet.
func (s *Store) none() error {
	return fault.New(fault.Input, "unreadable", "cannot be read").At(s.name, 0).Wrap(fs.ErrNotExist)
}

// keep keeps what inspect opened, where reading is all that is wanted.
func (s *Store) keep(db *sql.DB) {
	if s.mode == Read {
		s.db = db
		return
	}
	db.Close()
}

// known refuses a foreign file, a newer schema and a damaged file.
func (s *Store) known(db *sql.DB, size int64) error {
	var application, version, tables int
	row := db.QueryRow("SELECT application_id, user_version, (SELECT count(*) FROM sqlite_master) FROM pragma_application_id, pragma_user_version")
	if err := row.Scan(&application, &version, &tables); err != nil {
		return err
	}
	switch {
	case application == 0 && version == 0 && tables == 0: // begun by a command that was killed
		if s.mode == Read {
			return s.none()
		}
		return nil
	case application != applicationID:
		return foreign()
	case version > len(versions):
		return fault.New(fault.Input, "memory-newer", "the memory was written by a later version of hexaglot")
	}
	if size > smallest {
		return nil
	}
	return verify(db)
}

// verify lets SQLite look for damage in the whole file.
func verify(db *sql.DB) error {
	var verdict string
	if err := db.QueryRow("PRAGMA integrity_check(1)").Scan(&verdict); err != nil {
		return err
	}
	if verdict != "ok" {
		return damaged()
	}
	return nil
}

// pragmas make every transaction durable, and writers wait for each other.
const pragmas = "_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_pragma=foreign_keys(1)&_pragma=cache_size(-32768)&_pragma=temp_store(MEMORY)&_txlock=immediate"

// create opens the file for writing, and brings its schema up to date.
func (s *Store) create() (err error) {
	if s.db, err = sql.Open("sqlite", s.dsn(pragmas)); err != nil {
		return err
	}
	if err := s.patiently(s.db.Ping); err != nil {
		s.db.Close()
		return err
	}
	return s.patiently(s.upgrade)
}

// patiently repeats what two processes that create one file keep each other
// from: the change of the journal is not waited for by SQLite itself.
func (s *Store) patiently(do func() error) error {
	const pause = 20 * time.Millisecond
	err := do()
	for range 100 {
		if err == nil || !errors.Is(s.tell(err), &fault.Error{ID: "memory-busy"}) {
			return err
		}
		time.Sleep(pause)
		err = do()
	}
	return err
}

// upgrade carries out the steps that the file has not gone through yet.
func (s *Store) upgrade() error {
	var version int
	if err := s.db.QueryRow("PRAGMA user_version").Scan(&version); err != nil || version == len(versions) {
		return err
	}
	return s.transact(func(tx *sql.Tx) error {
		if err := tx.QueryRow("PRAGMA user_version").Scan(&version); err != nil {
			return err
		}
		for ; version < len(versions); version++ {
			if _, err := tx.Exec(versions[version] + stamp(version+1)); err != nil {
				return err
			}
		}
		return nil
	})
}

// transact carries out work in one transaction: all of it, or none.
func (s *Store) transact(work func(*sql.Tx) error) error {
	tx, err := s.db.BeginTx(context.Background(), nil)
	if err != nil {
		return err
	}
	if err := work(tx); err != nil {
		_ = tx.Rollback() // what led here says more
		return err
	}
	return tx.Commit()
}

// ready prepares what every look-up needs.
func (s *Store) ready() (err error) {
	if s.exact, err = s.db.Prepare("SELECT " + columns + " FROM entry WHERE hash = ? ORDER BY id DESC LIMIT 1000"); err == nil {
		s.exists, err = s.db.Prepare("SELECT 1 FROM entry WHERE id = ?")
	}
	if err == nil {
		err = s.loadOrigins(s.db)
	}
	if err != nil {
		s.db.Close()
	}
	return s.tell(err)
}

// loadOrigins reads the origins, of which there are few.
func (s *Store) loadOrigins(db asker) error {
	rows, err := db.Query("SELECT id, kind, name, project FROM origin")
	if err != nil {
		return err
	}
	defer rows.Close()
	origins := map[int64]Origin{}
	for rows.Next() {
		var id int64
		var o Origin
		if err := rows.Scan(&id, &o.Kind, &o.Name, &o.Project); err != nil {
			return err
		}
		origins[id] = o
	}
	s.origins.Store(&origins)
	return rows.Err()
}

// originsNow gives the origins by their rows' ids, as they were last read.
func (s *Store) originsNow() map[int64]Origin {
	if origins := s.origins.Load(); origins != nil {
		return *origins
	}
	return nil
}

// Close closes the memory.
func (s *Store) Close() error {
	s.forget()
	return s.tell(s.db.Close())
}
