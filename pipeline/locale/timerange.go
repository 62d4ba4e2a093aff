package locale

// timeRange reads the rest of a range of times, which begins with a; what only
// its second end says holds for the first too.
func (s *scan) timeRange(a told, opened bool) (v times, certain, ok bool) {
	j, ok := s.joint()
	if !ok || opened && j == dash {
		return times{}, false, false
	}
	if opened {
		j = fromTo
	}
	b, ok := s.told()
	if !ok || a.zone != "" && a.zone != b.zone || !pair(a, b, opened) {
		return times{}, false, false
	}
	words := a.spoken && a.form != full && a.form != hourOnly || b.spoken && b.form != full && b.form != hourOnly || s.l.Unspaced && b.spoken
	v = times{joint: j, spoken: words || a.worded || a.period+b.period > 0, zone: b.zone}
	from, until := halves(a, b, s.l.Unspaced)
	v.moments = []moment{from, until}
	return v, sure(a, b), from.exists() && until.exists() && from != until
}

// pair reports whether two tellings are ends of one range.
func pair(a, b told, opened bool) bool {
	marked := b.spoken || b.period != unsaid || b.zone != ""
	switch {
	case a.form == four || b.form == four:
		return a.form == b.form && (marked || a.hour < 10)
	case a.form == bare && a.period == unsaid, a.form == dotted && a.period == unsaid:
		return marked && b.form != colon && (opened || !b.worded)
	case b.form == bare || b.form == dotted:
		return b.period != unsaid
	}
	return !a.worded || !b.worded || a.form != hourOnly || b.form != hourOnly || opened && a.hour < b.hour && b.hour > 12
}

// sure reports whether a range cannot be one of durations or numbers.
func sure(a, b told) bool {
	marked := b.spoken || b.period != unsaid || b.zone != ""
	if a.form == four {
		return marked
	}
	if b.worded && b.form == hourOnly && (!a.spoken || a.worded && a.form == hourOnly) {
		return false
	}
	return a.form == colon || b.form == colon || a.minute+b.minute > 0 || a.form == full || a.form == hourOnly || a.certain || a.period+b.period > 0 || b.zone != ""
}

// halves gives both ends in their halves of the day: 2–4 p.m. begins after
// noon, 10–2 p.m. before. Chinese says the half before the first.
func halves(a, b told, leading bool) (from, until moment) {
	switch {
	case leading && b.period == unsaid && a.period == evening && b.hour < 12:
		b.period = evening
	case !leading && a.period == unsaid && a.hour <= 12:
		a.period = b.period
	}
	from, until = a.at(a.period), b.at(b.period)
	if !leading && from.hour > until.hour && a.period == b.period && b.period == evening {
		from = a.at(morning)
	}
	return from, until
}
