package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hexaglot/messages"
)

// sentences are what the circulars of this test consist of.
var sentences = []string{
	"La réunion se tiendra à Genève le 6 septembre 2021.", "Les États Membres sont invités à envoyer leurs contributions au Bureau.",
	"L'interprétation sera assurée dans les six langues officielles.", "Les participants sont priés de s'inscrire avant la fin du mois.",
	"Le Groupe consultatif examinera les résultats de la Conférence.", "Des bourses seront accordées aux pays les moins avancés.",
	"Le projet d'ordre du jour figure en annexe.", "La fracture numérique reste un problème de taille pour les petits États insulaires.",
}

// paper is a circular of paragraphs, each a few sentences.
type paper [][]string

func (p paper) text() string {
	var out []string
	for _, paragraph := range p {
		out = append(out, strings.Join(paragraph, " "))
	}
	return strings.Join(out, "\n\n") + "\n"
}

// edits are what an author does to a circular.
var edits = map[string]func(rt *rapid.T, p paper) paper{
	"insert": func(rt *rapid.T, p paper) paper {
		at := rapid.IntRange(0, len(p)).Draw(rt, "at")
		return slices.Insert(p, at, []string{rapid.SampledFrom(sentences).Draw(rt, "sentence")})
	},
	"delete": func(rt *rapid.T, p paper) paper {
		at := rapid.IntRange(0, len(p)-1).Draw(rt, "at")
		return slices.Delete(p, at, at+1)
	},
	"move": func(rt *rapid.T, p paper) paper {
		from := rapid.IntRange(0, len(p)-1).Draw(rt, "from")
		one := p[from]
		p = slices.Delete(p, from, from+1)
		return slices.Insert(p, rapid.IntRange(0, len(p)).Draw(rt, "to"), one)
	},
	"change": func(rt *rapid.T, p paper) paper {
		one := rapid.SampledFrom(p).Draw(rt, "paragraph")
		at := rapid.IntRange(0, len(one)-1).Draw(rt, "sentence")
		words := strings.Fields(one[at])
		words[rapid.IntRange(0, len(words)-1).Draw(rt, "word")] = rapid.SampledFrom([]string{"nouveau", "7", "autre"}).Draw(rt, "new")
		one[at] = strings.Join(words, " ")
		return p
	},
	"split": func(rt *rapid.T, p paper) paper {
		at := rapid.IntRange(0, len(p)-1).Draw(rt, "at")
		cut := rapid.IntRange(0, len(p[at])-1).Draw(rt, "cut")
		if cut == 0 {
			return p
		}
		return slices.Replace(p, at, at+1, p[at][:cut], p[at][cut:])
	},
	"join": func(rt *rapid.T, p paper) paper {
		if len(p) < 2 {
			return p
		}
		at := rapid.IntRange(0, len(p)-2).Draw(rt, "at")
		return slices.Replace(p, at, at+2, slices.Concat(p[at], p[at+1]))
	},
	"cut a sentence": func(rt *rapid.T, p paper) paper {
		one := rapid.SampledFrom(p).Draw(rt, "paragraph")
		words := strings.Fields(one[0])
		if cut := len(words) / 2; cut > 1 {
			one[0] = strings.Join(words[:cut], " ") + ". Et " + strings.Join(words[cut:], " ")
		}
		return p
	},
	"join sentences": func(rt *rapid.T, p paper) paper {
		one := rapid.SampledFrom(p).Draw(rt, "paragraph")
		if len(one) > 1 {
			one[0] = strings.TrimSuffix(one[0], ".") + " et " + strings.ToLower(one[1])
			copy(one[1:], one[2:])
			one[len(one)-1] = "Fin."
		}
		return p
	},
}

// Whatever an author does between the revisions of a circular, and whether or
// not there is a memory, every translation that was typed is in the files of the
// project.
func TestRevisionsLoseNothing(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := newOffice(rt, t.TempDir())
		d.paper = rapid.SliceOfN(rapid.SliceOfN(rapid.SampledFrom(sentences), 1, 3), 2, 5).Draw(rt, "paper")
		for i, p := range d.paper {
			d.paper[i] = slices.Clone(p)
		}
		d.save()
		d.run("extract", d.dir)
		for range rapid.IntRange(1, 4).Draw(rt, "revisions") {
			d.fill(rapid.IntRange(0, 4).Draw(rt, "left"))
			if rapid.Bool().Draw(rt, "extract first") {
				d.run("extract", d.dir)
			}
			if rapid.Bool().Draw(rt, "build first") {
				d.run("build", d.dir, "--allow-untranslated")
			}
			for range rapid.IntRange(1, 5).Draw(rt, "edits") {
				name := rapid.SampledFrom(editNames()).Draw(rt, "edit")
				if len(d.paper) > 0 || name == "insert" {
					d.paper = edits[name](rt, d.paper)
				}
			}
			if len(d.paper) == 0 {
				d.paper = paper{{sentences[0]}}
			}
			d.save()
			d.run("extract", d.dir)
			d.look()
		}
	})
}

func editNames() []string {
	var names []string
	for name := range edits {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// office is a project with an author and a translator.
type office struct {
	*rapid.T
	dir   string
	paper paper
	typed []string
}

func newOffice(rt *rapid.T, parent string) *office {
	dir, err := os.MkdirTemp(parent, "project")
	if err != nil {
		rt.Fatal(err)
	}
	d := &office{T: rt, dir: dir}
	d.write("hexaglot.toml", "source = \"fr\"\ntargets = [\"ru\"]\n")
	return d
}

func (d *office) write(name, text string) {
	if err := os.WriteFile(filepath.Join(d.dir, name), []byte(text), 0o644); err != nil {
		d.Fatal(err)
	}
}

func (d *office) save() { d.write("letter.fr.md", d.paper.text()) }

func (d *office) run(args ...string) {
	var out bytes.Buffer
	if code := run(args, &out, &out, func(string) string { return "" }); code != 0 {
		d.Fatalf("%q: exit %d\n%s", args, code, out.String())
	}
}

// fill types a translation for every message that has none, but for each
// left-th.
func (d *office) fill(left int) {
	name := filepath.Join(d.dir, "messages", "letter", "translate.ru.toml")
	data, err := os.ReadFile(name)
	if err != nil {
		return
	}
	var out []string
	n := 0
	for line := range strings.SplitSeq(string(data), "\n") {
		out = append(out, line)
		if strings.HasPrefix(line, "[\"") {
			if n++; left > 0 && n%left == 0 {
				continue
			}
			text := fmt.Sprintf("перевод %d", len(d.typed))
			d.typed = append(d.typed, text)
			out = append(out, "other = \""+text+"\"")
		}
	}
	d.write("messages/letter/translate.ru.toml", strings.Join(out, "\n"))
}

// look looks for everything that was typed.
func (d *office) look() {
	var all []byte
	for _, kind := range []messages.Kind{messages.Active, messages.Translate, messages.Attic} {
		data, _ := os.ReadFile(filepath.Join(d.dir, "messages", "letter", string(kind)+".ru.toml"))
		all = append(all, data...)
	}
	for _, text := range d.typed {
		if !bytes.Contains(all, []byte("\""+text+"\"")) {
			d.Fatalf("%s is lost:\n%s", text, all)
		}
	}
}
