package main

import (
	"errors"
	"fmt"
	"path"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"
	"golang.org/x/text/language"

	"hexaglot/messages"
	"hexaglot/messages/fault"
	"hexaglot/messages/ui"
	"hexaglot/pipeline/exchange"
)

func importCommand(t *tool) *cli.Command {
	return &cli.Command{
		Name:        "import",
		Usage:       t.say("import-usage"),
		ArgsUsage:   t.say("synopsis-import"),
		Description: "hexaglot import letter.ru.xlf --dry-run",
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "dry-run", Usage: t.say("flag-dry-run")},
			&cli.BoolFlag{Name: "accept-drafts", Usage: t.say("flag-accept-drafts")},
			t.jsonFlag(),
		},
		Action: t.importFiles,
	}
}

// arrival is what came of one unit of a returned file.
type arrival struct {
	File     string `json:"file"`
	Line     int    `json:"line,omitempty"`
	Circular string `json:"circular"`
	Language string `json:"language"`
	ID       string `json:"id"`
	Outcome  string `json:"outcome"`
	State    string `json:"state,omitempty"`
	Source   string `json:"source"`
	Before   string `json:"before,omitempty"`
	Target   string `json:"target,omitempty"`
	Message  string `json:"message,omitempty"`
}

// importer takes returned files into their projects.
type importer struct {
	*tool
	dryRun   bool
	accept   bool // drafts, of a tool that knows no states
	json     bool
	rows     [][]string
	arrivals []arrival
	problems []error
}

// importFiles takes returned files into the catalogs, each on its own: what is
// wrong with one keeps no other from being taken.
func (t *tool) importFiles(c *cli.Context) error {
	if c.NArg() == 0 {
		return fault.New(fault.Usage, "import-nothing", "there is no file to import")
	}
	im := importer{tool: t, dryRun: c.Bool("dry-run"), accept: c.Bool("accept-drafts"), json: c.Bool("json"), arrivals: []arrival{}}
	for _, name := range c.Args().Slice() {
		im.file(name)
	}
	return im.tell()
}

// file imports one returned file, each of its circulars on its own.
func (im *importer) file(name string) {
	shown, set, err := readExchange(name)
	if err != nil {
		im.problems = append(im.problems, err)
	}
	for _, f := range set {
		if err := im.take(name, shown, f); err != nil {
			im.problems = append(im.problems, err)
		}
	}
}

// readExchange reads a file for translators in whichever format it has.
func readExchange(name string) (shown string, set []exchange.File, err error) {
	folder, base, err := folderOf(name)
	if err != nil {
		return "", nil, err
	}
	defer folder.close()
	shown = folder.shown(base)
	data, err := folder.read(base, exchangeLimit)
	if err != nil {
		return shown, nil, err
	}
	format, ok := exchange.Find(base, data)
	if !ok {
		return shown, nil, fault.New(fault.Input, "import-format", "the file has no format that is known: {Formats}", "Formats", exchange.Names()).At(shown, 0)
	}
	set, err = format.Read(shown, data)
	return shown, set, err
}

// take takes one circular in one language.
func (im *importer) take(name, shown string, f exchange.File) error {
	f.From, f.To = ofProject(f.From), ofProject(f.To)
	if im.accept {
		for i := range f.Units {
			if u := &f.Units[i]; !u.Target.Blank() {
				u.State = max(u.State, exchange.Translated)
			}
		}
	}
	p, g, err := locate(name, shown, f)
	if err != nil {
		return err
	}
	defer p.close()
	if err := p.speaks(g, f); err != nil {
		return fault.At(err, shown, 0)
	}
	if im.dryRun {
		_, err = im.weigh(p, g, shown, f, p.shelf(g.Name))
		return err
	}
	release, err := p.lock()
	if err != nil {
		return err
	}
	defer release()
	rows, arrivals, problems := len(im.rows), len(im.arrivals), len(im.problems)
	return p.revise(g.Name, func(shelf *shelf) ([]file, error) {
		im.rows, im.arrivals, im.problems = im.rows[:rows], im.arrivals[:arrivals], im.problems[:problems]
		next, err := im.weigh(p, g, shown, f, shelf)
		if err != nil {
			return nil, err
		}
		return shelf.put(f.To, next), nil
	})
}

// ofProject gives the language of a project that a tool means by one with a
// region: fr for fr-FR.
func ofProject(lang language.Tag) language.Tag {
	if lang == language.Und {
		return lang
	}
	base, _ := lang.Base()
	if tag, ok := ui.Parse(base.String()); ok {
		return tag
	}
	return lang
}

// speaks refuses a file in languages that are not those of the circular. A file
// may leave unsaid which the source is.
func (p *project) speaks(g group, f exchange.File) error {
	if f.From != language.Und && f.From != g.Lang {
		return fault.New(fault.Content, "import-source-language", "the file is a translation from {Language}, and the circular is in {Source}", "Language", f.From.String(), "Source", g.Lang.String())
	}
	for _, lang := range p.languagesOf(g.Circulars[0], scope{all: true}) {
		if lang == f.To {
			return nil
		}
	}
	return fault.New(fault.Content, "import-language", "{Language} is no language that the circular is translated into", "Language", f.To.String())
}

// desk is what a project has on the messages of a circular in one language.
type desk struct {
	lang  language.Tag
	plan  *messages.Plan
	src   map[string]string
	old   messages.Files
	heads messages.Heads

	active, translate map[string]*messages.Message
}

