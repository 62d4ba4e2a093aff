package locale_test

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

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

// Whatever the text, values lie in order, on rune boundaries, and do not overlap.
func FuzzValues(f *testing.F) {
	for _, seed := range []string{
		"Résolution 71 (Rév. Dubaï, 2018), 3\u202f000 €", "Резолюция 71 (Пересм. Дубай, 2018 г.), 2,4 ГГц", "第71号决议（2018年，迪拜，修订版）百分之三十七",
		"القرار 71 (المراجَع في دبي، 2018) ٣٬٠٠٠ MHz 790-694", "76.ª, 1580 millones", "ITU-T E.119 (04/2017) C18/35-E", "\ufeff+41\r\n22\u2028730", "第", "^{", "12\xff,3",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, l := range locale.All() {
			end := 0
			for _, v := range l.Values(text) {
				if v.Start < end || v.End <= v.Start || v.End > len(text) || v.Key == "" {
					t.Fatalf("%s: %q: %+v", l.Tag, text, v)
				}
				if utf8.ValidString(text) && !utf8.ValidString(text[v.Start:v.End]) {
					t.Fatalf("%s: %q: %+v cuts a character", l.Tag, text, v)
				}
				for _, to := range locale.All() {
					if written, _ := to.Write(v); written == "" {
						t.Fatalf("%s: %q: nothing written for %+v", to.Tag, text, v)
					}
				}
				end = v.End
			}
		}
	})
}

// BenchmarkValues reports how many plain scans of the runes a reading costs.
func BenchmarkValues(b *testing.B) {
	for tag, line := range map[string]string{
		"en": "The Conference adopted Resolution 71 (Rev. Dubai, 2018) with 3,000 participants, who met in the marches of the city and spoke of many matters. ",
		"fr": "La Conférence a adopté la Résolution 71 (Rév. Dubaï, 2018) devant 3 000 délégués, qui se sont réunis dans la ville. ",
		"ru": "Конференция приняла Резолюцию 71 (Пересм. Дубай, 2018 г.) в присутствии 3 000 участников, собравшихся в городе. ",
		"zh": "大会通过了第71号决议（2018年，迪拜，修订版），出席会议的有3000名与会者，他们讨论了许多问题。",
		"ar": "اعتمد المؤتمر القرار 71 (المراجَع في دبي، 2018) بحضور 3 000 مشارك اجتمعوا في المدينة لمناقشة مسائل عديدة. ",
		"es": "La Conferencia adoptó la Resolución 71 (Rev. Dubái, 2018) con 3 000 delegados, que se reunieron en la ciudad. ",
	} {
		b.Run(tag, func(b *testing.B) {
			text := string(bytes.Repeat([]byte(line), 1<<20/len(line)))
			l := locale.Find(language.MustParse(tag))
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				l.Values(text)
			}
			b.ReportMetric(b.Elapsed().Seconds()/float64(b.N)/scan(text).Seconds(), "scans/op")
		})
	}
}

func scan(text string) time.Duration {
	start, n := time.Now(), 0
	for range 10 {
		for _, r := range text {
			if r > ' ' {
				n++
			}
		}
	}
	if n == 0 {
		return time.Nanosecond
	}
	return time.Since(start) / 10
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
