package memory

import (
	"database/sql"
	"iter"
	"slices"
	"strings"
	"time"
)

// Report tells what an addition did, in entries.
type Report struct {
	Added   int // new in the memory
	Changed int // a translation was replaced or added
	Same    int // were there already
}

// chunk is how many entries are looked up and written at once.
const chunk = 256

// maxContexts is how many contexts of an entry are kept.
const maxContexts = 16

// Add puts entries into the memory, all of them or, where entries gives an
// error, none. An entry whose text and origin are there already is laid over
// the one in the memory: a different translation into the same language
// replaces it, and the former is kept as superseded. Two different translations
// within one call do not replace each other: they make two entries. Texts
// without a translation are passed over. The faults are those of Open.
func (s *Store) Add(entries iter.Seq2[Entry, error]) (Report, error) {
	return s.AddFrom(entries, nil)
}

// AddFrom is Add, and notes the digests of the origins that the entries come
// from; see Digests.
func (s *Store) AddFrom(entries iter.Seq2[Entry, error], digests Digests) (Report, error) {
	return s.addAll(entries, digests, nil)
}

// Fill is AddFrom and Index. In an empty memory it makes the indexes while it
// adds, which takes half the time.
func (s *Store) Fill(entries iter.Seq2[Entry, error], digests Digests) (Report, error) {
	report, err := s.addAll(entries, digests, []part{similarPart, wordsPart})
	if err == nil {
		err = s.Index()
	}
	return report, err
}

// addAll adds entries, and makes parts of the memory if it was empty.
func (s *Store) addAll(entries iter.Seq2[Entry, error], digests Digests, parts []part) (report Report, err error) {
	err = s.transact(func(tx *sql.Tx) error {
		a, err := s.newAddition(tx)
		if err != nil {
			return err
		}
		if a.added != nil && parts != nil {
			if a.derived, err = s.make(tx, parts, 0); err != nil {
				return err
			}
			defer a.derived.close()
		}
		report, err = a.addAll(entries, digests)
		return err
	})
	if err != nil {
		return Report{}, s.tell(err)
	}
	return report, s.tell(s.loadOrigins(s.db))
}

func (a *addition) addAll(entries iter.Seq2[Entry, error], digests Digests) (Report, error) {
	for e, err := range entries {
		if err != nil {
			return Report{}, err
		}
		if err := a.add(e); err != nil {
			return Report{}, err
		}
	}
	err := a.finish(digests)
	return a.report, err
}

// addition is one transaction that adds entries.
type addition struct {
	tx      *sql.Tx
	batch   int64
	next    int64 // id of the next entry
	words   int64 // entries up to this one have their words indexed
	now     int64
	origins map[Origin]int64
	waiting []waiting
	found   map[key][]*draft
	// Into an empty memory, the index of hashes is built last, and what was
	// added is known by ids: filling is twice as fast.
	added      map[key]int64
	twins      map[key][]int64 // further ids of one key
	derived    *making         // of what is added, or nil
	rows       []row           // that it was not given yet
	prepared   map[string]*sql.Stmt
	find       *sql.Stmt
	insert     *sql.Stmt
	insertMore *sql.Stmt
	report     Report
}

// waiting is an entry that is to be added.
type waiting struct {
	Entry
	hash, origin int64
}

// key stands for the hash and the origin of an entry: what many circulars say is
// looked up in one of them. It may stand for others, too.
type key int64

func (w *waiting) key() key { return keyOf(w.hash, w.origin) }

func keyOf(hash, origin int64) key {
	const odd = 0x9e3779b97f4a7c1
	return key(hash ^ origin*odd)
}

// draft is a row as it will stand in the file.
type draft struct {
	row
	targetsNow  []Translation
	contextsNow []Context
	batch       int64
	isNew       bool
	changed     bool // other than by its batch
	touched     bool
	imported    bool
	outdated    []Translation
}

