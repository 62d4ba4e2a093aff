package locale

import "strings"

// weekday writes the name of a day of the week, from Monday, 1.
func (w dateWriter) weekday(n int) string {
	if n < 1 {
		return ""
	}
	name, _, _ := strings.Cut(w.Calendar.Weekdays[n-1], "|")
	return w.titled(name)
}

// weekday reads the name of a day of the week with the comma behind it, and the
// "the" or "le" between it and the day.
func (s *scan) weekday() (n int, ok bool) {
	t := *s
	word, _ := t.word()
	n = t.names[word].weekday
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
