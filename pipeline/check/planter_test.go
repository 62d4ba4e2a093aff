package check_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/language"

	"hexaglot/pipeline/check"
	"hexaglot/pipeline/document"
	"hexaglot/pipeline/locale"
)

// damage is one way to spoil a good translation. spoil gives the translation as
// it is typed, "" where this one cannot be spoiled that way.
type damage struct {
	kind  string
	spoil func(r *rand.Rand, p check.Placed, typed string) string
}

var damages = []damage{
	{"code dropped", replaceOne(`<[a-z]+[0-9]+/?>|</[a-z]+[0-9]+>`, "")},
	{"code doubled", replaceOne(`<[a-z]+[0-9]+/>|<b1>`, "$0$0")},
	{"number dropped", numberDropped},
	{"number changed", numberChanged},
	{"digit added", numberLonger},
	{"day changed", revalued(locale.KindDate)},
	{"month changed", monthChanged},
	{"year dropped", yearDropped},
	{"time changed", revalued(locale.KindTime)},
	{"reference changed", revalued(locale.KindReference)},
	{"symbol changed", revalued(locale.KindSymbol)},
	{"full stop removed", replaceOne(`[.。]$`, "")},
	{"full stop doubled as colon", replaceOne(`[.。]$`, ":")},
	{"ASCII comma", onlyIn("ar", replaceOne(`،`, ","))},
	{"half-width stop", onlyIn("zh", replaceOne(`([\p{Han}])，([\p{Han}])`, "$1,$2"))},
	{"word doubled", doubleWord},
	{"untranslated", func(_ *rand.Rand, p check.Placed, _ string) string { return p.Source.String() }},
	{"bracket lost", replaceOne(`[)）]`, "")},
	{"quote lost", replaceOne(`["“”]`, "")},
	{"look-alike letter", onlyIn("ru", replaceOne(`([а-я])а([а-я])`, "${1}a$2"))},
	{"Cyrillic look-alike", notIn("ru ar zh", replaceOne(`([a-z])a([a-z])`, "${1}а$2"))},
	{"zero-width space", insertInside("\u200b")},
	{"direction unclosed", insertInside("\u202e")},
	{"replacement character", insertInside("\ufffd")},
	{"private character", insertInside("\ue123")},
	{"control character", insertInside("\u0008")},
	{"mojibake", mojibake},
	{"cut to half", half},
	{"trailing space", func(_ *rand.Rand, _ check.Placed, typed string) string { return typed + " " }},
	{"leading space", func(_ *rand.Rand, _ check.Placed, typed string) string { return " " + typed }},
	{"double space", notIn("zh", replaceOne(` `, "  "))},
	{"space before comma", notIn("zh", replaceOne(`([\p{L}])([,،])`, "$1 $2"))},
	{"small first letter", smallStart},
	{"URL damaged", replaceOne(`https://([a-z.]+)`, "https://x$1")},
	{"e-mail damaged", replaceOne(`@([a-z])`, "@x$1")},
	{"percent changed", revalued(locale.KindPercentage)},
	{"Arabic-Indic digits of another value", onlyIn("ar", indicDigits)},
	{"sentence dropped", sentenceDropped},
	{"source's abbreviation", replaceWord(map[string]string{"LDC": "PMA", "LDCs": "PMA", "PMA": "LDCs", "НРС": "PMA", "ITU": "UIT", "UIT": "ITU", "МСЭ": "ITU", "SIDS": "PEID", "PEID": "SIDS", "СИДС": "SIDS"})},
	{"deprecated term", deprecated},
	{"translations swapped", nil},
	{"letters lost", notIn("zh ar", replaceOne(`([\p{L}])[éèàóñíроае]([\p{Ll}])`, "$1?$2"))},
}

func onlyIn(langs string, f func(*rand.Rand, check.Placed, string) string) func(*rand.Rand, check.Placed, string) string {
	return func(r *rand.Rand, p check.Placed, typed string) string {
		if !strings.Contains(langs, p.To.String()) {
			return ""
		}
		return f(r, p, typed)
	}
}

func notIn(langs string, f func(*rand.Rand, check.Placed, string) string) func(*rand.Rand, check.Placed, string) string {
	return func(r *rand.Rand, p check.Placed, typed string) string {
		if strings.Contains(langs, p.To.String()) {
			return ""
		}
		return f(r, p, typed)
	}
}

