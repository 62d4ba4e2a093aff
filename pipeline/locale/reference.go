package locale

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// reference is a numbered act, body or part of a text.
//
// Its key is the row of acts.txt, the Sector, the number in ASCII, and the
// conference or edition: "resolution 71 rev dubai 2018", "article 5",
// "recommendation itu-t E.119 2017-04", "resolution 232 rev wrc-12",
// "document C18/35", "itu-t E.119" where no act is named.
type reference struct {
	act int // row of the data file; none where a Sector and a number stand alone
	designation
	revision
	placing
	plural bool // a range of numbers behind a plural: Articles 12-15
}

// placing is how a reference stands in its text.
type placing struct {
	alone   bool // it is the whole text
	capital bool // it is the whole text and does not begin with a small letter
	small   bool // it begins with a small letter
}

// placingOf tells how text[at:end] stands.
func placingOf(text string, at, end int) placing {
	first, _ := utf8.DecodeRuneInString(text[at:])
	p := placing{alone: whole(text, at, end), small: unicode.IsLower(first)}
	p.capital = p.alone && !p.small
	return p
}

// cased gives the name of an act the capital that its place asks for, or the
// small letter that its source has; English keeps its capitals.
func (p placing) cased(name string, to *Locale) string {
	first, size := utf8.DecodeRuneInString(name)
	second, _ := utf8.DecodeRuneInString(name[size:])
	switch {
	case p.capital:
		return capitalized(name)
	case p.small && !to.Calendar.Capitals && unicode.IsLower(second):
		return string(unicode.ToLower(first)) + name[size:]
	}
	return name
}

// none stands for the act where a Recommendation is named by its number alone.
const none = -1

func readReference(l *Locale, text string, at int) (said, int, bool) {
	if !wordStart(text, at) || !l.opens(text, at) {
		return nil, 0, false
	}
	if list, end := l.references(text, at); end > 0 {
		list.placing = placingOf(text, at, end)
		return list, end, true
	}
	r, end, certain := l.reference(text, at)
	if end < 0 {
		return nil, 0, false
	}
	r.placing = placingOf(text, at, end)
	return r, end, certain
}

func wordStart(text string, at int) bool {
	r, _ := utf8.DecodeRuneInString(text[at:])
	return wordRune(r) || r == '§' || r == '№' || r == '第'
}

func (l *Locale) reference(text string, at int) (reference, int, bool) {
	for _, f := range actForms(l)[0].at(text, at) {
		if r, end, certain := l.wordFirst(text, f); end > 0 {
			return r, end, certain
		}
	}
	return l.numberFirst(text, at)
}

// wordFirst reads "Resolution 71", "第71号决议", "ITU-R第40-4号决议".
func (l *Locale) wordFirst(text string, f phrase[actForm]) (r reference, end int, certain bool) {
	r, end, certain = l.firstNumber(text, f)
	if end > 0 {
		end = l.behindNumber(text, end, f.item.after)
	}
	if end < 0 {
		return r, -1, false
	}
	r.plural = f.item.plural && acts[r.act].numbers != "standard" && strings.Contains(r.text, "-")
	lone := f.item.plural && !r.plural && !l.Figures.Declines
	return l.revised(r, text, end, certain && !f.item.doubtful && !lone)
}

// firstNumber reads the number behind the words of a form.
func (l *Locale) firstNumber(text string, f phrase[actForm]) (r reference, end int, certain bool) {
	next := skipBlank(text, f.end)
	last, _ := utf8.DecodeLastRuneInString(f.text)
	r.act = f.item.act
	if next == f.end && !l.Unspaced && unicode.IsLetter(last) {
		return r, -1, false
	}
	r.designation, end, certain = l.designation(text, next, acts[r.act].numbers)
	return r, end, certain
}

// behindNumber gives the end of the words that follow the number of a form.
func (l *Locale) behindNumber(text string, end int, after string) int {
	if after == "" {
		if l.endsAt(text, end) {
			return end
		}
		return -1
	}
	next := end
	if r, size := utf8.DecodeRuneInString(after); r != '-' && size > 0 {
		next = skipBlank(text, end)
	}
	if end = wordsEnd(text, next, after); end < 0 || !closes(text, end, after) {
		return -1
	}
	return end
}

