package main

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/fatih/color"
)

// visible makes what could steer a terminal visible: control characters, and
// the bidirectional controls of which text from outside might hold an unclosed
// one (Unicode Technical Report 36, section 2.5).
func visible(s string) string {
	if !strings.ContainsFunc(s, steers) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if steers(r) {
			fmt.Fprintf(&b, "\\u%04x", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

func steers(r rune) bool {
	return unicode.IsControl(r) || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}

// The few colours of the program.
const (
	bold  = color.Bold
	faint = color.Faint
	red   = color.FgRed
	amber = color.FgYellow
	green = color.FgGreen
)

// paint colours text for w where that is a terminal and NO_COLOR
// (no-color.org) is not set.
func paint(w io.Writer, getenv func(string) string, attribute color.Attribute, text string) string {
	if getenv("NO_COLOR") != "" || getenv("TERM") == "dumb" || !terminal(w) {
		return text
	}
	c := color.New(attribute)
	c.EnableColor()
	return c.Sprint(text)
}

// excerpt shortens text to at most n runes.
func excerpt(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	runes := []rune(s)
	if len(runes) <= n {
		return s
	}
	return strings.TrimSpace(string(runes[:n-1])) + "…"
}