// lookUp finds the rows of hashes and origins.
var lookUp = "SELECT batch, " + columns + " FROM (SELECT DISTINCT * FROM (VALUES (?, ?)" + strings.Repeat(", (?, ?)", chunk-1) +
	")) AS wanted CROSS JOIN entry ON hash = wanted.column1 AND origin = wanted.column2"

// together is how many rows one statement inserts.
const together = 32

func (s *Store) newAddition(tx *sql.Tx) (*addition, error) {
	a := &addition{tx: tx, now: time.Now().Unix(), origins: map[Origin]int64{}, found: map[key][]*draft{}, prepared: map[string]*sql.Stmt{}}
	err := tx.QueryRow(`SELECT coalesce((SELECT max(batch) FROM (SELECT value AS batch FROM counter WHERE name = 'batch')), 0) + 1,
		coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'entry'), 0) + 1,
		coalesce((SELECT value FROM counter WHERE name = 'words'), 0)`).Scan(&a.batch, &a.next, &a.words)
	if err != nil {
		return nil, err
	}
	if err := s.loadOrigins(tx); err != nil {
		return nil, err
	}
	if a.next == 1 {
		a.added, a.twins = map[key]int64{}, map[key][]int64{}
	}
	for id, o := range s.originsNow() {
		a.origins[Origin{Kind: o.Kind, Name: o.Name}] = id
	}
	const values = "(?, ?, ?, ?, ?, ?, ?, ?, ?)"
	const into = "INSERT OR FAIL INTO entry (id, hash, lang, text, origin, contexts, targets, batch, sum) VALUES "
	if a.added != nil {
		if err := a.exec("DROP INDEX entry_hash"); err != nil {
			return nil, err
		}
	}
	for _, p := range []struct {
		stmt *(*sql.Stmt)
		text string
	}{
		{&a.find, lookUp},
		{&a.insert, into + values},
		{&a.insertMore, into + values + strings.Repeat(", "+values, together-1)},
	} {
		if *p.stmt, err = tx.Prepare(p.text); err != nil {
			return nil, err
		}
	}
	return a, nil
}

func (a *addition) add(e Entry) error {
	e.Translations = slices.DeleteFunc(slices.Clone(e.Translations), func(t Translation) bool { return strings.TrimSpace(t.Text) == "" })
	if len(e.Translations) == 0 || strings.TrimSpace(e.Text) == "" {
		return nil
	}
	origin, err := a.origin(e.Origin)
	if err != nil {
		return err
	}
	a.waiting = append(a.waiting, waiting{e, hashOf(e.Text), origin})
	if len(a.waiting) < chunk {
		return nil
	}
	return a.flush()
}

// flush looks up and writes the entries that are waiting.
func (a *addition) flush() error {
	if len(a.waiting) == 0 {
		return nil
	}
	if err := a.lookUp(); err != nil {
		return err
	}
	var touched []*draft
	for i := range a.waiting {
		d := a.place(&a.waiting[i])
		if !d.touched {
			d.touched = true
			touched = append(touched, d)
		}
	}
	a.waiting = a.waiting[:0]
	return a.write(touched)
}

// lookUp finds what the memory has of the waiting texts.
func (a *addition) lookUp() error {
	clear(a.found)
	if a.added != nil {
		return a.recall()
	}
	args := make([]any, 0, 2*chunk)
	for i := range chunk {
		w := &a.waiting[min(i, len(a.waiting)-1)]
		args = append(args, w.hash, w.origin)
	}
	return a.read(a.find.Query(args...))
}

// know notes the id of a new row.
func (a *addition) know(d *draft) {
	k := keyOf(d.hash, d.origin)
	if _, ok := a.added[k]; ok {
		a.twins[k] = append(a.twins[k], d.id)
		return
	}
	a.added[k] = d.id
}

