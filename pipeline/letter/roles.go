package letter

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"hexaglot/pipeline/document"
)

// Bounds of the first and the last page of a letter, in units.
const (
	firstPage = 60
	lastPage  = 30
)

// Roles gives the roles of the units of a letter, "" for those that have none.
// A piece is recognised by its text and its place: references, dates, addressees
// and subjects stand before the salutation; the closing ends the letter, and who
// signs it stands behind.
func (f *Furniture) Roles(d *document.Document) []Role {
	r := &reading{f: f, lang: d.Lang, roles: make([]Role, len(d.Units))}
	for _, u := range d.Units {
		r.lines = append(r.lines, line{u.Source().Text, u.Role})
	}
	end := r.head()
	r.addressees(end)
	r.tail(end)
	return r.roles
}

// line is a unit as the letter shows it.
type line struct{ text, kind string }

// reading is a letter on its way to its roles.
type reading struct {
	f     *Furniture
	lang  language.Tag
	lines []line
	roles []Role
}

// role gives the role of a line by its text.
func (r *reading) role(i int) Role {
	role, _ := r.f.Role(r.lines[i].text, r.lang)
	return role
}

// short reports a line that is no running text.
func (l line) short(runes int) bool {
	text := strings.TrimSpace(l.text)
	return text != "" && utf8.RuneCountInString(text) <= runes && !sentence(text)
}

// headRoles are those that stand before the text of a letter.
var headRoles = map[Role]bool{
	Reference: true, PlaceAndDate: true, OriginalLanguage: true, Addressee: true, Contact: true, Subject: true, Annexes: true, Copy: true,
}

// head gives roles up to the salutation, or, in a letter without one, up to the
// first running text; it gives the index behind.
func (r *reading) head() int {
	end := r.salutation()
	for i := range end {
		role := r.role(i)
		switch {
		case headRoles[role]:
			r.roles[i] = role
		case r.dated(i):
			r.roles[i] = PlaceAndDate
		case i > 0 && r.named(i-1) && r.lines[i].short(maxSubject):
			r.roles[i] = r.roles[i-1]
		}
	}
	if end < len(r.lines) && r.role(end) == Salutation {
		r.roles[end] = Salutation
		return end + 1
	}
	return end
}

// salutation gives where the salutation stands, or where the head ends without
// one.
func (r *reading) salutation() int {
	page := min(len(r.lines), firstPage)
	for i := range page {
		if r.role(i) == Salutation {
			return i
		}
	}
	for i := range page {
		if r.role(i) == "" && !r.lines[i].short(maxRest) {
			return i
		}
	}
	return page
}

// dated reports a line that is nothing but a date, or one with a place that the
// table does not have.
func (r *reading) dated(i int) bool {
	if !r.lines[i].short(maxRest) {
		return false
	}
	d, ok := dateLine(r.f, bare(r.lines[i].text), r.lang)
	return ok && (d.place == "" || d.named())
}

// named reports a line that is a label alone, so that the next line is what it
// names.
func (r *reading) named(i int) bool {
	l, ok := r.f.label(bare(r.lines[i].text), r.lang)
	return ok && l.rest == ""
}

// addressees gives their role to the lines of a list between the date or the
// reference and the subject or the salutation.
func (r *reading) addressees(end int) {
	from, to := -1, end
	for i := range end {
		switch r.roles[i] {
		case Reference, PlaceAndDate:
			from = i
		case Subject, Salutation:
			to = min(to, i)
		}
	}
	if from < 0 || to == end {
		return
	}
	listed := false
	for i := from + 1; i < to; i++ {
		if r.roles[i] == Addressee || r.lines[i].kind == "list item" {
			listed = true
		}
		if listed && r.roles[i] == "" && r.lines[i].kind != "heading" && r.lines[i].short(maxRest) {
			r.roles[i] = Addressee
		}
	}
}

// tail gives roles from the closing on.
func (r *reading) tail(from int) {
	i := from
	for i < len(r.lines) && !r.ends(i) {
		i++
	}
	signed := false
	for end := min(len(r.lines), i+lastPage); i < end; i++ {
		switch role := r.role(i); {
		case role == Closing || role == SignedMark || role == Annexes || role == Copy || role == Contact:
			r.roles[i] = role
		case !signed && (role == Signature || role == "" && r.signs(i)):
			r.roles[i], signed = Signature, true
		case role == Title && r.behind(i):
			r.roles[i] = Title
		case role == "" && signed && r.roles[i-1] == Signature && r.titled(i):
			r.roles[i] = Title
		}
	}
}

// ends reports a line that ends a letter.
func (r *reading) ends(i int) bool {
	hits := r.f.formula(bare(r.lines[i].text), r.lang)
	return len(hits) > 0 && (hits[0].entry.Role == Closing || hits[0].entry.Role == SignedMark)
}

// behind reports a line that follows who signs, or the marks before.
func (r *reading) behind(i int) bool {
	switch r.roles[i-1] {
	case Closing, SignedMark, Signature, Title:
		return true
	}
	return false
}

// signs reports a line that reads as a name: two to six words, no digits, no
// small first letter but in a particle, right behind the closing, the mark or a
// title.
func (r *reading) signs(i int) bool {
	if !r.behind(i) || r.lines[i].kind == "heading" || !r.lines[i].short(60) {
		return false
	}
	text := strings.TrimSpace(r.lines[i].text)
	words := strings.Fields(text)
	if strings.ContainsFunc(text, unicode.IsDigit) || strings.ContainsAny(text, ":：") || len(words) > 6 {
		return false
	}
	return !unicode.IsLower([]rune(words[0])[0]) && !unicode.IsLower([]rune(words[len(words)-1])[0])
}

// titled reports a line that may be the title behind a name.
func (r *reading) titled(i int) bool {
	l := r.lines[i]
	return l.kind == r.lines[i-1].kind && l.short(100) && !strings.ContainsAny(l.text, ":：") && !strings.ContainsFunc(l.text, unicode.IsDigit)
}
