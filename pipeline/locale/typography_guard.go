package locale

import (
	"regexp"
	"strings"
)

// What no rule may touch.
var (
	// addresses: URLs (RFC 3986) and e-mail addresses (RFC 5321, the usual
	// characters), in ASCII.
	addressPattern = regexp.MustCompile(`(?i)(?:\b(?:https?|ftp)://|\bwww\.|\bmailto:)[a-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+|[a-z0-9._%+\-]+@[a-z0-9\-]+(?:\.[a-z0-9\-]+)+`)
	// quotedCode is code in backticks, and a placeholder in double braces.
	quotedCode = regexp.MustCompile("`[^`]+`|\\{\\{[^{}]*\\}\\}")
	// codeSign tells code, the names of files and the symbols of documents from
	// words and numbers.
	codeSign = regexp.MustCompile(`[\\_=&#@{}|~^*$<>/]|::|[a-z0-9]\.[a-z]|^--?[a-zA-Z]|^[a-z]{2,3}(?:,[a-z]{2,3})+$|\(\)$`)
	// compound is a number with separators: a decimal, a time, a ratio, a
	// version, a date.
	compound = regexp.MustCompile(`[0-9]+(?:[.,:/'’][0-9]+)+|[0-9] : [0-9]`)
	// symbolRun is the symbol of a document, which a space may set off: 文件 C18/35-C.
	symbolRun = regexp.MustCompile(`^[A-Z][A-Z0-9().-]*(?:/[A-Z0-9().-]+)+$`)
	smiley    = regexp.MustCompile(`(?:^|\s)([:;=8][-^']?[)(DPpO|/\\\]\[*])(?:$|[\s.,])`)
)

// protect guards what no rule may touch.
func (l *line) protect() {
	text, index := l.indexed()
	for i := range l.cells {
		l.cells[i].guard = free
	}
	set := func(from, to int, g guard) {
		for i := index[from]; i < index[to]; i++ {
			l.cells[i].guard = g
		}
	}
	all := func(re *regexp.Regexp, signs string, group int) {
		if !strings.ContainsAny(text, signs) {
			return
		}
		for _, m := range re.FindAllStringSubmatchIndex(text, -1) {
			set(m[2*group], m[2*group+1], literal)
		}
	}
	all(quotedCode, "`{", 0)
	all(compound, "0123456789", 0)
	all(smiley, ":;=8", 1)
	for from := 0; from < len(text); from++ {
		end := from
		for end < len(text) && inRun(text[end]) {
			end++
		}
		if start, to := trimRun(text, from, end); start < to && isCode(text[start:to]) {
			kind := literal
			if symbolRun.MatchString(text[start:to]) {
				kind = addressed
			}
			set(start, to, kind)
		}
		from = end
	}
	if strings.ContainsAny(text, "@:") || strings.Contains(strings.ToLower(text), "www.") {
		for _, m := range addressPattern.FindAllStringIndex(text, -1) {
			set(m[0], m[0]+len(TrimAddress(text[m[0]:m[1]])), addressed)
		}
	}
}

// inRun reports whether a byte can be part of code: ASCII, neither a space nor a
// quotation mark.
func inRun(b byte) bool { return b > ' ' && b < 0x7f && b != '"' }

func isCode(run string) bool {
	return strings.ContainsAny(run, "\\_=&#@{}|~^*$<>/:.,-(") && codeSign.MatchString(run)
}

// trimRun gives a run without the punctuation around it.
func trimRun(text string, from, to int) (start, end int) {
	run := strings.TrimLeft(text[from:to], "([{'<")
	if strings.Contains(run, "@") {
		run = strings.TrimLeft(run, ",;:")
	}
	start = to - len(run)
	run = strings.TrimRight(run, ".,;:!?)]}'>")
	end = start + len(run)
	if end+1 < to && text[end:end+2] == "()" {
		end += 2
	}
	return start, end
}

// TrimAddress gives an address, as it was found in a text, without the
// punctuation that ends its sentence.
func TrimAddress(a string) string {
	for {
		t := strings.TrimRight(a, ".,;:!?'")
		if strings.HasSuffix(t, ")") && strings.Count(t, "(") < strings.Count(t, ")") {
			t = t[:len(t)-1]
		}
		if t == a {
			return a
		}
		a = t
	}
}
