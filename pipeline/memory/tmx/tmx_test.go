package tmx_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/language"
	"pgregory.net/rapid"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/document"
	"hexaglot/pipeline/memory/tmx"
)

// read gives the units of a text, each one as "lang: text = lang: text", and the
// ids and lines of its problems.
func read(text string) (units, problems []string) {
	for u, err := range tmx.Read(strings.NewReader(text), "a.tmx", language.French) {
		var f *fault.Error
		if errors.As(err, &f) {
			problems = append(problems, fmt.Sprintf("%s:%d", f.ID, f.Line))
			continue
		}
		var parts []string
		for _, v := range u.Variants {
			parts = append(parts, v.Lang.String()+": "+v.Content.String())
		}
		units = append(units, strings.Join(parts, " = "))
	}
	return units, problems
}

const head = `<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header srclang="fr"/><body>`

func file(units string) string { return head + units + "</body></tmx>" }

func TestRead(t *testing.T) {
	for name, c := range map[string]struct{ text, want, problems string }{
		"plain":         {file(`<tu><tuv xml:lang="en-US"><seg>Yes &amp; no</seg></tuv><tuv xml:lang="FR"><seg>Oui et non</seg></tuv></tu>`), "fr: Oui et non = en-US: Yes & no", ""},
		"a pair":        {file(`<tu><tuv xml:lang="fr"><seg>Le <bpt i="1" x="7" type="bold">&lt;b></bpt>mot<ept i="1">&lt;/b></ept></seg></tuv><tuv xml:lang="en"><seg>The <bpt i="4" x="7" type="bold"/>word<ept i="4"/></seg></tuv></tu>`), "fr: Le <b1>mot</b1> = en: The <b1>word</b1>", ""},
		"order":         {file(`<tu><tuv xml:lang="fr"><seg><ph x="1"/>a<ph x="2"/></seg></tuv><tuv xml:lang="en"><seg><ph x="2"/>b<ph x="1"/></seg></tuv></tu>`), "fr: <x1/>a<x2/> = en: <x2/>b<x1/>", ""},
		"crossed order": {file(`<tu><tuv xml:lang="fr"><seg><bpt i="1"/>a<ept i="1"/><bpt i="2"/>b<ept i="2"/></seg></tuv><tuv xml:lang="en"><seg><bpt i="2"/>B<ept i="2"/><bpt i="1"/>A<ept i="1"/></seg></tuv></tu>`), "fr: <g1>a</g1><g2>b</g2> = en: <g2>B</g2><g1>A</g1>", ""},
		"hi, it, ut":    {file(`<tu><tuv xml:lang="fr"><seg><hi type="italic">a<hi>b</hi></hi><it pos="begin"/><ut>x</ut></seg></tuv><tuv xml:lang="en"><seg>c</seg></tuv></tu>`), "fr: <i1>a<hi2>b</hi2></i1><x3/><x4/> = en: c", ""},
		"sub":           {file(`<tu><tuv xml:lang="fr"><seg>a<ph>x<sub>note</sub></ph></seg></tuv><tuv xml:lang="en"><seg>b</seg></tuv></tu>`), "fr: a<x1/> = en: b", ""},
		"all":           {strings.ReplaceAll(file(`<tu><tuv xml:lang="en"><seg>a</seg></tuv><tuv xml:lang="fr"><seg>b</seg></tuv></tu>`), `srclang="fr"`, `srclang="*all*"`), "fr: b = en: a", ""},
		"default":       {file(`<tu><tuv xml:lang="x-default"><seg>a</seg></tuv><tuv xml:lang="en"><seg>b</seg></tuv></tu>`), "fr: a = en: b", ""},
		"alternatives":  {file(`<tu><tuv xml:lang="fr"><seg>a</seg></tuv><tuv xml:lang="en"><seg>b</seg></tuv><tuv xml:lang="en"><seg>c</seg></tuv></tu>`), "fr: a = en: b; fr: a = en: c", ""},
		"no target":     {file(`<tu><tuv xml:lang="fr"><seg>a</seg></tuv></tu>`), "", ""},
		"old lang":      {file(`<tu><tuv lang="fr"><seg>a</seg></tuv><tuv lang="en"><seg>b</seg></tuv></tu>`), "fr: a = en: b", ""},
		"problems": {
			file("\n<tu><tuv xml:lang=\"zz-zz-zz\"><seg>a</seg></tuv></tu>\n<tu><tuv xml:lang=\"fr\"></tuv></tu>\n<tu><tuv xml:lang=\"en\"><seg>a</seg></tuv></tu>\n" +
				"<tu changedate=\"yesterday\"><tuv xml:lang=\"fr\"><seg>a</seg></tuv></tu>\n<tu><tuv xml:lang=\"fr\"><seg>a<ept i=\"1\"/></seg></tuv><tuv xml:lang=\"en\"><seg>b</seg></tuv></tu>"),
			"", "tmx-language:2 tmx-no-text:3 tmx-source:4 tmx-date:5 tmx-code:6",
		},
		"entities":  {`<!DOCTYPE tmx [<!ENTITY a "b">]><tmx/>`, "", "tmx-doctype:1"},
		"other DTD": {`<!DOCTYPE tmx SYSTEM "file:///etc/passwd"><tmx/>`, "", "tmx-doctype:1"},
		"cut off":   {head + "\n<tu><tuv xml:lang=\"fr\"><seg>a", "", "tmx-xml:2"},
		"no TMX":    {"<html/>", "", "tmx-root:1"},
		"empty":     {"", "", "tmx-root:0"},
		"deep":      {head + strings.Repeat("<tu>", 60), "", "tmx-depth:1"},
	} {
		t.Run(name, func(t *testing.T) {
			units, problems := read(c.text)
			if got := strings.Join(units, "; "); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			if got := strings.Join(problems, " "); got != c.problems {
				t.Errorf("problems %s, want %s", got, c.problems)
			}
		})
	}
}

