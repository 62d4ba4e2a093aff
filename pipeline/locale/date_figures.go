package locale

import (
	"slices"
	"unicode/utf8"
)

// figures reads a date in figures: 2021-09-06 (ISO 8601-1, 5.2.2), 06/09/2021,
// 7.4.2017 and, for a month, (04/2017).
func (s *scan) figures() (part, bool) {
	t := *s
	if _, ok := t.digits(1, 4); !ok || t.separator() == 0 {
		return part{}, false
	}
	for _, read := range []func(*scan) (part, bool){(*scan).yearFirst, (*scan).yearLast, (*scan).monthAndYear} {
		t := *s
		if p, ok := read(&t); ok && (!t.runsOn() || p.style == iso && t.peek() == '/') {
			*s = t
			return p, true
		}
	}
	return part{}, false
}

// yearFirst reads 2021-09-06 and 2021/9/6.
func (s *scan) yearFirst() (part, bool) {
	year, ok := s.digits(4, 4)
	mark := s.separator()
	start := s.at
	month, monthOK := s.digits(1, 2)
	again := s.separator()
	n, dayOK := s.digits(1, 2)
	if !ok || !monthOK || !dayOK || mark != again || mark == 0 || mark == '.' && !s.l.Unspaced {
		return part{}, false
	}
	p := part{day: day{year: year, month: month, day: n}, style: numeric, mark: mark}
	if mark == '-' && s.at-start == len("09-06") {
		p.style = iso
	}
	p.slim = s.at-start < len("09-06")
	return p, p.full()
}

// yearLast reads 06/09/2021. The day stands first; where the language's texts
// also have it second, a date that can be read both ways is not certain, nor is
// a year of two digits.
func (s *scan) yearLast() (part, bool) {
	start := s.at
	n, ok := s.digits(1, 2)
	mark := s.separator()
	month, monthOK := s.digits(1, 2)
	again := s.separator()
	slim := s.at-start < len("06/09/")
	if !ok || !monthOK || mark != again || mark == 0 {
		return part{}, false
	}
	year, ok := s.digits(4, 4)
	p := part{style: numeric, mark: mark, slim: slim}
	if !ok {
		year, ok = s.digits(2, 2)
		year += 2000
		p.unsure = true
		ok = ok && mark == '/' && !slim
	}
	p.day = day{year: year, month: month, day: n}
	swapped := day{year: year, month: n, day: month}
	if s.l.Calendar.Forms.MonthFirst || s.l.Unspaced {
		p.unsure = p.unsure || p.exists() && swapped.exists() && n != month
		if !p.exists() {
			p.day = swapped
		}
	}
	s.yearMark()
	return p, ok && p.full()
}

// monthAndYear reads the 04/2017 of an edition, and 2017/04 where the larger
// unit stands first. Outside brackets it may be a number.
func (s *scan) monthAndYear() (part, bool) {
	begin := *s
	month, ok := s.digits(2, 2)
	slash := s.separator()
	year, yearOK := s.digits(4, 4)
	if !ok || !yearOK || slash != '/' {
		*s = begin
		year, ok = s.digits(4, 4)
		slash = s.separator()
		month, yearOK = s.digits(2, 2)
	}
	p := part{day: day{year: year, month: month}, style: numeric, mark: slash, unsure: !begin.aside(s.at)}
	return p, ok && yearOK && slash == '/' && p.exists() && year >= 1800
}

// romanDay reads 30.VI.2020.
func (s *scan) romanDay() (part, bool) {
	t := *s
	n, ok := t.digits(1, 2)
	if !ok || t.separator() == 0 && !t.blank() {
		return part{}, false
	}
	month := t.romanMonth()
	if month == 0 || t.separator() == 0 && !t.blank() {
		return part{}, false
	}
	year, ok := t.digits(4, 4)
	if !ok {
		return part{}, false
	}
	t.yearMark()
	p := part{day: day{year: year, month: month, day: n}, style: roman}
	*s = t
	return p, p.full() && !t.runsOn()
}

// romanMonth reads a Roman numeral from I to XII, 0 for none.
func (s *scan) romanMonth() int {
	end := s.at
	for end < len(s.text) && end-s.at < 5 && (s.text[end] == 'I' || s.text[end] == 'V' || s.text[end] == 'X') {
		end++
	}
	n := slices.Index(romanMonths, s.text[s.at:end]) + 1
	if n > 0 {
		s.at = end
	}
	return n
}

// romanMonths are the numerals from I to XII.
var romanMonths = func() (out []string) {
	for n := 1; n <= 12; n++ {
		out = append(out, romanNumeral(n))
	}
	return out
}()

// separator steps over the separator of figures and gives its plain form.
func (s *scan) separator() rune {
	switch r := s.peek(); r {
	case '/', '／':
		s.skip()
		return '/'
	case '-', '\u2011', '－':
		s.skip()
		return '-'
	case '.', '．':
		s.skip()
		return '.'
	}
	return 0
}

// runsOn reports whether figures go on behind the place: a number, an address.
func (s *scan) runsOn() bool {
	t := *s
	r := t.peek()
	if digit(t.text[t.at:]) >= 0 || r == '_' || r == '@' {
		return true
	}
	if !t.accept("./:\\") {
		return !s.ends() || r == utf8.RuneError && t.at < len(t.text)
	}
	return digit(t.text[t.at:]) >= 0
}
