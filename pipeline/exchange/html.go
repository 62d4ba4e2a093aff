package exchange

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io"
	"strings"

	"golang.org/x/text/language"

	"hexaglot/messages/ui"
	"hexaglot/pipeline/document"
	"hexaglot/pipeline/locale"
)

// HTML is a page for reading and signing off: source and translation side by
// side, each in its direction, with what is to be said of them, and a place for
// names, signatures and dates. It prints on A4. It stands alone: no script, and
// nothing is fetched. It does not come back.
var HTML = Format{
	Name:       "html",
	Doc:        "page to read, print and sign, source beside translation",
	Extensions: []string{".html"},
	Review:     true,
	Sniff:      func([]byte) bool { return false },
	Write:      writeHTML,
}

var (
	//go:embed bilingual.tmpl
	pageText string
	//go:embed bilingual.css
	pageStyle string

	page = template.Must(template.New("page").Parse(pageText))
)

// pageData is what the page shows.
type pageData struct {
	Circular  string
	Lang, Dir string // of the page
	From, To  pageLanguage
	Style     template.CSS
	Policy    string
	Label     map[string]string
	Tally     []pageTally
	Rows      []pageRow
	Roles     []string
}

type pageLanguage struct{ Tag, Dir, Label string }

// pageTally is how many texts have come how far.
type pageTally struct {
	Label string
	Count int
}

type pageRow struct {
	Number         int
	ID             string
	Where          string
	Source, Target []pagePiece
	State, Label   string
	Suggestion     []pagePiece
	Origin         string
	Notes          []string
	Findings       []Finding
}

// pagePiece is a stretch of text, or a code.
type pagePiece struct{ Text, Code, Means string }

func writeHTML(w io.Writer, files ...File) error {
	if err := oneLanguage(files); err != nil {
		return err
	}
	for _, f := range files {
		if err := page.Execute(w, pageOf(f)); err != nil {
			return err
		}
	}
	return nil
}

// pageOf gives what the page of a file shows, in the language of its readers.
func pageOf(f File) pageData {
	speak := speaker(f.To)
	d := pageData{
		Circular: visible(f.Name), Lang: speak.Lang.String(), Dir: dir(speak.Lang),
		From: languageOn(speak, "sheet-source", f.From), To: languageOn(speak, "sheet-target", f.To),
		Style: template.CSS(pageStyle), Policy: policy(pageStyle), Label: map[string]string{},
	}
	for _, id := range []string{"number", "untranslated", "colon", "suggestion", "note", "signoff", "role", "name", "signature", "date"} {
		d.Label[id] = speak.Say("bilingual-"+id, nil)
	}
	for _, id := range []string{"translator", "reviser", "editor"} {
		d.Roles = append(d.Roles, speak.Say("bilingual-"+id, nil))
	}
	d.Label["state"] = speak.Say("sheet-state", map[string]any{"Language": strings.ToUpper(f.To.String())})
	for i, u := range f.Units {
		d.Rows = append(d.Rows, rowOf(speak, i+1, u))
	}
	d.tally(speak)
	return d
}

// policy lets the page have its own style, and nothing else.
func policy(style string) string {
	sum := sha256.Sum256([]byte(style))
	return "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

func languageOn(speak *ui.Speaker, label string, lang language.Tag) pageLanguage {
	return pageLanguage{lang.String(), dir(lang), speak.Say(label, map[string]any{"Language": strings.ToUpper(lang.String())})}
}

func dir(lang language.Tag) string {
	if locale.RightToLeft(lang) {
		return "rtl"
	}
	return "ltr"
}

func rowOf(speak *ui.Speaker, number int, u Unit) pageRow {
	row := pageRow{Number: number, ID: u.ID, Where: visible(strings.Join(u.Where, ", ")), Source: pieces(u.Source), Findings: u.Findings, Notes: shownNotes(u.Notes)}
	switch {
	case !u.Target.Blank():
		row.Target, row.State, row.Label = pieces(u.Target), u.State.String(), stateLabel(speak, u.State)
	default:
		row.State, row.Label = "none", speak.Say("bilingual-untranslated", nil)
		if len(u.Matches) > 0 {
			row.Suggestion = pieces(document.ParseContent(u.Matches[0].Text))
			row.Origin = strings.TrimSpace(u.Matches[0].label())
		}
	}
	return row
}

// pieces cuts a content at its codes.
func pieces(c document.Content) []pagePiece {
	var out []pagePiece
	at := 0
	text := func(s string) {
		if s != "" {
			out = append(out, pagePiece{Text: visible(s)})
		}
	}
	for _, code := range c.Codes {
		text(c.Text[at:code.Pos])
		name := strings.Trim(code.String(), "<>")
		out = append(out, pagePiece{Code: name, Means: visible(code.Disp)})
		at = code.Pos
	}
	text(c.Text[at:])
	return out
}

// visible shows characters that have no shape by their names, those aside that a
// line is made of.
func visible(text string) string { return marked(text, plain) }

// tally counts the texts by how far they have come.
func (d *pageData) tally(speak *ui.Speaker) {
	counts := map[string]int{}
	for _, row := range d.Rows {
		counts[row.State]++
	}
	for i := len(states) - 1; i >= 0; i-- {
		if n := counts[states[i]]; n > 0 {
			d.Tally = append(d.Tally, pageTally{stateLabel(speak, State(i)), n})
		}
	}
	if n := counts["none"]; n > 0 {
		d.Tally = append(d.Tally, pageTally{speak.Say("bilingual-untranslated", nil), n})
	}
}

func shownNotes(notes []string) []string {
	var out []string
	for _, note := range notes {
		out = append(out, visible(note))
	}
	return out
}