// replaceOne replaces one of the places that a pattern fits.
func replaceOne(pattern, with string) func(*rand.Rand, check.Placed, string) string {
	re := regexp.MustCompile(pattern)
	return func(r *rand.Rand, _ check.Placed, typed string) string {
		places := re.FindAllStringSubmatchIndex(typed, -1)
		if len(places) == 0 {
			return ""
		}
		m := places[r.IntN(len(places))]
		return typed[:m[0]] + string(re.ExpandString(nil, with, typed, m)) + typed[m[1]:]
	}
}

var digits = regexp.MustCompile(`[0-9]+`)

// number gives the place of one of the numbers that stand once in the text.
func number(r *rand.Rand, typed string) []int {
	var places [][]int
	for _, m := range digits.FindAllStringIndex(outsideCodes(typed), -1) {
		n := typed[m[0]:m[1]]
		if strings.Count(typed, n) == 1 && n != "0" && n != "00" {
			places = append(places, m)
		}
	}
	if len(places) == 0 {
		return nil
	}
	return places[r.IntN(len(places))]
}

var codeOrAddress = regexp.MustCompile(`<[^>]*>|https?://\S*|\S+@\S+`)

func outsideCodes(typed string) string {
	return codeOrAddress.ReplaceAllStringFunc(typed, func(s string) string { return strings.Repeat("x", len(s)) })
}

func numberDropped(r *rand.Rand, _ check.Placed, typed string) string {
	m := number(r, typed)
	if m == nil {
		return ""
	}
	return typed[:m[0]] + typed[m[1]:]
}

func numberChanged(r *rand.Rand, _ check.Placed, typed string) string { return shifted(r, typed, 13) }

func numberLonger(r *rand.Rand, _ check.Placed, typed string) string {
	m := number(r, typed)
	if m == nil {
		return ""
	}
	return typed[:m[1]] + "7" + typed[m[1]:]
}

// shifted adds to one of the numbers.
func shifted(r *rand.Rand, typed string, by int) string {
	m := number(r, typed)
	if m == nil {
		return ""
	}
	n, _ := strconv.Atoi(typed[m[0]:m[1]])
	return typed[:m[0]] + strconv.Itoa(n+by) + typed[m[1]:]
}

// revalued changes the first number of a value of a kind.
func revalued(kind locale.Kind) func(*rand.Rand, check.Placed, string) string {
	return func(_ *rand.Rand, p check.Placed, typed string) string {
		for _, v := range locale.Find(p.To).Values(typed) {
			said := typed[v.Start:v.End]
			m := digits.FindStringIndex(said)
			if v.Kind != kind || m == nil {
				continue
			}
			if p.To == language.Chinese && kind == locale.KindDate {
				m = lastNumber(said)
			}
			n, _ := strconv.Atoi(said[m[0]:m[1]])
			if n++; n > 27 && kind == locale.KindDate {
				n -= 5
			}
			return typed[:v.Start] + said[:m[0]] + strconv.Itoa(n) + said[m[1]:] + typed[v.End:]
		}
		return ""
	}
}

func lastNumber(text string) []int {
	all := digits.FindAllStringIndex(text, -1)
	return all[len(all)-1]
}

var monthNames = map[string][]string{
	"ar": {"يونيو", "سبتمبر", "مارس"}, "en": {"June", "September", "March"}, "es": {"junio", "septiembre", "marzo"},
	"fr": {"juin", "septembre", "mars"}, "ru": {"июня", "сентября", "марта"}, "zh": {"6月", "9月", "3月"},
}

var otherMonth = map[string]string{"ar": "نوفمبر", "en": "November", "es": "noviembre", "fr": "novembre", "ru": "ноября", "zh": "11月"}

func monthChanged(_ *rand.Rand, p check.Placed, typed string) string {
	for _, name := range monthNames[p.To.String()] {
		if strings.Contains(typed, name) {
			return strings.Replace(typed, name, otherMonth[p.To.String()], 1)
		}
	}
	return ""
}

var year = regexp.MustCompile(`,? ?(?:de )?20[12][0-9](?: года| г\.|年)?`)

func yearDropped(_ *rand.Rand, p check.Placed, typed string) string {
	for _, v := range locale.Find(p.To).Values(typed) {
		m := year.FindStringIndex(typed[v.Start:v.End])
		if v.Kind == locale.KindDate && m != nil && digits.MatchString(strings.Replace(typed[v.Start:v.End], typed[v.Start+m[0]:v.Start+m[1]], "", 1)) {
			return typed[:v.Start+m[0]] + typed[v.Start+m[1]:]
		}
	}
	return ""
}

