package memory

import (
	"slices"

	"hexaglot/pipeline/document"
	"hexaglot/pipeline/locale"
)

// alike is the least similarity of a text that may be the same but for its
// values.
const alike = 50

// values finds entries whose source is the segment's but for the values in it,
// and puts the segment's values, in the target language's form, in the place of
// those in the translation. It does so only where every value of the stored
// source stands as often in the stored translation; what that leaves uncertain
// (a form that depends on the sentence) is a fuzzy match instead.
func (l *Look) values() ([]Match, error) {
	from, to := locale.Find(l.From), locale.Find(l.To)
	own := from.Values(l.content.Text)
	if len(own) == 0 {
		return nil, nil
	}
	hits, err := l.hits(min(alike, l.Threshold))
	var out []Match
	for i := range hits {
		m, ok := l.match(&hits[i].Entry, 100)
		if !ok {
			continue
		}
		src, trg := document.ParseContent(m.Source), document.ParseContent(m.Text)
		r := replacement{own: own, old: from.Values(src.Text), there: to.Values(trg.Text)}
		if r.skeleton(l.content, src) && r.pair() {
			m.Similarity = hits[i].Similarity
			if m.Text, ok = r.write(to, trg); ok {
				out = append(out, m)
			}
		}
	}
	slices.SortStableFunc(out, byTrust)
	return distinct(out), err
}

// replacement is the values of a segment, of a stored source, and of its
// translation.
type replacement struct {
	own, old, there []locale.Value
	with            []int // for each value of the translation, which of own replaces it
}

// skeleton reports whether two texts are the same around their values, with
// values of the same kinds and the same codes.
func (r *replacement) skeleton(now, old document.Content) bool {
	if len(r.own) != len(r.old) {
		return false
	}
	for i := range r.own {
		if r.own[i].Kind != r.old[i].Kind {
			return false
		}
	}
	return slices.Equal(around(now, r.own), around(old, r.old))
}

// around gives what stands before, between and after the values, codes
// included; a code within a value makes the list unlike any other.
func around(c document.Content, values []locale.Value) []string {
	var out []string
	at := 0
	for _, v := range values {
		out = append(out, slice(c, at, v.Start, false))
		at = v.End
		if slices.ContainsFunc(c.Codes, func(code document.Code) bool { return v.Start < code.Pos && code.Pos < v.End }) {
			out = append(out, slice(c, v.Start, v.End, false))
		}
	}
	return append(out, slice(c, at, len(c.Text), true))
}

// slice gives the text from start to end with its codes; those at start belong
// to it, those at end to what follows, unless last.
func slice(c document.Content, start, end int, last bool) string {
	out := document.Content{Text: c.Text[start:end]}
	for _, code := range c.Codes {
		if start <= code.Pos && (code.Pos < end || last && code.Pos == end) {
			code.Pos -= start
			out.Codes = append(out.Codes, code)
		}
	}
	return out.String()
}

// pair finds for each value of the translation the one of the source that it
// says, each once.
func (r *replacement) pair() bool {
	if len(r.there) != len(r.old) {
		return false
	}
	used := make([]bool, len(r.old))
	for _, v := range r.there {
		i := slices.IndexFunc(r.old, func(o locale.Value) bool { return o.Kind == v.Kind && o.Key == v.Key })
		for i >= 0 && used[i] {
			next := slices.IndexFunc(r.old[i+1:], func(o locale.Value) bool { return o.Kind == v.Kind && o.Key == v.Key })
			if next < 0 {
				return false
			}
			i += 1 + next
		}
		if i < 0 {
			return false
		}
		used[i] = true
		r.with = append(r.with, i)
	}
	return true
}

// write gives the translation with the segment's values; ok is false where the
// form of one is not certain. A value that stays keeps the form that it has.
func (r *replacement) write(to *locale.Locale, trg document.Content) (text string, ok bool) {
	out := document.Content{}
	at := 0
	for i, v := range r.there {
		form, certain := trg.Text[v.Start:v.End], true
		if now := r.own[r.with[i]]; now.Key != v.Key {
			form, certain = to.Write(now)
		}
		if !certain || slices.ContainsFunc(trg.Codes, func(c document.Code) bool { return v.Start < c.Pos && c.Pos < v.End }) {
			return "", false
		}
		out = out.Append(cut(trg, at, v.Start)).Append(document.Content{Text: form})
		at = v.End
	}
	rest := cut(trg, at, len(trg.Text)+1)
	return out.Append(rest).String(), true
}

// cut gives the part of c from start up to end, with the codes in it; those at
// end are left to what follows.
func cut(c document.Content, start, end int) document.Content {
	out := document.Content{Text: c.Text[start:min(end, len(c.Text))]}
	for _, code := range c.Codes {
		if start <= code.Pos && code.Pos < end {
			code.Pos -= start
			out.Codes = append(out.Codes, code)
		}
	}
	return out
}
