package locale

// dashes are the marks that join the ends of a range.
const dashes = "-–—−‑‒~～－"

// maxDays bounds the days of an enumeration.
const maxDays = 12

// dateRange reads the rest of a range of days or of months, which begins with a.
func (s *scan) dateRange(a part, opened bool) (d dates, certain, ok bool) {
	j, ok := s.joint()
	solidus := a.style == iso && s.accept("/")
	if solidus {
		j = dash
	}
	if !ok && !solidus {
		return dates{}, false, false
	}
	if opened && j == to {
		j = fromTo
	}
	b, ok := s.part()
	if ok && a.leading && b.month == 0 && !s.l.Unspaced {
		b.year, _ = s.year()
	}
	if !ok || opened && j == dash {
		return dates{}, false, false
	}
	d, certain, ok = join(a, b, j, s.l)
	if solidus {
		d.mark = '/'
	}
	return d, certain, ok && (b.style != iso || !s.runsOn())
}

// open steps over the word that opens a range, with an article behind it.
func (s *scan) open() bool {
	t := *s
	if s.l.Unspaced {
		if !s.opensHan() {
			return false
		}
		s.skip()
		s.blank()
		return true
	}
	var buf [longestWord]byte
	word, ok := t.word(&buf)
	if !ok || !s.opens[string(word)] {
		return false
	}
	t.accept("'’")
	t.blank()
	t.article()
	*s = t
	return true
}

func (s *scan) article() {
	for range 2 {
		t := *s
		if !t.oneOf(t.lists.articles) || !t.blank() {
			return
		}
		*s = t
	}
}

// joint steps over what joins the ends of a range.
func (s *scan) joint() (joint, bool) {
	t := *s
	spaced := t.blank()
	if t.accept(dashes) {
		t.blank()
		*s = t
		return dash, true
	}
	if !spaced && !s.l.Unspaced || !t.oneOf(t.lists.to) {
		return single, false
	}
	t.blank()
	t.article()
	*s = t
	return to, true
}

// join makes a range of what its two ends say: each takes from the other what
// it leaves out.
func join(a, b part, j joint, l *Locale) (d dates, certain, ok bool) {
	if (a.day.day == 0) != (b.day.day == 0) || a.month == 0 && b.month == 0 || b.month == 0 && !a.leading {
		return dates{}, false, false
	}
	if a.style > short != (b.style > short) && a.month > 0 && b.month > 0 || a.style > short && b.style > short && a.style != b.style {
		return dates{}, false, false
	}
	certain = !a.unsure && !b.unsure
	bare := a.month == 0 || b.month == 0
	if a.month == 0 {
		a.month = b.month
	} else if b.month == 0 {
		b.month = a.month
	}
	if bare && l.RightToLeft && j == dash && b.before(a.in(b.year)) {
		// The copy of a text that runs from right to left may have its numbers reversed.
		a.day.day, b.day.day = b.day.day, a.day.day
		certain = false
	}
	years(&a.day, &b.day)
	wraps := a.year == 0 && a.month > b.month
	if !a.exists() || !b.exists() || !a.before(b.day) && !wraps || a.day.day == 0 && b.year == 0 {
		return dates{}, false, false
	}
	d = dates{days: []day{a.day, b.day}, joint: j, style: max(a.style, b.style), mark: b.mark, slim: a.slim || b.slim}
	return d, certain && a.fits() && b.fits(), true
}

// in gives the day in a year.
func (d day) in(year int) day {
	d.year = year
	return d
}

// years gives both ends a year where one has it: 20 December – 5 January 2022
// begins in the year before.
func years(a, b *day) {
	switch {
	case a.year == 0 && b.year > 0:
		a.year = b.year
		if a.month > b.month {
			a.year--
		}
	case b.year == 0 && a.year > 0:
		b.year = a.year
		if a.month > b.month {
			b.year++
		}
	}
}

// enumeration reads the rest of days of one month: "23 and 24 July".
func (s *scan) enumeration(first part, opened bool) (d dates, certain, ok bool) {
	if opened || first.between || first.day.day == 0 || first.style > short || first.month > 0 && !first.leading {
		return dates{}, false, false
	}
	parts, final := s.others(first)
	last := parts[len(parts)-1]
	if len(parts) < 2 || !final && !s.l.Unspaced {
		return dates{}, false, false
	}
	named := last
	if first.leading {
		named = first
		if !s.l.Unspaced {
			named.year, _ = s.year()
		}
	}
	d = dates{joint: and, style: named.style}
	certain, ok = true, true
	for _, p := range parts {
		p.month, p.year = named.month, named.year
		d.days = append(d.days, p.day)
		certain = certain && p.fits()
		ok = ok && p.exists()
	}
	return d, certain, ok
}

// others reads the days behind the first of an enumeration, and reports whether
// the last of them was told as such.
func (s *scan) others(first part) (parts []part, final bool) {
	parts = []part{first}
	for len(parts) < maxDays && !final {
		t := *s
		last, ok := t.listed()
		if !ok {
			break
		}
		p, ok := t.part()
		if !ok || p.style > short || p.day.day <= parts[len(parts)-1].day.day || p.month > 0 != (last && !first.leading) {
			break
		}
		parts, final = append(parts, p), last
		*s = t
	}
	return parts, final
}

// listed steps over a comma or an "and" of an enumeration.
func (s *scan) listed() (last, ok bool) {
	t := *s
	if !s.l.Unspaced && t.accept(",،") || t.accept("、") {
		ok = true
	}
	t.blank()
	if t.oneOf(t.lists.and) {
		t.blank()
		t.article()
		last, ok = true, true
	}
	if ok {
		*s = t
	}
	return last, ok
}