var wordPattern = regexp.MustCompile(`[\p{L}\p{M}]{2,}`)

// doubleWord doubles a word in small letters; a Chinese one of three characters.
func doubleWord(r *rand.Rand, p check.Placed, typed string) string {
	text := outsideCodes(typed)
	var places [][]int
	for _, m := range wordPattern.FindAllStringIndex(text, -1) {
		if first, _ := utf8.DecodeRuneInString(text[m[0]:]); !unicode.IsUpper(first) && typed[m[0]:m[1]] == text[m[0]:m[1]] && !strings.Contains(text[m[0]:m[1]], "xx") {
			places = append(places, m)
		}
	}
	if len(places) == 0 {
		return ""
	}
	m := places[r.IntN(len(places))]
	word, gap := typed[m[0]:m[1]], " "
	if p.To == language.Chinese {
		runes := []rune(word)
		word, gap = string(runes[:min(3, len(runes))]), ""
		if len(runes) < 3 {
			return ""
		}
	}
	return typed[:m[0]] + word + gap + typed[m[0]:]
}

// insertInside puts a character into a word.
func insertInside(c string) func(*rand.Rand, check.Placed, string) string {
	return func(r *rand.Rand, _ check.Placed, typed string) string {
		words := wordPattern.FindAllStringIndex(outsideCodes(typed), -1)
		if len(words) == 0 {
			return ""
		}
		m := words[r.IntN(len(words))]
		_, size := utf8.DecodeRuneInString(typed[m[0]:])
		return typed[:m[0]+size] + c + typed[m[0]+size:]
	}
}

// mojibake reads the bytes of a translation as another encoding.
func mojibake(_ *rand.Rand, p check.Placed, typed string) string {
	page := charmap.Windows1252
	if p.To == language.Russian {
		page = charmap.Windows1251
	}
	if strings.IndexFunc(typed, func(r rune) bool { return r > 0xbf }) < 0 {
		return ""
	}
	var b strings.Builder
	for i := range len(typed) {
		r := page.DecodeByte(typed[i])
		if r == utf8.RuneError {
			r = rune(typed[i])
		}
		b.WriteRune(r)
	}
	return b.String()
}

// half cuts a long translation in two and drops the second half.
func half(_ *rand.Rand, _ check.Placed, typed string) string {
	runes := []rune(typed)
	if len(runes) < 24 {
		return ""
	}
	return strings.TrimSpace(string(runes[:len(runes)/2]))
}

func smallStart(_ *rand.Rand, p check.Placed, typed string) string {
	r, size := utf8.DecodeRuneInString(typed)
	next, _ := utf8.DecodeRuneInString(typed[size:])
	source, _ := utf8.DecodeRuneInString(p.Source.Text)
	if !unicode.IsUpper(r) || !unicode.IsLower(next) && next != ' ' || unicode.IsLower(source) || !unicode.IsLetter(source) {
		return ""
	}
	if !unicode.IsUpper(source) && !strings.HasSuffix(p.Source.Text, "。") && !strings.HasSuffix(p.Source.Text, ".") {
		return ""
	}
	return string(unicode.ToLower(r)) + typed[size:]
}

func indicDigits(r *rand.Rand, _ check.Placed, typed string) string {
	m := number(r, typed)
	if m == nil {
		return ""
	}
	n, _ := strconv.Atoi(typed[m[0]:m[1]])
	indic := strings.Map(func(d rune) rune { return d - '0' + '٠' }, strconv.Itoa(n+20))
	return typed[:m[0]] + indic + typed[m[1]:]
}

var sentenceEnd = regexp.MustCompile(`[.。] ?\p{L}`)

func sentenceDropped(_ *rand.Rand, _ check.Placed, typed string) string {
	m := sentenceEnd.FindStringIndex(typed)
	if m == nil || m[0] < len(typed)/5 || m[0] > 4*len(typed)/5 {
		return ""
	}
	_, size := utf8.DecodeRuneInString(typed[m[0]:])
	return typed[:m[0]+size]
}

