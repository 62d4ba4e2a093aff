package segment

import (
	"strings"
	"unicode"

	"hexaglot/pipeline/document"
)

// stands reports a placeholder that stands for words of the sentence: an
// address, code, a formula, a field. It is never put outside the sentence.
func stands(code document.Code) bool {
	if code.Kind != document.Standalone {
		return false
	}
	switch code.Name {
	case "a", "code", "math", "field":
		return true
	}
	return false
}

func isLineBreak(code document.Code) bool {
	return code.Kind == document.Standalone && code.Name == "br"
}

// pair gives for each code the index of its other half, or -1 for a
// placeholder and for half a pair. Pairs that cross are halves.
func pair(codes []document.Code) []int {
	pairs := make([]int, len(codes))
	var open []int
	for i, code := range codes {
		pairs[i] = -1
		switch code.Kind {
		case document.Open:
			open = append(open, i)
		case document.Close:
			n := len(open) - 1
			if n < 0 || codes[open[n]].Name != code.Name || codes[open[n]].ID != code.ID {
				continue
			}
			pairs[i], pairs[open[n]] = open[n], i
			open = open[:n]
		}
	}
	return pairs
}

// depths gives the number of pairs open before each code, and after the last.
func depths(pairs []int) []int {
	depth := make([]int, len(pairs)+1)
	for i, other := range pairs {
		depth[i+1] = depth[i]
		switch {
		case other > i:
			depth[i+1]++
		case other >= 0:
			depth[i+1]--
		}
	}
	return depth
}

// core gives s without the white space and the codes at its edges: a
// placeholder, a pair that holds nothing, a pair that encloses all the rest. A
// pair that opens at the edge and closes inside stays, with what it holds. It
// is false where nothing but white space and codes is in s.
func (c *cutter) core(s span) (span, bool) {
	lead, tail, ok := c.margins(s)
	if !ok {
		return s, false
	}
	core := span{lead, tail}
	for i := s.from.code; i < lead.code; i++ {
		if c.pairs[i] >= lead.code && c.pairs[i] < tail.code {
			core.from = point{c.codes[i].Pos, i}
			break
		}
	}
	for i := s.to.code - 1; i >= tail.code; i-- {
		if other := c.pairs[i]; other >= core.from.code && other < tail.code {
			core.to = point{c.codes[i].Pos, i + 1}
			break
		}
	}
	return core, true
}

// margins gives the places of the first and of the last words in s: what lies
// outside is white space and codes. It is false where s holds no words.
func (c *cutter) margins(s span) (lead, tail point, ok bool) {
	text := c.text[s.from.text:s.to.text]
	lead = point{s.to.text - len(strings.TrimLeftFunc(text, unicode.IsSpace)), s.from.code}
	for ; lead.code < s.to.code && c.codes[lead.code].Pos <= lead.text; lead.code++ {
		if stands(c.codes[lead.code]) {
			lead.text, ok = c.codes[lead.code].Pos, true
			break
		}
	}
	if !ok && lead.text == s.to.text {
		return lead, lead, false
	}
	tail = point{s.from.text + len(strings.TrimRightFunc(text, unicode.IsSpace)), s.to.code}
	for ; tail.code > lead.code && c.codes[tail.code-1].Pos >= tail.text; tail.code-- {
		if stands(c.codes[tail.code-1]) {
			tail.text = c.codes[tail.code-1].Pos
			break
		}
	}
	return lead, tail, true
}
