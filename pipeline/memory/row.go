package memory

import (
	"database/sql"
	"encoding/binary"
	"hash/crc32"
	"slices"
	"time"

	"golang.org/x/text/language"
)

// columns are those of an entry, in the order in which scan reads them.
const columns = "id, hash, lang, text, origin, contexts, targets, sum"

// row is an entry as it stands in the file.
type row struct {
	id, hash          int64
	lang, text        string
	origin            int64
	contexts, targets []byte
	sum               int64
}

func (r *row) scan(rows interface{ Scan(...any) error }) error {
	return rows.Scan(&r.id, &r.hash, &r.lang, &r.text, &r.origin, &r.contexts, &r.targets, &r.sum)
}

// checksum covers all that a row says.
func (r *row) checksum() int64 {
	sum := crc32.ChecksumIEEE(binary.LittleEndian.AppendUint64(nil, uint64(r.origin)))
	for _, part := range [][]byte{[]byte(r.lang), []byte(r.text), r.contexts, r.targets} {
		sum = crc32.Update(sum, crc32.IEEETable, binary.AppendUvarint(nil, uint64(len(part))))
		sum = crc32.Update(sum, crc32.IEEETable, part)
	}
	return int64(sum)
}

// entry gives the entry that a row holds; ok is false for a damaged one.
func (r *row) entry(origins map[int64]Origin) (e Entry, ok bool) {
	if r.sum != r.checksum() || r.hash != hashOf(r.text) {
		return e, false
	}
	origin, known := origins[r.origin]
	e = Entry{ID: r.id, Lang: tagOf(r.lang), Text: r.text, Origin: origin, Contexts: unpackContexts(r.contexts)}
	e.Translations, ok = unpack(r.targets)
	return e, ok && known
}

// tagOf gives the language of a tag that was checked before it was written.
func tagOf(tag string) language.Tag {
	switch tag {
	case "ar":
		return language.Arabic
	case "en":
		return language.English
	case "es":
		return language.Spanish
	case "fr":
		return language.French
	case "ru":
		return language.Russian
	case "zh":
		return language.Chinese
	}
	return language.Make(tag)
}

func packContexts(all []Context) []byte {
	out := make([]byte, 0, 8*len(all))
	for _, c := range all {
		out = binary.LittleEndian.AppendUint64(out, uint64(c))
	}
	return out
}

func unpackContexts(data []byte) []Context {
	var out []Context
	for ; len(data) >= 8; data = data[8:] {
		out = append(out, Context(binary.LittleEndian.Uint64(data)))
	}
	return out
}

// pack gives translations as bytes, each one its language, status, who, when
// and text; texts stand behind their length.
func pack(all []Translation) []byte {
	var out []byte
	for _, t := range all {
		out = appendText(out, t.Lang.String())
		out = append(out, byte(max(0, slices.Index(statuses, t.Status))))
		out = appendText(out, t.Who)
		out = binary.AppendVarint(out, seconds(t.When))
		out = appendText(out, t.Text)
	}
	return out
}

func seconds(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.Unix()
}

func appendText(dst []byte, text string) []byte {
	return append(binary.AppendUvarint(dst, uint64(len(text))), text...)
}

// unpack reads what pack writes.
func unpack(data []byte) (out []Translation, ok bool) {
	c := cursor{data: data}
	for len(c.data) > 0 && !c.bad {
		t := Translation{Lang: tagOf(c.text()), Status: c.status(), Who: c.text()}
		if at := c.varint(); at != 0 {
			t.When = time.Unix(at, 0).UTC()
		}
		t.Text = c.text()
		out = append(out, t)
	}
	return out, !c.bad
}

// cursor reads packed bytes; bad says that they are not what was written.
type cursor struct {
	data []byte
	bad  bool
}

func (c *cursor) text() string {
	n, size := binary.Uvarint(c.data)
	if size <= 0 || n > uint64(len(c.data)-size) {
		c.fail()
		return ""
	}
	text := string(c.data[size : size+int(n)])
	c.data = c.data[size+int(n):]
	return text
}

func (c *cursor) varint() int64 {
	n, size := binary.Varint(c.data)
	if size <= 0 {
		c.fail()
		return 0
	}
	c.data = c.data[size:]
	return n
}

func (c *cursor) status() Status {
	if len(c.data) == 0 || int(c.data[0]) >= len(statuses) {
		c.fail()
		return Machine
	}
	s := statuses[c.data[0]]
	c.data = c.data[1:]
	return s
}

func (c *cursor) fail() { c.bad, c.data = true, nil }

// collectRows reads all rows of a query.
func collectRows(rows *sql.Rows, err error) ([]row, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []row
	for rows.Next() {
		var r row
		if err := r.scan(rows); err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, rows.Err()
}

// integers reads the one column of a query.
func integers(rows *sql.Rows, err error) ([]int64, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []int64
	for rows.Next() {
		var n int64
		if err := rows.Scan(&n); err != nil {
			return nil, err
		}
		out = append(out, n)
	}
	return out, rows.Err()
}
