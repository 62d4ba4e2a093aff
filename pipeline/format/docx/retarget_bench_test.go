package docx

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/flate"
)

// largeStory is a document part of about 11 MB with 5 MB of text, Arabic with
// some Latin words.
func largeStory() []byte {
	const run = `<w:r><w:rPr><w:b/><w:sz w:val="24"/><w:lang w:val="fr-FR"/></w:rPr><w:t xml:space="preserve">`
	rnd := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	b.WriteString(`<w:document ` + retargetSpaces + `><w:body>`)
	for b.Len() < 11<<20 {
		fmt.Fprintf(&b, `<w:p w:rsidR="%08X"><w:pPr><w:pStyle w:val="Body"/><w:jc w:val="both"/></w:pPr>`, rnd.Uint32())
		for range 3 {
			b.WriteString(run)
			for range 5 + rnd.IntN(5) {
				writeWord(&b, rnd)
			}
			b.WriteString(`</w:t></w:r>`)
		}
		b.WriteString(`</w:p>`)
	}
	b.WriteString(`</w:body></w:document>`)
	return []byte(b.String())
}

func writeWord(b *strings.Builder, rnd *rand.Rand) {
	first, letters := 'ا', 28
	if rnd.IntN(12) == 0 {
		first, letters = 'a', 26
	}
	for range 3 + rnd.IntN(7) {
		b.WriteRune(first + rune(rnd.IntN(letters)))
	}
	b.WriteByte(' ')
}

// BenchmarkRetarget reports the time of a conversion as a part of the time it
// takes to inflate and deflate the same bytes.
func BenchmarkRetarget(b *testing.B) {
	src := largeStory()
	for name, trg := range map[string]target{"arabic": {From: french, To: arabic}, "english": {From: french, To: english}, "chinese": {From: french, To: chinese}} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(src)))
			b.ReportAllocs()
			var own, reference time.Duration
			for b.Loop() {
				start := time.Now()
				if _, err := retarget(src, partStory, trg); err != nil {
					b.Fatal(err)
				}
				own += time.Since(start)
				b.StopTimer()
				start = time.Now()
				recompress(b, src)
				reference += time.Since(start)
				b.StartTimer()
			}
			b.ReportMetric(float64(own)/float64(reference), "of-deflate")
		})
	}
}

func recompress(b *testing.B, src []byte) {
	var packed bytes.Buffer
	w, err := flate.NewWriter(&packed, flate.DefaultCompression)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := w.Write(src); err != nil {
		b.Fatal(err)
	}
	if err := w.Close(); err != nil {
		b.Fatal(err)
	}
	if _, err := io.Copy(io.Discard, flate.NewReader(&packed)); err != nil {
		b.Fatal(err)
	}
}
