package fuzzy

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/metrics"
	"slices"
	"testing"
	"time"

	"hexaglot/pipeline/document"
)

// built writes the segments of n entries to files and opens them. It gives the
// texts of the first kept entries, and how long building took without what the
// writer takes to compose them.
func built(b *testing.B, lang string, n, kept int) (x *Index, texts []string, took time.Duration) {
	w, folder := newWriter(b, lang, 1), b.TempDir()
	x = &Index{}
	var build Builder
	for i := range n {
		text := w.segment()
		if i < kept {
			texts = append(texts, text)
		}
		start := time.Now()
		build.Add(int64(i), document.Content{Text: text})
		if build.Full() || i == n-1 {
			x.Segments = append(x.Segments, written(b, &build, filepath.Join(folder, fmt.Sprint(i))))
			build = Builder{}
			runtime.GC()
		}
		took += time.Since(start)
	}
	return x, texts, took
}

func written(b *testing.B, build *Builder, name string) *Segment {
	f, err := os.Create(name)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { f.Close() })
	if err := build.Write(f); err != nil {
		b.Fatal(err)
	}
	info, err := f.Stat()
	if err != nil {
		b.Fatal(err)
	}
	s, err := Open(f, info.Size())
	if err != nil {
		b.Fatal(err)
	}
	return s
}

// heap gives the bytes that the program holds.
func heap() float64 {
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(sample)
	return float64(sample[0].Value.Uint64() - sample[1].Value.Uint64())
}

// measure searches for the queries and reports what it took, and how the
// answers compare with the true ones where there are any.
func measure(b *testing.B, x *Index, queries []string, truth []Hit) {
	times := make([]time.Duration, 0, len(queries))
	var due, answered, same int
	for b.Loop() {
		times, due, answered, same = times[:0], 0, 0, 0
		for i, q := range queries {
			start := time.Now()
			hits, err := x.Search(document.Content{Text: q}, 75, 5)
			times = append(times, time.Since(start))
			if err != nil {
				b.Fatal(err)
			}
			if truth == nil || truth[i].Similarity == 0 {
				continue
			}
			due++
			if len(hits) > 0 {
				answered++
				if hits[0].Similarity == truth[i].Similarity {
					same++
				}
			}
		}
	}
	slices.Sort(times)
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(times[len(times)*99/100].Microseconds())/1000, "p99-ms")
	if due > 0 {
		b.ReportMetric(100*float64(answered)/float64(due), "%answered")
		b.ReportMetric(100*float64(same)/float64(due), "%same-best")
		b.ReportMetric(float64(due), "due")
	}
}

// bench searches n entries of each language for edited ones; the truth is
// brute force's for so many queries of each kind.
func bench(b *testing.B, langs []string, n, each, truths int) {
	for _, lang := range langs {
		b.Run(lang, func(b *testing.B) {
			x, texts, took := built(b, lang, n, n)
			b.Logf("build %.1f s", took.Seconds())
			w := newWriter(b, lang, 2)
			var brute *bruteForce
			if truths > 0 {
				brute = newBruteForce(texts)
			}
			for _, kind := range edits {
				queries := make([]string, each)
				for i := range queries {
					queries[i] = kind.edit(w, texts[w.IntN(len(texts))])
				}
				var truth []Hit
				if truths > 0 {
					truth = make([]Hit, each)
					for i, q := range queries[:truths] {
						truth[i] = brute.best(texts, q, 75)
					}
				}
				b.Run(kind.name, func(b *testing.B) { measure(b, x, queries, truth) })
			}
		})
	}
}

func BenchmarkSearch(b *testing.B) {
	b.Run("100k", func(b *testing.B) { bench(b, six, 100_000, 1000, 200) })
	b.Run("1M", func(b *testing.B) { bench(b, six, 1_000_000, 1000, 100) })
}