func TestEncodings(t *testing.T) {
	text := strings.Replace(file(`<tu><tuv xml:lang="fr"><seg>é会议م</seg></tuv><tuv xml:lang="en"><seg>b</seg></tuv></tu>`), `version="1.0"`, `version="1.0" encoding="UTF-16"`, 1)
	for _, e := range []struct {
		order unicode.Endianness
		mark  unicode.BOMPolicy
	}{{unicode.LittleEndian, unicode.UseBOM}, {unicode.BigEndian, unicode.UseBOM}, {unicode.LittleEndian, unicode.IgnoreBOM}, {unicode.BigEndian, unicode.IgnoreBOM}} {
		encoded, err := unicode.UTF16(e.order, e.mark).NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		if units, problems := read(encoded); len(units) != 1 || units[0] != "fr: é会议م = en: b" {
			t.Errorf("%v: got %q, %v", e, units, problems)
		}
	}
}

// A text without end is refused before it fills the memory.
func TestALongTextIsRefused(t *testing.T) {
	endless := io.MultiReader(strings.NewReader(head+"<tu><tuv xml:lang=\"fr\"><seg>"), io.LimitReader(letters{}, 1<<40))
	for _, err := range tmx.Read(endless, "a.tmx", language.French) {
		if !errors.Is(err, &fault.Error{ID: "tmx-long"}) {
			t.Errorf("got %v", err)
		}
	}
}

type letters struct{}

func (letters) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	return len(p), nil
}

var samples = []string{"Réunion ", "مرحبا ", "会议", "Совещание ", "reunión ", "<", "&", "]]>", "\r\n", "\t", "\u2028", "\ufeff", `"`, "  ", "😀"}

