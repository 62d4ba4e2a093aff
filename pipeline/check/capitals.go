package check

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Capitals reports a translation that begins with a small letter where its
// source begins with a capital, one that begins with a capital small word where
// the source does not, and months with a capital where the language writes none
// (French, Spanish, Russian).
var Capitals = Check{
	Name: "capitals", Doc: "capitals that differ from the source's or break the language's rules", IssueType: "typographical", Severity: Warning, Run: capitals,
}

func capitals(p Pair) []Finding {
	var out []Finding
	src, trg := firstWord(p.Source.Text), firstWord(p.Target.Text)
	place := Span{trg.start, trg.start + len(trg.text)}
	switch {
	case trg.text == "" || src.text == "" || trg.unsaid:
	case trg.small() && (src.capital() && !src.acronym() || !src.cased() && endOf(p.Source.Text).mark == stop):
		out = append(out, found("capitals", Warning, "check-capital-missing", "{Word} begins the text: write a capital", "Word", trg.text).at(Span{}, place))
	case src.small() && trg.capital() && !src.unsaid && p.ordinaryWord(trg.text):
		out = append(out, found("capitals", Warning, "check-capital-extra", "{Word} has a capital, but the source begins with a small letter", "Word", trg.text).at(Span{}, place))
	}
	return append(out, p.monthCapital()...)
}

// opening is the word that a text begins with.
type opening struct {
	text   string
	start  int
	unsaid bool // it is an address, a symbol or the name of an item
}

// firstWord gives the first word, behind opening marks.
func firstWord(text string) opening {
	start := strings.IndexFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
	if start < 0 {
		return opening{}
	}
	rest := text[start:]
	stop := strings.IndexFunc(rest, unicode.IsSpace)
	if stop < 0 {
		stop = len(rest)
	}
	token := rest[:stop]
	word := token
	if i := strings.IndexFunc(token, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }); i >= 0 {
		word = token[:i]
	}
	r, _ := utf8.DecodeRuneInString(token)
	item := strings.Contains(token[:min(len(token), 5)], ")") || strings.HasSuffix(token, ".") && utf8.RuneCountInString(token) <= 3
	code := strings.ContainsAny(token, "@/_0123456789") || strings.Contains(token[:max(len(token)-1, 0)], ".") || strings.ContainsAny(text[:start], "-–—•…#@/.")
	return opening{word, start, unicode.IsDigit(r) || item || code || mixedCase(word)}
}

// mixedCase reports whether a word has a capital behind a small letter, as
// names of products have: eHealth.
func mixedCase(word string) bool {
	first, size := utf8.DecodeRuneInString(word)
	return unicode.IsLower(first) && strings.ContainsFunc(word[size:], unicode.IsUpper)
}

func (o opening) first() rune {
	r, _ := utf8.DecodeRuneInString(o.text)
	return r
}

func (o opening) small() bool   { return unicode.IsLower(o.first()) }
func (o opening) capital() bool { return unicode.IsUpper(o.first()) }
func (o opening) cased() bool   { return o.small() || o.capital() }

// acronym reports whether every letter of the word is a capital.
func (o opening) acronym() bool {
	return utf8.RuneCountInString(o.text) > 1 && strings.ToUpper(o.text) == o.text
}

// ordinaryWord reports whether a word is one of the small words of the target
// language, which need a capital only where a sentence begins.
func (p Pair) ordinaryWord(word string) bool {
	base, _ := p.To.Base()
	return small[base.String()][strings.ToLower(word)] && utf8.RuneCountInString(word) > 1
}

// capitalMonths match a month with a capital behind a day, in the languages that
// write it small: UN Editorial Manual (fr, es), Rosenthal, section 17 (ru).
var capitalMonths = map[string]*regexp.Regexp{
	"fr": regexp.MustCompile(`\b(?:[0-9]{1,2}|1er)[ \x{a0}](Janvier|Février|Mars|Avril|Mai|Juin|Juillet|Août|Septembre|Octobre|Novembre|Décembre)\b`),
	"es": regexp.MustCompile(`\b[0-9]{1,2}[ \x{a0}]de[ \x{a0}](Enero|Febrero|Marzo|Abril|Mayo|Junio|Julio|Agosto|Septiembre|Setiembre|Octubre|Noviembre|Diciembre)\b`),
	"ru": regexp.MustCompile(`[0-9]{1,2}[ \x{a0}](Января|Февраля|Марта|Апреля|Мая|Июня|Июля|Августа|Сентября|Октября|Ноября|Декабря)`),
}

func (p Pair) monthCapital() []Finding {
	base, _ := p.To.Base()
	pattern := capitalMonths[base.String()]
	if pattern == nil || !strings.ContainsAny(p.Target.Text, "0123456789") {
		return nil
	}
	m := pattern.FindStringSubmatchIndex(p.Target.Text)
	if m == nil {
		return nil
	}
	return []Finding{found("capitals", Warning, "check-capital-month", "the language writes {Word} with a small letter", "Word", p.Target.Text[m[2]:m[3]]).at(Span{}, Span{m[2], m[3]})}
}
