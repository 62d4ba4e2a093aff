package locale

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// revision is the conference that adopted or revised an act, or the edition of
// a Recommendation.
type revision struct {
	revised    bool
	place      int    // row of places.txt, from 1; 0 for none
	unknown    bool   // the place is not in the table
	name       string // of an unknown place, as written
	conference int    // row of conferences.txt, from 1
	year       string // "2018", or "19" with a conference
	month      string // "04"
}

func (v revision) keys() []string {
	var out []string
	if v.revised {
		out = append(out, "rev")
	}
	switch {
	case v.month != "":
		return append(out, v.year+"-"+v.month)
	case v.conference > 0:
		return append(out, strings.ToLower(first(conferences[v.conference-1][0]))+"-"+v.year)
	case v.place > 0:
		out = append(out, strings.ToLower(first(places[v.place-1][0])))
	case v.unknown:
		out = append(out, strings.ToLower(v.name))
	}
	if v.year != "" {
		out = append(out, v.year)
	}
	return out
}

var (
	places      = table(placeData)
	conferences = table(conferenceData)
)

// names indexes a table of names by those of one language.
func names(rows [][]string) func(l *Locale) *words[int] {
	return perLocale(func(l *Locale) *words[int] {
		out := newWords[int]()
		for i, row := range rows {
			for name := range split(row[l.column()]) {
				out.add(name, i+1)
			}
		}
		return out
	})
}

var (
	placeNames      = names(places)
	conferenceNames = names(conferences)
)

// exactly gives the row whose name is the whole of text.
func exactly(w *words[int], text string) int {
	if text == "" {
		return 0
	}
	for _, p := range w.at(text, 0) {
		if p.end == len(text) {
			return p.item
		}
	}
	return 0
}

// bracketed gives what stands in the brackets at text[at:], of any width, and
// where they end; end is 0 where there are none within reach.
func bracketed(text string, at int) (inside string, end int) {
	open, size := utf8.DecodeRuneInString(text[at:])
	if folded(open) != '(' {
		return "", 0
	}
	for i, r := range window(text[at+size:], 0) {
		if folded(r) == ')' {
			return text[at+size : at+size+i], at + size + i + utf8.RuneLen(r)
		}
	}
	return "", 0
}

// edition reads "(04/2017)" and the Arabic "(2017/04)".
func (l *Locale) edition(text string, at int) (v revision, end int) {
	inside, end := bracketed(text, at)
	a, b, ok := strings.Cut(inside, "/")
	a, b = digitsOf(a), digitsOf(b)
	if len(a) == 4 && len(b) == 2 {
		a, b = b, a
	}
	if !ok || len(a) != 2 || len(b) != 4 || a < "01" || a > "12" {
		return v, 0
	}
	return revision{month: a, year: b}, end
}

// digitsOf gives s in ASCII where it is digits alone.
func digitsOf(s string) string {
	digits, end := digitRun(s, 0)
	if end != len(s) {
		return ""
	}
	return digits
}

// conference reads "(Rev. Dubai, 2018)", "（2018年，迪拜，修订版）", "(Rev.WRC-19)".
func (l *Locale) conference(text string, at int) (v revision, end int) {
	inside, end := bracketed(text, at)
	if end == 0 {
		return v, 0
	}
	for part := range strings.FieldsFuncSeq(inside, func(r rune) bool { return folded(r) == ',' }) {
		part = strings.TrimFunc(part, blank)
		if year := l.year(part); year != "" {
			v.year = year
			continue
		}
		v.revised, part = l.revisedWord(part, v.revised)
		if part != "" && !l.place(&v, part) {
			return revision{}, 0
		}
	}
	if v.year == "" || v.place == 0 && v.conference == 0 && !v.unknown {
		return revision{}, 0
	}
	return v, end
}

// year reads "2018", "2018 г.", "2018年".
func (l *Locale) year(part string) string {
	digits, end := digitRun(part, 0)
	if len(digits) != 4 {
		return ""
	}
	switch strings.TrimFunc(part[end:], blank) {
	case "", "г.", "года", "年":
		return digits
	}
	return ""
}

// revisedWord takes the word for "revised" off what begins or ends with it.
func (l *Locale) revisedWord(part string, already bool) (bool, string) {
	for word := range split(l.Figures.Revision.Words) {
		if end := wordsEnd(part, 0, word); end > 0 {
			return true, strings.TrimFunc(part[end:], blank)
		}
		if rest, ok := strings.CutSuffix(part, word); ok && l.Unspaced {
			return true, rest
		}
	}
	return already, part
}

// place notes the place or conference that part names; an unknown name is kept
// where it begins with a capital, or where the language has none.
func (l *Locale) place(v *revision, part string) bool {
	if v.place > 0 || v.conference > 0 || v.unknown {
		return false
	}
	if v.place = exactly(placeNames(l), part); v.place > 0 {
		return true
	}
	if i := strings.LastIndexAny(part, "-\u2011"); i > 0 {
		year := digitsOf(strings.TrimLeft(part[i:], "-\u2011"))
		v.conference = exactly(conferenceNames(l), strings.TrimRight(part[:i], "\u2011"))
		if len(year) == 2 && v.conference > 0 {
			v.year = year
			return true
		}
	}
	v.conference, v.unknown, v.name = 0, true, part
	return capitalName(part)
}

func capitalName(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return wordRune(r) && !unicode.IsLower(r) && len(s) < numeralBytes/2
}

// write gives the bracket, and whether its place is known; "" for none.
func (v revision) write(to *Locale) (string, bool) {
	r := to.Figures.Revision
	name, form := v.name, r.Adopted
	switch {
	case v.month != "":
		return placed(r.Edition, "{month}", v.month, "{year}", v.year), true
	case v.conference > 0:
		name, form = first(conferences[v.conference-1][to.column()])+"-"+v.year, r.AdoptedThere
		if v.revised {
			form = r.RevisedThere
		}
		return placed(form, "{conference}", name), true
	case v.year == "":
		return "", true
	case v.place > 0:
		name = first(places[v.place-1][to.column()])
	}
	if v.revised {
		form = r.Revised
	}
	return placed(form, "{place}", name, "{year}", v.year), !v.unknown
}

func placed(form string, pairs ...string) string { return strings.NewReplacer(pairs...).Replace(form) }
