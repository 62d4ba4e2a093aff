package markdown

import (
	"bytes"
	"regexp"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/yuin/goldmark/parser"
)

// pieceSize is how many bytes of a long text are read at a time. Smaller trees
// are gone sooner, and several can be read side by side.
const pieceSize = 128 << 10

// farReaching reports whether something in body can reach over a blank line
// and a line that starts with a letter: references and footnotes, fenced code,
// and the HTML blocks that end with a mark of their own, comments among them.
func farReaching(body []byte) bool {
	for _, mark := range []string{"]:", "```", "~~~", "<!", "<?"} {
		if bytes.Contains(body, []byte(mark)) {
			return true
		}
	}
	return bytes.IndexByte(body, '<') >= 0 && verbatimTag.Match(body)
}

var verbatimTag = regexp.MustCompile(`(?i)<(?:script|pre|style|textarea)`)

// pieces gives the readers of a body that starts in the line firstLine: of its
// parts, where it is long and its parts have nothing to do with each other.
func pieces(body []byte, firstLine int, eol string) []*reader {
	one := []*reader{{src: body, eol: eol, firstLine: firstLine}}
	if len(body) < 2*pieceSize || farReaching(body) {
		return one
	}
	var list []*reader
	for len(body) > 0 {
		size := pieceEnd(body)
		list = append(list, &reader{src: body[:size:size], eol: eol, firstLine: firstLine})
		firstLine += bytes.Count(body[:size], []byte{'\n'})
		body = body[size:]
	}
	return list
}

// pieceEnd gives where the first piece of body ends: before a line that starts
// with a letter, after a blank line. Such a line opens a paragraph at the top.
func pieceEnd(body []byte) int {
	for at := pieceSize; at < len(body); at++ {
		i := bytes.Index(body[at:], []byte("\n\n"))
		if i < 0 {
			break
		}
		at += i + 2
		if at < len(body) && (body[at]|0x20 >= 'a' && body[at]|0x20 <= 'z' || body[at] >= 0xC3) {
			return at
		}
		at--
	}
	return len(body)
}

// readAll has all readers read, side by side, and gives the first error in the
// order of the text.
func readAll(readers []*reader) error {
	errs := make([]error, len(readers))
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(len(readers), runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for i := next.Add(1) - 1; int(i) < len(readers); i = next.Add(1) - 1 {
				errs[i] = readers[i].read(parser.NewContext())
			}
		})
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
