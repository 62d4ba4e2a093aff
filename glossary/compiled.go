package glossary

import (
	"errors"
	"io"
	"iter"
	"math"
	"slices"
	"sync/atomic"
	"unsafe"

	"golang.org/x/text/language"

	"hexaglot/messages/fault"
)

// compiled is an opened termbase: everything stays in its bytes until it is
// asked for.
type compiled struct {
	langs    []language.Tag
	matchers []string // of langs: a dictionary and a tree each
	ids      table
	repeated rows
	starts   numbers // the concept i is bytes[starts[i]:starts[i+1]]
	bytes    string
	read     []atomic.Pointer[Concept] // what was asked for
}

// Load reads size bytes of src, several blocks at the same time, and opens them
// as Open does: three times as fast for a large file as to read it in one go.
// Errors of src pass as they are.
func Load(src io.ReaderAt, size int64, key string) (*Termbase, error) {
	if size < int64(headSize) || size > math.MaxInt {
		return nil, damaged()
	}
	data := make([]byte, size)
	if err := errors.Join(inBlocks(len(data), func(_, from, to int) error {
		n, err := src.ReadAt(data[from:to], int64(from))
		if n == to-from {
			return nil
		}
		return err
	})...); err != nil {
		return nil, err
	}
	return Open(data, key)
}

// Open gives the termbase that Compile wrote with the same key. It finds the
// same terms and gives the same concepts; only its field Concepts is nil, as
// concepts are read when they are asked for: by ID, by a match, or by All.
//
// The termbase keeps data, which is not to be changed as long as the termbase,
// a concept or a term of it is in use. It takes 8 bytes a concept besides.
//
// A *fault.Error of kind Input tells that data is damaged or cut off
// (glossary-cache-damaged), or of other sources or another edition of this
// package (glossary-cache-other). The caller compiles anew in both cases.
func Open(data []byte, key string) (*Termbase, error) {
	if len(data) < headSize || string(data[:len(magic)]) != magic {
		return nil, damaged()
	}
	text := unsafe.String(unsafe.SliceData(data), len(data))
	if numbers(text[len(magic):headSize]).at(0) != checksum(data[headSize:]) {
		return nil, damaged()
	}
	return openBody(text[headSize:], key)
}

// openBody reads what stands behind the checksum.
func openBody(body, key string) (*Termbase, error) {
	c := cursor(body)
	if c.chunk() != code() || c.chunk() != key {
		return nil, fault.New(fault.Input, "glossary-cache-other", "the compiled glossary is of another version or of other files")
	}
	var out compiled
	head, list := c.chunk(), c.rows()
	concepts := c.chunk()
	for i := range list.len() {
		lang, err := language.Parse(list.at(i))
		if err != nil {
			return nil, damaged()
		}
		out.langs = append(out.langs, lang)
		out.matchers = append(out.matchers, c.chunk())
	}
	out.openConcepts(concepts)
	return &Termbase{Head: head, open: &out}, nil
}

func damaged() error {
	return fault.New(fault.Input, "glossary-cache-damaged", "the compiled glossary is damaged")
}

// openConcepts reads what compileConcepts wrote.
func (b *compiled) openConcepts(data string) {
	c := cursor(data)
	b.ids, b.repeated = c.table(), c.rows()
	b.starts, b.bytes = numbers(c.chunk()), c.chunk()
	b.read = make([]atomic.Pointer[Concept], max(b.starts.len()-1, 0))
}

// matcher gives the matcher of a base language, nil where b is.
func (b *compiled) matcher(lang language.Tag) *Matcher {
	if b == nil {
		return nil
	}
	i := slices.Index(b.langs, lang)
	if i < 0 {
		return newMatcher(nil, lang)
	}
	return openMatcher(lang, b.matchers[i], b.concept)
}

// byID gives the concept with that ID, or nil.
func (b *compiled) byID(id string) *Concept {
	i, ok := b.ids.find(id)
	if !ok {
		return nil
	}
	return b.concept(i)
}

// concept gives the concept i, the same one each time; nil where there is none.
func (b *compiled) concept(i int) *Concept {
	if uint(i) >= uint(len(b.read)) {
		return nil
	}
	if c := b.read[i].Load(); c != nil {
		return c
	}
	b.read[i].CompareAndSwap(nil, b.decode(i))
	return b.read[i].Load()
}

// All gives the concepts in their order, of a parsed and of an opened termbase
// alike.
func (b *Termbase) All() iter.Seq[*Concept] {
	if b.open == nil {
		return slices.Values(b.Concepts)
	}
	return func(yield func(*Concept) bool) {
		for i := range b.open.read {
			if !yield(b.open.concept(i)) {
				return
			}
		}
	}
}

// decode reads what shelf.concept wrote.
func (b *compiled) decode(i int) *Concept {
	from, to := uint(b.starts.at(i)), uint(b.starts.at(i+1))
	var c cursor
	if from <= to && to <= uint(len(b.bytes)) {
		c = cursor(b.bytes[from:to])
	}
	out := &Concept{
		ID: b.ids.at(i), Subject: b.again(&c), POS: b.again(&c), Definition: c.text(), Note: c.text(),
		File: b.again(&c), Line: c.number(),
	}
	n := c.count()
	out.Terms = make(map[language.Tag][]*Term, min(n, len(b.langs)))
	for range n {
		if lang := c.number(); uint(lang) < uint(len(b.langs)) {
			out.Terms[b.langs[lang]] = b.terms(&c, out.Line)
		}
	}
	return out
}

func (b *compiled) again(c *cursor) string { return b.repeated.at(c.number()) }

func (b *compiled) terms(c *cursor, line int) []*Term {
	list := make([]Term, c.count())
	out := make([]*Term, len(list))
	for i := range list {
		b.term(c, &list[i])
		list[i].Line = line + c.difference()
		out[i] = &list[i]
	}
	return out
}

// term reads what shelf.term wrote.
func (b *compiled) term(c *cursor, t *Term) {
	t.Text = c.text()
	sheet := cursor(b.again(c))
	t.Type, t.Status = Type(sheet.text()), Status(sheet.text())
	t.POS, t.Gender, t.Number, t.File = sheet.text(), sheet.text(), sheet.text(), sheet.text()
	t.Insert = sheet.number()
	flags := sheet.number()
	for i, flag := range flagsOf(t) {
		*flag = flags>>i&1 == 1
	}
	t.Note, t.Source = b.again(c), b.again(c)
	if flags&hasLists != 0 {
		t.Forms, t.Except = list(c), list(c)
	}
}

// list reads strings; nil for none.
func list(c *cursor) (out []string) {
	for range c.count() {
		out = append(out, c.text())
	}
	return out
}
