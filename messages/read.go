package messages

import (
	"bytes"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
	"golang.org/x/text/language"

	"hexaglot/messages/fault"
)

const (
	maxMessages = 1 << 20 // of a file
	maxID       = 256     // bytes
)

// Read reads the catalog data, which is the file called name in errors, in
// lang. It takes what Encode writes, what translators make of it, and what
// `goi18n merge` writes: bare and quoted ids, `id = "text"`, inline tables,
// CR LF, a byte order mark, and an empty text beside a filled one.
//
// A draft that was edited in its place is read as a comment, "# kept: …".
//
// Every error is a *fault.Error with the name and, but for catalog-size, a
// line: catalog-size, catalog-count, catalog-utf8, catalog-nul,
// catalog-conflict, catalog-syntax, catalog-quote, catalog-curly, catalog-unclosed,
// catalog-draft-mark, catalog-key, catalog-value, catalog-id, catalog-nested, catalog-prefix,
// catalog-duplicate, catalog-duplicate-key.
func Read(name string, data []byte, lang language.Tag) (*Catalog, error) {
	data, err := clean(data)
	if err != nil {
		return nil, fault.At(err, name, 0)
	}
	r := &reader{
		cat:   &Catalog{Lang: lang},
		index: make(map[string]*Message, bytes.Count(data, []byte("\n["))),
		data:  data,
		line:  1,
	}
	if err := r.read(); err != nil {
		return nil, fault.At(err, name, r.line)
	}
	return r.cat, nil
}

// reader goes through the expressions of a catalog, one a line or so.
type reader struct {
	parser  unstable.Parser
	drafts  unstable.Parser
	cat     *Catalog
	index   map[string]*Message
	data    []byte
	message *Message       // the last one
	inTable bool           // whether keys belong to it
	keys    map[string]int // the lines of its keys
	pending []comment      // since its last key
	at      int            // an offset, and
	line    int            // its line
	last    int            // the last line that is not a comment
}

func (r *reader) read() error {
	r.parser.KeepComments = true
	r.parser.Reset(r.data)
	for r.parser.NextExpression() {
		if err := r.expression(r.parser.Expression()); err != nil {
			return err
		}
	}
	if err := r.parser.Error(); err != nil {
		return r.syntax(err)
	}
	r.finish()
	return r.prefixes()
}

func (r *reader) expression(node *unstable.Node) error {
	switch node.Kind {
	case unstable.Comment:
		r.seek(node.Raw)
		r.pending = append(r.pending, comment{string(node.Data), r.line})
		return nil
	case unstable.KeyValue:
		return r.keyValue(node)
	default:
		return r.table(node)
	}
}

// seek moves to the line of a place in the file.
func (r *reader) seek(place unstable.Range) {
	if to := int(place.Offset); to > r.at {
		r.line += bytes.Count(r.data[r.at:to], []byte("\n"))
		r.at = to
	}
}

// table reads `["id"]`.
func (r *reader) table(node *unstable.Node) error {
	key := node.Key()
	id, err := r.key(&key)
	if err != nil {
		return err
	}
	if node.Kind == unstable.ArrayTable {
		return nested(id)
	}
	if err := r.begin(id); err != nil {
		return err
	}
	r.inTable = true
	r.trailing(node.Next(), false)
	return nil
}

// keyValue reads `other = "…"`, and before the first table `id = …`.
func (r *reader) keyValue(node *unstable.Node) error {
	key := node.Key()
	name, err := r.key(&key)
	if err != nil {
		return err
	}
	end := unstable.Range{Offset: node.Raw.Offset + node.Raw.Length}
	if r.inTable {
		r.flush()
		err = r.set(name, node.Value())
	} else {
		err = r.short(name, node.Value())
	}
	if err != nil {
		return err
	}
	r.seek(end)
	r.last = r.line
	r.trailing(node.Next(), true)
	return nil
}

// key gives the one part of a key.
func (r *reader) key(parts *unstable.Iterator) (string, error) {
	parts.Next()
	node := parts.Node()
	r.seek(node.Raw)
	name := string(node.Data)
	if strings.IndexByte(name, 0) >= 0 {
		return "", nul()
	}
	if parts.Next() {
		return "", nested(name + "." + string(parts.Node().Data))
	}
	return name, nil
}

