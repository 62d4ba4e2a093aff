package memory

import (
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"slices"
	"sync"

	"golang.org/x/text/language"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/document"
	"hexaglot/pipeline/memory/fuzzy"
)

// similar holds the opened indexes of similar texts, by class.
type similar struct {
	sync.Mutex
	indexes map[string]*fuzzy.Index
	files   []*os.File
}

// Hit is an entry whose source is similar to a text, in percent.
type Hit struct {
	Entry
	Similarity int
}

// Similar gives the entries in lang whose source is similar to c by at least
// threshold percent, the best first, at most most; see fuzzy.Similarity. What
// is damaged or missing of the index is made anew.
func (s *Store) Similar(lang language.Tag, c document.Content, threshold, most int) ([]Hit, error) {
	if err := s.bringUp(similarPart); err != nil {
		return nil, err
	}
	hits, err := s.search(lang, c, threshold, most)
	if unusable(err) {
		if err = s.renew(); err == nil {
			hits, err = s.search(lang, c, threshold, most)
		}
	}
	if err != nil {
		return nil, s.tell(err)
	}
	return s.hits(hits)
}

// unusable reports whether the index itself is at fault.
func unusable(err error) bool {
	return errors.Is(err, &fault.Error{ID: "fuzzy-index-damaged"}) || errors.Is(err, &fault.Error{ID: "fuzzy-index-other"}) || errors.Is(err, fs.ErrNotExist)
}

func (s *Store) search(lang language.Tag, c document.Content, threshold, most int) ([]fuzzy.Hit, error) {
	index, err := s.index(class(lang))
	if err != nil {
		return nil, err
	}
	return index.Search(c, threshold, most)
}

// hits gives the entries of hits.
func (s *Store) hits(found []fuzzy.Hit) ([]Hit, error) {
	ids := make([]int64, len(found))
	for i, h := range found {
		ids[i] = h.ID
	}
	entries, err := s.ByID(ids...)
	out := make([]Hit, len(entries))
	for i, e := range entries {
		out[i] = Hit{e, found[slices.Index(ids, e.ID)].Similarity}
	}
	return out, err
}

// index opens the index of a class, once.
func (s *Store) index(class string) (*fuzzy.Index, error) {
	s.similar.Lock()
	defer s.similar.Unlock()
	if x := s.similar.indexes[class]; x != nil {
		return x, nil
	}
	segments, err := readSegments(s.db, class)
	if err != nil {
		return nil, err
	}
	x := &fuzzy.Index{Keep: s.has}
	if err := s.openSegments(x, segments); err != nil {
		return nil, err
	}
	if s.similar.indexes == nil {
		s.similar.indexes = map[string]*fuzzy.Index{}
	}
	s.similar.indexes[class] = x
	return x, nil
}

func (s *Store) openSegments(x *fuzzy.Index, segments []segment) error {
	if len(segments) == 0 {
		return nil
	}
	dir, err := s.similarFolder()
	if err != nil {
		return err
	}
	defer dir.Close()
	for _, one := range segments {
		f, err := dir.Open(one.file)
		if err != nil {
			return err
		}
		s.similar.files = append(s.similar.files, f)
		info, err := f.Stat()
		if err != nil {
			return err
		}
		opened, err := fuzzy.Open(f, info.Size())
		if err != nil {
			return err
		}
		x.Segments = append(x.Segments, opened)
	}
	return nil
}

// has reports whether an entry is still in the memory.
func (s *Store) has(id int64) bool {
	var one int
	return s.exists.QueryRow(id).Scan(&one) == nil
}

// forget closes the indexes: the files have changed.
func (s *Store) forget() {
	s.similar.Lock()
	defer s.similar.Unlock()
	for _, f := range s.similar.files {
		f.Close()
	}
	s.similar.files, s.similar.indexes = nil, nil
}

// renew makes the index anew.
func (s *Store) renew() error {
	s.forget()
	w, err := Open(s.path, s.name, Write)
	if err != nil {
		return err
	}
	err = w.transact(func(tx *sql.Tx) error {
		if _, err := tx.Exec("DELETE FROM segment"); err != nil {
			return err
		}
		_, err := tx.Exec("DELETE FROM counter WHERE name = ?", similarPart.name)
		return err
	})
	return errors.Join(err, w.bringUp(similarPart), w.Close())
}
