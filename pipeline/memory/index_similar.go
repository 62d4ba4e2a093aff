package memory

import (
	"bufio"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"

	"golang.org/x/text/language"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/document"
	"hexaglot/pipeline/memory/fuzzy"
)

// Suffix ends the name of the folder beside a memory that holds the index of
// similar texts. It may be deleted at any time.
const Suffix = ".similar"

// mostInSegment is how many entries are indexed together: what building takes
// in memory depends on it.
const mostInSegment = 1 << 17

// class names the languages that are searched together: one language in one
// script, whatever the region.
func class(lang language.Tag) string {
	base, _ := lang.Base()
	script, _ := lang.Script()
	return base.String() + "-" + script.String()
}

// segment is a file of the index.
type segment struct {
	class              string
	first, last, count int64
	file               string
}

// beginSimilar prepares new files for the entries after last. A file that is not
// much larger than the new one is joined to it, so that there are never many.
func beginSimilar(s *Store, tx *sql.Tx, last, newest int64) (maker, int64, error) {
	dir, err := s.similarFolder()
	if err != nil {
		return nil, 0, err
	}
	segments, err := readSegments(tx, "")
	if err != nil {
		dir.Close()
		return nil, 0, err
	}
	if !present(dir, segments) {
		segments, last = nil, 0
	}
	w := &segmentWriter{store: s, tx: tx, dir: dir, open: map[string]*building{}}
	w.kept = segments
	w.sweep()
	w.kept, w.after = join(segments, last, newest)
	return w, w.after, nil
}

// join gives the segments that stay, and the entry after which everything is
// written anew: segments at the end that are not much larger than what is new
// are joined to it.
func join(segments []segment, last, newest int64) (stay []segment, from int64) {
	byEnd := slices.SortedFunc(slices.Values(segments), func(a, b segment) int { return int(b.last - a.last) })
	from = last
	for _, x := range byEnd {
		overlaps := x.last > from
		if overlaps || x.last-x.first <= 2*(newest-from) && newest-x.first <= mostInSegment {
			from = min(from, x.first)
			continue
		}
		stay = append(stay, x)
	}
	return stay, from
}

// present reports whether all files of the index are there.
func present(dir *os.Root, segments []segment) bool {
	for _, x := range segments {
		if _, err := dir.Stat(x.file); err != nil {
			return false
		}
	}
	return true
}

// similarFolder opens the folder of the index, and makes it where it is not
// there. A link that leads out of the memory's own folder is not followed.
func (s *Store) similarFolder() (*os.Root, error) {
	parent, err := os.OpenRoot(filepath.Dir(s.path))
	if err != nil {
		return nil, err
	}
	defer parent.Close()
	name := filepath.Base(s.path) + Suffix
	if s.mode == Write {
		if err := parent.Mkdir(name, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
			return nil, fault.New(fault.Input, "unwritable", "cannot be written").At(s.name+Suffix, 0).Wrap(err)
		}
	}
	dir, err := parent.OpenRoot(name)
	if err != nil {
		return nil, fault.New(fault.Input, "unreadable", "cannot be read").At(s.name+Suffix, 0).Wrap(err)
	}
	return dir, nil
}

// building is a segment that is being made.
type building struct {
	segment
	fuzzy.Builder
}

// segmentWriter makes segments, one class beside the other.
type segmentWriter struct {
	store *Store
	tx    *sql.Tx
	dir   *os.Root
	after int64 // where the segments of a class that has none yet begin
	open  map[string]*building
	kept  []segment
}

func (w *segmentWriter) add(rows []row) error {
	for i := range rows {
		r := &rows[i]
		key := class(tagOf(r.lang))
		b := w.open[key]
		if b == nil {
			b = &building{segment: segment{class: key, first: w.after}}
			w.open[key] = b
		}
		b.Add(r.id, document.ParseContent(r.text))
		if b.Len() >= mostInSegment || b.Full() {
			if err := w.write(b, r.id); err != nil {
				return err
			}
			w.open[key] = &building{segment: segment{class: key, first: r.id}}
		}
	}
	return nil
}

func (w *segmentWriter) close() { w.dir.Close() }

// finish writes what is not written yet. Files that are not in use any more stay
// until the next time: this transaction may yet fail.
func (w *segmentWriter) finish(newest int64) error {
	if err := w.rest(newest); err != nil {
		return err
	}
	w.store.forget()
	return w.record(w.tx)
}

func (w *segmentWriter) rest(newest int64) error {
	for _, key := range slices.Sorted(maps.Keys(w.open)) {
		if b := w.open[key]; b.Len() > 0 {
			if err := w.write(b, newest); err != nil {
				return err
			}
		}
	}
	return nil
}

// write writes a segment into a file of its own.
func (w *segmentWriter) write(b *building, last int64) error {
	b.last, b.count = last, int64(b.Len())
	b.file = fmt.Sprintf("%s.%d-%d", b.class, b.first, b.last)
	if err := w.save(b); err != nil {
		w.dir.Remove(b.file)
		return fault.New(fault.Input, "unwritable", "cannot be written").At(path.Join(w.store.name+Suffix, b.file), 0).Wrap(err)
	}
	w.kept = append(w.kept, b.segment)
	return nil
}

func (w *segmentWriter) save(b *building) error {
	w.dir.Remove(b.file) // who reads it goes on
	f, err := w.dir.OpenFile(b.file, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	buffered := bufio.NewWriterSize(f, 1<<20)
	if err = b.Write(buffered); err == nil {
		err = buffered.Flush()
	}
	return errors.Join(err, f.Close())
}

// record notes in the memory which files there are.
func (w *segmentWriter) record(tx *sql.Tx) error {
	if _, err := tx.Exec("DELETE FROM segment"); err != nil {
		return err
	}
	for _, x := range w.kept {
		if _, err := tx.Exec("INSERT INTO segment (class, first, last, count, file) VALUES (?, ?, ?, ?, ?)", x.class, x.first, x.last, x.count, x.file); err != nil {
			return err
		}
	}
	return nil
}

// sweep removes files that are not in use any more, or that a command left that
// was killed.
func (w *segmentWriter) sweep() {
	entries, _ := fs.ReadDir(w.dir.FS(), ".")
	for _, entry := range entries {
		if !slices.ContainsFunc(w.kept, func(x segment) bool { return x.file == entry.Name() }) {
			w.dir.Remove(entry.Name())
		}
	}
}

// readSegments lists the files of a class, or all.
func readSegments(db asker, class string) ([]segment, error) {
	rows, err := db.Query("SELECT class, first, last, count, file FROM segment WHERE ? IN ('', class) ORDER BY class, first", class)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []segment
	for rows.Next() {
		var x segment
		if err := rows.Scan(&x.class, &x.first, &x.last, &x.count, &x.file); err != nil {
			return nil, err
		}
		out = append(out, x)
	}
	return out, rows.Err()
}
