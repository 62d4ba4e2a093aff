package memory

import (
	"cmp"
	"slices"

	"golang.org/x/text/language"

	"hexaglot/pipeline/document"
)

// Query asks for what is known of one segment.
type Query struct {
	From, To language.Tag
	Text     string    // with its codes, as document.Content.String prints them
	Contexts []Context // all places where it stands; none where that is not known
	// Threshold is the least similarity, in percent; 0 stands for 75.
	Threshold int
	// Most is how many matches a rung gives at most; 0 stands for 5.
	Most int
	// What others know. Own is the translation of this very message, Previous
	// that of the message that it replaced, Term that of a segment that is
	// nothing but a term or a formula. nil knows nothing.
	Own, Previous, Term func() []Match
	// Name gives the form in To of a name that stands in a text; nil knows none.
	Name func(name string) (form string, ok bool)
}

// The defaults of Query.
const (
	DefaultThreshold = 75
	DefaultMost      = 5
)

// Match is what a rung of the ladder found.
type Match struct {
	Kind        string // the name of the rung
	Similarity  int    // of Source and the segment, in percent
	Source      string // with its codes
	Translation        // into the language asked for; its text fits the segment's codes where it can
	Origin      Origin
	Rule        string // by which it was made, where no entry is behind it; else ""
	// Start and End are, for a fragment, the bytes of the segment's plain text
	// that it covers.
	Start, End int
	// Certain says that the match may become the translation by itself: the
	// same text between the same neighbours, translated by people, and nobody
	// says otherwise.
	Certain bool
}

// Rung is a step of the ladder.
type Rung struct {
	Name string // stable, in JSON and in the messages
	Doc  string // one line in English
	Find func(*Look) ([]Match, error)
}

// Ladder lists the rungs from the best on; the first that finds anything is the
// answer.
func Ladder() []Rung {
	return []Rung{
		{"same", "the same message in this circular", (*Look).own},
		{"previous", "the message that this one replaced", (*Look).previous},
		{"context", "the same text between the same neighbours", (*Look).inContext},
		{"exact", "the same text", (*Look).exactly},
		{"values", "the same text but for its numbers, dates, references and a name, which are re-inserted", (*Look).values},
		{"term", "a segment that is nothing but a term or a formula", (*Look).term},
		{"fuzzy", "a similar text", (*Look).fuzzy},
		{"fragment", "a part of the segment that is known", (*Look).fragments},
	}
}

// Look looks one query up. What it has found for one target language serves the
// others; it is for one goroutine.
type Look struct {
	Query
	store   *Store // nil: an empty memory
	content document.Content
	same    []Entry
	asked   bool
	near    []Hit
	reached int // the threshold down to which near is known
}

// Look begins to look a query up; a nil store is an empty memory.
func (s *Store) Look(q Query) *Look {
	q.Threshold = cmp.Or(q.Threshold, DefaultThreshold)
	q.Most = cmp.Or(q.Most, DefaultMost)
	return &Look{Query: q, store: s, content: document.ParseContent(q.Text), reached: 101}
}

// Match gives what the first rung that finds anything finds, the best first;
// nil where nothing is known.
func (l *Look) Match() ([]Match, error) {
	for _, rung := range Ladder() {
		found, err := rung.Find(l)
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			continue
		}
		for i := range found {
			found[i].Kind = rung.Name
		}
		return found[:min(len(found), l.Most)], nil
	}
	return nil, nil
}

func (l *Look) own() ([]Match, error)      { return known(l.Own), nil }
func (l *Look) previous() ([]Match, error) { return known(l.Previous), nil }
func (l *Look) term() ([]Match, error)     { return known(l.Term), nil }

func known(find func() []Match) []Match {
	if find == nil {
		return nil
	}
	return find()
}

// entries gives the entries with the very same text.
func (l *Look) entries() ([]Entry, error) {
	if l.asked || l.store == nil {
		return l.same, nil
	}
	all, err := l.store.Exact(l.From, l.Text)
	l.same, l.asked = all, err == nil
	return all, err
}

// hits gives similar entries, down to a threshold.
func (l *Look) hits(threshold int) ([]Hit, error) {
	if l.store == nil {
		return nil, nil
	}
	if threshold < l.reached {
		found, err := l.store.Similar(l.From, l.content, threshold, mostHits)
		if err != nil {
			return nil, err
		}
		l.near, l.reached = found, threshold
	}
	i := slices.IndexFunc(l.near, func(h Hit) bool { return h.Similarity < threshold })
	if i < 0 {
		i = len(l.near)
	}
	return l.near[:i], nil
}

// mostHits is how many similar entries are looked at.
const mostHits = 30

func (l *Look) inContext() ([]Match, error) {
	if len(l.Contexts) == 0 || slices.Contains(l.Contexts, 0) {
		return nil, nil
	}
	all, err := l.entries()
	found := l.translated(all, func(e *Entry) bool {
		return !slices.ContainsFunc(l.Contexts, func(c Context) bool { return !slices.Contains(e.Contexts, c) })
	})
	certify(found, l.content)
	return found, err
}

// certify marks the one translation that nobody contradicts.
func certify(found []Match, src document.Content) {
	if len(found) != 1 || found[0].Status == Machine {
		return
	}
	_, err := document.ParseContent(found[0].Text).Bind(src)
	found[0].Certain = err == nil
}

func (l *Look) exactly() ([]Match, error) {
	all, err := l.entries()
	return l.translated(all, func(*Entry) bool { return true }), err
}

// translated gives the translations of entries that fit, each text once, the
// most trusted first and of these the latest.
func (l *Look) translated(all []Entry, fits func(*Entry) bool) []Match {
	var out []Match
	for i := range all {
		if !fits(&all[i]) {
			continue
		}
		if m, ok := l.match(&all[i], 100); ok {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, byTrust)
	return distinct(out)
}

func (l *Look) match(e *Entry, similarity int) (Match, bool) {
	t, ok := e.Translation(l.To)
	return Match{Similarity: similarity, Source: e.Text, Translation: t, Origin: e.Origin}, ok
}

// byTrust sorts the better match first.
func byTrust(a, b Match) int {
	return cmp.Or(
		cmp.Compare(b.Similarity, a.Similarity),
		cmp.Compare(slices.Index(statuses, a.Status), slices.Index(statuses, b.Status)),
		b.When.Compare(a.When),
	)
}

// distinct keeps the first match of each text.
func distinct(all []Match) []Match {
	seen := map[string]bool{}
	return slices.DeleteFunc(all, func(m Match) bool {
		had := seen[m.Text]
		seen[m.Text] = true
		return had
	})
}

func (l *Look) fuzzy() ([]Match, error) {
	hits, err := l.hits(l.Threshold)
	var out []Match
	for i := range hits {
		if m, ok := l.match(&hits[i].Entry, hits[i].Similarity); ok {
			m.Text = l.fitted(m.Text)
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, byTrust)
	return distinct(out), err
}

// fitted gives a translation without the codes that the segment has not.
func (l *Look) fitted(text string) string {
	c := document.ParseContent(text)
	c.Codes = slices.DeleteFunc(c.Codes, func(code document.Code) bool {
		return !slices.ContainsFunc(l.content.Codes, func(own document.Code) bool { return own.String() == code.String() })
	})
	return c.String()
}
