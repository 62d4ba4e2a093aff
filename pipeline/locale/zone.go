package locale

import "strings"

// zones are the labels of time zones that are kept as they are: abbreviations
// of the IANA time zone database (data.iana.org/time-zones) that no other
// abbreviation of a circular shares.
var zones = func() map[string]bool {
	out := map[string]bool{}
	for _, label := range strings.Fields(`UTC GMT EST EDT CST CDT MST MDT PST PDT AST ADT AKST AKDT HST BST WET WEST
		CET CEST EET EEST MSK EAT CAT WAT SAST IST PKT JST KST HKT AEST AEDT ACST AWST NZST NZDT`) {
		out[label] = true
	}
	return out
}()

// zone reads the label of a time zone behind a time, "" for none, also in brackets, with its
// difference from UTC if it says one: EST, (UTC+2), GMT-03:30.
func (s *scan) zone() string {
	t := *s
	spaced := t.blank()
	bracket := t.accept("(（")
	if !spaced && !bracket && !s.l.Unspaced {
		return ""
	}
	start := t.at
	for t.at-start < 5 && t.at < len(t.text) && t.text[t.at] >= 'A' && t.text[t.at] <= 'Z' {
		t.at++
	}
	label := t.text[start:t.at]
	if !zones[label] {
		return ""
	}
	if label == "UTC" || label == "GMT" {
		label += t.offset()
	}
	if bracket && !t.accept(")）") || !bracket && (letter(t.text[t.at:]) && !s.l.Unspaced || digit(t.text[t.at:]) >= 0) {
		return ""
	}
	*s = t
	return label
}

// offset reads a difference from UTC: +2, −03:30.
func (s *scan) offset() string {
	t := *s
	t.blank()
	sign := ""
	switch {
	case t.accept("+＋"):
		sign = "+"
	case t.accept("-−–\u2011"):
		sign = "-"
	}
	start := t.at
	hours, ok := t.digits(1, 2)
	if sign == "" || !ok || hours > 14 {
		return ""
	}
	u := t
	if u.accept(":") {
		if minutes, ok := u.digits(2, 2); ok && minutes < 60 {
			t = u
		}
	}
	if digit(t.text[t.at:]) >= 0 || letter(t.text[t.at:]) && !s.l.Unspaced {
		return ""
	}
	offset := sign + strings.Map(western, s.text[start:t.at])
	*s = t
	return offset
}

// western gives a digit of any script in ASCII.
func western(r rune) rune {
	if d := digit(string(r)); d >= 0 {
		return rune('0' + d)
	}
	return r
}
