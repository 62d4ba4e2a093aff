package main

import (
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"
	"golang.org/x/text/language"

	"hexaglot/messages"
	"hexaglot/messages/fault"
	"hexaglot/pipeline"
	"hexaglot/pipeline/document"
)

func statsCommand(t *tool) *cli.Command {
	return &cli.Command{
		Name:        "stats",
		Usage:       t.say("stats-usage"),
		ArgsUsage:   t.say("synopsis-files"),
		Description: "hexaglot stats examples --to ar,en --format csv",
		Flags:       []cli.Flag{t.fromFlag(), t.toFlag(), t.acceptFlag(), &cli.StringFlag{Name: "format", Usage: t.say("flag-stats-format")}},
		Action:      t.stats,
	}
}

// band is a class of segments that a translation service plans and pays alike.
// Each segment falls into the first band that it fits.
type band struct {
	name string
	fits func(segmentStanding) bool
}

// bands lists the bands, what costs least first.
var bands = []band{
	{"done", func(s segmentStanding) bool { return s.done }},
	{"filled", func(s segmentStanding) bool { return s.filled }},
	{"repetition", func(s segmentStanding) bool { return s.repeated }},
	{"context", func(s segmentStanding) bool { return s.context }},
	{"100", from(100)},
	{"95-99", from(95)},
	{"85-94", from(85)},
	{"75-84", from(75)},
	{"new", func(segmentStanding) bool { return true }},
}

func from(similarity int) func(segmentStanding) bool {
	return func(s segmentStanding) bool { return s.similarity >= similarity }
}

// segmentStanding is what is known of a segment in one language.
type segmentStanding struct {
	done       bool // its translation is accepted
	filled     bool // it is converted by rule, and waits to be accepted
	repeated   bool // its source was counted before
	context    bool // the memory has it between the same neighbours
	similarity int  // of the best draft, in percent
}

// accept notes that there is an accepted translation, and what made it: one
// that came of itself is no translator's work.
func (s *segmentStanding) accept(origin string) {
	switch origin {
	case fromMemory:
		s.context = true
	case byRule:
		s.filled = true
	default:
		s.done = true
	}
}

// tally counts segments and their source text.
type tally struct {
	Segments   int `json:"segments"`
	Words      int `json:"words"`
	Characters int `json:"characters"`
}

func (c *tally) add(other tally) {
	c.Segments += other.Segments
	c.Words += other.Words
	c.Characters += other.Characters
}

// account is the count of one circular in one language, or of all circulars.
type account struct {
	Circular string           `json:"circular,omitempty"` // "": all of them
	Language string           `json:"language"`
	Total    tally            `json:"total"`
	Bands    map[string]tally `json:"bands"`
}

// newAccount gives an account with every band at nothing.
func newAccount(circular, lang string) account {
	a := account{Circular: circular, Language: lang, Bands: map[string]tally{}}
	for _, b := range bands {
		a.Bands[b.name] = tally{}
	}
	return a
}

func (a *account) add(band string, c tally) {
	sum := a.Bands[band]
	sum.add(c)
	a.Bands[band] = sum
	a.Total.add(c)
}

// statsFormats lists the forms of the count by their names.
var statsFormats = []struct {
	name  string
	write func(*tool, accounts) error
}{
	{"text", (*tool).statsTable},
	{"csv", (*tool).statsCSV},
	{"json", (*tool).statsJSON},
}

func (t *tool) stats(c *cli.Context) error {
	write, err := statsWriter(c.String("format"))
	if err != nil {
		return err
	}
	all, err := gather(t, c, t.accounts)
	if err != nil {
		return err
	}
	return write(t, accounts{all, totals(all)})
}

func statsWriter(name string) (func(*tool, accounts) error, error) {
	var names []string
	for _, f := range statsFormats {
		if f.name == name || name == "" {
			return f.write, nil
		}
		names = append(names, f.name)
	}
	return nil, fault.New(fault.Usage, "stats-format", "there is no count in the form {Name}; there are {Names}", "Name", name, "Names", names)
}

// accounts counts the circulars of a project, each in every language.
func (t *tool) accounts(p *project, s scope) ([]account, error) {
	seen := map[string]bool{}
	return collect(p.circulars, func(c circular) ([]account, error) {
		read, err := p.readCircular(c)
		if err != nil {
			return nil, err
		}
		return collect(p.languagesOf(c, s), func(lang language.Tag) ([]account, error) {
			a, err := t.account(p, read, lang, seen)
			return []account{a}, err
		})
	})
}

