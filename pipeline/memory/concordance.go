package memory

import (
	"database/sql"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"hexaglot/pipeline/document"
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
	query := matchQuery(text)
	if query == "" {
		return nil, nil
	}
	// The words may stand in different texts of an entry: look at more.
	const look = 20000
	rows, err := s.db.Query("SELECT "+columns+" FROM entry WHERE id IN (SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?) ORDER BY id DESC", query, look)
	if err != nil {
		return nil, s.tell(err)
	}
	return s.together(rows, wanted{text, from, to}, most)
}

// matchQuery gives the query of FTS5 for a text (https://sqlite.org/fts5.html,
// section 3).
func matchQuery(text string) string {
	var words []string
	terms(text, func(word string) { words = append(words, `"`+word+`"*`) })
	return strings.Join(words[:min(len(words), 64)], " AND ")
}

// wanted is what a search looks for.
type wanted struct {
	text     string
	from, to language.Tag
}

// together reads entries until there are enough that have the words one after
// the other.
func (s *Store) together(rows *sql.Rows, w wanted, most int) ([]Entry, error) {
	defer rows.Close()
	phrase := w.phrase()
	var near, apart []Entry
	var failed error
	s.each(rows, func(e Entry, err error) bool {
		if err != nil {
			failed = err
			return false
		}
		switch found, inOrder := w.in(&e, phrase); {
		case inOrder:
			near = append(near, e)
		case found && len(apart) < most:
			apart = append(apart, e)
		}
		return len(near) < most
	})
	all := slices.Concat(near, apart)
	return all[:min(len(all), most)], failed
}

// phrase gives the words as they stand one after the other.
func (w wanted) phrase() string {
	var b strings.Builder
	terms(w.text, func(word string) { b.WriteString(" " + word) })
	return b.String()
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
		one := wanted{text: document.ParseContent(text).Text}.phrase()
		inOrder = inOrder || strings.Contains(one, phrase)
		found = found || all(strings.Fields(phrase), func(word string) bool { return strings.Contains(one, " "+word) })
	}
	return found || inOrder, inOrder
}

func all(words []string, ok func(string) bool) bool {
	return !slices.ContainsFunc(words, func(word string) bool { return !ok(word) })
}
