package main

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"hexaglot/messages"
	"hexaglot/messages/fault"
	"hexaglot/pipeline"
	"hexaglot/pipeline/document"
	"hexaglot/pipeline/exchange"
	"hexaglot/pipeline/memory"
)

func exportCommand(t *tool) *cli.Command {
	return &cli.Command{
		Name:        "export",
		Usage:       t.say("export-usage"),
		ArgsUsage:   t.say("synopsis-files"),
		Description: "hexaglot export letter.fr.md --format xliff --to ru",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "format", Usage: t.say("flag-export-format", "Formats", exchange.Names())},
			t.fromFlag(), t.toFlag(),
			&cli.StringFlag{Name: "out", Usage: t.say("flag-out")},
			&cli.BoolFlag{Name: "side-by-side", Usage: t.say("flag-side-by-side")},
			&cli.BoolFlag{Name: "force", Usage: t.say("flag-export-force")},
			t.acceptFlag(),
		},
		Action: t.export,
	}
}

// exporter is what the export of one project needs to know.
type exporter struct {
	*builder
	format exchange.Format
	force  bool
	joined bool // all languages in one file
}

// export writes the files for translators, one a circular and language.
func (t *tool) export(c *cli.Context) error {
	s, err := scopeOf(c)
	if err != nil {
		return err
	}
	format, ok := exchange.Named(c.String("format"))
	if !ok {
		return exchangeFormat(c.String("format"))
	}
	if c.Bool("side-by-side") && !format.Several {
		return fault.New(fault.Usage, "export-one-language", "a file of the format {Format} holds one language", "Format", format.Name)
	}
	return t.each(files(c), s, func(p *project) error {
		x := exporter{&builder{tool: t, p: p, s: s}, format, c.Bool("force"), c.Bool("side-by-side")}
		closeOut, err := x.openOut(c.String("out"))
		if err != nil {
			return err
		}
		defer closeOut()
		return x.run()
	})
}

// exchangeFormat refuses a format that is none, or was not said.
func exchangeFormat(name string) error {
	if name == "" {
		return fault.New(fault.Usage, "exchange-no-format", "the format is not said: {Formats}", "Formats", exchange.Names())
	}
	return fault.New(fault.Usage, "exchange-format", "{Format} is none of {Formats}", "Format", name, "Formats", exchange.Names())
}

func (x exporter) run() error {
	for _, g := range x.p.groups() {
		set, err := x.filesOf(g)
		if err != nil {
			return err
		}
		for _, files := range x.bundles(set) {
			name := path.Join(x.prefix, x.fileName(g, files))
			if err := x.deliver(g, files, name); err != nil {
				return err
			}
			x.println(visible(x.out.shown(name)))
		}
	}
	return nil
}

// bundles divides the languages of a circular into files.
func (x exporter) bundles(set []exchange.File) [][]exchange.File {
	if x.joined && len(set) > 0 {
		return [][]exchange.File{set}
	}
	var out [][]exchange.File
	for _, f := range set {
		out = append(out, []exchange.File{f})
	}
	return out
}

func (x exporter) fileName(g group, files []exchange.File) string {
	if x.joined {
		return g.Name + x.format.Extensions[0]
	}
	return x.format.FileName(g.Name, files[0].To)
}

// deliver writes one file. One that is there and holds what was not imported is
// not written over unasked.
func (x exporter) deliver(g group, files []exchange.File, name string) error {
	var data bytes.Buffer
	if err := x.format.Write(&data, files...); err != nil {
		return fault.At(err, x.out.shown(name), 0)
	}
	before, err := x.out.readIfAny(name, exchangeLimit)
	if err != nil {
		return err
	}
	if before != nil && !x.force && !x.imported(g, before) {
		return fault.New(fault.Usage, "export-unimported", "the file holds translations that were not imported").At(x.out.shown(name), 0)
	}
	return x.out.writeAtomic(name, data.Bytes())
}

// imported reports whether a file holds nothing that an import would take.
func (x exporter) imported(g group, data []byte) bool {
	if x.format.Read == nil {
		return true
	}
	old, err := x.format.Read("", data)
	if err != nil {
		return false
	}
	for _, f := range old {
		desk, err := x.desk(x.p, g, ofProject(f.To), x.p.shelf(g.Name))
		if err != nil {
			return false
		}
		for _, v := range exchange.Compare(f, desk.now) {
			if v.Outcome == exchange.Taken || v.Outcome == exchange.Conflict || v.Outcome == exchange.Drafted && !desk.offered(v) {
				return false
			}
		}
	}
	return true
}

