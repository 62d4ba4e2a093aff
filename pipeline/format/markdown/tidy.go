package markdown

import (
	"strings"
	"unicode/utf8"

	"hexaglot/pipeline/document"
	"hexaglot/pipeline/format/html"
)

// event is a stretch of text, or a code.
type event struct {
	text string
	code *document.Code
}

// emphasised lists the codes that Markdown cannot put around the white space
// at their edges.
func emphasised(c *document.Code) bool {
	return c != nil && (c.Name == "b" || c.Name == "i" || c.Name == "s")
}

// tidy gives c as Markdown can write it: without formatting around nothing,
// with the white space at the edges of emphasis outside it, and without blanks
// around line ends.
func tidy(c document.Content) document.Content {
	if len(c.Codes) == 0 {
		return document.Content{Text: cutEdges(lineText(c.Text))}
	}
	c = content(hoistEnds(hoistStarts(solid(c))))
	return content(solid(c))
}

// cutEdges takes line ends off both ends of a text.
func cutEdges(s string) string {
	if strings.Contains(s, "\n") {
		return strings.Trim(s, "\n")
	}
	return s
}

// lineText gives a text with single line ends, without blanks around them.
func lineText(s string) string {
	if !strings.Contains(s, "\n") {
		return s
	}
	var kept []string
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		if i < len(lines)-1 {
			line = strings.TrimRight(line, blank)
		}
		if i > 0 {
			line = strings.TrimLeft(line, blank)
		}
		if line != "" || i == 0 {
			kept = append(kept, line)
		}
	}
	out := strings.Join(kept, "\n")
	if strings.HasSuffix(strings.TrimRight(s, " \t\r"), "\n") {
		out += "\n"
	}
	return out
}

// solid gives the events of c without formatting around nothing.
func solid(c document.Content) []event {
	empty := html.EmptyPairs(c.Codes)
	var list []event
	at := 0
	for i := range c.Codes {
		code := &c.Codes[i]
		list = push(list, event{text: c.Text[at:code.Pos]})
		at = code.Pos
		if !empty[i] {
			list = push(list, event{code: code})
		}
	}
	return push(list, event{text: c.Text[at:]})
}

// push appends an event; texts join, and lose their blanks next to line breaks.
func push(list []event, e event) []event {
	n := len(list)
	switch {
	case e.code == nil && e.text == "":
		return list
	case e.code == nil && n > 0 && list[n-1].code == nil:
		list[n-1].text += e.text
		return list
	case e.code == nil && n > 0 && isBreak(list[n-1].code):
		if e.text = strings.TrimLeft(e.text, blank); e.text == "" {
			return list
		}
	case isBreak(e.code) && n > 0 && list[n-1].code == nil:
		if list[n-1].text = strings.TrimRight(list[n-1].text, blank); list[n-1].text == "" {
			list = list[:n-1]
		}
	}
	return append(list, e)
}

// isBreak reports whether a code is a hard line break of Markdown's own.
func isBreak(c *document.Code) bool {
	return c != nil && c.Name == "br" && len(c.Data) == 1 && strings.HasSuffix(strings.TrimRight(string(c.Data[0].Raw), " >\t"), "\n")
}

// hoistStarts moves white space from the start of emphasis before it.
func hoistStarts(list []event) []event {
	out := make([]event, 0, len(list))
	for i := len(list) - 1; i >= 0; i-- {
		e := list[i]
		n := len(out)
		if !emphasised(e.code) || e.code.Kind != document.Open || n == 0 || out[n-1].code != nil {
			out = unshift(out, e)
			continue
		}
		rest := strings.TrimLeft(out[n-1].text, blank)
		space := out[n-1].text[:len(out[n-1].text)-len(rest)]
		if out[n-1].text = rest; rest == "" {
			out = out[:n-1]
		}
		out = unshift(unshift(out, e), event{text: space})
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}

// unshift puts an event before the list, which is kept back to front.
func unshift(list []event, e event) []event {
	n := len(list)
	switch {
	case e.code == nil && e.text == "":
		return list
	case e.code == nil && n > 0 && list[n-1].code == nil:
		list[n-1].text = e.text + list[n-1].text
		return list
	}
	return append(list, e)
}

// hoistEnds moves white space from the end of emphasis behind it.
func hoistEnds(list []event) []event {
	out := make([]event, 0, len(list))
	for _, e := range list {
		n := len(out)
		if !emphasised(e.code) || e.code.Kind != document.Close || n == 0 || out[n-1].code != nil {
			out = push(out, e)
			continue
		}
		rest := strings.TrimRight(out[n-1].text, blank)
		space := out[n-1].text[len(rest):]
		if out[n-1].text = rest; rest == "" {
			out = out[:n-1]
		}
		out = push(push(out, e), event{text: space})
	}
	return out
}

// content joins events again.
func content(list []event) document.Content {
	var c document.Content
	var b strings.Builder
	for i, e := range list {
		if e.code == nil {
			text := lineText(e.text)
			if i == 0 {
				text = strings.TrimLeft(text, "\n")
			}
			if i == len(list)-1 {
				text = strings.TrimRight(text, "\n")
			}
			b.WriteString(text)
			continue
		}
		code := *e.code
		code.Pos = b.Len()
		c.Codes = append(c.Codes, code)
	}
	c.Text = b.String()
	return c
}

// joined gives c as it will be read again: line ends as spaces, or as nothing
// between two characters that are written without spaces.
func joined(c document.Content) document.Content {
	if !strings.Contains(c.Text, "\n") {
		return c
	}
	var b strings.Builder
	codes := append([]document.Code(nil), c.Codes...)
	next := 0
	move := func(upTo int) {
		for next < len(codes) && c.Codes[next].Pos <= upTo {
			codes[next].Pos = b.Len()
			next++
		}
	}
	for i, r := range c.Text {
		move(i)
		if r != '\n' {
			b.WriteString(c.Text[i : i+utf8.RuneLen(r)])
		} else if !betweenWide(c, i) {
			b.WriteByte(' ')
		}
	}
	move(len(c.Text))
	return document.Content{Text: b.String(), Codes: codes}
}

// betweenWide reports whether the line end at i joins two characters that are
// written without spaces, with no placeholder between them.
func betweenWide(c document.Content, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(c.Text[:i])
	after, _ := utf8.DecodeRuneInString(c.Text[i+1:])
	for _, code := range c.Codes {
		if code.Kind == document.Standalone && code.Pos == i+1 {
			return false
		}
	}
	return html.Wide(before) && html.Wide(after)
}