// recall is lookUp in a memory that this addition began.
func (a *addition) recall() error {
	for i := range a.waiting {
		k := a.waiting[i].key()
		first, ok := a.added[k]
		if !ok || a.found[k] != nil {
			continue
		}
		for _, id := range append([]int64{first}, a.twins[k]...) {
			if err := a.read(a.tx.Query("SELECT batch, "+columns+" FROM entry WHERE id = ?", id)); err != nil {
				return err
			}
		}
	}
	return nil
}

// read reads rows that were looked up.
func (a *addition) read(rows *sql.Rows, err error) error {
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		d := &draft{}
		r := &d.row
		if err := rows.Scan(&d.batch, &r.id, &r.hash, &r.lang, &r.text, &r.origin, &r.contexts, &r.targets, &r.sum); err != nil {
			return err
		}
		var ok bool
		if d.targetsNow, ok = unpack(r.targets); !ok || r.sum != r.checksum() {
			return damaged()
		}
		d.contextsNow = unpackContexts(r.contexts)
		k := keyOf(r.hash, r.origin)
		a.found[k] = append(a.found[k], d)
	}
	return rows.Err()
}

// place lays an entry over the row that it belongs to, or makes a new one.
func (a *addition) place(w *waiting) *draft {
	lang := w.Lang.String()
	var own []*draft
	for _, d := range a.found[w.key()] {
		if d.text == w.Text && d.lang == lang && d.origin == w.origin {
			own = append(own, d)
		}
	}
	d := a.choose(own, w.Entry)
	if d == nil {
		d = &draft{row: row{id: a.next, hash: w.hash, lang: lang, text: w.Text, origin: w.origin}, isNew: true}
		a.next++
		a.found[w.key()] = append(a.found[w.key()], d)
	}
	d.lay(w.Entry)
	d.batch, d.imported = a.batch, w.Origin.Kind == Import
	return d
}

// choose gives the row that an entry says the same as or adds to, else one that
// an earlier addition wrote.
func (a *addition) choose(own []*draft, e Entry) *draft {
	for _, d := range own {
		if d.agrees(e) {
			return d
		}
	}
	for _, d := range own {
		if d.batch != a.batch {
			return d
		}
	}
	return nil
}

// agrees reports whether no translation of e contradicts d.
func (d *draft) agrees(e Entry) bool {
	for _, t := range e.Translations {
		if i := d.index(t); i >= 0 && d.targetsNow[i].Text != t.Text {
			return false
		}
	}
	return true
}

func (d *draft) index(t Translation) int {
	return slices.IndexFunc(d.targetsNow, func(x Translation) bool { return x.Lang == t.Lang })
}

// lay lays an entry over the row.
func (d *draft) lay(e Entry) {
	for _, t := range e.Translations {
		t.When = t.When.UTC().Truncate(time.Second)
		i := d.index(t)
		switch {
		case i < 0:
			d.targetsNow = append(d.targetsNow, t)
		case d.targetsNow[i].Text != t.Text:
			d.outdated = append(d.outdated, d.targetsNow[i])
			d.targetsNow[i] = t
		case slices.Index(statuses, t.Status) < slices.Index(statuses, d.targetsNow[i].Status):
			d.targetsNow[i] = t
		default:
			continue
		}
		d.changed = true
	}
	for _, c := range e.Contexts {
		if c == 0 || slices.Contains(d.contextsNow, c) {
			continue
		}
		d.contextsNow = append(d.contextsNow, c)
		d.contextsNow = d.contextsNow[max(0, len(d.contextsNow)-maxContexts):]
		d.changed = true
	}
}

