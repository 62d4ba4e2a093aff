package fuzzy

import (
	_ "embed"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"hexaglot/pipeline/document"
)

//go:embed testdata/similarity.txt
var similarities string

// TestSimilarity holds the table: similarity | text | text, in the way that a
// translator sees codes; \u is an escape.
func TestSimilarity(t *testing.T) {
	rows := 0
	for line := range strings.SplitSeq(similarities, "\n") {
		cells := strings.Split(line, " | ")
		if len(cells) != 3 {
			continue
		}
		rows++
		want, _ := strconv.Atoi(cells[0])
		a, b := parsed(t, cells[1]), parsed(t, cells[2])
		if got, back := Similarity(a, b), Similarity(b, a); got != want || back != want {
			t.Errorf("%s: %d and %d, want %d", line, got, back, want)
		}
	}
	if rows < 30 {
		t.Errorf("%d rows only", rows)
	}
}

func parsed(t *testing.T, cell string) document.Content {
	t.Helper()
	text, err := strconv.Unquote(`"` + strings.ReplaceAll(cell, `"`, `\"`) + `"`)
	if err != nil {
		t.Fatalf("%s: %v", cell, err)
	}
	return document.ParseContent(text)
}

// alphabet has what the laws are tried on.
const alphabet = "abcABC  \u00a0\u202f 019٣.,:/-’'éÉe\u0301ёЙий\u0306الَّـإ国际电联ＡＢｶﾞがกำ\u200f\u00ad\u2028𠀀ß½ﬁ"

func drawContent(t *rapid.T, name string) document.Content {
	text := rapid.StringOfN(rapid.RuneFrom([]rune(alphabet)), 0, 90, -1).Draw(t, name)
	c := document.Content{Text: text}
	if rapid.Bool().Draw(t, "coded") {
		at := len(text) / 2
		for at > 0 && at < len(text) && text[at]&0xC0 == 0x80 {
			at--
		}
		c.Codes = []document.Code{
			{Kind: document.Open, Name: "b", ID: rapid.IntRange(1, 2).Draw(t, "id"), Pos: at},
			{Kind: document.Close, Name: "b", ID: 1, Pos: len(text)},
		}
	}
	return c
}

// TestSimilarityLaws: from 0 to 100, the same both ways, 100 for equal texts
// only.
func TestSimilarityLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawContent(t, "a"), drawContent(t, "b")
		ab, ba := Similarity(a, b), Similarity(b, a)
		if ab != ba || ab < 0 || ab > Equal {
			t.Fatalf("%d and %d", ab, ba)
		}
		if (ab == Equal) != same(a, b) || Similarity(a, a) != Equal {
			t.Fatalf("%d, with itself %d", ab, Similarity(a, a))
		}
	})
}

// TestSameForm: what differs only in case, white space, vowel marks, composed
// letters or invisible characters has the same words.
func TestSameForm(t *testing.T) {
	changes := []func(string) string{
		strings.ToUpper, strings.ToLower, norm.NFD.String, norm.NFKC.String,
		strings.NewReplacer(" ", "\u202f\u00a0").Replace,
		strings.NewReplacer("ا", "اَ", "ل", "لّ", "د", "دـ").Replace,
		strings.NewReplacer("a", "a\u00ad", "国", "国\u200b", "'", "’").Replace,
	}
	words := rapid.SliceOfN(rapid.SampledFrom(strings.Fields("The Élysée l'Union Совет Ёлка الاتحاد الدولي 国际电联 ガス 3,000 café (a)")), 1, 9)
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(words.Draw(t, "words"), " ")
		other := text
		for range rapid.IntRange(1, 4).Draw(t, "changes") {
			other = rapid.SampledFrom(changes).Draw(t, "change")(other)
		}
		s := Similarity(document.Content{Text: text}, document.Content{Text: other})
		if s < SameWords || (s == Equal) != (text == other) {
			t.Fatalf("%d for %q", s, other)
		}
	})
}

// TestDistance: the distance is Levenshtein's, and where it is more than the
// bound, the bound and one.
func TestDistance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		letters := rapid.StringOfN(rapid.RuneFrom([]rune("abc国")), 0, 300, -1)
		a := letters.Draw(t, "a")
		b := letters.Draw(t, "b")
		if rapid.Bool().Draw(t, "near") {
			cut := rapid.IntRange(0, len([]rune(a))).Draw(t, "cut")
			b = string([]rune(a)[:cut]) + rapid.StringOfN(rapid.RuneFrom([]rune("abc")), 0, 9, -1).Draw(t, "in") +
				string([]rune(a)[min(cut+rapid.IntRange(0, 9).Draw(t, "out"), len([]rune(a))):])
		}
		want := tableDistance([]rune(a), []rune(b))
		first, second := signsOf(a), signsOf(b)
		if got := distance(first, second); got != want {
			t.Fatalf("%d, want %d", got, want)
		}
		most := rapid.IntRange(0, 300).Draw(t, "most")
		if got := newPattern(first).distance(second, most); got != min(want, most+1) {
			t.Fatalf("within %d: %d, want %d", most, got, min(want, most+1))
		}
	})
}

// tableDistance fills Levenshtein's table, a row at a time.
func tableDistance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for k := range row {
		row[k] = k
	}
	for i, c := range a {
		before := row[0]
		row[0] = i + 1
		for k, d := range b {
			cost := before
			if c != d {
				cost = min(before, row[k], row[k+1]) + 1
			}
			before, row[k+1] = row[k+1], cost
		}
	}
	return row[len(b)]
}

func signsOf(text string) (out []sign) {
	for _, c := range text {
		out = append(out, sign(c))
	}
	return out
}

// TestMoreEditsAreLessSimilar: on the average, the more words are changed, the
// less similar a text is, and words weigh more than codes and numbers.
func TestMoreEditsAreLessSimilar(t *testing.T) {
	for _, lang := range six {
		w := newWriter(t, lang, 5)
		var sums [4]int
		for range 100 {
			text := w.compose()
			for i, share := range []float64{0.05, 0.15, 0.3, 0.6} {
				sums[i] += Similarity(document.Content{Text: text}, document.Content{Text: w.change(text, share)})
			}
		}
		for i := range 3 {
			if sums[i] <= sums[i+1] {
				t.Errorf("%s: %v", lang, sums)
			}
		}
	}
}

// TestHugeTexts: texts beyond the cap are compared in bounded time, and a small
// change of one is still a small change.
func TestHugeTexts(t *testing.T) {
	text := strings.Repeat("The Conference of Plenipotentiaries. ", 20_000)
	near := text[:300_000] + "another " + text[300_000:]
	if got := Similarity(document.Content{Text: text}, document.Content{Text: near}); got != SameWords-1 {
		t.Errorf("one word of many: %d", got)
	}
	other := strings.Repeat("Une autre chose. ", 40_000)
	if got := Similarity(document.Content{Text: text}, document.Content{Text: other}); got > 5 {
		t.Errorf("another text: %d", got)
	}
}
