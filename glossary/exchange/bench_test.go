package exchange

import (
	"testing"
	"time"

	"hexaglot/glossary"
)

// BenchmarkRead reads the termbase of the ITU from each format; the ratio is to
// reading it from our own.
func BenchmarkRead(b *testing.B) {
	itu, err := glossary.ITU()
	if err != nil {
		b.Fatal(err)
	}
	own := itu.Encode()
	for _, f := range All() {
		data, err := f.Write(itu)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(f.Name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if _, err := f.Read("itu", data); err != nil {
					b.Fatal(err)
				}
			}
			ratio(b, func() { _, _ = glossary.Parse("itu.toml", own) })
		})
	}
}

// BenchmarkWrite writes the termbase of the ITU in each format; the ratio is to
// writing it in our own.
func BenchmarkWrite(b *testing.B) {
	itu, err := glossary.ITU()
	if err != nil {
		b.Fatal(err)
	}
	for _, f := range All() {
		b.Run(f.Name, func(b *testing.B) {
			for b.Loop() {
				if _, err := f.Write(itu); err != nil {
					b.Fatal(err)
				}
			}
			ratio(b, func() { itu.Encode() })
		})
	}
}

// ratio reports the time of an iteration against that of a reference.
func ratio(b *testing.B, reference func()) {
	const runs = 20
	start := time.Now()
	for range runs {
		reference()
	}
	perRun := time.Since(start) / runs
	b.ReportMetric(float64(b.Elapsed())/float64(b.N)/float64(perRun), "x-toml")
}
