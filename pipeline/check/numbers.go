package check

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"hexaglot/pipeline/locale"
)

// Numbers reports numbers of the source that the translation has not, and the
// other way round, compared by value: 3 000 = 3,000 = ٣٠٠٠. A number may be
// said in words, and a month by its name.
var Numbers = Check{
	Name: "numbers", Doc: "numbers that differ", IssueType: "numbers", Severity: Error, Run: numbers,
}

func numbers(p Pair) []Finding {
	if !saysValues(p.Source.Text) && !saysValues(p.Target.Text) {
		return nil
	}
	src, trg := p.plain(p.Source.Text, p.sourceAddresses()), p.plain(p.Target.Text, p.targetAddresses())
	if slices.Equal(sortedDigits(src), sortedDigits(trg)) {
		return nil
	}
	missing, extra := p.numbersApart(src, trg)
	var out []Finding
	if len(missing) > 0 {
		out = append(out, found("numbers", Error, "check-numbers-missing", "the translation lacks {Numbers}", "Numbers", missing))
	}
	if len(extra) > 0 {
		out = append(out, found("numbers", Error, "check-numbers-extra", "the translation has {Numbers}, which the source has not", "Numbers", extra))
	}
	return out
}

// numbersApart gives the numbers that only one side has, in digits or in words.
// What both sides say as values that are equal, and what another check found to
// differ, is not told.
func (p Pair) numbersApart(src, trg string) (missing, extra []string) {
	from, to := values(p.fromLocale(), src), values(p.toLocale(), trg)
	missing, extra = differ(clocks(from, to), clocks(to, from))
	missing, extra = halfDay(missing, extra, p.toLocale(), trg)
	extra, missing = halfDay(extra, missing, p.fromLocale(), src)
	missing = unspoken(missing, p.toLocale(), trg)
	extra = unspoken(extra, p.fromLocale(), src)
	missing, extra = without(missing, itemNumbers(src)), without(extra, itemNumbers(trg))
	if len(missing)+len(extra) == 0 {
		return nil, nil
	}
	told := p.told()
	missing = without(missing, p.within(p.fromLocale(), p.Source.Text, p.sourceValues(), p.apart().source, told))
	extra = without(extra, p.within(p.toLocale(), p.Target.Text, p.targetValues(), p.apart().target, told))
	return without(missing, ordinals(p.targetValues())), without(extra, ordinals(p.sourceValues()))
}

// ordinals gives the numbers of ordinals, which may be words: الثامنة عشرة.
func ordinals(values []locale.Value) []string {
	var out []string
	for _, v := range values {
		if v.Kind == locale.KindOrdinal {
			out = append(out, strings.TrimPrefix(v.Key, "#"))
		}
	}
	return out
}

// told gives the kinds of values that another check tells of.
func (p Pair) told() map[locale.Kind]bool {
	out := map[locale.Kind]bool{}
	for kind, run := range map[locale.Kind]func(Pair) []Finding{
		locale.KindDate: dates, locale.KindTime: times, locale.KindReference: references, locale.KindSymbol: symbols,
	} {
		out[kind] = len(run(p)) > 0
	}
	return out
}

// within gives the numbers of the values of a text that the other side says
// too, or that are told of.
func (p Pair) within(l *locale.Locale, text string, all, apart []locale.Value, told map[locale.Kind]bool) []string {
	var out []string
	for _, v := range all {
		alone := slices.ContainsFunc(apart, func(o locale.Value) bool { return o.Start == v.Start })
		if !alone || told[v.Kind] {
			out = append(out, values(l, text[v.Start:v.End])...)
		}
	}
	return out
}

// plain blanks the addresses of a text: their digits are checked with them.
func (p Pair) plain(text string, addresses []string) string {
	for _, a := range addresses {
		text = strings.Replace(text, a, " ", 1)
	}
	if strings.Contains(text, "000 ") || strings.Contains(text, "000\u00a0") {
		text = reversed.ReplaceAllString(text, "$1$3 $2$4")
	}
	return text
}

// values gives the numbers of text but zeros: "8 h" and "08:00" are alike.
func values(l *locale.Locale, text string) []string {
	var out []string
	for _, n := range l.Numbers(text) {
		if n.Value != "0" {
			out = append(out, n.Value)
		}
	}
	return out
}

// clocks gives values with the times that are written as one number, 1015,
// divided where the other side has their hours and minutes: 10 h 15.
func clocks(values, other []string) []string {
	var out []string
	for _, v := range values {
		hours, minutes, ok := clock(v)
		if ok && slices.Contains(other, hours) && (minutes == "0" || slices.Contains(other, minutes)) {
			out = append(out, hours)
			if minutes != "0" {
				out = append(out, minutes)
			}
			continue
		}
		out = append(out, v)
	}
	return out
}

// clock divides a number of four digits that can be a time of the day.
func clock(v string) (hours, minutes string, ok bool) {
	n, err := strconv.Atoi(v)
	if err != nil || len(v) != 4 || n/100 > 23 || n%100 > 59 {
		return "", "", false
	}
	return strconv.Itoa(n / 100), strconv.Itoa(n % 100), true
}

// differ gives the values that only a has, and those that only b has; how often
// a value stands does not matter, for languages repeat what others imply.
func differ(a, b []string) (onlyA, onlyB []string) {
	return without(a, b), without(b, a)
}

