package memory

import (
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// Search gives the entries in which all words of text stand together in one
// text: the source, or one of the translations. A word also finds those that
// begin with it. from and to limit the search to a source and a target
// language; with Und any will do. Entries that have the words one after the
// other come first, and of these the latest; at most most are given.
func (s *Store) Search(text string, from, to language.Tag, most int) ([]Entry, error) {
	if err := s.bringUp(wordsPart); err != nil {
		return nil, err
	}
	w := wanted{from: from, to: to, words: termsOf(text)}
	w.words = w.words[:min(len(w.words), mostWords)]
	if len(w.words) == 0 {
		return nil, nil
	}
	spans, err := readSpans(s.db)
	if err != nil {
		return nil, s.tell(err)
	}
	f := finding{wanted: w, phrase: phraseOf(w.words), most: most, seen: map[int64]bool{}}
	for i := range spans {
		ids, err := spans[i].find(s.db, w.words)
		if err == nil {
			err = f.look(s, ids)
		}
		if err != nil {
			return nil, s.tell(err)
		}
		if f.enough() {
			break
		}
	}
	all := slices.Concat(f.near, f.apart)
	return all[:min(len(all), most)], nil
}

// What a search looks at, at most.
const (
	mostWords = 64
	mostRead  = 20000 // entries: the words may stand in different texts of one
)

// termsOf gives the words of a text.
func termsOf(text string) []string {
	var words []string
	terms(nil, text, func(word []byte) { words = append(words, string(word)) })
	return words
}

// phraseOf gives words as they stand one after the other.
func phraseOf(words []string) string { return " " + strings.Join(words, " ") }

// finding gathers what a search finds.
type finding struct {
	wanted
	phrase      string
	most, read  int
	seen        map[int64]bool
	near, apart []Entry
}

func (f *finding) enough() bool { return len(f.near) >= f.most || f.read >= mostRead }

// look looks at entries that have all the words.
func (f *finding) look(s *Store, ids []int64) error {
	for some := range slices.Chunk(ids, chunk) {
		entries, err := s.ByID(some...)
		if err != nil {
			return err
		}
		for i := range entries {
			f.take(&entries[i])
		}
		if f.read += len(some); f.enough() {
			break
		}
	}
	return nil
}

func (f *finding) take(e *Entry) {
	if f.seen[e.ID] {
		return
	}
	f.seen[e.ID] = true
	switch found, inOrder := f.in(e, f.phrase); {
	case inOrder:
		f.near = append(f.near, *e)
	case found && len(f.apart) < f.most:
		f.apart = append(f.apart, *e)
	}
}

// wanted is what a search looks for.
type wanted struct {
	words    []string
	from, to language.Tag
}

// in reports whether an entry has all the words in one text that the languages
// allow, and whether one after the other.
func (w wanted) in(e *Entry, phrase string) (found, inOrder bool) {
	if w.from != language.Und && !Same(e.Lang, w.from) {
		return false, false
	}
	texts := []string{e.Text}
	for _, t := range e.Translations {
		if w.to == language.Und || Same(t.Lang, w.to) {
			texts = append(texts, t.Text)
		}
	}
	if len(texts) == 1 && w.to != language.Und {
		return false, false
	}
	for _, text := range texts {
		one := phraseOf(termsOf(plain(text)))
		inOrder = inOrder || strings.Contains(one, phrase)
		found = found || all(w.words, func(word string) bool { return strings.Contains(one, " "+word) })
	}
	return found || inOrder, inOrder
}

func all(words []string, ok func(string) bool) bool {
	return !slices.ContainsFunc(words, func(word string) bool { return !ok(word) })
}
