package locale

import "strings"

// days are the characters behind the number of a day.
const days = "日号號"

// hanDay reads what Chinese characters divide: 2021年9月6日（星期一）, 9月6日,
// 2021年9月, and of the second of two 15日. The number before a dash or 、 may
// leave its 日 or 月 to the one behind.
func (s *scan) hanDay() (part, bool) {
	t := *s
	p := part{leading: true}
	if u := t; u.hanUnit(&p.year, (*scan).hanYear, "年") {
		t = u
		t.blank()
	}
	n, ok := t.hanNumber()
	if !ok || n == 0 {
		return part{}, false
	}
	u := t
	u.blank()
	switch {
	case u.accept("月"):
		u.accept("份")
		p.month = n
		p.day.day = u.hanLast()
	case p.year > 0 && t.leaves("月"):
		p.month, u = n, t
	case p.year == 0 && u.accept(days):
		p.day.day = n
	case p.year == 0 && t.leaves(days):
		p.day.day, u = n, t
	default:
		return part{}, false
	}
	if p.day.day > 0 {
		p.weekday = u.hanWeekday()
	}
	*s = u
	return p, true
}

// hanLast reads the day behind a month, 0 where there is none.
func (s *scan) hanLast() int {
	t := *s
	t.blank()
	n, ok := t.hanNumber()
	u := t
	u.blank()
	if n == 0 {
		return 0
	}
	if ok && u.accept(days) {
		*s = u
		return n
	}
	if ok && t.leaves(days) {
		*s = t
		return n
	}
	return 0
}

// leaves reports whether the number before the place leaves its unit to one
// behind a dash or 、.
func (s *scan) leaves(units string) bool {
	t := *s
	for range maxDays {
		t.blank()
		if !t.accept(dashes + "、") {
			return false
		}
		t.blank()
		if n, ok := t.hanNumber(); !ok || n == 0 {
			return false
		}
		t.blank()
		if t.accept(units) {
			return true
		}
	}
	return false
}

// hanUnit reads a number with the character that names its unit.
func (s *scan) hanUnit(n *int, read func(*scan) (int, bool), unit string) bool {
	t := *s
	got, ok := read(&t)
	t.blank()
	if !ok || !t.accept(unit) {
		return false
	}
	*n = got
	*s = t
	return true
}

// hanYear reads a year of four digits, which may be characters: 二〇二一.
func (s *scan) hanYear() (int, bool) {
	t := *s
	n := 0
	for range 4 {
		d := digit(t.text[t.at:])
		if d < 0 {
			d = hanValue(t.peek())
		}
		if d < 0 || d > 9 {
			return 0, false
		}
		n = 10*n + d
		t.skip()
	}
	if n == 0 {
		return 0, false
	}
	*s = t
	return n, true
}

// hanNumber reads a number below 100 in digits or in characters: 二十一, 廿一.
func (s *scan) hanNumber() (int, bool) {
	t := *s
	if n, ok := t.digits(1, 2); ok {
		*s = t
		return n, true
	}
	n, seen := 0, false
	for range 3 {
		d := hanValue(t.peek())
		if d < 0 {
			break
		}
		switch {
		case d == 10:
			n = 10 * max(n, 1)
		case d > 10:
			n = d
		default:
			n += d
		}
		seen = true
		t.skip()
	}
	if !seen {
		return 0, false
	}
	*s = t
	return n, true
}

// hanValue gives the value of a character that is a digit, 10, 20 or 30; -1 for
// any other.
func hanValue(r rune) int {
	switch r {
	case '〇', '零', '○', '０':
		return 0
	case '十':
		return 10
	case '廿':
		return 20
	case '卅':
		return 30
	}
	const digits = "一二三四五六七八九"
	if i := strings.IndexRune(digits, r); i >= 0 {
		return i/len("一") + 1
	}
	return -1
}

// hanWeekday reads 星期一, with a comma before it or in brackets; 0 for none.
func (s *scan) hanWeekday() int {
	t := *s
	t.blank()
	bracket := t.accept("（(")
	if !bracket {
		t.accept("，,")
		t.blank()
	}
	if !t.oneOf(t.lists.weekday) {
		return 0
	}
	n := hanValue(t.peek())
	if t.accept("日天") {
		n = 7
	} else if n > 6 || n < 1 {
		return 0
	} else {
		t.skip()
	}
	if bracket && !t.accept("）)") {
		return 0
	}
	*s = t
	return n
}

// opensHan reports whether the word that opens a range stands here.
func (s *scan) opensHan() bool { return s.opens[string(s.peek())] }
