package segment

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/clipperhouse/uax29/v2/sentences"
	"golang.org/x/text/language"
)

// BenchmarkBreaks reports the time as a ratio to the bare standard's.
func BenchmarkBreaks(b *testing.B) {
	for _, name := range []string{"ar", "en", "es", "fr", "ru", "zh"} {
		b.Run(name, func(b *testing.B) {
			text := sample(b, name)
			lang := language.Make(name)
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				Breaks(text, lang)
			}
			own := b.Elapsed() / time.Duration(b.N)
			b.ReportMetric(float64(own)/float64(standardTime(text)), "×UAX29")
		})
	}
}

// sample gives about a megabyte of prose, the Universal Declaration of Human
// Rights, or of the language's cases where the corpus is absent.
func sample(b *testing.B, name string) string {
	if data, err := os.ReadFile("../../../shared/corpus/parallel/udhr/" + name + ".txt"); err == nil {
		return strings.Repeat(string(data), 1<<20/len(data))
	}
	b.Log("the corpus is absent: the cases stand in")
	var s strings.Builder
	for _, c := range readCases(b, name) {
		for _, sentence := range c.sentences {
			s.WriteString(sentence)
		}
		s.WriteByte(' ')
	}
	return strings.Repeat(s.String(), 1<<20/s.Len())
}

// standardTime gives the best of several runs of the standard alone.
func standardTime(text string) time.Duration {
	best := time.Hour
	for range 5 {
		start := time.Now()
		for tokens := sentences.FromString(text); tokens.Next(); {
		}
		best = min(best, time.Since(start))
	}
	return best
}
