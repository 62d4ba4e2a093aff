package markdown

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"

	"hexaglot/pipeline/document"
)

// The values of these keys are translated.
const translatedKeys = `title|subtitle|short_title|linkTitle|description|subject`

var (
	yamlLine  = regexp.MustCompile(`^(?:[A-Za-z0-9_."'-][^:]*:(?:[ \t].*)?|[ \t].*|-(?:[ \t].*)?|#.*)?$`)
	yamlFirst = regexp.MustCompile(`^[A-Za-z0-9_."'-][^:]*:(?:[ \t].*)?$`)
	tomlLine  = regexp.MustCompile(`^[ \t]*(?:[A-Za-z0-9_."'-]+[ \t]*=.*|\[.*\][ \t]*(?:#.*)?|#.*|["'\]},\[{].*)?$`)
	yamlValue = regexp.MustCompile(`^(?:` + translatedKeys + `)[ \t]*:[ \t]+`)
	tomlValue = regexp.MustCompile(`^(?:` + translatedKeys + `)[ \t]*=[ \t]*`)
	// plainScalar is a value that YAML reads as text without quotes, as far as
	// its first character goes. https://yaml.org/spec/1.2.2/#733-plain-style
	plainScalar = regexp.MustCompile(`^[^-?:,\[\]{}#&*!|>'"%@` + "`" + `\s0-9+.~=<]`)
	otherScalar = regexp.MustCompile(`(?i)^(?:true|false|yes|no|on|off|null|y|n)$`)
)

// head is the start of a text: its mark and its front matter.
type head struct {
	skeleton []document.Chunk
	units    []*document.Unit
	size     int // bytes
}

// frontMatter cuts the front matter off src: the lines between two lines ---
// (YAML) or +++ (TOML) at its very start. What does not look like either is text.
func frontMatter(src []byte) head {
	var h head
	start := 0
	if bytes.HasPrefix(src, mark) {
		start = len(mark)
	}
	h.size = start
	if fence, end := frontMatterEnd(src[start:]); end > 0 {
		h.size = start + end
		h.values(src, start, fence)
	}
	h.raw(src, h.size)
	return h
}

// mark is the byte order mark.
var mark = []byte("\ufeff")

// frontMatterEnd gives the fence of the front matter and its length with both
// fences, or 0.
func frontMatterEnd(b []byte) (fence string, length int) {
	first := lineLength(b)
	fence = string(bytes.TrimRight(b[:first], " \t\r\n"))
	if fence != "---" && fence != "+++" {
		return "", 0
	}
	keys := 0
	for at := first; at < len(b); {
		stop := at + lineLength(b[at:])
		text := bytes.TrimRight(b[at:stop], " \t\r\n")
		switch {
		case string(text) == fence || fence == "---" && string(text) == "...":
			if keys == 0 {
				return "", 0
			}
			return fence, stop
		case !fitsFrontMatter(fence, text, keys == 0):
			return "", 0
		case len(text) > 0 && text[0] != '#':
			keys++
		}
		at = stop
	}
	return "", 0
}

// fitsFrontMatter reports whether a line can stand in front matter; first says
// that nothing but comments and blank lines stands before it.
func fitsFrontMatter(fence string, text []byte, first bool) bool {
	switch {
	case fence == "+++":
		return tomlLine.Match(text)
	case first && len(text) > 0 && text[0] != '#':
		return yamlFirst.Match(text)
	default:
		return yamlLine.Match(text)
	}
}

// done gives how many bytes the skeleton holds.
func (h *head) done() int {
	n := 0
	for _, chunk := range h.skeleton {
		n += len(chunk.Raw)
	}
	return n
}

func (h *head) raw(src []byte, upTo int) {
	if at := h.done(); upTo > at {
		h.skeleton = append(h.skeleton, document.Chunk{Raw: src[at:upTo:upTo]})
	}
}

// values makes units of the values of the front matter that starts at an offset.
func (h *head) values(src []byte, start int, fence string) {
	key := yamlValue
	if fence == "+++" {
		key = tomlValue
	}
	table := false
	for at, line := start, 1; at < h.size; line++ {
		stop := at + lineLength(src[at:h.size])
		text := bytes.TrimRight(src[at:stop], " \t\r\n")
		table = table || fence == "+++" && bytes.HasPrefix(text, []byte{'['})
		if m := key.Find(text); m != nil && !table {
			h.value(src, span{at + len(m), at + len(text)}, line, fence)
		}
		at = stop
	}
}

