package align_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"
	"pgregory.net/rapid"

	"hexaglot/pipeline/document"
	"hexaglot/pipeline/memory/align"
	"hexaglot/pipeline/segment"
)

// written makes a document of lines "role: text".
func written(lang language.Tag, lines ...string) *document.Document {
	d := &document.Document{Lang: lang}
	for i, line := range lines {
		k := max(0, strings.LastIndex(line, ": "))
		role, text := line[:k], strings.TrimPrefix(line[k:], ": ")
		u := document.NewUnit(role, i+1, document.Content{Text: text})
		segment.Unit(u, lang)
		d.Units = append(d.Units, u)
	}
	return d
}

// shown prints beads as "0+1=1 2=-": the segments of either side.
func shown(p *align.Pair) string {
	var out []string
	side := func(at []int) string {
		if len(at) == 0 {
			return "-"
		}
		return strings.Trim(strings.ReplaceAll(fmt.Sprint(at), " ", "+"), "[]")
	}
	for _, b := range p.Beads {
		out = append(out, side(b.Src)+"="+side(b.Trg))
	}
	return strings.Join(out, " ")
}

func TestListsSortedByEachAlphabet(t *testing.T) {
	src := written(language.French,
		"heading: Pays représentés", "list item: Allemagne", "list item: Chine", "list item: Espagne", "list item: États-Unis", "list item: Maroc",
		"paragraph: Le secrétariat a remercié les 5 délégations.")
	for _, c := range []struct {
		lang  language.Tag
		lines []string
		want  string
	}{
		{
			language.English,
			[]string{"heading: Countries represented", "list item: China", "list item: Germany", "list item: Morocco", "list item: Spain", "list item: United States", "paragraph: The secretariat thanked the 5 delegations."},
			"0=0 1=2 2=1 3=4 4=5 5=3 6=6",
		},
		{
			language.Chinese,
			[]string{"heading: 与会国家", "list item: 德国", "list item: 西班牙", "list item: 美国", "list item: 摩洛哥", "list item: 中国", "paragraph: 秘书处感谢了5个代表团。"},
			"0=0 1=1 2=5 3=2 4=3 5=4 6=6",
		},
		{
			language.Arabic,
			[]string{"heading: البلدان الممثلة", "list item: إسبانيا", "list item: ألمانيا", "list item: الصين", "list item: المغرب", "list item: الولايات المتحدة", "paragraph: وشكرت الأمانة الوفود الخمسة (5)."},
			"0=0 1=2 2=3 3=1 4=5 5=4 6=6",
		},
	} {
		if got := shown(align.Documents(src, written(c.lang, c.lines...), itu)); got != c.want {
			t.Errorf("%s: got %s, want %s", c.lang, got, c.want)
		}
	}
}

