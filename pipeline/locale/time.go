package locale

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// moment is a time of the day to the minute, from 00:00 to 24:00.
type moment struct{ hour, minute int }

// key gives the time in the extended format of ISO 8601-1, 5.3.1.
func (m moment) key() string { return fmt.Sprintf("T%02d:%02d", m.hour, m.minute) }

func (m moment) exists() bool {
	return m.hour >= 0 && m.minute >= 0 && m.minute < 60 && (m.hour < 24 || m.hour == 24 && m.minute == 0)
}

// times is a time or a range of times, with the label of its zone.
type times struct {
	moments []moment
	joint   joint
	spoken  bool // told with words
	zone    string
	capital bool // begins with a capital that the language does not ask for
	instant bool // the preposition of a single time stands before it
}

func (t times) key() string {
	var keys []string
	for _, m := range t.moments {
		keys = append(keys, m.key())
	}
	key := strings.Join(keys, "/")
	if t.zone != "" {
		key += " " + t.zone
	}
	return key
}

// write gives the times as the texts of l have them, with the preposition of a
// single time where the source has it.
func (t times) write(l *Locale) (string, bool) {
	w := timeWriter{Locale: l, times: t}
	ends := make([]fieldTexts, len(t.moments))
	for i := range t.moments {
		ends[i] = w.fields(i)
	}
	text := spell(w.pattern(), ends...)
	if t.instant {
		text = l.Calendar.Clock.Instant + text
	}
	if t.capital {
		r, size := utf8.DecodeRuneInString(text)
		text = string(unicode.ToUpper(r)) + text[size:]
	}
	return text, !l.Calendar.Clock.Unverified || !strings.ContainsFunc(text, unicode.IsLetter)
}

// like gives the times the preposition that a translation has before them, or
// none.
func (t times) like(there said) said {
	if other, ok := there.(times); ok {
		t.instant = other.instant
	}
	return t
}

type timeWriter struct {
	*Locale
	times
}

// pattern chooses how the times are written.
func (w timeWriter) pattern() string {
	c := w.Calendar.Clock
	spoken := w.spoken || w.zone != ""
	switch {
	case w.joint == fromTo, w.joint == to && c.Bare == "":
		return c.Words
	case w.joint == to:
		return c.Bare
	case w.joint == dash && spoken:
		return c.Running
	case w.joint == dash:
		return c.Dash
	case spoken, w.instant && w.RightToLeft:
		return c.Spoken
	}
	return c.Plain
}

// fields gives the fields of the end i. K is the hour from 1 to 12, which
// Chinese counts in the part of the day that a says.
func (w timeWriter) fields(i int) fieldTexts {
	m := w.moments[i]
	return func(letter byte, width int) (string, bool) {
		switch letter {
		case 'H':
			return fmt.Sprintf("%0*d", width, m.hour), true
		case 'K':
			return strconv.Itoa(half(m.hour)), true
		case 'm':
			return fmt.Sprintf("%0*d", width, m.minute), m.minute > 0 || w.Calendar.Clock.Even && w.minuted()
		case 'z':
			return w.zone, w.zone != ""
		case 'a':
			return w.period(m), i == 0 || w.period(m) != w.period(w.moments[i-1])
		}
		return "", false
	}
}

// minuted reports whether an end of a range has minutes.
func (w timeWriter) minuted() bool {
	for _, m := range w.moments {
		if m.minute > 0 {
			return true
		}
	}
	return false
}

// half gives an hour as counted in a half of the day; midnight at the end of a
// day stays 24.
func half(hour int) int {
	if hour > 12 && hour < 24 {
		return hour - 12
	}
	return hour
}

// period gives the part of the day: before noon, noon, after noon.
func (w timeWriter) period(m moment) string {
	periods := w.Calendar.Clock.Periods
	switch {
	case len(periods) < 3 || m.hour == 24:
		return ""
	case m.hour < 12:
		return periods[0]
	case m.hour == 12:
		return periods[1]
	}
	return periods[2]
}