// write puts the rows of a chunk into the file.
func (a *addition) write(all []*draft) error {
	var fresh []*draft
	for _, d := range all {
		var err error
		switch {
		case d.isNew:
			a.report.Added++
			if a.added != nil {
				a.know(d)
			}
			fresh = append(fresh, d.seal())
		case d.changed:
			a.report.Changed++
			err = a.update(d.seal())
		default:
			a.report.Same++
			err = a.touch(d)
		}
		if err != nil {
			return err
		}
	}
	a.derive(fresh)
	for len(fresh) >= together {
		if _, err := a.insertMore.Exec(a.values(fresh[:together])...); err != nil {
			return err
		}
		fresh = fresh[together:]
	}
	for i := range fresh {
		if _, err := a.insert.Exec(a.values(fresh[i : i+1])...); err != nil {
			return err
		}
	}
	return nil
}

// derive gives new rows to what is derived from them.
func (a *addition) derive(fresh []*draft) {
	if a.derived == nil {
		return
	}
	for _, d := range fresh {
		a.rows = append(a.rows, d.row)
	}
	if len(a.rows) >= span {
		a.hand()
	}
}

// hand hands over the rows that wait; where that fails, finish tells.
func (a *addition) hand() {
	a.derived.give(a.rows)
	a.rows = nil
}

// touch notes that this addition names a row of an import, so that another
// translation in the same file makes a row of its own.
func (a *addition) touch(d *draft) error {
	if !d.imported {
		return nil
	}
	return a.exec("UPDATE entry SET batch = ? WHERE id = ?", a.batch, d.id)
}

// seal gives d with its row as it will stand in the file.
func (d *draft) seal() *draft {
	d.contexts, d.targets = packContexts(d.contextsNow), pack(d.targetsNow)
	d.sum = d.checksum()
	return d
}

func (a *addition) values(all []*draft) []any {
	out := make([]any, 0, 9*len(all))
	for _, d := range all {
		out = append(out, d.id, d.hash, d.lang, d.text, d.origin, d.contexts, d.targets, a.batch, d.sum)
	}
	return out
}

func (a *addition) update(d *draft) error {
	if err := a.exec("UPDATE entry SET contexts = ?, targets = ?, batch = ?, sum = ? WHERE id = ?", d.contexts, d.targets, a.batch, d.sum, d.id); err != nil {
		return err
	}
	for _, t := range d.outdated {
		if err := a.exec("INSERT INTO superseded (entry, target, until) VALUES (?, ?, ?)", d.id, pack([]Translation{t}), a.now); err != nil {
			return err
		}
	}
	if d.id > a.words && a.derived == nil {
		return nil
	}
	return a.exec("INSERT OR IGNORE INTO stale (entry) VALUES (?)", d.id)
}

// exec carries out a statement, which is prepared once.
func (a *addition) exec(text string, args ...any) error {
	stmt, ok := a.prepared[text]
	if !ok {
		var err error
		if stmt, err = a.tx.Prepare(text); err != nil {
			return err
		}
		a.prepared[text] = stmt
	}
	_, err := stmt.Exec(args...)
	return err
}

// origin gives the number of an origin.
func (a *addition) origin(o Origin) (int64, error) {
	key := Origin{Kind: o.Kind, Name: o.Name}
	if id, ok := a.origins[key]; ok {
		return id, nil
	}
	result, err := a.tx.Exec("INSERT INTO origin (kind, name, project) VALUES (?, ?, ?)", o.Kind, o.Name, o.Project)
	if err != nil {
		return 0, err
	}
	id, err := result.LastInsertId()
	a.origins[key] = id
	return id, err
}

func (a *addition) finish(digests Digests) error {
	if err := a.flush(); err != nil {
		return err
	}
	if a.added != nil {
		a.added, a.twins = nil, nil
		if err := a.exec("CREATE INDEX entry_hash ON entry (hash, origin)"); err != nil {
			return err
		}
	}
	if err := a.note(digests); err != nil {
		return err
	}
	if a.derived != nil {
		a.hand()
		if err := a.derived.finish(a.next - 1); err != nil {
			return err
		}
	}
	return a.exec("INSERT OR REPLACE INTO counter (name, value) VALUES ('batch', ?)", a.batch)
}
