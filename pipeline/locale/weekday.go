package locale

import "strings"

// weekday writes the name of a day of the week, from Monday, 1. In a language
// with cases the second of its variants opens a range that words join, and the
// third ends it.
func (w dateWriter) weekday(n int) string {
	if n < 1 {
		return ""
	}
	names := strings.Split(w.Calendar.Weekdays[n-1], "|")
	if w.Calendar.Alone == 0 || w.joint != to && w.joint != fromTo {
		return w.titled(names[0])
	}
	if w.first {
		return names[1]
	}
	return names[2]
}

// weekday reads the name of a day of the week with the comma behind it, and the
// "the" or "le" between it and the day.
func (s *scan) weekday() (n int, ok bool) {
	t := *s
	var buf [longestWord]byte
	word, _ := t.word(&buf)
	n = t.names[string(word)].weekday
	if n == 0 {
		return 0, false
	}
	t.accept(".")
	t.blank()
	t.accept(",،，")
	t.blank()
	t.article()
	*s = t
	return n, true
}
