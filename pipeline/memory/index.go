package memory

import (
	"context"
	"database/sql"
	"errors"

	"golang.org/x/sync/errgroup"

	"hexaglot/messages/fault"
)

// part is something that is derived from the entries. A counter of its name
// tells up to which entry.
type part struct {
	name string
	// begin gives what makes it, and the entry after which it is made anew; last
	// is the entry up to which it is there.
	begin func(s *Store, tx *sql.Tx, last, newest int64) (m maker, after int64, err error)
}

// maker makes a part from entries, which come in the order of their ids.
type maker interface {
	add(rows []row) error
	finish(newest int64) error
	close()
}

// parts lists what is derived.
var (
	wordsPart   = part{"words", beginWords}
	similarPart = part{"similar", beginSimilar}
)

// Index brings what is derived from the entries up to date: the words of the
// concordance, and the index of similar texts. Where the memory cannot be
// written or somebody else is writing, what there is stays in use.
func (s *Store) Index() error { return s.bringUp(similarPart, wordsPart) }

// bringUp brings parts up to date.
func (s *Store) bringUp(parts ...part) error {
	var due []part
	for _, p := range parts {
		behind, err := s.behind(p)
		if err != nil {
			return s.tell(err)
		}
		if behind {
			due = append(due, p)
		}
	}
	if len(due) == 0 {
		return nil
	}
	if s.mode == Write {
		return s.tell(s.transact(func(tx *sql.Tx) error { return s.bring(tx, due) }))
	}
	w, err := Open(s.path, s.name, Write)
	if err == nil {
		err = errors.Join(w.bringUp(due...), w.Close())
	}
	if errors.Is(err, &fault.Error{ID: "memory-busy"}) || errors.Is(err, &fault.Error{ID: "memory-readonly"}) {
		return nil
	}
	return err
}

// behind reports whether there are entries that a part does not know.
func (s *Store) behind(p part) (behind bool, err error) {
	err = s.db.QueryRow(`SELECT (? = 'words' AND EXISTS (SELECT 1 FROM stale))
		OR coalesce((SELECT max(id) FROM entry), 0) > coalesce((SELECT value FROM counter WHERE name = ?), 0)`, p.name, p.name).Scan(&behind)
	return behind, err
}

// bring reads the entries once for all parts.
func (s *Store) bring(tx *sql.Tx, parts []part) error {
	var newest int64
	if err := tx.QueryRow("SELECT coalesce(max(id), 0) FROM entry").Scan(&newest); err != nil {
		return err
	}
	m, err := s.make(tx, parts, newest)
	if err != nil {
		return err
	}
	defer m.close()
	if err := m.read(newest); err != nil {
		return err
	}
	return m.finish(newest)
}

// making is parts in the making, each on a goroutine of its own.
type making struct {
	tx     *sql.Tx
	parts  []part
	feeds  []*feed
	group  *errgroup.Group
	broken context.Context // done when one of them has failed
}

// feed is one part in the making.
type feed struct {
	maker
	after int64
	rows  chan []row
}

// make begins parts. The caller closes what it gets.
func (s *Store) make(tx *sql.Tx, parts []part, newest int64) (*making, error) {
	m := &making{tx: tx, parts: parts}
	m.group, m.broken = errgroup.WithContext(context.Background())
	for _, p := range parts {
		var last int64
		err := tx.QueryRow("SELECT coalesce((SELECT value FROM counter WHERE name = ?), 0)", p.name).Scan(&last)
		f := &feed{rows: make(chan []row, 2)}
		if err == nil {
			f.maker, f.after, err = p.begin(s, tx, last, newest)
		}
		if err != nil {
			m.close()
			return nil, err
		}
		m.feeds = append(m.feeds, f)
		m.group.Go(f.run)
	}
	return m, nil
}

func (f *feed) run() error {
	for rows := range f.rows {
		for len(rows) > 0 && rows[0].id <= f.after {
			rows = rows[1:]
		}
		if err := f.add(rows); err != nil {
			return err
		}
	}
	return nil
}

// span is how many entries are read at once.
const span = 4096

// read gives the parts the entries that are in the file, up to newest.
func (m *making) read(newest int64) error {
	last := newest
	for _, f := range m.feeds {
		last = min(last, f.after)
	}
	for ; last < newest; last += span {
		rows, err := collectRows(m.tx.Query("SELECT "+columns+" FROM entry WHERE id > ? AND id <= ? ORDER BY id", last, min(last+span, newest)))
		if err != nil {
			return err
		}
		if !m.give(rows) {
			return nil
		}
	}
	return nil
}

// give gives all parts some entries; it reports whether they go on.
func (m *making) give(rows []row) bool {
	for _, f := range m.feeds {
		select {
		case f.rows <- rows:
		case <-m.broken.Done():
			return false
		}
	}
	return true
}

// finish completes the parts, up to the entry newest.
func (m *making) finish(newest int64) error {
	if err := m.wait(); err != nil {
		return err
	}
	for i, f := range m.feeds {
		if err := f.finish(newest); err != nil {
			return err
		}
		if _, err := m.tx.Exec("INSERT OR REPLACE INTO counter (name, value) VALUES (?, ?)", m.parts[i].name, newest); err != nil {
			return err
		}
	}
	return nil
}

// wait lets the parts take what they were given.
func (m *making) wait() error {
	for _, f := range m.feeds {
		if f.rows != nil {
			close(f.rows)
		}
	}
	err := m.group.Wait()
	for _, f := range m.feeds {
		f.rows = nil
	}
	return err
}

// close gives up what is not finished.
func (m *making) close() {
	_ = m.wait() // finish has told
	for _, f := range m.feeds {
		f.close()
	}
}
