package exchange

import (
	"fmt"
	"io"
	"regexp"
	"strings"

	"hexaglot/pipeline/document"
)

// PO is the format of GNU gettext (its manual, The Format of PO Files), as
// Poedit, Weblate and po4a have it too. An entry is a message: its msgctxt the
// id, its msgid the source as Content.String prints it. A fuzzy entry is a draft:
// where nobody has typed one, the best of what is offered.
var PO = Format{
	Name:       "po",
	Doc:        "PO of gettext, for Poedit and Weblate",
	Extensions: []string{".po", ".pot"},
	Sniff:      poSniff.Match,
	Write:      writePO,
	Read:       readPO,
}

var poSniff = regexp.MustCompile(`(?m)^(#~[ \t]*)?msgid[ \t]*"`)

// The labels of extracted comments. The last one is for the program: checksums
// of the target as it was exported, of one that is reviewed or final, and of a
// draft that was only offered.
const (
	labelNote  = "note: "
	labelTerm  = "term: "
	labelCode  = "code: "
	labelDraft = "draft: "
	labelOurs  = "hexaglot: "
)

var labels = []string{labelNote, labelTerm, labelCode, labelDraft, labelOurs}

// poPlurals are the plural forms of languages (GNU gettext, Plural forms).
var poPlurals = map[string]string{
	"en": "nplurals=2; plural=(n != 1);",
	"es": "nplurals=2; plural=(n != 1);",
	"fr": "nplurals=2; plural=(n > 1);",
	"ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
	"zh": "nplurals=1; plural=0;",
	"ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
}

func writePO(w io.Writer, files ...File) error {
	if len(files) == 0 {
		return nil
	}
	if r, ok := files[0].Data.(*poReading); ok {
		return r.rewrite(w, files[0])
	}
	if err := oneLanguage(files); err != nil {
		return err
	}
	p := poWriter{}
	p.header(files[0])
	for _, f := range files {
		for _, u := range f.Units {
			p.line("")
			p.unit(u)
		}
	}
	_, err := io.WriteString(w, p.String())
	return err
}

// poWriter writes a PO file.
type poWriter struct{ strings.Builder }

func (p *poWriter) line(text string) { p.WriteString(text + "\n") }

func (p *poWriter) field(prefix, keyword, text string) {
	for _, line := range poLines(prefix, keyword, text, true) {
		p.line(line)
	}
}

// header writes the header. The fields that say who and when are for the tools.
func (p *poWriter) header(f File) {
	base, _ := f.To.Base()
	fields := [][2]string{
		{"Project-Id-Version", f.Name},
		{"PO-Revision-Date", ""},
		{"Last-Translator", ""},
		{"Language-Team", ""},
		{"Language", strings.ReplaceAll(f.To.String(), "-", "_")},
		{"MIME-Version", "1.0"},
		{"Content-Type", "text/plain; charset=UTF-8"},
		{"Content-Transfer-Encoding", "8bit"},
		{"Plural-Forms", poPlurals[base.String()]},
		{"X-Generator", "hexaglot"},
		{"X-Source-Language", f.From.String()},
		{"X-Circular", f.Name},
	}
	var b strings.Builder
	for _, field := range fields {
		if field[0] != "Plural-Forms" || field[1] != "" {
			b.WriteString(field[0] + ": " + marked(field[1], inLine) + "\n")
		}
	}
	p.field("", "msgid", "")
	p.field("", "msgstr", b.String())
}

// inLine reports whether a line of a PO file can hold a character.
func inLine(r rune) bool { return plain(r) && r != '\n' }

// unit writes an entry.
func (p *poWriter) unit(u Unit) {
	target, offered := u.Target.String(), ""
	matches := u.Matches
	if u.Target.Blank() {
		target = ""
		if len(matches) > 0 && !document.ParseContent(matches[0].Text).Blank() {
			target, offered, matches = matches[0].Text, matches[0].Text, matches[1:]
		}
	}
	p.comments(u)
	if offered != "" {
		p.line("#. " + labelDraft + marked(strings.TrimSpace(u.Matches[0].label()), inLine))
	}
	p.drafts(matches)
	p.sums(u, offered)
	p.places(u.Where)
	if target != "" && u.State == Initial {
		p.line("#, fuzzy")
		if u.Before != "" {
			p.field("#| ", "msgid", poText(u.Before))
		}
	}
	p.field("", "msgctxt", poText(u.ID))
	p.field("", "msgid", poText(u.Source.String()))
	p.field("", "msgstr", poText(target))
}

func (p *poWriter) comments(u Unit) {
	if u.Description != "" {
		p.line("#. " + marked(u.Description, inLine))
	}
	for _, note := range u.Notes {
		p.line("#. " + labelNote + strings.ReplaceAll(marked(note, plain), "\n", "\n#.   "))
	}
	for _, code := range u.Source.Codes {
		if code.Disp != "" {
			p.line("#. " + labelCode + code.String() + " = " + marked(code.Disp, inLine))
		}
	}
	for _, term := range u.Terms {
		p.line("#. " + labelTerm + marked(term.String(), inLine))
	}
}

func (p *poWriter) drafts(matches []Match) {
	for _, m := range matches {
		p.line("#. " + labelDraft + marked(m.label(), inLine) + `"` + poEscaper.Replace(poText(m.Text)) + `"`)
	}
}

// label tells where a match comes from: "glossary 90% ".
func (m Match) label() string {
	if m.Similarity > 0 {
		return fmt.Sprintf("%s %d%% ", m.Origin, m.Similarity)
	}
	return m.Origin + " "
}

// sums writes the line that is for the program.
func (p *poWriter) sums(u Unit, offered string) {
	line := "#. " + labelOurs + "target=" + Checksum(u.accepted())
	if u.State >= Reviewed {
		line += " " + u.State.String() + "=" + Checksum(u.Target.String())
	}
	if offered != "" {
		line += " draft=" + Checksum(document.ParseContent(offered).String())
	}
	p.line(line)
}

func (p *poWriter) places(where []string) {
	if len(where) == 0 {
		return
	}
	line := "#:"
	for _, place := range where {
		if place = marked(place, inLine); strings.ContainsAny(place, " \t") {
			place = fsi + place + pdi
		}
		line += " " + place
	}
	p.line(line)
}
