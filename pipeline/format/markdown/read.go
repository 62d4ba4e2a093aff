package markdown

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"golang.org/x/text/language"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/document"
	"hexaglot/pipeline/format/html"
)

// read gives the document of src: the skeleton in one part, and its units.
func read(src []byte, lang language.Tag) (*document.Document, error) {
	if err := check(src); err != nil {
		return nil, err
	}
	head := frontMatter(src)
	line := 1 + bytes.Count(src[:head.size], []byte{'\n'})
	readers := pieces(src[head.size:], line, lineEnd(src))
	if err := readAll(readers); err != nil {
		return nil, err
	}
	return assemble(lang, head, readers), nil
}

// assemble puts a document together from its front matter and its pieces.
func assemble(lang language.Tag, head head, readers []*reader) *document.Document {
	chunks, units := len(head.skeleton), len(head.units)
	for _, r := range readers {
		chunks, units = chunks+len(r.skeleton), units+len(r.units)
	}
	part := document.Part{Skeleton: append(make([]document.Chunk, 0, chunks), head.skeleton...)}
	d := &document.Document{Lang: lang, Units: append(make([]*document.Unit, 0, units), head.units...)}
	at := head.size
	for _, r := range readers {
		part.Lists = append(part.Lists, shifted(r.lists, at)...)
		at += len(r.src)
		part.Skeleton = append(part.Skeleton, r.skeleton...)
		d.Units = append(d.Units, r.units...)
	}
	d.Parts = []document.Part{part}
	return d
}

// shifted gives lists with their places counted from a place before them.
func shifted(lists []document.List, by int) []document.List {
	for _, list := range lists {
		for i := range list {
			list[i].Start, list[i].End = list[i].Start+by, list[i].End+by
		}
	}
	return lists
}

// check refuses what is not text in UTF-8, or has a line beyond all bounds.
func check(src []byte) error {
	if !utf8.Valid(src) {
		return fault.New(fault.Input, "not-utf8", "the text is not in UTF-8").At("", lineOf(src, validPrefix(src)))
	}
	return checkLines(src)
}

func validPrefix(src []byte) int {
	at := 0
	for at < len(src) {
		r, size := utf8.DecodeRune(src[at:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	return at
}

// lineEnd gives the line end of src, by its first line.
func lineEnd(src []byte) string {
	if i := bytes.IndexByte(src, '\n'); i > 0 && src[i-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}

// reader goes through the body of a text once, from top to bottom.
type reader struct {
	src       []byte
	eol       string
	firstLine int // the line where src starts in its file
	pc        parser.Context
	links     map[ast.Node]span
	skeleton  []document.Chunk
	units     []*document.Unit
	lists     []document.List
	html      html.Directives // what comments ask for, in blocks and in text
	done      int             // the skeleton holds the bytes before this offset
	lines     int             // the line ends before the offset counted
	counted   int
	buf       []byte          // for the text of a unit
	codes     []document.Code // for its codes
	blocks    int             // leaves seen
	err       error           // the first of a directive
}

// read parses the source and makes units of its leaves. A text on which the
// parser itself fails is an error as well.
func (r *reader) read(pc parser.Context) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = unreadable().Wrap(fmt.Errorf("%v", cause)).At("", r.firstLine)
		}
	}()
	t, err := parse(r.src, pc, r.firstLine)
	if err != nil {
		return err
	}
	r.pc, r.links = pc, t.links
	found, lists, err := leaves(r.src, t.root, r.firstLine)
	if err != nil {
		return err
	}
	r.lists = lists
	r.skeleton = make([]document.Chunk, 0, 2*len(found)+1)
	r.units = make([]*document.Unit, 0, len(found))
	for _, l := range found {
		r.blocks++
		if l.start < r.done {
			continue
		}
		if r.leaf(l); r.err != nil {
			return r.err
		}
	}
	r.raw(len(r.src))
	return nil
}

// leaf puts the text of a block into the skeleton, unless it is to be skipped.
func (r *reader) leaf(l leaf) {
	switch l.kind {
	case htmlBlock:
		r.htmlBlock(l)
	case definition:
		r.definition(l)
	default:
		r.text(l)
	}
}

// raw puts the bytes up to the offset at into the skeleton.
func (r *reader) raw(at int) {
	if at > r.done {
		r.skeleton = append(r.skeleton, document.Chunk{Raw: r.src[r.done:at:at]})
		r.done = at
	}
}

// place puts a unit into the skeleton.
func (r *reader) place(s span, u *document.Unit) {
	r.raw(s.start)
	r.skeleton = append(r.skeleton, document.Chunk{Raw: r.src[s.start:s.stop:s.stop], Unit: u})
	r.done = s.stop
}

// lineOf gives the line of the offset at, counting on from the last call.
func (r *reader) lineOf(at int) int {
	if at < r.counted {
		r.lines -= bytes.Count(r.src[at:r.counted], []byte{'\n'})
	} else {
		r.lines += bytes.Count(r.src[r.counted:at], []byte{'\n'})
	}
	r.counted = at
	return r.firstLine + r.lines
}
