package messages

import (
	"cmp"

	"golang.org/x/text/language"
)

// Target gives the updated catalogs of a target language from its old ones.
//
// A message of the circular that has a translation, in whichever of the old
// catalogs, is in Active; every other is in Translate, and shows the earlier
// version that it replaced when that was translated. A message that has
// disappeared is in Attic if a translator typed anything for it. Where two of
// the old catalogs have different translations, Translate wins over Active and
// Active over Attic; the other is kept as a comment, "# replaced: …".
func (p *Plan) Target(lang language.Tag, old Files, options Options) (Files, Report) {
	t := &target{
		Plan:      p,
		options:   options,
		active:    old.Active.ByID(),
		translate: old.Translate.ByID(),
		attic:     old.Attic.ByID(),
		lost:      make(map[string]*Message),
		files: Files{
			Active:    revised(lang, old.Active, options.Heads.Active),
			Translate: revised(lang, old.Translate, options.Heads.Translate),
			Attic:     revised(lang, old.Attic, options.Heads.Attic),
		},
	}
	for _, m := range p.disappeared(old.Attic, old.Active, old.Translate) {
		t.disappear(m.ID)
	}
	for i := range p.src {
		t.update(&p.src[i])
	}
	return t.files, t.report
}

// target is the update of one target language.
type target struct {
	*Plan
	options                  Options
	active, translate, attic map[string]*Message // the old catalogs
	lost                     map[string]*Message // what disappeared
	files                    Files
	report                   Report
}

// settled gives what the old catalogs have on a message, as one; nil for
// nothing.
func (t *target) settled(id string) *Message {
	return combine(t.unfilled(t.translate[id]), combine(t.active[id], t.attic[id]))
}

// unfilled undoes what `goi18n merge` does to a message to translate: it
// copies the source into it. Such a message has no comments at all.
func (t *target) unfilled(m *Message) *Message {
	if m == nil || len(m.About)+len(m.Comments) > 0 || m.Hash != Hash(m.Description, m.Other) {
		return m
	}
	if text, ok := t.text(m.ID); !ok || text != m.Other {
		return m
	}
	blank := *m
	blank.Other = ""
	return &blank
}

// disappear moves a message to the attic, if there is anything to keep.
func (t *target) disappear(id string) {
	if (t.active[id] != nil || t.translate[id] != nil) && !t.replaced[id] {
		t.report.Removed = append(t.report.Removed, id)
	}
	m := *t.settled(id)
	if !m.typed() {
		return
	}
	m.Drafts, m.About = keptDrafts(m.Drafts), nil
	if text, ok := t.text(id); ok {
		m.About = []string{t.aboutSource(text)}
	}
	t.lost[id] = &m
	t.files.Attic.Messages = append(t.files.Attic.Messages, &m)
}

// update sorts a message of the circular.
func (t *target) update(s *Source) {
	m := &Message{ID: s.ID}
	if old := t.settled(s.ID); old != nil {
		*m = *old
	}
	if filled(m.Description) && m.Description != s.Description {
		m.comment(kept(pair("description", m.Description)))
	}
	m.Description, m.Hash = "", Hash(s.Description, s.Text)
	t.arrived(s.ID, m.Filled())
	if m.Filled() {
		t.accept(m, s)
		return
	}
	before := t.before(s.ID)
	advice := t.advice(s, before)
	if fill := advice.Fill; fill != nil && filled(fill.Text) {
		m.Other, m.Facts = fill.Text, []Fact{NewFact(FactOrigin, fill.label(), fill.Text)}
		t.report.Filled = append(t.report.Filled, s.ID)
		t.accept(m, s)
		return
	}
	t.offer(m, s, before, advice)
}

// advice asks for help with a message that is to do.
func (t *target) advice(s *Source, before *Before) Advice {
	if t.options.Advise == nil {
		return Advice{}
	}
	return t.options.Advise(s, before)
}

// accept makes an accepted message. Who fills one in has chosen among its
// drafts; one that came later waits for another choice.
func (t *target) accept(m *Message, s *Source) {
	m.About, m.Drafts, m.Facts = t.aboutActive(s), keptDrafts(m.Drafts), holding(m.Facts, m.Other)
	if filledIn := t.translate[s.ID]; filledIn != nil && filledIn.Filled() {
		m.Drafts = nil
	}
	t.files.Active.Messages = append(t.files.Active.Messages, m)
	t.report.Done = append(t.report.Done, s.ID)
}

// offer makes a message to translate, with all that may help.
func (t *target) offer(m *Message, s *Source, before *Before, advice Advice) {
	m.Other, m.Drafts, m.Facts = "", keptDrafts(m.Drafts), nil
	m.About = t.aboutToDo(s, advice.Terms)
	if before != nil {
		m.About = append(m.About, t.aboutBefore(before.Source, s.Text)...)
		m.offer(Draft{Text: before.Translation, Origin: cmp.Or(t.options.Previous, "previous version"), Similarity: similarity(before.Source, s.Text)})
	}
	for _, d := range advice.Drafts {
		m.offer(d)
	}
	t.files.Translate.Messages = append(t.files.Translate.Messages, m)
	t.report.ToDo = append(t.report.ToDo, s.ID)
}

// before gives the translated version that a message replaced; of one that was
// made of several, their translations one after the other, if all have one,
// else the first.
func (t *target) before(id string) *Before {
	var all []Before
	parts := t.joined[id]
	for _, part := range parts {
		if m := t.lost[part]; m != nil && m.Filled() {
			text, _ := t.text(part)
			all = append(all, Before{text, m.Other})
		}
	}
	switch len(all) {
	case 0:
	case len(parts):
		return joinBefore(all)
	default:
		return &all[0]
	}
	old := t.earlier(id)
	if old == nil {
		return nil
	}
	text, _ := t.text(old.ID)
	return &Before{Source: text, Translation: old.Other}
}

// earlier gives the latest translated version of a message.
func (t *target) earlier(id string) *Message {
	for _, id := range t.ancestors(id) {
		if m := t.lost[id]; m != nil && m.Filled() {
			return m
		}
	}
	return nil
}

// offer adds a draft, unless it is blank or there already.
func (m *Message) offer(d Draft) {
	if !filled(d.Text) {
		return
	}
	for _, have := range m.Drafts {
		if have.Text == d.Text {
			return
		}
	}
	m.Drafts = append(m.Drafts, d)
}

// arrived reports how a message of the circular came to be here.
func (t *target) arrived(id string, done bool) {
	r := &t.report
	active, translate, attic := t.active[id], t.unfilled(t.translate[id]), t.attic[id]
	switch {
	case done && translate != nil && translate.Filled():
		r.Moved = append(r.Moved, id)
	case active != nil || translate != nil:
	case attic != nil:
		r.Restored = append(r.Restored, id)
	case t.replaced[t.previous[id]] || t.earlier(id) != nil:
		r.Changed = append(r.Changed, id)
	default:
		r.New = append(r.New, id)
	}
}
