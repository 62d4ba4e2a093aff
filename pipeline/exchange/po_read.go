package exchange

import (
	"bytes"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/language"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/document"
)

// poReading is a PO file as it was read, for its writer.
type poReading struct {
	original []byte
	text     string            // in UTF-8
	encoding encoding.Encoding // nil: UTF-8
	origins  map[string][]poOrigin
}

// poOrigin is a unit as it was read.
type poOrigin struct {
	entry  *poEntry
	target string
	state  State
}

func readPO(name string, data []byte) ([]File, error) {
	if err := bounded(name, data); err != nil {
		return nil, err
	}
	r := &poReading{original: data, origins: map[string][]poOrigin{}}
	if err := r.decode(); err != nil {
		return nil, fault.At(err, name, 0)
	}
	f := File{Data: r}
	for _, e := range parsePO(r.text) {
		if err := r.take(&f, e); err != nil {
			return nil, err.At(name, 0)
		}
	}
	for i := range f.Units {
		if u := &f.Units[i]; u.Fault != nil {
			u.Fault = u.Fault.At(name, 0)
		}
	}
	if f.To == language.Und {
		f.To = namedLanguage(name)
	}
	return []File{f}, nil
}

// poCharset matches what the header says of the encoding.
var poCharset = regexp.MustCompile(`(?i)"Content-Type:[^"]*charset=([^\s"\\;]+)`)

// decode brings the file into UTF-8 from the encoding that its header tells.
func (r *poReading) decode() error {
	name := "utf-8"
	if m := poCharset.FindSubmatch(r.original); m != nil && string(m[1]) != "CHARSET" {
		name = strings.ToLower(string(m[1]))
	}
	refused := fault.New(fault.Input, "po-charset", "the file is not in the encoding {Name}, or that is not known", "Name", name).At("", 1)
	if name == "utf-8" || name == "utf8" || name == "us-ascii" || name == "ascii" {
		if !utf8.Valid(r.original) {
			return refused
		}
		r.text = string(r.original)
		return nil
	}
	e, err := htmlindex.Get(name)
	if err != nil || strings.HasPrefix(name, "utf-16") || e == encoding.Replacement {
		return refused
	}
	decoded, err := e.NewDecoder().Bytes(r.original)
	if err != nil || bytes.ContainsRune(decoded, utf8.RuneError) {
		return refused
	}
	r.text, r.encoding = string(decoded), e
	return nil
}

// take reads an entry: the header, or a unit. Obsolete entries are none.
func (r *poReading) take(f *File, e *poEntry) *fault.Error {
	_, named := e.get("msgctxt")
	switch {
	case e.broken != nil && !named:
		return e.broken
	case e.obsolete || len(e.fields) == 0 || e.field("msgid") == nil && e.broken == nil:
	case e.isHeader():
		header, _ := e.get("msgstr")
		f.takeHeader(header)
	default:
		u := e.unit()
		f.Units = append(f.Units, u)
		r.origins[u.ID] = append(r.origins[u.ID], poOrigin{e, u.Target.String(), u.State})
	}
	return nil
}

// takeHeader reads the fields of the header.
func (f *File) takeHeader(header string) {
	for line := range strings.SplitSeq(header, "\n") {
		name, value, _ := strings.Cut(line, ":")
		switch value = strings.TrimSpace(value); strings.ToLower(name) {
		case "language":
			f.To = poLanguage(value)
		case "x-source-language":
			f.From = poLanguage(value)
		case "x-circular":
			f.Name = unmarked(value)
		}
	}
}

// poLanguage reads a language as gettext names it: "pt_BR", "sr@latin".
func poLanguage(name string) language.Tag {
	name, _, _ = strings.Cut(name, "@")
	return tag(strings.ReplaceAll(name, "_", "-"))
}

// namedLanguage gives the language that the name of a file tells: "a.ru.po".
func namedLanguage(name string) language.Tag {
	stem := strings.TrimSuffix(path.Base(name), path.Ext(name))
	return poLanguage(strings.TrimPrefix(path.Ext(stem), "."))
}

