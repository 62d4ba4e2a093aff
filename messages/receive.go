package messages

import (
	"slices"

	"golang.org/x/text/language"
)

// Answer is what came back from outside on one message.
type Answer struct {
	ID    string
	Text  string // an accepted translation; "" for none
	State string // Reviewed, Final or "" for accepted only
	Draft *Draft // offered; kept until a translator decides
}

// Receive takes answers into the catalogs of a target language and touches
// nothing else: an accepted text goes to Active, a draft to where its message
// is, each in document order. Answers on messages that are not in the circular
// are passed over. The same answers again change nothing.
func (p *Plan) Receive(lang language.Tag, old Files, answers []Answer, heads Heads) Files {
	r := receiver{p, byID(old.Active), byID(old.Translate)}
	for _, a := range answers {
		s := p.byID[a.ID]
		if s == nil {
			continue
		}
		if a.Text != "" {
			r.accept(s, a)
		}
		if a.Draft != nil {
			r.offer(s, *a.Draft)
		}
	}
	return Files{
		Active:    p.arranged(lang, old.Active, heads.Active, r.active),
		Translate: p.arranged(lang, old.Translate, heads.Translate, r.translate),
		Attic:     old.Attic,
	}
}

// receiver takes answers into the messages of two catalogs.
type receiver struct {
	p                 *Plan
	active, translate map[string]*Message
}

func (r *receiver) accept(s *Source, a Answer) {
	active, waiting := r.active[s.ID], r.translate[s.ID]
	m := &Message{ID: s.ID}
	switch {
	case active != nil:
		*m = *active
		m.Drafts = slices.DeleteFunc(slices.Clone(m.Drafts), func(d Draft) bool { return d.Text == a.Text })
	case waiting != nil:
		*m = *waiting
		m.Drafts = nil
	}
	if waiting != nil {
		m.comment(waiting.Comments...)
	}
	m.Other, m.Description, m.Hash = a.Text, "", Hash(s.Description, s.Text)
	m.About, m.Facts = r.p.aboutActive(s), holding(m.Facts, a.Text)
	m.setState(a.State)
	r.active[s.ID] = m
	delete(r.translate, s.ID)
}

// offer adds a draft to a message, wherever that is.
func (r *receiver) offer(s *Source, d Draft) {
	d.Kept = true
	messages := r.active
	if messages[s.ID] == nil {
		messages = r.translate
	}
	m := Message{ID: s.ID, Hash: Hash(s.Description, s.Text), About: r.p.aboutToDo(s, nil)}
	if messages[s.ID] != nil {
		m = *messages[s.ID]
	}
	m.Drafts = slices.Clip(m.Drafts)
	m.offer(d)
	messages[s.ID] = &m
}

// arranged gives a catalog with other messages: those that were there in their
// old order, a new one before the first that follows it in the circular.
func (p *Plan) arranged(lang language.Tag, old *Catalog, head string, messages map[string]*Message) *Catalog {
	out := revised(lang, nil, head)
	if old != nil {
		*out = *old
		out.Messages = make([]*Message, 0, len(messages))
	}
	before := old.ByID()
	place := make(map[string]int, len(p.src))
	var added []*Message
	for i := range p.src {
		place[p.src[i].ID] = i
		if m := messages[p.src[i].ID]; m != nil && before[m.ID] == nil {
			added = append(added, m)
		}
	}
	for _, m := range old.messages() {
		for p.byID[m.ID] != nil && len(added) > 0 && place[added[0].ID] < place[m.ID] {
			out.Messages = append(out.Messages, added[0])
			added = added[1:]
		}
		if now := messages[m.ID]; now != nil {
			out.Messages = append(out.Messages, now)
		}
	}
	out.Messages = append(out.Messages, added...)
	return out
}

// byID gives the messages of a catalog that may be nil, to be added to.
func byID(c *Catalog) map[string]*Message {
	if c == nil {
		return map[string]*Message{}
	}
	return c.ByID()
}