func TestTables(t *testing.T) {
	src := written(language.French,
		"paragraph: Le calendrier figure ci-dessous.",
		"table header: Date", "table header: Lieu", "table header: Objet",
		"table cell: 6 juin 2022", "table cell: Kigali", "table cell: Conférence",
		"table cell: 7 juin 2022", "table cell: En ligne", "table cell: Forum",
		"table cell: 8 juin 2022", "table cell: Genève", "table cell: Clôture",
		"footnote: Les dates peuvent changer.")
	trg := written(language.Russian,
		"paragraph: Расписание приводится ниже.",
		"table header: Дата", "table header: Место", "table header: Предмет",
		"table cell: 6 июня 2022 года", "table cell: Кигали", "table cell: Конференция",
		"table cell: 8 июня 2022 года", "table cell: Женева", "table cell: Закрытие",
		"footnote: Даты могут измениться.")
	want := "0=0 1=1 2=2 3=3 4=4 5=5 6=6 7=- 8=- 9=- 10=7 11=8 12=9 13=10"
	if got := shown(align.Documents(src, trg, itu)); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// What some formats have where it is referred to, others have at the end.
func TestNotesElsewhere(t *testing.T) {
	src := written(
		language.English,
		"paragraph: The list is in Annex 2.", "footnote: Two members took part by videoconference.",
		"paragraph: The survey covers 120 schools.", "footnote: The questionnaire was sent out in January.",
		"paragraph: It was so agreed.")
	trg := written(
		language.Spanish,
		"paragraph: La lista figura en el Anexo 2.", "paragraph: La encuesta abarca 120 escuelas.", "paragraph: Así se acordó.",
		"footnote: Dos miembros participaron por videoconferencia.", "footnote: El cuestionario se envió en enero.")
	p := align.Documents(src, trg, itu)
	if got, want := shown(p), "0=0 1=3 2=1 3=4 4=2"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	lawful(t, p)
}

// Two paragraphs changed places, with all their sentences.
func TestChangedPlaces(t *testing.T) {
	src := written(
		language.French,
		"heading: Débats", "paragraph: Le Kenya a présenté 4 documents. Il a remercié le secrétariat.",
		"paragraph: Le Brésil a présenté 7 documents. Il a demandé une enquête.", "heading: Clôture")
	trg := written(
		language.Russian,
		"heading: Обсуждение", "paragraph: Бразилия представила 7 документов. Она просила провести обследование.",
		"paragraph: Кения представила 4 документа. Она поблагодарила секретариат.", "heading: Закрытие")
	if got, want := shown(align.Documents(src, trg, itu)), "0=0 1=3 2=4 3=1 4=2 5=5"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Every segment of either side is in exactly one bead; but for moved ones,
// beads stand in the order of both documents.
func TestBeadsHoldEverySegmentOnce(t *testing.T) {
	pieces := []string{"Réunion.", "Le 6 juin 2022, 25 pays.", "会议。", "2022年6月6日，25个国家。", "Собрание. 25 стран.", "اجتماع. 25 بلداً؟", "", "BDT/DIR/105", "Madame, Monsieur,"}
	roles := []string{"paragraph", "heading", "list item", "table header", "table cell", "footnote", "paragraph: closing"}
	rapid.Check(t, func(t *rapid.T) {
		var docs [2]*document.Document
		for k := range docs {
			var lines []string
			for range rapid.IntRange(0, 40).Draw(t, "units") {
				lines = append(lines, rapid.SampledFrom(roles).Draw(t, "role")+": "+rapid.SampledFrom(pieces).Draw(t, "text"))
			}
			docs[k] = written(rapid.SampledFrom(languages).Draw(t, "language"), lines...)
		}
		lawful(t, align.Documents(docs[0], docs[1], itu))
	})
}

// lawful fails unless every segment of either side is in exactly one bead, and
// beads stand in the order of both documents, but for moved ones.
func lawful(t interface{ Fatalf(string, ...any) }, p *align.Pair) {
	var src, trg, order, inOrder []int
	for _, b := range p.Beads {
		src, trg = append(src, b.Src...), append(trg, b.Trg...)
		if len(b.Src) > 0 {
			order = append(order, b.Src[0])
		}
		if !b.Moved {
			inOrder = append(inOrder, b.Trg...)
		}
		if b.Confidence < 0 || b.Confidence > 100 || len(b.Src)+len(b.Trg) == 0 {
			t.Fatalf("bead %v", b)
		}
	}
	if !slices.IsSorted(order) || !slices.IsSorted(inOrder) {
		t.Fatalf("%s: not in order", shown(p))
	}
	for _, side := range []struct{ at, all int }{{len(src), len(p.Src)}, {len(trg), len(p.Trg)}} {
		if side.at != side.all {
			t.Fatalf("%s: %d segments are in beads, of %d", shown(p), side.at, side.all)
		}
	}
	slices.Sort(src)
	slices.Sort(trg)
	for i := range trg {
		if trg[i] != i {
			t.Fatalf("%s: segment %d is not in one bead", shown(p), i)
		}
	}
	for i := range src {
		if src[i] != i {
			t.Fatalf("%s: segment %d is not in one bead", shown(p), i)
		}
	}
}

func FuzzDocuments(f *testing.F) {
	for i, text := range []string{
		"heading: Réunion\nparagraph: Le 6 juin 2022. Voir la note.\nfootnote: Genève.",
		"heading: 会议\nparagraph: 2022年6月6日。见注。\nfootnote: 日内瓦。",
		"footnote: Женева.\nheading: Собрание\nparagraph: 6 июня 2022 года. См. сноску.\n",
		"heading: اجتماع\nfootnote: جنيف.\nparagraph: 6 يونيو 2022. انظر الحاشية؟",
		"list item: España\nlist item: Suiza\ntable header: a\ntable header: b\ntable cell: \u2028\ntable cell: \ufeff1\r",
		"paragraph: salutation: Dear Sir/Madam,\n\n: \nMeeting. Meeting. Meeting. Meeting. Meeting.",
	} {
		f.Add(text, "paragraph: BDT/DIR/105", uint8(i), uint8(i+1))
		f.Add(text, text, uint8(i), uint8(i+2))
	}
	f.Fuzz(func(t *testing.T, src, trg string, from, to uint8) {
		read := func(text string, lang uint8) *document.Document {
			return written(languages[int(lang)%len(languages)], strings.Split(text, "\n")...)
		}
		lawful(t, align.Documents(read(src, from), read(trg, to), itu))
	})
}

// A document ten times as long takes about ten times as long.
func BenchmarkDocuments(b *testing.B) {
	for _, n := range []int{1000, 10_000, 100_000} {
		src, trg := long(language.French, n), long(language.English, n)
		b.Run(fmt.Sprintf("%d", n), func(b *testing.B) {
			for b.Loop() {
				align.Documents(src, trg, itu)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/segment")
		})
	}
}

// long makes a document of n paragraphs of varied lengths.
func long(lang language.Tag, n int) *document.Document {
	texts := map[language.Tag][]string{
		language.French:  {"La conférence a adopté la Résolution %d.", "Les États Membres ont été invités à soumettre leurs contributions avant la date limite %d.", "Article %d"},
		language.English: {"The conference adopted Resolution %d.", "Member States were invited to submit their contributions before deadline %d.", "Article %d"},
	}[lang]
	var lines []string
	for i := range n {
		lines = append(lines, "paragraph: "+fmt.Sprintf(texts[(i*i/3)%3], i/2))
	}
	return written(lang, lines...)
}
