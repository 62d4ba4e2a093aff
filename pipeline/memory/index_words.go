package memory

import (
	"database/sql"
	"errors"
	"strings"

	"hexaglot/pipeline/document"
)

// indexWords indexes the words of entries that are new or have changed.
func indexWords(_ *Store, tx *sql.Tx, last, newest int64) error {
	stale, err := collectRows(tx.Query("SELECT " + columns + " FROM entry WHERE id IN (SELECT entry FROM stale)"))
	if err != nil {
		return err
	}
	for _, text := range []string{"DELETE FROM words WHERE rowid IN (SELECT entry FROM stale)", "DELETE FROM stale"} {
		if _, err := tx.Exec(text); err != nil {
			return err
		}
	}
	insert, err := tx.Prepare("INSERT INTO words (rowid, text) VALUES (?, ?)")
	if err != nil {
		return err
	}
	write := func(rows []row) error { return insertWords(insert, rows) }
	err = write(stale)
	if err == nil {
		err = ranges(tx, last, newest, write)
	}
	return errors.Join(err, insert.Close())
}

func insertWords(insert *sql.Stmt, rows []row) error {
	for i := range rows {
		if _, err := insert.Exec(rows[i].id, rows[i].words()); err != nil {
			return err
		}
	}
	return nil
}

// words gives the words of all texts of a row.
func (r *row) words() string {
	var b strings.Builder
	add := func(word string) {
		b.WriteString(word)
		b.WriteByte(' ')
	}
	terms(document.ParseContent(r.text).Text, add)
	targets, _ := unpack(r.targets)
	for _, t := range targets {
		terms(document.ParseContent(t.Text).Text, add)
	}
	return b.String()
}
