package docx

import (
	"hexaglot/pipeline/document"
)

// follower is a unit that is not listed for translation: it has the text of
// another, and takes its translation.
type follower struct {
	unit, leader *document.Unit
	own, source  document.Content // what they had when they were read
}

// follow makes a unit a follower.
func (w *walker) follow(unit, leader *document.Unit) {
	w.followers = append(w.followers, follower{unit, leader, unit.Segments[0].Source, leader.Segments[0].Source})
}

// alternate reads mc:AlternateContent (ECMA-376 Part 3, §7.5): its first choice
// gives the units; those of the other branches that have the same text follow
// them.
func (w *walker) alternate(n int32) {
	var leaders []*document.Unit
	first := true
	for c := w.tree.nodes[n].first; c != 0; c = w.tree.nodes[c].next {
		inner := w.branch(w.at)
		inner.walk(c)
		if first {
			leaders = inner.units
		} else {
			inner.units = w.pairOff(inner.units, leaders)
		}
		first = false
		w.take(inner)
	}
}

// pairOff makes followers of units, and gives those that have no leader. Each
// leader has one follower, as long as there are enough.
func (w *walker) pairOff(units, leaders []*document.Unit) []*document.Unit {
	byText := make(map[string][]*document.Unit, len(leaders))
	for _, l := range leaders {
		byText[kindred(l)] = append(byText[kindred(l)], l)
	}
	var rest []*document.Unit
	for _, u := range units {
		key := kindred(u)
		free := byText[key]
		if len(free) == 0 {
			rest = append(rest, u)
			continue
		}
		w.follow(u, free[0])
		if len(free) > 1 {
			byText[key] = free[1:]
		}
	}
	return rest
}

// kindred gives a string that two units share when one can follow the other.
func kindred(u *document.Unit) string { return u.Role + "\x00" + u.Segments[0].Source.String() }

// led gives a follower the translation of its leader: the same text, with the
// codes that stand in the same places of the source.
func (f follower) led() {
	s := f.unit.Segments[0]
	s.State = document.Initial
	if !f.leader.Changed() {
		return
	}
	target := f.leader.Target()
	codes := make([]document.Code, 0, len(target.Codes))
	for _, c := range target.Codes {
		if i := sourcePlace(f.source.Codes, c); i >= 0 && i < len(f.own.Codes) {
			c.Data = f.own.Codes[i].Data
			codes = append(codes, c)
		}
	}
	s.Target, s.State = document.Content{Text: target.Text, Codes: codes}, document.Translated
}

func sourcePlace(codes []document.Code, c document.Code) int {
	for i := range codes {
		if len(codes[i].Data) > 0 && len(c.Data) > 0 && &codes[i].Data[0] == &c.Data[0] && codes[i].Kind == c.Kind {
			return i
		}
	}
	return -1
}
