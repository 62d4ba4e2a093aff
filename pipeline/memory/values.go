package memory

import (
	"slices"
	"strings"

	"hexaglot/pipeline/document"
)

// alike is the least similarity of a text that may be the same but for its
// values, or share a long stretch.
const alike = 45

// values finds entries whose source is the segment's but for its values and one
// name, and puts the segment's, in the target language's form, in the place of
// those in the translation. It does so only where the translation shows where
// they stand; what that leaves uncertain (a form that depends on the sentence)
// is a fuzzy match instead.
func (l *Look) values() ([]Match, error) {
	hits, err := l.hits(min(alike, l.Threshold))
	var out []Match
	for i := range hits {
		m, ok := l.match(&hits[i].Entry, hits[i].Similarity)
		if !ok {
			continue
		}
		if text, ok := l.revalued(document.ParseContent(m.Source), document.ParseContent(m.Text)); ok {
			m.Text = text.String()
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, byTrust)
	return distinct(out), err
}

// revalued gives the translation of the segment from that of another.
func (l *Look) revalued(src, trg document.Content) (document.Content, bool) {
	if out, _, ok := Revalue(l.From, l.To, src, l.content, trg); ok {
		return out, true
	}
	change, ok := l.renaming(src)
	if !ok {
		return trg, false
	}
	if trg, ok = change.in(trg); !ok {
		return trg, false
	}
	src = src.Splice([]document.Change{{Start: change.start, End: change.end, New: change.now}})
	if src.String() == l.content.String() {
		return trg, true
	}
	out, _, ok := Revalue(l.From, l.To, src, l.content, trg)
	return out, ok
}

// in puts the new name in the place of the old one, which must stand in the
// translation exactly once.
func (r renaming) in(trg document.Content) (document.Content, bool) {
	at := strings.Index(trg.Text, r.said)
	if at < 0 || strings.Contains(trg.Text[at+len(r.said):], r.said) || !wholeWords(trg.Text, at, at+len(r.said)) {
		return trg, false
	}
	return trg.Splice([]document.Change{{Start: at, End: at + len(r.said), New: r.say}}), true
}
