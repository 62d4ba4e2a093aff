package docx

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// stretch writes a stretch of text as a run.
func (e *encoder) stretch(text string) {
	if text == "" {
		return
	}
	tag, rPr := e.format()
	if e.part.drawing {
		e.drawingRun(text, tag, rPr)
		return
	}
	e.out = append(append(e.out, tag...), rPr...)
	for len(text) > 0 {
		n := strings.IndexAny(text, "\t\n\r")
		if n < 0 {
			n = len(text)
		}
		e.textElement(text[:n])
		text = e.breakElement(text[n:])
	}
	e.closeTag("r")
}

func (e *encoder) closeTag(local string) {
	e.out = append(append(append(append(e.out, "</"...), e.prefix...), local...), '>')
}

func (e *encoder) textElement(text string) {
	if text == "" {
		return
	}
	e.out = append(append(append(e.out, '<'), e.prefix...), 't')
	if text[0] == ' ' || text[len(text)-1] == ' ' || strings.Contains(text, "  ") {
		e.out = append(e.out, ` xml:space="preserve"`...)
	}
	e.out = append(e.out, '>')
	e.out = appendEscaped(e.out, text)
	e.closeTag("t")
}

// breakElement writes the tab or line end that text begins with as an element.
func (e *encoder) breakElement(text string) (rest string) {
	if text == "" {
		return ""
	}
	local := "br/>"
	if text[0] == '\t' {
		local = "tab/>"
	}
	e.out = append(append(append(e.out, '<'), e.prefix...), local...)
	if strings.HasPrefix(text, "\r\n") {
		return text[2:]
	}
	return text[1:]
}

// drawingRun writes a run of DrawingML, in which a line end stands between
// runs.
func (e *encoder) drawingRun(text string, tag, rPr []byte) {
	for i, line := range strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), "\n") {
		if i > 0 {
			e.out = append(append(append(append(e.out, '<'), e.prefix...), "br>"...), rPr...)
			e.closeTag("br")
		}
		if line == "" {
			continue
		}
		e.out = append(append(e.out, tag...), rPr...)
		e.out = append(append(append(e.out, '<'), e.prefix...), "t>"...)
		e.out = appendEscaped(e.out, line)
		e.closeTag("t")
		e.closeTag("r")
	}
}

// special marks the bytes that character data may not hold as they are, or that
// begin characters of which this has to be seen.
var special = func() (is [256]bool) {
	for c := range is {
		is[c] = c < ' ' && c != '\t' && c != '\n' || c == '&' || c == '<' || c == '>' || c == 0xef
	}
	return is
}()

// appendEscaped appends character data. What XML cannot hold becomes U+FFFD.
func appendEscaped(dst []byte, text string) []byte {
	if !utf8.ValidString(text) {
		text = strings.ToValidUTF8(text, "\ufffd")
	}
	at := 0
	for i := 0; i < len(text); i++ {
		if !special[text[i]] {
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if with := escape(r); with != "" {
			dst = append(append(dst, text[at:i]...), with...)
			at = i + size
		}
		i += size - 1
	}
	return append(dst, text[at:]...)
}

// escape gives what stands for a character in character data, "" for itself.
func escape(r rune) string {
	switch {
	case r == '&':
		return "&amp;"
	case r == '<':
		return "&lt;"
	case r == '>':
		return "&gt;"
	case r == '\r':
		return "&#13;"
	case !legal(r):
		return "\ufffd"
	}
	return ""
}

// format gives the start tag and the properties of a run in the pairs that are
// open.
func (e *encoder) format() (tag, rPr []byte) {
	s := e.base
	inner := int32(-1)
	if n := len(e.stack); n > 0 {
		inner = e.stack[n-1]
		s = e.codes[inner].direct
	}
	if s.stop != 0 && e.asInSource(inner) {
		rPr = e.rPr(s)
	} else {
		s, rPr = e.compose()
	}
	return e.tagOf(s), rPr
}

// asInSource reports whether the pairs that are open are those around inner in
// the source.
func (e *encoder) asInSource(inner int32) bool {
	for n := len(e.stack) - 1; n >= 0; n-- {
		if e.stack[n] != inner {
			return false
		}
		inner = e.codes[inner].parent
	}
	return inner < 0
}

// tagOf gives the start tag of a run, the plain one where there is none.
func (e *encoder) tagOf(s spot) []byte {
	if s.inner > s.start {
		if tag := e.part.src[s.start:s.inner]; bytes.HasSuffix(tag, []byte(">")) && !bytes.HasSuffix(tag, []byte("/>")) {
			return tag
		}
	}
	return []byte("<" + e.prefix + "r>")
}
