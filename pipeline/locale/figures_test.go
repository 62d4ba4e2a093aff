package locale_test

import (
	"os"
	"strings"
	"testing"

	"golang.org/x/text/language"
	"pgregory.net/rapid"

	"hexaglot/pipeline/locale"
)

// convert writes the values of text as another language does, and reports
// whether all of them are certain.
func convert(from, to *locale.Locale, text string) (out string, certain bool) {
	at := 0
	certain = true
	for _, v := range from.Values(text) {
		written, sure := to.Write(v)
		out += text[at:v.Start] + written
		at, certain = v.End, certain && sure
	}
	return out + text[at:], certain
}

func TestFigures(t *testing.T) {
	for name, floor := range map[string]int{"figures.txt": 200, "references.txt": 150, "symbols.txt": 30} {
		written, read := map[string]int{}, map[string]int{}
		for _, row := range rows(t, name, 5, floor) {
			from, to := locale.Find(language.MustParse(row[1])), locale.Find(language.MustParse(row[2]))
			got, certain := convert(from, to, hardBlanks.Replace(row[0]))
			if got != hardBlanks.Replace(row[3]) || certain != (row[4] == "yes") {
				t.Errorf("%s: %s, %s to %s: got %q, certain %v", name, row[0], row[1], row[2], got, certain)
			}
			read[row[1]]++
			written[row[2]]++
		}
		if len(read) != 6 || len(written) != 6 {
			t.Errorf("%s: languages read %v, written %v", name, read, written)
		}
	}
}

var hardBlanks = strings.NewReplacer("~", "\u00a0")

func TestKept(t *testing.T) {
	for _, row := range rows(t, "kept.txt", 2, 50) {
		from := locale.Find(language.MustParse(row[0]))
		for _, to := range locale.All() {
			if got, _ := convert(from, to, row[1]); got != row[1] {
				t.Errorf("%s: %q becomes %q in %s", row[0], row[1], got, to.Tag)
			}
		}
	}
}

// Equal things have equal keys in all languages: every row of a table, read in
// its language and in the one that it was written in.
func TestWhatIsWrittenIsReadWithTheSameKey(t *testing.T) {
	for _, name := range []string{"figures.txt", "references.txt", "symbols.txt"} {
		for _, row := range rows(t, name, 5, 30) {
			from, to := locale.Find(language.MustParse(row[1])), locale.Find(language.MustParse(row[2]))
			src, trg := from.Values(hardBlanks.Replace(row[0])), to.Values(hardBlanks.Replace(row[3]))
			if row[4] != "yes" || len(src) != 1 || src[0].End != len(hardBlanks.Replace(row[0])) {
				continue
			}
			if len(trg) != 1 || trg[0].Key != src[0].Key {
				t.Errorf("%s %q: %+v in %s, %+v in %s", name, row[3], src, row[1], trg, row[2])
			}
		}
	}
}

// Write then read gives the key back, in every language, for values of each kind.
func TestWriteThenRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := locale.Find(language.English)
		text := randomValue(t)
		values := from.Values(text)
		if len(values) != 1 || values[0].End != len(text) {
			t.Fatalf("%q: %+v", text, values)
		}
		for _, to := range locale.All() {
			written, _ := to.Write(values[0])
			again := to.Values(written)
			if len(again) != 1 || again[0].Key != values[0].Key || again[0].Kind != values[0].Kind {
				t.Fatalf("%q is %q in %s, read as %+v", text, written, to.Tag, again)
			}
		}
	})
}

// randomValue draws an English text that is one value.
func randomValue(t *rapid.T) string {
	number := rapid.StringMatching(`[1-9][0-9]{0,2}(,[0-9]{3}){0,2}(\.[0-9]?[1-9])?`)
	draw := func(g *rapid.Generator[string]) string { return g.Draw(t, "part") }
	pick := func(of ...string) string { return draw(rapid.SampledFrom(of)) }
	place := func() string {
		return pick("Dubai", "Busan", "Doha", "New Delhi", "Sharm el-Sheikh", "Buenos Aires", "Kyoto")
	}
	small := rapid.StringMatching(`[1-9][0-9]{0,2}`)
	switch rapid.IntRange(0, 11).Draw(t, "kind") {
	case 0:
		return draw(number)
	case 1:
		return draw(rapid.StringMatching(`[1-9][0-9]{0,2}(\.[1-9])?`)) + pick(" million", " billion", " trillion")
	case 2:
		return draw(number) + pick("%", " per cent")
	case 3:
		return draw(small) + "th"
	case 4:
		return pick("CHF ", "USD ", "EUR ", "€", "US$ ", "XDR ", "£") + draw(number)
	case 5:
		return draw(number) + pick(" US dollars", " Swiss francs", " euros", " CHF")
	case 6:
		return draw(number) + pick(" GHz", " MHz", " kHz", " W", " dBm", " km", " Mbit/s", " °C", " GB")
	case 7:
		return "1" + draw(rapid.StringMatching(`[0-9]{2}`)) + "-2" + draw(rapid.StringMatching(`[0-9]{2}`)) + " MHz"
	case 8:
		return pick("C", "PP-", "WTDC-") + draw(small) + "/" + draw(small) + pick("", "-E", "(Add.1)-E")
	case 9:
		return pick("Resolution ", "Decision ") + draw(small) + " (" + pick("Rev. ", "") + place() + ", 20" + draw(rapid.StringMatching(`[0-2][0-9]`)) + ")"
	case 10:
		return pick("Recommendation ", "Report ", "") + pick("ITU-T ", "ITU-R ", "ITU-D ") + pick("E.", "P.", "BT.", "M.") + draw(small) + pick("", " (04/2017)")
	}
	return pick("Article ", "Annex ", "Question 1/", "Study Group ", "Section ", "Chapter ", "Document ", "agenda item ", "Administrative Circular CA/") + draw(small)
}

// The data files have a cell for every language in every row.
func TestDataFiles(t *testing.T) {
	for name, cells := range map[string]int{"acts.txt": 8, "places.txt": 6, "conferences.txt": 6, "currencies.txt": 8, "units.txt": 7} {
		data, err := os.ReadFile("data/" + name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			row := strings.Split(strings.TrimSuffix(line, "\n"), " | ")
			if strings.HasPrefix(line, "#") {
				continue
			}
			if len(row) != cells {
				t.Errorf("%s: %q has %d cells, want %d", name, line, len(row), cells)
			}
			for _, cell := range row {
				if strings.TrimSpace(cell) != cell || cell == "" || strings.HasSuffix(cell, "|") {
					t.Errorf("%s: %q has an empty or padded cell", name, line)
				}
			}
		}
	}
}