func replaceWord(words map[string]string) func(*rand.Rand, check.Placed, string) string {
	return func(_ *rand.Rand, p check.Placed, typed string) string {
		for _, from := range slices.Sorted(maps.Keys(words)) {
			foreign := words[from]
			if !regexp.MustCompile(`(^|[^\p{L}-])`+from+`([^\p{L}-]|$)`).MatchString(typed) || !strings.Contains(p.Source.Text, foreign) && !strings.Contains(foreign, "UIT") {
				continue
			}
			if strings.Contains(p.Source.Text, foreign) {
				return strings.Replace(typed, from, foreign, 1)
			}
		}
		return ""
	}
}

// deprecated puts the first deprecated or superseded term for a preferred one.
func deprecated(_ *rand.Rand, p check.Placed, typed string) string {
	for _, m := range p.Terms.Matcher(p.To).Find(typed) {
		for _, t := range m.Concept.In(p.To) {
			if !t.Usable() && t.Text != m.Term.Text && !strings.Contains(typed, t.Text) && m.Concept.Preferred(p.To) == m.Term {
				return typed[:m.Start] + t.Text + typed[m.End:]
			}
		}
	}
	return ""
}

// planted counts what was damaged and what was found.
type planted struct{ found, all int }

// leastFound is the share of planted errors that must be found, in percent.
const leastFound = 95

func TestPlantedErrorsAreFound(t *testing.T) {
	counts := map[string]map[string]*planted{}
	for _, texts := range []struct {
		texts []text
		every int
	}{{goals(t), 61}, {good(t), 1}, {example(t), 3}} {
		for _, from := range six {
			for _, to := range six {
				if from != to {
					plant(t, pairsOf(t, texts.texts, from, to), texts.every, counts)
				}
			}
		}
	}
	var all planted
	for _, d := range damages {
		all.add(show(t, d.kind, counts[d.kind]))
	}
	share := 100 * float64(all.found) / float64(all.all)
	t.Logf("%d of %d planted errors are found (%.1f %%) in %d ways", all.found, all.all, share, len(damages))
	if share < leastFound || len(damages) < 25 {
		t.Errorf("%.1f %% are found", share)
	}
}

func (p *planted) add(o planted) { p.found, p.all = p.found+o.found, p.all+o.all }

func show(t *testing.T, kind string, langs map[string]*planted) planted {
	t.Helper()
	var sum planted
	var cells []string
	for _, lang := range slices.Sorted(maps.Keys(langs)) {
		sum.add(*langs[lang])
		cells = append(cells, fmt.Sprintf("%s %d/%d", lang, langs[lang].found, langs[lang].all))
	}
	if sum.all == 0 {
		t.Errorf("%s: nothing was damaged", kind)
		return sum
	}
	t.Logf("%-38s %5.1f %%  %s", kind, 100*float64(sum.found)/float64(sum.all), strings.Join(cells, "  "))
	return sum
}

// plant damages every so many pairs in every way, and counts what is found: a
// warning or an error that was not there before.
func plant(t *testing.T, pairs []check.Placed, every int, counts map[string]map[string]*planted) {
	t.Helper()
	for _, d := range damages {
		r := rand.New(rand.NewPCG(7, uint64(len(d.kind))))
		for i := r.IntN(every); i < len(pairs); i += every {
			p := pairs[i]
			typed := p.Target.String()
			spoiled := pairs[(i+1)%len(pairs)].Target.String()
			if d.spoil != nil {
				spoiled = d.spoil(r, p, typed)
			}
			if spoiled == "" || spoiled == typed {
				continue
			}
			if counts[d.kind] == nil {
				counts[d.kind] = map[string]*planted{}
			}
			n := counts[d.kind][p.To.String()]
			if n == nil {
				n = &planted{}
				counts[d.kind][p.To.String()] = n
			}
			n.all++
			if tells(p.Pair, spoiled) {
				n.found++
			} else if os.Getenv("SHOW") == d.kind {
				t.Logf("%s-%s\n  %s\n  %s", p.From, p.To, p.Source, spoiled)
			}
		}
	}
}

// tells reports whether a damaged translation has a finding, worse than a
// remark, that the good one has not.
func tells(p check.Pair, spoiled string) bool {
	before := map[string]bool{}
	for _, f := range check.Run(p) {
		if f.Severity > check.Info {
			before[f.Message.Error()] = true
		}
	}
	p.Target = document.ParseContent(spoiled)
	return slices.ContainsFunc(check.Run(p), func(f check.Finding) bool {
		return f.Severity > check.Info && !before[f.Message.Error()]
	})
}
