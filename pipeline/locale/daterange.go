package locale

import "strings"

// span writes a range: the first day leaves to the second what they share, or,
// where the larger unit stands first, the second to the first.
func (w dateWriter) span() string {
	a, b := w.shared(w.days[0], w.days[1])
	f, months := w.Calendar.Forms, 0
	if a.day == 0 && b.day == 0 && a.month > 0 && w.days[0].day == 0 {
		months = 1
	}
	if w.style == iso && w.mark == '/' {
		return w.one(a) + "/" + w.one(b)
	}
	if w.joint == dash {
		left, right := w.one(a), w.one(b)
		if w.close(a, b) {
			left = strings.TrimRight(left, f.Units)
		}
		return left + f.Dashes[w.width(a, b)] + right
	}
	opened := f.From[months]
	if f.Bare && w.joint == to {
		opened = ""
	}
	left := w
	left.first = true
	return strings.NewReplacer(f.Elisions...).Replace(opened + left.one(a) + f.To[months] + w.one(b))
}

// shared drops from the days what one leaves to the other.
func (w dateWriter) shared(a, b day) (day, day) {
	if w.style == numeric || w.style == iso || w.style == roman && w.Calendar.Forms.Roman {
		return a, b
	}
	less := &a
	if w.Calendar.Forms.BigFirst {
		less = &b
	}
	sameYear := a.year == b.year
	sameMonth := sameYear && a.month == b.month
	if sameYear {
		less.year = 0
	}
	if sameMonth && less.day > 0 {
		less.month = 0
	}
	return a, b
}

// close reports whether one of two says its smallest unit only.
func (w dateWriter) close(a, b day) bool {
	little := func(d day) bool { return d.year == 0 && d.weekday == 0 && (d.month == 0 || d.day == 0) }
	return little(a) || little(b)
}

// width gives the dash of a range: 0 close to its numbers or names, 1 spaced.
func (w dateWriter) width(a, b day) int {
	if w.style <= roman && w.close(a, b) {
		return 0
	}
	return 1
}

// several writes days of one month.
func (w dateWriter) several() string {
	var b strings.Builder
	last := len(w.days) - 1
	for i, d := range w.days {
		switch {
		case i == last && i > 0:
			b.WriteString(w.Calendar.Forms.And[1])
		case i > 0:
			b.WriteString(w.Calendar.Forms.And[0])
		}
		if lead := w.Calendar.Forms.BigFirst; lead && i > 0 || !lead && i < last {
			d.year, d.month = 0, 0
		}
		b.WriteString(w.one(d))
	}
	return b.String()
}
