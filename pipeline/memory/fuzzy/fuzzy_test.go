package fuzzy

import (
	"bytes"
	"testing"

	"hexaglot/pipeline/document"
)

// opened builds segments of so many entries each, and opens them.
func opened(t testing.TB, texts []string, size int) *Index {
	t.Helper()
	x := &Index{}
	for from := 0; from < len(texts); from += size {
		var b Builder
		for i, text := range texts[from:min(from+size, len(texts))] {
			b.Add(int64(from+i), document.Content{Text: text})
		}
		x.Segments = append(x.Segments, segmentOf(t, &b))
	}
	return x
}

func segmentOf(t testing.TB, b *Builder) *Segment {
	t.Helper()
	var file bytes.Buffer
	if err := b.Write(&file); err != nil {
		t.Fatal(err)
	}
	s, err := Open(bytes.NewReader(file.Bytes()), int64(file.Len()))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestSearchIsBruteForce: of the texts that are similar enough, 98 in 100 are
// answered and 97 have the same best hit; every hit has its own similarity, in
// order, and none is below the threshold.
func TestSearchIsBruteForce(t *testing.T) {
	for _, lang := range six {
		t.Run(lang, func(t *testing.T) {
			w := newWriter(t, lang, 3)
			texts := make([]string, 5000)
			for i := range texts {
				texts[i] = w.segment()
			}
			x, brute := opened(t, texts, 2000), newBruteForce(texts)
			due, answered, same := 0, 0, 0
			for i := range 200 {
				query := edits[i%len(edits)].edit(w, texts[w.IntN(len(texts))])
				hits := searched(t, x, texts, query)
				want := brute.best(texts, query, 75)
				if want.Similarity == 0 {
					if len(hits) > 0 {
						t.Fatalf("%q: brute force finds nothing, the index %v", query, hits)
					}
					continue
				}
				due++
				if len(hits) > 0 {
					answered++
				}
				if len(hits) > 0 && hits[0].Similarity == want.Similarity {
					same++
				}
			}
			if due < 150 || 100*answered < 98*due || 100*same < 97*due {
				t.Errorf("of %d, %d are answered, %d with the same best hit", due, answered, same)
			}
		})
	}
}

// searched gives the hits of a query, looked over.
func searched(t testing.TB, x *Index, texts []string, query string) []Hit {
	t.Helper()
	hits, err := x.Search(document.Content{Text: query}, 75, 10)
	if err != nil {
		t.Fatal(err)
	}
	for i, h := range hits {
		if s := Similarity(document.Content{Text: query}, document.Content{Text: texts[h.ID]}); s != h.Similarity || s < 75 {
			t.Fatalf("%q, %q: %d, want %d", query, texts[h.ID], h.Similarity, s)
		}
		if i > 0 && (hits[i-1].Similarity < h.Similarity || hits[i-1].Similarity == h.Similarity && hits[i-1].ID >= h.ID) {
			t.Fatalf("%v: not in order", hits)
		}
	}
	return hits
}
