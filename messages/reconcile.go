package messages

import (
	"slices"
	"strings"
)

// MarkConflict begins the comment that keeps the text of the other side where
// two people translated a message differently: `# conflict: other = "…"`.
const MarkConflict = "# conflict:"

// Conflict is a text that both sides changed, each to another one.
type Conflict struct {
	ID, Key      string
	Ours, Theirs string
}

// Reconcile gives the catalog in which both sides' changes of base stand, and
// what they changed differently: ours counts there, theirs is kept as a comment.
// It goes message by message, wherever each stands. What one side changed and
// the other deleted stays. base may be nil, where the two began apart.
func Reconcile(base, ours, theirs *Catalog) (*Catalog, []Conflict) {
	r := reconciler{base: base.ByID(), ours: ours.ByID(), theirs: theirs.ByID()}
	if base == nil {
		base = &Catalog{}
	}
	out := &Catalog{
		Lang: ours.Lang, About: ours.About,
		Comments: threeWay(base.Comments, ours.Comments, theirs.Comments),
		Tail:     threeWay(base.Tail, ours.Tail, theirs.Tail),
	}
	for _, id := range r.order(ours, theirs) {
		if m := r.message(id); m != nil {
			out.Messages = append(out.Messages, m)
		}
	}
	return out, r.conflicts
}

type reconciler struct {
	base, ours, theirs map[string]*Message
	conflicts          []Conflict
}

// order gives the ids of both sides: as ours has them, each of theirs behind
// the one that it follows there.
func (r *reconciler) order(ours, theirs *Catalog) []string {
	follow := map[string][]string{} // the ids that only theirs has, by the one before
	last := ""
	for _, m := range theirs.messages() {
		if r.ours[m.ID] == nil {
			follow[last] = append(follow[last], m.ID)
		} else {
			last = m.ID
		}
	}
	out := follow[""]
	for _, m := range ours.messages() {
		out = append(append(out, m.ID), follow[m.ID]...)
	}
	return out
}

// message gives one message of the two sides; nil where one deleted it and the
// other left it as it was.
func (r *reconciler) message(id string) *Message {
	base, ours, theirs := r.base[id], r.ours[id], r.theirs[id]
	switch {
	case base == nil:
		base = &Message{ID: id}
	case ours == nil && unchanged(base, theirs), theirs == nil && unchanged(base, ours):
		return nil
	}
	switch {
	case ours == nil:
		return theirs
	case theirs == nil:
		return ours
	}
	m := &Message{ID: id, About: ours.About, Comments: threeWay(base.Comments, ours.Comments, theirs.Comments)}
	for _, key := range append([]string{"description", "hash", "other"}, more...) {
		r.text(m, key, base.get(key), ours.get(key), theirs.get(key))
	}
	m.Drafts = drafts(base, ours, theirs)
	m.Facts = holding(slices.Concat(ours.Facts, theirs.Facts), m.Other)
	return m
}

// text sets one text of m: the one that was changed, or ours, where both were.
func (r *reconciler) text(m *Message, key, base, ours, theirs string) {
	if ours == base || !filled(ours) && theirs != base {
		ours, theirs = theirs, base
	}
	if field := m.field(key); field != nil {
		*field = ours
	} else {
		m.setMore(key, ours)
	}
	if ours == theirs || theirs == base || !filled(theirs) || key == "description" || key == "hash" {
		return
	}
	m.comment(MarkConflict + " " + pair(key, theirs))
	r.conflicts = append(r.conflicts, Conflict{m.ID, key, ours, theirs})
}

// unchanged reports whether nothing that a person writes differs in two
// messages.
func unchanged(base, now *Message) bool {
	if now == nil {
		return true
	}
	for _, key := range append([]string{"other"}, more...) {
		if base.get(key) != now.get(key) {
			return false
		}
	}
	return slices.Equal(base.Comments, now.Comments)
}

// drafts gives the drafts that no side took away.
func drafts(base, ours, theirs *Message) []Draft {
	gone := func(d Draft, side *Message) bool {
		return slices.Contains(base.Drafts, d) && !slices.Contains(side.Drafts, d)
	}
	var out []Draft
	for _, d := range slices.Concat(ours.Drafts, theirs.Drafts) {
		if !slices.Contains(out, d) && !gone(d, ours) && !gone(d, theirs) {
			out = append(out, d)
		}
	}
	return out
}

// threeWay gives the lines of both sides, ours first, without those of base
// that a side took away.
func threeWay(base, ours, theirs []string) []string {
	var out []string
	for _, line := range slices.Concat(ours, theirs) {
		kept := slices.Contains(ours, line) && slices.Contains(theirs, line)
		if (kept || !slices.Contains(base, line)) && !slices.Contains(out, line) {
			out = append(out, line)
		}
	}
	return out
}

// Conflicts gives the texts that wait beside the translation of m for somebody
// to decide, as TOML: `other = "…"`. They stand in comments, or are drafts that
// came from outside.
func (m *Message) Conflicts() []string {
	var out []string
	for _, d := range keptDrafts(m.Drafts) {
		if m.Filled() {
			out = append(out, pair("other", d.Text))
		}
	}
	for _, line := range m.Comments {
		if rest, ok := strings.CutPrefix(line, MarkConflict); ok {
			out = append(out, strings.TrimSpace(rest))
		}
	}
	return out
}
