package check

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"hexaglot/glossary"
)

// Length reports a translation that is much shorter or longer than its source,
// measured by what the two languages take for the same text (length.txt). Short
// texts vary too much, and the formulae of letters have no common measure.
var Length = Check{
	Name: "length", Doc: "translations much shorter or longer than their source", IssueType: "length", Severity: Warning, Run: length,
}

//go:embed length.txt
var lengths string

// weights gives, by language, what a letter of its script weighs.
var weights = sync.OnceValue(func() map[string]float64 {
	out := map[string]float64{}
	for line := range strings.SplitSeq(lengths, "\n") {
		lang, n, ok := strings.Cut(line, " | ")
		if v, err := strconv.ParseFloat(n, 64); ok && err == nil {
			out[lang] = v
		}
	}
	return out
})

// tolerance is how far, as a natural logarithm, a ratio may be from the usual
// one, for sources of a length in characters of English.
type tolerance struct {
	from            float64
	shorter, longer float64
}

var tolerances = []tolerance{{100, 0.55, 0.85}, {60, 0.70, 0.95}}

func length(p Pair) []Finding {
	ratio, size := p.ratio()
	if ratio == 0 || letterFormula(p.Source.Text) {
		return nil
	}
	for _, t := range tolerances {
		if size < t.from {
			continue
		}
		percent := int(math.Round(100 * math.Exp(ratio)))
		switch {
		case ratio < -t.shorter:
			return []Finding{found("length", Warning, "check-length-short", "the translation has only {Percent} % of the length that is usual", "Percent", percent)}
		case ratio > t.longer:
			return []Finding{found("length", Warning, "check-length-long", "the translation has {Percent} % of the length that is usual", "Percent", percent)}
		}
		return nil
	}
	return nil
}

// ratio gives the logarithm of the target's length over its source's, and the
// length of the source, both in letters of English; 0, 0 where nothing is known.
func (p Pair) ratio() (ratio, size float64) {
	src, trg := weigh(p.Source.Text, p.From), weigh(p.Target.Text, p.To)
	if p.Terms != nil {
		src += unabridged(p.sourceTerms(), p.From)
		trg += unabridged(p.targetTerms(), p.To)
	}
	if src == 0 || trg == 0 {
		return 0, 0
	}
	return math.Log(trg / src), src
}

// unabridged gives what the full forms of abbreviations weigh beyond them: one
// language may abridge what another says in full.
func unabridged(matches []glossary.Match, lang language.Tag) float64 {
	more := 0.0
	for i, m := range matches {
		introduced := i > 0 && matches[i-1].Concept == m.Concept
		if full := m.Concept.Preferred(lang); m.Term.Type == glossary.Abbreviation && full != nil && !introduced {
			more += max(0, weigh(full.Text, lang)-weigh(m.Term.Text, lang))
		}
	}
	return more
}

// weigh gives the length of a text in letters of English, without white space
// and the marks that Arabic may have.
func weigh(text string, lang language.Tag) float64 {
	base, _ := lang.Base()
	weight, script := weights()[base.String()], scriptOf(lang)
	var own, other int
	for _, r := range text {
		switch {
		case r < utf8.RuneSelf && script != unicode.Latin:
			if r > ' ' {
				other++
			}
		case r == tatweel || unicode.IsSpace(r) || unicode.IsMark(r):
		case script == unicode.Latin || unicode.Is(script, r):
			own++
		default:
			other++
		}
	}
	return weight*float64(own) + float64(other)
}

// formulae are stems of the words that close letters in the six languages.
var formulae = []string{
	"agréer", "salutations", "considération", "saluda", "atentamente", "consideración", "уважени", "почтени",
	"faithfully", "sincerely", "assurance", "顺致", "此致", "敬意", "敬礼", "وتفضل", "الاحترام", "التقدير",
}

// letterFormula reports whether a text closes a letter: one of few words.
func letterFormula(text string) bool {
	if utf8.RuneCountInString(text) > 2*briefly {
		return false
	}
	lower := strings.ToLower(text)
	for _, stem := range formulae {
		if strings.Contains(lower, stem) {
			return true
		}
	}
	return false
}
