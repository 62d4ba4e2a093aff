package messages

import (
	"strings"
	"unicode"
)

// Encode gives the bytes of c: UTF-8, \n, one line a key, messages in the order
// of c and a blank line between them. Every text is on one line: in plain
// quotation marks, or, where that saves escapes, as a literal string. The same
// catalog gives the same bytes; one that is Empty gives none.
func (c *Catalog) Encode() []byte {
	if c.Empty() {
		return nil
	}
	dst := make([]byte, 0, c.size())
	dst = appendLines(dst, c.About)
	top, tail := c.Comments, c.Tail
	if len(c.Messages) == 0 {
		top, tail = append(top[:len(top):len(top)], tail...), nil
	}
	if len(top) > 0 {
		dst = appendComments(appendGap(dst), top)
	}
	for _, m := range c.Messages {
		dst = appendGap(dst)
		dst = m.append(dst)
	}
	if len(tail) > 0 {
		dst = appendComments(appendGap(dst), tail)
	}
	return dst
}

// size estimates the bytes of c from above, to allocate once.
func (c *Catalog) size() int {
	n := lines(c.About) + lines(c.Comments) + lines(c.Tail)
	for _, m := range c.Messages {
		n += 128 + len(m.ID) + len(m.Description) + len(m.Other) + 48*len(m.Facts) + lines(m.About) + lines(m.Comments)
		for _, d := range m.Drafts {
			n += 64 + len(d.Text) + len(d.Origin)
		}
	}
	return n
}

func lines(all []string) int {
	n := 0
	for _, line := range all {
		n += len(line) + 4
	}
	return n
}

// append appends the lines of m. An empty text is written only where no draft
// stands that could become one.
func (m *Message) append(dst []byte) []byte {
	dst = appendLines(dst, m.About)
	for _, f := range m.Facts {
		dst = appendFact(dst, f)
	}
	dst = appendComments(dst, m.Comments)
	dst = append(dst, '[')
	dst = appendBasic(dst, m.ID)
	dst = append(dst, "]\n"...)
	dst = appendKey(dst, "description", m.Description)
	dst = appendKey(dst, "hash", m.Hash)
	for _, key := range more {
		dst = appendKey(dst, key, m.More[key])
	}
	for _, d := range m.Drafts {
		dst = appendDraft(dst, d)
	}
	if m.Other == "" && len(m.Drafts) == 0 {
		return append(dst, "other = \"\"\n"...)
	}
	return appendKey(dst, "other", m.Other)
}

func appendGap(dst []byte) []byte {
	if len(dst) == 0 {
		return dst
	}
	return append(dst, '\n')
}

func appendKey(dst []byte, key, text string) []byte {
	if text == "" {
		return dst
	}
	dst = append(dst, key...)
	dst = append(dst, " = "...)
	dst = appendString(dst, text)
	return append(dst, '\n')
}

// appendLines appends generated comment lines.
func appendLines(dst []byte, all []string) []byte {
	for _, line := range all {
		dst = append(dst, visible(line)...)
		dst = append(dst, '\n')
	}
	return dst
}

// appendComments appends the translator's comment lines.
func appendComments(dst []byte, all []string) []byte {
	for _, line := range all {
		dst = append(dst, translators(line)...)
		dst = append(dst, '\n')
	}
	return dst
}

// appendString appends text as a TOML string, TOML 1.0.0, section "String".
func appendString(dst []byte, text string) []byte {
	quote := `'`
	switch {
	case !strings.ContainsAny(text, `"\`) || strings.ContainsFunc(text, unicode.IsControl):
		return appendBasic(dst, text)
	case !strings.Contains(text, quote):
	case strings.Contains(text, `'''`) || strings.HasPrefix(text, quote) || strings.HasSuffix(text, quote):
		return appendBasic(dst, text)
	default:
		quote = `'''`
	}
	dst = append(dst, quote...)
	dst = append(dst, text...)
	return append(dst, quote...)
}

// appendBasic appends text in quotation marks, with escapes for these, for the
// backslash and for control characters alone.
func appendBasic(dst []byte, text string) []byte {
	dst = append(dst, '"')
	at := 0
	for i, r := range text {
		if r != '"' && r != '\\' && !unicode.IsControl(r) {
			continue
		}
		dst = append(dst, text[at:i]...)
		dst = appendEscape(dst, r)
		at = i + len(string(r))
	}
	dst = append(dst, text[at:]...)
	return append(dst, '"')
}

func appendEscape(dst []byte, r rune) []byte {
	const digits = "0123456789ABCDEF"
	switch r {
	case '"', '\\':
		return append(dst, '\\', byte(r))
	case '\n':
		return append(dst, `\n`...)
	case '\t':
		return append(dst, `\t`...)
	case '\r':
		return append(dst, `\r`...)
	default:
		return append(dst, '\\', 'u', '0', '0', digits[r>>4&15], digits[r&15])
	}
}
