package messages

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2/unstable"

	"hexaglot/messages/fault"
)

// syntax tells an error of the TOML parser.
func (r *reader) syntax(err error) error {
	var e *unstable.ParserError
	if !errors.As(err, &e) {
		return fault.New(fault.Input, "catalog-syntax", "not valid TOML: {Problem}", "Problem", err.Error())
	}
	at := min(max(cap(r.data)-cap(e.Highlight), 0), len(r.data))
	r.seek(unstable.Range{Offset: uint32(at)})
	start := bytes.LastIndexByte(r.data[:at], '\n') + 1
	return slip(string(r.data[start:at]), string(r.data[at:]), e.Message)
}

// slip names the usual slips of translators, by what stands on the line before
// the place where the parser stopped, and what follows there.
func slip(before, after, problem string) error {
	_, value, _ := strings.Cut(before, "=")
	value = strings.TrimSpace(value)
	quoted := strings.HasPrefix(value, `"`) || strings.HasPrefix(value, "'")
	rest, _, _ := strings.Cut(after, "\n")
	switch {
	case quoted && strings.TrimSpace(rest) == "":
		return fault.New(fault.Input, "catalog-unclosed", "the text has no closing quotation mark")
	case quoted && len(value) > 1:
		return fault.New(fault.Input, "catalog-quote",
			"the text ends at the quotation mark before {Rest}", "Rest", firstRunes(rest))
	case value == "" && strings.ContainsRune(curly, firstRune(after)):
		return fault.New(fault.Input, "catalog-curly",
			"the text begins with {Quote}, which is no straight quotation mark", "Quote", string(firstRune(after)))
	case strings.TrimSpace(before) == "" && strings.HasPrefix(after, "?"):
		return fault.New(fault.Input, "catalog-draft-mark", "the mark #? is deleted only in part")
	default:
		return fault.New(fault.Input, "catalog-syntax", "not valid TOML: {Problem}", "Problem", problem)
	}
}

// curly are quotation marks that word processors make of straight ones.
const curly = "“”„‟«»‘’‚‹›「」『』＂＇"

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// firstRunes gives the first characters of s.
func firstRunes(s string) string {
	const most = 20
	n := 0
	for i := range s {
		if n++; n > most {
			return s[:i] + "…"
		}
	}
	return s
}
