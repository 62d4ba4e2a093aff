package locale

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// part is what is said of a day in one place: the first of "6–15 June" says
// only a number.
type part struct {
	day
	style   style
	mark    rune // the separator of figures
	slim    bool
	unsure  bool
	between bool // after a word that makes it the end of a span
	leading bool // the month stands before the day: a bare day may follow
}

// readDates reads a date, a range of dates or an enumeration of days.
func readDates(l *Locale, text string, at int) (said, int, bool) {
	s := l.scanAt(text, at)
	if !s.mayDate() || !s.begins() {
		return nil, 0, false
	}
	t := s
	opened := t.open()
	first, ok := t.part()
	if !ok {
		return nil, 0, false
	}
	first.between = s.after(s.lists.between)
	for _, read := range []func(*scan, part, bool) (dates, bool, bool){(*scan).dateRange, (*scan).enumeration, (*scan).date} {
		u := t
		if d, certain, ok := read(&u, first, opened); ok && u.ends() {
			d.aside, d.alone, d.capital = s.aside(u.at), s.alone(u.at), s.capital()
			if s.numbered(d) {
				return nil, 0, false
			}
			return d, u.at, certain && !s.proper(d)
		}
	}
	return nil, 0, false
}

// mayDate reports at little cost whether a date may begin here.
func (s *scan) mayDate() bool {
	if digit(s.text[s.at:]) >= 0 {
		return true
	}
	r := s.peek()
	if s.l.Unspaced && r >= 0x2e80 {
		return hanValue(r) >= 0 || s.opensHan()
	}
	t := *s
	var buf [longestWord]byte
	word, ok := t.word(&buf)
	if !ok {
		return false
	}
	_, named := s.names[string(word)]
	return named || s.opens[string(word)] || s.pairs[string(word)]
}

// aside reports whether what ends at end stands in brackets of its own.
func (s *scan) aside(end int) bool {
	t := scan{text: s.text, at: end}
	next := t.peek()
	for _, open := range []string{"(", "（"} {
		if before := s.at - len(open); before >= 0 && s.text[before:s.at] == open {
			return next == ')' || next == '）'
		}
	}
	return false
}

// alone reports whether nothing but a full stop stands around.
func (s *scan) alone(end int) bool {
	return s.at == 0 && (end == len(s.text) || s.text[end:] == ".")
}

// capital reports whether a capital stands here that the language asks for at
// the beginning of a sentence only.
func (s *scan) capital() bool {
	return unicode.IsUpper(s.peek()) && !s.l.Calendar.Capitals
}

// proper reports whether a month begins with a capital inside a sentence, as a
// name does that is not the month's: the planet Mars.
func (s *scan) proper(d dates) bool {
	return d.capital && d.days[0].day == 0 && s.at > 1 && letter(s.text[s.at-2:]) && s.text[s.at-1] == ' '
}

// date gives one date: a day with its month, or a month with its year.
func (s *scan) date(p part, opened bool) (d dates, certain, ok bool) {
	if opened || p.style == iso && s.runsOn() || p.month == 0 || p.day.day == 0 && p.year == 0 || !p.exists() {
		return dates{}, false, false
	}
	d = dates{days: []day{p.day}, style: p.style, mark: p.mark, slim: p.slim}
	return d, !p.unsure && p.fits() && (!p.leading || p.year > 0 || s.l.Unspaced), true
}

// numbered reports whether a number stands before a month, which is not the
// month's then alone: the 31 of "31 June 2021", which does not exist.
func (s *scan) numbered(d dates) bool {
	if d.days[0].day > 0 || !letter(s.text[s.at:]) {
		return false
	}
	behind := s.behind()
	for _, word := range s.lists.ofMonth {
		if rest, ok := strings.CutSuffix(behind, " "+word); ok {
			behind = strings.TrimRight(rest, " ")
			break
		}
	}
	last, _ := utf8.DecodeLastRuneInString(behind)
	return unicode.IsDigit(last)
}

// part reads what one place says of a day.
func (s *scan) part() (part, bool) {
	t := *s
	weekday, _ := t.weekday()
	for _, read := range s.parts() {
		u := t
		if p, ok := read(&u); ok && (weekday == 0 || p.day.day > 0) {
			p.weekday = max(p.weekday, weekday)
			*s = u
			return p, true
		}
	}
	return part{}, false
}

// parts lists the ways to say a day: in figures, and in words or characters.
func (s *scan) parts() []func(*scan) (part, bool) {
	if s.l.Unspaced {
		return []func(*scan) (part, bool){(*scan).figures, (*scan).romanDay, (*scan).hanDay}
	}
	return []func(*scan) (part, bool){(*scan).figures, (*scan).romanDay, (*scan).dayFirst, (*scan).monthFirst}
}

