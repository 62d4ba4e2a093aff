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
	// asciiRun may be code, the name of a file or the symbol of a document.
	asciiRun = regexp.MustCompile(`[!#-~]+`)
	// codeSign tells these from words and numbers.
	codeSign = regexp.MustCompile(`[\\_=&#@{}|~^*$<>/]|::|[a-z0-9]\.[a-z]|^--?[a-zA-Z]|^[a-z]{2,3}(?:,[a-z]{2,3})+$|\(\)$`)
	// compound is a number with separators: a decimal, a time, a ratio, a
	// version, a date.
	compound = regexp.MustCompile(`[0-9]+(?:[.,:/'’][0-9]+)+|[0-9] : [0-9]`)
	smiley   = regexp.MustCompile(`(?:^|\s)([:;=8][-^']?[)(DPpO|/\\\]\[*])(?:$|[\s.,])`)
)

// protect guards what no rule may touch.
func (l *line) protect() {
	var b strings.Builder
	index := make([]int, 0, len(l.text)+1) // of the cell, by byte
	for i, c := range l.cells {
		l.cells[i].guard = free
		b.WriteRune(c.r)
		for len(index) < b.Len() {
			index = append(index, i)
		}
	}
	index = append(index, len(l.cells))
	text := b.String()
	set := func(from, to int, g guard) {
		for i := index[from]; i < index[to]; i++ {
			l.cells[i].guard = g
		}
	}
	for _, m := range quotedCode.FindAllStringIndex(text, -1) {
		set(m[0], m[1], literal)
	}
	for _, m := range compound.FindAllStringIndex(text, -1) {
		set(m[0], m[1], literal)
	}
	for _, m := range smiley.FindAllStringSubmatchIndex(text, -1) {
		set(m[2], m[3], literal)
	}
	for _, m := range asciiRun.FindAllStringIndex(text, -1) {
		if from, to := trimRun(text, m[0], m[1]); from < to && codeSign.MatchString(text[from:to]) {
			set(from, to, literal)
		}
	}
	if strings.ContainsAny(text, "@:") || strings.Contains(strings.ToLower(text), "www.") {
		for _, m := range addressPattern.FindAllStringIndex(text, -1) {
			set(m[0], m[0]+len(trimAddress(text[m[0]:m[1]])), addressed)
		}
	}
}

// trimRun gives a run without the punctuation around it.
func trimRun(text string, from, to int) (start, end int) {
	run := strings.TrimLeft(text[from:to], "([{'<")
	start = to - len(run)
	run = strings.TrimRight(run, ".,;:!?)]}'>")
	end = start + len(run)
	if end+1 < to && text[end:end+2] == "()" {
		end += 2
	}
	return start, end
}

// trimAddress gives an address without the punctuation that ends its sentence.
func trimAddress(a string) string {
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
