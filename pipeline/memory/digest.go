package memory

import (
	"database/sql"

	"golang.org/x/text/language"
)

// Said is what an origin says in one language: its digest changes when a source
// text, its context or a translation does.
type Said struct {
	Origin Origin // without its project
	Lang   language.Tag
}

// Digests tell what origins said when they were last added, so that whoever
// adds a circular again need not look up what has not changed.
type Digests map[Said]uint64

// Digests gives what was noted of all origins.
func (s *Store) Digests() (Digests, error) {
	rows, err := s.db.Query("SELECT o.kind, o.name, d.lang, d.sum FROM digest d JOIN origin o ON o.id = d.origin")
	if err != nil {
		return nil, s.tell(err)
	}
	out, err := readDigests(rows)
	return out, s.tell(err)
}

func readDigests(rows *sql.Rows) (Digests, error) {
	defer rows.Close()
	out := Digests{}
	for rows.Next() {
		var said Said
		var lang string
		var sum int64
		if err := rows.Scan(&said.Origin.Kind, &said.Origin.Name, &lang, &sum); err != nil {
			return nil, err
		}
		said.Lang = tagOf(lang)
		out[said] = uint64(sum)
	}
	return out, rows.Err()
}

func (a *addition) note(digests Digests) error {
	for said, sum := range digests {
		origin, err := a.origin(said.Origin)
		if err != nil {
			return err
		}
		if err := a.exec("INSERT OR REPLACE INTO digest (origin, lang, sum) VALUES (?, ?, ?)", origin, said.Lang.String(), int64(sum)); err != nil {
			return err
		}
	}
	return nil
}
