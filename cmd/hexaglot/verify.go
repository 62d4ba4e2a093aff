package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
	"golang.org/x/text/language"

	"hexaglot/messages/fault"
	"hexaglot/messages/ui"
	"hexaglot/pipeline"
	"hexaglot/pipeline/format"
	"hexaglot/pipeline/parity"
)

func verifyCommand(t *tool) *cli.Command {
	return &cli.Command{
		Name:        "verify",
		Usage:       t.say("verify-usage"),
		ArgsUsage:   t.say("synopsis-verify"),
		Description: "hexaglot verify letter.fr.docx letter.en.docx letter.es.docx --format html --out parity.html",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "langs", Usage: t.say("flag-verify-langs")},
			&cli.StringFlag{Name: "format", Usage: t.say("flag-verify-format")},
			&cli.StringFlag{Name: "out", Usage: t.say("flag-out-file")},
			t.forceFlag(),
			t.acceptFlag(),
		},
		Action: t.verify,
	}
}

// compared is one version, and what identifies its file.
type compared struct {
	parity.Version
	size int
	sum  string // SHA-256, in hexadecimal
}

// verification is what verify has found, ready to be told.
type verification struct {
	versions []compared
	report   *parity.Report
}

// verifyFormats lists the forms of the report by their names.
var verifyFormats = []struct {
	name  string
	write func(*tool, io.Writer, verification) error
}{
	{"text", (*tool).verifyText},
	{"json", (*tool).verifyJSON},
	{"html", (*tool).verifyHTML},
}

func (t *tool) verify(c *cli.Context) error {
	write, err := verifyWriter(c.String("format"), c.String("out"))
	if err != nil {
		return err
	}
	v, err := t.readVersions(c)
	if err != nil {
		return err
	}
	base, err := t.termbaseHere()
	if err != nil {
		return err
	}
	versions := make([]parity.Version, len(v.versions))
	for i, one := range v.versions {
		versions[i] = one.Version
	}
	v.report = parity.Compare(versions, base)
	var b bytes.Buffer
	if err := write(t, &b, v); err != nil {
		return err
	}
	if shown, err := t.save(c, b.Bytes()); err != nil {
		return err
	} else if shown != "" {
		t.println(t.verdict(v))
	}
	if len(v.report.Findings) > 0 {
		return exit(1)
	}
	return nil
}

// verifyWriter gives the form of the report: the one asked for, or that of the
// extension of the file to write.
func verifyWriter(name, out string) (func(*tool, io.Writer, verification) error, error) {
	if name == "" {
		name = strings.TrimPrefix(strings.ToLower(filepath.Ext(out)), ".")
	}
	if name == "" || name == "txt" {
		name = "text"
	}
	var names []string
	for _, f := range verifyFormats {
		if f.name == name {
			return f.write, nil
		}
		names = append(names, f.name)
	}
	return nil, fault.New(fault.Usage, "verify-format", "there is no report in the form {Name}; there are {Names}", "Name", name, "Names", names)
}

// readVersions reads the files of the command line.
func (t *tool) readVersions(c *cli.Context) (verification, error) {
	names := c.Args().Slice()
	var v verification
	if len(names) < 2 {
		return v, fault.New(fault.Usage, "verify-few", "there are fewer than two files to compare")
	}
	tags, err := versionTags(names, c.String("langs"))
	if err != nil {
		return v, err
	}
	s := scope{acceptChanges: c.Bool("accept-changes")}
	for i, name := range names {
		one, err := readVersion(name, tags[i], s)
		if err != nil {
			return v, err
		}
		v.versions = append(v.versions, one)
	}
	return v, nil
}

// versionTags gives the language of each file: the one that --langs says, or
// the one that its name says. Each may be there once.
func versionTags(names []string, said string) ([]language.Tag, error) {
	var out []language.Tag
	if said != "" {
		tags, err := languages([]string{said}, ui.Languages)
		if err != nil {
			return nil, err
		}
		if len(tags) != len(names) {
			return nil, fault.New(fault.Usage, "verify-langs", "--langs names {Languages} languages for {Files} files", "Languages", len(tags), "Files", len(names))
		}
		return tags, nil
	}
	for _, name := range names {
		_, _, lang := splitName(name)
		if lang == language.Und {
			return nil, fault.New(fault.Usage, "verify-language-unsaid", "the name does not say its language, as letter.fr.docx does").At(name, 0)
		}
		if i := slices.Index(out, lang); i >= 0 {
			return nil, fault.New(fault.Usage, "verify-language-twice", "is in the same language as {Other}", "Other", names[i]).At(name, 0)
		}
		out = append(out, lang)
	}
	return out, nil
}

func readVersion(name string, lang language.Tag, s scope) (compared, error) {
	f, ok := format.Find(pipeline.Formats(), name)
	if !ok {
		return compared{}, fault.New(fault.Input, "format-unknown", "no format is known for this name; known are {Extensions}", "Extensions", extensions()).At(name, 0)
	}
	p, base, err := folderOf(name)
	if err != nil {
		return compared{}, err
	}
	defer p.close()
	src, err := p.read(base, circularLimit)
	if err != nil {
		return compared{}, err
	}
	doc, err := pipeline.Read(name, src, lang, pipeline.Options{Word: p.Word.options(s.acceptChanges)})
	if err != nil {
		return compared{}, err
	}
	return compared{parity.Version{Name: name, Format: f.Name, Doc: doc}, len(src), fmt.Sprintf("%x", sha256.Sum256(src))}, nil
}