// value makes a unit of one value, where it is a scalar on one line.
func (h *head) value(src []byte, s span, line int, fence string) {
	v, ok := readScalar(string(src[s.start:s.stop]), fence)
	if !ok || strings.TrimSpace(v.text) == "" {
		return
	}
	u := document.NewUnit("title", line, document.Content{Text: v.text})
	u.Encode = v.encode
	h.raw(src, s.start)
	stop := s.start + v.length
	h.skeleton = append(h.skeleton, document.Chunk{Raw: src[s.start:stop:stop], Unit: u})
	h.units = append(h.units, u)
}

// scalar is a value on one line.
type scalar struct {
	text   string
	quote  byte // '"', '\'' or 0
	toml   bool
	length int // bytes in the source, quotes included
}

// readScalar reads the scalar that s starts with.
func readScalar(s, fence string) (scalar, bool) {
	v := scalar{toml: fence == "+++"}
	if s == "" {
		return v, false
	}
	switch s[0] {
	case '"':
		v.quote = '"'
		return v, v.readDouble(s)
	case '\'':
		v.quote = '\''
		return v, v.readSingle(s)
	}
	if v.toml || strings.IndexByte("|>&*!{[#%@`", s[0]) >= 0 {
		return v, false
	}
	if i := strings.Index(s, " #"); i >= 0 {
		s = strings.TrimRight(s[:i], " \t")
	}
	v.text, v.length = s, len(s)
	return v, true
}

// readDouble reads a double-quoted scalar with the escapes that YAML and TOML
// share with Go; another makes it no unit.
func (v *scalar) readDouble(s string) bool {
	if v.toml && strings.HasPrefix(s, `"""`) {
		return false
	}
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '"':
			text, err := strconv.Unquote(strings.ReplaceAll(s[:i+1], `\/`, `/`))
			v.text, v.length = text, i+1
			return err == nil && onlyComment(s[i+1:])
		}
	}
	return false
}

// readSingle reads a single-quoted scalar: YAML doubles the quotes in it, TOML
// has none.
func (v *scalar) readSingle(s string) bool {
	if v.toml && strings.HasPrefix(s, `'''`) {
		return false
	}
	for i := 1; i < len(s); i++ {
		if s[i] != '\'' {
			continue
		}
		if !v.toml && i+1 < len(s) && s[i+1] == '\'' {
			i++
			continue
		}
		v.text, v.length = strings.ReplaceAll(s[1:i], "''", "'"), i+1
		return onlyComment(s[i+1:])
	}
	return false
}

func onlyComment(s string) bool {
	s = strings.TrimLeft(s, " \t")
	return s == "" || s[0] == '#'
}

// encode writes a value with the quotes that it had, where they will do.
func (v *scalar) encode(c document.Content) []byte {
	s := joined(tidy(c)).Text
	control := strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r == 0x7f || r == 0x85 || r == 0x2028 || r == 0x2029 })
	switch {
	case v.quote == 0 && !control && (s == v.text || isPlain(s)):
		return []byte(s)
	case v.quote == '\'' && !control && !v.toml:
		return []byte("'" + strings.ReplaceAll(s, "'", "''") + "'")
	case v.quote == '\'' && !control && !strings.Contains(s, "'"):
		return []byte("'" + s + "'")
	}
	return doubleQuoted(s)
}

// isPlain reports whether YAML reads s, without quotes, as that text.
func isPlain(s string) bool {
	return plainScalar.MatchString(s) && !otherScalar.MatchString(s) &&
		!strings.Contains(s, ": ") && !strings.Contains(s, " #") && !strings.HasSuffix(s, ":") &&
		strings.TrimSpace(s) == s
}

// doubleQuoted writes s between double quotes, with the escapes that YAML and
// TOML share.
func doubleQuoted(s string) []byte {
	b := []byte{'"'}
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r == '\n':
			b = append(b, `\n`...)
		case r == '\t':
			b = append(b, `\t`...)
		case r < ' ' || r == 0x7f || r == 0x85 || r == 0x2028 || r == 0x2029 || r == 0xfeff:
			b = append(b, `\u`...)
			b = append(b, strconv.FormatInt(0x10000+int64(r), 16)[1:]...)
		default:
			b = append(b, string(r)...)
		}
	}
	return append(b, '"')
}