func content(t *rapid.T, label string) document.Content {
	var c document.Content
	var b strings.Builder
	b.WriteString("x")
	var open []document.Code
	for n := range rapid.IntRange(0, 6).Draw(t, label) {
		code := document.Code{Name: rapid.SampledFrom([]string{"b", "a", "sup", "br", "x", "g"}).Draw(t, "name"), ID: n + 1, Pos: b.Len()}
		switch rapid.IntRange(0, 3).Draw(t, "kind") {
		case 0:
			code.Kind = document.Standalone
			c.Codes = append(c.Codes, code)
		case 1:
			c.Codes = append(c.Codes, code)
			open = append(open, code)
		case 2:
			if k := len(open) - 1; k >= 0 {
				last := open[k]
				last.Kind, last.Pos = document.Close, b.Len()
				c.Codes, open = append(c.Codes, last), open[:k]
			}
		}
		b.WriteString(rapid.SampledFrom(samples).Draw(t, "text"))
	}
	for k := len(open) - 1; k >= 0; k-- {
		open[k].Kind, open[k].Pos = document.Close, b.Len()
		c.Codes = append(c.Codes, open[k])
	}
	c.Text = b.String()
	if len(c.Codes) == 0 {
		return c
	}
	return c.Renumber()
}

// What is written is read again: texts, codes, who, when and properties.
func TestWriteAndRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		src := content(t, "source")
		u := tmx.Unit{
			ID: "1", Source: language.French, Notes: []string{"a <note>"}, Props: []tmx.Prop{{Type: "x-a", Text: "b&c"}}, Line: 6,
			Variants: []tmx.Variant{
				{Lang: language.French, Content: src},
				{Lang: language.Arabic, Content: src, Who: "me", When: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC), Props: []tmx.Prop{{Type: "x-s", Text: "human"}}},
			},
		}
		var b bytes.Buffer
		w := tmx.NewWriter(&b, "1", language.Und)
		if err := errors.Join(w.Write(u), w.Close()); err != nil {
			t.Fatal(err)
		}
		for got, err := range tmx.Read(&b, "a.tmx", language.French) {
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(u, got, cmp.Comparer(func(a, b language.Tag) bool { return a == b })); diff != "" {
				t.Fatal(diff)
			}
		}
	})
}

// What is written is valid against the DTD of TMX 1.4b.
func TestWriteIsValid(t *testing.T) {
	lint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("xmllint is not installed")
	}
	name := filepath.Join(t.TempDir(), "a.tmx")
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	w := tmx.NewWriter(f, "1", language.French)
	for _, text := range []string{"a<b1>b</b1><br2/>", "<b1>half", "half</b1>", "a\x01b\r\n", "<a1><b2></b2></a1>", "会议", "مرحبا"} {
		c := document.ParseContent(text)
		err = errors.Join(err, w.Write(tmx.Unit{Source: language.French, Notes: []string{"n"}, Props: []tmx.Prop{{Type: "t", Text: "p"}}, Variants: []tmx.Variant{
			{Lang: language.French, Content: c}, {Lang: language.English, Content: c, Who: "me", When: time.Now(), Props: []tmx.Prop{{Type: "t", Text: "p"}}},
		}}))
	}
	if err := errors.Join(err, w.Close(), f.Close()); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(lint, "--noout", "--dtdvalid", "testdata/tmx14.dtd", name).CombinedOutput(); err != nil && !bytes.Contains(out, []byte("failed to load")) {
		t.Errorf("%s", out)
	}
}

// FuzzRead shows that no file makes the reader panic or go on without end.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		file(`<tu><tuv xml:lang="fr"><seg>Réunion<bpt i="1"/>a<ept i="1"/></seg></tuv><tuv xml:lang="en"><seg>b<hi>c</hi></seg></tuv></tu>`),
		file("<tu><tuv xml:lang=\"zh\"><seg>会议\u2028</seg></tuv><tuv xml:lang=\"ar\"><seg>مرحبا\r\n</seg></tuv></tu>"), "\ufeff" + file(""), "\xff\xfe<\x00",
		file(`<tu><tuv xml:lang="ru"><seg>Да<ph/></seg></tuv><tuv xml:lang="es"><seg>Sí</seg></tuv></tu>`),
	} {
		f.Add(seed)
	}
	f.Fuzz(func(_ *testing.T, text string) { read(text) })
}
