package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"hexaglot/glossary"
	"hexaglot/glossary/exchange"
	"hexaglot/messages/fault"
)

// exchangeLimit is how large a file from another tool may be, in bytes.
const exchangeLimit = 256 << 20

func glossaryImportCommand(t *tool) *cli.Command {
	return &cli.Command{
		Name:        "import",
		Usage:       t.say("glossary-import-usage"),
		ArgsUsage:   t.say("synopsis-import"),
		Description: "hexaglot glossary import unterm.tbx terms.xlsx --out terms.toml",
		Flags:       []cli.Flag{t.outFileFlag(), t.forceFlag()},
		Action:      t.glossaryImport,
	}
}

func glossaryExportCommand(t *tool) *cli.Command {
	return &cli.Command{
		Name:        "export",
		Usage:       t.say("glossary-export-usage"),
		ArgsUsage:   t.say("synopsis-termbases"),
		Description: "hexaglot glossary export --format xlsx --out terms.xlsx",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "format", Usage: t.say("flag-format", "Formats", formatNames())},
			t.outFileFlag(), t.forceFlag(),
		},
		Action: t.glossaryExport,
	}
}

func (t *tool) outFileFlag() cli.Flag {
	return &cli.StringFlag{Name: "out", Usage: t.say("flag-out-file")}
}

func (t *tool) forceFlag() cli.Flag {
	return &cli.BoolFlag{Name: "force", Usage: t.say("flag-force")}
}

// formatNames lists the formats of files with terms.
func formatNames() []string {
	var names []string
	for _, f := range exchange.All() {
		names = append(names, f.Name)
	}
	return names
}

// glossaryImport turns files with terms into one glossary of ours.
func (t *tool) glossaryImport(c *cli.Context) error {
	if c.NArg() == 0 {
		return fault.New(fault.Usage, "import-no-file", "there is no file to import")
	}
	b, err := t.readTermbases(c.Args().Slice())
	if err != nil {
		return err
	}
	return t.deliver(c, b.Encode(), b)
}

// glossaryExport writes a termbase for others: that of the files, or that of
// the project.
func (t *tool) glossaryExport(c *cli.Context) error {
	format, err := formatOf(c.String("format"), c.String("out"))
	if err != nil {
		return err
	}
	b, err := t.termbaseOf(c)
	if err != nil {
		return err
	}
	data, err := format.Write(b)
	if err != nil {
		return fault.At(err, c.String("out"), 0)
	}
	return t.deliver(c, data, b)
}

// formatOf gives the format of that name, else the first that the file's name
// tells.
func formatOf(name, out string) (exchange.Format, error) {
	if f, ok := exchange.Named(name); ok {
		return f, nil
	}
	if name != "" {
		return exchange.Format{}, fault.New(fault.Usage, "export-format", "{Format} is none of {Formats}", "Format", name, "Formats", formatNames())
	}
	ext := strings.ToLower(filepath.Ext(out))
	for _, f := range exchange.All() {
		if slices.Contains(f.Extensions, ext) {
			return f, nil
		}
	}
	return exchange.Format{}, fault.New(fault.Usage, "export-no-format", "the format is not said: {Formats}", "Formats", formatNames())
}

// termbaseOf gives the termbase of a command's files, or of the project.
func (t *tool) termbaseOf(c *cli.Context) (*glossary.Termbase, error) {
	if c.NArg() == 0 {
		return t.termbaseHere()
	}
	return t.readTermbases(c.Args().Slice())
}

// readTermbases reads files with terms, whatever their formats, and lays them
// over each other.
func (t *tool) readTermbases(names []string) (*glossary.Termbase, error) {
	var bases []*glossary.Termbase
	for _, name := range names {
		b, err := readTermbase(name)
		if err != nil {
			return nil, err
		}
		bases = append(bases, b)
	}
	merged, conflicts := glossary.Merge(bases...)
	t.warn(conflicts)
	return merged, nil
}

func readTermbase(name string) (*glossary.Termbase, error) {
	p, base, err := folderOf(name)
	if err != nil {
		return nil, err
	}
	defer p.close()
	data, err := p.read(base, exchangeLimit)
	if err != nil {
		return nil, err
	}
	format, ok := exchange.Find(name, data)
	if !ok {
		return nil, fault.New(fault.Input, "exchange-unknown", "the file has no terms in a format that is known: {Formats}", "Formats", formatNames()).At(p.shown(base), 0)
	}
	return format.Read(p.shown(base), data)
}

// folderOf opens the folder of a file and gives the file's name in it.
func folderOf(name string) (*project, string, error) {
	dir, base := filepath.Dir(name), filepath.Base(name)
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, "", fault.New(fault.Input, "unreadable", "cannot be read").At(filepath.ToSlash(name), 0).Wrap(err)
	}
	return &project{dir: dir, root: root}, base, nil
}

// deliver writes terms to the file of --out, or prints them.
func (t *tool) deliver(c *cli.Context, data []byte, b *glossary.Termbase) error {
	shown, err := t.save(c, data)
	if err == nil && shown != "" {
		t.println(t.say("glossary-written", "File", shown, "Count", len(slices.Collect(b.All()))))
	}
	return err
}

// save writes data to the file of --out, which is never overwritten unasked, and
// gives its name; where none is named it prints them.
func (t *tool) save(c *cli.Context, data []byte) (shown string, err error) {
	name := c.String("out")
	if name == "" {
		_, err := t.stdout.Write(data)
		return "", err
	}
	p, base, err := folderOf(name)
	if err != nil {
		return "", err
	}
	defer p.close()
	if _, err := p.root.Lstat(base); err == nil && !c.Bool("force") {
		return "", fault.New(fault.Usage, "out-exists", "the file exists already").At(p.shown(base), 0)
	}
	return p.shown(base), p.writeAtomic(base, data)
}
