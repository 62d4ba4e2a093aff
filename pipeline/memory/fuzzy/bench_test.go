package fuzzy

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/metrics"
	"slices"
	"strings"
	"testing"
	"time"

	"hexaglot/pipeline/document"
)

// fixture is an index of one language, and what it took to build.
type fixture struct {
	index *Index
	texts []string // of the first entries
	took  time.Duration
	held  float64 // bytes held at the most, texts aside
}

// built writes the segments of n entries to files and opens them. Composing the
// texts is not counted.
func built(b *testing.B, lang string, n, kept int) *fixture {
	w, folder := newWriter(b, lang, 1), b.TempDir()
	f := &fixture{index: &Index{}}
	var build Builder
	for from := 0; from < n; from += Most {
		texts := make([]string, min(Most, n-from))
		for i := range texts {
			texts[i] = w.segment()
		}
		f.texts = append(f.texts, texts[:min(len(texts), max(0, kept-from))]...)
		runtime.GC()
		before, start := heap(), time.Now()
		for i, text := range texts {
			build.Add(int64(from+i), document.Content{Text: text})
		}
		f.index.Segments = append(f.index.Segments, written(b, &build, filepath.Join(folder, fmt.Sprint(from))))
		f.took += time.Since(start)
		f.held = max(f.held, heap()-before)
		build = Builder{}
	}
	return f
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
func (f *fixture) measure(b *testing.B, queries []string, truth []Hit) {
	x := f.index
	runtime.GC()
	before := heap()
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
			if truth[i].Similarity == 0 {
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
	b.ReportMetric(f.took.Seconds(), "build-s")
	b.ReportMetric(f.held/1e6, "build-MB")
	b.ReportMetric(max(0, heap()-before)/1e6, "search-MB")
	b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(times[len(times)*99/100].Microseconds())/1000, "p99-ms")
	if due > 0 {
		b.ReportMetric(100*float64(answered)/float64(due), "%answered")
		b.ReportMetric(100*float64(same)/float64(due), "%same-best")
		b.ReportMetric(float64(due), "due")
	}
}

// bench searches n entries of each language for edited ones, 1,000 of each
// kind; so many of them are compared with brute force.
func bench(b *testing.B, langs []string, n, truths int) {
	for _, lang := range langs {
		b.Run(lang, func(b *testing.B) {
			f := built(b, lang, n, min(n, 1_000_000))
			w := newWriter(b, lang, 2)
			brute := &bruteForce{}
			if truths > 0 {
				brute = newBruteForce(f.texts)
			}
			for _, kind := range edits {
				queries, truth := make([]string, 1000), make([]Hit, 1000)
				for i := range queries {
					queries[i] = kind.edit(w, f.texts[w.IntN(len(f.texts))])
					if i < truths {
						truth[i] = brute.truth(b, f.index, f.texts, queries[i])
					}
				}
				b.Run(kind.name, func(b *testing.B) { f.measure(b, queries, truth) })
			}
		})
	}
}

// BenchmarkSearch searches 20,000 entries; a million and ten millions only where
// -bench names them.
func BenchmarkSearch(b *testing.B) {
	b.Run("20k", func(b *testing.B) { bench(b, six, 20_000, 200) })
	if named("1M") {
		b.Run("1M", func(b *testing.B) { bench(b, six, 1_000_000, 50) })
	}
	if named("10M") {
		b.Run("10M", func(b *testing.B) { bench(b, []string{"en"}, 10_000_000, 0) })
	}
}

func named(size string) bool {
	return strings.Contains(flag.Lookup("test.bench").Value.String(), size)
}

// truth gives the best hit there is: that of the index, or what brute force
// finds beyond it.
func (f *bruteForce) truth(b *testing.B, x *Index, texts []string, query string) Hit {
	hits, err := x.Search(document.Content{Text: query}, 75, 1)
	if err != nil {
		b.Fatal(err)
	}
	if len(hits) == 0 {
		return f.best(texts, query, 75)
	}
	if better := f.best(texts, query, hits[0].Similarity+1); better.Similarity > 0 {
		return better
	}
	return hits[0]
}
