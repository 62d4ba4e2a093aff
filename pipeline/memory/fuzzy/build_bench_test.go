package fuzzy

import (
	"io"
	"testing"

	"hexaglot/pipeline/document"
)

// BenchmarkBuild builds a segment of 100,000 entries; the texts are composed
// before.
func BenchmarkBuild(b *testing.B) {
	const entries = 100_000
	for _, lang := range []string{"fr", "zh"} {
		w := newWriter(b, lang, 1)
		texts := make([]string, entries)
		for i := range texts {
			texts[i] = w.segment()
		}
		b.Run(lang, func(b *testing.B) {
			for b.Loop() {
				var build Builder
				for i, text := range texts {
					build.Add(int64(i), document.Content{Text: text})
				}
				if err := build.Write(io.Discard); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*entries), "ns/entry")
		})
	}
}
