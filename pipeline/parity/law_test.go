package parity_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hexaglot/pipeline/parity"
)

// sentences that say the same in six languages, in the order of six.
var sentences = [][]string{
	{"يُعقد الاجتماع في 20 سبتمبر 2021.", "The meeting is on 20 September 2021.", "La reunión es el 20 de septiembre de 2021.", "La réunion a lieu le 20 septembre 2021.", "Собрание состоится 20 сентября 2021 года.", "会议将于2021年9月20日举行。"},
	{"شارك 250 مندوباً.", "There were 250 delegates.", "Hubo 250 delegados.", "Il y avait 250 délégués.", "Участвовали 250 делегатов.", "有250名代表出席。"},
	{"انظر الرسالة المعممة BDT/DIR/105.", "See Circular BDT/DIR/105.", "Véase la Circular BDT/DIR/105.", "Voir BDT/DIR/105.", "См. Циркуляр BDT/DIR/105.", "见通函BDT/DIR/105。"},
	{"وشكراً جزيلاً.", "Thank you very much.", "Muchas gracias.", "Merci beaucoup.", "Большое спасибо.", "非常感谢。"},
	{"العنوان: mail@itu.int", "Address: mail@itu.int", "Dirección: mail@itu.int", "Adresse : mail@itu.int", "Адрес: mail@itu.int", "地址：mail@itu.int"},
}

// draw gives the texts of six versions that say the same.
func draw(t *rapid.T) [][]string {
	out := make([][]string, len(six))
	for range rapid.IntRange(1, 12).Draw(t, "paragraphs") {
		s := rapid.SampledFrom(sentences).Draw(t, "sentence")
		for v := range six {
			out[v] = append(out[v], s[v])
		}
	}
	return out
}

func compare(texts [][]string, order []int) *parity.Report {
	versions := make([]parity.Version, len(order))
	for i, v := range order {
		versions[i] = written(six[v], texts[v]...)
	}
	return parity.Compare(versions, nil)
}

// Versions that say the same give no finding.
func TestEqualVersionsAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		if r := compare(draw(t), []int{0, 1, 2, 3, 4, 5}); len(r.Findings) > 0 {
			t.Fatalf("%+v", r.Findings[0])
		}
	})
}

// A changed number is told of the version that has it, whichever it is and in
// whichever order the versions are given.
func TestTheOddOneIsNamedInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		texts := draw(t)
		odd := rapid.IntRange(0, 5).Draw(t, "odd")
		texts[odd] = append(slices.Clone(texts[odd]), strings.Replace(sentences[1][odd], "250", "270", 1))
		for v := range six {
			if v != odd {
				texts[v] = append(slices.Clone(texts[v]), sentences[1][v])
			}
		}
		order := rapid.Permutation([]int{0, 1, 2, 3, 4, 5}).Draw(t, "order")
		r := compare(texts, order)
		if len(r.Findings) != 1 || r.Findings[0].Verdict != parity.Instead || order[r.Findings[0].Odd[0]] != odd {
			t.Fatalf("%d: %+v", odd, r.Findings)
		}
	})
}

// No text, however odd, breaks the comparison, and every place lies in a
// version.
func FuzzCompare(f *testing.F) {
	for _, s := range sentences {
		f.Add(s[0], s[5], s[4])
	}
	f.Add("\ufeffa\r\nb\u2028", "| 000 000 100 |", "－1 T08:30")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		var versions []parity.Version
		for i, text := range []string{a, b, c} {
			versions = append(versions, written(six[i], strings.Split(text, "\n")...))
		}
		for _, finding := range parity.Compare(versions, nil).Findings {
			for _, p := range finding.Places {
				if p.Version < 0 || p.Version >= len(versions) {
					t.Fatalf("%+v", p)
				}
			}
		}
	})
}