func nested(id string) error {
	return fault.New(fault.Input, "catalog-nested", "{ID} is divided into parts, or a list", "ID", id)
}

// short reads a message that stands in one line: `id = "text"`, or an inline
// table.
func (r *reader) short(id string, value *unstable.Node) error {
	if err := r.begin(id); err != nil {
		return err
	}
	if value.Kind == unstable.InlineTable {
		return r.inline(value.Children())
	}
	return r.set("other", value)
}

// inline reads the keys and comments of an inline table.
func (r *reader) inline(nodes unstable.Iterator) error {
	for nodes.Next() {
		node := nodes.Node()
		if node.Kind == unstable.Comment {
			r.seek(node.Raw)
			r.message.attach(r.comment(string(node.Data)))
			if err := r.inline(node.Children()); err != nil {
				return err
			}
			continue
		}
		key := node.Key()
		name, err := r.key(&key)
		if err != nil {
			return err
		}
		if err := r.set(name, node.Value()); err != nil {
			return err
		}
	}
	return nil
}

// begin starts the message id.
func (r *reader) begin(id string) error {
	if id == "" || len(id) > maxID || isReserved(id) {
		return fault.New(fault.Input, "catalog-id", "“{ID}” cannot be the id of a message", "ID", firstRunes(id))
	}
	if first, ok := r.index[id]; ok {
		return fault.New(fault.Input, "catalog-duplicate",
			"the message {ID} is here twice; the first is on line {First}", "ID", id, "First", first.Line)
	}
	if len(r.cat.Messages) == maxMessages {
		return fault.New(fault.Input, "catalog-count",
			"the catalog has more than {Limit} messages", "Limit", maxMessages)
	}
	m := &Message{ID: id, Line: r.line}
	r.place(m)
	r.cat.Messages = append(r.cat.Messages, m)
	r.index[id] = m
	r.message, r.keys, r.last = m, nil, r.line
	return nil
}

// set gives the message a key.
func (r *reader) set(name string, value *unstable.Node) error {
	key := strings.ToLower(name)
	field := r.message.field(key)
	if field == nil && !isMore(key) {
		return fault.New(fault.Input, "catalog-key", "the key {Key} has no meaning here", "Key", name)
	}
	if value.Kind != unstable.String {
		return fault.New(fault.Input, "catalog-value", "{Key} is not a text in quotation marks", "Key", name)
	}
	text := string(value.Data)
	if strings.IndexByte(text, 0) >= 0 {
		return nul()
	}
	text, err := r.once(key, text)
	if err != nil {
		return err
	}
	if field != nil {
		*field = text
		return nil
	}
	r.message.setMore(key, text)
	return nil
}

// once gives the text that a key has when this one is added: one that is
// blank gives way.
func (r *reader) once(key, text string) (string, error) {
	old := r.message.get(key)
	switch {
	case !filled(old) || old == text:
	case !filled(text):
		return old, nil
	default:
		return "", fault.New(fault.Input, "catalog-duplicate-key",
			"{Key} is given twice with different texts; the first is on line {First}", "Key", key, "First", r.keys[key])
	}
	if r.keys == nil {
		r.keys = make(map[string]int, 4)
	}
	r.keys[key] = r.line
	return text, nil
}

// prefixes refuses an id that is the beginning of another, up to a dot.
func (r *reader) prefixes() error {
	for _, m := range r.cat.Messages {
		for i := strings.IndexByte(m.ID, '.'); i >= 0; {
			if prefix := m.ID[:i]; r.index[prefix] != nil {
				return fault.New(fault.Input, "catalog-prefix",
					"the id {ID} continues the id {Prefix} of line {First}",
					"ID", m.ID, "Prefix", prefix, "First", r.index[prefix].Line).At("", m.Line)
			}
			next := strings.IndexByte(m.ID[i+1:], '.')
			if next < 0 {
				break
			}
			i += 1 + next
		}
	}
	return nil
}
