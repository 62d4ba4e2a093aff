package align

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"hexaglot/glossary"
	"hexaglot/pipeline/locale"
)

// collector gathers the marks of texts in one language.
type collector struct {
	marks    *marks
	locale   *locale.Locale
	matchers []*glossary.Matcher
}

func newCollector(m *marks, lang language.Tag, base *glossary.Termbase) *collector {
	c := &collector{marks: m, locale: locale.Find(lang)}
	for _, b := range []*glossary.Termbase{base, countries()} {
		if b != nil {
			c.matchers = append(c.matchers, b.Matcher(lang))
		}
	}
	return c
}

// address matches what is never translated: addresses of mail and of the Web.
var address = regexp.MustCompile(`[\w.+-]+@[\w-]+\.[\w.-]+\w|(?:https?://|www\.)[\w./?=&%#~-]+\w`)

// valued are the kinds of values that say more than the numbers in them.
var valued = []locale.Kind{locale.KindDate, locale.KindTime, locale.KindReference, locale.KindSymbol, locale.KindMoney, locale.KindPercentage}

// collect gives the marks of a text, each once.
func (c *collector) collect(text string, ws []word) []int32 {
	var out []int32
	add := func(k kind, text string) { out = append(out, c.marks.id(k, text)) }
	for _, n := range c.locale.Numbers(text) {
		add(number, n.Value)
	}
	for _, month := range c.locale.MonthsIn(text) {
		add(number, string(rune('0'+month/10))+string(rune('0'+month%10)))
	}
	for _, v := range c.locale.Values(text) {
		switch {
		case v.Kind == locale.KindOrdinal: // also one in words: "troisième", 第三
			add(number, strings.TrimPrefix(v.Key, "#"))
		case slices.Contains(valued, v.Kind):
			add(value, string(v.Kind)+v.Key)
		}
	}
	for _, matcher := range c.matchers {
		for _, m := range matcher.Find(text) {
			add(term, m.Concept.ID)
		}
	}
	for _, m := range address.FindAllString(text, -1) {
		add(name, m)
	}
	for _, w := range ws {
		if w.script == latin && (w.upper || c.foreign()) {
			add(name, w.text)
		}
		if origin := w.origin(); origin != "" {
			add(cognate, origin)
		}
	}
	for _, sign := range signs(text) {
		add(punctuation, string(sign))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// foreign reports whether Latin letters are foreign to the language.
func (c *collector) foreign() bool {
	r, _ := utf8.DecodeRuneInString(c.locale.Endonym)
	return scriptOf(r) != latin
}

// signs gives the marks of punctuation of a text that translations keep: the
// last one, colons, semicolons, question marks, brackets and quotation marks.
func signs(text string) []rune {
	var out []rune
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(text, unicode.IsSpace))
	if r, ok := western[last]; ok {
		last = r
	}
	if strings.ContainsRune(".:;,?!", last) {
		out = append(out, last+'\u0100')
	}
	for _, r := range text {
		if w, ok := western[r]; ok {
			r = w
		}
		if strings.ContainsRune(`:;?!("/%`, r) {
			out = append(out, r)
		}
	}
	return out
}

// western gives the Latin script's form of a mark of punctuation.
var western = map[rune]rune{
	'。': '.', '：': ':', '；': ';', '，': ',', '？': '?', '！': '!', '（': '(', '؛': ';', '،': ',', '؟': '?', '٪': '%', '％': '%',
	'«': '"', '“': '"', '”': '"', '»': '"', '„': '"', '《': '"', '「': '"',
}

// lengthOf counts the characters of a text, white space aside.
func lengthOf(text string) float64 {
	n := 0
	for _, r := range text {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return float64(n)
}
