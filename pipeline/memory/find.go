package memory

import (
	"database/sql"
	"iter"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// Exact gives the entries whose source is text, with its codes, in lang or one
// of its varieties. Those that were added last come first, and are all where
// more than a thousand have the text.
func (s *Store) Exact(lang language.Tag, text string) ([]Entry, error) {
	rows, err := collectRows(s.exact.Query(hashOf(text)))
	if err != nil {
		return nil, s.tell(err)
	}
	rows = slices.DeleteFunc(rows, func(r row) bool { return r.text != text && r.hash == hashOf(r.text) })
	all, err := s.entries(rows)
	all = slices.DeleteFunc(all, func(e Entry) bool { return !Same(e.Lang, lang) })
	return all, err
}

// entries gives the entries of rows.
func (s *Store) entries(rows []row) ([]Entry, error) {
	var out []Entry
	for i := range rows {
		if _, known := s.originsNow()[rows[i].origin]; !known {
			if err := s.loadOrigins(s.db); err != nil {
				return nil, s.tell(err)
			}
		}
		e, ok := rows[i].entry(s.originsNow())
		if !ok {
			return nil, damaged().At(s.name, 0)
		}
		out = append(out, e)
	}
	return out, nil
}

// ByID gives the entries with these ids that are in the memory, in the order of
// ids.
func (s *Store) ByID(ids ...int64) ([]Entry, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	rows, err := rowsOf(s.db, ids)
	if err != nil {
		return nil, s.tell(err)
	}
	slices.SortFunc(rows, func(a, b row) int { return slices.Index(ids, a.id) - slices.Index(ids, b.id) })
	return s.entries(rows)
}

// rowsOf gives the rows with these ids that are there.
func rowsOf(db asker, ids []int64) ([]row, error) {
	args := make([]any, len(ids))
	for i, id := range ids {
		args[i] = id
	}
	return collectRows(db.Query("SELECT "+columns+" FROM entry WHERE id IN (?"+strings.Repeat(", ?", len(ids)-1)+")", args...))
}

// All gives every entry whose id is greater than after, in the order of ids, one
// after the other from the file; it ends with the first error.
func (s *Store) All(after int64) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		rows, err := s.db.Query("SELECT "+columns+" FROM entry WHERE id > ? ORDER BY id", after)
		if err != nil {
			yield(Entry{}, s.tell(err))
			return
		}
		defer rows.Close()
		s.each(rows, yield)
	}
}

func (s *Store) each(rows *sql.Rows, yield func(Entry, error) bool) {
	for rows.Next() {
		var r row
		if err := r.scan(rows); err != nil {
			yield(Entry{}, s.tell(err))
			return
		}
		e, ok := r.entry(s.originsNow())
		if !ok {
			yield(Entry{}, damaged().At(s.name, 0))
			return
		}
		if !yield(e, nil) {
			return
		}
	}
	if err := rows.Err(); err != nil {
		yield(Entry{}, s.tell(err))
	}
}
