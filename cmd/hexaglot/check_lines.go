package main

import (
	"bytes"
	"sort"
	"strings"
	"unicode/utf8"

	"hexaglot/pipeline/check"
	"hexaglot/pipeline/document"
)

// lines are the bytes of a catalog and where each line begins.
type lines struct {
	data   []byte
	starts []int
}

func newLines(data []byte) lines {
	l := lines{data: data, starts: []int{0}}
	for i, b := range data {
		if b == '\n' {
			l.starts = append(l.starts, i+1)
		}
	}
	return l
}

// region is a stretch of a file as SARIF counts (section 3.30): lines and
// columns from 1, characters (Unicode code points) from 0.
type region struct {
	line, column, endLine, endColumn int
	offset, length                   int
	text                             string
}

// region gives the place of what a finding means in the message that begins on
// a line: its words where they stand there as they are, else its translation,
// else its first line. There is none without a line.
func (l lines) region(line int, typed string, place check.Span, target document.Content) region {
	if line < 1 || line > len(l.starts) {
		return region{}
	}
	start := l.starts[line-1]
	block := l.data[start:]
	if i := bytes.Index(block[1:], []byte("\n[")); i >= 0 {
		block = block[:i+1]
	}
	if place.End > place.Start {
		typed = target.Text[place.Start:place.End]
	}
	at := bytes.Index(block, []byte("other"))
	if at >= 0 && typed != "" {
		if i := bytes.Index(block[at:], []byte(typed)); i >= 0 {
			return l.stretch(start+at+i, len(typed))
		}
	}
	first, _, _ := strings.Cut(string(block), "\n")
	return l.stretch(start, len(strings.TrimRight(first, "\r")))
}

func (l lines) stretch(start, size int) region {
	end := start + size
	r := region{offset: utf8.RuneCount(l.data[:start]), length: utf8.RuneCount(l.data[start:end]), text: string(l.data[start:end])}
	r.line, r.column = l.position(start)
	r.endLine, r.endColumn = l.position(end)
	return r
}

// position gives the line and the column of a byte.
func (l lines) position(at int) (line, column int) {
	line = sort.SearchInts(l.starts, at+1)
	return line, utf8.RuneCount(l.data[l.starts[line-1]:at]) + 1
}
