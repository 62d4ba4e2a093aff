package docx

import (
	"archive/zip"
	"bytes"
	std "compress/flate"
	"fmt"
	"io"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/klauspost/compress/flate"
	"golang.org/x/text/language"

	"hexaglot/pipeline/document"
)

// large gives a document with size bytes of text in paragraphs of several runs,
// and about as much markup.
func large(t testing.TB, size int) []byte {
	words := strings.Fields("La réunion virtuelle aura lieu à Genève le 4 mai 2026 Совещание пройдет в виртуальной форме 会议将以虚拟形式举行 يعقد الاجتماع La reunión tendrá lugar the meeting will be held online participants administrations régulateurs")
	var b strings.Builder
	b.Grow(3 * size)
	for n, text := 0, 0; text < size; n++ {
		b.WriteString(`<w:p w:rsidR="00A77B3E"><w:pPr><w:pStyle w:val="BodyText"/><w:jc w:val="both"/></w:pPr>`)
		for run := range 5 {
			props := `<w:rPr><w:rFonts w:cs="Calibri"/><w:szCs w:val="22"/><w:lang w:val="fr-FR"/></w:rPr>`
			if run%4 == 2 {
				props = `<w:rPr><w:b/><w:bCs/><w:szCs w:val="22"/><w:lang w:val="fr-FR"/></w:rPr>`
			}
			b.WriteString(`<w:r w:rsidRPr="00C74E83">` + props + `<w:t xml:space="preserve">`)
			for i := range 11 {
				word := words[(n*31+run*17+i*i*7+n%13*i)%len(words)]
				fmt.Fprintf(&b, "%s%d ", word, (n*7919+i*104729)%997)
				text += len(word) + 3
			}
			b.WriteString(`</w:t></w:r>`)
		}
		b.WriteString(`</w:p>`)
	}
	return packed(t, document1(map[string]string{"body": b.String(), "styles": `<w:style w:type="paragraph" w:styleId="BodyText"><w:name w:val="Body Text"/></w:style>`}))
}

// deflater is a writer of either package that deflates.
type deflater interface {
	io.WriteCloser
	Reset(w io.Writer)
}

// recoders are the two ways to deflate that the figures are taken against:
// that of archive/zip, and the faster one that the writer itself uses.
var recoders = []struct {
	unit      string
	inflater  zip.Decompressor
	deflaters sync.Pool
}{
	{"x-std", std.NewReader, sync.Pool{New: func() any {
		w, _ := std.NewWriter(io.Discard, std.DefaultCompression)
		return w
	}}},
	{"x-klauspost", flate.NewReader, sync.Pool{New: func() any {
		w, _ := flate.NewWriter(io.Discard, flate.DefaultCompression)
		return w
	}}},
}

// recode inflates and deflates every entry of an archive.
func recode(b *testing.B, src []byte, with int) {
	z, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		b.Fatal(err)
	}
	z.RegisterDecompressor(zip.Deflate, recoders[with].inflater)
	var out bytes.Buffer
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			b.Fatal(err)
		}
		w := recoders[with].deflaters.Get().(deflater)
		w.Reset(&out)
		if _, err = io.Copy(w, r); err == nil {
			err = w.Close()
		}
		if err != nil {
			b.Fatal(err)
		}
		recoders[with].deflaters.Put(w)
		r.Close()
	}
}

func rebuild(b *testing.B, src []byte) {
	d, err := Read(src, language.French, Options{})
	if err != nil {
		b.Fatal(err)
	}
	for _, u := range d.Units {
		s := u.Segments[0]
		s.State = document.Translated
		s.Target = s.Source
		s.Target.Text = s.Source.Text[:len(s.Source.Text)-1] + "!"
	}
	if err := Write(io.Discard, d, d.Lang); err != nil {
		b.Fatal(err)
	}
}

// ratio reports the time to build files in units of the time to inflate and
// deflate them: the best of all runs of each.
func ratio(b *testing.B, files [][]byte) {
	best := func(d *time.Duration, f func(src []byte)) {
		start := time.Now()
		for _, src := range files {
			f(src)
		}
		if took := time.Since(start); *d == 0 || took < *d {
			*d = took
		}
	}
	var ours time.Duration
	theirs := make([]time.Duration, len(recoders))
	for b.Loop() {
		best(&ours, func(src []byte) { rebuild(b, src) })
		for i := range recoders {
			best(&theirs[i], func(src []byte) { recode(b, src, i) })
		}
	}
	for i := range recoders {
		b.ReportMetric(float64(ours)/float64(theirs[i]), recoders[i].unit)
	}
	b.ReportMetric(float64(ours.Milliseconds()), "ms/build")
}

func BenchmarkLarge(b *testing.B) { ratio(b, [][]byte{large(b, 5_000_000)}) }

func BenchmarkSmall(b *testing.B) {
	files := make([][]byte, 500)
	for i := range files {
		files[i] = large(b, 6_000+i)
	}
	ratio(b, files)
}

// BenchmarkMemory reports the bytes in use while a document is built, in units
// of its largest part.
func BenchmarkMemory(b *testing.B) {
	src := large(b, 5_000_000)
	z, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		b.Fatal(err)
	}
	part := float64(z.File[2].UncompressedSize64)
	var peak uint64
	for b.Loop() {
		runtime.GC()
		var before runtime.MemStats
		runtime.ReadMemStats(&before)
		stop, done := make(chan bool), make(chan bool)
		go func() {
			defer close(done)
			for {
				select {
				case <-stop:
					return
				case <-time.After(2 * time.Millisecond):
					var m runtime.MemStats
					runtime.ReadMemStats(&m)
					peak = max(peak, m.HeapInuse-min(before.HeapInuse, m.HeapInuse))
				}
			}
		}()
		rebuild(b, src)
		close(stop)
		<-done
	}
	b.ReportMetric(float64(peak)/part, "x-part")
}
