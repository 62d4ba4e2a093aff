package memory

import "database/sql"

// Delete removes all entries of the origins called name, of either kind, with
// what they superseded, and tells how many entries there were. With write false
// it only counts.
func (s *Store) Delete(name string, write bool) (entries int, err error) {
	const of = " IN (SELECT id FROM origin WHERE name = ?)"
	if !write {
		err = s.db.QueryRow("SELECT count(*) FROM entry WHERE origin"+of, name).Scan(&entries)
		return entries, s.tell(err)
	}
	err = s.transact(func(tx *sql.Tx) error {
		if err := tx.QueryRow("SELECT count(*) FROM entry WHERE origin"+of, name).Scan(&entries); err != nil {
			return err
		}
		for _, text := range []string{
			"DELETE FROM stale WHERE entry IN (SELECT id FROM entry WHERE origin" + of + ")",
			"DELETE FROM entry WHERE origin" + of,
			"DELETE FROM origin WHERE name = ?",
		} {
			if _, err := tx.Exec(text, name); err != nil {
				return err
			}
		}
		return nil
	})
	return entries, s.tell(err)
}