// dayFirst reads "6 September 2021", "1er mars" and the "6" of "6 to 15 June".
func (s *scan) dayFirst() (part, bool) {
	t := *s
	n, ok := t.dayNumber()
	if !ok {
		return part{}, false
	}
	p := part{day: day{day: n}}
	u := t
	tie := u.accept("-\u2011")
	if !tie && !u.blank() {
		*s = t
		return p, true
	}
	if u.oneOf(u.lists.ofMonth) {
		u.blank()
	}
	month, ok := u.month()
	if !ok {
		*s = t
		return p, true
	}
	p.month = month.month
	p.style = month.style()
	if tie {
		u.accept("-\u2011")
	}
	year, ok := u.year()
	if !ok && month.unpointed {
		*s = t
		return part{day: day{day: n}}, true
	}
	p.year = year
	*s = u
	return p, true
}

// dayNumber reads the number of a day with its ending.
func (s *scan) dayNumber() (int, bool) {
	t := *s
	n, ok := t.digits(1, 2)
	if !ok || n < 1 || n > 31 {
		return 0, false
	}
	t.oneOf(t.lists.ordinal)
	if !t.ends() {
		return 0, false
	}
	*s = t
	return n, true
}

// monthFirst reads "September 6, 2021" where the language writes so, and a
// month, with its year or without.
func (s *scan) monthFirst() (part, bool) {
	if !unicode.IsLetter(s.peek()) {
		return part{}, false
	}
	t := *s
	month, ok := t.month()
	if !ok {
		return part{}, false
	}
	p := part{day: day{month: month.month}, style: month.style()}
	if u := t; s.l.Calendar.Forms.MonthFirst && u.blank() {
		if n, ok := u.dayNumber(); ok && !u.goesOn() {
			p.day.day, p.leading = n, true
			p.year, _ = u.year()
			*s = u
			return p, true
		}
	}
	p.year, ok = t.year()
	if !ok && month.unpointed {
		return part{}, false
	}
	*s = t
	return p, true
}

// goesOn reports whether the number behind the place goes on: 12.5, 12:30.
func (s *scan) goesOn() bool {
	t := *s
	return t.accept(".:,/-–") && digit(t.text[t.at:]) >= 0 && s.peek() != '–' && s.peek() != '-'
}

// monthName is a month as it is named.
type monthName struct {
	name
	unpointed bool // abbreviated without its point
}

func (m monthName) style() style {
	if m.short {
		return short
	}
	return long
}

// month reads the name of a month, also the double one of "أيلول/سبتمبر".
func (s *scan) month() (monthName, bool) {
	if s.l.Calendar.Capitals && !unicode.IsUpper(s.peek()) {
		return monthName{}, false
	}
	t := *s
	n, ok := t.monthWord()
	if !ok {
		return monthName{}, false
	}
	m := monthName{name: n}
	if n.short {
		m.unpointed = !t.accept(".")
	}
	if u := t; u.accept("/") || u.slash() {
		u.blank()
		if other, ok := u.monthWord(); ok && other.month == n.month {
			t = u
		}
	}
	*s = t
	return m, true
}

func (s *scan) slash() bool { return s.blank() && s.accept("/") }

// monthWord reads one name of a month, of one word or two.
func (s *scan) monthWord() (name, bool) {
	t := *s
	var buf, other [longestWord]byte
	word, ok := t.word(&buf)
	if !ok {
		return name{}, false
	}
	n := s.names[string(word)]
	if s.pairs[string(word)] {
		t.blank()
		second, _ := t.word(&other)
		n = s.names[string(word)+" "+string(second)]
	}
	if n.month == 0 {
		return name{}, false
	}
	*s = t
	return n, true
}

// year reads the year behind a month, with the words before and after it.
func (s *scan) year() (int, bool) {
	t := *s
	if s.l.Calendar.Forms.MonthFirst {
		t.accept(",")
	}
	t.blank()
	if t.oneOf(t.lists.ofYear) {
		t.blank()
	}
	n, ok := t.digits(4, 4)
	if !ok || n < 1000 || n > 2999 || t.hourly() {
		return 0, false
	}
	t.yearMark()
	if !t.ends() {
		return 0, false
	}
	*s = t
	return n, true
}

// hourly reports whether the four digits before the place are a time.
func (s *scan) hourly() bool {
	t := *s
	t.blank()
	return t.oneOf(t.lists.hours)
}

// yearMark steps over what stands behind a year: "года", "г.".
func (s *scan) yearMark() {
	t := *s
	t.blank()
	if t.oneOf(t.lists.yearMark) && t.ends() {
		*s = t
	}
}
