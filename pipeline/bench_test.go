package pipeline_test

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

	"hexaglot/pipeline"
	"hexaglot/pipeline/check"
)

// long gives about size bytes of Markdown: the example's circular over and
// over, each time with numbers of its own, so that no two messages are alike.
func long(tb testing.TB, size int) []byte {
	tb.Helper()
	circular, err := os.ReadFile(filepath.Join("..", "examples", "bdt-dir-105.fr.md"))
	if err != nil {
		tb.Fatal(err)
	}
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		b.WriteString(strings.ReplaceAll(string(circular), "la ", fmt.Sprintf("la %d ", i)))
		b.WriteString("\n\n")
	}
	return []byte(b.String())
}

// BenchmarkExtract measures the extraction of 10 MB of Markdown (reading,
// segmentation, messages) against goldmark's own parse of the same bytes:
// "x-goldmark" is to stay below 2.
func BenchmarkExtract(b *testing.B) {
	src := long(b, 10<<20)
	parser := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList)).Parser()
	b.SetBytes(int64(len(src)))
	var reference, own time.Duration
	for b.Loop() {
		start := time.Now()
		parser.Parse(text.NewReader(src))
		reference += time.Since(start)
		start = time.Now()
		d, err := pipeline.Read("long.fr.md", src, language.French, pipeline.Options{})
		if err != nil {
			b.Fatal(err)
		}
		found := pipeline.Catalog([]pipeline.Named{{Name: "long.fr.md", Document: d}}, func(q check.Query) string { return q.Error() })
		if len(found) < 1000 {
			b.Fatalf("%d messages only", len(found))
		}
		own += time.Since(start)
	}
	b.ReportMetric(own.Seconds()/reference.Seconds(), "x-goldmark")
}
