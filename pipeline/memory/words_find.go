package memory

import (
	"database/sql"
	"encoding/binary"
	"math/bits"
)

// asker is a database or a transaction.
type asker interface {
	Query(string, ...any) (*sql.Rows, error)
}

// spanRow is a span of the concordance as it stands in the file.
type spanRow struct {
	id      int64
	members []int64
}

// readSpans gives the spans, the latest first.
func readSpans(db asker) ([]spanRow, error) {
	rows, err := db.Query("SELECT id, members FROM span ORDER BY id DESC")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []spanRow
	for rows.Next() {
		var x spanRow
		var data []byte
		if err := rows.Scan(&x.id, &data); err != nil {
			return nil, err
		}
		var ok bool
		if x.members, ok = unpackMembers(data); !ok {
			return nil, damaged()
		}
		out = append(out, x)
	}
	return out, rows.Err()
}

// places is a set of the places of a span, one bit each.
type places []uint64

// find gives the members of a span that have, for each of the words, one that
// begins with it; the latest first.
func (x *spanRow) find(db asker, words []string) ([]int64, error) {
	var all places
	for _, word := range words {
		found, err := x.places(db, word)
		if err != nil {
			return nil, err
		}
		for i := range all {
			found[i] &= all[i]
		}
		all = found
	}
	var out []int64
	for i := len(all) - 1; i >= 0; i-- {
		for rest := all[i]; rest != 0; {
			bit := 63 - bits.LeadingZeros64(rest)
			out = append(out, x.members[64*i+bit])
			rest &^= 1 << bit
		}
	}
	return out, nil
}

// places gives the places that have a word which begins with prefix.
func (x *spanRow) places(db asker, prefix string) (places, error) {
	out := make(places, (len(x.members)+63)/64)
	rows, err := db.Query(`SELECT data FROM word WHERE span = ?1 AND word < ?3
		AND word >= coalesce((SELECT max(word) FROM word WHERE span = ?1 AND word <= ?2), '')`, x.id, prefix, prefix+"\U0010ffff")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var data []byte
		if err := rows.Scan(&data); err != nil {
			return nil, err
		}
		if !out.take(data, prefix, len(x.members)) {
			return nil, damaged()
		}
	}
	return out, rows.Err()
}

// take adds the places of the words of a group that begin with prefix; it
// reports whether the group is sound.
func (p places) take(data []byte, prefix string, n int) bool {
	data, ok := unseal(data)
	c := cursor{data: data, bad: !ok}
	for len(c.data) > 0 && !c.bad {
		word, list := c.text(), c.text()
		if len(word) < len(prefix) || word[:len(prefix)] != prefix {
			continue
		}
		if !p.set([]byte(list), n) {
			return false
		}
	}
	return !c.bad
}

func (p places) set(list []byte, n int) bool {
	for at := uint64(0); len(list) > 0; {
		step, size := binary.Uvarint(list)
		if at += step; size <= 0 || at == 0 || at > uint64(n) {
			return false
		}
		p[(at-1)/64] |= 1 << ((at - 1) % 64)
		list = list[size:]
	}
	return true
}
