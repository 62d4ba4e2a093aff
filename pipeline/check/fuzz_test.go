package check_test

import (
	"fmt"
	"testing"
	"unicode/utf8"

	"hexaglot/pipeline/check"
	"hexaglot/pipeline/document"
)

// Whatever the texts, the places of findings are stretches of them at the
// borders of characters, and the findings are the same when asked again.
func FuzzRun(f *testing.F) {
	for _, seed := range []string{
		"", "The the meeting\r\n(6 September", "Réunion du 6-15 juin 2022: 8 h 30", "Собрaние 6 сентября", "第七十六届会议，，锟斤拷", "الاجتماع \u202e6 سبتمبر ٢٠٢١",
		"\ufeffUn  texto\u2028\u200b", "<b1>a</b1><fn2/>", "Ã©Ã©", "\xff\xfe", "<empty/>", "1) a) (i) ’1‘ 000 100",
	} {
		f.Add(seed, seed, uint8(0))
		f.Add("Veuillez noter la Résolution 71.", seed, uint8(9))
	}
	base := termbase(f)
	f.Fuzz(func(t *testing.T, src, trg string, languages uint8) {
		p := check.Pair{
			Source: document.ParseContent(src), Target: document.ParseContent(trg), Terms: base,
			From: six[int(languages)%6], To: six[int(languages)/6%6], Speller: lacksZZ,
		}
		first := check.Run(p)
		for _, x := range first {
			within(t, p.Source.Text, x.Source)
			within(t, p.Target.Text, x.Target)
		}
		if again := check.Run(p); fmt.Sprint(first) != fmt.Sprint(again) {
			t.Errorf("%v, then %v", first, again)
		}
		check.Examine([]check.Placed{{Pair: p}, {Pair: p}, {Pair: p, ID: "a"}, {Pair: p, ID: "a"}})
	})
}

func within(t *testing.T, text string, s check.Span) {
	t.Helper()
	if s == (check.Span{}) {
		return
	}
	if s.Start < 0 || s.End > len(text) || s.Start > s.End {
		t.Fatalf("%v is not within %d bytes", s, len(text))
	}
	for _, at := range []int{s.Start, s.End} {
		if at < len(text) && utf8.ValidString(text) && !utf8.RuneStart(text[at]) {
			t.Fatalf("%v is inside a character of %q", s, text)
		}
	}
}
