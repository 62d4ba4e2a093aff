package locale_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"hexaglot/pipeline/locale"
)

// inOrder fails where values overlap, or where one does not lie on the
// boundaries of characters.
func inOrder(t interface{ Fatalf(string, ...any) }, text string, values []locale.Value) {
	end := 0
	for _, v := range values {
		whole := v.Start >= end && v.End > v.Start && v.End <= len(text)
		if !whole || utf8.ValidString(text) && !utf8.ValidString(text[v.Start:v.End]) || v.Key == "" {
			t.Fatalf("%q: %+v", text, v)
		}
		end = v.End
	}
}

// comesBack fails where a date or time that a language writes is not read there
// as the same value.
func comesBack(t interface{ Fatalf(string, ...any) }, v locale.Value) {
	if v.Kind != locale.KindDate && v.Kind != locale.KindTime {
		return
	}
	for _, l := range locale.All() {
		text, _ := l.Write(v)
		read := l.Values(text)
		if len(read) != 1 || read[0].Key != v.Key || read[0].Kind != v.Kind || read[0].End-read[0].Start != len(text) {
			t.Fatalf("%s: %s is written %q, which reads %+v", l.Tag, v.Key, text, read)
		}
	}
}

var (
	frenchMonths   = strings.Fields("janvier février mars avril mai juin juillet août septembre octobre novembre décembre")
	frenchShort    = strings.Fields("janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.")
	frenchWeekdays = strings.Fields("dimanche lundi mardi mercredi jeudi vendredi samedi")
	romanMonths    = strings.Fields("I II III IV V VI VII VIII IX X XI XII")
)

// frenchDay writes a day in a style: long, with its weekday, abbreviated, in
// figures, as ISO 8601 does, with a Roman numeral, or without its year.
func frenchDay(d time.Time, style int) (text, key string) {
	month := d.Month() - 1
	iso := d.Format(time.DateOnly)
	switch style {
	case 0:
		return fmt.Sprintf("%d %s %d", d.Day(), frenchMonths[month], d.Year()), iso
	case 1:
		return fmt.Sprintf("%s %d %s %d", frenchWeekdays[d.Weekday()], d.Day(), frenchMonths[month], d.Year()), iso
	case 2:
		return fmt.Sprintf("%d %s %d", d.Day(), frenchShort[month], d.Year()), iso
	case 3:
		return d.Format("02/01/2006"), iso
	case 4:
		return iso, iso
	case 5:
		return fmt.Sprintf("%d.%s.%d", d.Day(), romanMonths[month], d.Year()), iso
	case 6:
		return fmt.Sprintf("%d %s", d.Day(), frenchMonths[month]), d.Format("--01-02")
	}
	return fmt.Sprintf("%s %d", frenchMonths[month], d.Year()), d.Format("2006-01")
}

func drawDay(t *rapid.T, label string) time.Time {
	return time.Date(1865, 5, 17, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 120000).Draw(t, label))
}

// What one language writes for a value, the others and itself read as that value.
func TestDatesComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		style := rapid.IntRange(0, 7).Draw(t, "style")
		text, key := frenchDay(drawDay(t, "day"), style)
		comes(t, text, key)
	})
}

func TestRangesOfDatesComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		style := rapid.SampledFrom([]int{0, 1, 2, 3, 4, 5, 7}).Draw(t, "style")
		a := drawDay(t, "day")
		b := a.AddDate(0, 0, rapid.IntRange(32, 500).Draw(t, "length"))
		from, fromKey := frenchDay(a, style)
		until, untilKey := frenchDay(b, style)
		text := from + " – " + until
		if rapid.Bool().Draw(t, "worded") {
			text = "du " + from + " au " + until
		}
		comes(t, text, fromKey+"/"+untilKey)
	})
}

func TestDaysOfAMonthComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawDay(t, "day")
		a := rapid.IntRange(1, 27).Draw(t, "first")
		b := rapid.IntRange(a+1, 28).Draw(t, "last")
		form := rapid.SampledFrom([]string{"%d-%d %s %d", "du %d au %d %s %d", "%d et %d %s %d"}).Draw(t, "form")
		month := d.Format("2006-01")
		key := fmt.Sprintf("%s-%02d/%s-%02d", month, a, month, b)
		if strings.Contains(form, "et") {
			key = "{" + strings.Replace(key, "/", ",", 1) + "}"
		}
		comes(t, fmt.Sprintf(form, a, b, frenchMonths[d.Month()-1], d.Year()), key)
	})
}

func TestTimesComeBack(t *testing.T) {
	forms := []string{"%02d:%02d", "%d h %02d", "%02d:%02d-%02d:%02d", "de %d h %02d à %d h %02d", "%d h %02d-%d h %02d"}
	rapid.Check(t, func(t *rapid.T) {
		form := rapid.SampledFrom(forms).Draw(t, "form")
		zone := rapid.SampledFrom([]string{"", " EST", " UTC", " UTC+2", " GMT-03:30"}).Draw(t, "zone")
		a, b := rapid.IntRange(0, 1438).Draw(t, "from"), 1439
		key := fmt.Sprintf("T%02d:%02d", a/60, a%60)
		text := fmt.Sprintf(form+zone, a/60, a%60)
		if strings.Count(form, "%") == 4 {
			b = rapid.IntRange(a+1, b).Draw(t, "until")
			key += fmt.Sprintf("/T%02d:%02d", b/60, b%60)
			text = fmt.Sprintf(form+zone, a/60, a%60, b/60, b%60)
		}
		comes(t, text, key+zone)
	})
}

