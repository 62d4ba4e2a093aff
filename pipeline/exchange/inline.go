package exchange

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/document"
)

// emptied is the id of the mark for a target left empty on purpose.
const emptied = "empty"

// role is how a code of a content is written.
type role uint8

const (
	placeholder role = iota
	pairStart        // of an element around what the pair holds
	pairEnd
	spanStart // of a pair that crosses another
	spanEnd
	loneStart // of a pair whose other half is elsewhere
	loneEnd
)

// roles says how each code of c is written: a pair as one element where it is
// well nested, else as two.
func roles(c document.Content) []role {
	out := make([]role, len(c.Codes))
	var open []int
	for i, code := range c.Codes {
		switch code.Kind {
		case document.Open:
			out[i] = loneStart
			open = append(open, i)
		case document.Close:
			out[i] = loneEnd
			for at := len(open) - 1; at >= 0; at-- {
				if start := c.Codes[open[at]]; start.Name == code.Name && start.ID == code.ID {
					out[open[at]], out[i] = pairStart, pairEnd
					open = append(open[:at:at], open[at+1:]...)
					break
				}
			}
		}
	}
	uncross(c, out)
	return out
}

// uncross finds the pairs that cross another: these cannot be elements.
func uncross(c document.Content, out []role) {
	var open []int
	for i, code := range c.Codes {
		switch out[i] {
		case pairStart:
			open = append(open, i)
		case pairEnd:
			top := len(open) - 1
			at := top
			for c.Codes[open[at]].Name != code.Name || c.Codes[open[at]].ID != code.ID {
				at--
			}
			if at < top {
				out[open[at]], out[i] = spanStart, spanEnd
			}
			open = append(open[:at:at], open[at+1:]...)
		}
	}
}

// id gives the id of a code in a file: "b1".
func id(code document.Code) string {
	if code.ID == 0 {
		return code.Name
	}
	return code.Name + strconv.Itoa(code.ID)
}

// writeInline writes a content: its text by text, each code by code.
func writeInline(c document.Content, text func(string) string, code func(document.Code, role) string) string {
	var b strings.Builder
	at := 0
	roles := roles(c)
	for i, x := range c.Codes {
		b.WriteString(text(c.Text[at:x.Pos]))
		b.WriteString(code(x, roles[i]))
		at = x.Pos
	}
	b.WriteString(text(c.Text[at:]))
	return b.String()
}

// inline reads the contents of one unit.
type inline struct {
	tree   *tree
	names  map[string]document.Code // by the id in the file
	used   map[string]bool
	raw    map[string]string // the markup of each code, as it is written
	disp   map[string]string
	around map[string]bool // codes that are tags of an element around what they hold
}

func newInline(t *tree) *inline {
	return &inline{tree: t, names: map[string]document.Code{}, used: map[string]bool{}, raw: map[string]string{}, disp: map[string]string{}, around: map[string]bool{}}
}

// ours matches the ids that this package writes.
var ours = regexp.MustCompile(`^([a-z]{1,12})([1-9][0-9]{0,3})$`)

// code gives the code for an id of the file. Ids of other tools get a name that
// says what the code does, and a number of their own.
func (in *inline) code(kind document.Kind, fileID, name string) document.Code {
	code, ok := in.names[fileID]
	if !ok {
		code = in.fresh(fileID, name)
		in.names[fileID] = code
		in.used[id(code)] = true
	}
	code.Kind = kind
	code.Disp = in.disp[fileID]
	return code
}

func (in *inline) fresh(fileID, name string) document.Code {
	if fileID == emptied {
		return document.Code{Kind: document.Standalone, Name: emptied}
	}
	if m := ours.FindStringSubmatch(fileID); m != nil && !in.used[fileID] {
		n, _ := strconv.Atoi(m[2])
		return document.Code{Name: m[1], ID: n}
	}
	code := document.Code{Name: name, ID: 1}
	for in.used[id(code)] {
		code.ID++
	}
	return code
}

// add puts a code at the end of c, and keeps its markup.
func (in *inline) add(c *document.Content, code document.Code, raw string) {
	code.Pos = len(c.Text)
	c.Codes = append(c.Codes, code)
	if _, ok := in.raw[code.String()]; !ok {
		in.raw[code.String()] = raw
	}
}

// pair puts an element around what it holds.
func (in *inline) pair(c *document.Content, n *node, fileID, name string, within func(*node)) {
	start := in.tree.raw(n)
	if n.inner == n.end {
		start = strings.TrimSuffix(start, "/>") + ">"
	}
	open, end := in.code(document.Open, fileID, name), in.code(document.Close, fileID, name)
	in.around[open.String()], in.around[end.String()] = true, true
	in.add(c, open, start)
	within(n)
	in.add(c, end, in.tree.closing(n))
}

// markup writes a target with the codes as the file has them.
func (in *inline) markup(c document.Content, text func(string) string, unknown func(document.Code) string) (string, error) {
	var crossed []string
	out := writeInline(c, text, func(code document.Code, r role) string {
		raw, ok := in.raw[code.String()]
		if !ok {
			return unknown(code)
		}
		if in.around[code.String()] && r != pairStart && r != pairEnd {
			crossed = append(crossed, code.String())
		}
		return raw
	})
	if crossed != nil {
		return "", fault.New(fault.Content, "codes-crossed", "the translation crosses {Codes}", "Codes", crossed)
	}
	return out, nil
}

// hex gives a character as four or more hexadecimal digits.
func hex(r rune) string { return fmt.Sprintf("%04X", r) }

// unhex reads what hex gives; a surrogate becomes U+FFFD.
func unhex(s string) string {
	n, err := strconv.ParseUint(s, 16, 32)
	if err != nil {
		return ""
	}
	return string(rune(n))
}