// account counts one circular in one language; seen are the sources that were
// counted before, with their languages.
func (t *tool) account(p *project, read *reading, lang language.Tag, seen map[string]bool) (account, error) {
	out := newAccount(p.shown(read.Path), lang.String())
	files, err := p.shelf(read.Name).files(lang)
	if err != nil {
		return out, err
	}
	voice, err := t.voice(lang)
	if err != nil {
		return out, err
	}
	made, err := t.provenanceOf(files.Active, files.Translate, lang)
	if err != nil {
		return out, err
	}
	accepted, drafts := files.Active.Accepted(), files.Translate.ByID()
	for _, s := range pipeline.Segments(read.doc) {
		standing := voice.draftStanding(drafts[s.ID])
		if _, ok := accepted[s.ID]; ok {
			standing.accept(made.origin(s.ID))
		}
		key := read.Lang.String() + " " + lang.String() + " " + s.Source.String()
		standing.repeated, seen[key] = seen[key], true
		i := slices.IndexFunc(bands, func(b band) bool { return b.fits(standing) })
		out.add(bands[i].name, tallyOf(s))
	}
	return out, nil
}

func tallyOf(s *document.Segment) tally {
	return tally{1, pipeline.Words(s.Source.Text), pipeline.Characters(s.Source.Text)}
}

// draftStanding tells what the drafts of a message are worth to its translator,
// in whose language their origins are written.
func (t *tool) draftStanding(m *messages.Message) segmentStanding {
	var out segmentStanding
	if m == nil {
		return out
	}
	for _, d := range m.Drafts {
		switch {
		case t.madeByRule(d.Origin):
			out.filled = true
		case t.inContext(d.Origin):
			out.context = true
		}
		out.similarity = max(out.similarity, d.Similarity)
	}
	return out
}

// madeByRule reports whether an origin is one of the rules that convert rather
// than translate, or a match of the memory with other values; a term of the
// glossary is a match like any other.
func (t *tool) madeByRule(origin string) bool {
	rules := []string{t.say("origin-unchanged"), t.say("origin-formula"), t.say("origin-value"), t.say("origin-revalued")}
	return slices.Contains(rules, origin) || strings.HasPrefix(origin, t.say("match-values"))
}

// inContext reports whether an origin is the memory's match between the same
// neighbours.
func (t *tool) inContext(origin string) bool {
	return strings.HasPrefix(origin, t.say("match-context"))
}

// accounts is a count with its totals by language.
type accounts struct {
	Circulars []account `json:"circulars"`
	Totals    []account `json:"totals"`
}

// totals adds the accounts of each language, in the order in which they come.
func totals(all []account) []account {
	out := []account{}
	for _, a := range all {
		i := slices.IndexFunc(out, func(b account) bool { return b.Language == a.Language })
		if i < 0 {
			i = len(out)
			out = append(out, newAccount("", a.Language))
		}
		for name, c := range a.Bands {
			out[i].add(name, c)
		}
	}
	return out
}

func (t *tool) statsJSON(all accounts) error { return t.json(all) }

// statsTable prints words by band, a line for each circular and language.
func (t *tool) statsTable(all accounts) error {
	header := []string{t.say("column-circular"), t.say("column-language"), t.say("column-segments"), t.say("column-words"), t.say("column-characters")}
	for _, b := range bands {
		header = append(header, t.bandName(b))
	}
	var rows [][]string
	for _, a := range slices.Concat(all.Circulars, all.Totals) {
		rows = append(rows, t.statsRow(a))
	}
	t.table(header, rows)
	return nil
}

func (t *tool) statsRow(a account) []string {
	name := a.Circular
	if name == "" {
		name = t.say("stats-total")
	}
	row := []string{name, a.Language, strconv.Itoa(a.Total.Segments), strconv.Itoa(a.Total.Words), strconv.Itoa(a.Total.Characters)}
	for _, b := range bands {
		row = append(row, strconv.Itoa(a.Bands[b.name].Words))
	}
	return row
}

// bandName gives the name of a band: its percentages, or a word.
func (t *tool) bandName(b band) string {
	if b.name[0] <= '9' {
		return strings.ReplaceAll(b.name, "-", "–") + "%"
	}
	return t.say("band-" + b.name)
}