func without(a, b []string) []string {
	var out []string
	for _, v := range a {
		if !slices.Contains(b, v) && !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}

// halfDay drops the hours after noon that the other side, whose text it is,
// counts from noon: 17 h and 5 p.m.
func halfDay(hours, other []string, l *locale.Locale, text string) (left, otherLeft []string) {
	if !l.AfterNoon(text) {
		return hours, other
	}
	for _, h := range hours {
		n, err := strconv.Atoi(h)
		i := slices.Index(other, strconv.Itoa(n-12))
		if err != nil || n < 13 || n > 23 || i < 0 {
			left = append(left, h)
			continue
		}
		other = slices.Delete(slices.Clone(other), i, i+1)
	}
	return left, other
}

// unspoken drops the values that text says with words.
func unspoken(values []string, l *locale.Locale, text string) []string {
	if len(values) == 0 {
		return values
	}
	text = norm.NFC.String(strings.ReplaceAll(text, string(tatweel), ""))
	bare := text
	if l.RightToLeft {
		bare = articles.ReplaceAllString(text, "$1")
	}
	base, _ := l.Tag.Base()
	lower := strings.ToLower(text)
	return slices.DeleteFunc(values, func(v string) bool {
		return l.Spells(text, v) || l.Spells(bare, v) || slices.ContainsFunc(strings.Split(spoken[base.String()][v], "|"), func(stem string) bool {
			return stem != "" && strings.Contains(lower, stem)
		})
	})
}

// articles are those of Arabic, before a word and behind its particles.
var articles = regexp.MustCompile(`(^|[\s(])[وفبك]?ال`)

// spoken are stems of words that say a number: ten years, half, two kilometres,
// a million, which one language writes with digits and another does not.
var spoken = map[string]map[string]string{
	"ar": {
		"2": "كيلومترين|يومين|سنتين|عامين|شهرين|أسبوعين|مرتين|ساعتين|مليونين|جلستين|دورتين|ضعف|مثلي", "10": "عشري|عقد|عشرة|العشر", "12": "اثني عشر|اثنا عشر", "15": "خامسة عشر|خمس عشرة",
		"50": "نصف", "1000": "ألف", "1000000": "مليون", "1000000000": "مليار|بليون", "100": "مائة|مئة", "24": "مدار الساعة",
	},
	"en": {"2": "twice|double|half|both|pair|bilateral", "3": "triple|triennial|trilateral|triangular", "4": "quadr|quarter", "5": "quinquennial", "10": "decade|decennial|ten", "12": "dozen", "50": "half", "100": "hundred|century", "1000": "thousand", "1000000": "million", "1000000000": "billion"},
	"es": {"2": "doble|duplicar|mitad|bienal|bilateral|ambos|par de", "3": "triple|trienal|triangular", "4": "cuatrienal|cuadri|trimestr", "5": "quinquenal", "10": "decenal|decenio|década", "12": "docena|doceava", "15": "quince", "50": "mitad", "100": "ciento|centenar|centenari", "1000": "mil ", "1000000": "millón|millones", "1000000000": "mil millones"},
	"fr": {"2": "double|moitié|biennal|bilatéral", "3": "triple|triennal|triangulaire", "4": "quadrienn|trimestr", "5": "quinquennal", "10": "décennal|décennie|dizaine", "12": "douzaine", "15": "quinzaine|quinze", "20": "vingtaine", "50": "moitié", "100": "cent|centaine|centenaire", "1000": "millier|mille", "1000000": "million", "1000000000": "milliard"},
	"ru": {"2": "двое|двух|вдвое|удво|половин|двусторон|двухгод|двухлет|оба|обе", "3": "втрое|утро|трехлет|трехсторон|трое", "4": "четырехлет|кварт", "5": "пятилет", "10": "десят|декад", "12": "двенадцат|дюжин", "15": "пятнадцат", "50": "половин", "100": "сто|сотн", "1000": "тысяч|тыс.", "1000000": "миллион|млн", "1000000000": "миллиард|млрд"},
	"zh": {"2": "双|两|倍|半", "3": "三", "10": "十年", "50": "半", "100": "百", "1000": "千", "10000": "万", "1000000": "百万", "1000000000": "十亿"},
}

// itemNumbers gives the numbers of the items of a list within a text: ’1‘, (1),
// 1). Another language letters them.
func itemNumbers(text string) []string {
	var out []string
	for _, m := range itemNumber.FindAllStringSubmatch(text, -1) {
		out = append(out, m[1])
	}
	return out
}

var itemNumber = regexp.MustCompile(`(?:[’'‘(（]|(?:^|\s))([0-9]{1,2})(?:[‘'’)）])`)

// reversed are the thousands of a number whose groups an Arabic text has in the
// order of the page: 000 100.
var reversed = regexp.MustCompile(`(^|[^0-9])(000)[ \x{a0}]([0-9]{1,3})($|[^0-9])`)

// sortedDigits gives the runs of digits of a text, sorted: where they are the
// same on both sides, so are the numbers, whatever stands between them.
func sortedDigits(text string) []string {
	out := locale.DigitRuns(text)
	slices.Sort(out)
	return out
}
