package locale

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// form is how a time is told.
type form int

const (
	bare     form = iota // 8, of a range whose other end says more
	four                 // 0830
	dotted               // 8.30
	colon                // 08:30
	hourOnly             // 8 h
	full                 // 8 h 30, 08 час. 30 мин.
)

// told is a time as one place tells it.
type told struct {
	moment
	form    form
	period  period
	spoken  bool   // with a word of the language
	worded  bool   // the word of the hours may also measure a duration: 8 heures
	certain bool   // what stands around tells that it is no duration
	zone    string // the label behind it
}

// period is the half of the day that a time is counted in.
type period int

const (
	unsaid period = iota
	morning
	evening
	noon
)

// readTimes reads a time or a range of times.
func readTimes(l *Locale, text string, at int) (said, int, bool) {
	s := l.scanAt(text, at)
	if !s.mayTime() || !s.begins() {
		return nil, 0, false
	}
	t := s
	opened, instant := t.open(), t.instant()
	first, ok := t.told()
	if !ok {
		return nil, 0, false
	}
	first.certain = first.certain || instant || s.after(s.lists.at) && !s.counted()
	for _, read := range []func(*scan, told, bool) (times, bool, bool){(*scan).timeRange, (*scan).time} {
		u := t
		if v, certain, ok := read(&u, first, opened); ok && u.ends() && !u.measures() {
			if instant && len(v.moments) > 1 {
				return nil, 0, false
			}
			v.capital, v.instant = s.capital() && (instant || len(v.moments) > 1), instant
			return v, u.at, certain
		}
	}
	return nil, 0, false
}

// mayTime reports at little cost whether a time may begin here.
func (s *scan) mayTime() bool {
	if digit(s.text[s.at:]) >= 0 {
		return true
	}
	r := s.peek()
	if s.l.Unspaced && r >= 0x2e80 {
		return hanValue(r) >= 0 || s.opensHan() || strings.ContainsRune("上下中晚早凌傍", r)
	}
	t := *s
	var buf [longestWord]byte
	word, ok := t.word(&buf)
	return ok && (s.opens[string(word)] || s.clocks[string(word)])
}

// measures reports whether the text goes on so that no time was meant: a ratio,
// seconds, a number of minutes.
func (s *scan) measures() bool {
	t := *s
	if t.accept(":：.,/'’") {
		return digit(t.text[t.at:]) >= 0
	}
	r := s.peek()
	t.blank()
	return r == '%' || t.peek() == '%' || t.oneOf([]string{"min"})
}

// time gives a single time. An hour without minutes may be a duration, figures
// alone may be a number or a ratio.
func (s *scan) time(m told, opened bool) (v times, certain, ok bool) {
	marked := m.spoken || m.period != unsaid || m.zone != ""
	vague := m.form == bare || m.form == hourOnly && m.worded
	if opened || m.form <= dotted && !marked || vague && !m.certain && m.period == unsaid {
		return times{}, false, false
	}
	certain = marked && (m.form != hourOnly || m.certain || m.period != unsaid || m.zone != "")
	m.moment = m.at(m.period)
	return times{moments: []moment{m.moment}, spoken: marked, zone: m.zone}, certain, m.exists()
}

// at gives the time in a half of the day, from the hour as it is counted there.
func (m told) at(p period) moment {
	out := m.moment
	switch {
	case m.hour > 12:
	case p == morning && m.hour == 12:
		out.hour = 0
	case p == evening && m.hour < 12, p == noon && m.hour < 3:
		out.hour += 12
	}
	return out
}

// told reads a time with what stands behind it.
func (s *scan) told() (told, bool) {
	if s.l.Unspaced {
		if t, ok := s.hanTime(); ok {
			return t, true
		}
	}
	t := *s
	var m told
	if t.oneOf(t.lists.oclock) {
		m.spoken, m.certain = true, true
		t.blank()
	}
	if !t.figuresOfTime(&m) || !m.exists() {
		return told{}, false
	}
	t.half(&m)
	u := t
	u.blank()
	if u.oneOf(u.lists.hours) && m.form != hourOnly && m.form != bare {
		m.spoken = true
		t = u
	}
	if m.period == unsaid {
		t.half(&m)
	}
	m.zone = t.zone()
	if !t.ends() {
		return told{}, false
	}
	*s = t
	return m, true
}

// figuresOfTime reads the hours and minutes.
func (s *scan) figuresOfTime(m *told) bool {
	if n, ok := s.digits(4, 4); ok {
		m.hour, m.minute, m.form = n/100, n%100, four
		return true
	}
	n, ok := s.digits(1, 2)
	if !ok {
		return false
	}
	m.hour, m.form = n, bare
	if s.minutesAfter(":：", &m.minute) {
		m.form = colon
		return true
	}
	if s.minutesAfter(".", &m.minute) {
		m.form = dotted
		return true
	}
	s.hours(m)
	return true
}

func (s *scan) minutesAfter(marks string, minute *int) bool {
	t := *s
	if !t.accept(marks) {
		return false
	}
	n, ok := t.digits(2, 2)
	if !ok {
		return false
	}
	*minute = n
	*s = t
	return true
}

// hours reads the word of the hours, and the minutes behind it with theirs.
func (s *scan) hours(m *told) {
	t := *s
	t.blank()
	start := t.at
	if !t.oneOf(t.lists.hour) {
		return
	}
	m.form, m.spoken = hourOnly, true
	m.worded = t.at-start > len("h.")
	u := t
	u.blank()
	if n, ok := u.digits(2, 2); ok {
		m.minute, m.form = n, full
		*s = u
		u.blank()
		if u.oneOf(u.lists.minute) {
			*s = u
		}
		return
	}
	*s = t
}

// half reads the half of the day behind a time.
func (s *scan) half(m *told) {
	for i, words := range [][]string{s.lists.am, s.lists.pm, s.lists.noon} {
		t := *s
		t.blank()
		if m.hour <= 12 && (i < 2 || m.hour == 12 || m.hour < 3) && t.oneOf(words) {
			m.period = period(i + 1)
			*s = t
			return
		}
	}
}

// instant steps over the preposition of a single time, which stands apart.
func (s *scan) instant() bool {
	t := *s
	before, size := utf8.DecodeLastRuneInString(s.text[:s.at])
	if size > 0 && !unicode.IsSpace(before) && before != '(' || !t.oneOf(t.lists.instant) {
		return false
	}
	if !t.blank() || digit(t.text[t.at:]) < 0 && !s.l.RightToLeft || s.counted() {
		return false
	}
	*s = t
	return true
}

// counted reports whether a number of hours stands before the place, or before
// the preposition there, so that this is one too: from 2 hours to 3 hours.
func (s *scan) counted() bool {
	words := strings.Fields(s.behind())
	if n := len(words); n > 0 && slices.Contains(s.lists.at, words[n-1]) {
		words = words[:n-1]
	}
	n := len(words)
	return n > 1 && slices.Contains(s.lists.hour, words[n-1]) && digit(words[n-2]) >= 0
}

// after reports whether one of the words stands before the place.
func (s *scan) after(words []string) bool {
	behind := s.behind()
	for _, word := range words {
		if rest, ok := strings.CutSuffix(behind, word); ok && (rest == "" || strings.HasSuffix(rest, " ") || strings.HasSuffix(rest, "(")) {
			return true
		}
	}
	return false
}
