package markdown

import (
	"github.com/yuin/goldmark/util"

	"hexaglot/pipeline/document"
)

// titleEncoder gives the encoder of a title between quotes, of which closing
// is the second. https://spec.commonmark.org/0.31.2/#link-title
func titleEncoder(closing byte, cell bool) func(document.Content) []byte {
	return func(c document.Content) []byte {
		return appendTitle(nil, joined(tidy(c)).Text, closing, cell)
	}
}

// appendTitle appends the text of a title on one line.
func appendTitle(dst []byte, s string, closing byte, cell bool) []byte {
	for i := range len(s) {
		c := s[i]
		switch {
		case c == closing, closing == ')' && c == '(', cell && c == '|':
			dst = append(dst, '\\')
		case c == '\\' && (i+1 == len(s) || util.IsPunct(s[i+1])):
			dst = append(dst, '\\')
		case c == '&':
			if _, size := reference([]byte(s[i:min(len(s), i+40)])); size > 0 {
				dst = append(dst, "&amp;"...)
				continue
			}
		}
		dst = append(dst, c)
	}
	return dst
}
