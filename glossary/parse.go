package glossary

import (
	"bytes"
	"errors"
	"slices"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2/unstable"
	"golang.org/x/text/language"

	"hexaglot/messages/fault"
)

// maxTermBytes bounds a term; the longest of the ITU has 300.
const maxTermBytes = 2000

// parser reads one file: [[concept]] tables, each followed by its terms as
// [[concept.<language>]]. It walks go-toml's syntax tree once, because decoding
// into structs takes quadratic time in the number of tables.
type parser struct {
	toml    unstable.Parser
	name    string
	data    []byte
	base    *Termbase
	concept *Concept
	term    *Term
	at      int      // the byte offset of the table being read
	counted int      // an offset not after it, and
	lines   int      // the line ends before
	keys    []string // its keys so far
}

// Parse reads a termbase from TOML; name is the file that faults name. Every
// fault is a *fault.Error of kind Input with its line: the syntax, an unknown
// key, language or value, a concept without or with a repeated id, an empty
// term.
func Parse(name string, data []byte) (*Termbase, error) {
	p := parser{name: name, data: bytes.TrimPrefix(data, []byte("\ufeff")), base: &Termbase{byID: map[string]*Concept{}}}
	if err := p.run(); err != nil {
		return nil, fault.At(err, name, 0)
	}
	return p.base, nil
}

func (p *parser) run() error {
	if i := invalidUTF8(p.data); i >= 0 {
		return fault.New(fault.Input, "glossary-encoding", "the glossary is not UTF-8").At("", p.line(i))
	}
	p.base.Head = head(p.data)
	p.toml.Reset(p.data)
	for p.toml.NextExpression() {
		if err := p.expression(p.toml.Expression()); err != nil {
			return err
		}
	}
	if err := p.toml.Error(); err != nil {
		return p.syntax(err)
	}
	return p.finish()
}

func (p *parser) expression(n *unstable.Node) error {
	if n.Kind == unstable.KeyValue {
		return p.keyValue(n)
	}
	path := key(n)
	if err := p.finish(); err != nil {
		return err
	}
	p.at = int(path[0].Raw.Offset)
	switch {
	case n.Kind == unstable.ArrayTable && len(path) == 1 && string(path[0].Data) == "concept":
		p.concept = &Concept{File: p.name, Line: p.tableLine(), Terms: map[language.Tag][]*Term{}}
		p.base.Concepts = append(p.base.Concepts, p.concept)
		return nil
	case n.Kind == unstable.ArrayTable && len(path) == 2 && string(path[0].Data) == "concept" && p.concept != nil:
		return p.startTerm(path[1])
	}
	return p.fault(path[0], "glossary-table", "a glossary has no table {Table}, only [[concept]] and [[concept.<language>]]", "Table", string(path[len(path)-1].Data))
}

func (p *parser) startTerm(lang *unstable.Node) error {
	tag, err := language.Parse(string(lang.Data))
	if err != nil {
		return p.fault(lang, "glossary-language", "{Language} is not a language", "Language", string(lang.Data))
	}
	if p.concept.ID == "" {
		return p.fault(lang, "glossary-id", "the concept has no id")
	}
	p.term = &Term{Type: FullForm, Status: Preferred, POS: p.concept.POS, File: p.name, Line: p.tableLine()}
	tag = base(tag)
	p.concept.Terms[tag] = append(p.concept.Terms[tag], p.term)
	return nil
}

// finish closes the table that ends here: a term must have a text, a concept
// an id.
func (p *parser) finish() error {
	p.keys = p.keys[:0]
	switch {
	case p.term != nil && p.term.Text == "":
		return fault.New(fault.Input, "glossary-term", "a term of the concept {Concept} is empty", "Concept", p.concept.ID).At("", p.line(p.at))
	case p.concept != nil && p.concept.ID == "":
		return fault.New(fault.Input, "glossary-id", "the concept has no id").At("", p.line(p.at))
	}
	p.term = nil
	return nil
}

func (p *parser) keyValue(n *unstable.Node) error {
	path := key(n)
	name := string(path[0].Data)
	if slices.Contains(p.keys, name) {
		return p.fault(path[0], "glossary-key-twice", "the key {Key} stands twice", "Key", name)
	}
	p.keys = append(p.keys, name)
	var ok, known bool
	switch {
	case len(path) > 1 || p.concept == nil:
	case p.term != nil:
		known, ok = setTerm(p.term, name, n.Value())
	default:
		known, ok = setConcept(p.concept, name, n.Value())
		if name == "id" && ok {
			return p.register(path[0])
		}
	}
	switch {
	case !known:
		return p.fault(path[0], "glossary-key", "the glossary has no key {Key} here", "Key", name)
	case !ok:
		return p.fault(path[0], "glossary-value", "the key {Key} cannot have this value", "Key", name)
	}
	return nil
}