// filesOf gives the files of a group of circulars, one a language.
func (x exporter) filesOf(g group) (out []exchange.File, problem error) {
	named, err := x.p.readGroup(g)
	if err != nil {
		return nil, err
	}
	src, err := x.catalogOf(named, g)
	if err != nil {
		return nil, err
	}
	base, err := x.termbase(x.p)
	if err != nil {
		return nil, err
	}
	store, err := x.p.openMemory(memory.Read)
	if err != nil {
		return nil, err
	}
	defer closeMemory(store, &problem)
	advisor := x.newAdvisor(x.p, g, store, base, pipeline.FindTerms(base, src, g.Lang), contextsOf(named))
	for _, lang := range x.p.languagesOf(g.Circulars[0], x.s) {
		shelf := x.p.shelf(g.Name)
		if err := shelf.survey(); err != nil {
			return nil, err
		}
		old, err := shelf.files(lang)
		if err != nil {
			return nil, err
		}
		options, err := x.options(g, lang, advisor)
		if err != nil {
			return nil, err
		}
		f := exchange.File{Name: g.Circulars[0].Path, From: g.Lang, To: lang}
		active, translate := old.Active.ByID(), old.Translate.ByID()
		for i := range src {
			waiting := translate[src[i].ID]
			u := unitOf(&src[i], active[src[i].ID], waiting, options.Advise(&src[i], nil))
			if waiting != nil && u.Target.Blank() {
				u.Before = waiting.Earlier(g.Lang)
			}
			f.Units = append(f.Units, u)
		}
		if x.format.Review {
			if err := x.review(&f, base); err != nil {
				return nil, err
			}
		}
		out = append(out, f)
	}
	return out, advisor.err
}

// unitOf gives a message for translators: its accepted translation, else the
// draft that came from one of them, and beside it what else is offered.
func unitOf(s *messages.Source, active, translate *messages.Message, advice messages.Advice) exchange.Unit {
	u := exchange.Unit{ID: s.ID, Description: s.Description, Notes: s.Notes, Where: s.Where, Source: explained(s)}
	var drafts []messages.Draft
	if m := acceptedOf(s.Text, translate, active); m != nil {
		u.Target, u.State = document.ParseContent(m.Other), stateOf(m)
		drafts = m.Drafts
	} else {
		if translate != nil {
			drafts = translate.Drafts
		}
		drafts = append(slices.Clip(drafts), advice.Drafts...)
		if i := slices.IndexFunc(drafts, func(d messages.Draft) bool { return d.Kept }); i >= 0 {
			u.Target = document.ParseContent(drafts[i].Text)
			drafts = slices.Delete(drafts, i, i+1)
		}
	}
	for _, d := range drafts {
		m := exchange.Match{Text: d.Text, Origin: d.Origin, Similarity: d.Similarity}
		if !slices.Contains(u.Matches, m) {
			u.Matches = append(u.Matches, m)
		}
	}
	for _, line := range advice.Terms {
		u.Terms = append(u.Terms, termOf(line))
	}
	return u
}

// acceptedOf gives the message with the accepted translation of a source; nil
// where none is. One that was filled in among those to do counts before it
// moves, unless a tool has copied the source into it.
func acceptedOf(source string, translate, active *messages.Message) *messages.Message {
	switch {
	case translate != nil && translate.Filled() && translate.Other != source:
		return translate
	case active != nil && active.Filled():
		return active
	}
	return nil
}

// stateOf gives the state of an accepted message.
func stateOf(m *messages.Message) exchange.State {
	return max(exchange.Translated, exchange.ParseState(m.State()))
}

// termOf reads a line of pipeline.Terms.
func termOf(line string) exchange.Term {
	line, unverified := strings.CutSuffix(line, " ?")
	source, target, _ := strings.Cut(line, " → ")
	return exchange.Term{Source: source, Target: target, Verified: !unverified}
}

// explained gives the text of a message, its codes with what they stand for.
func explained(s *messages.Source) document.Content {
	stands := map[string]string{}
	for _, line := range s.Codes {
		code, meaning, _ := strings.Cut(line, " = ")
		stands[code] = meaning
	}
	c := document.ParseContent(s.Text)
	for i, code := range c.Codes {
		c.Codes[i].Disp = stands[code.String()]
	}
	return c
}
