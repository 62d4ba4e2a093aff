package tmx

import (
	"bufio"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"hexaglot/messages/fault"
)

// Limits on what is read.
const (
	maxDepth = 32
	maxToken = 4 << 20 // bytes of the file from one tag to the next
	maxText  = 1 << 20 // bytes of a segment
)

// tokens reads a file tag by tag.
type tokens struct {
	d     *xml.Decoder
	quota *quota
	depth int
}

// quota refuses to read on when no token has ended for too long.
type quota struct {
	src  io.Reader
	left int
}

var errQuota = errors.New("too long")

func (q *quota) Read(p []byte) (int, error) {
	if q.left <= 0 {
		return 0, errQuota
	}
	n, err := q.src.Read(p[:min(len(p), q.left)])
	q.left -= n
	return n, err
}

func newTokens(r io.Reader) *tokens {
	q := &quota{src: decoded(bufio.NewReaderSize(r, 1<<16)), left: maxToken}
	d := xml.NewDecoder(bufio.NewReaderSize(q, 1<<16))
	d.CharsetReader = charset
	return &tokens{d: d, quota: q}
}

// decoded makes UTF-16 into UTF-8, with or without a byte order mark.
func decoded(r *bufio.Reader) io.Reader {
	head, _ := r.Peek(4)
	order, mark := unicode.LittleEndian, unicode.UseBOM
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
	case bytes.Equal(head, []byte("<\x00?\x00")):
		mark = unicode.IgnoreBOM
	case bytes.Equal(head, []byte("\x00<\x00?")):
		order, mark = unicode.BigEndian, unicode.IgnoreBOM
	default:
		if bytes.HasPrefix(head, []byte("\xef\xbb\xbf")) {
			_, _ = r.Discard(3)
		}
		return r
	}
	return transform.NewReader(r, unicode.UTF16(order, mark).NewDecoder())
}

// charset reads the encodings of the Web; UTF-16 has been decoded before.
func charset(label string, r io.Reader) (io.Reader, error) {
	if strings.HasPrefix(strings.ToLower(label), "utf-16") {
		return r, nil
	}
	e, err := htmlindex.Get(label)
	if err != nil {
		return nil, err
	}
	return e.NewDecoder().Reader(r), nil
}

// docType is all that a document type may say.
var docType = regexp.MustCompile(`^DOCTYPE\s+tmx(\s+SYSTEM\s+|\s+PUBLIC\s+("[^"]*"|'[^']*')\s+)("[^"<>]*tmx1[0-9][a-z]?\.dtd"|'[^'<>]*tmx1[0-9][a-z]?\.dtd')\s*$`)

// next gives the next token, or nil at the end.
func (t *tokens) next() (xml.Token, error) {
	t.quota.left = maxToken
	token, err := t.d.Token()
	switch {
	case errors.Is(err, io.EOF):
		return nil, nil
	case errors.Is(err, errQuota):
		return nil, fault.New(fault.Input, "tmx-long", "a text is longer than {Limit} MiB", "Limit", maxToken>>20).At("", t.line())
	case err != nil:
		return nil, t.syntax(err)
	}
	switch token := token.(type) {
	case xml.StartElement:
		if t.depth++; t.depth > maxDepth {
			return nil, fault.New(fault.Input, "tmx-depth", "elements are nested more than {Limit} deep", "Limit", maxDepth).At("", t.line())
		}
	case xml.EndElement:
		t.depth--
	case xml.Directive:
		if !docType.Match(token) {
			return nil, fault.New(fault.Input, "tmx-doctype", "the document type says more than the name of the DTD of TMX").At("", t.line())
		}
	}
	return token, nil
}

// line gives the line of the token that was read.
func (t *tokens) line() int {
	line, _ := t.d.InputPos()
	return line
}

func (t *tokens) syntax(err error) error {
	line := t.line()
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		line, err = syntax.Line, errors.New(syntax.Msg)
	}
	return fault.New(fault.Input, "tmx-xml", "this is not well-formed XML").At("", line).Wrap(err)
}

// attribute gives the value of an attribute by its name without a prefix.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
