package markdown

import (
	"bytes"
	"strconv"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// appendText appends raw inline text with its backslash escapes and its
// character references resolved; a line end that is written as a reference
// reads as a space. https://spec.commonmark.org/0.31.2/#backslash-escapes
func appendText(dst, raw []byte) []byte {
	for {
		i := bytes.IndexAny(raw, `\&`)
		if i < 0 {
			return append(dst, raw...)
		}
		dst = append(dst, raw[:i]...)
		raw = raw[i:]
		n := 1
		if raw[0] == '\\' {
			if len(raw) > 1 && util.IsPunct(raw[1]) {
				raw = raw[1:]
			}
			dst = append(dst, raw[0])
		} else if value, size := reference(raw); size > 0 {
			dst, n = append(dst, bytes.ReplaceAll(value, []byte{'\n'}, []byte{' '})...), size
		} else {
			dst = append(dst, '&')
		}
		raw = raw[n:]
	}
}

// plainText gives raw inline text as it reads, with line ends as spaces.
func plainText(raw []byte) string {
	return string(appendText(nil, oneLine(raw)))
}

// oneLine gives b with each line end, and the white space around it, as one
// space.
func oneLine(b []byte) []byte {
	if bytes.IndexByte(b, '\n') < 0 {
		return b
	}
	lines := bytes.Split(b, []byte{'\n'})
	for i := range lines {
		lines[i] = bytes.Trim(lines[i], " \t\r")
	}
	return bytes.TrimSpace(bytes.Join(lines, []byte{' '}))
}

// reference reads the character reference at the start of b; size is 0 where
// none stands. https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references
func reference(b []byte) (value []byte, size int) {
	end := bytes.IndexByte(b[:min(len(b), 40)], ';')
	if end < 2 {
		return nil, 0
	}
	name := b[1:end]
	if name[0] == '#' {
		return numericReference(name[1:], end+1)
	}
	if entity, ok := util.LookUpHTML5EntityByName(string(name)); ok {
		return entity.Characters, end + 1
	}
	return nil, 0
}

func numericReference(digits []byte, size int) ([]byte, int) {
	base, limit := 10, 7
	if len(digits) > 0 && (digits[0] == 'x' || digits[0] == 'X') {
		digits, base, limit = digits[1:], 16, 6
	}
	if len(digits) == 0 || len(digits) > limit {
		return nil, 0
	}
	code, err := strconv.ParseUint(string(digits), base, 32)
	if err != nil {
		return nil, 0
	}
	r := rune(code)
	if r == 0 || !utf8.ValidRune(r) {
		r = utf8.RuneError
	}
	return utf8.AppendRune(nil, r), size
}

// blank is the white space that Markdown trims.
const blank = " \t\n\r"

func isBlank(c byte) bool { return util.IsSpace(c) }

// lineLength gives the length of the first line of b with its end.
func lineLength(b []byte) int {
	if i := bytes.IndexByte(b, '\n'); i >= 0 {
		return i + 1
	}
	return len(b)
}
