package locale

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// Replacement is a stretch of a text, in bytes, and what comes in its place.
type Replacement struct {
	Start, End int
	New        string
}

// Revalue tells what to replace in a translation into to, when its source,
// written in from, changes in its values alone. certain says that nothing around
// the values can depend on them: they are dates, times and symbols. ok is false
// where the sources differ in more, or a value is not found in the translation.
func Revalue(from, to *Locale, before, now, translation string) (out []Replacement, certain, ok bool) {
	old, fresh := from.Values(before), from.Values(now)
	if !sameFrame(before, old, now, fresh) {
		return nil, false, false
	}
	said := to.Values(translation)
	certain = true
	for _, change := range changes(old, fresh) {
		places, sure := placesOf(said, change.old, count(old, change.old))
		text, written := to.Write(change.now)
		if places == nil || text == "" {
			return nil, false, false
		}
		certain = certain && sure && written && change.old.Certain && steady[change.now.Kind]
		for _, v := range places {
			out = append(out, Replacement{v.Start, v.End, likeInitial(to.writeLike(change.now, v, text), translation[v.Start:v.End])})
		}
	}
	slices.SortFunc(out, func(a, b Replacement) int { return a.Start - b.Start })
	return out, certain, len(out) > 0
}

// writeLike gives what now says in the place of there, with the preposition
// that stands there; text is what it says elsewhere.
func (l *Locale) writeLike(now, there Value, text string) string {
	if t, ok := now.said.(times); ok {
		text, _ = t.like(there.said).write(l)
	}
	return text
}

// likeInitial gives text the case of the letter that model begins with.
func likeInitial(text, model string) string {
	want, _ := utf8.DecodeRuneInString(model)
	have, size := utf8.DecodeRuneInString(text)
	switch {
	case unicode.IsUpper(want):
		have = unicode.ToUpper(have)
	case unicode.IsLower(want):
		have = unicode.ToLower(have)
	default:
		return text
	}
	return string(have) + text[size:]
}

// steady are the kinds of values that change nothing in the sentence around
// them; a number may want another form of its noun.
var steady = map[Kind]bool{KindDate: true, KindTime: true, KindSymbol: true}

// sameFrame reports whether two texts are the same but for their values, which
// are of the same kinds.
func sameFrame(a string, inA []Value, b string, inB []Value) bool {
	if len(inA) != len(inB) || len(inA) == 0 {
		return false
	}
	atA, atB := 0, 0
	for i := range inA {
		if inA[i].Kind != inB[i].Kind || a[atA:inA[i].Start] != b[atB:inB[i].Start] {
			return false
		}
		atA, atB = inA[i].End, inB[i].End
	}
	return a[atA:] == b[atB:]
}

type changed struct{ old, now Value }

// changes gives the values that differ, each once; none where one value is to
// become two.
func changes(old, now []Value) []changed {
	var out []changed
	for i := range old {
		at := slices.IndexFunc(out, func(c changed) bool { return c.old.Key == old[i].Key })
		switch {
		case at >= 0 && out[at].now.Key != now[i].Key:
			return nil
		case at < 0:
			out = append(out, changed{old[i], now[i]})
		}
	}
	return slices.DeleteFunc(out, func(c changed) bool { return c.old.Key == c.now.Key })
}

func count(values []Value, v Value) int {
	n := 0
	for _, x := range values {
		if x.Key == v.Key && x.Kind == v.Kind {
			n++
		}
	}
	return n
}

// placesOf gives where a translation says a value; sure tells that it does so
// as often as its source.
func placesOf(said []Value, v Value, times int) (places []Value, sure bool) {
	for _, x := range said {
		if x.Key == v.Key && x.Kind == v.Kind {
			places = append(places, x)
		}
	}
	return places, len(places) == times
}
