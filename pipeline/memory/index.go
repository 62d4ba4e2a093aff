package memory

import (
	"database/sql"
	"errors"

	"hexaglot/messages/fault"
)

// part is something that is derived from the entries. A counter of its name
// tells up to which entry.
type part struct {
	name  string
	build func(s *Store, tx *sql.Tx, last, newest int64) error
}

var (
	wordsPart   = part{"words", indexWords}
	similarPart = part{"similar", indexSimilar}
)

// Index brings what is derived from the entries up to date: the words of the
// concordance, and the index of similar texts. Where the memory cannot be
// written or somebody else is writing, what there is stays in use.
func (s *Store) Index() error {
	return errors.Join(s.bringUp(similarPart), s.bringUp(wordsPart))
}

// bringUp brings one part up to date.
func (s *Store) bringUp(p part) error {
	behind, err := s.behind(p)
	if err != nil || !behind {
		return s.tell(err)
	}
	if s.mode == Write {
		return s.tell(s.transact(func(tx *sql.Tx) error { return p.bring(s, tx) }))
	}
	w, err := Open(s.path, s.name, Write)
	if err == nil {
		err = errors.Join(w.bringUp(p), w.Close())
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

func (p part) bring(s *Store, tx *sql.Tx) error {
	var last, newest int64
	err := tx.QueryRow("SELECT coalesce((SELECT value FROM counter WHERE name = ?), 0), coalesce((SELECT max(id) FROM entry), 0)", p.name).Scan(&last, &newest)
	if err != nil {
		return err
	}
	if err := p.build(s, tx, last, newest); err != nil {
		return err
	}
	_, err = tx.Exec("INSERT OR REPLACE INTO counter (name, value) VALUES (?, ?)", p.name, newest)
	return err
}

// span is how many entries are read at once.
const span = 4096

// ranges calls work with the entries after last, up to newest, in order.
func ranges(tx *sql.Tx, last, newest int64, work func([]row) error) error {
	for ; last < newest; last += span {
		rows, err := collectRows(tx.Query("SELECT "+columns+" FROM entry WHERE id > ? AND id <= ? ORDER BY id", last, min(last+span, newest)))
		if err == nil {
			err = work(rows)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
