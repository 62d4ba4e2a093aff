package pipeline

import (
	"bytes"
	"runtime"
	"sync"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/language"

	"hexaglot/messages"
	"hexaglot/messages/fault"
	"hexaglot/pipeline/document"
	"hexaglot/pipeline/format"
	"hexaglot/pipeline/segment"
)

// sniffed is how many bytes of a file a format looks at to know it.
const sniffed = 512

// Read gives the document in src, cut into segments that have the ids of their
// messages, and with what each unit is for in a letter. name is the file that
// errors name; its extension chooses the format, which o directs. Errors are *fault.Error: format-unknown, empty-file,
// not-utf8 (with the line), not-the-format, and those of the format.
func Read(name string, src []byte, lang language.Tag, o Options) (*document.Document, error) {
	f, ok := format.Find(o.formats(), name)
	if !ok {
		return nil, fault.New(fault.Input, "format-unknown", "no format is known for this name; known are {Extensions}", "Extensions", extensions()).At(name, 0)
	}
	if err := sound(f, src); err != nil {
		return nil, fault.At(err, name, 0)
	}
	d, err := f.Read(src, lang)
	if err != nil {
		return nil, fault.At(err, name, 0)
	}
	if err := o.furnish(d); err != nil {
		return nil, err
	}
	inParallel(len(d.Units), func(i int) { segment.Unit(d.Units[i], lang) })
	identify(d)
	return d, nil
}

// sound refuses what cannot be a circular in the format.
func sound(f format.Format, src []byte) error {
	head := src[:min(len(src), sniffed)]
	switch {
	case len(bytes.TrimSpace(src)) == 0:
		return fault.New(fault.Input, "empty-file", "is empty")
	case utf16BOM(head):
		return fault.New(fault.Input, "not-utf8", "is not UTF-8 text").At("", 1)
	case !f.Sniff(head):
		return fault.New(fault.Input, "not-the-format", "is no {Format} file, whatever its name says", "Format", f.Name)
	case !f.Binary && !utf8.Valid(src):
		return fault.New(fault.Input, "not-utf8", "is not UTF-8 text").At("", invalidLine(src))
	}
	return nil
}

// utf16BOM reports whether head begins with a byte order mark of UTF-16.
func utf16BOM(head []byte) bool {
	if len(head) < 2 {
		return false
	}
	mark := uint16(head[0])<<8 | uint16(head[1])
	return mark == 0xfeff || mark == 0xfffe && !utf16.IsSurrogate(rune(mark))
}

// invalidLine gives the line, from 1, of the first byte that is not UTF-8.
func invalidLine(src []byte) int {
	at := 0
	for at < len(src) {
		r, size := utf8.DecodeRune(src[at:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	return 1 + bytes.Count(src[:at], []byte("\n"))
}

func extensions() []string {
	var all []string
	for _, f := range Formats() {
		all = append(all, f.Extensions...)
	}
	return all
}

// identify gives every segment the id of its message.
func identify(d *document.Document) {
	segments := Segments(d)
	texts := make([]string, len(segments))
	inParallel(len(segments), func(i int) {
		texts[i] = segments[i].Source.String()
		segments[i].ID = messages.ID(texts[i])
	})
	first := make(map[string]string, len(texts))
	for i, s := range segments {
		if text, ok := first[s.ID]; ok && text != texts[i] {
			distinguish(segments, texts)
			return
		}
		first[s.ID] = texts[i]
	}
}

// distinguish gives ids to segments of which two would share one.
func distinguish(segments []*document.Segment, texts []string) {
	for i, id := range messages.IDs(texts) {
		segments[i].ID = id
	}
}

// smallest is how many steps are worth a goroutine of their own.
const smallest = 256

// inParallel calls f for 0 to n-1, on all processors where there is enough to do.
func inParallel(n int, f func(int)) {
	workers := min(runtime.GOMAXPROCS(0), n/smallest+1)
	var g sync.WaitGroup
	for w := range workers {
		g.Go(func() {
			for i := w * n / workers; i < (w+1)*n/workers; i++ {
				f(i)
			}
		})
	}
	g.Wait()
}

// Segments lists the segments to translate, in reading order.
func Segments(d *document.Document) []*document.Segment {
	var out []*document.Segment
	for _, u := range d.Units {
		for _, s := range u.Segments {
			if !s.Ignorable {
				out = append(out, s)
			}
		}
	}
	return out
}
