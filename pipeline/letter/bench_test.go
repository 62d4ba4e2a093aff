package letter_test

import (
	"testing"
	"time"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"hexaglot/pipeline/document"
)

// BenchmarkRoles measures a document of short lines that never closes, the
// slowest kind, against the normalization of its text: "x-norm".
func BenchmarkRoles(b *testing.B) {
	f := itu(b)
	const line = "Veuillez noter que les Membres de Secteur sont invités à la réunion"
	d := &document.Document{Lang: language.French}
	for range 10_000 {
		d.Units = append(d.Units, document.NewUnit("paragraph", 1, document.Content{Text: line}))
	}
	var own, reference time.Duration
	for b.Loop() {
		start := time.Now()
		f.Roles(d)
		own += time.Since(start)
		start = time.Now()
		for range d.Units {
			_ = norm.NFKD.String(line)
		}
		reference += time.Since(start)
	}
	b.ReportMetric(own.Seconds()/reference.Seconds(), "x-norm")
}