// numberFirst reads "ITU-T E.119 建议书", "3-я Исследовательская комиссия", and
// "ITU-T E.119" alone.
func (l *Locale) numberFirst(text string, at int) (r reference, end int, certain bool) {
	if c, _ := utf8.DecodeRuneInString(text[at:]); !unicode.IsUpper(c) && !unicode.IsDigit(c) {
		return r, -1, false
	}
	sector, next := sectorAt(text, at)
	if sector != "" && l.Unspaced {
		if r, end, certain := l.reference(text, next); end > 0 && r.sector == "" && r.act != none && acts[r.act].numbers == "revised" {
			r.sector = sector
			return r, end, certain
		}
	}
	for i, numbers := range []string{"digits", "standard", "symbol"} {
		d, end, certain := l.designation(text, at, numbers)
		if end < 0 {
			continue
		}
		for _, f := range actForms(l)[1].at(text, skipBlank(text, end)) {
			stop := l.behindNumber(text, end, f.item.after)
			if stop > 0 && acts[f.item.act].numbers == numbers && (i < 2 || d.text != "") {
				return l.revised(reference{act: f.item.act, designation: d}, text, stop, certain)
			}
		}
	}
	if sector != "" {
		if code, end := standardCode(text, next); end > 0 && l.endsAt(text, end) {
			return l.revised(reference{act: none, designation: designation{sector: sector, symbol: symbol{text: code}}}, text, end, true)
		}
	}
	return r, -1, false
}

// revised adds the bracket that may follow: "(Rev. Dubai, 2018)", "(04/2017)".
func (l *Locale) revised(r reference, text string, end int, certain bool) (reference, int, bool) {
	var stop int
	switch {
	case r.act == none || acts[r.act].numbers == "standard":
		r.revision, stop = l.edition(text, skipBlank(text, end))
	case acts[r.act].numbers == "revised":
		r.revision, stop = l.conference(text, skipBlank(text, end))
	}
	if stop > end {
		end = stop
	}
	return r, end, certain && !r.unknown && !l.listed(text, end)
}

// listed reports whether more numbers of the same kind follow, so that the word
// before them is a plural: Resolutions 30 and 71.
func (l *Locale) listed(text string, at int) bool {
	next := at
	for _, r := range window(text, at) {
		if !blank(r) && folded(r) != ',' {
			break
		}
		next += utf8.RuneLen(r)
	}
	for word := range split(l.Figures.And) {
		if end := wordsEnd(text, next, word); end > 0 && digit(text[skipBlank(text, end):]) >= 0 {
			return true
		}
	}
	return next > at+1 && digit(text[next:]) >= 0
}

func (r reference) key() string {
	var parts []string
	if r.act != none {
		parts = append(parts, acts[r.act].key)
	}
	if r.sector != "" {
		parts = append(parts, "itu-"+strings.ToLower(r.sector))
	}
	parts = append(parts, r.symbol.key())
	return strings.Join(append(parts, r.keys()...), " ")
}

// write gives the nominative. A name that is the whole text, or in a language
// that does not decline names, is certain.
func (r reference) write(to *Locale) (string, bool) {
	number, bracket, known := r.parts(to)
	if r.act == none {
		return r.sectorIn(to) + number + bracket, known
	}
	form := acts[r.act].form(to)
	if r.plural {
		form = acts[r.act].several(to, listMost)
	}
	text := r.cased(to.named(form, r.sectorIn(to), number), to)
	return text + bracket, known && !form.doubtful && (r.alone && !form.plural || !to.Figures.Declines)
}

// parts gives the number and the bracket behind it, and whether they are known.
func (r reference) parts(to *Locale) (number, bracket string, known bool) {
	number, sure := r.symbol.write(to)
	bracket, known = r.revision.write(to)
	if bracket != "" && !to.Unspaced {
		bracket = " " + bracket
	}
	return number, bracket, known && sure
}

// number gives the number with its bracket.
func (r reference) number(to *Locale) (string, bool) {
	number, bracket, known := r.parts(to)
	return number + bracket, known
}

// bracketed reports whether a conference or an edition follows the number.
func (r reference) bracketed() bool { return len(r.keys()) > 0 }

// sectorIn gives the Sector's name before a number.
func (r reference) sectorIn(to *Locale) string {
	if r.sector == "" {
		return ""
	}
	return to.sectorName(r.sector) + " "
}

// named puts the Sector and number into a form; before 第 the Sector leads.
func (l *Locale) named(form pattern, sector, number string) string {
	if l.Unspaced && form.before != "" {
		return strings.TrimSuffix(sector, " ") + form.fill(number)
	}
	return form.fill(sector + number)
}

func capitalized(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}
