package main

import (
	"strconv"

	"github.com/urfave/cli/v2"
	"golang.org/x/text/language"

	"hexaglot/messages/fault"
	"hexaglot/messages/ui"
	"hexaglot/pipeline/memory/align"
)

func memoryAlignCommand(t *tool) *cli.Command {
	return &cli.Command{
		Name:        "align",
		Usage:       t.say("memory-align-usage"),
		ArgsUsage:   t.say("synopsis-align"),
		Description: "hexaglot memory align letter.fr.docx letter.en.docx letter.ru.docx --review doubts.tsv",
		Flags: []cli.Flag{
			&cli.StringSliceFlag{Name: "langs", Usage: t.say("flag-langs")},
			&cli.IntFlag{Name: "threshold", Value: align.Sure, Usage: t.say("flag-align-threshold")},
			&cli.BoolFlag{Name: "catalogs", Usage: t.say("flag-catalogs")},
			&cli.StringFlag{Name: "review", Usage: t.say("flag-review")},
			&cli.StringFlag{Name: "accept", Usage: t.say("flag-accept-review")},
			t.forceFlag(),
			t.acceptFlag(),
			t.jsonFlag(),
		},
		Action: t.memoryAlign,
	}
}

// alignment is the versions of one document and how they correspond.
type alignment struct {
	p         *project // that of the source
	source    *reading // the first file
	names     []string // of the files, as the user would type them
	pairs     []*align.Pair
	threshold int // percent
}

func (t *tool) memoryAlign(c *cli.Context) error {
	if name := c.String("accept"); name != "" {
		return t.acceptReview(name)
	}
	if err := mayReview(c); err != nil {
		return err
	}
	a, err := t.alignVersions(c)
	if err != nil {
		return err
	}
	defer a.close()
	if err := writeReview(c, a); err != nil {
		return err
	}
	if c.Bool("catalogs") {
		if err := t.alignCatalogs(a); err != nil {
			return err
		}
	}
	report, err := a.p.remember(a.entries())
	if err != nil {
		return err
	}
	if c.Bool("json") {
		return t.json(a.result())
	}
	t.showAlignment(a)
	if name := c.String("review"); name != "" {
		t.println(t.say("align-review-written", "File", name))
	}
	t.remembered(a.p, report)
	return nil
}

// alignVersions reads the files of the command line and aligns the first with
// each of the others.
func (t *tool) alignVersions(c *cli.Context) (*alignment, error) {
	if c.NArg() < 2 {
		return nil, fault.New(fault.Usage, "align-few", "there must be two files at least: the source, and a version in another language")
	}
	threshold := c.Int("threshold")
	if threshold < 0 || threshold > 100 {
		return nil, fault.New(fault.Usage, "align-threshold", "the threshold is a percentage from 0 to 100, not {Threshold}", "Threshold", threshold)
	}
	langs, err := languages(c.StringSlice("langs"), ui.Languages)
	if err != nil {
		return nil, err
	}
	if len(langs) > 0 && len(langs) != c.NArg() {
		return nil, fault.New(fault.Usage, "align-langs", "there are {Files} files, but --langs names {Languages} languages", "Files", c.NArg(), "Languages", len(langs))
	}
	a := &alignment{threshold: threshold}
	for i, name := range c.Args().Slice() {
		if err := t.alignFile(a, name, at(langs, i), c.Bool("accept-changes")); err != nil {
			a.close()
			return nil, err
		}
	}
	return a, nil
}

func (a *alignment) close() {
	if a.p != nil {
		a.p.close()
	}
}

// at gives the i-th language of a list, Und where there are none.
func at(langs []language.Tag, i int) language.Tag {
	if len(langs) == 0 {
		return language.Und
	}
	return langs[i]
}

// alignFile takes one more version in: the first is the source.
func (t *tool) alignFile(a *alignment, name string, lang language.Tag, acceptChanges bool) error {
	dir, only := home(name)
	p, err := openOne(dir, only, scope{from: lang, acceptChanges: acceptChanges}, nil)
	if err != nil {
		return err
	}
	if lang != language.Und {
		p.circulars[0].Lang = lang
	}
	if a.p == nil {
		a.p = p
	} else {
		defer p.close()
	}
	read, err := p.readCircular(p.circulars[0])
	if err != nil {
		return err
	}
	for i, known := range a.languages() {
		if known == read.Lang {
			return fault.New(fault.Usage, "align-same-language", "is in the same language as {Other} ({Language})",
				"Other", a.names[i], "Language", known.String()).At(p.shown(read.Path), 0)
		}
	}
	a.names = append(a.names, p.shown(read.Path))
	if a.source == nil {
		a.source = read
		return nil
	}
	base, err := t.termbase(a.p)
	if err != nil {
		return err
	}
	a.pairs = append(a.pairs, align.Documents(a.source.doc, read.doc, base))
	return nil
}

// languages lists the languages of the files.
func (a *alignment) languages() []language.Tag {
	if a.source == nil {
		return nil
	}
	out := []language.Tag{a.source.Lang}
	for _, p := range a.pairs {
		out = append(out, p.To)
	}
	return out
}

// sure reports whether a bead is taken without review.
func (a *alignment) sure(b align.Bead) bool {
	return len(b.Src) > 0 && len(b.Trg) > 0 && b.Confidence >= a.threshold
}

// counts is how many beads of a pair are of each sort.
type counts struct {
	Source     int `json:"source"` // segments
	Target     int `json:"target"`
	Sure       int `json:"sure"` // beads
	Doubtful   int `json:"doubtful"`
	SourceOnly int `json:"source-only"` // segments without a counterpart
	TargetOnly int `json:"target-only"`
}

func (a *alignment) counts(p *align.Pair) counts {
	out := counts{Source: len(p.Src), Target: len(p.Trg)}
	for _, b := range p.Beads {
		switch {
		case len(b.Trg) == 0:
			out.SourceOnly += len(b.Src)
		case len(b.Src) == 0:
			out.TargetOnly += len(b.Trg)
		case a.sure(b):
			out.Sure++
		default:
			out.Doubtful++
		}
	}
	return out
}

// showAlignment prints the counts, and what is to be reviewed.
func (t *tool) showAlignment(a *alignment) {
	var rows [][]string
	for _, p := range a.pairs {
		n := a.counts(p)
		row := []string{p.To.String()}
		for _, count := range []int{n.Source, n.Target, n.Sure, n.Doubtful, n.SourceOnly, n.TargetOnly} {
			row = append(row, strconv.Itoa(count))
		}
		rows = append(rows, row)
	}
	t.table([]string{
		t.say("column-language"), t.say("column-source-segments"), t.say("column-target-segments"), t.say("column-sure"),
		t.say("column-doubtful"), t.say("column-source-only"), t.say("column-target-only"),
	}, rows)
	for _, d := range a.doubts() {
		t.println("")
		t.println(t.say("align-doubt", "Source", d.SourcePlace, "Target", d.TargetPlace, "Confidence", d.Confidence))
		for _, text := range []string{d.Source, d.Target} {
			if text != "" {
				t.println("  " + visible(excerpt(text, 100)))
			}
		}
	}
}
