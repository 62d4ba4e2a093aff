package memory

import (
	"database/sql"
	"encoding/binary"
	"hash/crc32"
	"maps"
	"slices"

	"hexaglot/pipeline/document"
)

// mostInSpan is how many entries have their words indexed together: what
// building takes in memory depends on it.
const mostInSpan = 1 << 15

// wordSpan is a span of the concordance in the making: for each word, which of
// its entries have it, as the differences of their places.
type wordSpan struct {
	members []int64
	lists   map[string]*wordList
	buf     []byte
}

type wordList struct {
	last uint32 // the last place, counted from one
	data []byte
}

// wordWriter makes spans.
type wordWriter struct {
	wordSpan
	tx *sql.Tx
}

// beginWords prepares new spans for the entries after last and those that have
// changed. Spans that are not much larger than what is new are joined to it, so
// that there are never many.
func beginWords(_ *Store, tx *sql.Tx, last, newest int64) (maker, int64, error) {
	w := &wordWriter{tx: tx}
	ids, err := integers(tx.Query("SELECT entry FROM stale"))
	if err != nil {
		return nil, 0, err
	}
	fresh := newest - last
	spans, err := readSpans(tx)
	if err != nil {
		return nil, 0, err
	}
	for _, x := range spans {
		if n := int64(len(ids)); int64(len(x.members)) > 2*(n+fresh) || n+fresh > mostInSpan/2 {
			break
		}
		ids = append(ids, x.members...)
		if _, err := tx.Exec("DELETE FROM span WHERE id = ?", x.id); err != nil {
			return nil, 0, err
		}
	}
	if _, err := tx.Exec("DELETE FROM stale"); err != nil {
		return nil, 0, err
	}
	slices.Sort(ids)
	return w, last, w.again(slices.Compact(ids))
}

// again adds entries that were indexed before.
func (w *wordWriter) again(ids []int64) error {
	for chunk := range slices.Chunk(ids, chunk) {
		rows, err := rowsOf(w.tx, chunk)
		if err == nil {
			err = w.add(rows)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (w *wordWriter) add(rows []row) error {
	for i := range rows {
		w.take(&rows[i])
		if len(w.members) >= mostInSpan {
			if err := w.write(); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *wordWriter) finish(int64) error { return w.write() }

func (w *wordWriter) close() {}

// take adds the words of all texts of an entry.
func (w *wordSpan) take(r *row) {
	if w.lists == nil {
		w.lists = map[string]*wordList{}
	}
	w.members = append(w.members, r.id)
	place := uint32(len(w.members))
	add := func(word []byte) {
		list := w.lists[string(word)]
		if list == nil {
			list = &wordList{}
			w.lists[string(word)] = list
		}
		if list.last != place {
			list.data = binary.AppendUvarint(list.data, uint64(place-list.last))
			list.last = place
		}
	}
	w.buf = terms(w.buf, plain(r.text), add)
	targets, _ := unpack(r.targets)
	for _, t := range targets {
		w.buf = terms(w.buf, plain(t.Text), add)
	}
}

// plain gives a text without its codes.
func plain(text string) string { return document.ParseContent(text).Text }

// group is how many bytes of a span's words are kept together.
const group = 2048

// write writes the span into the memory, and begins another.
func (w *wordWriter) write() error {
	if len(w.members) == 0 {
		return nil
	}
	result, err := w.tx.Exec("INSERT INTO span (count, members) VALUES (?, ?)", len(w.members), packMembers(w.members))
	if err != nil {
		return err
	}
	id, err := result.LastInsertId()
	if err != nil {
		return err
	}
	insert, err := w.tx.Prepare("INSERT INTO word (span, word, data) VALUES (?, ?, ?)")
	if err != nil {
		return err
	}
	defer insert.Close()
	var data []byte
	first := ""
	flush := func() error {
		if len(data) == 0 {
			return nil
		}
		data = seal(data)
		_, err := insert.Exec(id, first, data)
		data = data[:0]
		return err
	}
	for _, word := range slices.Sorted(maps.Keys(w.lists)) {
		if len(data) == 0 {
			first = word
		}
		data = appendText(data, word)
		data = appendText(data, string(w.lists[word].data))
		if len(data) >= group {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	w.members, w.lists = w.members[:0], nil
	return flush()
}

// seal appends a checksum.
func seal(data []byte) []byte {
	return binary.LittleEndian.AppendUint32(data, crc32.ChecksumIEEE(data))
}

// unseal cuts the checksum off; ok is false where it does not hold.
func unseal(data []byte) (rest []byte, ok bool) {
	n := len(data) - 4
	if n < 0 || binary.LittleEndian.Uint32(data[n:]) != crc32.ChecksumIEEE(data[:n]) {
		return nil, false
	}
	return data[:n], true
}

// packMembers gives ids as bytes: the differences of each and the one before.
func packMembers(ids []int64) []byte {
	var out []byte
	last := int64(0)
	for _, id := range ids {
		out = binary.AppendVarint(out, id-last)
		last = id
	}
	return seal(out)
}

// unpackMembers reads what packMembers writes.
func unpackMembers(data []byte) (ids []int64, ok bool) {
	if data, ok = unseal(data); !ok {
		return nil, false
	}
	c := cursor{data: data}
	last := int64(0)
	for len(c.data) > 0 {
		last += c.varint()
		ids = append(ids, last)
	}
	return ids, !c.bad
}
