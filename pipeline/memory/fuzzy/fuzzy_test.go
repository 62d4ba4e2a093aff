package fuzzy

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

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

// TestEdges: no entry, one entry, texts without words, empty and huge ones.
func TestEdges(t *testing.T) {
	long := strings.Repeat("The Conference of Plenipotentiaries recalls. ", 30_000)
	texts := []string{"", "—", "…?", "7", "a", "国", "Note", long, long + "x", "\xff\xfe", "\u200f"}
	for n := range texts {
		x := opened(t, texts[:n], 4)
		for _, query := range append(texts, "another") {
			hits := searched(t, x, texts, query)
			for i, text := range texts[:n] {
				if text == query && (len(hits) == 0 || hits[0].Similarity != Equal) {
					t.Errorf("of %d, %.20q is not found: %v", n, texts[i], hits)
				}
			}
		}
	}
	x := &Index{}
	for _, most := range []int{-1, 0, 1} {
		if hits, err := x.Search(document.Content{Text: "a"}, 75, most); err != nil || len(hits) > 0 {
			t.Errorf("an empty index: %v, %v", hits, err)
		}
	}
	x = opened(t, texts, 4)
	for threshold, want := range map[int]int{-5: 1, 0: 1, 100: 1, 101: 0} {
		if hits, err := x.Search(document.Content{Text: "Note"}, threshold, 1); err != nil || len(hits) != want {
			t.Errorf("threshold %d: %v, %v", threshold, hits, err)
		}
	}
}

// TestShortTexts: a text of a few words is found with a typing error in each.
func TestShortTexts(t *testing.T) {
	texts := []string{"Acknowledgement", "Financial regulations", "Règlement financier", "Финансовый регламент", "اللوائح المالية", "财务规则草案"}
	x := opened(t, texts, 2)
	for i, query := range []string{"Acknowledgment", "Finantial regulatoins", "Reglement financer", "Финансовй регламенты", "اللوئح المالي", "财物规则草案"} {
		c := document.Content{Text: query}
		hits, err := x.Search(c, 60, 1)
		if want := Similarity(c, document.Content{Text: texts[i]}); err != nil || len(hits) != 1 || hits[0] != (Hit{int64(i), want}) {
			t.Errorf("%s: %v, %v, want %d", query, hits, err, want)
		}
	}
}

// TestCodes: codes are kept with their texts.
func TestCodes(t *testing.T) {
	var b Builder
	for i, text := range []string{"<b1>The</b1> Council<br2/>", "The Council", "<i1>The</i1> Council<br2/>"} {
		b.Add(int64(-i), document.ParseContent(text))
	}
	x := &Index{Segments: []*Segment{segmentOf(t, &b)}}
	for i, want := range [][]Hit{{{0, 100}, {-2, 86}, {-1, 80}}, {{-1, 100}, {-2, 80}, {0, 80}}} {
		query := []string{"<b1>The</b1> Council<br2/>", "The Council"}[i]
		hits, err := x.Search(document.ParseContent(query), 80, 3)
		if err != nil || !slices.Equal(hits, want) {
			t.Errorf("%s: %v, %v", query, hits, err)
		}
	}
}

// TestKeep: what is not kept is no hit, and does not take the place of one.
func TestKeep(t *testing.T) {
	texts := slices.Repeat([]string{"The Council decided to approve the budget."}, 9)
	x := opened(t, texts, 5)
	x.Keep = func(id int64) bool { return id%4 == 3 }
	hits, err := x.Search(document.Content{Text: texts[0]}, 75, 2)
	if err != nil || !slices.Equal(hits, []Hit{{3, 100}, {7, 100}}) {
		t.Errorf("%v, %v", hits, err)
	}
}

// TestMerge: merged segments find what they found apart, without what is not
// kept; equal entries give equal bytes.
func TestMerge(t *testing.T) {
	w := newWriter(t, "fr", 6)
	texts := make([]string, 900)
	for i := range texts {
		texts[i] = w.segment()
	}
	x := opened(t, texts, 200)
	var first, second bytes.Buffer
	for _, out := range []*bytes.Buffer{&first, &second} {
		if err := Merge(out, x.Segments, func(id int64) bool { return id != 5 }); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("merged twice, the bytes differ")
	}
	s, err := Open(bytes.NewReader(first.Bytes()), int64(first.Len()))
	if err != nil || s.Len() != len(texts)-1 {
		t.Fatalf("%d entries, %v", s.Len(), err)
	}
	merged := &Index{Segments: []*Segment{s}}
	x.Keep = func(id int64) bool { return id != 5 }
	for _, text := range texts[:100] {
		apart, together := searched(t, x, texts, text), searched(t, merged, texts, text)
		if (len(apart) > 0) != (len(together) > 0) || len(apart) > 0 && apart[0] != together[0] {
			t.Errorf("%q: %v apart, %v together", text, apart, together)
		}
	}
}

// TestDue: segments that are written one by one stay few, and each entry is
// written again few times.
func TestDue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var sizes []int
		entries, rewritten, most := 0, 0, 0
		for range 400 {
			n := rapid.IntRange(1, 50).Draw(t, "size")
			entries += n
			sizes = append(sizes, n)
			if first := Due(sizes); first < len(sizes) {
				sum := 0
				for _, n := range sizes[first:] {
					sum += n
				}
				rewritten += sum
				sizes = append(sizes[:first], sum)
			}
			most = max(most, len(sizes))
		}
		if most > 14 || rewritten > 20*entries {
			t.Fatalf("%d segments, %d entries are written %d times", most, entries, rewritten)
		}
	})
	if got := Due([]int{Most, Most - 5, 20}); got != 3 {
		t.Errorf("beyond the most: %d", got)
	}
}

// TestSearchAtOnce: many searches at the same time find what one finds.
func TestSearchAtOnce(t *testing.T) {
	w := newWriter(t, "ru", 8)
	texts := make([]string, 600)
	for i := range texts {
		texts[i] = w.segment()
	}
	x := opened(t, texts, 150)
	want := make([][]Hit, 100)
	for i := range want {
		want[i] = searched(t, x, texts, texts[i])
	}
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for i := range want {
				if hits, err := x.Search(document.Content{Text: texts[i]}, 75, 10); err != nil || !slices.Equal(hits, want[i]) {
					t.Errorf("%v, want %v", hits, want[i])
				}
			}
		})
	}
	all.Wait()
}
