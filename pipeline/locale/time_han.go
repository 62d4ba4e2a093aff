package locale

// hanTime reads 上午8时30分, 14点, 下午2点半 and 上午8:30.
func (s *scan) hanTime() (told, bool) {
	t := *s
	var m told
	for i, words := range [][]string{t.lists.am, t.lists.pm, t.lists.noon} {
		if t.oneOf(words) {
			m.period = period(i + 1)
			m.certain = true
			t.blank()
			break
		}
	}
	n, ok := t.hanNumber()
	if !ok {
		return told{}, false
	}
	m.hour = n
	if t.minutesAfter(":：", &m.minute) {
		m.form = colon
	} else if !t.hanHours(&m) {
		return told{}, false
	}
	m.zone = t.zone()
	*s = t
	return m, m.exists()
}

// hanHours reads 时 or 点 with the minutes behind it.
func (s *scan) hanHours(m *told) bool {
	t := *s
	t.blank()
	point := t.accept("点點")
	if !point && !t.accept("时時") {
		return false
	}
	m.form, m.spoken, m.worded = hourOnly, true, point
	u := t
	u.blank()
	n, ok := u.hanNumber()
	u.blank()
	switch {
	case ok && u.accept("分") && u.peek() != '之':
		m.minute, m.form = n, full
		t = u
	case t.accept("半"):
		m.minute, m.form = 30, full
	case t.accept("整"):
		m.form = full
	}
	*s = t
	return true
}
