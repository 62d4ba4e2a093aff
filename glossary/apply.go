package glossary

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// Replacement is a stretch of a translation, in bytes, and the words of the
// glossary to put in its place.
type Replacement struct {
	Start, End int
	Text       string
	Concept    *Concept
	Term       *Term // what stands there: forbidden, or of the source language
}

// Replacements gives what the glossary would write differently in trg, a
// translation of src, in order and without overlap:
//
//   - an abbreviation of the source language, for a concept that src names (PMA
//     left in an English text);
//   - an abbreviation that is deprecated or superseded;
//   - a term written out that is deprecated or superseded, where the other one
//     fits without inflection: in Chinese; in English, if both have one number;
//     in French and Spanish, if they have one gender as well.
//
// In brackets an abbreviation takes its place; elsewhere the abbreviation, or
// in Arabic and Chinese the full term. English adapts the plural s and the
// article: "a PMA" to "an LDC". What stands in quotation marks is a title, and
// stays; so do addresses and symbols of documents, and what has two readings.
func (b *Termbase) Replacements(src, trg string, from, to language.Tag) []Replacement {
	r := replacer{
		trg: trg, from: from, to: to,
		named: concepts(b.Matcher(from).Find(src)), own: b.Matcher(to).Find(trg),
	}
	for _, m := range r.own {
		r.forbidden(m)
	}
	for _, m := range b.Matcher(from).Find(trg) {
		r.foreign(m)
	}
	slices.SortStableFunc(r.out, func(a, b Replacement) int { return cmp.Compare(a.Start, b.Start) })
	end := 0
	return slices.DeleteFunc(r.out, func(x Replacement) bool {
		overlaps := x.Start < end
		end = max(end, x.End)
		return overlaps
	})
}

// replacer is the work on one translation.
type replacer struct {
	trg      string
	from, to language.Tag
	named    map[string]bool // the concepts of the source
	own      []Match         // the terms of the target language in trg
	out      []Replacement
}

// concepts gives the ids of what the matches can mean.
func concepts(matches []Match) map[string]bool {
	out := map[string]bool{}
	for _, m := range matches {
		for _, c := range m.Concepts() {
			out[c.ID] = true
		}
	}
	return out
}

func (r *replacer) forbidden(m Match) {
	if m.Term.Usable() || len(m.Others) > 0 || Quoted(r.trg, m.Start, m.End) {
		return
	}
	if m.Term.Type == Abbreviation {
		r.abbreviation(m, m.Singular(r.trg, r.to))
		return
	}
	wanted := m.Concept.Preferred(r.to)
	if wanted == nil || wanted.Type == Abbreviation || !fits(m.Term, wanted, r.to) || !strings.EqualFold(r.trg[m.Start:m.End], m.Term.Text) {
		return
	}
	r.add(m, m.Start, capitalLike(wanted.Text, r.trg[m.Start:m.End]))
}

// fits reports whether one term can stand for the other as it is.
func fits(old, wanted *Term, lang language.Tag) bool {
	switch base(lang) {
	case language.Chinese:
		return true
	case language.English:
		return strings.HasSuffix(old.Text, "s") == strings.HasSuffix(wanted.Text, "s")
	case language.French, language.Spanish:
		return old.Gender != "" && old.Gender == wanted.Gender && old.Number == wanted.Number
	}
	return false
}

func (r *replacer) foreign(m Match) {
	text := r.trg[m.Start:m.End]
	if m.Term.Type != Abbreviation || len(m.Others) > 0 || !r.named[m.Concept.ID] || Quoted(r.trg, m.Start, m.End) {
		return
	}
	for _, o := range r.own {
		if o.Start < m.End && m.Start < o.End {
			return
		}
	}
	for _, t := range m.Concept.In(r.to) {
		if t.Text == text {
			return
		}
	}
	r.abbreviation(m, r.one(m))
}

// one reports whether a foreign abbreviation in the translation speaks of one
// thing.
func (r *replacer) one(m Match) bool {
	asOwn := Match{Concept: m.Concept, Term: &Term{}, Start: m.Start, End: m.End}
	return asOwn.Singular(r.trg, r.to)
}

// abbreviation puts what the target language writes in the place of an
// abbreviation. A particle that is tied to it keeps it from being replaced.
func (r *replacer) abbreviation(m Match, singular bool) {
	text, wanted := r.trg[m.Start:m.End], m.Concept.Abbreviation(r.to)
	if RepeatsTerms(r.to) && !m.InBrackets(r.trg) || wanted == nil && RepeatsTerms(r.to) {
		wanted = m.Concept.Preferred(r.to)
	}
	if wanted == nil || tied(r.trg[:m.Start], text) {
		return
	}
	written := wanted.number(r.to, singular)
	start := m.Start
	if base(r.to) == language.English && singular {
		start, written = withArticle(r.trg, m.Start, written)
	}
	r.add(m, start, written)
}

// tied reports whether Arabic letters stand directly before an abbreviation, or
// at its beginning.
func tied(before, text string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before, " \u00a0"))
	if last == 'ـ' {
		return true
	}
	first, _ := utf8.DecodeRuneInString(text)
	last, _ = utf8.DecodeLastRuneInString(before)
	return unicode.Is(unicode.Arabic, last) && unicode.IsLetter(last) || unicode.Is(unicode.Arabic, first)
}

func (r *replacer) add(m Match, start int, text string) {
	if r.trg[start:m.End] != text {
		r.out = append(r.out, Replacement{Start: start, End: m.End, Text: text, Concept: m.Concept, Term: m.Term})
	}
}

// spelled are the capitals whose English names begin with a vowel.
const spelled = "AEFHILMNORSX"

// withArticle takes an indefinite article before start into the replacement and
// gives it the form that fits.
func withArticle(text string, start int, abbr string) (from int, written string) {
	before := strings.TrimRight(text[:start], " \u00a0")
	word := before[strings.LastIndexFunc(before, func(r rune) bool { return !unicode.IsLetter(r) })+1:]
	if before == text[:start] || !strings.EqualFold(word, "a") && !strings.EqualFold(word, "an") {
		return start, abbr
	}
	article := word[:1]
	if strings.ContainsRune(spelled, rune(abbr[0])) {
		article += "n"
	}
	return len(before) - len(word), article + text[len(before):start] + abbr
}

// capitalLike gives text a capital where model begins with one.
func capitalLike(text, model string) string {
	first, _ := utf8.DecodeRuneInString(model)
	r, size := utf8.DecodeRuneInString(text)
	if !unicode.IsUpper(first) {
		return text
	}
	return string(unicode.ToUpper(r)) + text[size:]
}

// Quoted reports whether text[start:end] stands in quotation marks, as the
// title of something does.
func Quoted(text string, start, end int) bool {
	before, after := text[:start], text[end:]
	for _, marks := range []string{"«»", "“”", "《》", "„“", "‹›"} {
		pair := []rune(marks)
		open, closing := string(pair[0]), string(pair[1])
		if strings.LastIndex(before, open) > strings.LastIndex(before, closing) && strings.Contains(after, closing) {
			return true
		}
	}
	return strings.Count(before, `"`)%2 == 1 && strings.Contains(after, `"`)
}