// desk reads what is there.
func (t *tool) desk(p *project, g group, lang language.Tag, shelf *shelf) (*desk, error) {
	src, err := t.messagesOf(p, g)
	if err != nil {
		return nil, err
	}
	if err := shelf.survey(); err != nil {
		return nil, err
	}
	sources, err := shelf.files(g.Lang)
	if err != nil {
		return nil, err
	}
	old, err := shelf.files(lang)
	if err != nil {
		return nil, err
	}
	voice, err := t.voice(lang)
	if err != nil {
		return nil, err
	}
	d := &desk{
		lang: lang, plan: messages.NewPlan(g.Lang, src, sources), src: make(map[string]string, len(src)), old: old,
		heads: voice.heads(g), active: old.Active.ByID(), translate: old.Translate.ByID(),
	}
	for _, m := range src {
		d.src[m.ID] = m.Text
	}
	return d, nil
}

// now gives what the project has on a message. What a translator has filled in
// counts, whether or not it has moved to the active catalog.
func (d *desk) now(id string) (exchange.Now, bool) {
	source, ok := d.src[id]
	n := exchange.Now{Source: source}
	if m := acceptedOf(source, d.translate[id], d.active[id]); m != nil {
		n.Target, n.State = m.Other, stateOf(m)
	}
	return n, ok
}

// offered reports whether a draft is there already.
func (d *desk) offered(v exchange.Verdict) bool {
	for _, m := range []*messages.Message{d.translate[v.Unit.ID], d.active[v.Unit.ID]} {
		if m == nil {
			continue
		}
		for _, draft := range m.Drafts {
			if draft.Text == v.Text {
				return true
			}
		}
	}
	return false
}

// weigh compares a returned file with what is there, notes what comes of it and
// gives the catalogs that take it in.
func (im *importer) weigh(p *project, g group, shown string, f exchange.File, shelf *shelf) (messages.Files, error) {
	d, err := im.desk(p, g, f.To, shelf)
	if err != nil {
		return messages.Files{}, err
	}
	var answers []messages.Answer
	counts := make([]int, 5)
	for _, v := range exchange.Compare(f, d.now) {
		if v.Outcome == exchange.Drafted && d.offered(v) {
			v.Outcome = exchange.Unchanged
		}
		counts[v.Outcome]++
		im.note(p, g, shown, f, v)
		switch v.Outcome {
		case exchange.Taken:
			answers = append(answers, messages.Answer{ID: v.Unit.ID, Text: v.Text, State: v.State.String()})
		case exchange.Drafted, exchange.Conflict:
			draft := &messages.Draft{Text: v.Text, Origin: path.Base(shown)}
			answers = append(answers, messages.Answer{ID: v.Unit.ID, Draft: draft})
		}
	}
	row := []string{g.Name, f.To.String()}
	for _, n := range counts[1:] {
		row = append(row, strconv.Itoa(n))
	}
	im.rows = append(im.rows, append(row, strconv.Itoa(counts[0])))
	if len(answers) == 0 {
		return d.old, nil
	}
	return d.plan.Receive(f.To, d.old, answers, d.heads), nil
}

// note keeps what came of a unit for the report.
func (im *importer) note(p *project, g group, shown string, f exchange.File, v exchange.Verdict) {
	if v.Outcome == exchange.Unchanged {
		return
	}
	a := arrival{
		File: shown, Line: v.Unit.Line, Circular: p.shown(g.Circulars[0].Path), Language: f.To.String(), ID: v.Unit.ID,
		Outcome: v.Outcome.String(), Source: v.Unit.Source.String(), Before: v.Before, Target: v.Text,
	}
	if v.Outcome == exchange.Taken {
		a.State = v.State.String()
	}
	if v.Fault != nil {
		a.Message = im.what(v.Fault)
		if cause := im.cause(v.Fault.Err); cause != "" {
			a.Message += ": " + cause
		}
		im.problems = append(im.problems, v.Fault.At(shown, 0))
	}
	im.arrivals = append(im.arrivals, a)
}

// tell reports what came of all files.
func (im *importer) tell() error {
	if im.json {
		if err := im.tool.json(im.arrivals); err != nil {
			return err
		}
		return errors.Join(im.problems...)
	}
	if im.dryRun {
		im.showDiffs()
	}
	if len(im.rows) > 0 {
		im.table([]string{
			im.say("column-circular"), im.say("column-language"), im.say("column-taken"), im.say("column-drafts"),
			im.say("column-conflicts"), im.say("column-refused"), im.say("column-unchanged"),
		}, im.rows)
		if im.dryRun {
			im.println(im.say("import-dry-run"))
		}
	}
	return errors.Join(im.problems...)
}

// showDiffs shows word by word what would change.
func (im *importer) showDiffs() {
	for _, a := range im.arrivals {
		where := fault.New(fault.Content, "", "").At(a.File, a.Line).Where()
		fmt.Fprintf(im.stdout, "%s: %s [%s]\n", visible(where), im.say("outcome-"+a.Outcome), a.ID)
		fmt.Fprintf(im.stdout, "  %s\n  %s\n", visible(excerpt(a.Source, 100)), visible(strings.TrimSpace(messages.WordDiff(a.Before, a.Target))))
	}
}