// unit reads an entry as a unit.
func (e *poEntry) unit() Unit {
	id, _ := e.get("msgctxt")
	source, _ := e.get("msgid")
	target, _ := e.get("msgstr")
	u := Unit{ID: unmarked(id), Source: document.ParseContent(unmarked(source)), Target: document.ParseContent(unmarked(target)), Line: e.line, Fault: e.broken}
	about := e.about(&u)
	if u.ID == "" {
		u.ID = about.id
	}
	if e.field("msgid_plural") != nil && e.translated() && u.Fault == nil {
		u.Fault = e.plural(u.ID)
	}
	switch sum := Checksum(u.Target.String()); {
	case u.Target.Blank():
		u.Target = document.Content{}
	case !e.flags()["fuzzy"]:
		u.State = Translated
		if about.stateSum == sum {
			u.State = max(Translated, about.state)
		}
	case about.offered == sum:
		u.Target = document.Content{}
	}
	return u
}

// translated reports whether any plural form of an entry is.
func (e *poEntry) translated() bool {
	return slices.ContainsFunc(e.fields, func(f poField) bool { return strings.HasPrefix(f.keyword, "msgstr") && f.text != "" })
}

// plural refuses an entry with plural forms.
func (e *poEntry) plural(id string) *fault.Error {
	return fault.New(fault.Input, "po-plural", "the entry {ID} has plural forms, and no text of a circular has any", "ID", id).At("", e.line)
}

// poAbout is what the comments of an entry tell beside what a Unit holds.
type poAbout struct {
	id       string // where no msgctxt tells it
	state    State
	stateSum string // Checksum of the target that has the state
	offered  string // Checksum of a draft that was only offered
}

// poID matches a reference that is the id of a message, as tools write it that
// know no contexts.
var poID = regexp.MustCompile(`^[\pL\pN-]+-[0-9a-f]{8}$`)

// about reads the comments that this package writes.
func (e *poEntry) about(u *Unit) (about poAbout) {
	in := ""
	for _, c := range e.comments {
		text := strings.TrimPrefix(c.text[min(2, len(c.text)):], " ")
		switch {
		case strings.HasPrefix(c.text, "#:"):
			for _, place := range poPlaces(text) {
				if poID.MatchString(place) {
					about.id = place
				}
				u.Where = append(u.Where, unmarked(place))
			}
		case !strings.HasPrefix(c.text, "#."):
		case in == labelNote && strings.HasPrefix(text, "  "):
			u.Notes[len(u.Notes)-1] += "\n" + unmarked(text[2:])
		default:
			in = e.extracted(u, &about, text)
		}
	}
	return about
}

// extracted reads an extracted comment and gives its label.
func (e *poEntry) extracted(u *Unit, about *poAbout, text string) string {
	for _, label := range labels {
		rest, ok := strings.CutPrefix(text, label)
		if !ok {
			continue
		}
		switch label {
		case labelNote:
			u.Notes = append(u.Notes, unmarked(rest))
		case labelOurs:
			about.sums(u, rest)
		}
		return label
	}
	if u.Description == "" {
		u.Description = unmarked(text)
	}
	return ""
}

// sums reads the checksums that an entry carries.
func (a *poAbout) sums(u *Unit, line string) {
	for field := range strings.FieldsSeq(line) {
		name, sum, _ := strings.Cut(field, "=")
		switch name {
		case "target":
			u.Base = sum
		case "draft":
			a.offered = sum
		default:
			a.state, a.stateSum = ParseState(name), sum
		}
	}
}

// The isolates around a reference with spaces in it.
const fsi, pdi = "\u2068", "\u2069"

// poPlaces cuts a line of references.
func poPlaces(line string) []string {
	var out []string
	for line = strings.TrimSpace(line); line != ""; line = strings.TrimSpace(line) {
		var place string
		if rest, ok := strings.CutPrefix(line, fsi); ok {
			place, line, _ = strings.Cut(rest, pdi)
		} else {
			place, line, _ = strings.Cut(line, " ")
		}
		out = append(out, place)
	}
	return out
}
