package messages

import (
	"strings"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// maxTokens bounds a diff; longer texts are shown as replaced whole.
const maxTokens = 2048

// firstSymbol is where the characters begin that stand for the tokens of a
// diff: a private use area with room for 65,534 of them.
const firstSymbol = 0xF0000

// change is a stretch of a diff: op is -1 where only the old text has it, 1
// where only the new one has it, 0 where both do.
type change struct {
	op   diffmatchpatch.Operation
	text string
}

// WordDiff shows how a text changed, word by word: [-old-]{+new+}.
func WordDiff(old, now string) string {
	var out strings.Builder
	for _, c := range wordDiffs(old, now) {
		out.WriteString(c.String())
	}
	return out.String()
}

func (c change) String() string {
	switch c.op {
	case diffmatchpatch.DiffDelete:
		return "[-" + c.text + "-]"
	case diffmatchpatch.DiffInsert:
		return "{+" + c.text + "+}"
	default:
		return c.text
	}
}

// wordDiffs gives the stretches of a diff; the old ones give the old text, the
// new ones the new text.
func wordDiffs(old, now string) []change {
	a, b := tokens(old), tokens(now)
	if len(a) > maxTokens || len(b) > maxTokens {
		return []change{{diffmatchpatch.DiffDelete, old}, {diffmatchpatch.DiffInsert, now}}
	}
	symbols := map[string]rune{}
	d := diffmatchpatch.New()
	d.DiffTimeout = 0
	diffs := d.DiffMainRunes(encode(a, symbols), encode(b, symbols), false)
	names := make([]string, len(symbols))
	for name, symbol := range symbols {
		names[symbol-firstSymbol] = name
	}
	var out []change
	for _, diff := range d.DiffCleanupSemantic(diffs) {
		var text strings.Builder
		for _, symbol := range diff.Text {
			text.WriteString(names[symbol-firstSymbol])
		}
		out = append(out, change{diff.Type, text.String()})
	}
	return out
}

func tokens(text string) []string {
	var out []string
	for len(text) > 0 && len(out) <= maxTokens {
		n := token(text)
		out = append(out, text[:n])
		text = text[n:]
	}
	return out
}

// encode gives one character for each token, the same for the same one.
func encode(tokens []string, symbols map[string]rune) []rune {
	out := make([]rune, len(tokens))
	for i, token := range tokens {
		symbol, ok := symbols[token]
		if !ok {
			symbol = rune(firstSymbol + len(symbols))
			symbols[token] = symbol
		}
		out[i] = symbol
	}
	return out
}
