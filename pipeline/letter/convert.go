package letter

import (
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"hexaglot/pipeline/locale"
)

// Piece is a stretch of a text and what another language writes for it.
type Piece struct {
	Source    string
	Target    string // the source where nothing is converted
	Rule      string // a Role of furniture, or the locale.Kind of a value; "" where nothing is converted
	Furniture bool   // the rule is a Role
	Certain   bool
}

// Convert gives the pieces of a text, of one line or several, in another
// language: furniture, then the values inside the rest, and what is left as it
// is. The sources of the pieces, joined, are the text; the targets, joined, its
// conversion.
func (f *Furniture) Convert(text string, from, to language.Tag) []Piece {
	if f.folded(text, from) {
		if p := f.whole(text, from, to); p != nil {
			return join(p)
		}
	}
	var out []Piece
	for line := range strings.Lines(text) {
		p := f.whole(line, from, to)
		if p == nil {
			p = values(line, from, to)
		}
		out = append(out, p...)
	}
	return join(out)
}

// folded reports one piece of furniture that runs over several lines.
func (f *Furniture) folded(text string, lang language.Tag) bool {
	_, core, _ := shell(text)
	if !strings.Contains(core, "\n") {
		return false
	}
	_, _, signed := f.signatory(core, lang)
	return signed || len(f.formula(core, lang)) > 0
}

// Formula gives a text that is wholly furniture in another language; the rule
// is its role. ok is false where anything in it would be left as it is that is
// not the same in all languages.
func (f *Furniture) Formula(text string, from, to language.Tag) (out, rule string, certain, ok bool) {
	role, ok := f.Role(text, from)
	if !ok {
		return "", "", false, false
	}
	certain = true
	for _, p := range f.Convert(text, from, to) {
		if p.Rule == "" && !neutral(p.Source) {
			return "", "", false, false
		}
		out += p.Target
		certain = certain && (p.Certain || p.Rule == "")
	}
	return out, string(role), certain, out != ""
}

// neutral reports text that is the same in all languages: without letters, or
// codes and addresses alone.
func neutral(text string) bool {
	if !strings.ContainsFunc(text, unicode.IsLetter) {
		return true
	}
	for _, word := range strings.Fields(text) {
		word = strings.Trim(word, ",;()")
		if strings.ContainsFunc(word, unicode.IsLetter) && !code(word) && !address(word) {
			return false
		}
	}
	return true
}

func address(word string) bool {
	return strings.Contains(word, "@") || strings.Contains(word, "://") || strings.HasPrefix(word, "www.")
}

// whole gives the pieces of a text that is furniture, nil where it is none.
func (f *Furniture) whole(text string, from, to language.Tag) []Piece {
	head, core, tail := shell(text)
	role, ok := f.Role(core, from)
	if !ok {
		return nil
	}
	p := f.core(core, role, from, to)
	if p == nil {
		return nil
	}
	return append(append([]Piece{left(head)}, p...), left(tail))
}

func (f *Furniture) core(text string, role Role, from, to language.Tag) []Piece {
	if hits := f.formula(text, from); len(hits) > 0 {
		return formula(text, hits, to)
	}
	if d, ok := dateLine(f, text, from); ok && len(d.city) > 0 {
		if out, certain, ok := d.write(f, to); ok {
			return []Piece{{text, out, string(PlaceAndDate), true, certain}}
		}
		return nil
	}
	if name, title, ok := f.signatory(text, from); ok {
		return f.signed(name, title, from, to)
	}
	l, _ := f.label(text, from)
	return f.labelled(l.unmeasured(locale.Find(from).Tag), role, text, from, to)
}

// signed gives a name and the title behind it.
func (f *Furniture) signed(name, title string, from, to language.Tag) []Piece {
	gap, core, _ := shell(title)
	out := formula(name, f.formula(name, from), to)
	behind := formula(core, f.formula(core, from), to)
	if out == nil || behind == nil {
		return nil
	}
	between := left(gap)
	if gap == "" && !locale.Find(to).Unspaced {
		between = Piece{"", " ", string(Signature), true, true}
	}
	return append(append(out, between), behind...)
}

// formula gives text as one piece, nil where the language has no wording.
func formula(text string, hits []hit, to language.Tag) []Piece {
	w, certain, ok := write(hits, to, whatever)
	if !ok {
		return nil
	}
	return []Piece{{text, w.plain(), string(hits[0].entry.Role), true, certain}}
}

// labelled gives a label, and what it names: furniture of its own in the case
// of addressees and dates, and values.
func (f *Furniture) labelled(l labelled, role Role, text string, from, to language.Tag) []Piece {
	before, after, certain, ok := l.relabel(to)
	if !ok {
		return nil
	}
	out := []Piece{{l.before, before, string(role), true, certain}}
	var inner []Piece
	if role == Addressee || role == PlaceAndDate {
		inner = f.whole(l.rest, from, to)
	}
	if inner == nil {
		inner = values(l.rest, from, to)
	}
	out = append(out, inner...)
	if lost := text[len(l.before)+len(l.rest):]; lost != "" || after != "" {
		out = append(out, Piece{lost, after, string(role), true, certain})
	}
	return out
}

// values gives the values of a text, and what stands between them.
func values(text string, from, to language.Tag) []Piece {
	var out []Piece
	l, at := locale.Find(to), 0
	for _, v := range locale.Find(from).Values(text) {
		written, certain := l.Write(v)
		out = append(out, left(text[at:v.Start]), Piece{text[v.Start:v.End], written, string(v.Kind), false, certain})
		at = v.End
	}
	return append(out, left(text[at:]))
}

// left is a piece that stays as it is.
func left(text string) Piece { return Piece{Source: text, Target: text} }

// join drops empty pieces and makes one of neighbours that stay as they are.
func join(pieces []Piece) []Piece {
	var out []Piece
	for _, p := range pieces {
		switch {
		case p.Source == "" && p.Target == "":
		case p.Rule == "" && len(out) > 0 && out[len(out)-1].Rule == "":
			out[len(out)-1].Source += p.Source
			out[len(out)-1].Target += p.Target
		default:
			out = append(out, p)
		}
	}
	return out
}