func (p *parser) register(n *unstable.Node) error {
	id := p.concept.ID
	if p.base.byID[id] != nil {
		return p.fault(n, "glossary-id-twice", "two concepts have the id {Concept}", "Concept", id)
	}
	p.base.byID[id] = p.concept
	return nil
}

func setConcept(c *Concept, name string, v *unstable.Node) (known, ok bool) {
	switch name {
	case "id":
		ok = text(&c.ID, v) && c.ID != ""
	case "subject":
		ok = text(&c.Subject, v)
	case "pos":
		ok = text(&c.POS, v)
	case "definition":
		ok = text(&c.Definition, v)
	case "note":
		ok = text(&c.Note, v)
	default:
		return false, false
	}
	return true, ok
}

func setTerm(t *Term, name string, v *unstable.Node) (known, ok bool) {
	switch name {
	case "term":
		ok = text(&t.Text, v) && t.Text != "" && len(t.Text) <= maxTermBytes
	case "type":
		ok = oneOf(&t.Type, v, FullForm, Abbreviation, ShortForm)
	case "status":
		ok = oneOf(&t.Status, v, Preferred, Admitted, Superseded, Deprecated)
	case "gender":
		ok = oneOf(&t.Gender, v, "masculine", "feminine", "neuter")
	case "number":
		ok = oneOf(&t.Number, v, "singular", "plural")
	case "pos":
		ok = text(&t.POS, v)
	case "note":
		ok = text(&t.Note, v)
	case "source":
		ok = text(&t.Source, v)
	case "forms":
		ok = texts(&t.Forms, v)
	case "except":
		ok = texts(&t.Except, v)
	case "insert":
		ok = count(&t.Insert, v)
	default:
		return setFlag(t, name, v)
	}
	return true, ok
}

func setFlag(t *Term, name string, v *unstable.Node) (known, ok bool) {
	var flag *bool
	switch name {
	case "verified":
		flag = &t.Verified
	case "exact":
		flag = &t.Exact
	case "capital":
		flag = &t.Capital
	case "word":
		flag = &t.Word
	case "silent":
		flag = &t.Silent
	default:
		return false, false
	}
	*flag = string(v.Data) == "true"
	return true, v.Kind == unstable.Bool
}

func text(dst *string, v *unstable.Node) bool {
	*dst = string(v.Data)
	return v.Kind == unstable.String
}

func oneOf[S ~string](dst *S, v *unstable.Node, values ...S) bool {
	*dst = S(v.Data)
	return v.Kind == unstable.String && slices.Contains(values, *dst)
}

func count(dst *int, v *unstable.Node) bool {
	if v.Kind != unstable.Integer || len(v.Data) != 1 || v.Data[0] < '0' || v.Data[0] > '0'+maxInsert {
		return false
	}
	*dst = int(v.Data[0] - '0')
	return true
}

func texts(dst *[]string, v *unstable.Node) bool {
	if v.Kind != unstable.Array {
		return false
	}
	for it := v.Children(); it.Next(); {
		n := it.Node()
		if n.Kind != unstable.String || len(n.Data) == 0 || len(n.Data) > maxTermBytes {
			return false
		}
		*dst = append(*dst, string(n.Data))
	}
	return true
}

// key gives the parts of a dotted key.
func key(n *unstable.Node) []*unstable.Node {
	var path []*unstable.Node
	for it := n.Key(); it.Next(); {
		path = append(path, it.Node())
	}
	return path
}

// fault says what is wrong at a node.
func (p *parser) fault(n *unstable.Node, id, text string, args ...any) error {
	return fault.New(fault.Input, id, text, args...).At("", p.line(int(n.Raw.Offset)))
}

func (p *parser) syntax(err error) error {
	e := fault.New(fault.Input, "glossary-syntax", "the glossary is not valid TOML").Wrap(err)
	var syntax *unstable.ParserError
	if errors.As(err, &syntax) && len(syntax.Highlight) > 0 {
		return e.At("", p.line(int(p.toml.Range(syntax.Highlight).Offset)))
	}
	return e
}

// line gives the line of a byte offset, from 1.
func (p *parser) line(offset int) int {
	return 1 + bytes.Count(p.data[:min(offset, len(p.data))], []byte("\n"))
}

// tableLine gives the line of the table being read, from 1, and counts no byte
// twice.
func (p *parser) tableLine() int {
	p.lines += bytes.Count(p.data[p.counted:p.at], []byte("\n"))
	p.counted = p.at
	return 1 + p.lines
}

// invalidUTF8 gives the offset of the first byte that is not UTF-8, or -1.
func invalidUTF8(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}
