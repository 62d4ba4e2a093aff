package fuzzy

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"math/rand/v2"
	"slices"
	"testing"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/document"
)

// file is a segment of some entries in six scripts, in a file.
func file(t testing.TB) ([]byte, []string) {
	t.Helper()
	var b Builder
	var texts []string
	for _, lang := range six {
		w := newWriter(t, lang, 4)
		for range 60 {
			texts = append(texts, w.segment())
			b.Add(int64(len(texts)-1), document.Content{Text: texts[len(texts)-1]})
		}
	}
	var out bytes.Buffer
	if err := b.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), texts
}

// use searches a file: the similarities must be right, or there is a fault.
func use(t testing.TB, data []byte, texts []string, queries []string) {
	s, err := Open(bytes.NewReader(data), int64(len(data)))
	x := &Index{Segments: []*Segment{s}}
	for i := 0; err == nil && i < len(queries); i++ {
		var hits []Hit
		hits, err = x.Search(document.Content{Text: queries[i]}, 75, 3)
		for _, h := range hits {
			if texts != nil && Similarity(document.Content{Text: queries[i]}, document.Content{Text: texts[h.ID]}) != h.Similarity {
				t.Fatalf("a wrong hit: %v", h)
			}
		}
	}
	if err == nil {
		err = s.Each(func(Entry) bool { return true })
	}
	var f *fault.Error
	if err != nil && !errors.As(err, &f) {
		t.Fatalf("no fault: %v", err)
	}
}

// TestDamagedFile: whatever byte is changed and wherever a file ends, there is
// a fault or the right answer.
func TestDamagedFile(t *testing.T) {
	data, texts := file(t)
	use(t, data, texts, texts)
	r := rand.New(rand.NewPCG(1, 1))
	for range 300 {
		changed := slices.Clone(data)
		changed[r.IntN(len(changed))] ^= byte(1 + r.IntN(255))
		use(t, changed, texts, texts[:40])
		if s, err := Open(bytes.NewReader(data), int64(r.IntN(len(data)))); err == nil || s != nil {
			t.Fatal("a file that is cut off is opened")
		}
	}
	last := slices.Clone(data)
	last[len(last)-pageSize+3] ^= 1
	if _, err := Open(bytes.NewReader(last), int64(len(last))); !errors.Is(err, damaged()) {
		t.Errorf("a damaged header: %v", err)
	}
}

// TestOtherEdition: a file of another edition is told from a damaged one.
func TestOtherEdition(t *testing.T) {
	data, _ := file(t)
	data[len(data)-pageSize+len(magic)]++
	seal(data)
	if _, err := Open(bytes.NewReader(data), int64(len(data))); !errors.Is(err, fault.New(fault.Input, "fuzzy-index-other", "")) {
		t.Errorf("%v", err)
	}
}

// seal gives every page its right checksum.
func seal(data []byte) {
	for i := 0; i+pageSize <= len(data); i += pageSize {
		binary.LittleEndian.PutUint32(data[i+payload:], checksum(int64(i/pageSize), data[i:i+payload]))
	}
}

// broken is a file that cannot be read.
type broken struct{ io.ReaderAt }

var errBroken = errors.New("the disk is broken")

func (broken) ReadAt([]byte, int64) (int, error) { return 0, errBroken }

// TestReadErrorsPass: what the disk says is what the caller gets.
func TestReadErrorsPass(t *testing.T) {
	if _, err := Open(broken{}, pageSize); !errors.Is(err, errBroken) {
		t.Errorf("%v", err)
	}
	data, texts := file(t)
	s, err := Open(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	s.pages.src = broken{}
	if _, err := (&Index{Segments: []*Segment{s}}).Search(document.Content{Text: texts[0]}, 75, 1); !errors.Is(err, errBroken) {
		t.Errorf("%v", err)
	}
}

// FuzzSegment: whatever the bytes, even where the checksums are right, there is
// a fault or an answer.
func FuzzSegment(f *testing.F) {
	data, texts := file(f)
	f.Add(uint32(0), []byte{0})
	f.Add(uint32(len(data)-pageSize+20), []byte("\xff\xff\xff\xff\xff\xff\xff\xff"))
	f.Add(uint32(len(data)/2), []byte("\x80\x80\x80\x80\x80\x80\x80\x80\x80\x01"))
	f.Add(uint32(len(data)-3*pageSize), []byte("\x00\x01\x02国际电联 الاتحاد МСЭ"))
	queries := []string{texts[0], texts[70], texts[130], texts[200], texts[250], texts[310], ""}
	f.Fuzz(func(t *testing.T, at uint32, put []byte) {
		changed := slices.Clone(data)
		copy(changed[int(at)%len(changed):], put)
		seal(changed)
		use(t, changed, nil, queries)
	})
}
