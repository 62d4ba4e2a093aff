package check_test

import (
	"strings"
	"testing"
	"time"
	"unicode"

	"golang.org/x/text/language"

	"hexaglot/pipeline/check"
)

// BenchmarkExamine puts 100,000 pairs of official texts, in the ten directions
// from and to English, through every check but spelling: s/op is to stay below
// 5 on two cores. x-scan is the ratio to a plain walk over the same letters.
func BenchmarkExamine(b *testing.B) {
	var circulars [][]check.Placed
	n := 0
	texts := goals(b)
	for n < 100_000 {
		for _, other := range six {
			if other == language.English {
				continue
			}
			circulars = append(circulars, pairsOf(b, texts, language.English, other), pairsOf(b, texts, other, language.English))
			n += len(circulars[len(circulars)-1]) + len(circulars[len(circulars)-2])
		}
	}
	var own, plain time.Duration
	for b.Loop() {
		start := time.Now()
		for _, pairs := range circulars {
			check.Examine(pairs)
		}
		own += time.Since(start)
		start = time.Now()
		letters := 0
		for _, pairs := range circulars {
			for _, p := range pairs {
				letters += walk(p.Source.Text) + walk(p.Target.Text)
			}
		}
		plain += time.Since(start)
		if letters == 0 {
			b.Fatal("no letters")
		}
	}
	b.ReportMetric(float64(n)*float64(b.N)/own.Seconds(), "pairs/s")
	b.ReportMetric(own.Seconds()/plain.Seconds(), "x-scan")
}

// walk counts the letters of a text in lower case.
func walk(text string) int {
	n := 0
	for _, r := range strings.ToLower(text) {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}
