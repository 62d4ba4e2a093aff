package exchange

import (
	"fmt"
	"strings"
	"unicode"
)

// maxIDRunes bounds an identifier made from a term.
const maxIDRunes = 40

// newID makes an identifier from a term, one that no concept has: "data centre"
// gives "data-centre", then "data-centre-2".
func (r *reader) newID(term string) string {
	id := strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c) {
			return unicode.ToLower(c)
		}
		return '-'
	}, strings.ToValidUTF8(term, ""))
	id = strings.Join(strings.FieldsFunc(id, func(c rune) bool { return c == '-' }), "-")
	if runes := []rune(id); len(runes) > maxIDRunes {
		id = strings.TrimRight(string(runes[:maxIDRunes]), "-")
	}
	if id == "" {
		id = "concept"
	}
	return r.unused(id)
}

// unused gives id, or id with the first number that makes it new.
func (r *reader) unused(id string) string {
	out := id
	for n := 2; r.byID[out] != nil; n++ {
		out = fmt.Sprintf("%s-%d", id, n)
	}
	return out
}
