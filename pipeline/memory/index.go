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

// bring reads the entries once for all parts, each of which is made beside the
// others.
func (s *Store) bring(tx *sql.Tx, parts []part) error {
	var newest int64
	if err := tx.QueryRow("SELECT coalesce(max(id), 0) FROM entry").Scan(&newest); err != nil {
		return err
	}
	g, ctx := errgroup.WithContext(context.Background())
	var all []*feed
	for _, p := range parts {
		f, err := s.begin(tx, p, newest)
		if err != nil {
			return err
		}
		defer f.close()
		all = append(all, f)
	}
	for _, f := range all {
		g.Go(f.run)
	}
	g.Go(func() error { return read(ctx, tx, all, newest) })
	if err := g.Wait(); err != nil {
		return err
	}
	for i, f := range all {
		if err := f.finish(newest); err != nil {
			return err
		}
		if _, err := tx.Exec("INSERT OR REPLACE INTO counter (name, value) VALUES (?, ?)", parts[i].name, newest); err != nil {
			return err
		}
	}
	return nil
}

// feed is a part in the making.
type feed struct {
	maker
	after int64
	rows  chan []row
}

func (s *Store) begin(tx *sql.Tx, p part, newest int64) (*feed, error) {
	var last int64
	if err := tx.QueryRow("SELECT coalesce((SELECT value FROM counter WHERE name = ?), 0)", p.name).Scan(&last); err != nil {
		return nil, err
	}
	m, after, err := p.begin(s, tx, last, newest)
	return &feed{m, after, make(chan []row, 2)}, err
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

// read gives the parts their entries, up to newest.
func read(ctx context.Context, tx *sql.Tx, all []*feed, newest int64) error {
	last := newest
	for _, f := range all {
		defer close(f.rows)
		last = min(last, f.after)
	}
	for ; last < newest; last += span {
		rows, err := collectRows(tx.Query("SELECT "+columns+" FROM entry WHERE id > ? AND id <= ? ORDER BY id", last, min(last+span, newest)))
		if err != nil {
			return err
		}
		for _, f := range all {
			select {
			case f.rows <- rows:
			case <-ctx.Done():
				return nil
			}
		}
	}
	return nil
}
