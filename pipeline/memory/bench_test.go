package memory_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"golang.org/x/text/language"

	"hexaglot/pipeline/memory"
)

func opened(b *testing.B) *memory.Store {
	b.Helper()
	s, err := memory.Open(filepath.Join(b.TempDir(), "memory.db"), "memory.db", memory.Write)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	return s
}

func built(b *testing.B, n, translations int) *memory.Store {
	b.Helper()
	s := opened(b)
	if _, err := s.Add(generated(n, translations)); err != nil {
		b.Fatal(err)
	}
	return s
}

// BenchmarkFill fills an empty memory and makes its indexes: with 1 M entries of
// one translation, s/op is to stay below 15 on two cores.
func BenchmarkFill(b *testing.B) {
	for _, translations := range []int{1, 5} {
		b.Run(fmt.Sprint(translations), func(b *testing.B) {
			for range b.N {
				s := opened(b)
				if _, err := s.Fill(generated(1_000_000, translations), nil); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(b.Elapsed().Seconds()/float64(b.N), "s/op")
		})
	}
}

// BenchmarkExact looks up texts, half of which are in a memory of 1 M entries:
// p99-µs is to stay below 100.
func BenchmarkExact(b *testing.B) {
	for _, translations := range []int{1, 5} {
		b.Run(fmt.Sprint(translations), func(b *testing.B) { benchmarkExact(b, built(b, 1_000_000, translations)) })
	}
}

func benchmarkExact(b *testing.B, s *memory.Store) {
	var texts []string
	for e, err := range generated(10_000, 1) {
		if err != nil {
			b.Fatal(err)
		}
		texts = append(texts, e.Text, e.Text+"!")
	}
	var took []time.Duration
	b.ResetTimer()
	for i := 0; b.Loop(); i++ {
		start := time.Now()
		text := texts[(i*7919)%len(texts)]
		found, err := s.Exact(language.French, text)
		took = append(took, time.Since(start))
		if err != nil || (len(found) == 1) == (text[len(text)-1] == '!') {
			b.Fatalf("%q: %d found, %v", text, len(found), err)
		}
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Nanoseconds())/1000, "p50-µs")
	b.ReportMetric(float64(took[len(took)*99/100].Nanoseconds())/1000, "p99-µs")
}
