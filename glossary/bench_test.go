package glossary

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/clipperhouse/uax29/v2/words"
	"golang.org/x/text/language"
)

// segments has one segment of some 200 characters a language.
var segments = map[language.Tag]string{
	language.Arabic:  "وسيعرض هذا الحدث نتائج سلسلة الأحداث التي ينظمها الاتحاد بشأن التنمية الرقمية والتي بدأت في عام 2020 في إطار العملية التحضيرية للمؤتمر العالمي لتنمية الاتصالات وبالتنسيق مع مكتب مبعوث الأمين العام المعني بالتكنولوجيا.",
	language.Chinese: "此次活动将展示国际电联自2020年以来在世界电信发展大会筹备进程中举办的数字发展系列活动的成果，并与联合国秘书长技术特使办公室协调启动数字联盟，发布最不发达国家、内陆发展中国家和小岛屿发展中国家连通性报告。此次活动还将按照联合国秘书长数字合作路线图，介绍国际电联成员国、部门成员和私营部门为弥合数字鸿沟所作的认捐，以及为实现可持续发展目标所建立的伙伴关系与投资。",
	language.English: "This event will present the results of the ITU Road to Addis series of events on digital development, which began in 2020 as part of the preparatory process for the World Telecommunication Development Conference.",
	language.French:  "Cette manifestation mettra en avant les résultats de la série de manifestations \"En route pour Addis\" de l'UIT consacrées au développement du numérique, qui ont débuté en 2020 dans le cadre du processus préparatoire.",
	language.Russian: "Это мероприятие представит результаты серии мероприятий МСЭ по цифровому развитию, которые начались в 2020 году в рамках подготовительного процесса ко Всемирной конференции по развитию электросвязи в Кигали.",
	language.Spanish: "Este evento presentará los resultados de la serie de eventos de la UIT sobre el desarrollo digital, que comenzaron en 2020 en el marco del proceso preparatorio de la Conferencia Mundial de Desarrollo de las Telecomunicaciones.",
}

// BenchmarkFind finds the terms of a segment; the ratio is to the time that
// cutting it into words by UAX #29 takes.
func BenchmarkFind(b *testing.B) {
	base := ituBase(b)
	for _, lang := range six {
		m, text := base.Matcher(lang), segments[lang]
		b.Run(lang.String(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				m.Find(text)
			}
			perFind := b.Elapsed() / time.Duration(b.N)
			b.ReportMetric(float64(perFind)/float64(reference(func() { cutWords(text) })), "x-uax29")
		})
	}
}

// BenchmarkGrowth finds the terms of a segment among 50,000 concepts; the ratio
// is to the time among the ITU's.
func BenchmarkGrowth(b *testing.B) {
	base := ituBase(b)
	text := segments[language.English]
	small := base.Matcher(language.English)
	large := newMatcher(append(generated(50_000), base.Concepts...), language.English)
	for b.Loop() {
		large.Find(text)
	}
	perFind := b.Elapsed() / time.Duration(b.N)
	b.ReportMetric(float64(perFind)/float64(reference(func() { small.Find(text) })), "x-itu")
}

// BenchmarkLoad reads the embedded termbase and builds one matcher; the ratio
// is to reading alone.
func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		base, err := Parse("itu.toml", itu)
		if err != nil {
			b.Fatal(err)
		}
		base.Matcher(language.Russian)
	}
	perLoad := b.Elapsed() / time.Duration(b.N)
	b.ReportMetric(float64(perLoad)/float64(reference(func() { _, _ = Parse("itu.toml", itu) })), "x-parse")
}

// reference gives the time of one call of f.
func reference(f func()) time.Duration {
	const runs = 200
	start := time.Now()
	for range runs {
		f()
	}
	return time.Since(start) / runs
}

func cutWords(text string) (n int) {
	for w := words.FromString(text); w.Next(); n++ {
		_ = w.Value()
	}
	return n
}

// generated makes n concepts of two to four English words.
func generated(n int) []*Concept {
	stock := strings.Fields("data network service access policy digital regional development telecommunication radio spectrum market rural user quality security index")
	out := make([]*Concept, n)
	for i := range out {
		text := fmt.Sprintf("%s %s x%d", stock[i%len(stock)], stock[i/7%len(stock)], i)
		out[i] = &Concept{ID: fmt.Sprint(i), Terms: map[language.Tag][]*Term{language.English: {{Text: text, Type: FullForm, Status: Preferred}}}}
	}
	return out
}