// comes fails where a French text is not one value with the key, or where what
// any language writes for it, and any for that again, is not.
func comes(t *rapid.T, text, key string) {
	values := find("fr").Values(text)
	if len(values) != 1 || values[0].Key != key || values[0].End-values[0].Start != len(text) {
		t.Fatalf("%q reads %+v, want %s", text, values, key)
	}
	comesBack(t, values[0])
	for _, l := range locale.All() {
		written, _ := l.Write(values[0])
		comesBack(t, l.Values(written)[0])
	}
}

// Whatever the text, its values lie in order and on characters, and what is
// written for them reads the same.
func TestDatesLieInTheText(t *testing.T) {
	pieces := []string{
		"6", "15", "2021", "08:30", "8 h 30", "0830", "-", "–", " ", " ", "/", ".", ",", ":", "(", ")", "（", "EST", "UTC+2",
		"juin", "sept.", "du ", " au ", "June", " to ", "from ", "p.m.", "hours", "сентября", "года", "с ", " по ", "час.", "мин.",
		"de ", " a las ", "septiembre", "horas", "年", "月", "日", "至", "上午", "时", "分", "二", "十", "和", "سبتمبر", "من ", " إلى ", "الساعة", "و", "٦", "\u200f", "\xff", "lundi ", "星期", "VI",
	}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 24).Draw(t, "pieces"), "")
		for _, l := range locale.All() {
			values := l.Values(text)
			inOrder(t, text, values)
			for _, v := range values {
				comesBack(t, v)
			}
		}
	})
}

func FuzzDates(f *testing.F) {
	for _, seed := range []string{
		"Genève, le 6 septembre 2021, de 8 h 30 à 11 h 30 EST", "from the 6th to the 15th of June 2022, 2–4 p.m.", "06/09/2021\r\n30.VI.2020",
		"с 24 по 28 января 2011 года, в 08 час. 30 мин.", "los días 23 y 24 de julio, a las 15.00 horas (UTC+2)", "2018年4月17-27日上午8时30分至11时30分（EST）",
		"二〇二一年九月六日（星期一）", "من الساعة 08:30 إلى الساعة 11:30", "٦ أيلول/سبتمبر ٢٠٢١", "\ufeff6\u20286\u00a0mai\u202f2021", "E.119 (04/2017)", "0/01/1000",
		"Résolution 71 (Rév. Dubaï, 2018), 3\u202f000 €", "Резолюция 71 (Пересм. Дубай, 2018 г.), 2,4 ГГц", "第71号决议（2018年，迪拜，修订版）百分之三十七",
		"القرار 71 (المراجَع في دبي، 2018) ٣٬٠٠٠ MHz 790-694", "76.ª, 1580 millones", "ITU-T E.119 (04/2017) C18/35-E", "\ufeff+41\r\n22\u2028730", "第", "^{", "12\xff,3",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4096 {
			t.Skip()
		}
		for _, l := range locale.All() {
			values := l.Values(text)
			inOrder(t, text, values)
			for _, v := range values {
				comesBack(t, v)
			}
		}
	})
}

// BenchmarkDates compares reading the dates and times of 1 MB of prose with a plain
// scan of its characters.
func BenchmarkDates(b *testing.B) {
	prose := map[string]string{
		"en": "The meeting will take place on 20 September, from 0830 to 1130 hours (EST), in accordance with the decision of the conference. ",
		"fr": "La réunion se déroulera le 20 septembre, de 8 h 30 à 11 h 30 EST, conformément à la décision de la conférence de plénipotentiaires. ",
		"es": "La reunión tendrá lugar el 20 de septiembre, de las 08:30 a las 11:30 horas, de conformidad con la decisión de la conferencia. ",
		"ru": "Собрание состоится 20 сентября с 08 час. 30 мин. до 11 час. 30 мин. в соответствии с решением Полномочной конференции. ",
		"zh": "会议召开时间为2021年9月20日上午8时30分至11时30分，请各成员国根据全权代表大会的决定派代表参加。",
		"ar": "وسيجري الاجتماع يوم 20 سبتمبر، من الساعة 08:30 إلى الساعة 11:30 وفقاً لقرار مؤتمر المندوبين المفوضين. ",
	}
	for tag, sentence := range prose {
		text := strings.Repeat(sentence, 1<<20/len(sentence))
		b.Run(tag, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				find(tag).Values(text)
			}
			values := b.Elapsed()
			start := time.Now()
			for range b.N {
				for range utf8.RuneCountInString(text) {
				}
				for _, r := range text {
					_ = r
				}
			}
			b.ReportMetric(float64(values)/float64(time.Since(start)), "×scan")
		})
	}
}
