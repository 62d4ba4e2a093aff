package locale

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// untouched gives the end of what begins at text[at:] and is never converted:
// a web or e-mail address, a telephone number. It is at where there is none.
func untouched(text string, at int) int {
	before, size := utf8.DecodeLastRuneInString(text[:at])
	if size > 0 && wordRune(before) && !han(before) {
		return at
	}
	c := text[at]
	switch {
	case c == '+' || c == '(' || c >= '0' && c <= '9':
		return max(telephone(text, at), mail(text, at))
	case c < utf8.RuneSelf && wordRune(rune(c)):
		return max(address(text, at), mail(text, at), dialled(text, at))
	}
	return max(at, dialled(text, at))
}

// schemes begin an address (RFC 3986).
var schemes = phrases("https://|http://|ftp://|mailto:|www.|doi:|urn:")

// address gives the end of the URL at text[at:]: blanks and characters beyond
// ASCII end it, and the punctuation of the sentence is left out.
func address(text string, at int) int {
	found := schemes.at(text, at)
	if len(found) == 0 {
		return at
	}
	end := found[0].end
	for end < len(text) && text[end] > ' ' && text[end] < 0x7f && strings.IndexByte("<>\"", text[end]) < 0 {
		end++
	}
	return at + len(strings.TrimRight(text[at:end], ".,;:!?')]"))
}

// mail gives the end of the e-mail address at text[at:] (RFC 5321, the usual
// characters, a local part of 64 bytes at most).
func mail(text string, at int) int {
	local := at
	for local < len(text) && local-at <= numeralBytes && localByte(text[local]) {
		local++
	}
	if local == at || local == len(text) || text[local] != '@' {
		return at
	}
	end := local + 1
	for end < len(text) && localByte(text[end]) {
		end++
	}
	return at + len(strings.TrimRight(text[at:end], ".-"))
}

func localByte(c byte) bool {
	return c < utf8.RuneSelf && (wordRune(rune(c)) || strings.IndexByte("._%+-", c) >= 0)
}

// telephone gives the end of the telephone number at text[at:] (E.123): it has
// an international prefix, or a trunk prefix 0 and three groups at least.
func telephone(text string, at int) int {
	start := at
	international := text[at] == '+'
	if international {
		start++
	}
	end, digits, groups := dial(text, start, international)
	trunk := strings.HasPrefix(strings.TrimLeft(text[start:end], "("), "0")
	if digits <= 17 && (international && digits >= 7 || trunk && digits >= 9 && groups >= 3) {
		return end
	}
	return at
}

// dial gives the run of digits, single blanks and brackets, where
// hyphens is set also hyphens and points at
// text[at:], and how many digits and groups it has.
func dial(text string, at int, hyphens bool) (end, digits, groups int) {
	end = at
	gap := true
	for i := at; i < len(text) && i-at < numeralBytes; {
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		switch {
		case r < utf8.RuneSelf && unicode.IsDigit(r):
			if gap {
				groups++
			}
			gap, end = false, i
			digits++
		case (blank(r) || r == '(' || r == ')' || hyphens && (r == '-' || r == '.')) && i-end <= 3*size:
			gap = true
		default:
			return end, digits, groups
		}
	}
	return end, digits, groups
}

// telephoneLabels stand before telephone and fax numbers in the six languages.
var telephoneLabels = phrases("tel.|tél.|tel|tél|téléphone|telephone|teléfono|fax|télécopie|telefax|тел.|телефон|факс|" +
	"电话|传真|手机|هاتف|الهاتف|فاكس|الفاكس")

// dialled gives the end of a labelled telephone number, the label with it.
func dialled(text string, at int) int {
	for _, label := range telephoneLabels.at(text, at) {
		end := label.end
		if !closes(text, end, label.text) {
			continue
		}
		for range 3 {
			if r, size := utf8.DecodeRuneInString(text[end:]); blank(r) || strings.ContainsRune(".:：", r) && size > 0 {
				end += size
			}
		}
		if strings.HasPrefix(text[end:], "+") {
			end++
		}
		if stop, digits, _ := dial(text, end, true); digits >= 5 && digits <= 17 {
			return stop
		}
	}
	return at
}
