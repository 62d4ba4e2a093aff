package markdown

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
	"golang.org/x/text/language"
)

// longText is a text of the size wanted, of letters whose names match, each
// with years of its own.
func longText(b testing.TB, pattern string, size int) []byte {
	letters, err := filepath.Glob("testdata/seeds/" + pattern)
	if err != nil || len(letters) == 0 {
		b.Fatal("no letters", err)
	}
	var text strings.Builder
	for n := 0; text.Len() < size; n++ {
		letter, err := os.ReadFile(letters[n%len(letters)])
		if err != nil {
			b.Fatal(err)
		}
		text.WriteString(strings.ReplaceAll(string(letter), "2021", fmt.Sprint(2021+n)))
		text.WriteString("\n\n")
	}
	return []byte(text.String())
}

// BenchmarkRead reports how many times the duration of goldmark's own parse a
// reading takes.
func BenchmarkRead(b *testing.B) {
	b.Run("circular", func(b *testing.B) { benchmarkRead(b, "fr.md") })
	b.Run("six-scripts-with-footnotes", func(b *testing.B) { benchmarkRead(b, "*.md") })
}

func benchmarkRead(b *testing.B, pattern string) {
	src := longText(b, pattern, 10<<20)
	reference := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList)).Parser()
	var read, parsed time.Duration
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		start := time.Now()
		reference.Parse(text.NewReader(src))
		parsed += time.Since(start)
		start = time.Now()
		if _, err := Format.Read(src, language.French); err != nil {
			b.Fatal(err)
		}
		read += time.Since(start)
	}
	b.ReportMetric(read.Seconds()/parsed.Seconds(), "goldmark-parses/op")
}

// BenchmarkWrite reports how many times the duration of a small text's writing
// one of ten times its size takes: 10 when it is linear.
func BenchmarkWrite(b *testing.B) {
	small, large := longText(b, "*.md", 1<<19), longText(b, "*.md", 10<<19)
	var times [2]time.Duration
	for b.Loop() {
		for i, src := range [][]byte{small, large} {
			d := mustRead(b, src)
			translate(d, pseudo)
			start := time.Now()
			mustWrite(b, d)
			times[i] += time.Since(start)
		}
	}
	b.ReportMetric(times[1].Seconds()/times[0].Seconds(), "small-writes/op")
	b.ReportMetric(float64(len(large))*float64(b.N)/times[1].Seconds()/1e6, "MB/s")
}
